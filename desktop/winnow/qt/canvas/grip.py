"""One hold on a frame: what is held, and where the frame goes with it."""

from __future__ import annotations

import enum
import math
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, Qt

from winnow.domain.frame import Frame
from winnow.qt.canvas.geometry import Handle, Point, angle_towards, centre, dragged, snap, turned
from winnow.qt.canvas.painting import GRAB_PX, handle_points, outline, turn_point
from winnow.qt.canvas.viewport import Viewport

_SNAP_PX = 7
_UPRIGHT_DEGREES = 1.5
"""So near to upright a turn snaps to it."""
_TURN_STEP_DEGREES = 15


class Turning(enum.Enum):
    """The handle that turns a frame."""

    TURN = enum.auto()


Hold = Handle | Turning


@dataclass(frozen=True, slots=True)
class Keys:
    """What is held on the keyboard meanwhile."""

    keeps_shape: bool = False
    """Shift: the shape stays, a turn goes in steps of 15 degrees."""
    is_free: bool = False
    """Alt: nothing snaps."""

    @classmethod
    def of(cls, keys: Qt.KeyboardModifier) -> Keys:
        """Return them from what Qt says is held."""
        return cls(bool(keys & Qt.KeyboardModifier.ShiftModifier), bool(keys & Qt.KeyboardModifier.AltModifier))


@dataclass(frozen=True, slots=True)
class Grip:
    """A hold on *frame*, taken at *start* in the picture's pixels."""

    frame: Frame
    hold: Hold
    start: Point

    def drag(self, to: Point, aspect: float | None, picture: tuple[int, int], scale: float, keys: Keys) -> Frame:
        """Return the frame with the hand at *to*.

        Args:
            to: In the picture's pixels, as *start*.
            aspect: Width divided by height to keep; None leaves it free.
            picture: Width and height of the whole picture, for snapping.
            scale: Pixels of the screen for each of the picture.
            keys: What is held on the keyboard.
        """
        if isinstance(self.hold, Turning):
            return self._turn(to, keys)
        along = turned((to[0] - self.start[0], to[1] - self.start[1]), -self.frame.angle)
        by = round(along[0]), round(along[1])
        if not keys.is_free:
            by = snap(self.frame, self.hold, by, picture, _SNAP_PX / scale)
        if aspect is None and keys.keeps_shape:
            aspect = self.frame.size[0] / self.frame.size[1]
        return dragged(self.frame, self.hold, *by, aspect)

    def _turn(self, to: Point, keys: Keys) -> Frame:
        middle = centre(self.frame)
        angle = self.frame.angle + angle_towards(middle, to) - angle_towards(middle, self.start)
        angle = math.remainder(angle, 360)
        if keys.keeps_shape:
            angle = round(angle / _TURN_STEP_DEGREES) * _TURN_STEP_DEGREES
        elif abs(angle) < _UPRIGHT_DEGREES and not keys.is_free:
            angle = 0.0
        return replace(self.frame, angle=round(angle, 1))


def grip_at(frame: Frame, view: Viewport, at: QPointF) -> Hold | None:
    """Return what a hand takes hold of at *at* on the screen; None outside the frame."""
    if _is_near(turn_point(frame, view), at):
        return Turning.TURN
    near = {handle: point for handle, point in handle_points(frame, view).items() if _is_near(point, at)}
    if near:
        # Corners lie before sides: in a tiny frame they overlap.
        return min(near, key=lambda one: (0 in one.value, (near[one] - at).manhattanLength()))
    is_inside = outline(frame, view).containsPoint(at, Qt.FillRule.OddEvenFill)
    return Handle.INSIDE if is_inside else None


def _is_near(point: QPointF, at: QPointF) -> bool:
    return max(abs(point.x() - at.x()), abs(point.y() - at.y())) <= GRAB_PX / 2
