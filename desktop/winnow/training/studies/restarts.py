"""A whole network trained from several seeds, each run in a folder of its own."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass, replace
from functools import partial

import numpy as np
import torch

from winnow.base.outcomes import Progress, Tick
from winnow.domain.recipe import RecipeKind
from winnow.domain.run import EpochDone, StepDone
from winnow.domain.study import MinimaSettings
from winnow.training import checkpoint
from winnow.training.batches import Batch, batches
from winnow.training.datasets import FrameDataset
from winnow.training.keeping import of_network
from winnow.training.loop import placed, steps_per_epoch, train
from winnow.training.prepared import PreparedPixels
from winnow.training.samples import Sample
from winnow.training.spec import TrainingSpec
from winnow.training.studies.inputs import network_of
from winnow.training.studies.landscape import NetworkLandscape, vector_of
from winnow.training.studies.trials import Each, in_turn

_AT_ONCE = 16
_MOST_OF_PATH = 20


@dataclass(frozen=True, slots=True, eq=False)
class Solution:
    """Where a restart from *seed* ended; *path* leads there from its start, both included, and may be empty."""

    seed: int
    point: torch.Tensor
    path: tuple[torch.Tensor, ...] = ()


def network_solutions(
    spec: TrainingSpec, settings: MinimaSettings, each: Each = in_turn
) -> Generator[object, None, tuple[NetworkLandscape, list[Solution]]]:
    """Train the restarts, yielding `Progress` in "steps"; return the landscape and where each one was best.

    The weights are those of the best epoch, as a run keeps them. The first
    one's path is what its checkpoints were after each epoch.
    """
    network = placed(network_of(spec), torch.device("cpu"))
    parts = []
    for samples in (spec.train, spec.valid):
        parts.append((yield from _in_memory(_some(samples, settings.most_samples, spec.recipe.seed), spec)))
    landscape = NetworkLandscape(network, parts[0], parts[1])
    solved: dict[int, Solution] = {}
    steps = 0
    for number, event in each(partial(_restart, spec, settings, landscape.names), range(settings.count)):
        if isinstance(event, Solution):
            solved[number] = event
        elif isinstance(event, StepDone):
            steps += 1
            yield Progress(steps, settings.count * settings.recipe.epochs * steps_per_epoch(spec), "steps")
        else:
            yield event
    first = solved[0]
    solved[0] = replace(first, path=(landscape.start, *first.path, first.point))
    return landscape, [solved[number] for number in range(settings.count)]


def learned_from(spec: TrainingSpec, settings: MinimaSettings) -> TrainingSpec:
    """Return *spec* with as much of train as each restart learns from: all, unless the network begins with weights.

    They are drawn by lot, so that the classes keep their shares.
    """
    if settings.recipe.kind is RecipeKind.SCRATCH or len(spec.train) <= settings.most_learned:
        return spec
    return replace(spec, train=_some(spec.train, settings.most_learned, settings.recipe.seed))


def _restart(
    spec: TrainingSpec, settings: MinimaSettings, names: tuple[str, ...], number: int
) -> Generator[object, None, None]:
    """Train from one seed; yield `Tick`, `StepDone`, at last the `Solution`, the first one's with its checkpoints."""
    seed = settings.recipe.seed + number
    folder = spec.folder / f"seed-{seed}"
    run = replace(spec, folder=folder, recipe=replace(settings.recipe, seed=seed, early_stop_epochs=0))
    path: list[torch.Tensor] = []
    for event in train(run):
        yield event if isinstance(event, StepDone) else Tick()
        if isinstance(event, EpochDone):
            state = checkpoint.read_state(folder) if number == 0 and len(path) + 1 < _MOST_OF_PATH else None
            if state is not None and state[0].history[-1].epoch == event.epoch:
                path.append(vector_of(of_network(state[1]), names))
    trained, _card = checkpoint.load(folder)
    yield Solution(seed, vector_of(trained.state_dict(), names), tuple(path))


def _some(samples: tuple[Sample, ...], most: int, seed: int) -> tuple[Sample, ...]:
    chosen = np.random.default_rng(seed).permutation(len(samples))[:most]
    return tuple(samples[at] for at in np.sort(chosen))


def _in_memory(samples: tuple[Sample, ...], spec: TrainingSpec) -> Generator[object, None, list[Batch]]:
    prepared = None if spec.prepared is None else PreparedPixels(spec.prepared)
    dataset = FrameDataset(samples, spec.recipe.fit, prepared=prepared)
    found = []
    for batch in batches(dataset, np.arange(len(dataset)), _AT_ONCE):
        found.append(batch)
        yield Tick()
    return found
