"""Grids of pictures made in the tests."""

from __future__ import annotations

import hashlib

import numpy as np

from winnow.app.grid_rows import GridRows, Mark, Section, content_keys
from winnow.vision import thumbnail


def key_of(image_id: int) -> bytes:
    """Return the content key of a made-up picture."""
    return hashlib.sha256(str(image_id).encode()).digest()


def rows_of(counts, first_id=1, headed=True, ids=None, labels=None, marks=None) -> GridRows:
    """Return rows in sections of *counts* pictures, ids counted from *first_id*."""
    n = sum(counts)
    ids = np.arange(first_id, first_id + n) if ids is None else np.asarray(ids)
    firsts = [sum(counts[:at]) for at in range(len(counts))]
    sections = tuple(
        Section(at + 1, f"Cluster {at + 1}" if headed else "", first, count, cluster=at + 1, tightness=0.3)
        for at, (first, count) in enumerate(zip(firsts, counts, strict=True))
    )
    return GridRows(
        ids,
        content_keys([key_of(one) for one in ids]),
        np.full(n, -1, np.int32) if labels is None else np.asarray(labels, np.int32),
        np.zeros(n, np.uint8) if marks is None else np.asarray(marks, np.uint8),
        sections,
        ("C", "D"),
        ("cat", "dog"),
        tuple(f"<b>{one}</b>.jpg" for one in ids),
    )


def jpeg_of(colour, width=384, height=256) -> bytes:
    """Return a thumbnail of one colour, (r, g, b)."""
    pixels = np.empty((height, width, 3), np.uint8)
    pixels[:] = colour
    return thumbnail.encode(pixels)


REJECTED = int(Mark.REJECTED)
