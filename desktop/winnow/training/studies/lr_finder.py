"""The learning rate finder: the loss while the rate rises, from several seeds, each on a copy of its own."""

from __future__ import annotations

import copy
import math
import time
from collections.abc import Callable, Generator, Iterator
from contextlib import closing

import numpy as np
import torch

from winnow.base.outcomes import Progress
from winnow.domain.lr_curve import FEWEST_BATCHES, LrPoint, LrSweep, read
from winnow.domain.recipe import RecipeKind
from winnow.domain.study import LrFinderSettings
from winnow.training.batches import Batch, batches
from winnow.training.datasets import FrameDataset
from winnow.training.epochs import set_mode
from winnow.training.learning import Learner
from winnow.training.loop import loss_of, placed
from winnow.training.networks import Classifier
from winnow.training.prepared import PreparedPixels
from winnow.training.schedule import by_depth
from winnow.training.spec import TrainingSpec
from winnow.training.studies.heads import TICK_S, HeadSet, head_learner, new_head, order_of
from winnow.training.studies.inputs import head_set_of, network_of
from winnow.training.torch_setup import device_or_cpu, seed_everything, use_threads

Sweep = Generator[object, None, LrSweep]
_SMOOTHING = 0.8
"""Of the loss that a sweep is stopped by; it need not be fine."""


def find_rate(spec: TrainingSpec, settings: LrFinderSettings) -> Generator[object, None, None]:
    """Sweep once a seed; yield `Progress` in "steps", `LrPoint`, `LrSweep`, at last `LrFound`.

    Source: Smith 2017, arXiv 1506.01186, here over several seeds. Nothing has
    to be put back afterwards: each sweep learns on weights of its own.
    """
    use_threads()
    recipe = settings.recipe
    in_epoch = math.ceil(len(spec.train) / recipe.batch_size)
    if in_epoch < FEWEST_BATCHES:
        yield read((), spec.classes, recipe.batch_size, in_epoch)
        return
    sweep = yield from _sweeper(spec, settings)
    sweeps = []
    for number in range(settings.seeds):
        sweeps.append((yield from sweep(recipe.seed + number, number * settings.steps)))
        yield sweeps[-1]
    yield Progress(settings.seeds * settings.steps, settings.seeds * settings.steps, "steps")
    yield read(sweeps, spec.classes, recipe.batch_size, in_epoch)


def _sweeper(spec: TrainingSpec, settings: LrFinderSettings) -> Generator[object, None, Callable[[int, int], Sweep]]:
    """Return what sweeps once: from a seed and the steps that were done before."""
    if spec.recipe.kind is RecipeKind.QUICK:
        data = yield from head_set_of(spec)
        return lambda seed, done: sweep_head(data, settings, seed, done)
    network = network_of(spec)
    return lambda seed, done: sweep_network(network, spec, settings, seed, done)


def sweep_head(data: HeadSet, settings: LrFinderSettings, seed: int, done: int = 0) -> Sweep:
    """Sweep with a new head on stored features."""
    head = new_head(data.inputs.shape[1], data.classes)
    learner = head_learner(head, data, settings.recipe, 1.0)

    def endless() -> Iterator[Batch]:
        for epoch in range(1, settings.steps + 1):
            for chosen in torch.split(order_of(seed, epoch, len(data.labels)), settings.recipe.batch_size):
                yield data.inputs[chosen], data.labels[chosen]

    return (yield from _swept(learner, endless(), settings, seed, done))


def sweep_network(
    network: Classifier, spec: TrainingSpec, settings: LrFinderSettings, seed: int, done: int = 0
) -> Sweep:
    """Sweep with a copy of *network*, all its layers at their rates; the rate shown is the head's, the highest."""
    recipe = settings.recipe
    seed_everything(seed)
    device, _words = device_or_cpu(recipe.device)
    learning = placed(copy.deepcopy(network), device)
    set_mode(learning, recipe.kind)
    layers = learning.layers()
    shares = by_depth(1.0, len(layers)) if recipe.kind is RecipeKind.FINE_TUNE else [1.0] * len(layers)
    sizes = np.bincount([one.label for one in spec.train], minlength=spec.classes)
    learner = Learner(learning, layers, shares, recipe, loss_of(recipe, sizes, device))
    prepared = None if spec.prepared is None else PreparedPixels(spec.prepared)
    dataset = FrameDataset(spec.train, recipe.fit, recipe.augmentation, seed, prepared)

    def endless() -> Iterator[Batch]:
        for epoch in range(1, settings.steps + 1):
            dataset.set_epoch(epoch)
            order = order_of(seed, epoch, len(dataset)).numpy()
            with closing(batches(dataset, order, recipe.batch_size)) as some:
                for inputs, labels in some:
                    yield inputs.to(device), labels.to(device)

    return (yield from _swept(learner, endless(), settings, seed, done))


def _swept(learner: Learner, some: Iterator[Batch], settings: LrFinderSettings, seed: int, done: int) -> Sweep:
    rates = np.geomspace(settings.lowest, settings.highest, settings.steps)
    seen: list[tuple[float, float]] = []
    smoothed = lowest = first = math.nan
    stopped_at, told, piece = None, time.monotonic(), settings.recipe.batch_size
    for at, rate in enumerate(rates):
        inputs, labels = next(some)
        # The groups' rates are shares of 1, so that this rate is the highest one's.
        step = learner.learn(inputs, labels, float(rate), piece)
        piece = step.piece
        if not seen:
            smoothed = lowest = first = step.loss
        smoothed = _SMOOTHING * smoothed + (1 - _SMOOTHING) * step.loss
        if not math.isfinite(step.loss) or smoothed > max(settings.stop_at * lowest, first):
            stopped_at = float(rate)
            break
        lowest = min(lowest, smoothed)
        seen.append((float(rate), step.loss))
        yield LrPoint(seed, float(rate), step.loss)
        if time.monotonic() - told > TICK_S:
            told = time.monotonic()
            yield Progress(done + at + 1, settings.seeds * settings.steps, "steps")
    return LrSweep(seed, tuple(rate for rate, _ in seen), tuple(loss for _, loss in seen), stopped_at)
