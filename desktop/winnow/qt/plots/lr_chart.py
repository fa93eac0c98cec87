"""The LR finder's plot: loss over the logarithm of the rate, its marks, and where the recipe stands."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QAccessible, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from winnow.domain.lr_curve import LrFound, LrMark, Mark, smoothed
from winnow.qt.accessible import tell_role
from winnow.qt.core_words import core_words
from winnow.qt.plots.chart import Chart, Scale, draw_mark, plain_words, scale_over, upright
from winnow.qt.plots.rates import short_rate
from winnow.qt.theme.drawing import draw_box
from winnow.qt.theme.fonts import Type, font
from winnow.qt.theme.theme import tokens

_TAG_PX = 22
_ROWS_OF_TAGS = 3
_TOP_SHARE = 1.35
"""The plot ends so far above the loss of guessing: what ran away needs no room."""


class LrChart(Chart):
    """Draws what was found, or single batches while a sweep runs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent, x_words=short_rate, y_words=plain_words, height_px=420)
        self.setAccessibleName(self.tr("Loss against learning rate"))
        tell_role(self, QAccessible.Role.Chart)
        self._found: LrFound | None = None
        self._live: dict[int, tuple[list[float], list[float]]] = {}
        self._smoothing = 0.0
        self._recipe_rate = 0.0
        self._chosen = Mark.VALLEY
        self._each = True
        self._names = {
            Mark.VALLEY: self.tr("Valley"),
            Mark.STEEP: self.tr("Steep"),
            Mark.MINIMUM: self.tr("Minimum ÷ 10"),
        }
        self.top_px = 14 + _TAG_PX * 2

    def show_found(self, found: LrFound, smoothing: float) -> None:
        """Draw *found*; each seed's own line is smoothed by *smoothing* of the sweep."""
        self._found, self._smoothing, self._live = found, smoothing, {}
        self.setAccessibleDescription(core_words(found.words()))
        self.across = (
            Scale(found.rates[0], found.rates[-1], is_log=True) if len(found.rates) > 1 else Scale(1e-7, 10, True)
        )
        self.up = self._heights([*found.low, *found.high], found.guessing_loss)
        self.update()

    def begin(self, lowest: float, highest: float) -> None:
        """Empty it for a sweep over these rates."""
        self._found, self._live = None, {}
        self.across, self.up = Scale(lowest, highest, is_log=True), Scale(0, 1)
        self.update()

    def add_point(self, seed: int, rate: float, loss: float) -> None:
        """Draw one batch of the sweep that runs."""
        rates, losses = self._live.setdefault(seed, ([], []))
        rates.append(rate)
        losses.append(loss)
        first = next(iter(self._live.values()))[1][0]
        self.up = self._heights([one for _, row in self._live.values() for one in row], first)
        self.update()

    def show_recipe(self, rate: float) -> None:
        """Mark the recipe's rate."""
        self._recipe_rate = rate
        self.update()

    def show_mark(self, mark: Mark) -> None:
        """Bring one reading forward."""
        self._chosen = mark
        self.update()

    def show_each(self, is_shown: bool) -> None:
        """Draw each seed's own line, or not."""
        self._each = is_shown
        self.update()

    def paint_inside(self, painter: QPainter) -> None:
        now = tokens()
        seeds = now.colour("accent")
        seeds.setAlphaF(0.5)
        for rates, losses in self._live.values():
            self.draw_line(painter, rates, smoothed(losses, 0.02).tolist(), seeds, 1)
        if self._found is not None and self._found.rates:
            self._paint_found(painter, self._found)
        self._paint_recipe(painter)

    def _heights(self, losses: Sequence[float], guessing: float) -> Scale:
        found = scale_over([loss for loss in losses if loss < guessing * _TOP_SHARE], from_zero=True)
        return Scale(0.0, max(found.high, guessing * _TOP_SHARE))

    def _paint_found(self, painter: QPainter, found: LrFound) -> None:
        now, area = tokens(), self.area
        y = self.spot(self.across.low, found.guessing_loss).y()
        painter.setPen(QPen(now.colour("text-2"), 1, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
        words = self.tr("log {0} = {1}, guessing").format(found.classes, f"{found.guessing_loss:.2f}")
        self.draw_words(painter, QPointF(area.left() + 8, y - 18), words)
        band = now.colour("accent")
        band.setAlphaF(0.14)
        self.draw_band(painter, found.rates, found.low, found.high, band)
        if self._each:
            faint = now.colour("accent")
            faint.setAlphaF(0.5)
            for sweep in found.sweeps:
                self.draw_line(painter, sweep.rates, smoothed(sweep.losses, self._smoothing).tolist(), faint, 1)
        self.draw_line(painter, found.rates, found.median, now.colour("accent"), 2.2)
        # The chosen one last, so that it lies over the others.
        for row, mark in sorted(enumerate(found.marks), key=lambda one: one[1].mark is self._chosen):
            self._paint_mark(painter, found, mark, row)
        lowest = min(range(len(found.median)), key=found.median.__getitem__)
        at = self.spot(found.rates[lowest], found.median[lowest])
        draw_mark(painter, at, 5.5, None, now.colour("text"), 2)
        self.draw_words(
            painter,
            at + QPointF(0, 18 if at.y() + 30 < self.area.bottom() else -16),
            self.tr("minimum {0}").format(short_rate(found.rates[lowest])),
            align="middle",
        )

    def _paint_mark(self, painter: QPainter, found: LrFound, mark: LrMark, row: int) -> None:
        now, area = tokens(), self.area
        nearest = min(
            range(len(found.rates)),
            key=lambda at: abs(self.across.share(found.rates[at]) - self.across.share(mark.rate)),
        )
        at = self.spot(mark.rate, found.median[nearest])
        is_chosen = mark.mark is self._chosen
        pen = QPen(now.colour("accent" if is_chosen else "text-2"), 1.5 if is_chosen else 1)
        if not is_chosen:
            pen.setDashPattern([2, 3])
        painter.setPen(pen)
        top = 6 + (row % _ROWS_OF_TAGS) * (_TAG_PX + 3)
        painter.drawLine(upright(at.x(), top + _TAG_PX, area.bottom()))
        bg = now.colour("bg")
        if is_chosen:
            draw_mark(painter, at, 4.5, now.colour("accent"), bg, 2)
        else:
            draw_mark(painter, at, 4, bg, now.colour("text"), 1.5)
        self._paint_tag(painter, QPointF(at.x(), top), self._names[mark.mark], short_rate(mark.rate), is_chosen)

    def _paint_tag(self, painter: QPainter, at: QPointF, name: str, rate: str, is_chosen: bool) -> None:
        now = tokens()
        painter.setFont(font(Type.GROUP))
        bold = painter.fontMetrics().horizontalAdvance(rate)
        painter.setFont(font(Type.CHIP))
        plain = painter.fontMetrics().horizontalAdvance(name)
        width = plain + bold + 22
        # Left of its line for the first reading, right of it for the others: the marks lie close together.
        left = at.x() - width + 4 if is_chosen else at.x() - 4
        left = min(max(left, self.area.left()), self.area.right() - width)
        box = QRectF(left, at.y(), width, _TAG_PX)
        fill, line, ink = ("accent-soft", "accent", "link") if is_chosen else ("pop", "pop-line", "text")
        draw_box(painter, box, 5, now.colour(fill), now.colour(line))
        painter.setPen(now.colour(ink))
        painter.drawText(box.adjusted(8, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, name)
        painter.setFont(font(Type.GROUP))
        painter.drawText(box.adjusted(plain + 13, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, rate)

    def _paint_recipe(self, painter: QPainter) -> None:
        share = self.across.share(self._recipe_rate) if self._recipe_rate > 0 else -1.0
        if not 0 <= share <= 1:
            return
        area = self.area
        x, bottom = area.left() + share * area.width(), area.bottom()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens().colour("text"))
        painter.drawPolygon(QPolygonF([QPointF(x - 5, bottom - 9), QPointF(x + 5, bottom - 9), QPointF(x, bottom)]))
        words = self.tr("recipe {0}").format(short_rate(self._recipe_rate))
        self.draw_words(painter, QPointF(x - 10, bottom - 8), words, "text", align="right")
