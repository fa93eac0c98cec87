"""Places on the map and on the screen."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QRectF

Places = npt.NDArray[np.float32]

_MARGIN_PX = 40
_STEPS_ASIDE = 4
_MOST_ZOOM = 200.0


@dataclass(frozen=True, slots=True)
class Viewpoint:
    """screen = centre of the view + scale * (point - looked at); the map's y axis points up."""

    width: float
    height: float
    zoom: float = 1.0
    """1 fits the whole map."""
    x: float = 0.0
    """The point that is looked at; so is *y*."""
    y: float = 0.0

    @property
    def scale(self) -> float:
        """Pixels to one unit of the map, whose longer side goes from -1 to 1."""
        return max(1.0, min(self.width, self.height) - 2 * _MARGIN_PX) / 2 * self.zoom

    def on_screen(self, points: Places) -> Places:
        """Return where *points*, (n, 2), lie in the view, (n, 2) pixels."""
        found = np.empty_like(points)
        found[:, 0] = self.width / 2 + (points[:, 0] - self.x) * self.scale
        found[:, 1] = self.height / 2 - (points[:, 1] - self.y) * self.scale
        return found

    def on_map(self, x: float, y: float) -> tuple[float, float]:
        """Return the point of the map that lies at pixel (x, y)."""
        return self.x + (x - self.width / 2) / self.scale, self.y - (y - self.height / 2) / self.scale

    def zoomed(self, factor: float, x: float, y: float) -> Viewpoint:
        """Return the view zoomed by *factor* such that what lies at pixel (x, y) stays there."""
        before = self.on_map(x, y)
        nearer = replace(self, zoom=min(max(self.zoom * factor, 0.5), _MOST_ZOOM))
        after = nearer.on_map(x, y)
        return replace(nearer, x=nearer.x + before[0] - after[0], y=nearer.y + before[1] - after[1])

    def moved(self, dx: float, dy: float) -> Viewpoint:
        """Return the view after what is seen was dragged by (dx, dy) pixels."""
        return replace(self, x=self.x - dx / self.scale, y=self.y + dy / self.scale)


def nearest(places: Places, x: float, y: float, within_px: float) -> int:
    """Return the row of *places* that is nearest to (x, y), -1 where none is within *within_px*."""
    if not len(places):
        return -1
    squared = (places[:, 0] - x) ** 2 + (places[:, 1] - y) ** 2
    row = int(squared.argmin())
    return row if squared[row] <= within_px**2 else -1


def towards(places: Places, row: int, dx: int, dy: int) -> int:
    """Return the row that a step from *row* in the direction (dx, dy) leads to; *row* itself where there is none.

    The nearest within 45 degrees of the direction, the way across it counting double.
    """
    along = (places[:, 0] - places[row, 0]) * dx + (places[:, 1] - places[row, 1]) * dy
    across = np.abs((places[:, 0] - places[row, 0]) * dy) + np.abs((places[:, 1] - places[row, 1]) * dx)
    cost = np.where((along > 0.5) & (across <= along), along + 2 * across, np.inf)
    best = int(cost.argmin())
    return best if np.isfinite(cost[best]) else row


def inside(places: Places, corners: Places) -> npt.NDArray[np.bool_]:
    """Return which *places* lie in the polygon of *corners*, (m, 2). Source: even-odd rule by crossings of a ray."""
    found = np.zeros(len(places), np.bool_)
    if len(corners) < 3:
        return found
    box = (places >= corners.min(0)).all(1) & (places <= corners.max(0)).all(1)
    rows = np.flatnonzero(box)
    x, y = places[rows, 0], places[rows, 1]
    odd = np.zeros(len(rows), np.bool_)
    for (x1, y1), (x2, y2) in zip(corners, np.roll(corners, -1, axis=0), strict=True):
        if y1 == y2:
            continue
        crosses = (y1 > y) != (y2 > y)
        odd ^= crosses & (x < (x2 - x1) * (y - y1) / (y2 - y1) + x1)
    found[rows] = odd
    return found


def beside(box: QRectF, taken: Iterable[QRectF]) -> QRectF:
    """Return *box*, moved up or down by as little as keeps it off all of *taken*; where that is too far, as it is."""
    others, step = list(taken), box.height() + 2
    for steps in range(_STEPS_ASIDE + 1):
        for moved in (box.translated(0, -steps * step), box.translated(0, steps * step)):
            if not any(moved.intersects(other) for other in others):
                return moved
    return box
