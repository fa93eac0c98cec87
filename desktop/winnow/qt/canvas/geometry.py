"""How a frame follows a hand: numbers only.

Pictures are upright, y points down. A frame with an angle lies turned
clockwise by it over the picture, as its cut turns the picture the other way
(see `vision.framing`). Distances *dx*, *dy* are in pixels of the picture
along the frame's own, turned sides.
"""

from __future__ import annotations

import enum
import math
from dataclasses import replace

from winnow.domain.frame import Frame
from winnow.domain.reshaping import limited, size_in

Point = tuple[float, float]


class Handle(enum.Enum):
    """Where a hand takes hold; the value says which side moves: (-1 left, 1 right), (-1 top, 1 bottom)."""

    TOP_LEFT = (-1, -1)
    TOP = (0, -1)
    TOP_RIGHT = (1, -1)
    RIGHT = (1, 0)
    BOTTOM_RIGHT = (1, 1)
    BOTTOM = (0, 1)
    BOTTOM_LEFT = (-1, 1)
    LEFT = (-1, 0)
    INSIDE = (0, 0)
    """Moves the whole frame."""


def dragged(frame: Frame, handle: Handle, dx: int, dy: int, aspect: float | None = None) -> Frame:
    """Return *frame* after *handle* went by (*dx*, *dy*).

    The opposite side or corner stays where it is; no edge gets shorter than 8
    pixels or longer than a frame may be.

    Args:
        aspect: Width divided by height to keep, within a pixel; None leaves it free.
    """
    if handle is Handle.INSIDE:
        across, down = turned((dx, dy), frame.angle)
        return moved(frame, round(across), round(down))
    to_x, to_y = handle.value
    width, height = frame.size
    wanted = (limited(width + to_x * dx), limited(height + to_y * dy))
    if aspect is not None:
        wanted = _in_aspect(frame.size, wanted, handle, aspect)
    return _resized(frame, wanted, handle)


def moved(frame: Frame, dx: int, dy: int) -> Frame:
    """Return *frame* moved along the picture's axes."""
    return replace(frame, left=frame.left + dx, top=frame.top + dy, right=frame.right + dx, bottom=frame.bottom + dy)


def snap(
    frame: Frame, handle: Handle, by: tuple[int, int], picture: tuple[int, int], within_px: float
) -> tuple[int, int]:
    """Return the distance *by* corrected so that a side that comes near one meets a line of the picture.

    Lines are the edges of the *picture*, (width, height), and its middles. A
    turned frame has no side to lay on them.
    """
    if frame.angle % 360:
        return by
    to_x, to_y = handle.value
    return (
        _snapped(frame.left, frame.right, to_x, handle is Handle.INSIDE, by[0], picture[0], within_px),
        _snapped(frame.top, frame.bottom, to_y, handle is Handle.INSIDE, by[1], picture[1], within_px),
    )


def reaches_out(frame: Frame, picture: tuple[int, int]) -> bool:
    """Say whether any part of *frame* lies outside the *picture*, (width, height): whether it pads."""
    return any(not (0 <= x <= picture[0] and 0 <= y <= picture[1]) for x, y in corners(frame))


def padding(frame: Frame, picture: tuple[int, int]) -> tuple[int, int, int, int]:
    """Return how far an upright *frame* reaches out at the (left, top, right, bottom)."""
    return (
        max(0, -frame.left), max(0, -frame.top), max(0, frame.right - picture[0]), max(0, frame.bottom - picture[1])
    )  # fmt: skip


def centre(frame: Frame) -> Point:
    """Return the middle, about which a frame turns."""
    return (frame.left + frame.right) / 2, (frame.top + frame.bottom) / 2


def corners(frame: Frame) -> list[Point]:
    """Return the four corners on the picture, clockwise from the upper left one."""
    x, y = centre(frame)
    width, height = frame.size
    around = []
    for to_x, to_y in ((-1, -1), (1, -1), (1, 1), (-1, 1)):
        dx, dy = turned((to_x * width / 2, to_y * height / 2), frame.angle)
        around.append((x + dx, y + dy))
    return around


def turned(vector: Point, angle: float) -> Point:
    """Return *vector*, given along a frame's sides, along the picture's axes."""
    if not angle % 360:
        return vector
    cos, sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    return vector[0] * cos - vector[1] * sin, vector[0] * sin + vector[1] * cos


def angle_towards(middle: Point, point: Point) -> float:
    """Return the angle, over -180 to 180 degrees, at which a frame's upper side faces *point*."""
    return math.degrees(math.atan2(point[0] - middle[0], middle[1] - point[1]))


def _in_aspect(before: tuple[int, int], wanted: tuple[int, int], handle: Handle, aspect: float) -> tuple[int, int]:
    """Return the size in *aspect* that follows the side which changed more."""
    to_x, to_y = handle.value
    if not to_y:
        by_width = True
    elif not to_x:
        by_width = False
    else:
        by_width = abs(math.log(wanted[0] / before[0])) >= abs(math.log(wanted[1] / before[1]))
    return size_in(wanted[0] if by_width else wanted[1] * aspect, aspect)


def _resized(frame: Frame, size: tuple[int, int], handle: Handle) -> Frame:
    """Return *frame* in another size; what *handle* does not move stays where it is."""
    to_x, to_y = handle.value
    width, height = frame.size
    grown_x, grown_y = size[0] - width, size[1] - height
    if not frame.angle % 360:
        left = frame.left - (grown_x if to_x < 0 else grown_x // 2 if to_x == 0 else 0)
        top = frame.top - (grown_y if to_y < 0 else grown_y // 2 if to_y == 0 else 0)
    else:
        x, y = centre(frame)
        dx, dy = turned((to_x * grown_x / 2, to_y * grown_y / 2), frame.angle)
        left, top = round(x + dx - size[0] / 2), round(y + dy - size[1] / 2)
    return replace(frame, left=left, top=top, right=left + size[0], bottom=top + size[1])


def _snapped(low: int, high: int, side: int, moves: bool, by: int, length: int, within_px: float) -> int:
    """Return *by* corrected along one axis."""
    middle = length / 2
    if moves:
        gaps = [0 - low, length - high, 0 - high, length - low, middle - (low + high) / 2]
    elif side:
        gaps = [line - (low if side < 0 else high) for line in (0, middle, length)]
    else:
        return by
    near = min(gaps, key=lambda gap: abs(gap - by))
    return math.floor(near) if abs(near - by) <= within_px else by
