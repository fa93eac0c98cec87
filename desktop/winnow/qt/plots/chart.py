"""A plot that is painted once for each result: axes in our look, and what a kind of plot draws between them."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from winnow.qt.accessible import tell_role
from winnow.qt.theme.fonts import Type, font
from winnow.qt.theme.theme import tokens

_LEFT_PX, _BOTTOM_PX, _TOP_PX, _RIGHT_PX = 48, 24, 8, 10
_TICKS_APART_PX = 44
_LABELS_APART_PX = 64
_DASHES = [4.0, 3.0]


@dataclass(frozen=True, slots=True)
class Scale:
    """Values from *low* to *high* along an axis, evenly or by powers; a logarithmic one needs *low* above 0."""

    low: float
    high: float
    is_log: bool = False

    def share(self, value: float) -> float:
        """Return where *value* lies: 0 at *low*, 1 at *high*."""
        if self.is_log:
            return math.log(max(value, 1e-300) / self.low) / math.log(self.high / self.low)
        return (value - self.low) / (self.high - self.low)

    def value(self, share: float) -> float:
        """Return what lies at *share*."""
        if self.is_log:
            return float(self.low * (self.high / self.low) ** share)
        return self.low + share * (self.high - self.low)

    def ticks(self, most: int) -> list[float]:
        """Return round values on the axis, about *most* of them."""
        if self.is_log:
            first, last = math.ceil(math.log10(self.low) - 1e-9), math.floor(math.log10(self.high) + 1e-9)
            every = max(1, math.ceil((last - first + 1) / max(1, most)))
            return [10.0**power for power in range(first, last + 1, every)]
        rough = (self.high - self.low) / max(1, most)
        power = 10.0 ** math.floor(math.log10(rough))
        step = next(factor * power for factor in (1, 2, 2.5, 5, 10) if factor * power >= rough * (1 - 1e-9))
        first = math.ceil(self.low / step - 1e-9)
        return [at * step for at in range(first, math.floor(self.high / step + 1e-9) + 1)]


def scale_over(values: Sequence[float], from_zero: bool = False, margin: float = 0.06) -> Scale:
    """Return a scale over what is finite in *values*, with some room at both ends."""
    there = [value for value in values if math.isfinite(value)]
    low, high = (min(there), max(there)) if there else (0.0, 1.0)
    room = (high - low) * margin or abs(high) * 0.1 or 1.0
    return Scale(0.0 if from_zero else low - room, high + room)


class Chart(QWidget):
    """Axes with a grid; a kind of plot sets the scales and draws inside."""

    def __init__(
        self,
        words: str,
        parent: QWidget | None = None,
        x_words: Callable[[float], str] = str,
        y_words: Callable[[float], str] = str,
        height_px: int = 240,
    ) -> None:
        super().__init__(parent)
        self.across, self.up = Scale(0, 1), Scale(0, 1)
        self.right_px = _RIGHT_PX
        self.top_px = _TOP_PX
        self._x_words, self._y_words = x_words, y_words
        self._height = height_px
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(words)
        tell_role(self, QAccessible.Role.Chart)

    def sizeHint(self) -> QSize:
        return QSize(320, self._height)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, min(self._height, 72))

    @property
    def area(self) -> QRectF:
        """Where the lines are, in this widget's pixels."""
        return QRectF(
            _LEFT_PX, self.top_px, self.width() - _LEFT_PX - self.right_px, self.height() - self.top_px - _BOTTOM_PX
        )

    def spot(self, x: float, y: float) -> QPointF:
        """Return the pixel of a point."""
        area = self.area
        return QPointF(
            area.left() + self.across.share(x) * area.width(), area.bottom() - self.up.share(y) * area.height()
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._paint_axes(painter)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_inside(painter)

    def paint_inside(self, painter: QPainter) -> None:
        """Draw the lines; the painter smooths edges."""
        raise NotImplementedError

    def draw_line(
        self,
        painter: QPainter,
        x: Sequence[float],
        y: Sequence[float],
        colour: QColor,
        width: float,
        dashed: bool = False,
    ) -> None:
        """Draw a line through points; it breaks where a value is no number, and is cut at the borders."""
        painter.save()
        painter.setClipRect(self.area.adjusted(-3, -3, 3, 3))
        pen = QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        if dashed:
            pen.setDashPattern(_DASHES)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        run: list[QPointF] = []
        for across, up in zip((*x, math.nan), (*y, math.nan), strict=True):
            if math.isfinite(across) and math.isfinite(up):
                run.append(self.spot(across, up))
                continue
            if len(run) > 1:
                painter.drawPolyline(QPolygonF(run))
            run = []
        painter.restore()

    def draw_band(
        self, painter: QPainter, x: Sequence[float], low: Sequence[float], high: Sequence[float], colour: QColor
    ) -> None:
        """Fill between two lines."""
        rows = [row for row in zip(x, low, high, strict=True) if np.isfinite(row).all()]
        painter.save()
        painter.setClipRect(self.area)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        upper = [self.spot(across, up) for across, _down, up in rows]
        lower = [self.spot(across, down) for across, down, _up in reversed(rows)]
        painter.drawPolygon(QPolygonF(upper + lower))
        painter.restore()

    def draw_words(
        self,
        painter: QPainter,
        at: QPointF,
        words: str,
        role: str = "text-2",
        align: str = "left",
        style: Type = Type.CAPTION,
    ) -> None:
        """Write *words* left of, right of or around *at*, their middle at its height."""
        painter.setFont(font(style))
        painter.setPen(tokens().colour(role))
        width = painter.fontMetrics().horizontalAdvance(words) + 2
        left = {"left": at.x(), "right": at.x() - width, "middle": at.x() - width / 2}[align]
        painter.drawText(QRectF(left, at.y() - 8, width, 16), Qt.AlignmentFlag.AlignVCenter, words)

    def _paint_axes(self, painter: QPainter) -> None:
        now, area = tokens(), self.area
        painter.setFont(font(Type.CAPTION))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for value in self.up.ticks(max(2, int(area.height() / _TICKS_APART_PX))):
            y = round(area.bottom() - self.up.share(value) * area.height())
            painter.fillRect(QRectF(area.left(), y, area.width(), 1), now.colour("grid"))
            painter.setPen(now.colour("text-2"))
            painter.drawText(QRectF(0, y - 8, _LEFT_PX - 8, 16), right, self._y_words(value))
        painter.fillRect(QRectF(area.left(), round(area.bottom()), area.width(), 1), now.colour("line-strong"))
        for value in self.across.ticks(max(2, int(area.width() / _LABELS_APART_PX))):
            x = area.left() + self.across.share(value) * area.width()
            box = QRectF(x - 40, area.bottom() + 5, 80, 14)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._x_words(value))


def plain_words(value: float) -> str:
    """Return a number on an axis: 0.4, 12."""
    return f"{value:.10g}".replace("-", "\u2212") if abs(value) < 1e6 else f"{value:.1e}"


def draw_mark(painter: QPainter, at: QPointF, radius: float, fill: QColor | None, border: QColor, width: float) -> None:
    """Draw a disc or, without *fill*, a ring."""
    painter.setPen(QPen(border, width))
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(at, radius, radius)


def upright(x: float, top: float, bottom: float) -> QLineF:
    """Return a vertical line."""
    return QLineF(x, top, x, bottom)
