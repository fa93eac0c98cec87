"""The sealed test part, drawn: a covered square for each frame."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from winnow.qt.theme.theme import tokens

_EDGE_PX, _GAP_PX, _RADIUS_PX = 20, 4, 4
_STEP_PX = _EDGE_PX + _GAP_PX
_COLUMNS, _FEWEST_COLUMNS, _LINES = 21, 12, 6
_STRIPE_PX, _PITCH_PX = 2, 7


class CoveredFrames(QWidget):
    """Squares that show nothing; of many frames as many as there is room for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = 0
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_count(self, count: int) -> None:
        """Cover *count* frames."""
        self._count = count
        self.setAccessibleName(self.tr("{0} covered frames", n=count).format(count))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        wide = min(self._shown, _COLUMNS) * _STEP_PX - _GAP_PX
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        wide = min(self._shown, _FEWEST_COLUMNS) * _STEP_PX - _GAP_PX
        return QSize(wide, self.sizeHint().height())

    def heightForWidth(self, width: int) -> int:
        return math.ceil(self._shown / _columns_in(width)) * _STEP_PX - _GAP_PX

    @property
    def _shown(self) -> int:
        return max(1, min(self._count, _COLUMNS * _LINES))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, now = QPainter(self), tokens()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(now.colour("test-stripe"), _STRIPE_PX)
        for at in range(min(self._count, _COLUMNS * _LINES)):
            line, column = divmod(at, _columns_in(self.width()))
            left, top = column * _STEP_PX, line * _STEP_PX
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


def _columns_in(width: int) -> int:
    """Return how many squares lie side by side in *width* pixels."""
    return max(1, min(_COLUMNS, (width + _GAP_PX) // _STEP_PX))
