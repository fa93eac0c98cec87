"""A slider for an angle: filled from the middle, with a tick at nought."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSlider, QWidget

from winnow.qt.theme.theme import tokens

_TRACK_PX, _HANDLE_PX = 4, 14


class AngleSlider(QSlider):
    """Works as Qt's slider does; Home and a double click go to nought."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.setValue(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Home:
            self.setValue(0)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, now = QPainter(self), tokens()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        left, right, y = _HANDLE_PX / 2, self.width() - _HANDLE_PX / 2, self.height() / 2
        at = left + (self.value() - self.minimum()) / (self.maximum() - self.minimum()) * (right - left)
        middle = (left + right) / 2
        track = QRectF(left, y - _TRACK_PX / 2, right - left, _TRACK_PX)
        painter.setBrush(now.colour("ctl-press"))
        painter.drawRoundedRect(track, 2, 2)
        painter.drawRect(QRectF(middle - 0.5, y - 6, 1, 12))
        painter.setBrush(now.colour("accent" if self.isEnabled() else "line-strong"))
        painter.drawRect(QRectF(min(middle, at), track.y(), abs(at - middle), _TRACK_PX))
        is_held = self.isEnabled() and (self.isSliderDown() or self.underMouse() or self.hasFocus())
        painter.setBrush(now.colour("knob" if self.isEnabled() else "line-strong"))
        painter.setPen(QPen(now.colour("accent" if is_held else "line-strong"), 2 if self.hasFocus() else 1))
        edge = _HANDLE_PX / 2 - (1 if self.hasFocus() else 0.5)
        painter.drawEllipse(QPointF(at, y), edge, edge)
