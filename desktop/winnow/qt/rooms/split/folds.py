"""Folds: K by K strips, and how many there are."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSlider, QVBoxLayout, QWidget

from winnow.domain.split import Part
from winnow.qt.figures import count_words
from winnow.qt.looking_only import changes_project
from winnow.qt.rooms.split.parts_painting import draw_part, draw_words_on
from winnow.qt.theme.fonts import Type, font
from winnow.qt.theme.theme import tokens
from winnow.qt.widgets.form import SectionHeading
from winnow.qt.widgets.label import Label
from winnow.qt.widgets.number_field import WholeField

FEWEST, MOST = 2, 20
_NONE = 1
"""The field's value for no folds."""
_HEIGHT_PX, _NAME_PX, _TEST_PX = 100, 46, 30


class FoldChart(QWidget):
    """A row for each fold: the strip that is valid in it among those that are train; test stands beside all."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sizes: tuple[int, ...] = ()
        self._test = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Folds"))

    def show_folds(self, sizes: Sequence[int], test: int) -> None:
        """Show folds of *sizes* frames, and *test* frames outside of them."""
        self._sizes, self._test = tuple(sizes), test
        self.setAccessibleDescription(", ".join(count_words(size) for size in sizes))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, _HEIGHT_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, now, folds = QPainter(self), tokens(), len(self._sizes)
        if not folds:
            return
        height = self.height() / folds
        room = self.width() - _NAME_PX - _TEST_PX
        is_large = height >= 15
        total = max(1, sum(self._sizes))
        for fold in range(folds):
            top, left = fold * height, float(_NAME_PX)
            painter.setFont(font(Type.CAPTION if is_large else Type.LETTER))
            if is_large or not fold % 2:
                painter.setPen(now.colour("text-2"))
                box = QRectF(0, top, _NAME_PX, max(height, 12))
                painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, self._name(fold, is_large))
            for strip, size in enumerate(self._sizes):
                width = room * size / total
                box = QRectF(left, top + 1, max(width - 2, 1), max(height - 3, 1))
                part = Part.VALID if strip == fold else Part.TRAIN
                draw_part(painter, box, 3 if is_large else 1, part)
                if part is Part.VALID and is_large:
                    draw_words_on(painter, box, part, count_words(size), Qt.AlignmentFlag.AlignHCenter)
                left += width
        self._draw_test(painter)

    def _name(self, fold: int, is_large: bool) -> str:
        return self.tr("Fold {0}").format(fold + 1) if is_large else str(fold + 1)

    def _draw_test(self, painter: QPainter) -> None:
        box = QRectF(self.width() - _TEST_PX + 6, 1, _TEST_PX - 8, self.height() - 3)
        draw_part(painter, box, 4, Part.TEST)
        painter.save()
        painter.setFont(font(Type.CAPTION))
        painter.translate(box.center())
        painter.rotate(-90)
        turned = QRectF(-box.height() / 2, -box.width() / 2, box.height(), box.width())
        words = self.tr("test {0}").format(count_words(self._test))
        draw_words_on(painter, turned, Part.TEST, words, Qt.AlignmentFlag.AlignHCenter)
        painter.restore()


class Folds(QWidget):
    """K by slider and field (below 2: none), and the chart."""

    k_chosen = Signal(int)  # 0: no folds

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = WholeField(_NONE, MOST, self)
        self.field.setSpecialValueText(self.tr("none"))
        self.field.setAccessibleName(self.tr("Number of folds"))
        self.field.setFixedWidth(72)
        self.slider = QSlider(Qt.Orientation.Horizontal, self)
        self.slider.setRange(_NONE, MOST)
        self.slider.setFixedWidth(96)
        self.slider.setTracking(False)
        self.slider.setAccessibleName(self.tr("Number of folds"))
        for control in (self.field, self.slider):
            changes_project(control)
        self.chart = FoldChart(self)
        self._note = Label("", Type.CAPTION, "text-2", self, wrap=True)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(SectionHeading(self.tr("K-fold"), self.tr("for Train, Folds"), self), 1)
        head.addWidget(Label(self.tr("K"), Type.SMALL, "text-2", self))
        head.addWidget(self.slider)
        head.addWidget(self.field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.chart)
        column.addWidget(self._note)
        self.field.valueChanged.connect(self._choose)
        self.slider.valueChanged.connect(self._choose)

    @property
    def k(self) -> int:
        """How many folds are wished, 0 for none."""
        value = self.field.value()
        return 0 if value == _NONE else value

    def show_folds(self, sizes: Sequence[int], test: int) -> None:
        """Show the folds there are."""
        self._set(len(sizes) or _NONE)
        self.chart.setVisible(bool(sizes))
        self.chart.show_folds(sizes, test)
        self._note.setText(
            self.tr("{0} train and valid frames; each fold is valid once, test stays outside.").format(
                count_words(sum(sizes))
            )
            if sizes
            else self.tr("No folds. With some, Train can learn K times, and every frame is valid once.")
        )

    @Slot(int)
    def _choose(self, value: int) -> None:
        self._set(value)
        self.k_chosen.emit(self.k)

    def _set(self, value: int) -> None:
        for widget in (self.field, self.slider):
            widget.blockSignals(True)
            widget.setValue(value)
            widget.blockSignals(False)
