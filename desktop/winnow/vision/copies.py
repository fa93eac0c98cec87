"""Pictures that are copies of one another: found by hash and by embedding, confirmed by laying them on each other."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Sequence

import numpy as np
import numpy.typing as npt

from winnow.base.outcomes import Progress
from winnow.vision.hashes import NEAR_BITS, components, distinct, hash_pairs
from winnow.vision.likeness import Look, likeness
from winnow.vision.neighbours import nearest

ALIKE = 0.75
"""The `likeness` from which two pictures are copies."""

_LEAST_COSINE_OF_HASHES = 0.4
"""Pictures on one flat colour share hashes; real copies, shrunk to a third, had at least 0.5."""

_LEAST_COSINE = 0.72
"""Below this nothing is laid on each other; pictures cropped by 20 % had at least 0.75."""

_NEIGHBOURS = 8
_TELL_EACH = 8

Steps = Generator[Progress, None, npt.NDArray[np.int64]]
LookAt = Callable[[int], Look | None]


def find_copies(hashes: npt.NDArray[np.uint8], vectors: npt.NDArray[np.float32], look: LookAt) -> Steps:
    """Yield `Progress`; return a group number for each picture, (n,): the row of a member; alone: its own.

    A chain of look-alikes is no group: each member of a group was laid on one
    and the same picture of it.

    Args:
        hashes: (n, 32) uint8 of `winnow.vision.hashing.dhash`.
        vectors: (n, dim) float32 of length 1.
        look: Gives the look of the picture of a row, None where there is none.
    """
    search = _Search(hashes, vectors, look)
    count = len(hashes)
    joined = np.arange(count)
    confirmed: list[tuple[int, int]] = []
    candidates: list[tuple[int, int]] = []
    for done, more in search.candidates():
        candidates += more
        yield Progress(done, count, "images compared")
    for at, (first, second) in enumerate(candidates):
        if _root(joined, first) != _root(joined, second) and search.are_alike(first, second):
            joined[_root(joined, second)] = _root(joined, first)
            confirmed.append((first, second))
        if at % _TELL_EACH == 0:
            yield Progress(at, len(candidates), "pairs")
    groups = components(count, np.array(confirmed, np.int64).reshape(-1, 2))
    yield from _without_chains(groups, search)
    return groups


class _Search:
    """The pictures, and what is already known of pairs of them."""

    def __init__(self, hashes: npt.NDArray[np.uint8], vectors: npt.NDArray[np.float32], look: LookAt) -> None:
        self.hashes = hashes
        self.vectors = vectors
        self._look = look
        self._looks: dict[int, Look | None] = {}
        self._known: dict[tuple[int, int], bool] = {}

    def candidates(self) -> Iterator[tuple[int, list[tuple[int, int]]]]:
        """Yield how many pictures were compared, and pairs worth a closer look, the most alike first in each batch."""
        yield 0, self._by_hash()
        done = 0
        for found in nearest(self.vectors, _NEIGHBOURS):
            near = found.cosines >= _LEAST_COSINE
            first = np.repeat(found.of, near.sum(1))
            order = np.argsort(-found.cosines[near], kind="stable")
            pairs = np.stack([first, found.rows[near]], 1)[order]
            done += len(found.of)
            yield done, [(int(one), int(other)) for one, other in pairs]

    def _by_hash(self) -> list[tuple[int, int]]:
        kinds, kind_of = distinct(self.hashes)
        firsts = np.full(len(kinds), -1, np.int64)
        firsts[kind_of[::-1]] = np.arange(len(kind_of))[::-1]
        rest = np.flatnonzero(firsts[kind_of] != np.arange(len(kind_of)))
        pairs, bits = hash_pairs(kinds, NEAR_BITS)
        pairs = firsts[pairs[np.argsort(bits, kind="stable")]].reshape(-1, 2)
        pairs = np.concatenate([np.stack([firsts[kind_of[rest]], rest], 1), pairs])
        cosines = np.einsum("ij,ij->i", self.vectors[pairs[:, 0]], self.vectors[pairs[:, 1]])
        return [(int(one), int(other)) for one, other in pairs[cosines >= _LEAST_COSINE_OF_HASHES]]

    def are_alike(self, first: int, second: int) -> bool:
        """Lay one picture on the other; the answer is kept."""
        pair = (min(first, second), max(first, second))
        if pair not in self._known:
            one, other = self._seen(first), self._seen(second)
            self._known[pair] = one is not None and other is not None and likeness(one, other) >= ALIKE
        return self._known[pair]

    def _seen(self, row: int) -> Look | None:
        if row not in self._looks:
            self._looks[row] = self._look(row)
        return self._looks[row]


def _root(joined: npt.NDArray[np.int64], row: int) -> int:
    while joined[row] != row:
        joined[row] = joined[joined[row]]
        row = int(joined[row])
    return row


def _without_chains(groups: npt.NDArray[np.int64], search: _Search) -> Iterator[Progress]:
    """Divide in place the groups whose members are not all copies of one."""
    numbers, counts = np.unique(groups, return_counts=True)
    larger = numbers[counts > 2]
    for done, number in enumerate(larger):
        rest = np.flatnonzero(groups == number)
        while len(rest) > 1:
            hub = _middle(rest, search.vectors)
            with_it, others = [hub], list[int]()
            for row in rest.tolist():
                if row != hub:
                    (with_it if search.are_alike(hub, row) else others).append(row)
                yield Progress(done, len(larger), "groups")
            groups[with_it] = min(with_it)
            rest = np.array(others, np.int64)
        groups[rest] = rest


def _middle(rows: npt.NDArray[np.int64] | Sequence[int], vectors: npt.NDArray[np.float32]) -> int:
    """Return the row that is nearest to all the others."""
    some = vectors[rows]
    return int(rows[int((some @ some.sum(0)).argmax())])
