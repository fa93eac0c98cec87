"""The confusion matrix: counts or shares of a row, each cell a way to its pictures."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from winnow.qt.figures import count_words
from winnow.qt.rooms.test.words import ClassMark, percent_words
from winnow.qt.theme.drawing import draw_box
from winnow.qt.theme.fonts import Type, font
from winnow.qt.theme.theme import tokens
from winnow.qt.widgets.chip import ClassChip
from winnow.qt.widgets.label import ElidedLabel, Label

_FEW = 3
_LARGE_PX, _SMALL_PX = 104, 56
_HALF = 0.5


class Cell(QAbstractButton):
    """A count and its share of the true class; the fuller, the bluer."""

    def __init__(self, place: tuple[int, int], edge_px: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.place = place
        """(true, said), indices of outputs."""
        self._edge = edge_px
        self._count, self._share, self._by_row = 0, 0.0, False
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_count(self, count: int, share: float, by_row: bool) -> None:
        """Show *count*, or with *by_row* its *share* of the true class, in large."""
        self._count, self._share, self._by_row = count, share, by_row
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._edge, self._edge)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, now, box = QPainter(self), tokens(), QRectF(self.rect())
        full = self._share >= _HALF and self.place[0] == self.place[1]
        fill = "accent-fill" if full else "accent-soft" if self._count else "ctl"
        if self.isChecked():
            draw_box(painter, box, 7, now.colour("bg"), now.colour("accent"), 2)
            box = box.adjusted(4, 4, -4, -4)
        draw_box(painter, box, 6, now.colour(fill), now.colour("accent") if self.underMouse() else None)
        painter.setPen(now.colour("on-accent" if full else "text" if self._count else "text-3"))
        large, small = count_words(self._count), percent_words(self._share)
        if self._by_row:
            large, small = small, large
        is_large = self._edge == _LARGE_PX
        painter.setFont(font(Type.FIGURE if is_large and not self._by_row else Type.HEADING if is_large else Type.NAME))
        middle = Qt.AlignmentFlag.AlignCenter
        by = 20 if is_large else 14
        painter.drawText(self.rect().adjusted(0, 0, 0, -by), middle, large)
        painter.setFont(font(Type.SMALL if is_large else Type.CAPTION))
        painter.drawText(self.rect().adjusted(0, by, 0, 0), middle, small)


class ConfusionMatrix(QWidget):
    """Rows are true, columns said; a click on a cell asks for its pictures."""

    cell_chosen = Signal(int, int)  # true, said

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cells: dict[tuple[int, int], Cell] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(6)
        self._counts: tuple[tuple[int, ...], ...] = ()
        self._marks: tuple[ClassMark, ...] = ()
        self._by_row = False

    def show_counts(self, counts: tuple[tuple[int, ...], ...], marks: tuple[ClassMark, ...], what: str) -> None:
        """Show *counts*, of frames or pictures (*what* says which)."""
        self._counts, self._marks = counts, marks
        self._clear()
        edge = _LARGE_PX if len(marks) <= _FEW else _SMALL_PX
        self._add(Label(self.tr("true \\ said"), Type.SMALL, "text-2", self), 0, 0)
        self._add(Label(what, Type.SMALL, "text-2", self), 0, len(marks) + 1, Qt.AlignmentFlag.AlignRight)
        for at, mark in enumerate(marks):
            self._add(self._named(mark, edge), 0, at + 1, Qt.AlignmentFlag.AlignHCenter)
            self._add(self._named(mark), at + 1, 0)
            self._add(
                Label(count_words(sum(counts[at])), Type.BODY, "text-2", self),
                at + 1,
                len(marks) + 1,
                Qt.AlignmentFlag.AlignRight,
            )
            self._add(
                Label(count_words(sum(row[at] for row in counts)), Type.BODY, "text-2", self),
                len(marks) + 1,
                at + 1,
                Qt.AlignmentFlag.AlignHCenter,
            )
            for said in range(len(marks)):
                self._add_cell((at, said), edge)
        self._add(Label(what, Type.SMALL, "text-2", self), len(marks) + 1, 0)
        total = Label(count_words(sum(map(sum, counts))), Type.NAME, "text", self)
        self._add(total, len(marks) + 1, len(marks) + 1, Qt.AlignmentFlag.AlignRight)
        self.show_by_row(self._by_row)

    def show_by_row(self, by_row: bool) -> None:
        """Show shares of each row in large, or counts."""
        self._by_row = by_row
        for (true, said), cell in self.cells.items():
            whole, count = sum(self._counts[true]), self._counts[true][said]
            cell.show_count(count, count / whole if whole else 0.0, by_row)

    def choose(self, place: tuple[int, int] | None) -> None:
        """Mark a cell as the one whose pictures are shown."""
        for there, cell in self.cells.items():
            cell.setChecked(there == place)

    def _add_cell(self, place: tuple[int, int], edge: int) -> None:
        cell = Cell(place, edge, self)
        true, said = (self._marks[at].name for at in place)
        words = self.tr("true {0}, said {1}: {2}").format(true, said, count_words(self._counts[place[0]][place[1]]))
        cell.setAccessibleName(words)
        cell.setToolTip(self.tr("Show these pictures"))
        cell.clicked.connect(self._choose)
        self.cells[place] = cell
        self._add(cell, place[0] + 1, place[1] + 1)

    def _choose(self, _checked: bool = False) -> None:
        cell = self.sender()
        if isinstance(cell, Cell):
            self.choose(cell.place)
            self.cell_chosen.emit(*cell.place)

    def _named(self, mark: ClassMark, width: int = 0) -> QWidget:
        held = QWidget(self)
        row = QHBoxLayout(held)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(ClassChip(mark.letter, mark.index, held))
        name = ElidedLabel(mark.name, Type.BODY, parent=held)
        name.setMaximumWidth(max(width - 22, 30) if width else 88)
        row.addWidget(name)
        return held

    def _add(
        self, widget: QWidget, row: int, column: int, align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignVCenter
    ) -> None:
        self._grid.addWidget(widget, row, column, align | Qt.AlignmentFlag.AlignVCenter)

    def _clear(self) -> None:
        self.cells = {}
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
