"""How tiles look that are not frames yet: which are kept, which is in hand, what two of them share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from winnow.qt.canvas.painting import CanvasFrame, outline, paint_tag
from winnow.qt.canvas.viewport import Viewport
from winnow.qt.theme.tokens import Tokens

_WHITE = QColor(Qt.GlobalColor.white)
_HALO = QColor(0x11, 0x14, 0x19, round(0.35 * 255))
_SHARED = 0.22


@dataclass(frozen=True, slots=True)
class CanvasTile:
    """A tile with what its tag says; one that is not kept lies under the scrim."""

    shown: CanvasFrame
    is_kept: bool = True

    @property
    def box(self) -> QRectF:
        """Where it lies, in the picture's pixels."""
        frame = self.shown.frame
        return QRectF(QPointF(frame.left, frame.top), QPointF(frame.right, frame.bottom))


class TileScene:
    """Tiles over one picture, the one at *picked* in hand."""

    def __init__(self, tiles: Sequence[CanvasTile], picked: int) -> None:
        self.tiles = tuple(tiles)
        self.picked = picked
        self._shared = _common([tile.box for tile in tiles if tile.is_kept])

    @property
    def area(self) -> QRectF:
        """What all tiles cover, in the picture's pixels."""
        found = QRectF()
        for tile in self.tiles:
            found = found.united(tile.box)
        return found

    def at(self, view: Viewport, at: QPointF) -> int | None:
        """Return which tile lies at *at* on the screen: of several, the one whose middle is nearest."""
        point = QPointF(*view.to_picture((at.x(), at.y())))
        here = [
            ((tile.box.center() - point).manhattanLength(), number)
            for number, tile in enumerate(self.tiles)
            if tile.box.contains(point)
        ]
        return min(here)[1] if here else None

    def paint(self, painter: QPainter, view: Viewport, tokens: Tokens) -> None:
        """Paint borders and tags, a scrim over what no kept tile shows, accent where two share."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        kept, left_out = QPainterPath(), QPainterPath()
        for path in (kept, left_out):
            path.setFillRule(Qt.FillRule.WindingFill)
        for tile in self.tiles:
            (kept if tile.is_kept else left_out).addRect(_seen(tile.box, view))
        painter.fillPath(left_out.subtracted(kept), tokens.colour("scrim"))
        shared = tokens.colour("accent")
        shared.setAlphaF(_SHARED)
        common = QPainterPath()
        common.setFillRule(Qt.FillRule.WindingFill)
        for area in self._shared:
            common.addRect(_seen(area, view))
        painter.fillPath(common, shared)
        for number in sorted(range(len(self.tiles)), key=lambda number: number == self.picked):
            self._outline(painter, view, number, tokens)
        for number, tile in enumerate(self.tiles):
            paint_tag(painter, view, number, tile.shown)

    def _outline(self, painter: QPainter, view: Viewport, number: int, tokens: Tokens) -> None:
        tile = self.tiles[number]
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if number == self.picked:
            pens = (QPen(_WHITE, 4), QPen(tokens.colour("accent"), 2))
        elif tile.is_kept:
            pens = (QPen(_HALO, 3.5), QPen(_WHITE, 1.5))
        else:
            return
        for pen in pens:
            painter.setPen(pen)
            painter.drawPolygon(outline(tile.shown.frame, view))


def _seen(box: QRectF, view: Viewport) -> QRectF:
    x, y = view.to_screen((box.x(), box.y()))
    return QRectF(x, y, box.width() * view.scale, box.height() * view.scale)


def _common(boxes: list[QRectF]) -> list[QRectF]:
    found = []
    for number, box in enumerate(boxes):
        for other in boxes[number + 1 :]:
            area = box.intersected(other)
            if not area.isEmpty():
                found.append(area)
    return found
