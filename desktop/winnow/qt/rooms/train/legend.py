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

_MARK_PX, _GAP_PX, _APART_PX, _LINE_PX = 20, 6, 16, 18


class Legend(QWidget):
    """Entries (mark, colour token or "linear", words); marks are line, thick, thin, dashes, dots, band, ring.

    They go on in another line where one has no room for all.
    """

    def __init__(self, entries: Sequence[tuple[str, str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries = tuple(entries)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(", ".join(words for _, _, words in self._entries))

    def show_entries(self, entries: Sequence[tuple[str, str, str]]) -> None:
        """Say something else."""
        self._entries = tuple(entries)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        widths = self._widths()
        return QSize(sum(widths) + _APART_PX * max(0, len(widths) - 1), _LINE_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(max(self._widths(), default=0), _LINE_PX)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max((round(place.bottom()) for place in self._places(width)), default=_LINE_PX)

    def _widths(self) -> list[int]:
        metrics = QFontMetrics(font(Type.CAPTION))
        return [_MARK_PX + _GAP_PX + metrics.horizontalAdvance(words) + 2 for _, _, words in self._entries]

    def _places(self, width: int) -> list[QRectF]:
        """Return where each entry lies where all of it is *width* wide."""
        left, top, places = 0, 0, []
        for wide in self._widths():
            if left and left + wide > width:
                left, top = 0, top + _LINE_PX
            places.append(QRectF(left, top, wide, _LINE_PX))
            left += wide + _APART_PX
        return places

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font(Type.CAPTION))
        for (mark, role, words), place in zip(self._entries, self._places(self.width()), strict=True):
            ink = linear_colour() if role == "linear" else tokens().colour(role)
            self._paint_mark(painter, QRectF(place.left(), place.top(), _MARK_PX, _LINE_PX), mark, ink)
            painter.setPen(tokens().colour("text-2"))
            painter.drawText(place.adjusted(_MARK_PX + _GAP_PX, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, words)

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
