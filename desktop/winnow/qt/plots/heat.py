"""Colours for heights: steps from low to high, how a number is written over one, diverged cells."""

from __future__ import annotations

from bisect import bisect_right

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from winnow.domain.colour import DARK_LETTER, LIGHT_LETTER
from winnow.qt.theme.theme import tokens
from winnow.qt.theme.tokens import colour, contrast

_STOPS = (0.12, 0.16, 0.21, 0.28, 0.37, 0.48, 0.60, 0.72, 0.84)
"""Where one of the ten colours of the loss surface ends and the next begins."""
STEPS = 10


def step_of(share: float) -> int:
    """Return which of the ten steps *share* (0 low, 1 high) of a loss falls into: fine below, coarse above."""
    return bisect_right(_STOPS, share)


def stops() -> tuple[float, ...]:
    """Return the shares at which the steps meet."""
    return _STOPS


def surface_colour(step: int) -> QColor:
    """Return the colour of a step, 0 being the lowest loss, or the best accuracy."""
    return colour(tokens().surface[min(max(step, 0), STEPS - 1)])


def ink_on(fill: QColor) -> QColor:
    """Return the colour of text on *fill*, whichever contrasts more."""
    now = tokens()
    light, dark = (now.colour("text") if now.dark else colour(LIGHT_LETTER)), colour(DARK_LETTER)
    return light if contrast(light, fill) >= contrast(dark, fill) else dark


def draw_stripes(painter: QPainter, box: QRectF, radius: float) -> None:
    """Fill *box* with the stripes of what was stopped: 2 px of 7 px at 45 degrees."""
    now = tokens()
    path = QPainterPath()
    path.addRoundedRect(box, radius, radius)
    painter.save()
    painter.setClipPath(path)
    painter.fillRect(box, now.colour("test"))
    painter.setPen(QPen(now.colour("test-stripe"), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    at = box.left() - box.height()
    while at < box.right():
        painter.drawLine(round(at), round(box.bottom()), round(at + box.height()), round(box.top()))
        at += 7 * 2**0.5
    painter.restore()


def draw_legend(painter: QPainter, box: QRectF, is_dark_high: bool) -> None:
    """Draw the ten colours from low to high; dark is high for accuracies, low for losses."""
    width = box.width() / STEPS
    for at in range(STEPS):
        step = STEPS - 1 - at if is_dark_high else at
        painter.fillRect(QRectF(box.left() + at * width, box.top(), width + 0.5, box.height()), surface_colour(step))
