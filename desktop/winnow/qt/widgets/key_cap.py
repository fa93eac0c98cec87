"""A key, drawn as on a keyboard."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from winnow.qt.theme.drawing import draw_box
from winnow.qt.theme.fonts import Type, font
from winnow.qt.theme.theme import tokens


def cap_width(text: str) -> int:
    """Return how wide the cap of *text* is, in pixels, at least 18."""
    return max(18, QFontMetrics(font(Type.CAPTION)).horizontalAdvance(text) + 10)


def draw_cap(painter: QPainter, box: QRect, text: str, ink: QColor, fill: QColor | None) -> None:
    """Draw a cap with *text*; its border is *ink* at half strength where it stands on a filled button."""
    border = QColor(ink) if fill is None else tokens().colour("line-strong")
    if fill is None:
        border.setAlphaF(0.5)
    draw_box(painter, QRectF(box), 4, fill, border)
    painter.setPen(ink)
    painter.setFont(font(Type.CAPTION))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


class KeyCap(QWidget):
    """Shows one key."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    def sizeHint(self) -> QSize:
        return QSize(cap_width(self._text), 18)

    def paintEvent(self, event: QPaintEvent) -> None:
        now = tokens()
        ink = now.colour("text-2" if self.isEnabled() else "text-3")
        draw_cap(QPainter(self), self.rect(), self._text, ink, now.colour("field"))
