"""A box of the filter: tick, chip, name, and how many pictures it stands for."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QStyle, QStyleOptionButton, QWidget

from winnow.qt.figures import count_words
from winnow.qt.theme.fonts import Type, font
from winnow.qt.theme.theme import tokens
from winnow.qt.widgets.chip import draw_class_chip
from winnow.qt.widgets.cut_words import CutWords

_TICK_PX, _CHIP_PX, _GAP_PX, _COUNT_PX = 16, 16, 8, 44


class CountBox(QCheckBox):
    """A check box whose count stands at the right end; *mark* is a class as (letter, index)."""

    def __init__(
        self, name: str, count: int, parent: QWidget | None = None, mark: tuple[str, int] | None = None
    ) -> None:
        super().__init__(name, parent)
        self._mark = mark
        self._words = CutWords(self)
        self.show_count(count)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def count(self) -> int:
        """How many pictures it stands for."""
        return self._count

    def show_count(self, count: int) -> None:
        """Stand for *count* pictures."""
        self._count = count
        self.setAccessibleName(f"{self.text()}, {count}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(160, 23)

    def minimumSizeHint(self) -> QSize:
        return QSize(100, 23)

    def event(self, event: QEvent) -> bool:
        return self._words.hear(event) or super().event(event)

    def hitButton(self, pos: object) -> bool:
        """The whole row is the box."""
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, now = QPainter(self), tokens()
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.rect = QRect(0, (self.height() - _TICK_PX) // 2, _TICK_PX, _TICK_PX)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_IndicatorCheckBox, option, painter, self)
        left = _TICK_PX + _GAP_PX
        if self._mark is not None:
            draw_class_chip(painter, QRect(left, (self.height() - _CHIP_PX) // 2, _CHIP_PX, _CHIP_PX), *self._mark)
            left += _CHIP_PX + 6
        painter.setFont(font(Type.BODY))
        painter.setPen(now.colour("text" if self.isEnabled() else "text-3"))
        room = self.width() - left - _COUNT_PX
        self._words.clear()
        self._words.paint(painter, QRect(left, 0, room, self.height()), self.text())
        painter.setFont(font(Type.SMALL))
        painter.setPen(now.colour("text-2" if self.isEnabled() else "text-3"))
        counted = QRect(self.width() - _COUNT_PX, 0, _COUNT_PX, self.height())
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(counted, right, count_words(self._count))
