"""How one picture of the grid is painted. Everything drawn twice is kept as a pixmap."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap

from winnow.app.grid_rows import NO_LABEL, Mark
from winnow.qt.theme.drawing import draw_box
from winnow.qt.theme.fonts import Type, font
from winnow.qt.theme.icons import pixmap as icon_pixmap
from winnow.qt.theme.tokens import Tokens

RADIUS_PX = 4
AROUND_PX = 4
"""How far the look of a selected picture reaches past it."""
_EDGE_PX = 4
_LETTER_PX = 18
_MARK_PX = 18
_MARK_INSET_PX = 4
_GLYPH_PX = 12
_REJECTED_OPACITY = 0.35
_DASH_PX = 6
_LONG_LETTER_PX = 6
"""Wider by so much for each letter after the first."""

_GLYPHS = ((Mark.REJECTED, "reject"), (Mark.FLAGGED, "warning"), (Mark.DUPLICATE, "copy"), (Mark.EDITED, "crop"))
_REJECTED = int(Mark.REJECTED)
"""In the order of what matters more: there is one corner."""


class CellPainter:
    """Paints pictures of one size for one screen, in one theme."""

    def __init__(self, tokens: Tokens, cell_px: int, ratio: float, letters: tuple[str, ...]) -> None:
        self._tokens = tokens
        self.cell_px = cell_px
        self._ratio = ratio
        self._letters = letters
        self._edges: dict[tuple[int, bool], QPixmap] = {}
        self._marks: dict[Mark, QPixmap] = {}
        self._empty = self._make_empty()
        self._edge_px = self._empty.width()
        self._broken: QPixmap | None = None
        self._hover_pen = QPen(tokens.colour("text-3"), 1)

    def picture(self, painter: QPainter, x: int, y: int, picture: QPixmap | None, rejected: bool) -> None:
        """Paint the square at (x, y), or what stands for one that is not here yet or is broken."""
        if picture is None:
            painter.drawPixmap(x, y, self._empty)
            return
        width = picture.width()
        if not width:
            painter.drawPixmap(x, y, self._broken_square())
            return
        if rejected:
            painter.setOpacity(_REJECTED_OPACITY)
        if width == self._edge_px:
            painter.drawPixmap(x, y, picture)
        else:  # resized a moment ago: the right size is on its way
            painter.drawPixmap(QRect(x, y, self.cell_px, self.cell_px), picture)
        if rejected:
            painter.setOpacity(1.0)

    def signs(self, painter: QPainter, x: int, y: int, label: int, marks: int, suggested: int = NO_LABEL) -> None:
        """Paint the edge and letter of the label, or dashed those of one that is only suggested; the corner mark."""
        shown = suggested if label == NO_LABEL else label
        if shown != NO_LABEL and not marks & _REJECTED:
            key = (shown, label == NO_LABEL)
            edge = self._edges.get(key)
            if edge is None:
                edge = self._edges[key] = self._make_edge(*key)
            painter.drawPixmap(x, y + self.cell_px - _LETTER_PX, edge)
        if marks:
            for mark, glyph in _GLYPHS:
                if marks & mark:
                    badge = self._marks.get(mark)
                    if badge is None:
                        badge = self._marks[mark] = self._make_mark(glyph)
                    painter.drawPixmap(x + self.cell_px - _MARK_PX - _MARK_INSET_PX, y + _MARK_INSET_PX, badge)
                    break

    def selection(self, painter: QPainter, x: int, y: int, is_filled: bool, border_px: int) -> None:
        """Paint what lies around and under a selected or current picture."""
        box = QRectF(x, y, self.cell_px, self.cell_px).adjusted(-AROUND_PX, -AROUND_PX, AROUND_PX, AROUND_PX)
        fill = self._tokens.colour("accent-soft") if is_filled else None
        draw_box(painter, box, RADIUS_PX + 3, fill, self._tokens.colour("accent"), border_px)

    def hover(self, painter: QPainter, x: int, y: int) -> None:
        """Paint the thin line inside a picture under the pointer."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._hover_pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        box = QRectF(x, y, self.cell_px, self.cell_px).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, RADIUS_PX, RADIUS_PX)

    def _blank(self, width: int, height: int) -> QPixmap:
        made = QPixmap(round(width * self._ratio), round(height * self._ratio))
        made.setDevicePixelRatio(self._ratio)
        made.fill(Qt.GlobalColor.transparent)
        return made

    def _make_empty(self) -> QPixmap:
        made = self._blank(self.cell_px, self.cell_px)
        painter = QPainter(made)
        draw_box(painter, QRectF(0, 0, self.cell_px, self.cell_px), RADIUS_PX, self._tokens.colour("ctl"))
        painter.end()
        return made

    def _broken_square(self) -> QPixmap:
        if self._broken is None:
            self._broken = QPixmap(self._empty)
            painter = QPainter(self._broken)
            glyph = icon_pixmap("image-broken", "text-3", 24, self._ratio)
            painter.drawPixmap((self.cell_px - 24) // 2, (self.cell_px - 24) // 2, glyph)
            painter.end()
        return self._broken

    def _make_edge(self, label: int, is_dashed: bool) -> QPixmap:
        """Make the coloured edge with the letter in its lower left corner; *is_dashed*: a suggestion."""
        letter = self._letters[label] if label < len(self._letters) else ""
        made = self._blank(self.cell_px, _LETTER_PX)
        painter = QPainter(made)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # Round where the picture is round: the edge lies on its lower border.
        outline = QPainterPath()
        outline.addRoundedRect(QRectF(0, -_LETTER_PX, self.cell_px, 2 * _LETTER_PX), RADIUS_PX, RADIUS_PX)
        painter.setClipPath(outline)
        colour = self._tokens.class_colour(label)
        dash = _DASH_PX if is_dashed else self.cell_px
        for left in range(0, self.cell_px, 2 * dash):
            painter.fillRect(left, _LETTER_PX - _EDGE_PX, dash, _EDGE_PX, colour)
        if letter:
            letter = f"{letter}?" if is_dashed else letter
            width = _LETTER_PX + _LONG_LETTER_PX * (len(letter) - 1)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            chip = QPainterPath(QPointF(0, 0))
            chip.addRoundedRect(QRectF(-RADIUS_PX, 0, width + RADIUS_PX, _LETTER_PX + RADIUS_PX), RADIUS_PX, RADIUS_PX)
            painter.drawPath(chip)
            painter.setPen(self._tokens.letter_on_class(label))
            painter.setFont(font(Type.LETTER))
            painter.drawText(QRect(0, 0, width, _LETTER_PX), Qt.AlignmentFlag.AlignCenter, letter)
        painter.end()
        return made

    def _make_mark(self, glyph: str) -> QPixmap:
        made = self._blank(_MARK_PX, _MARK_PX)
        painter = QPainter(made)
        draw_box(painter, QRectF(0, 0, _MARK_PX, _MARK_PX), RADIUS_PX, self._tokens.colour("badge-on-photo"))
        inset = (_MARK_PX - _GLYPH_PX) // 2
        painter.drawPixmap(inset, inset, white_glyph(glyph, _GLYPH_PX, self._ratio))
        painter.end()
        return made


def white_glyph(name: str, edge_px: int, ratio: float) -> QPixmap:
    """Return an icon in white, as it stands on a dark badge in both themes."""
    glyph = icon_pixmap(name, "text", edge_px, ratio)
    painter = QPainter(glyph)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(0, 0, edge_px, edge_px, QColor(Qt.GlobalColor.white))
    painter.end()
    return glyph
