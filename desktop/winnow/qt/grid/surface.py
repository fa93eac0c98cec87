"""The grid without the person: what `SectionedView` lays out, painted."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, Qt, QTimer, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from winnow.app.grid_rows import NO_LABEL, GridRows, Mark
from winnow.qt.grid.headers import Headers, HeaderState, Part
from winnow.qt.grid.layout import HEADER_PX, NOWHERE
from winnow.qt.grid.loader import Thumb, ThumbnailLoader
from winnow.qt.grid.painting import AROUND_PX, CellPainter
from winnow.qt.grid.pixmaps import Pixmaps
from winnow.qt.grid.sectioned import SectionedView
from winnow.qt.theme.theme import current_theme

# A plain number: each operation on a flag makes a new one, which shows where it is done for every cell.
_REJECTED = int(Mark.REJECTED)


class GridSurface(SectionedView):
    """Paints exposed rows only: a scroll step costs one strip and the header on top."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._cells: CellPainter | None = None
        self._pixmaps = Pixmaps()
        self._loader: ThumbnailLoader | None = None
        self._hovered_row = NOWHERE
        self._hovered_part: tuple[int, Part] = (NOWHERE, None)
        self._ring_header = NOWHERE
        self._ring_row = NOWHERE
        self._band: QRect | None = None
        self._wishing: QTimer | None = None
        super().__init__(parent)
        self._headers = Headers(self)
        self._wishing = QTimer(self)
        self._wishing.setSingleShot(True)
        self._wishing.timeout.connect(self._wish)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.viewport().setMouseTracking(True)
        current_theme().changed.connect(self._redress)

    def set_loader(self, loader: ThumbnailLoader) -> None:
        """Take thumbnails from *loader*, which must live as long as the view."""
        self._loader = loader
        loader.delivered.connect(self._take)
        self._wish_soon()

    def ask_again(self) -> None:
        """Ask for thumbnails that did not exist when they were asked for."""
        self._pixmaps.ask_again()
        self._wish_soon()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Move what is painted, so that only the strip that appears and the header on top are painted."""
        viewport = self.viewport()
        if self._band is not None or abs(dy) >= viewport.height() - HEADER_PX:
            viewport.update()
        else:
            viewport.scroll(0, dy, QRect(0, HEADER_PX, viewport.width(), viewport.height() - HEADER_PX))
            viewport.update(0, 0, viewport.width(), HEADER_PX)
        self._wish_soon()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the exposed parts."""
        painter = QPainter(self.viewport())
        for part in event.region():  # type: ignore[attr-defined]
            self._paint_part(painter, part)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """Follow another font or language."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.FontChange):
            self._redress()

    def _paint_part(self, painter: QPainter, part: QRect) -> None:
        scroll = self.verticalOffset()
        painter.setClipRect(part)
        painter.fillRect(part, current_theme().tokens.colour("bg"))
        rows, cells = self.rows, self._cell_painter()
        top, bottom = part.top() + scroll, part.bottom() + 1 + scroll
        lines = list(self._layout.lines_between(top - AROUND_PX, bottom + AROUND_PX))
        for line in lines:
            self._paint_line(painter, cells, rows, line.first, line.last, line.y - scroll)
        for section in self._layout.sections_between(top, bottom):
            y = int(self._layout.tops[section])
            if self._layout.header_heights[section] and y + HEADER_PX > top:
                self._paint_header(painter, section, y - scroll, is_stuck=False)
        section, y = self._layout.sticky(scroll)
        if section != NOWHERE and part.top() < y + HEADER_PX:
            self._paint_header(painter, section, y, is_stuck=True)
        if self._band is not None:
            accent = current_theme().tokens.colour("accent")
            painter.setPen(accent)
            accent.setAlphaF(0.09)
            painter.setBrush(accent)
            painter.drawRect(self._band.translated(0, -scroll).adjusted(0, 0, -1, -1))

    def _paint_line(self, painter: QPainter, cells: CellPainter, rows: GridRows, first: int, last: int, y: int) -> None:
        x = self._layout.cell(first).x
        labels, marks = rows.labels[first : last + 1].tolist(), rows.marks[first : last + 1].tolist()
        suggested = [NO_LABEL] * len(labels) if rows.suggested is None else rows.suggested[first : last + 1].tolist()
        keys, chosen = rows.keys_between(first, last), self._mask[first : last + 1].tolist()
        current = self.currentIndex().row()
        for at, row in enumerate(range(first, last + 1)):
            if chosen[at]:
                cells.selection(painter, x, y, True, 3 if row == current and self._selected_count > 1 else 2)
            elif row == self._ring_row:
                cells.selection(painter, x, y, False, 2)
            cells.picture(painter, x, y, self._pixmaps.get(keys[at]), bool(marks[at] & _REJECTED))
            cells.signs(painter, x, y, labels[at], marks[at], suggested[at])
            if row == self._hovered_row and not chosen[at]:
                cells.hover(painter, x, y)
            x += self._layout.pitch

    def _paint_header(self, painter: QPainter, section: int, y: int, is_stuck: bool) -> None:
        told = self.rows.sections[section]
        hovered, part = self._hovered_part
        state = HeaderState(
            is_open=told.key not in self._collapsed,
            is_stuck=is_stuck,
            is_hovered=hovered == section,
            part=part if hovered == section else None,
            has_ring=self._ring_header == section,
            line_above=section > 0 and bool(self._layout.lines[section - 1]),
        )
        self._headers.paint(painter, y, self.viewport().width(), told, state, self.devicePixelRatioF())

    def _cell_painter(self) -> CellPainter:
        if self._cells is None:
            self._cells = CellPainter(
                current_theme().tokens, self._cell_px, self.devicePixelRatioF(), self.rows.letters
            )
        return self._cells

    @Slot()
    def _redress(self) -> None:
        self._cells = None
        self.viewport().update()

    def _wish_soon(self) -> None:
        # Not started again while it runs: a timer put off by each scroll step would never fire.
        if self._wishing is not None and not self._wishing.isActive():
            self._wishing.start(0)

    @Slot()
    def _wish(self) -> None:
        """Ask for what is visible, then for what comes next in either direction."""
        if self._loader is None:
            return
        ratio, rows = self.devicePixelRatioF(), self.rows
        edge_px = round(self._cell_px * ratio)
        top, height = self.verticalOffset(), self.viewport().height()
        bands = ((top, top + height), (top + height, top + 2 * height), (top - height // 2, top))
        keys = [
            key
            for begin, end in bands
            for line in self._layout.lines_between(begin, end)
            for key in rows.keys_between(line.first, line.last)
        ]
        wanted = dict.fromkeys(key for key in keys if self._pixmaps.is_wanted(key, edge_px))
        self._loader.want(list(wanted), edge_px, ratio)

    @Slot(list)
    def _take(self, thumbs: list[Thumb]) -> None:
        ratio = self.devicePixelRatioF()
        for thumb in thumbs:
            self._pixmaps.put(thumb, ratio)
        arrived = {thumb.key for thumb in thumbs}
        top = self.verticalOffset()
        for line in self._layout.lines_between(top, top + self.viewport().height()):
            for row, key in enumerate(self.rows.keys_between(line.first, line.last), start=line.first):
                if key in arrived:
                    self.viewport().update(self._on_screen(self._layout.cell(row)))

    def _laid_out(self) -> None:
        if self._cells is not None and self._cells.cell_px != self._cell_px:
            self._cells = None
        self._wish_soon()
