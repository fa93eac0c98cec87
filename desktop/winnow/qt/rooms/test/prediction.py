"""What a network says of one picture: a bar for each of its likeliest classes."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from winnow.qt.rooms.test.words import ClassMark, percent_words
from winnow.qt.theme.drawing import draw_bar
from winnow.qt.theme.fonts import Type, font
from winnow.qt.theme.theme import class_colour, tokens
from winnow.qt.widgets.chip import draw_class_chip

_ROW_PX, _NAME_PX, _FIGURE_PX = 23, 72, 56
_MOST = 5


class PredictionBars(QWidget):
    """The likeliest first, at most five."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[tuple[ClassMark, float], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def rows(self) -> tuple[tuple[ClassMark, float], ...]:
        """What is shown: (class, probability)."""
        return self._rows

    def show_probabilities(self, marks: tuple[ClassMark, ...], said: npt.NDArray[np.float32] | None) -> None:
        """Show *said*, (classes,), or nothing."""
        pairs = [] if said is None else list(zip(marks, (float(one) for one in said), strict=True))
        self._rows = tuple(sorted(pairs, key=lambda pair: -pair[1])[:_MOST])
        self.setAccessibleName(", ".join(f"{mark.name} {percent_words(share)}" for mark, share in self._rows))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, _ROW_PX * len(self._rows))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, now = QPainter(self), tokens()
        for at, (mark, share) in enumerate(self._rows):
            top = at * _ROW_PX
            draw_class_chip(painter, QRect(0, top + 3, 16, 16), mark.letter, mark.index)
            painter.setPen(now.colour("text" if at == 0 else "text-2"))
            painter.setFont(font(Type.NAME if at == 0 else Type.BODY))
            name = painter.fontMetrics().elidedText(mark.name, Qt.TextElideMode.ElideRight, _NAME_PX - 24)
            painter.drawText(QRect(22, top, _NAME_PX - 22, _ROW_PX), Qt.AlignmentFlag.AlignVCenter, name)
            right = QRect(self.width() - _FIGURE_PX, top, _FIGURE_PX, _ROW_PX)
            aligned = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(right, aligned, percent_words(share))
            bar = QRectF(_NAME_PX, top + 8, self.width() - _NAME_PX - _FIGURE_PX - 6, 8)
            draw_bar(painter, bar, share, class_colour(mark.index), now.colour("ctl-press"))
