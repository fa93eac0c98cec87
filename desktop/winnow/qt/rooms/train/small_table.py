"""A table of a few rows beside a plot: words, marks, one row that stands out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from winnow.qt.theme.drawing import draw_box
from winnow.qt.theme.fonts import Type, font
from winnow.qt.theme.theme import tokens
from winnow.qt.widgets.cut_words import CutWords

_HEAD_PX, _ROW_PX, _PADDING_PX = 28, 28, 8

DrawMark = Callable[[QPainter, QRectF, int], None]
"""Draws something 20 px wide at the left of a row, by its place."""


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A head with its share of the width; the first is on the left, others on the right unless *is_left*."""

    head: str
    share: float = 1.0
    is_bold: bool = False
    is_quiet: bool = False
    is_left: bool = False


class SmallTable(QWidget):
    """Painted at once; a row can be chosen where *can_choose*."""

    row_chosen = Signal(int)

    def __init__(
        self,
        columns: Sequence[TableColumn],
        parent: QWidget | None = None,
        row_px: int = _ROW_PX,
        draw_mark: DrawMark | None = None,
        can_choose: bool = False,
    ) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._row_px = row_px
        self._draw_mark = draw_mark
        self._can_choose = can_choose
        self._rows: tuple[tuple[str, ...], ...] = ()
        self._under: tuple[str, ...] = ()
        self._chosen = -1
        self._foot: tuple[str, ...] = ()
        self._words = CutWords(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if can_choose else Qt.FocusPolicy.NoFocus)

    def show_rows(
        self, rows: Sequence[Sequence[str]], chosen: int = -1, under: Sequence[str] = (), foot: Sequence[str] = ()
    ) -> None:
        """Show *rows*, words *under* the first column of each, a *foot* in bold under them."""
        self._rows = tuple(tuple(row) for row in rows)
        self._under, self._foot = tuple(under), tuple(foot)
        self._chosen = chosen
        heads = [column.head for column in self._columns]
        said = "; ".join(
            ", ".join(f"{head} {cell}".strip() for head, cell in zip(heads, row, strict=True)) for row in self._rows
        )
        self.setAccessibleDescription(said)
        self.updateGeometry()
        self.update()

    def choose(self, row: int) -> None:
        """Let *row* stand out; nothing is emitted."""
        self._chosen = row
        self.update()

    def row_rect(self, row: int) -> QRectF:
        """Return where a row lies."""
        return QRectF(0, _HEAD_PX + row * self._row_px, self.width(), self._row_px)

    def sizeHint(self) -> QSize:
        rows = len(self._rows) + bool(self._foot)
        return QSize(300, _HEAD_PX + rows * self._row_px + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        return self._words.hear(event) or super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = int((event.position().y() - _HEAD_PX) // self._row_px)
        if self._can_choose and event.button() == Qt.MouseButton.LeftButton and 0 <= row < len(self._rows):
            self._take(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = {Qt.Key.Key_Up.value: -1, Qt.Key.Key_Down.value: 1}.get(event.key(), 0)
        if by and self._rows:
            self._take(min(max(self._chosen + by, 0), len(self._rows) - 1))
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, now = QPainter(self), tokens()
        self._words.clear()
        painter.setFont(font(Type.CHIP))
        painter.setPen(now.colour("text-2"))
        self._paint_cells(painter, QRectF(0, 0, self.width(), _HEAD_PX), [column.head for column in self._columns])
        for at, row in enumerate(self._rows):
            box = self.row_rect(at)
            if at == self._chosen:
                draw_box(painter, box, 6, now.colour("accent-soft"))
            else:
                painter.fillRect(QRectF(0, box.top(), box.width(), 1), now.colour("line"))
            self._paint_row(painter, box, at, row)
        if self._foot:
            box = self.row_rect(len(self._rows))
            painter.fillRect(QRectF(0, box.top(), box.width(), 1), now.colour("line"))
            painter.setPen(now.colour("text"))
            painter.setFont(font(Type.NAME))
            self._paint_cells(painter, box, self._foot)

    def _take(self, row: int) -> None:
        if row != self._chosen:
            self.choose(row)
            self.row_chosen.emit(row)

    def _paint_row(self, painter: QPainter, box: QRectF, at: int, row: tuple[str, ...]) -> None:
        now = tokens()
        indent = 0
        if self._draw_mark is not None:
            painter.save()
            self._draw_mark(painter, QRectF(box.left() + _PADDING_PX, box.top(), 20, box.height()), at)
            painter.restore()
            indent = 26
        under = self._under[at] if at < len(self._under) else ""
        for place, (cell, column) in enumerate(zip(row, self._columns, strict=True)):
            painter.setFont(font(Type.NAME if column.is_bold else Type.BODY))
            painter.setPen(now.colour("text-2" if column.is_quiet else "text"))
            spot = self._spot(box, place, indent if place == 0 else 0)
            if place == 0 and under:
                spot = spot.adjusted(0, 0, 0, -18)
            self._paint_words(painter, spot, cell, place, column)
        if under:
            painter.setFont(font(Type.CAPTION))
            painter.setPen(now.colour("text-2"))
            painter.drawText(self._spot(box, 0, indent).adjusted(0, 16, 60, 0), Qt.AlignmentFlag.AlignVCenter, under)

    def _paint_cells(self, painter: QPainter, box: QRectF, cells: Sequence[str]) -> None:
        for place, (cell, column) in enumerate(zip(cells, self._columns, strict=True)):
            self._paint_words(painter, self._spot(box, place, 0), cell, place, column)

    def _paint_words(self, painter: QPainter, spot: QRectF, words: str, place: int, column: TableColumn) -> None:
        is_left = place == 0 or column.is_left
        side = Qt.AlignmentFlag.AlignLeft if is_left else Qt.AlignmentFlag.AlignRight
        self._words.paint(painter, spot, words, side)

    def _spot(self, box: QRectF, place: int, indent: int) -> QRectF:
        total = sum(column.share for column in self._columns)
        wide = box.width() - 2 * _PADDING_PX
        left = box.left() + _PADDING_PX + wide * sum(column.share for column in self._columns[:place]) / total
        width = wide * self._columns[place].share / total
        gap = 6 if place and not self._columns[place].is_left else 0
        return QRectF(left + indent + gap, box.top(), width - indent - gap, box.height())
