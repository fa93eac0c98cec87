"""How train, valid and test are painted wherever they are drawn: blue, light blue, and stripes."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from winnow.domain.split import Part
from winnow.qt.theme.drawing import draw_box
from winnow.qt.theme.theme import tokens
from winnow.qt.theme.tokens import contrast

ROLES = {Part.TRAIN: "train", Part.VALID: "valid", Part.TEST: "test"}
INKS = {Part.TRAIN: "on-accent", Part.VALID: "text", Part.TEST: "text"}

_STRIPE_PX, _PERIOD_PX, _PATCH_PX = 2.0, 7.0, 3.0
_LEAST_CONTRAST = 7
"""Of words on stripes. Source: WCAG 2.1, level AAA."""


def draw_part(painter: QPainter, box: QRectF, radius_px: float, part: Part) -> None:
    """Draw a box of *part*."""
    if box.width() <= 0:
        return
    draw_box(painter, box, radius_px, tokens().colour(ROLES[part]))
    if part is Part.TEST:
        _draw_stripes(painter, box, radius_px)


def draw_words_on(
    painter: QPainter, box: QRectF, part: Part, words: str, side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft
) -> None:
    """Write *words* on a box of *part*, in the font of *painter*; stripes that are as strong as they are end there."""
    ink, where = tokens().colour(INKS[part]), side | Qt.AlignmentFlag.AlignVCenter
    if part is Part.TEST and contrast(ink, tokens().colour("test-stripe")) < _LEAST_CONTRAST:
        patch = painter.boundingRect(box, where, words).adjusted(-_PATCH_PX, -1, _PATCH_PX, 1)
        painter.fillRect(patch, tokens().colour(ROLES[part]))
    painter.setPen(ink)
    painter.drawText(box, where, words)


def _draw_stripes(painter: QPainter, box: QRectF, radius_px: float) -> None:
    """Stripes of 2 px in every 7, at 45 degrees."""
    painter.save()
    outline = QPainterPath()
    outline.addRoundedRect(box, radius_px, radius_px)
    painter.setClipPath(outline)
    painter.setPen(QPen(tokens().colour("test-stripe"), _STRIPE_PX, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    step = _PERIOD_PX * 2**0.5
    at = box.left() - box.height()
    while at < box.right():
        painter.drawLine(QPointF(at, box.bottom()), QPointF(at + box.height(), box.top()))
        at += step
    painter.restore()
