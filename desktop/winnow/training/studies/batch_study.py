"""The map of batch size and learning rate on stored features, and the gradient noise scale beside it."""

from __future__ import annotations

import math
from collections.abc import Generator
from dataclasses import dataclass, field, replace
from functools import partial
from statistics import fmean, median

import torch
from torch import nn

from winnow.base.outcomes import Progress
from winnow.domain.batch_map import (
    BatchCell,
    BatchMap,
    BatchRow,
    NoisePoint,
    fit_line,
    median_seconds,
    row_of,
    suggestion,
)
from winnow.domain.recipe import Recipe
from winnow.domain.study import BatchSettings
from winnow.training.spec import TrainingSpec
from winnow.training.studies.heads import Diverged, HeadEpoch, HeadSet, learned, new_head
from winnow.training.studies.inputs import head_set_of
from winnow.training.studies.trials import Each, in_turn
from winnow.training.torch_setup import use_thread_of_head, use_threads


def map_batches(spec: TrainingSpec, settings: BatchSettings, each: Each = in_turn) -> Generator[object, None, None]:
    """Train every cell from every seed; yield `Progress` in "runs", a `BatchCell` each, at last the `BatchMap`."""
    use_threads()
    data = yield from head_set_of(spec)
    yield from mapped(data, settings, each)


def mapped(data: HeadSet, settings: BatchSettings, each: Each = in_turn) -> Generator[object, None, None]:
    """Do `map_batches` for features that are there."""
    # A batch is never larger than the set: what is asked beyond is the same run again.
    sizes = tuple(sorted({min(size, len(data.labels)) for size in settings.batch_sizes}))
    rates = settings.grid_rates()
    columns: dict[int, list[BatchCell]] = {size: [] for size in sizes}
    row_at: dict[int, BatchRow] = {}
    runs = 0
    for size, event in each(partial(_column, data, settings), sizes):
        if isinstance(event, BatchRow):
            row_at[size] = event
            continue
        if isinstance(event, _RunDone):
            runs += 1
            yield Progress(runs, len(sizes) * len(rates) * settings.seeds, "runs")
            continue
        if isinstance(event, BatchCell):
            columns[size].append(event)
        yield event
    cells = [cell for column in columns.values() for cell in column]
    rows = [row_at[size] for size in sizes]
    noise = yield from noise_scales(data, settings)
    batch, rate_there = suggestion(rows, len(data.valid_labels))
    yield BatchMap(
        batch_sizes=sizes,
        rates=rates,
        cells=tuple(cells),
        rows=tuple(rows),
        noise=noise,
        line=fit_line(rows),
        train_samples=len(data.labels),
        valid_samples=len(data.valid_labels),
        epochs=settings.epochs,
        seeds=settings.seeds,
        recipe_batch=settings.recipe.batch_size,
        recipe_rate=settings.recipe.learning_rate,
        suggested_batch=batch,
        suggested_rate=rate_there,
    )


@dataclass(frozen=True, slots=True)
class _RunDone:
    """One run of a cell ended."""


def _column(data: HeadSet, settings: BatchSettings, size: int) -> Generator[object, None, None]:
    """Train every rate at one batch size; yield a `_RunDone` each, a `BatchCell` a rate, at last the `BatchRow`."""
    use_thread_of_head()
    column: list[BatchCell] = []
    seconds: list[float] = []
    for rate in settings.grid_rates():
        recipe = _short(settings, size, rate)
        runs = _Runs()
        for number in range(settings.seeds):
            yield from runs.add(data, recipe, recipe.seed + number)
            yield _RunDone()
        column.append(runs.cell(size, rate, len(data.valid_labels)))
        seconds += runs.seconds
        yield column[-1]
    yield row_of(column, math.ceil(len(data.labels) / size), median_seconds(seconds))


def _short(settings: BatchSettings, size: int, rate: float) -> Recipe:
    return replace(settings.recipe, batch_size=size, learning_rate=rate, epochs=settings.epochs, early_stop_epochs=0)


@dataclass(slots=True)
class _Runs:
    """The runs of one cell."""

    losses: list[float] = field(default_factory=list)
    accuracies: list[float] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)
    diverged: int = 0

    def add(self, data: HeadSet, recipe: Recipe, seed: int) -> Generator[object, None, None]:
        head = new_head(data.inputs.shape[1], data.classes)
        last = None
        try:
            for event in learned(head, data, recipe, seed, gives_up=True):
                if isinstance(event, HeadEpoch):
                    last = event.done
                    self.seconds.append(last.seconds)
                else:
                    yield event
        except Diverged:
            last = None
        if last is None or not math.isfinite(last.valid_loss):
            self.diverged += 1
            return
        self.losses.append(last.valid_loss)
        self.accuracies.append(last.valid_accuracy)

    def cell(self, size: int, rate: float, valid: int) -> BatchCell:
        seeds = self.diverged + len(self.losses)
        if 2 * self.diverged >= seeds:
            return BatchCell(size, rate, None, None, None, self.diverged, seeds)
        accuracy = fmean(self.accuracies)
        return BatchCell(size, rate, accuracy, fmean(self.losses), accuracy * valid, self.diverged, seeds)


def noise_scales(data: HeadSet, settings: BatchSettings) -> Generator[object, None, tuple[NoisePoint, ...]]:
    """Return the gradient noise scale before the first and after each epoch of the recipe's own short run."""
    recipe = _short(settings, min(settings.recipe.batch_size, len(data.labels)), settings.recipe.learning_rate)
    found: list[list[float | None]] = []
    for number in range(settings.seeds):
        head = new_head(data.inputs.shape[1], data.classes)
        scales = [noise_scale(head, data.inputs, data.labels)]
        try:
            for event in learned(head, data, recipe, recipe.seed + number):
                if isinstance(event, HeadEpoch):
                    scales.append(noise_scale(head, data.inputs, data.labels))
                else:
                    yield event
        except Diverged:
            scales.append(None)
        found.append(scales + [None] * (settings.epochs + 1 - len(scales)))
    return tuple(_point(epoch, [scales[epoch] for scales in found]) for epoch in range(settings.epochs + 1))


def noise_scale(head: nn.Linear, inputs: torch.Tensor, labels: torch.Tensor) -> float | None:
    """Return trace of the gradient's covariance over the square of its mean, both without bias, in samples.

    The gradient of one sample is the outer product of (probabilities − truth)
    and (input, 1), so none has to be computed one by one. None: the mean is
    not to be told from noise. Source: McCandlish et al. 2018, arXiv 1812.06162,
    equation 2.9, and appendix A for the estimate.
    """
    count = len(labels)
    if count < 2:
        return None
    with torch.inference_mode():
        errors = torch.softmax(head(inputs), 1).double()
        errors[torch.arange(count), labels] -= 1
        wide = torch.cat([inputs.double(), torch.ones(count, 1, dtype=torch.float64)], 1)
        mean = errors.T @ wide / count
        of_one = ((errors**2).sum(1) * (wide**2).sum(1)).sum() / count
        mean_squared = float((mean**2).sum())
        trace = (float(of_one) - mean_squared) * count / (count - 1)
    signal = mean_squared - trace / count
    return trace / signal if signal > 0 and trace > 0 else None


def _point(epoch: int, scales: list[float | None]) -> NoisePoint:
    there = sorted(scale for scale in scales if scale is not None)
    # A scale that most seeds cannot see is not shown: those that do have it by chance.
    if 2 * len(there) <= len(scales):
        return NoisePoint(epoch, None, None, None)
    return NoisePoint(epoch, median(there), there[0], there[-1])
