"""How much of the picture is seen, and where: numbers only."""

from __future__ import annotations

from dataclasses import dataclass

from winnow.qt.canvas.geometry import Point

MIN_SCALE, MAX_SCALE = 0.05, 32.0
LARGEST_FIT_SCALE = 8.0
"""Fitting does not enlarge a tiny picture beyond recognition."""


@dataclass(frozen=True, slots=True)
class Viewport:
    """Pixels of the screen for each of the picture, and where the picture's upper left corner lies."""

    scale: float = 1.0
    x: float = 0.0
    y: float = 0.0

    def to_screen(self, point: Point) -> Point:
        """Return where a *point* of the picture is seen."""
        return self.x + point[0] * self.scale, self.y + point[1] * self.scale

    def to_picture(self, point: Point) -> Point:
        """Return which point of the picture is seen at *point*."""
        return (point[0] - self.x) / self.scale, (point[1] - self.y) / self.scale

    def zoomed(self, factor: float, at: Point) -> Viewport:
        """Return it with everything *factor* times as large, within 5 to 3200 %; what is at *at* stays there."""
        scale = min(max(self.scale * factor, MIN_SCALE), MAX_SCALE)
        x, y = self.to_picture(at)
        return Viewport(scale, at[0] - x * scale, at[1] - y * scale)

    def panned(self, dx: float, dy: float) -> Viewport:
        """Return it moved by pixels of the screen."""
        return Viewport(self.scale, self.x + dx, self.y + dy)


def fitting(area: tuple[float, float, float, float], room: tuple[int, int], margin_px: int) -> Viewport:
    """Return the viewport that shows *area*, (left, top, right, bottom) of the picture, in the middle of *room*.

    Args:
        room: Width and height of the screen.
        margin_px: What stays free on every side, where there is so much room.
    """
    left, top, right, bottom = area
    free = (max(room[0] - 2 * margin_px, room[0] / 2, 1), max(room[1] - 2 * margin_px, room[1] / 2, 1))
    scale = min(free[0] / max(right - left, 1), free[1] / max(bottom - top, 1), LARGEST_FIT_SCALE)
    scale = max(scale, MIN_SCALE)
    return Viewport(scale, room[0] / 2 - (left + right) / 2 * scale, room[1] / 2 - (top + bottom) / 2 * scale)
