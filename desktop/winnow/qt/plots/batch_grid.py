"""The map of batch size and learning rate: a cell a pair, the rules and the measured line over it."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from winnow.domain.batch_map import BatchCell, BatchMap
from winnow.qt.accessible import tell_role
from winnow.qt.core_words import core_words
from winnow.qt.plots.chart import draw_mark
from winnow.qt.plots.heat import STEPS, draw_stripes, ink_on, surface_colour
from winnow.qt.plots.rates import rate_words
from winnow.qt.theme.drawing import draw_box
from winnow.qt.theme.fonts import Type, font
from winnow.qt.theme.theme import tokens

_LEFT_PX, _BOTTOM_PX, _GAP_PX = 64, 24, 2
_LINEAR = ("#B2560D", "#FFB733")


def linear_colour() -> QColor:
    """Return the colour of the linear rule."""
    return QColor(_LINEAR[int(tokens().dark)])


class BatchGrid(QWidget):
    """Rates go up, batch sizes right; a cell that is clicked is wanted for the recipe."""

    cell_wanted = Signal(int, float)  # batch size, rate

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sizes: tuple[int, ...] = ()
        self._rates: tuple[float, ...] = ()
        self._cells: dict[tuple[int, float], BatchCell] = {}
        self._map: BatchMap | None = None
        self._is_loss = False
        self._recipe = (0, 0.0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Map of batch size and learning rate"))
        tell_role(self, QAccessible.Role.Chart)
        self.setMouseTracking(True)

    def begin(self, sizes: tuple[int, ...], rates: tuple[float, ...]) -> None:
        """Empty it for a map of these sizes and rates."""
        self._sizes, self._rates, self._cells, self._map = sizes, rates, {}, None
        self.update()

    def add_cell(self, cell: BatchCell) -> None:
        """Show one cell of the map that is being made."""
        self._cells[cell.batch_size, cell.rate] = cell
        self.update()

    def show_map(self, found: BatchMap) -> None:
        """Show a map with its lines."""
        self._sizes, self._rates, self._map = found.batch_sizes, found.rates, found
        self._cells = {(cell.batch_size, cell.rate): cell for cell in found.cells}
        self.setAccessibleDescription(core_words(found.words()))
        self.update()

    def show_loss(self, is_loss: bool) -> None:
        """Show losses in the cells, or accuracies."""
        self._is_loss = is_loss
        self.update()

    def show_recipe(self, batch_size: int, rate: float) -> None:
        """Mark the cell nearest to the recipe."""
        self._recipe = (batch_size, rate)
        self.update()

    @property
    def bounds(self) -> tuple[float, float]:
        """The least and the greatest value shown; (0, 1) where there is none."""
        values = [value for cell in self._cells.values() if (value := self._value(cell)) is not None]
        return (min(values), max(values)) if values else (0.0, 1.0)

    def cell_rect(self, batch_size: int, rate: float) -> QRect:
        """Return where a cell lies, in this widget's pixels."""
        return self._box(self._sizes.index(batch_size), self._rates.index(rate)).toRect()

    def sizeHint(self) -> QSize:
        return QSize(_LEFT_PX + 5 * 112, 8 * 46 + _BOTTOM_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEFT_PX + 5 * 56, 8 * 28 + _BOTTOM_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for across in range(len(self._sizes)):
            for up in range(len(self._rates)):
                self._paint_cell(painter, across, up)
        self._paint_axes(painter)
        self._paint_lines(painter)
        # Over the lines, on a patch of the cell's colour: a number must be read whatever crosses it.
        for across in range(len(self._sizes)):
            for up in range(len(self._rates)):
                self._paint_number(painter, across, up)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        cell = self._cell_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and cell is not None and not cell.has_diverged:
            self.cell_wanted.emit(cell.batch_size, cell.rate)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            cell = self._cell_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self._about(cell) if cell else "", self)
            return True
        return super().event(event)

    def _about(self, cell: BatchCell) -> str:
        head = self.tr("batch {0}, rate {1}").format(cell.batch_size, rate_words(cell.rate))
        if cell.accuracy is None or cell.loss is None:
            return self.tr("{0}: {1} of {2} seeds diverged", n=cell.seeds).format(head, cell.diverged, cell.seeds)
        return self.tr("{0}: {1} % right, loss {2}, {3} of {4} seeds diverged. Click to use it.", n=cell.seeds).format(
            head, f"{cell.accuracy * 100:.1f}", f"{cell.loss:.3f}", cell.diverged, cell.seeds
        )

    def _cell_at(self, at: QPointF) -> BatchCell | None:
        for across, size in enumerate(self._sizes):
            for up, rate in enumerate(self._rates):
                if self._box(across, up).contains(at):
                    return self._cells.get((size, rate))
        return None

    def _value(self, cell: BatchCell) -> float | None:
        if cell.has_diverged:
            return None
        return cell.loss if self._is_loss else cell.accuracy

    def _box(self, across: int, up: int) -> QRectF:
        width = (self.width() - _LEFT_PX) / max(1, len(self._sizes))
        height = (self.height() - _BOTTOM_PX) / max(1, len(self._rates))
        top = (len(self._rates) - 1 - up) * height
        return QRectF(_LEFT_PX + across * width, top, width - _GAP_PX, height - _GAP_PX)

    def _fill(self, cell: BatchCell) -> QColor:
        low, high = self.bounds
        value = self._value(cell)
        share = ((value or 0.0) - low) / (high - low) if high > low else 1.0
        # Dark is good, in accuracies and in losses.
        return surface_colour(round((share if self._is_loss else 1 - share) * (STEPS - 1)))

    def _paint_cell(self, painter: QPainter, across: int, up: int) -> None:
        box = self._box(across, up)
        cell = self._cells.get((self._sizes[across], self._rates[up]))
        if cell is None:
            draw_box(painter, box, 4, tokens().colour("ctl"))
        elif self._value(cell) is None:
            draw_stripes(painter, box, 4)
        else:
            draw_box(painter, box, 4, self._fill(cell))
        if self._is_recipe(across, up):
            now = tokens()
            draw_box(painter, box.adjusted(-1, -1, 1, 1), 5, None, now.colour("accent"), 2)
            draw_box(painter, box.adjusted(1, 1, -1, -1), 4, None, now.colour("bg"), 1)

    def _paint_number(self, painter: QPainter, across: int, up: int) -> None:
        cell = self._cells.get((self._sizes[across], self._rates[up]))
        if cell is None:
            return
        box, value = self._box(across, up), self._value(cell)
        painter.setFont(font(Type.CAPTION))
        if value is None:
            painter.setPen(tokens().colour("text-2"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.tr("diverged"))
            return
        words = f"{value:.3f}" if self._is_loss else f"{value * 100:.1f}"
        if self._map is not None and value == (self.bounds[0] if self._is_loss else self.bounds[1]):
            painter.setFont(font(Type.GROUP))
        fill = self._fill(cell)
        width = painter.fontMetrics().horizontalAdvance(words) + 6
        patch = QRectF(box.left() + 5, box.center().y() - 8, width, 16)
        draw_box(painter, patch, 3, fill)
        painter.setPen(ink_on(fill))
        painter.drawText(patch, Qt.AlignmentFlag.AlignCenter, words)

    def _is_recipe(self, across: int, up: int) -> bool:
        size, rate = self._recipe
        if not size or rate <= 0 or size != self._sizes[across]:
            return False
        nearest = min(self._rates, key=lambda one: abs(math.log(one / rate)))
        return self._rates[up] == nearest and abs(math.log(nearest / rate)) < math.log(2) / 2 + 1e-9

    def _paint_axes(self, painter: QPainter) -> None:
        now = tokens()
        for up, rate in enumerate(self._rates):
            box = self._box(0, up)
            is_own = any(self._is_recipe(across, up) for across in range(len(self._sizes)))
            painter.setFont(font(Type.GROUP if is_own else Type.CAPTION))
            painter.setPen(now.colour("text" if is_own else "text-2"))
            place = QRectF(0, box.top(), _LEFT_PX - 8, box.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, rate_words(rate))
        for across, size in enumerate(self._sizes):
            box = self._box(across, 0)
            is_own = size == self._recipe[0]
            painter.setFont(font(Type.GROUP if is_own else Type.CAPTION))
            painter.setPen(now.colour("text" if is_own else "text-2"))
            place = QRectF(box.left(), self.height() - _BOTTOM_PX + 6, box.width(), 16)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(size))

    def _spot(self, size: float, rate: float) -> QPointF:
        """Return the pixel of a pair: sizes and rates lie on powers of two, cells around them."""
        across = _place(size, self._sizes)
        up = _place(rate, self._rates)
        first, last = self._box(0, 0).center(), self._box(len(self._sizes) - 1, len(self._rates) - 1).center()
        steps = max(1, len(self._sizes) - 1), max(1, len(self._rates) - 1)
        return QPointF(
            first.x() + across / steps[0] * (last.x() - first.x()), first.y() + up / steps[1] * (last.y() - first.y())
        )

    def _paint_lines(self, painter: QPainter) -> None:
        found = self._map
        if found is None or len(self._sizes) < 2 or len(self._rates) < 2:
            return
        now = tokens()
        painter.save()
        painter.setClipRect(QRectF(_LEFT_PX, 0, self.width() - _LEFT_PX, self.height() - _BOTTOM_PX))
        size, rate = found.recipe_batch, found.recipe_rate
        for power, ink, dashes in (
            (1.0, linear_colour(), [6.0, 4.0]),
            (0.5, now.colour("text"), [2.0, 4.0]),
        ):
            self._paint_line(painter, partial(_by_power, size, rate, power), ink, 2, dashes)
        if found.line is not None:
            self._paint_line(painter, found.line.rate, now.colour("good"), 2.4, [])
        painter.restore()
        for row in found.rows:
            best = row.fitted_rate or row.rate
            if best is not None:
                draw_mark(painter, self._spot(row.batch_size, best), 6, QColor("#FFFFFF"), QColor("#16181D"), 2)

    def _paint_line(
        self, painter: QPainter, rate_of: Callable[[float], float], ink: QColor, width: float, dashes: list[float]
    ) -> None:
        left, right = self._sizes[0] / 2**0.5, self._sizes[-1] * 2**0.5
        ends = self._spot(left, rate_of(left)), self._spot(right, rate_of(right))
        halo = tokens().colour("bg")
        halo.setAlphaF(0.85)
        painter.setPen(QPen(halo, 5))
        painter.drawLine(*ends)
        pen = QPen(ink, width)
        if dashes:
            pen.setDashPattern([dash / width for dash in dashes])
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawLine(*ends)


def _by_power(batch_size: int, rate: float, power: float, at: float) -> float:
    """Return the rate for the batch *at* where *rate* is right for *batch_size*."""
    return float(rate * (at / batch_size) ** power)


def _place(value: float, along: tuple[float, ...] | tuple[int, ...]) -> float:
    """Return where *value* lies among ascending values, by their logarithms, beyond both ends too."""
    logs = [math.log(one) for one in along]
    x = math.log(value)
    at = min(max(sum(one <= x for one in logs) - 1, 0), len(logs) - 2)
    return at + (x - logs[at]) / (logs[at + 1] - logs[at])
