"""What is done to the selected pictures: by keys, buttons, menus and by dragging them away."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Signal, Slot
from PySide6.QtWidgets import QMenu

from winnow.app.queries.grid import SortView
from winnow.qt.bridge import Bridge
from winnow.qt.rooms.sort.drag_out import DragOut
from winnow.qt.rooms.sort.grid_page import GridPage
from winnow.qt.rooms.sort.labelling import Labelling
from winnow.qt.rooms.sort.picture_pane import PicturePane
from winnow.qt.rooms.sort.rankings import Rankings
from winnow.qt.rooms.sort.selecting import Selecting

_TYPING_AT = QPoint(16, 52)


class SelectionWork(QObject):
    """Every wish concerns what is selected in the grid at that moment."""

    editing_wanted = Signal(object)  # tuple of ids
    pictures_wanted = Signal(object)  # tuple of ids that should be selected

    def __init__(
        self,
        bridge: Bridge,
        page: GridPage,
        pane: PicturePane,
        labelling: Labelling,
        rankings: Rankings,
        selecting: Selecting,
    ) -> None:
        super().__init__(page)
        self._page, self._grid, self._pane = page, page.grid, pane
        self._labelling, self._rankings, self._selecting = labelling, rankings, selecting
        self._view: SortView | None = None
        self._accepted: tuple[int, int] | None = None
        self.drag = DragOut(bridge, page.grid)
        page.typing.chosen.connect(self._label_as)
        labelling.typing_wanted.connect(self.type_label)
        rankings.accept_button.clicked.connect(self.accept)
        grid = self._grid
        grid.menu_wanted.connect(self._open_menu)
        grid.activated_id.connect(self._activate)
        grid.drag_wanted.connect(self._drag_out)
        pane.label_wanted.connect(self.label)
        pane.reject_wanted.connect(self.reject)
        pane.unlabel_wanted.connect(self.unlabel)
        pane.clear_wanted.connect(grid.clear_selection)
        pane.all_similar_wanted.connect(self._select_similar)

    def show_view(self, view: SortView) -> None:
        """Know the labels of *view* from now on."""
        self._view = view

    def fill_menu(self, menu: QMenu) -> None:
        """Put the labels into *menu*."""
        self._labelling.fill_menu(menu, self._grid.selected_ids)

    @Slot(int)
    def label(self, number: int) -> None:
        """Give it the label of the key *number*, from 1."""
        self._labelling.label(self._grid.selected_ids(), number)

    @Slot()
    def type_label(self, _ignored: object = None) -> None:
        """Ask for its label by typing."""
        count = len(self._grid.selected_ids())
        if count and self._view is not None:
            self._page.typing.open(self._view.labels, count, _TYPING_AT)

    @Slot()
    def reject(self, _checked: bool = False) -> None:
        """Reject it, or bring it back."""
        self._labelling.reject(self._grid.selected_ids())

    @Slot()
    def unlabel(self, _checked: bool = False) -> None:
        """Take its labels away."""
        self._labelling.unlabel(self._grid.selected_ids())

    @Slot()
    def edit(self, _checked: bool = False) -> None:
        """Go through its frames in Edit."""
        self.editing_wanted.emit(tuple(self._grid.selected_ids().tolist()))

    @Slot()
    def find_similar(self, _checked: bool = False) -> None:
        """Rank the whole project by how much it looks like it."""
        self._rankings.find_similar(self._grid.selected_ids().tolist())

    @Slot()
    def accept(self, _checked: bool = False) -> None:
        """Make what is suggested for it its labels; what comes next is selected then."""
        ids = self._grid.selected_ids()
        if self._rankings.accept(ids) and self._view is not None:
            self._accepted = (int(ids[0]), self._view.row_of(int(ids[0])))

    def go_on(self) -> None:
        """Select the picture that has moved up to where the first accepted one was."""
        rows = self._grid.rows
        if self._accepted is not None and self._accepted[0] not in rows.ids:
            row, self._accepted = self._accepted[1], None
            if self._rankings.has_suggestions and len(rows):
                self._grid.go_to(int(rows.ids[min(row, len(rows) - 1)]))

    @Slot()
    def toggle_loupe(self, _checked: bool = False) -> None:
        """Look at the current picture large, or end that."""
        self._selecting.toggle_loupe()

    @Slot(str)
    def _label_as(self, name: str) -> None:
        self._labelling.label_called(self._grid.selected_ids(), name)

    @Slot(int)
    def _activate(self, _image_id: int) -> None:
        """Enter and double click: accept what is suggested, else look at it large."""
        if self._rankings.has_suggestions and self._page.loupe.isHidden():
            self.accept()
        else:
            self._selecting.toggle_loupe()

    @Slot(QPoint)
    def _open_menu(self, at: QPoint) -> None:
        """Offer the labels, and what else can be done with the selection."""
        menu = self._labelling.open_menu(self._grid.selected_ids(), at)
        menu.addSeparator()
        for words, keys, then in (
            (self.tr("Reject, or bring back"), "X", self.reject),
            (self.tr("Large preview"), self.tr("Space"), self.toggle_loupe),
            (self.tr("Find similar"), "S", self.find_similar),
            (self.tr("Edit the frame"), "E", self.edit),
        ):
            menu.addAction(f"{words}\t{keys}").triggered.connect(then)

    @Slot()
    def _drag_out(self) -> None:
        self.drag.begin(self._grid.selected_ids().tolist())

    @Slot()
    def _select_similar(self) -> None:
        """Select the twelve and the picture that they are similar to."""
        current = self._grid.current_id()
        twelve = tuple(one.id for one in self._pane.below.similar.pictures)
        self.pictures_wanted.emit(twelve if current is None else (current, *twelve))
