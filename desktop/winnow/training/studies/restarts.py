"""A whole network trained from several seeds, each run in a folder of its own."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass, replace

import numpy as np
import torch

from winnow.base.outcomes import Progress, Tick
from winnow.domain.run import EpochDone
from winnow.domain.study import MinimaSettings
from winnow.training import checkpoint
from winnow.training.batches import Batch, batches
from winnow.training.datasets import FrameDataset
from winnow.training.keeping import of_network
from winnow.training.loop import placed, train
from winnow.training.prepared import PreparedPixels
from winnow.training.samples import Sample
from winnow.training.spec import TrainingSpec
from winnow.training.studies.inputs import network_of
from winnow.training.studies.landscape import NetworkLandscape

_AT_ONCE = 16
_MOST_OF_PATH = 20


@dataclass(frozen=True, slots=True, eq=False)
class Solution:
    """Where a restart from *seed* ended; *path* leads there from its start, both included, and may be empty."""

    seed: int
    point: torch.Tensor
    path: tuple[torch.Tensor, ...] = ()


def network_solutions(
    spec: TrainingSpec, settings: MinimaSettings
) -> Generator[object, None, tuple[NetworkLandscape, list[Solution]]]:
    """Train the restarts, yielding `Progress` in "epochs"; return the landscape and where each one was best.

    The weights are those of the best epoch, as a run keeps them. The first
    one's path is what its checkpoints were after each epoch.
    """
    network = placed(network_of(spec), torch.device("cpu"))
    parts = []
    for samples in (spec.train, spec.valid):
        parts.append((yield from _in_memory(_some(samples, settings.most_samples, spec.recipe.seed), spec)))
    landscape = NetworkLandscape(network, parts[0], parts[1])
    path = [landscape.start]
    solutions = []
    for number in range(settings.count):
        seed = settings.recipe.seed + number
        folder = spec.folder / f"seed-{seed}"
        run = replace(spec, folder=folder, recipe=replace(settings.recipe, seed=seed, early_stop_epochs=0))
        for event in train(run):
            yield Tick()
            if isinstance(event, EpochDone):
                yield Progress(number * run.recipe.epochs + event.epoch, settings.count * run.recipe.epochs, "epochs")
                state = checkpoint.read_state(folder) if number == 0 and len(path) < _MOST_OF_PATH else None
                if state is not None and state[0].history[-1].epoch == event.epoch:
                    path.append(landscape.vector_of(of_network(state[1])))
        trained, _card = checkpoint.load(folder)
        point = landscape.vector_of(trained.state_dict())
        solutions.append(Solution(seed, point, (*path, point) if number == 0 else ()))
    return landscape, solutions


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
