"""The box beside the crosshair that says the values of every run."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from winnow.qt.theme.drawing import draw_box
from winnow.qt.theme.fonts import Type, font
from winnow.qt.theme.theme import tokens

_PADDING_PX, _HEAD_PX, _ROW_PX, _SWATCH_PX, _GAP_PX = 10, 20, 18, 14, 18
_AWAY_PX = 10


@dataclass(frozen=True, slots=True)
class ReadOutRow:
    """One run: its colour, its name and a value for each column."""

    colour: QColor
    name: str
    values: tuple[str, ...]


class ReadOut(QWidget):
    """Words over a plot; the mouse goes through it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._home = parent
        self._title = ""
        self._columns: tuple[str, ...] = ()
        self._rows: tuple[ReadOutRow, ...] = ()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    @property
    def rows(self) -> tuple[ReadOutRow, ...]:
        """What is shown; empty while it is hidden."""
        return self._rows if not self.isHidden() else ()

    def show_values(self, title: str, columns: Sequence[str], rows: Sequence[ReadOutRow], beside: QPoint) -> None:
        """Show *rows* to the right of *beside*, or to the left where there is no room."""
        self._title, self._columns, self._rows = title, tuple(columns), tuple(rows)
        names, widths = self._widths()
        width = 2 * _PADDING_PX + _SWATCH_PX + 8 + names + sum(one + _GAP_PX for one in widths)
        self.resize(width, 2 * _PADDING_PX - 4 + _HEAD_PX + _ROW_PX * len(self._rows))
        room = self._home.rect()
        x = beside.x() + _AWAY_PX
        if x + width > room.right():
            x = max(0, beside.x() - _AWAY_PX - width)
        self.move(x, max(0, min(beside.y(), room.bottom() - self.height())))
        self.show()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        now = tokens()
        painter = QPainter(self)
        draw_box(painter, QRectF(self.rect()), 6, now.colour("pop"), now.colour("pop-line"))
        names, widths = self._widths()
        top = _PADDING_PX - 2
        painter.setFont(font(Type.CAPTION))
        painter.setPen(now.colour("text-2"))
        painter.drawText(QRectF(_PADDING_PX, top, 400, _HEAD_PX), Qt.AlignmentFlag.AlignVCenter, self._title)
        self._paint_values(painter, top, _HEAD_PX, self._columns, names, widths, last_bold=False)
        for number, row in enumerate(self._rows):
            y = top + _HEAD_PX + number * _ROW_PX
            bar = QRectF(_PADDING_PX, y + _ROW_PX / 2 - 1.5, _SWATCH_PX, 3)
            draw_box(painter, bar, 1.5, row.colour)
            painter.setPen(now.colour("text"))
            painter.setFont(font(Type.SMALL))
            name_at = QRectF(_PADDING_PX + _SWATCH_PX + 8, y, names + 2, _ROW_PX)
            painter.drawText(name_at, Qt.AlignmentFlag.AlignVCenter, row.name)
            self._paint_values(painter, y, _ROW_PX, row.values, names, widths, last_bold=True)

    def _paint_values(
        self,
        painter: QPainter,
        y: int,
        height: int,
        values: Sequence[str],
        names: int,
        widths: Sequence[int],
        last_bold: bool,
    ) -> None:
        x = _PADDING_PX + _SWATCH_PX + 8 + names
        for at, (value, width) in enumerate(zip(values, widths, strict=True)):
            is_last = at == len(values) - 1
            if last_bold:
                painter.setFont(font(Type.GROUP if is_last else Type.SMALL))
                painter.setPen(tokens().colour("text" if is_last else "text-2"))
            box = QRectF(x + _GAP_PX, y, width, height)
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, value)
            x += width + _GAP_PX

    def _widths(self) -> tuple[int, list[int]]:
        """Return the widths of the names and of each column."""
        plain, bold = QFontMetrics(font(Type.SMALL)), QFontMetrics(font(Type.GROUP))
        names = max((plain.horizontalAdvance(row.name) for row in self._rows), default=0)
        title = QFontMetrics(font(Type.CAPTION)).horizontalAdvance(self._title) - _SWATCH_PX - 8
        columns = []
        for at, head in enumerate(self._columns):
            widest = max((bold.horizontalAdvance(row.values[at]) for row in self._rows), default=0)
            columns.append(max(plain.horizontalAdvance(head), widest) + 2)
        return max(names, title), columns
