"""Shapes that several widgets paint: boxes with lines that lie on whole pixels, bars, rings."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen


def draw_box(
    painter: QPainter,
    box: QRectF,
    radius_px: float,
    fill: QColor | None = None,
    border: QColor | None = None,
    width_px: float = 1.0,
) -> None:
    """Draw a rounded box; its border lies inside *box*."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    if border is None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(box, radius_px, radius_px)
        return
    half = width_px / 2
    painter.setPen(QPen(border, width_px))
    inner = box.adjusted(half, half, -half, -half)
    painter.drawRoundedRect(inner, radius_px - half, radius_px - half)


def draw_dashed_box(painter: QPainter, box: QRectF, radius_px: float, border: QColor) -> None:
    """Draw the border of something to be dropped on: 2 px, dashed."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(border, 2.0, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.FlatCap)
    pen.setDashPattern([3.0, 2.0])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), radius_px - 1, radius_px - 1)


def draw_bar(painter: QPainter, box: QRectF, share: float, fill: QColor, track: QColor) -> None:
    """Draw a bar with round ends, filled from the left by *share*, 0 to 1."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    radius = box.height() / 2
    painter.setBrush(track)
    painter.drawRoundedRect(box, radius, radius)
    width = box.width() * min(max(share, 0.0), 1.0)
    if width > 0:
        painter.setBrush(fill)
        painter.drawRoundedRect(QRectF(box.x(), box.y(), max(width, box.height()), box.height()), radius, radius)


def draw_ring(painter: QPainter, middle: QPointF, share: float, fill: QColor, track: QColor) -> None:
    """Draw a ring of 36 px, 2.5 px thick, filled clockwise from the top by *share*, 0 to 1."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    box = QRectF(middle.x() - 16.75, middle.y() - 16.75, 33.5, 33.5)
    painter.setPen(QPen(track, 2.5))
    painter.drawEllipse(box)
    if share > 0:
        # A sixteenth of a degree is Qt's unit; what was begun at all shows as a dot.
        painter.setPen(QPen(fill, 2.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawArc(box, 90 * 16, -round(min(share, 1.0) * 360 * 16))
