"""Features of samples that are looked at by several squares, the tiles of a frame. Arrays only, without torch.

They are (n, most, dim), a sample's squares in turn, with rows of zeros after
the last: features have length 1, so that no zero is one. Where each sample
has one square they are (n, dim).
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from winnow.training.spec import Features


def square_key(key: bytes, number: int) -> bytes:
    """Return what the features of a sample's square *number* (from 0) are kept under."""
    return key if number == 0 else hashlib.sha256(key + number.to_bytes(2, "little")).digest()


def keyed_squares(keys: Sequence[bytes], rows: Features, counts: Sequence[int]) -> tuple[list[bytes], Features]:
    """Return what the *rows* of samples, *counts* of them each, are kept under, with a row of zeros after the last.

    A sample's own key comes last of its keys: where that is, all are.
    """
    kept: list[bytes] = []
    found: list[Features] = []
    at, end = 0, np.zeros((1, rows.shape[1]), np.float32)
    for key, count in zip(keys, counts, strict=True):
        kept += [square_key(key, number) for number in range(count, -1, -1)]
        found += [end, rows[at : at + count][::-1]]
        at += count
    return kept, np.concatenate(found)


def in_squares(rows: Sequence[Features]) -> Features:
    """Return the features of samples, (squares, dim) each, as one (n, most, dim) with zeros where there are fewer."""
    found = np.zeros((len(rows), max(map(len, rows)), rows[0].shape[1]), np.float32)
    for at, some in enumerate(rows):
        found[at, : len(some)] = some
    return found


def flat_squares(features: Features) -> tuple[Features, npt.NDArray[np.int64]]:
    """Return the features of all squares, (m, dim), and how many in turn are of each sample, (n,)."""
    if features.ndim == 2:
        return np.asarray(features, np.float32), np.ones(len(features), np.int64)
    there = features.any(2)
    return np.asarray(features[there], np.float32), there.sum(1)


def squares_in_turn(features: Features) -> list[Features]:
    """Return (n, dim) for the first square of each sample, the second, and so on; who has no more begins again."""
    if features.ndim == 2:
        return [features]
    counts = features.any(2).sum(1)
    return [features[np.arange(len(features)), turn % counts] for turn in range(features.shape[1])]


def mean_of_squares(features: Features) -> Features:
    """Return one row for each sample, (n, dim) of length 1: the mean of its squares.

    What a linear head says of it is what it says of the squares on average, before the softmax and but for a scale.
    """
    if features.ndim == 2:
        return features
    sums = features.sum(1)
    return np.asarray(sums / np.linalg.norm(sums, axis=1, keepdims=True), np.float32)
