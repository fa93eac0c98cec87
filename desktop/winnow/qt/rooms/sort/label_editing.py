"""What is done to a label itself: its name and its colour, from wherever it is listed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, QPoint, Slot
from PySide6.QtWidgets import QMenu, QWidget

from winnow.app.commands.labelling import EditLabel
from winnow.app.queries.grid import SortView
from winnow.domain.label import Label, letters
from winnow.qt.bridge import Bridge
from winnow.qt.looking_only import changes_project
from winnow.qt.rooms.sort.filter_pane import FilterPane
from winnow.qt.rooms.sort.label_dialog import LabelDialog
from winnow.qt.rooms.sort.label_offers import LabelOffers
from winnow.qt.theme.theme import current_theme


class LabelEditing(QObject):
    """Asks in a menu or a dialogue, and turns the answer into a command."""

    def __init__(self, bridge: Bridge, where: FilterPane, offers: LabelOffers, window: QWidget) -> None:
        super().__init__(window)
        self._bridge = bridge
        self._filter = where
        self._window = window
        self._known: Sequence[Label] = ()
        self.dialog: LabelDialog | None = None
        where.label_menu_wanted.connect(self.open_menu)
        where.labels_menu_wanted.connect(self.open_choice)
        offers.label_menu_wanted.connect(self.open_menu)

    def show_view(self, view: SortView) -> None:
        """Know the labels of *view* from now on."""
        self._known = view.labels

    @Slot(int, QPoint)
    def open_menu(self, label_id: int, at: QPoint) -> None:
        """Offer what can be done with the label, at the point *at* of the screen."""
        label = next((one for one in self._known if one.id == label_id), None)
        if label is None:
            return
        menu = self._menu()
        menu.addAction(self.tr("Show only its pictures")).triggered.connect(partial(self._show_pictures, label_id))
        menu.addSeparator()
        edit = changes_project(menu.addAction(self.tr("Name and colour…")))
        edit.triggered.connect(partial(self._edit, label))
        back = menu.addAction(self.tr("Colour as in the set"))
        back.setEnabled(bool(label.colour))
        changes_project(back).triggered.connect(partial(self._use_set, label))
        menu.popup(at)

    @Slot(QPoint)
    def open_choice(self, at: QPoint) -> None:
        """Offer all labels, of which one is to be named and coloured, at the point *at* of the screen."""
        menu = self._menu()
        for letter, label in zip(letters([one.name for one in self._known]), self._known, strict=True):
            action = changes_project(menu.addAction(f"{letter}   {label.name}".replace("&", "&&")))
            action.triggered.connect(partial(self._edit, label))
        if menu.isEmpty():
            menu.addAction(self.tr("There is no label yet")).setEnabled(False)
        menu.popup(at)

    def _menu(self) -> QMenu:
        menu = QMenu(self._window)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    @Slot()
    def choose(self, _checked: bool = False) -> None:
        """Offer all labels beside where they are listed."""
        self.open_choice(self._filter.mapToGlobal(self._filter.rect().topLeft()))

    def _show_pictures(self, label_id: int, _checked: bool = False) -> None:
        self._filter.seek_label(label_id)

    def _edit(self, label: Label, _checked: bool = False) -> None:
        if self.dialog is not None:
            return
        self.dialog = LabelDialog(label, self._known, current_theme().classes, self._window)
        self.dialog.kept.connect(partial(self._keep, label))
        self.dialog.finished.connect(self._end)
        self.dialog.open()

    def _use_set(self, label: Label, _checked: bool = False) -> None:
        self._bridge.do(EditLabel(label.id, label.name, ""))

    def _keep(self, before: Label, wanted: Label) -> None:
        if wanted != before:
            self._bridge.do(EditLabel(wanted.id, wanted.name, wanted.colour))

    @Slot(int)
    def _end(self, _result: int) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None
