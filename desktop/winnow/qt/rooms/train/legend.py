"""What the lines of a plot mean."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from winnow.qt.plots.batch_grid import linear_colour
from winnow.qt.theme.drawing import draw_box
from winnow.qt.theme.fonts import Type, font
from winnow.qt.theme.theme import tokens

_MARK_PX, _GAP_PX, _APART_PX = 20, 6, 16


class Legend(QWidget):
    """Entries (mark, colour token or "linear", words); marks are line, thick, thin, dashes, dots, band, ring."""

    def __init__(self, entries: Sequence[tuple[str, str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries = tuple(entries)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(", ".join(words for _, _, words in self._entries))

    def show_entries(self, entries: Sequence[tuple[str, str, str]]) -> None:
        """Say something else."""
        self._entries = tuple(entries)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(font(Type.CAPTION))
        width = sum(_MARK_PX + _GAP_PX + metrics.horizontalAdvance(words) for _, _, words in self._entries)
        return QSize(width + _APART_PX * max(0, len(self._entries) - 1) + 2, 18)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font(Type.CAPTION))
        left = 0
        for mark, role, words in self._entries:
            ink = linear_colour() if role == "linear" else tokens().colour(role)
            self._paint_mark(painter, QRectF(left, 0, _MARK_PX, self.height()), mark, ink)
            painter.setPen(tokens().colour("text-2"))
            width = painter.fontMetrics().horizontalAdvance(words) + 2
            place = QRectF(left + _MARK_PX + _GAP_PX, 0, width, self.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, words)
            left += _MARK_PX + _GAP_PX + width - 2 + _APART_PX

    @staticmethod
    def _paint_mark(painter: QPainter, box: QRectF, mark: str, ink: QColor) -> None:
        middle = box.center().y()
        if mark == "band":
            ink.setAlphaF(0.2)
            draw_box(painter, QRectF(box.left(), middle - 5, _MARK_PX, 10), 2, ink)
            return
        if mark == "ring":
            painter.setPen(QPen(ink, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QPointF(box.center().x(), middle), 4.5, 4.5)
            return
        width = {"thick": 2.6, "thin": 1.0}.get(mark, 2.0)
        pen = QPen(ink, width)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        dashes = {"dashes": [2.5, 1.8], "dots": [1.2, 1.4]}.get(mark)
        if dashes:
            pen.setDashPattern(dashes)
        painter.setPen(pen)
        painter.drawLine(QPointF(box.left(), middle), QPointF(box.right(), middle))
