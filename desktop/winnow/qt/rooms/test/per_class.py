"""Precision, recall and F1 of each class, each as a figure with its interval on one scale."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from winnow.domain.judgement import ClassFigures, Interval
from winnow.qt.rooms.test.words import ClassMark, bounds_words, percent_words
from winnow.qt.theme.drawing import draw_bar
from winnow.qt.theme.fonts import Type, font
from winnow.qt.theme.theme import tokens
from winnow.qt.widgets.chip import ClassChip
from winnow.qt.widgets.form import Separator
from winnow.qt.widgets.label import ElidedLabel, Label

_BAR_PX = 96
_COLUMNS = 5
_GAP_PX = 6
_STEPS = (0.0, 0.5, 0.8, 0.9)
"""Where the scale may begin."""


class IntervalBar(QWidget):
    """A share as a point on its interval, on a scale from *low* to 1."""

    def __init__(self, share: float, interval: Interval, low: float, parent: QWidget) -> None:
        super().__init__(parent)
        self._share, self._interval, self._low = share, interval, low
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(36)

    def sizeHint(self) -> QSize:
        return QSize(_BAR_PX, 12)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, now = QPainter(self), tokens()
        left, right = (self._at(bound) for bound in self._interval)
        draw_bar(painter, QRectF(0, 4, self.width(), 4), 0.0, now.colour("ctl"), now.colour("ctl"))
        painter.setPen(Qt.PenStyle.NoPen)
        soft = now.colour("accent")
        soft.setAlphaF(0.55)
        painter.setBrush(soft)
        painter.drawRoundedRect(QRectF(left, 4, max(right - left, 4), 4), 2, 2)
        painter.setBrush(now.colour("accent"))
        painter.drawEllipse(QPointF(self._at(self._share), 6), 4.5, 4.5)

    def _at(self, share: float) -> float:
        inner = self.width() - 10
        return 5 + inner * min(max((share - self._low) / (1 - self._low), 0.0), 1.0)


class _Scale(QWidget):
    """The words under the bars."""

    def __init__(self, low: float, parent: QWidget) -> None:
        super().__init__(parent)
        self._low = low
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(_BAR_PX, 16)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(font(Type.CAPTION))
        painter.setPen(tokens().colour("text-2"))
        middle = (self._low + 1) / 2
        marks = (
            (self._low, Qt.AlignmentFlag.AlignLeft),
            (middle, Qt.AlignmentFlag.AlignHCenter),
            (1.0, Qt.AlignmentFlag.AlignRight),
        )
        words = {
            share: f"{100 * share:.0f} %" if share == self._low else f"{100 * share:.0f}" for share, _side in marks
        }
        width_of = painter.fontMetrics().horizontalAdvance
        # Half a scale is better than one that cannot be read.
        choices = (marks, (marks[0], marks[2]), (marks[2],))
        fitting = (
            some for some in choices if sum(width_of(words[share]) + _GAP_PX for share, _ in some) <= self.width()
        )
        for share, side in next(fitting, ()):
            painter.drawText(self.rect(), side | Qt.AlignmentFlag.AlignVCenter, words[share])


class PerClass(QWidget):
    """A block of three rows for each class."""

    def __init__(self, classes: tuple[ClassFigures, ...], marks: tuple[ClassMark, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(3, 1)
        lowest = min((one.recall_interval[0] for one in classes), default=0.0)
        lowest = min([lowest, *(one.precision_interval[0] for one in classes)])
        low = max(step for step in _STEPS if step <= lowest)
        row = 0
        for one, mark in zip(classes, marks, strict=True):
            self._grid.addWidget(Separator(self), row, 0, 1, _COLUMNS)
            self._grid.addWidget(_named(mark, self), row + 1, 0)
            for at, (name, share, interval) in enumerate(
                (
                    (self.tr("Precision"), one.precision, one.precision_interval),
                    (self.tr("Recall"), one.recall, one.recall_interval),
                    (self.tr("F1"), one.f1, one.f1_interval),
                )
            ):
                self._add(row + 1 + at, name, share, interval, low)
            row += 4
        self._grid.addWidget(Separator(self), row, 0, 1, _COLUMNS)
        self._grid.addWidget(_Scale(low, self), row + 1, 3)
        self._grid.setRowMinimumHeight(row + 1, 28)

    def _add(self, row: int, name: str, share: float, interval: Interval, low: float) -> None:
        self._grid.setRowMinimumHeight(row, 35)
        self._grid.addWidget(Label(name, Type.SMALL, "text-2", self), row, 1)
        figure = Label(percent_words(share), Type.NAME, parent=self)
        self._grid.addWidget(figure, row, 2, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(IntervalBar(share, interval, low, self), row, 3)
        bounds = Label(bounds_words(interval), Type.SMALL, "text-2", self)
        bounds.setAccessibleName(self.tr("{0}: 95 % interval {1}").format(name, bounds_words(interval)))
        self._grid.addWidget(bounds, row, 4, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


def _named(mark: ClassMark, parent: QWidget) -> QWidget:
    held = QWidget(parent)
    row = QHBoxLayout(held)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    row.addWidget(ClassChip(mark.letter, mark.index, held))
    name = ElidedLabel(mark.name, Type.BODY, parent=held)
    name.setMaximumWidth(72)
    row.addWidget(name)
    return held
