"""Stored features of samples that are looked at by several squares."""

from __future__ import annotations

import numpy as np

from winnow.store.vectors import Vectors
from winnow.training.spec import Features
from winnow.training.squares import in_squares, square_key


def squares_of(vectors: Vectors, keys: list[bytes]) -> Features:
    """Return the rows of all squares of samples, see `winnow.training.squares`."""
    rows: list[list[Features]] = [[] for _ in keys]
    going, number = list(range(len(keys))), 0
    while going:
        found = vectors.take([square_key(keys[at], number) for at in going])
        is_there = [bool(row.any()) for row in found]
        for at, row, there in zip(going, found, is_there, strict=True):
            if there:
                rows[at].append(row)
        going = [at for at, there in zip(going, is_there, strict=True) if there]
        number += 1
    return in_squares([np.stack(some) for some in rows])
