"""The pictures that are walked through, in one row; the one on the canvas is the current one."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QToolTip, QWidget

from winnow.app.grid_rows import GridRows
from winnow.qt.accessible import tell_role
from winnow.qt.grid.loader import ThumbnailLoader
from winnow.qt.grid.painting import CellPainter
from winnow.qt.grid.pixmaps import Pixmaps
from winnow.qt.theme.theme import current_theme
from winnow.qt.widgets.button import IconButton
from winnow.qt.widgets.label import plain_tip

_CELL_PX, _GAP_PX, _HEIGHT_PX = 72, 10, 96
_STEP_PX = _CELL_PX + _GAP_PX
_NOTCH = 120


class Film(QWidget):
    """Squares side by side; only what is seen is loaded and painted."""

    picked = Signal(int)  # row

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = GridRows()
        self._at = 0
        self._shift_px = 0.0
        self._hovered = -1
        self._pixmaps = Pixmaps()
        self._loader: ThumbnailLoader | None = None
        self._cells: CellPainter | None = None
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Film strip"))
        tell_role(self, QAccessible.Role.List)
        current_theme().changed.connect(self._dress)

    def sizeHint(self) -> QSize:
        return QSize(400, _HEIGHT_PX)

    def set_loader(self, loader: ThumbnailLoader | None) -> None:
        """Load by *loader* from now on."""
        if self._loader is not None:
            self._loader.delivered.disconnect(self._take)
        self._loader = loader
        if loader is not None:
            loader.delivered.connect(self._take)
            self._wish()

    def show_rows(self, rows: GridRows, at: int) -> None:
        """Show *rows*, the one *at* current."""
        if rows.letters != self._rows.letters:
            self._cells = None
        self._rows = rows
        self._pixmaps.ask_again()
        self.show_current(at)

    def show_current(self, at: int) -> None:
        """Make the row *at* current and bring it to the middle."""
        self._at = at
        self._shift_px = self._bounded(at * _STEP_PX + _CELL_PX / 2 - self.width() / 2)
        self._wish()

    def move_on(self, by_px: float) -> None:
        """Move on by *by_px*."""
        self._shift_px = self._bounded(self._shift_px + by_px)
        self._wish()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        cells = self._painter()
        y = (self.height() - _CELL_PX) // 2
        for row in self._seen():
            x = self._x(row)
            if row == self._at:
                cells.selection(painter, x, y, True, 3)
            cells.picture(painter, x, y, self._pixmaps.get(self._rows.key(row)), False)
            cells.signs(painter, x, y, int(self._rows.labels[row]), int(self._rows.marks[row]))
            if row == self._hovered:
                cells.hover(painter, x, y)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.show_current(self._at)

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y() or event.angleDelta().x()
        self.move_on(-turned / _NOTCH * _STEP_PX)
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self._row_at(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and row is not None:
            self.picked.emit(row)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        row = self._row_at(event.position().toPoint())
        self._hover(-1 if row is None else row)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip and self._rows.names:
            row = self._row_at(event.pos())
            if row is not None:
                QToolTip.showText(event.globalPos(), plain_tip(self._rows.names[row]), self)
                return True
        return super().event(event)

    def _hover(self, row: int) -> None:
        if row != self._hovered:
            self._hovered = row
            self.update()

    def _bounded(self, shift_px: float) -> float:
        whole = len(self._rows) * _STEP_PX - _GAP_PX
        if whole <= self.width():
            return (whole - self.width()) / 2
        return min(max(shift_px, -float(_GAP_PX)), whole - self.width() + _GAP_PX)

    def _x(self, row: int) -> int:
        return round(row * _STEP_PX - self._shift_px)

    def _seen(self) -> range:
        first = max(0, int((self._shift_px - _CELL_PX) // _STEP_PX))
        last = min(len(self._rows), int((self._shift_px + self.width()) // _STEP_PX) + 1)
        return range(first, max(first, last))

    def _row_at(self, at: QPoint) -> int | None:
        row, inside = divmod(at.x() + self._shift_px, _STEP_PX)
        is_on = 0 <= row < len(self._rows) and inside <= _CELL_PX
        return int(row) if is_on else None

    def _wish(self) -> None:
        self.update()
        if self._loader is None or not len(self._rows):
            return
        ratio = self.devicePixelRatioF()
        edge = round(_CELL_PX * ratio)
        seen = self._seen()
        middle = (seen.start + seen.stop) / 2
        ahead = range(max(0, seen.start - 4), min(len(self._rows), seen.stop + 12))
        keys = [self._rows.key(row) for row in sorted(ahead, key=lambda row: abs(row - middle))]
        self._loader.want([key for key in keys if self._pixmaps.is_wanted(key, edge)], edge, ratio)

    @Slot(list)
    def _take(self, thumbs: list) -> None:  # type: ignore[type-arg]
        for thumb in thumbs:
            self._pixmaps.put(thumb, self.devicePixelRatioF())
        self.update()

    @Slot()
    def _dress(self) -> None:
        self._cells = None
        self.update()

    def _painter(self) -> CellPainter:
        if self._cells is None:
            self._cells = CellPainter(current_theme().tokens, _CELL_PX, self.devicePixelRatioF(), self._rows.letters)
        return self._cells


class FilmStrip(QFrame):
    """The film between two buttons that move it on."""

    picked = Signal(int)  # row

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "panel")
        self.setProperty("edge", "top")
        self.setFixedHeight(_HEIGHT_PX)
        self.film = Film(self)
        back = IconButton("chevron-left", self.tr("Move the film strip back"), self)
        on = IconButton("chevron-right", self.tr("Move the film strip on"), self)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(24)
        row.addWidget(back)
        row.addWidget(self.film, 1)
        row.addWidget(on)
        self.film.picked.connect(self.picked)
        back.clicked.connect(self._back)
        on.clicked.connect(self._on)

    @Slot()
    def _back(self, _checked: bool = False) -> None:
        self.film.move_on(-self.film.width() * 0.8)

    @Slot()
    def _on(self, _checked: bool = False) -> None:
        self.film.move_on(self.film.width() * 0.8)
