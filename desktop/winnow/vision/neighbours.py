"""The nearest neighbours of feature vectors, block by block; of many, among those that lie in the same region."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Features = npt.NDArray[np.float32]
Rows = npt.NDArray[np.int64]

EXACT_UP_TO = 20_000
"""Comparing all with all takes the square of the number; from here on only what lies near is compared."""

_BLOCK = 512
_CELLS = 1 << 24
"""Most cosines at once: 64 MiB of them, and twice that for their order."""

_PROBED = 12
"""Regions that are searched for the neighbours of one, its own among them."""
_SAMPLED_EACH = 32
_ROUNDS = 6
_ASSIGNED_AT_ONCE = 8192


@dataclass(frozen=True, slots=True, eq=False)
class Nearest:
    """The neighbours of the rows *of*, (m,): their *rows* and *cosines*, (m, k), the nearest first."""

    of: Rows
    rows: Rows
    cosines: Features


def nearest(
    vectors: Features, most: int, others: Features | None = None, exact_up_to: int = EXACT_UP_TO
) -> Iterator[Nearest]:
    """Yield for every row of *vectors*, (n, dim) of length 1, its *most* nearest among *others* (None: the same).

    No row is its own neighbour; there are fewer than *most* where there are
    not as many others. Of more than *exact_up_to* rows the neighbours of each
    are sought in its own region and the nearest 11 of the square root of n
    regions, so that some may be missed and the time grows with n ** 1.5.
    Source: J. Sivic and A. Zisserman, "Video Google" (2003), on inverted files.
    """
    if others is not None:
        yield from _all_with_all(vectors, others, most)
    elif len(vectors) > exact_up_to:
        yield from _by_region(vectors, most)
    else:
        yield from _all_with_all(vectors, None, most)


def _all_with_all(vectors: Features, others: Features | None, most: int) -> Iterator[Nearest]:
    pool = vectors if others is None else others
    most = min(most, len(pool) - (others is None))
    if most <= 0:
        return
    step = _step(len(pool))
    for first in range(0, len(vectors), step):
        cosines = vectors[first : first + step] @ pool.T
        rows = np.arange(first, first + len(cosines))
        yield _sorted(rows, cosines, most, rows if others is None else None)


def _by_region(vectors: Features, most: int) -> Iterator[Nearest]:
    centres = _centres(vectors)
    region = _nearest_centre(vectors, centres)
    order = np.argsort(region, kind="stable")
    starts = np.searchsorted(region[order], np.arange(len(centres) + 1))
    likeness = centres @ centres.T
    np.fill_diagonal(likeness, np.inf)  # a region is the nearest to itself
    probed = np.argsort(-likeness, axis=1)[:, :_PROBED]
    members = [order[starts[number] : starts[number + 1]] for number in range(len(centres))]
    for own, near in zip(members, probed, strict=True):
        pool = np.concatenate([members[number] for number in near])
        if not len(own) or len(pool) < 2:
            continue
        theirs = vectors[pool].T
        step = _step(len(pool))
        for first in range(0, len(own), step):
            rows = own[first : first + step]
            found = _sorted(rows, vectors[rows] @ theirs, min(most, len(pool) - 1), np.arange(first, first + len(rows)))
            yield Nearest(rows, pool[found.rows], found.cosines)


def _sorted(of: Rows, cosines: Features, most: int, selves: Rows | None) -> Nearest:
    """Return the *most* greatest of *cosines*; *selves*: in which column each row meets itself."""
    if selves is not None:
        cosines[np.arange(len(cosines)), selves] = -np.inf
    rows = np.argpartition(cosines, -most, axis=1)[:, -most:]
    values = np.take_along_axis(cosines, rows, 1)
    order = np.argsort(-values, axis=1, kind="stable")
    return Nearest(of, np.take_along_axis(rows, order, 1), np.take_along_axis(values, order, 1))


def _centres(vectors: Features) -> Features:
    """Return the middles of about the square root of n regions, by spherical K-Means on a sample."""
    random = np.random.default_rng(0)
    count = round(len(vectors) ** 0.5)
    sample = vectors[random.choice(len(vectors), min(len(vectors), _SAMPLED_EACH * count), replace=False)]
    centres: Features = sample[:count].copy()
    for _round in range(_ROUNDS):
        region = _nearest_centre(sample, centres)
        sums = np.zeros_like(centres)
        np.add.at(sums, region, sample)
        lengths = np.linalg.norm(sums, axis=1, keepdims=True)
        filled = lengths[:, 0] > 0
        centres[filled] = sums[filled] / lengths[filled]
    return centres


def _nearest_centre(vectors: Features, centres: Features) -> Rows:
    starts = range(0, len(vectors), _ASSIGNED_AT_ONCE)
    return np.concatenate([(vectors[at : at + _ASSIGNED_AT_ONCE] @ centres.T).argmax(1) for at in starts])


def _step(pool: int) -> int:
    return max(16, min(_BLOCK, _CELLS // pool))
