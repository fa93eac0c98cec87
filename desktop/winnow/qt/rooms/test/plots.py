"""Small plots of a result: reliability in bins, and the curves of each class."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from winnow.domain.judgement import Curve, Reliability
from winnow.qt.figures import count_words
from winnow.qt.theme.fonts import Type, font
from winnow.qt.theme.theme import tokens

_LEFT_PX, _TOP_PX, _RIGHT_PX, _BOTTOM_PX = 44, 8, 12, 22


class _Square(QWidget):
    """Axes of shares, from *low* to 1 both ways."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._low = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumSize(150, 200)

    def sizeHint(self) -> QSize:
        return QSize(290, 280)

    def _area(self) -> QRectF:
        return QRectF(self.rect()).adjusted(_LEFT_PX, _TOP_PX, -_RIGHT_PX, -_BOTTOM_PX)

    def _point(self, x: float, y: float) -> QPointF:
        area, span = self._area(), 1 - self._low
        return QPointF(
            area.left() + (x - self._low) / span * area.width(), area.bottom() - (y - self._low) / span * area.height()
        )

    def _draw_axes(self, painter: QPainter) -> None:
        now, area = tokens(), self._area()
        painter.setFont(font(Type.CAPTION))
        for share in (self._low, (self._low + 1) / 2, 1.0):
            at = self._point(share, share)
            painter.setPen(now.colour("grid") if share > self._low else now.colour("line-strong"))
            painter.drawLine(QPointF(area.left(), round(at.y()) + 0.5), QPointF(area.right(), round(at.y()) + 0.5))
            painter.setPen(now.colour("text-2"))
            words = QRect(0, round(at.y()) - 8, _LEFT_PX - 8, 16)
            painter.drawText(words, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, f"{100 * share:.0f} %")
            under = QRect(round(at.x()) - 20, round(area.bottom()) + 5, 40, 16)
            painter.drawText(under, Qt.AlignmentFlag.AlignCenter, f"{100 * share:.0f}")


class ReliabilityPlot(_Square):
    """Bars of accuracy against how sure it was; on the dashed line it is as right as it says."""

    def __init__(self, shown: Reliability, parent: QWidget, after: Reliability | None = None) -> None:
        super().__init__(parent)
        self._shown, self._after = shown, after
        lowest = min((one.accuracy for one in shown.bins if one.n), default=0.0)
        first = shown.bins[0].low if shown.bins else 0.0
        self._low = first if lowest >= first else 0.0
        said = [
            self.tr("{0} to {1} %: {2} of {3} right").format(
                round(100 * one.low), round(100 * one.high), round(one.accuracy * one.n), one.n
            )
            for one in shown.bins
            if one.n
        ]
        self.setAccessibleName(self.tr("Reliability"))
        self.setAccessibleDescription("; ".join(said))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, now = QPainter(self), tokens()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_axes(painter)
        self._draw_bars(painter)
        painter.setPen(QPen(now.colour("text-2"), 1, Qt.PenStyle.DashLine))
        painter.drawLine(self._point(self._low, self._low), self._point(1, 1))
        if self._after is not None:
            self._draw_line(painter, self._after, now.colour("good"), Qt.PenStyle.DotLine)
        self._draw_line(painter, self._shown, now.colour("accent"), Qt.PenStyle.SolidLine)

    def _draw_bars(self, painter: QPainter) -> None:
        now, floor = tokens(), self._area().bottom()
        fill = QColor(now.colour("accent"))
        fill.setAlphaF(0.28)
        painter.setFont(font(Type.CAPTION))
        for one in self._shown.bins:
            if not one.n:
                continue
            left, right = self._point(one.low, 0).x() + 1.5, self._point(one.high, 0).x() - 1.5
            top = self._point(0, max(one.accuracy, self._low)).y()
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(fill)
            painter.drawRoundedRect(QRectF(left, top, right - left, max(floor - top, 1)), 3, 3)
            painter.setPen(now.colour("text-2"))
            place = QRectF(left, floor - 20, right - left, 16)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, count_words(one.n))

    def _draw_line(self, painter: QPainter, shown: Reliability, colour: QColor, style: Qt.PenStyle) -> None:
        points = [self._point(one.confidence, max(one.accuracy, self._low)) for one in shown.bins if one.n]
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour, 2, style))
        painter.drawPolyline(QPolygonF(points))
        painter.setPen(QPen(tokens().colour("bg"), 1.5))
        painter.setBrush(colour)
        for point in points:
            painter.drawEllipse(point, 4, 4)


class CurvesPlot(_Square):
    """A line for each class, (curve, the class's index, words), in its colour, with its letter at its knee."""

    def __init__(
        self, curves: Sequence[tuple[Curve, int, str]], name: str, parent: QWidget, chance: bool = False
    ) -> None:
        super().__init__(parent)
        self._curves, self._chance = tuple(curves), chance
        self.setAccessibleName(name)
        self.setAccessibleDescription(", ".join(words for _curve, _index, words in curves))

    def sizeHint(self) -> QSize:
        return QSize(290, 220)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, now = QPainter(self), tokens()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_axes(painter)
        if self._chance:
            painter.setPen(QPen(now.colour("text-2"), 1, Qt.PenStyle.DashLine))
            painter.drawLine(self._point(0, 0), self._point(1, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        # Two lines of two classes lie on each other where there are only two: the later ones are dashed.
        for at, (curve, index, _words) in enumerate(self._curves):
            painter.setPen(QPen(now.class_colour(index), 2, Qt.PenStyle.SolidLine if at == 0 else Qt.PenStyle.DashLine))
            painter.drawPolyline(QPolygonF([self._point(x, y) for x, y in curve]))
