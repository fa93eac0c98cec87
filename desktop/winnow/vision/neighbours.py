"""The nearest neighbours of feature vectors, block by block."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Features = npt.NDArray[np.float32]

_BLOCK = 512
_CELLS = 1 << 24
"""Most cosines at once: 64 MiB of them, and twice that for their order."""


@dataclass(frozen=True, slots=True, eq=False)
class Nearest:
    """The neighbours of the rows from *first* on: their *rows* and *cosines*, (m, k), the nearest first."""

    first: int
    rows: npt.NDArray[np.int64]
    cosines: Features


def nearest(vectors: Features, most: int, others: Features | None = None) -> Iterator[Nearest]:
    """Yield for every row of *vectors*, (n, dim) of length 1, its *most* nearest among *others* (None: the same).

    No row is its own neighbour; there are fewer than *most* where there are not as many others.
    """
    pool = vectors if others is None else others
    there = len(pool) - (others is None)
    most = min(most, there)
    if most <= 0:
        return
    step = max(16, min(_BLOCK, _CELLS // len(pool)))
    for first in range(0, len(vectors), step):
        block = vectors[first : first + step]
        cosines = block @ pool.T
        if others is None:
            cosines[np.arange(len(block)), np.arange(first, first + len(block))] = -np.inf
        rows = np.argpartition(cosines, -most, axis=1)[:, -most:] if most < cosines.shape[1] else _all(cosines)
        values = np.take_along_axis(cosines, rows, 1)
        order = np.argsort(-values, axis=1, kind="stable")[:, :most]
        yield Nearest(first, np.take_along_axis(rows, order, 1), np.take_along_axis(values, order, 1))


def _all(cosines: Features) -> npt.NDArray[np.int64]:
    return np.broadcast_to(np.arange(cosines.shape[1]), cosines.shape)
