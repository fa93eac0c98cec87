"""An item view of sections: rows laid out, found and scrolled to. What they look like is the subclass's part."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from winnow.app.grid_rows import GridRows, SectionKey
from winnow.qt.grid.layout import CELL_PX, HEADER_PX, INSET_PX, MAX_CELL_PX, MIN_CELL_PX, NOWHERE, GridLayout, Rect
from winnow.qt.grid.model import AnyIndex, GridModel

Mask = npt.NDArray[np.bool_]

_STEP_PX = 40
_SELECT_ONLY = QItemSelectionModel.SelectionFlag.ClearAndSelect


class SectionedView(QAbstractItemView):
    """Qt's contract of an item view over `GridLayout`; a layout costs what its sections cost."""

    cell_size_changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        # Qt calls overrides while it constructs the view: what they read must be there before.
        self._layout = GridLayout([], [], [], 0)
        self._grid_model = GridModel()
        self._cell_px = CELL_PX
        self._collapsed: set[SectionKey] = set()
        self._mask: Mask = np.zeros(0, bool)
        self._selected_count = 0
        super().__init__(parent)
        self._grid_model.setParent(self)
        self.setModel(self._grid_model)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setAutoScroll(False)
        self.setFrameShape(QAbstractItemView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)

    @property
    def rows(self) -> GridRows:
        """What is shown."""
        return self._grid_model.rows

    @property
    def layout_now(self) -> GridLayout:
        """Where everything lies, in content coordinates."""
        return self._layout

    @property
    def cell_size(self) -> int:
        """Edge of a picture in logical pixels."""
        return self._cell_px

    def set_cell_size(self, cell_px: int, keep_at: int | None = None) -> None:
        """Show pictures *cell_px* wide, within 64 to 320.

        Args:
            keep_at: y in the viewport of what stays where it is; its middle if not said.
        """
        cell_px = min(max(cell_px, MIN_CELL_PX), MAX_CELL_PX)
        if cell_px != self._cell_px:
            self._cell_px = cell_px
            self._relayout(max(1, self.viewport().height() // 2 if keep_at is None else keep_at))
            self.cell_size_changed.emit(cell_px)

    def scroll_to_row(self, row: int, in_the_middle: bool = False) -> None:
        """Bring *row* into view, clear of the header that sticks to the top."""
        rect = self._layout.cell(row)
        self._scroll_to(
            rect, HEADER_PX if self._layout.header_heights[self._layout.section_of(row)] else 0, in_the_middle
        )

    def visualRect(self, index: AnyIndex) -> QRect:
        """Return where the picture of *index* is, in the viewport."""
        if not index.isValid() or index.row() >= self._layout.rows or not self._layout.is_shown(index.row()):
            return QRect()
        return self._on_screen(self._layout.cell(index.row()))

    def indexAt(self, point: QPoint) -> QModelIndex:
        """Return the picture under *point*; none under the header that sticks to the top."""
        row = self._row_at(point)
        return QModelIndex() if row == NOWHERE else self._grid_model.index(row)

    def scrollTo(
        self, index: AnyIndex, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Bring *index* into view."""
        if index.isValid() and index.row() < self._layout.rows:
            self.scroll_to_row(index.row(), hint == QAbstractItemView.ScrollHint.PositionAtCenter)

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Return the current row: keys are handled by `GridView`."""
        return self.currentIndex()

    def horizontalOffset(self) -> int:
        """Return 0: the grid scrolls up and down only."""
        return 0

    def verticalOffset(self) -> int:
        """Return the content's y at the viewport's top."""
        return self.verticalScrollBar().value()

    def isIndexHidden(self, index: AnyIndex) -> bool:
        """Say whether the section of *index* is closed."""
        return bool(self._layout.rows) and not self._layout.is_shown(index.row())

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Select the pictures that *rect*, in the viewport, touches."""
        area = Rect(rect.x(), rect.y() + self.verticalOffset(), rect.width(), rect.height())
        self.selectionModel().select(self._selection(self._layout.ranges_in(area)), command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        """Return all of the viewport: painting it costs less than finding out what changed."""
        return QRegion(self.viewport().rect())

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Keep the selection as a mask, which painting reads faster."""
        super().selectionChanged(selected, deselected)
        self._read_mask()

    def updateGeometries(self) -> None:
        """Give the scroll bar its range."""
        super().updateGeometries()
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, self._layout.height - self.viewport().height()))
        bar.setSingleStep(_STEP_PX)
        bar.setPageStep(max(_STEP_PX, self.viewport().height() - HEADER_PX))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew when the width changed; what was on top stays there."""
        super().resizeEvent(event)
        self._relayout(0)

    def _relayout(self, keep_at: int) -> None:
        """Lay out anew; what is *keep_at* pixels below the viewport's top stays where it is."""
        anchor = self._anchor(keep_at)
        self._lay_out()
        if anchor is not None:
            row, y = anchor
            self.verticalScrollBar().setValue(self._layout.cell(row).y - y)

    def _lay_out(self) -> None:
        sections = self.rows.sections
        self._layout = GridLayout(
            [one.count for one in sections],
            [bool(one.title) for one in sections],
            [one.key in self._collapsed for one in sections],
            self.viewport().width(),
            self._cell_px,
        )
        self.updateGeometries()
        self.viewport().update()
        self._laid_out()

    def _anchor(self, at: int) -> tuple[int, int] | None:
        """Return (row, its y in the viewport) of what is shown *at* pixels below the viewport's top."""
        scroll = self.verticalOffset()
        if scroll == 0 and at == 0:
            return None
        line = next(self._layout.lines_between(scroll + at, scroll + at + 4 * MAX_CELL_PX), None)
        if line is None or line.last >= len(self.rows):
            return None
        return line.first, line.y - scroll

    def _scroll_to(self, rect: Rect, covered: int, in_the_middle: bool) -> None:
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if in_the_middle:
            bar.setValue(rect.y - (height - rect.height) // 2)
        elif rect.y - INSET_PX - covered < bar.value():
            bar.setValue(rect.y - INSET_PX - covered)
        elif rect.y + rect.height + INSET_PX > bar.value() + height:
            bar.setValue(rect.y + rect.height + INSET_PX - height)

    def _on_screen(self, rect: Rect) -> QRect:
        return QRect(rect.x, rect.y - self.verticalOffset(), rect.width, rect.height)

    def _row_at(self, point: QPoint) -> int:
        if self._header_at(point)[0] != NOWHERE:
            return NOWHERE
        return self._layout.row_at(point.x(), point.y() + self.verticalOffset())

    def _header_at(self, point: QPoint) -> tuple[int, int]:
        """Return (section, y of its header in the viewport) under *point*, (`NOWHERE`, 0) where there is none."""
        scroll = self.verticalOffset()
        section, y = self._layout.sticky(scroll)
        if section != NOWHERE and y <= point.y() < y + HEADER_PX:
            return section, y
        section = self._layout.header_at(point.y() + scroll)
        return (section, int(self._layout.tops[section]) - scroll) if section != NOWHERE else (NOWHERE, 0)

    def _selection(self, ranges: list[tuple[int, int]]) -> QItemSelection:
        made = QItemSelection()
        for first, last in ranges:
            made.select(self._grid_model.index(first), self._grid_model.index(last))
        return made

    def _select_mask(self, mask: Mask) -> None:
        """Select exactly the rows of *mask*."""
        borders = np.flatnonzero(np.diff(mask, prepend=False, append=False))
        ranges = [(int(first), int(after) - 1) for first, after in borders.reshape(-1, 2)]
        self.selectionModel().select(self._selection(ranges), _SELECT_ONLY)

    def _read_mask(self) -> None:
        self._mask = np.zeros(len(self.rows), bool)
        selection = self.selectionModel().selection()
        for chosen in (selection.at(n) for n in range(selection.count())):
            self._mask[chosen.top() : chosen.bottom() + 1] = True
        self._selected_count = int(self._mask.sum())

    def _laid_out(self) -> None:
        """Called after every layout, for subclasses."""
