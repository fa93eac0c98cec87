"""Results of studies as they come out of training, small and made up, for the tests of what is shown of them."""

from __future__ import annotations

import math

import numpy as np

from winnow.domain.batch_map import BatchCell, BatchMap, NoisePoint, fit_line, row_of, suggestion
from winnow.domain.k_choice import KChoice, KScores
from winnow.domain.lr_curve import LrFound, LrSweep, read
from winnow.domain.minima import MinimaFound, Restart, Slice, Surface
from winnow.domain.run import EpochDone
from winnow.domain.study import FoldResult, FoldsFound


def lr_found(batches: int = 20) -> LrFound:
    rates = tuple(float(one) for one in np.geomspace(1e-6, 1, 80))
    fall = [0.69 - 0.6 / (1 + math.exp(-3 * math.log10(rate / 1e-3))) for rate in rates]
    rise = [loss + max(0.0, 4 * math.log10(rate / 5e-2)) for rate, loss in zip(rates, fall, strict=True)]
    sweeps = [LrSweep(seed, rates, tuple(loss * (1 + 0.02 * seed) for loss in rise), 0.9) for seed in (1, 2, 3)]
    return read(sweeps, classes=2, batch_size=16, batches=batches)


def batch_map() -> BatchMap:
    sizes, rates = (8, 16, 32), tuple(1e-3 * 2.0**power for power in range(-2, 3))
    cells = []
    for size in sizes:
        best = 1e-3 * (size / 16) ** 0.5
        for rate in rates:
            away = math.log2(rate / best)
            dead = rate == rates[-1] and size == 8
            loss = None if dead else 0.2 + 0.05 * away**2
            share = None if dead else 0.96 - 0.01 * away**2
            cells.append(BatchCell(size, rate, share, loss, None if share is None else 100 * share, 3 * dead, 3))
    rows = [row_of(cells[at * 5 : at * 5 + 5], 600 // size, 0.5 / (at + 1)) for at, size in enumerate(sizes)]
    chosen = suggestion(rows, 100)
    noise = tuple(NoisePoint(at, 20.0 + at, 15.0, 30.0) for at in range(4))
    return BatchMap(sizes, rates, tuple(cells), tuple(rows), noise, fit_line(rows), 600, 100, 5, 3, 16, 1e-3, *chosen)


def epochs_of(fold: int, count: int = 4) -> tuple[EpochDone, ...]:
    return tuple(
        EpochDone(at, at * 10, 0.5 / at, 0.8, 0.6 / at + 0.01 * fold, 0.8 + 0.04 * at - 0.01 * fold, 1.0, is_best=False)
        for at in range(1, count + 1)
    )


def folds_found() -> FoldsFound:
    folds = tuple(FoldResult(fold, 95 - fold, 100, 0.15, epochs_of(fold)) for fold in range(3))
    return FoldsFound(
        folds, 0.94, 0.01, 0.15, 0.01, ((1, "cat"), (2, "dog")), ((140, 150), (142, 150)), (0.9, 0.96), 60
    )


def minima() -> MinimaFound:
    along = tuple(float(one) for one in np.linspace(-1, 2, 21))
    losses = tuple(tuple(0.1 + x * x * y * y + 0.05 * (x + y) ** 2 for x in along) for y in along)
    positions = tuple(float(one) for one in np.linspace(-0.5, 1.5, 41))
    hill = tuple(0.1 + 0.4 * math.exp(-(((one - 0.5) / 0.2) ** 2)) for one in positions)
    restarts = tuple(
        Restart(seed, 0.1, 0.12, 0.97, 97, 0.03 * (at + 1) ** 2, 0.01, (0.7 * at, 0.4 * at), 0.0)
        for at, seed in enumerate((7, 8, 9))
    )
    surface = Surface(along, along, losses, losses, ((-0.5, 1.5), (-0.1, 0.6), (0.0, 0.0)), 0.8)
    slices = (
        *(Slice(f"7-{seed}", positions, hill, hill, 0.4, 0.4) for seed in (8, 9)),
        Slice("random", positions, hill, hill),
    )
    return MinimaFound(restarts, surface, slices, False, 1000, 100, 100, 0.97, 0.01)


def k_choice() -> KChoice:
    scores = [
        KScores(k, 100.0 / k, 0.3 if k == 3 else 0.2, 1.0 + abs(k - 3), 300.0 - k, 0.9, 0.8, 1.0) for k in range(2, 9)
    ]
    return KChoice(tuple(scores), 3, 4, ("silhouette",), (), 10, 12, "colour")
