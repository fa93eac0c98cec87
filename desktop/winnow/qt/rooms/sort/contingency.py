"""Two clusterings as a table of where their clusters meet: rows by number, columns by letter."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from winnow.domain.cluster import NOISE
from winnow.domain.colour import DARK_LETTER, LIGHT_LETTER
from winnow.domain.comparison import Comparison, Side
from winnow.qt.accessible import tell_role
from winnow.qt.figures import count_words
from winnow.qt.theme.drawing import draw_box
from winnow.qt.theme.fonts import Type, font
from winnow.qt.theme.theme import tokens
from winnow.qt.theme.tokens import cluster_colour, colour, contrast

_CELL_W, _CELL_H, _GAP = 60, 44, 3
_NAMES_PX, _HEAD_PX, _SUM_PX = 172, 66, 48
COUNTS, ROW_SHARES, COLUMN_SHARES = "counts", "rows", "columns"


def letters_of(count: int) -> list[str]:
    """Return A to Z, then AA, AB …"""
    return [chr(65 + at) if at < 26 else chr(64 + at // 26) + chr(65 + at % 26) for at in range(count)]


def side_name(side: Side, words: str, none: str) -> str:
    """Return what a cluster is called; *words* has its number from 1."""
    return none if side.number == NOISE else side.name or words.format(side.number + 1)


class SideChip(QWidget):
    """A cluster of one of the two clusterings: its number or its letter, 20 px."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._words, self._fill = "", QColor()
        self.setFixedSize(20, 20)

    def show_side(self, words: str, fill: QColor) -> None:
        """Show *words* on *fill*."""
        self._words, self._fill = words, fill
        self.setAccessibleName(words)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        _draw_chip(QPainter(self), self.rect(), self._words, self._fill)


class ContingencyTable(QWidget):
    """Arrows move between cells, a click or Enter picks one."""

    cell_picked = Signal(int, int)  # row, column

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._compared: Comparison | None = None
        self._how = COUNTS
        self._at: tuple[int, int] | None = None
        self._by_keyboard = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Which images meet"))
        tell_role(self, QAccessible.Role.Table)

    @property
    def picked(self) -> tuple[int, int] | None:
        """(row, column) of the selected cell."""
        return self._at

    def show_comparison(self, compared: Comparison) -> None:
        """Show *compared*; the selected cell stays if it is still there."""
        self._compared = compared
        if self._at is not None and (self._at[0] >= len(compared.rows) or self._at[1] >= len(compared.columns)):
            self._at = None
        self.updateGeometry()
        self.update()

    def show_as(self, how: str) -> None:
        """Show `COUNTS`, `ROW_SHARES` or `COLUMN_SHARES` in the cells."""
        self._how = how
        self.update()

    def column_colour(self, column: int) -> QColor:
        """Return the colour of the row that most of a column's pictures are in."""
        if self._compared is None:
            return tokens().colour("text-3")
        return self.row_colour(int(self._compared.counts[:, column].argmax()))

    def cell_rect(self, row: int, column: int) -> QRect:
        """Return where a cell lies."""
        return QRect(_NAMES_PX + column * (_CELL_W + _GAP), _HEAD_PX + row * (_CELL_H + _GAP), _CELL_W, _CELL_H)

    def sizeHint(self) -> QSize:
        rows, columns = self._shape()
        return QSize(_NAMES_PX + columns * (_CELL_W + _GAP) + _SUM_PX, _HEAD_PX + rows * (_CELL_H + _GAP) + 26)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        rows, columns = self._shape()
        by = {
            Qt.Key.Key_Left.value: (0, -1),
            Qt.Key.Key_Right.value: (0, 1),
            Qt.Key.Key_Up.value: (-1, 0),
            Qt.Key.Key_Down.value: (1, 0),
        }.get(event.key())
        self._by_keyboard = True
        if by is not None and rows:
            row, column = self._at if self._at is not None else (0, -by[1] if by[1] > 0 else 0)
            at = (min(max(row + by[0], 0), rows - 1), min(max(column + by[1], 0), columns - 1))
            self._pick(at)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._at is not None:
            self._pick(self._at)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._by_keyboard = False
        found = self._cell_at(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and found is not None:
            self._pick(found)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._compared is None:
            return
        painter = QPainter(self)
        for column in range(len(self._compared.columns)):
            self._paint_column(painter, column)
        for row in range(len(self._compared.rows)):
            self._paint_row(painter, row)
            for column in range(len(self._compared.columns)):
                self._paint_cell(painter, row, column)
        self._paint_sums(painter)

    def _paint_column(self, painter: QPainter, column: int) -> None:
        side, now = self._sides()[1][column], tokens()
        box = self.cell_rect(0, column)
        chip = QRect(box.center().x() - 10, 0, 20, 20)
        self._chip(painter, chip, letters_of(column + 1)[column], self.column_colour(column), side)
        is_picked = self._at is not None and self._at[1] == column
        painter.setFont(font(Type.GROUP if is_picked else Type.CAPTION))
        painter.setPen(now.colour("text" if is_picked else "text-2"))
        name = side_name(side, self.tr("Cluster {0}"), self.tr("No cluster"))
        where = QRect(box.left() - 1, 24, _CELL_W + 2, 36)
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        painter.drawText(where, flags, name)

    def _paint_row(self, painter: QPainter, row: int) -> None:
        side, now = self._sides()[0][row], tokens()
        box = self.cell_rect(row, 0)
        chip = QRect(0, box.center().y() - 10, 20, 20)
        self._chip(painter, chip, str(side.number + 1), self.row_colour(row), side)
        is_picked = self._at is not None and self._at[0] == row
        painter.setFont(font(Type.NAME if is_picked else Type.BODY))
        painter.setPen(now.colour("text"))
        where = QRect(28, box.top(), _NAMES_PX - 36, _CELL_H)
        name = side_name(side, self.tr("Cluster {0}"), self.tr("In no cluster"))
        shown = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, where.width())
        painter.drawText(where, Qt.AlignmentFlag.AlignVCenter, shown)

    def _chip(self, painter: QPainter, box: QRect, words: str, fill: QColor, side: Side) -> None:
        is_noise = side.number == NOISE
        _draw_chip(painter, box, "\u2013" if is_noise else words, tokens().colour("text-3") if is_noise else fill)

    def _paint_cell(self, painter: QPainter, row: int, column: int) -> None:
        counts, now = self._counts(), tokens()
        count, most = int(counts[row, column]), max(1, int(counts.max()))
        box = self.cell_rect(row, column)
        fill, ink = now.colour("ctl"), now.colour("text-3")
        if count:
            steps = now.surface
            share = (count / most) ** 0.6
            fill = colour(steps[min(len(steps) - 1, int((1 - share) * len(steps)))])
            light, dark = (now.colour("text") if now.dark else colour(LIGHT_LETTER)), colour(DARK_LETTER)
            ink = light if contrast(light, fill) >= contrast(dark, fill) else dark
        draw_box(painter, QRectF(box), 4, fill)
        if self._at == (row, column):
            around = QRectF(box).adjusted(-1, -1, 1, 1)
            draw_box(painter, QRectF(box).adjusted(1, 1, -1, -1), 4, None, now.colour("bg"), 2)
            draw_box(painter, around, 5, None, now.colour("accent"), 2)
        painter.setPen(ink)
        painter.setFont(font(Type.NAME if count * 2 > most else Type.SMALL))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._words(row, column))

    def _paint_sums(self, painter: QPainter) -> None:
        counts, now = self._counts(), tokens()
        painter.setFont(font(Type.SMALL))
        painter.setPen(now.colour("text-2"))
        rows, columns = counts.shape
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        left = self.cell_rect(0, columns).left()
        for row in range(rows):
            box = QRect(left, self.cell_rect(row, 0).top(), _SUM_PX - 8, _CELL_H)
            painter.drawText(box, right, count_words(int(counts[row].sum())))
        top = self.cell_rect(rows, 0).top()
        painter.drawText(QRect(0, top, _NAMES_PX, 22), Qt.AlignmentFlag.AlignVCenter, self.tr("images"))
        for column in range(columns):
            box = QRect(self.cell_rect(0, column).left(), top, _CELL_W, 22)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, count_words(int(counts[:, column].sum())))
        painter.setFont(font(Type.GROUP))
        painter.setPen(now.colour("text"))
        painter.drawText(QRect(left, top, _SUM_PX - 8, 22), right, count_words(int(counts.sum())))

    def _words(self, row: int, column: int) -> str:
        counts = self._counts()
        count = int(counts[row, column])
        if self._how == COUNTS:
            return count_words(count)
        total = int((counts[row] if self._how == ROW_SHARES else counts[:, column]).sum())
        return f"{round(100 * count / max(1, total))} %"

    def _pick(self, at: tuple[int, int]) -> None:
        self._at = at
        self.setAccessibleDescription(self._words(*at))
        self.update()
        self.cell_picked.emit(*at)

    def _cell_at(self, spot: QPoint) -> tuple[int, int] | None:
        rows, columns = self._shape()
        return next(
            (
                (row, column)
                for row in range(rows)
                for column in range(columns)
                if self.cell_rect(row, column).contains(spot)
            ),
            None,
        )

    def row_colour(self, row: int) -> QColor:
        """Return the colour of a row's cluster."""
        return cluster_colour(self._sides()[0][row].number + 1)

    def _counts(self) -> npt.NDArray[np.int64]:
        return self._compared.counts if self._compared is not None else np.zeros((0, 0), np.int64)

    def _sides(self) -> tuple[tuple[Side, ...], tuple[Side, ...]]:
        return (self._compared.rows, self._compared.columns) if self._compared is not None else ((), ())

    def _shape(self) -> tuple[int, int]:
        rows, columns = self._sides()
        return len(rows), len(columns)


def _draw_chip(painter: QPainter, box: QRect, words: str, fill: QColor) -> None:
    draw_box(painter, QRectF(box), 6, fill)
    painter.setPen(colour(LIGHT_LETTER))
    painter.setFont(font(Type.NUMBER))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
