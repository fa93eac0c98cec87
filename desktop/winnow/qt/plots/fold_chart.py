"""K curves over epochs with their mean and its spread; each has its number at its end."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from winnow.domain.colour import DARK_LETTER, LIGHT_LETTER
from winnow.qt.plots.chart import Chart, Scale, draw_mark, plain_words, scale_over
from winnow.qt.theme.drawing import draw_box
from winnow.qt.theme.fonts import Type, font
from winnow.qt.theme.theme import tokens
from winnow.qt.theme.tokens import CLUSTERS, colour, contrast

_NUMBER = (16, 14)
_RIGHT_PX = 34
_FIFTH = ("#79706E", "#A39C99")


def fold_colour(fold: int) -> QColor:
    """Return the colour of *fold* (from 0): runs two to four, one, a grey, then the clusters'."""
    now = tokens()
    if fold < 4:
        return now.run_colour((fold + 1) % 4)
    return colour(_FIFTH[int(now.dark)]) if fold == 4 else colour(CLUSTERS[(fold - 5) % len(CLUSTERS)])


def draw_fold_number(painter: QPainter, box: QRectF, fold: int) -> None:
    """Draw the number of *fold* (from 0, shown from 1) on its colour."""
    fill = fold_colour(fold)
    draw_box(painter, box, 3, fill)
    light = colour(LIGHT_LETTER)
    painter.setPen(light if contrast(light, fill) >= 3 else colour(DARK_LETTER))
    painter.setFont(font(Type.LETTER))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(fold + 1))


class FoldChart(Chart):
    """One measure of all folds."""

    def __init__(self, words: str, parent: QWidget, y_words: Callable[[float], str], from_zero: bool) -> None:
        super().__init__(words, parent, x_words=plain_words, y_words=y_words, height_px=380)
        self._from_zero = from_zero
        self._folds: tuple[tuple[float, ...], ...] = ()
        self.right_px = _RIGHT_PX

    def show_folds(self, folds: Sequence[Sequence[float]], epochs: int) -> None:
        """Draw the values of each fold's epochs, from epoch 1; the mean is over those that got so far."""
        self._folds = tuple(tuple(fold) for fold in folds)
        values = [value for fold in self._folds for value in fold]
        found = scale_over(values or [0.0, 1.0], self._from_zero)
        self.across = Scale(0, max(epochs, 1))
        self.up = found if self._from_zero else Scale(max(0.0, found.low), min(1.0, found.high))
        self.update()

    def paint_inside(self, painter: QPainter) -> None:
        now = tokens()
        longest = max((len(fold) for fold in self._folds), default=0)
        if not longest:
            return
        table = np.full((len(self._folds), longest), np.nan)
        for at, fold in enumerate(self._folds):
            table[at, : len(fold)] = fold
        # Only where every fold has got: a mean over fewer would jump.
        whole = np.isfinite(table).all(0)
        table_now = table[:, whole]
        epochs = (np.flatnonzero(whole) + 1).tolist()
        if len(self._folds) > 1 and epochs:
            mean, sd = table_now.mean(0), table_now.std(0, ddof=1)
            grey = now.colour("text-2")
            grey.setAlphaF(0.16)
            self.draw_band(painter, epochs, (mean - sd).tolist(), (mean + sd).tolist(), grey)
        for at, fold in enumerate(self._folds):
            ink = fold_colour(at)
            ink.setAlphaF(0.85)
            self.draw_line(painter, range(1, len(fold) + 1), fold, ink, 1.5)
        if len(self._folds) > 1 and epochs:
            self.draw_line(painter, epochs, mean.tolist(), now.colour("text"), 2.6)
        self._paint_numbers(painter)

    def _paint_numbers(self, painter: QPainter) -> None:
        ends = [(at, self.spot(len(fold), fold[-1])) for at, fold in enumerate(self._folds) if fold]
        width, height = _NUMBER
        rows = spread([end.y() for _, end in ends], height + 1.0)
        over = max((height / 2 - y for y in rows), default=0.0)
        if over > 0:
            rows = [y + over for y in rows]
        left = self.area.right() + 14
        for (at, end), y in zip(ends, rows, strict=True):
            ink = fold_colour(at)
            draw_mark(painter, end, 2.6, ink, ink, 0.5)
            painter.setPen(QPen(ink, 1))
            painter.drawLine(end, QPointF(left, y))
            draw_fold_number(painter, QRectF(left, y - height / 2, width, height), at)


def spread(wanted: Sequence[float], apart: float) -> list[float]:
    """Return positions near *wanted*, in their order, at least *apart* from each other and around the same middle."""
    order = sorted(range(len(wanted)), key=lambda at: wanted[at])
    found = list(wanted)
    for before, after in pairwise(order):
        found[after] = max(found[after], found[before] + apart)
    shift = sum(wanted) / len(wanted) - sum(found) / len(found) if wanted else 0.0
    return [one + shift for one in found]
