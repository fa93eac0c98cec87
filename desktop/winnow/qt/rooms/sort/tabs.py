"""The three views of the same pictures: grid, map and comparison. The grid's selection is that of all of them."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QStackedWidget, QWidget

from winnow.qt.bridge import Bridge
from winnow.qt.map.page import MapPage
from winnow.qt.rooms.sort.compare_page import ComparePage
from winnow.qt.rooms.sort.grid_page import GridPage
from winnow.qt.rooms.sort.selecting import Selecting
from winnow.qt.rooms.sort.tools import COMPARE, GRID, MAP

Ids = npt.NDArray[np.int64]


class SortTabs(QStackedWidget):
    """Shows one of them; what is caught on the map or in a cell is selected in the grid."""

    picture_wanted = Signal(int)

    def __init__(self, bridge: Bridge, page: GridPage, selecting: Selecting, parent: QWidget) -> None:
        super().__init__(parent)
        self._page, self._selecting = page, selecting
        self.map = MapPage(bridge, self)
        self.compare = ComparePage(bridge, self)
        self._views: dict[str, QWidget] = {GRID: page, MAP: self.map, COMPARE: self.compare}
        for view in self._views.values():
            self.addWidget(view)
        page.grid.selection_changed.connect(self.map.show_selection)
        self.map.selection_made.connect(self._select)
        self.map.activated.connect(self.picture_wanted)
        self.compare.cell_wanted.connect(self._select_explained)

    @property
    def key(self) -> str:
        """Which one is shown."""
        return next(key for key, view in self._views.items() if view is self.currentWidget())

    def show_view(self, key: str) -> None:
        """Show the one called *key*."""
        if key != MAP:
            self.map.leave()
        self.setCurrentWidget(self._views[key])
        self.ask()
        self._selecting.look()

    def ask(self) -> None:
        """Ask anew for what the one that is shown shows of its own."""
        if self.key == COMPARE:
            self.compare.ask()
        elif self.key == MAP:
            self.map.ask()
            self.map.show_selection(self._page.grid.selected_ids())

    def take_actions(self, actions: list[QAction]) -> None:
        """Let *actions* work by their keys on the map and in the table, too; Space picks a point there."""
        space = QKeySequence(Qt.Key.Key_Space)
        for view in (self.compare.table, self.map.view):
            view.addActions([action for action in actions if action.shortcut() != space])

    def show_selected_in_grid(self) -> None:
        """Go to the grid, where the first selected picture is brought into view."""
        grid = self._page.grid
        selected = grid.selected_ids()
        self.show_view(GRID)
        if len(selected):
            row = int(np.flatnonzero(grid.rows.ids == selected[0])[0])
            grid.scroll_to_row(row, in_the_middle=True)
        grid.setFocus()

    @Slot(object)
    def _select(self, ids: Ids) -> None:
        """Select *ids* whatever sections are closed."""
        self._page.grid.open_all_sections()
        self._page.grid.select_ids([int(image) for image in ids])

    @Slot(object, str)
    def _select_explained(self, ids: Ids, words: str) -> None:
        """Select *ids*, and say in *words* what they are."""
        self._select(ids)
        self._selecting.explain(ids, words)
