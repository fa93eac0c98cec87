"""A bar for each class: how many of its frames are in train, valid and test."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from winnow.app.queries.division import LabelParts
from winnow.domain.label import letters
from winnow.domain.split import PARTS, Part
from winnow.qt.figures import count_words
from winnow.qt.rooms.split.parts_painting import draw_part, draw_words_on
from winnow.qt.theme.fonts import Type, font
from winnow.qt.theme.theme import tokens
from winnow.qt.widgets.chip import draw_class_chip
from winnow.qt.widgets.label import plain_tip

_ROW_PX, _BAR_PX, _NAME_PX, _FIGURE_PX = 28, 20, 74, 42


class ClassBars(QWidget):
    """Bars as long as the class is large against the largest; the counts stand in them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[LabelParts, ...] = ()
        self._marks: Sequence[str] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_labels(self, rows: Sequence[LabelParts]) -> None:
        """Show *rows* from the top."""
        self._rows = tuple(rows)
        self._marks = letters([row.label.name for row in rows])
        said = [f"{row.label.name}: {' · '.join(count_words(count) for count in row.counts)}" for row in rows]
        self.setAccessibleName(self.tr("Frames of each class in train, valid and test"))
        self.setAccessibleDescription("; ".join(said))
        self.setToolTip(plain_tip("\n".join(said)) if len(said) <= 40 else "")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, _ROW_PX * len(self._rows))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, now = QPainter(self), tokens()
        most = max((sum(row.counts) for row in self._rows), default=1)
        room = self.width() - _NAME_PX - _FIGURE_PX
        for at, (row, mark) in enumerate(zip(self._rows, self._marks, strict=True)):
            top = at * _ROW_PX
            draw_class_chip(painter, QRect(0, top + 6, 16, 16), mark, row.label.position)
            painter.setPen(now.colour("text"))
            painter.setFont(font(Type.BODY))
            name = QFontMetrics(font(Type.BODY)).elidedText(row.label.name, Qt.TextElideMode.ElideRight, _NAME_PX - 30)
            painter.drawText(QRect(24, top, _NAME_PX - 26, _ROW_PX), Qt.AlignmentFlag.AlignVCenter, name)
            left = float(_NAME_PX)
            for part, count in zip(PARTS, row.counts, strict=True):
                width = room * count / max(most, 1)
                self._draw_count(painter, QRectF(left, top + 4, max(width - 2, 0), _BAR_PX), part, count)
                left += width
            painter.setPen(now.colour("text-2"))
            figure = QRect(round(left) + 6, top, _FIGURE_PX, _ROW_PX)
            painter.drawText(figure, Qt.AlignmentFlag.AlignVCenter, count_words(sum(row.counts)))

    def _draw_count(self, painter: QPainter, box: QRectF, part: Part, count: int) -> None:
        draw_part(painter, box, 3, part)
        painter.setFont(font(Type.SMALL))
        words = count_words(count)
        if painter.fontMetrics().horizontalAdvance(words) + 10 <= box.width():
            draw_words_on(painter, box.adjusted(7, 0, -3, 0), part, words)
