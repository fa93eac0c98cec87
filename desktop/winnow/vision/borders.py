"""Borders that are no part of a photograph: uniform frames and letterbox bars."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Pixels = npt.NDArray[np.uint8]
Box = tuple[int, int, int, int]
"""Left, top, right, bottom in pixels; right and bottom excluded."""

_SPREAD = 12
"""So far (of 255) the pixels of a border's line may lie from its colour: what JPEG leaves of a flat one."""
_STRAYS = 0.005
"""The share of them that may lie farther: dust, a watermark's edge."""
_LEAST_KEPT = 0.1
"""A picture that loses more of its width or height than this leaves is taken for a plain one, and kept whole."""


def content_box(image: Pixels) -> Box:
    """Return what remains of *image*, (H, W, 3) uint8, without uniform borders; the whole of it where it has none.

    Lines are taken off each side as long as all their pixels have one colour,
    the same along the whole border; a frame around a letterbox comes off in a
    second round. A sky that is not flat, and a plain picture, stay.
    """
    height, width = image.shape[:2]
    left, top, right, bottom = 0, 0, width, height
    while True:
        part = image[top:bottom, left:right]
        above, below = _flat_lines(part), _flat_lines(part[::-1])
        if above + below >= part.shape[0]:
            return 0, 0, width, height
        part = part[above : part.shape[0] - below]
        before, after = _flat_lines(part.swapaxes(0, 1)), _flat_lines(part.swapaxes(0, 1)[::-1])
        if before + after >= part.shape[1]:
            return 0, 0, width, height
        if not (above or below or before or after):
            break
        left, top, right, bottom = left + before, top + above, right - after, bottom - below
    if right - left < _LEAST_KEPT * width or bottom - top < _LEAST_KEPT * height:
        return 0, 0, width, height
    return left, top, right, bottom


def _flat_lines(image: Pixels) -> int:
    """Count the rows from the top that have the colour of the first one throughout."""
    colour = np.median(image[0], axis=0)
    for count, row in enumerate(image):
        far = np.abs(row - colour).max(axis=1) > _SPREAD
        if far.mean() > _STRAYS:
            return count
    return len(image)
