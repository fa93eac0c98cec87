"""Near duplicates by perceptual hash."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

NEAR_BITS = 24
"""Of 256: at this Hamming distance a 16 x 16 dHash found recoloured copies among crawled photos, and no false pair."""

HASH_BYTES = 32

_BLOCK = 512


def near_duplicate_groups(hashes: npt.NDArray[np.uint8], most_bits: int = NEAR_BITS) -> npt.NDArray[np.int64]:
    """Return a group number for each hash, (n,): those within *most_bits*, directly or by a chain, share one.

    Args:
        hashes: (n, 32) uint8.
        most_bits: Largest Hamming distance of a pair.
    """
    words = np.ascontiguousarray(hashes).reshape(-1, HASH_BYTES).view(np.uint64)
    group = np.arange(len(words), dtype=np.int64)
    for start in range(0, len(words), _BLOCK):
        block = words[start : start + _BLOCK]
        distances = np.bitwise_count(block[:, None, :] ^ words[None, start:, :]).sum(2, dtype=np.uint16)
        for first, second in np.argwhere(distances <= most_bits):
            if first < second:
                _unite(group, start + int(first), start + int(second))
    return np.array([_root(group, index) for index in range(len(group))], np.int64)


def _root(group: npt.NDArray[np.int64], index: int) -> int:
    while group[index] != index:
        group[index] = group[group[index]]
        index = int(group[index])
    return index


def _unite(group: npt.NDArray[np.int64], one: int, other: int) -> None:
    first, second = sorted((_root(group, one), _root(group, other)))
    group[second] = first
