"""One batch of training as pixels, for showing; what the window's kept child runs."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from winnow.domain.preparation import Preparation
from winnow.training.samples import Sample

Pixels = npt.NDArray[np.uint8]

SEED = 42
"""Of the recipes' default."""

SHOWN = 18

_THREADS = 2
"""Decoding and resizing let go of Python's lock."""


@dataclass(frozen=True, slots=True)
class BatchQuestion:
    """What the child is asked; *numbers* are the samples' places in the whole part."""

    samples: tuple[Sample, ...]
    numbers: tuple[int, ...]
    classes: int
    epoch: int
    step: int
    is_varied: bool
    preparation: Preparation
    prepared: Path


@dataclass(frozen=True, slots=True, eq=False)
class Made:
    """The first squares of a batch, (n, S, S, 3) uint8, and of which sample each is, (n,)."""

    pixels: Pixels
    samples: tuple[int, ...]


def made(question: BatchQuestion) -> Made:
    """Make the first squares of a batch; of a part that is only looked at all that are of a sample."""
    import torch

    from winnow.training.augmentation import mixed
    from winnow.training.datasets import FrameDataset, normalised
    from winnow.training.epochs import seed_of
    from winnow.training.prepared import PreparedPixels

    torch.set_num_threads(1)
    chosen = question.preparation
    dataset = FrameDataset(
        question.samples,
        chosen.fit,
        chosen.augmentation if question.is_varied else None,
        SEED,
        PreparedPixels(question.prepared),
        question.numbers,
    )
    dataset.set_epoch(question.epoch)
    mixes = question.is_varied and bool(chosen.mixup or chosen.cutmix)
    # The first is mixed with the last: then all are needed.
    count = len(dataset) if mixes else min(SHOWN, len(dataset))
    with ThreadPoolExecutor(_THREADS) as pool:
        if question.is_varied:
            found = [[one] for one in pool.map(dataset.seen, range(count))]
        else:
            found = list(pool.map(dataset.views, range(count)))
    pixels = np.stack([one for some in found for one in some])
    of = tuple(at for at, some in enumerate(found) for _one in some)
    if mixes:
        labels = torch.tensor([sample.label for sample in question.samples])
        batch, _targets = mixed(
            normalised(pixels), labels, question.classes, chosen.mixup, chosen.cutmix, seed_of(SEED, question.step, 1)
        )
        pixels = ((batch + 1) * 127.5).round().clamp(0, 255).to(torch.uint8).movedim(1, -1).numpy()
    return Made(np.ascontiguousarray(pixels[:SHOWN]), of[:SHOWN])
