"""Small plots beside the batch map: seconds an epoch for each batch size, and the gradient noise scale."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAccessible, QPainter, QPen
from PySide6.QtWidgets import QWidget

from winnow.domain.batch_map import BatchMap
from winnow.qt.accessible import tell_role
from winnow.qt.plots.chart import Chart, Scale, plain_words
from winnow.qt.theme.drawing import draw_box
from winnow.qt.theme.fonts import Type, font
from winnow.qt.theme.theme import tokens


class EpochBars(Chart):
    """Seconds that an epoch takes, a bar a batch size; the recipe's is in the accent."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent, x_words=_no_words, y_words=plain_words, height_px=124)
        self.setAccessibleName(self.tr("Time per epoch"))
        tell_role(self, QAccessible.Role.Chart)
        self._map: BatchMap | None = None
        self._unit = 1.0
        self.top_px = 16

    @property
    def unit_words(self) -> str:
        """What the bars count: seconds, or milliseconds where all are short."""
        return self.tr("s") if self._unit == 1.0 else self.tr("ms")

    def show_map(self, found: BatchMap) -> None:
        """Draw the times of *found*."""
        self._map = found
        self.across = Scale(-0.6, len(found.rows) - 0.4)
        longest = max((row.seconds for row in found.rows), default=1.0) or 1.0
        self._unit = 1000.0 if longest < 1 else 1.0
        self.up = Scale(0.0, longest * self._unit * 1.1)
        said = ", ".join(f"{row.batch_size}: {row.seconds:.2g} s" for row in found.rows)
        self.setAccessibleDescription(said)
        self.update()

    def paint_inside(self, painter: QPainter) -> None:
        now = tokens()
        rows = self._map.rows if self._map else ()
        for at, row in enumerate(rows):
            height = row.seconds * self._unit
            top, bottom = self.spot(at, height), self.spot(at, 0)
            wide = min(22.0, self.area.width() / max(1, len(rows)) * 0.6)
            is_own = self._map is not None and row.batch_size == self._map.recipe_batch
            box = QRectF(top.x() - wide / 2, top.y(), wide, max(1.0, bottom.y() - top.y()))
            draw_box(painter, box, 3, now.colour("accent" if is_own else "text-3"))
            painter.setFont(font(Type.GROUP if is_own else Type.CAPTION))
            painter.setPen(now.colour("text"))
            place = QRectF(top.x() - 24, top.y() - 15, 48, 14)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, f"{height:.0f}" if height >= 10 else f"{height:.1f}")
            below = QRectF(top.x() - 24, self.area.bottom() + 5, 48, 14)
            painter.setPen(now.colour("text" if is_own else "text-2"))
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, str(row.batch_size))


class NoiseChart(Chart):
    """The gradient noise scale over epochs with its range over seeds; the recipe's batch as a dotted line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent, x_words=plain_words, y_words=plain_words, height_px=124)
        self.setAccessibleName(self.tr("Gradient noise scale"))
        tell_role(self, QAccessible.Role.Chart)
        self._map: BatchMap | None = None

    def show_map(self, found: BatchMap) -> None:
        """Draw the scales of *found*; epochs that have none stay empty."""
        self._map = found
        known = [one for point in found.noise for one in (point.scale, point.low, point.high) if one and one > 0]
        values = [*known, float(found.recipe_batch)]
        self.across = Scale(0.0, float(max((point.epoch for point in found.noise), default=1) or 1))
        self.up = Scale(max(0.5, min(values) / 2), max(values) * 2, is_log=True)
        self.update()

    def paint_inside(self, painter: QPainter) -> None:
        if self._map is None:
            return
        now, found = tokens(), self._map
        there = [point for point in found.noise if point.scale and point.low and point.high]
        band = now.colour("accent")
        band.setAlphaF(0.14)
        epochs = [float(point.epoch) for point in there]
        if len(there) > 1:
            self.draw_band(painter, epochs, [p.low or 0 for p in there], [p.high or 0 for p in there], band)
        self.draw_line(painter, epochs, [p.scale or 0 for p in there], now.colour("accent"), 2)
        area, y = self.area, self.spot(0, found.recipe_batch).y()
        painter.setPen(QPen(now.colour("text"), 1.2, Qt.PenStyle.DotLine))
        painter.drawLine(round(area.left()), round(y), round(area.right()), round(y))
        words = self.tr("batch {0}").format(found.recipe_batch)
        at = self.spot(self.across.high, found.recipe_batch)
        at.setY(at.y() + 9)
        self.draw_words(painter, at, words, "text", align="right")


def _no_words(_value: float) -> str:
    """Name no ticks: each bar names itself."""
    return ""
