"""The sealed test part, drawn: a covered square for each frame."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from winnow.qt.theme.theme import tokens

_EDGE_PX, _GAP_PX, _RADIUS_PX = 20, 4, 4
_COLUMNS, _LINES = 21, 6
_STRIPE_PX, _PITCH_PX = 2, 7


class CoveredFrames(QWidget):
    """Squares that show nothing; of many frames as many as there is room for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_count(self, count: int) -> None:
        """Cover *count* frames."""
        self._count = count
        self.setAccessibleName(self.tr("{0} covered frames", n=count).format(count))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        shown = max(1, min(self._count, _COLUMNS * _LINES))
        columns = min(shown, _COLUMNS)
        lines = math.ceil(shown / _COLUMNS)
        pitch = _EDGE_PX + _GAP_PX
        return QSize(columns * pitch - _GAP_PX, lines * pitch - _GAP_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, now = QPainter(self), tokens()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(now.colour("test-stripe"), _STRIPE_PX)
        for at in range(min(self._count, _COLUMNS * _LINES)):
            line, column = divmod(at, _COLUMNS)
            left, top = column * (_EDGE_PX + _GAP_PX), line * (_EDGE_PX + _GAP_PX)
            outline = QPainterPath()
            outline.addRoundedRect(QRectF(left, top, _EDGE_PX, _EDGE_PX), _RADIUS_PX, _RADIUS_PX)
            painter.save()
            painter.setClipPath(outline)
            painter.fillRect(QRectF(left, top, _EDGE_PX, _EDGE_PX), now.colour("test"))
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for step in range(-_EDGE_PX, _EDGE_PX, _PITCH_PX):
                painter.drawLine(left + step, top + _EDGE_PX, left + step + _EDGE_PX, top)
            painter.restore()
