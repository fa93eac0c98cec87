"""Where a frame lies in its untouched picture, as readers of boxes know it."""

from __future__ import annotations

import math

from winnow.domain.frame import Frame

Point = tuple[float, float]


def corners(frame: Frame) -> list[Point]:
    """Return the four corners of what *frame* shows, (x, y) in pixels of the picture, clockwise from top left.

    The picture is turned counter-clockwise under the frame, so the frame lies turned clockwise in the picture.
    """
    (width, height), angle = frame.size, math.radians(frame.angle)
    middle_x, middle_y = frame.left + width / 2, frame.top + height / 2
    cos, sin = math.cos(angle), math.sin(angle)
    around = ((-width / 2, -height / 2), (width / 2, -height / 2), (width / 2, height / 2), (-width / 2, height / 2))
    return [(middle_x + x * cos - y * sin, middle_y + x * sin + y * cos) for x, y in around]


def box(frame: Frame, width: int, height: int) -> tuple[float, float, float, float]:
    """Return (x, y, w, h) of the upright rectangle about *frame* inside its *width* x *height* picture.

    COCO and its readers take boxes inside the picture only; one that misses it has no area.
    """
    points = corners(frame)
    left, right = (min(max(end(x for x, _ in points), 0), width) for end in (min, max))
    top, bottom = (min(max(end(y for _, y in points), 0), height) for end in (min, max))
    return round(left, 3), round(top, 3), round(right - left, 3), round(bottom - top, 3)
