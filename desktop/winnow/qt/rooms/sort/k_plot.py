"""One score over the number of clusters: a line, the suggestion, the best value, a band where there is one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from winnow.qt.theme.fonts import Type, font
from winnow.qt.theme.theme import tokens

_HEAD_PX, _AXIS_PX, _LEFT_PX, _RIGHT_PX, _HEIGHT_PX = 22, 18, 44, 10, 132
_TICKS = 4


@dataclass(frozen=True, slots=True)
class KCurve:
    """What a plot shows; *band* is (low, high) for each k, *chord* draws the line that the elbow lies under."""

    ks: tuple[int, ...] = ()
    values: tuple[float, ...] = ()
    best_k: int = 0
    suggested: int = 0
    best_words: str = ""
    band: tuple[tuple[float, float], ...] = ()
    chord: bool = False


class KPlot(QWidget):
    """Paints a curve under its name; what it shows is said in words to a screen reader too."""

    def __init__(self, title: str, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._title, self._words = title, words
        self._curve = KCurve()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(title)

    def show_curve(self, curve: KCurve) -> None:
        """Show *curve*."""
        self._curve = curve
        said = ", ".join(f"{k}: {value:.3g}" for k, value in zip(curve.ks, curve.values, strict=True))
        self.setAccessibleDescription(f"{self._words}; {curve.best_words}; {said}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(300, _HEIGHT_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, now = QPainter(self), tokens()
        painter.setFont(font(Type.GROUP))
        painter.setPen(now.colour("text"))
        head = QRect(0, 0, self.width(), _HEAD_PX - 4)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(head, middle, self._title)
        left = painter.fontMetrics().horizontalAdvance(self._title) + 8
        painter.setFont(font(Type.CAPTION))
        painter.drawText(head, middle | Qt.AlignmentFlag.AlignRight, self._curve.best_words)
        painter.setPen(now.colour("text-2"))
        painter.drawText(head.adjusted(left, 0, 0, 0), middle, self._words)
        if len(self._curve.ks) > 1:
            self._paint_curve(painter)

    def _paint_curve(self, painter: QPainter) -> None:
        curve, now = self._curve, tokens()
        area = QRectF(_LEFT_PX, _HEAD_PX + 4, self.width() - _LEFT_PX - _RIGHT_PX, _HEIGHT_PX - _HEAD_PX - _AXIS_PX - 6)
        low, high = self._range()

        def spot(k: float, value: float) -> QPointF:
            across = (k - curve.ks[0]) / (curve.ks[-1] - curve.ks[0])
            return QPointF(
                area.left() + across * area.width(), area.bottom() - (value - low) / (high - low) * area.height()
            )

        self._paint_axes(painter, area, low, high)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if curve.band:
            lower = [spot(k, one[0]) for k, one in zip(curve.ks, curve.band, strict=True)]
            upper = [spot(k, one[1]) for k, one in zip(curve.ks, curve.band, strict=True)]
            fill = now.colour("accent")
            fill.setAlphaF(0.14)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(fill)
            painter.drawPolygon(QPolygonF(upper + lower[::-1]))
        if curve.chord:
            painter.setPen(QPen(now.colour("text-2"), 1, Qt.PenStyle.DashLine))
            painter.drawLine(spot(curve.ks[0], curve.values[0]), spot(curve.ks[-1], curve.values[-1]))
        x = spot(curve.suggested, low).x()
        painter.setPen(QPen(now.colour("accent"), 1))
        painter.drawLine(QPointF(x, area.top() - 2), QPointF(x, area.bottom()))
        points = [spot(k, value) for k, value in zip(curve.ks, curve.values, strict=True)]
        painter.setPen(QPen(now.colour("accent"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF(points))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(now.colour("accent"))
        for point in points:
            painter.drawEllipse(point, 2.6, 2.6)
        if curve.best_k in curve.ks:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(now.colour("text"), 2))
            painter.drawEllipse(points[curve.ks.index(curve.best_k)], 5.5, 5.5)

    def _range(self) -> tuple[float, float]:
        curve = self._curve
        values = [*curve.values, *(one for pair in curve.band for one in pair)]
        low, high = min(values), max(values)
        margin = (high - low) * 0.08 or abs(high) * 0.1 or 1.0
        return low - margin, high + margin

    def _paint_axes(self, painter: QPainter, area: QRectF, low: float, high: float) -> None:
        now = tokens()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setFont(font(Type.CAPTION))
        for value in _ticks(low, high):
            y = round(area.bottom() - (value - low) / (high - low) * area.height())
            painter.fillRect(round(area.left()), y, round(area.width()), 1, now.colour("grid"))
            painter.setPen(now.colour("text-2"))
            box = QRect(0, y - 8, _LEFT_PX - 8, 16)
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, _number(value))
        painter.fillRect(round(area.left()), round(area.bottom()), round(area.width()), 1, now.colour("line-strong"))
        ks = self._curve.ks
        every = max(1, -(-len(ks) // 8))
        for k in ks[::every]:
            x = area.left() + (k - ks[0]) / (ks[-1] - ks[0]) * area.width()
            box = QRect(round(x) - 20, round(area.bottom()) + 3, 40, 14)
            painter.drawText(box, Qt.AlignmentFlag.AlignHCenter, str(k))


def _ticks(low: float, high: float) -> Sequence[float]:
    """Return round values between *low* and *high*, about four."""
    rough = (high - low) / _TICKS
    power = 10.0 ** _floor_log(rough)
    step = next(factor * power for factor in (1, 2, 5, 10) if factor * power >= rough)
    first = -(-low // step)
    return [(first + at) * step for at in range(int((high - first * step) / step) + 1)]


def _floor_log(value: float) -> int:
    return int(f"{value:e}".partition("e")[2])


def _number(value: float) -> str:
    if abs(value) >= 100 or value == int(value):
        return f"{value:.0f}".replace("-", "\u2212")
    return (f"{value:.2f}" if abs(value) < 1 else f"{value:.1f}").replace("-", "\u2212")
