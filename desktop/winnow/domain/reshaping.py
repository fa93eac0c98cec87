"""Frames made from frames: another shape, another picture, how much of one pads. Numbers only."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np

from winnow.domain.frame import MAX_FRAME_EDGE_PX, Frame

MIN_EDGE_PX = 8
"""The shortest edge that a hand may give a frame."""

_SAMPLES = 32


def limited(edge: float) -> int:
    """Return *edge* as whole pixels within what a frame's edge may be."""
    return min(max(round(edge), MIN_EDGE_PX), MAX_FRAME_EDGE_PX)


def size_in(width: float, aspect: float) -> tuple[int, int]:
    """Return the size of about *width* in *aspect* (width divided by height) that no limit cuts."""
    least, most = MIN_EDGE_PX * max(1.0, aspect), MAX_FRAME_EDGE_PX * min(1.0, aspect)
    width = min(max(width, least), most)
    return limited(width), limited(width / aspect)


def shaped(frame: Frame, aspect: float, picture: tuple[int, int] | None = None) -> Frame:
    """Return *frame* with the shape *aspect* (width divided by height), about its middle and as large as it was.

    Args:
        aspect: Width divided by height.
        picture: Width and height of the picture; an upright frame that did not
            reach past it does not afterwards either: it gets smaller instead.
    """
    width, height = frame.size
    wanted = math.sqrt(width * height * aspect)
    stays = picture is not None and not frame.angle % 360 and not padding_share(frame, picture)
    if picture is not None and stays:
        wanted = min(wanted, picture[0], picture[1] * aspect)
    across, down = size_in(wanted, aspect)
    left = frame.left - (across - width) // 2
    top = frame.top - (down - height) // 2
    if picture is not None and stays:
        left, top = _kept_inside(left, across, picture[0]), _kept_inside(top, down, picture[1])
    return replace(frame, left=left, top=top, right=left + across, bottom=top + down)


def carried(frame: Frame, before: tuple[int, int], after: tuple[int, int]) -> Frame:
    """Return *frame* of a picture of the size *before* at the same place of one of the size *after*.

    Its middle lies at the same share of width and height, and it keeps its
    shape: it is scaled by the geometric mean of both sides' ratios.
    """
    scale = math.sqrt(after[0] / before[0] * after[1] / before[1])
    width, height = frame.size
    across, down = limited(width * scale), limited(height * scale)
    if frame.is_whole(*before) or (frame.left, frame.top, frame.right, frame.bottom) == (0, 0, *before):
        return replace(frame, left=0, top=0, right=after[0], bottom=after[1])
    middle_x = (frame.left + frame.right) / 2 / before[0] * after[0]
    middle_y = (frame.top + frame.bottom) / 2 / before[1] * after[1]
    left, top = round(middle_x - across / 2), round(middle_y - down / 2)
    return replace(frame, left=left, top=top, right=left + across, bottom=top + down)


def padding_share(frame: Frame, picture: tuple[int, int]) -> float:
    """Return which share of *frame* lies past the *picture*, (width, height): 0 to 1; sampled where it is turned."""
    if not frame.angle % 360:
        inside_x = max(0, min(frame.right, picture[0]) - max(frame.left, 0))
        inside_y = max(0, min(frame.bottom, picture[1]) - max(frame.top, 0))
        return 1 - inside_x * inside_y / math.prod(frame.size)
    width, height = frame.size
    steps = (np.arange(_SAMPLES) + 0.5) / _SAMPLES - 0.5
    across, down = np.meshgrid(steps * width, steps * height)
    cos, sin = math.cos(math.radians(frame.angle)), math.sin(math.radians(frame.angle))
    x = (frame.left + frame.right) / 2 + across * cos - down * sin
    y = (frame.top + frame.bottom) / 2 + across * sin + down * cos
    inside = (x >= 0) & (x < picture[0]) & (y >= 0) & (y < picture[1])
    return float(1 - inside.mean())


def _kept_inside(start: int, length: int, room: int) -> int:
    return min(max(start, 0), max(room - length, 0))
