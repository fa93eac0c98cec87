"""Points painted into a picture, a few thousand a turn, so that the window never waits for all of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from winnow.qt.map.geometry import Places

FULL, HOLLOW, CROSS = 0, 1, 2
"""Labelled, unlabelled, rejected: shape as well as colour."""

_AT_ONCE = 4000
_STAMP_PX = 12
_RADII = {FULL: 3.6, HOLLOW: 3.0}
_CROSS_PX = 2.5


@dataclass(frozen=True, slots=True, eq=False)
class Look:
    """How each point is drawn: *tints*, (n,) indices into *colours*, and *shapes*, (n,)."""

    tints: npt.NDArray[np.int32]
    shapes: npt.NDArray[np.uint8]
    colours: Sequence[QColor]


class PointPainter:
    """Paints *places* into a picture the size of the view; `step` does some of them and says whether it is done."""

    def __init__(self, places: Places, look: Look, width: int, height: int, ratio: float) -> None:
        self.pixmap = QPixmap(round(width * ratio), round(height * ratio))
        self.pixmap.setDevicePixelRatio(ratio)
        self.pixmap.fill(Qt.GlobalColor.transparent)
        seen = (places > -_STAMP_PX).all(1) & (places[:, 0] < width + _STAMP_PX) & (places[:, 1] < height + _STAMP_PX)
        rows = np.flatnonzero(seen)
        # One stamp for each look, so that a point is one call.
        self._kinds = (look.tints[rows].astype(np.int64) * 3 + look.shapes[rows]).tolist()
        self._places = (places[rows] - _STAMP_PX / 2).tolist()
        self._look = look
        self._ratio = ratio
        self._stamps: dict[int, QPixmap] = {}
        self._at = 0

    def step(self) -> bool:
        """Paint the next points; True when all are painted."""
        end = min(self._at + _AT_ONCE, len(self._places))
        if end > self._at:
            painter = QPainter(self.pixmap)
            for at in range(self._at, end):
                x, y = self._places[at]
                painter.drawPixmap(QPointF(x, y), self._stamp(self._kinds[at]))
            painter.end()
        self._at = end
        return end >= len(self._places)

    def _stamp(self, kind: int) -> QPixmap:
        made = self._stamps.get(kind)
        if made is None:
            tint, shape = divmod(kind, 3)
            made = self._stamps[kind] = _drawn(self._look.colours[tint], shape, self._ratio)
        return made


def _drawn(colour: QColor, shape: int, ratio: float) -> QPixmap:
    stamp = QPixmap(round(_STAMP_PX * ratio), round(_STAMP_PX * ratio))
    stamp.setDevicePixelRatio(ratio)
    stamp.fill(Qt.GlobalColor.transparent)
    painter = QPainter(stamp)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw_point(painter, QPointF(_STAMP_PX / 2, _STAMP_PX / 2), colour, shape)
    painter.end()
    return stamp


def draw_point(painter: QPainter, at: QPointF, colour: QColor, shape: int) -> None:
    """Draw one point: filled, hollow or a cross."""
    if shape == CROSS:
        painter.setPen(QPen(colour, 1.5))
        for dx in (-_CROSS_PX, _CROSS_PX):
            painter.drawLine(QPointF(at.x() - dx, at.y() - _CROSS_PX), QPointF(at.x() + dx, at.y() + _CROSS_PX))
        return
    radius = _RADII[shape]
    if shape == HOLLOW:
        painter.setPen(QPen(colour, 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
    painter.drawEllipse(QRectF(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius))
