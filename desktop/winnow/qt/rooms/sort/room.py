"""Sort: pictures in groups that look alike; a key labels what is selected."""

from __future__ import annotations

from functools import partial

import numpy as np
from PySide6.QtCore import QPoint, QRect, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from winnow.app.commands.arranging import SaveFilter
from winnow.app.grid_rows import GridRows, Section, SectionKey
from winnow.app.queries.grid import SortQuery, SortView, typed_view
from winnow.app.queries.lookup import label_id_of
from winnow.base.errors import UserError
from winnow.domain.changes import Changes, Topic
from winnow.qt.bridge import Bridge
from winnow.qt.figures import count_words
from winnow.qt.grid.headers import SectionAction
from winnow.qt.grid.loader import ThumbnailLoader
from winnow.qt.room import RoomWidget
from winnow.qt.rooms.sort.arranging import Arranging
from winnow.qt.rooms.sort.drag_out import DragOut
from winnow.qt.rooms.sort.empty import SortEmpty
from winnow.qt.rooms.sort.grid_page import GridPage
from winnow.qt.rooms.sort.keys import Then, sort_actions
from winnow.qt.rooms.sort.labelling import Ids, Labelling
from winnow.qt.rooms.sort.left_pane import LeftPane
from winnow.qt.rooms.sort.picture_pane import PicturePane
from winnow.qt.rooms.sort.selecting import Selecting
from winnow.qt.rooms.sort.tools import GRID, SortTools
from winnow.qt.rooms.sort.words import section_words
from winnow.qt.words import room_words

_EMPTY, _TABS = 0, 1
_TOPICS = (
    Topic.IMAGES,
    Topic.LABELS,
    Topic.CLUSTERS,
    Topic.FRAMES,
    Topic.SPLIT,
    Topic.SOURCES,
    Topic.FILTERS,
)


class SortRoom(RoomWidget):
    """The pictures, between how they are grouped and what is selected of them.

    `leave` must be called before the project is closed: it ends the loading
    of thumbnails.
    """

    collect_wanted = Signal()

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(room_words("sort"), parent)
        self._bridge = bridge
        self._view = SortView(GridRows())
        self._loader: ThumbnailLoader | None = None
        self._sought = 0
        self.tools = SortTools(self.toolbar)
        self.left = LeftPane(self)
        self.groups, self.filter = self.left.groups, self.left.filter
        self.page = GridPage(self)
        self.grid = self.page.grid
        self.picture = PicturePane(self)
        self.labelling = Labelling(bridge, self._view, self)
        self.arranging = Arranging(bridge, self.groups, self)
        self.selecting = Selecting(bridge, self.grid, self.picture, self.page.loupe)
        self._drag = DragOut(bridge, self.grid)
        self._stack, self._tabs = QStackedWidget(self), QStackedWidget(self)
        self._lay_out()
        self.room_actions += sort_actions(self.grid, self._wishes(), self._label)
        self._connect()
        self._show(self._view)

    @property
    def label_button(self) -> QWidget:
        """The button that labels the selection."""
        return self.tools.label_button

    def enter(self) -> None:
        """Ask for everything anew, and load thumbnails from now on."""
        self.leave()
        self._loader = ThumbnailLoader(self._bridge.session.thumbnails.get)
        self.destroyed.connect(self._loader.close)
        self.grid.set_loader(self._loader)
        self.ask()

    def leave(self) -> None:
        """Load no more thumbnails."""
        if self._loader is not None:
            self._loader.close()
            self._loader = None

    def seek_picture(self, image_id: int) -> None:
        """Select the picture and bring it into view; where a filter hides it, show all."""
        self._show_tab(GRID)
        self._sought = image_id
        if self._view.row_of(image_id) < 0 and not self.filter.sieve.is_open:
            self.filter.show_all()
        self._go_to_sought()

    def seek_label(self, name: str) -> None:
        """Show the pictures of the label *name* only."""
        self._show_tab(GRID)
        self._bridge.ask("sort.seek", self._seek_label, label_id_of, name)

    def _seek_label(self, label_id: int | None) -> None:
        if label_id is not None:
            self.filter.seek_label(label_id)

    @Slot()
    def ask(self) -> None:
        """Ask for what is grouped, ordered and let through as the person says now."""
        query = SortQuery(self.groups.group_by, self.tools.order, self.filter.sieve, section_words())
        self._bridge.ask("sort.view", self._arrive, typed_view, query)

    @Slot()
    def select_section(self) -> None:
        """Select all pictures of the section that the keyboard is in, or of the first one."""
        section = self._section()
        if section is not None:
            self.grid.set_section_open(section.key, True)
            self.grid.select_ids(self._section_ids(section.key))

    def _lay_out(self) -> None:
        self._empty = SortEmpty(self)
        self._tabs.addWidget(self.page)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._tabs)
        body = QWidget(self)
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.left)
        row.addWidget(self._stack, 1)
        self.set_body(body)
        self.set_inspector(self.picture)

    def _wishes(self) -> dict[str, Then]:
        """Return what each key and each command of the palette does."""
        return {
            "type": self._type_label,
            "reject": self._reject,
            "unlabel": self._unlabel,
            "edit": self._edit,
            "loupe": self._toggle_loupe,
            "section": self.select_section,
            "split": self._split,
            "merge": self._merge,
            "collapse": self._collapse,
            "cluster": self.arranging.cluster,
            "labels": self.arranging.use_as_labels,
            "grid": partial(self._show_tab, GRID),
            "all": self.filter.show_all,
        }

    def _connect(self) -> None:
        self._bridge.changed.connect(self._hear)
        self._bridge.closing.connect(self.leave)
        self.groups.grouping_chosen.connect(self.ask)
        self.filter.changed.connect(self.ask)
        self.filter.save_wanted.connect(self._save_filter)
        self.filter.forget_wanted.connect(self._forget_filter)
        self.page.nothing.all_button.clicked.connect(self.filter.show_all)
        self.page.typing.chosen.connect(self._label_as)
        self.labelling.typing_wanted.connect(self._type_label)
        self.tools.order_chosen.connect(self.ask)
        self.tools.size_chosen.connect(self.grid.set_cell_size)
        self.tools.tab_chosen.connect(self._show_tab)
        self.tools.label_menu.aboutToShow.connect(self._fill_label_menu)
        grid = self.grid
        grid.cell_size_changed.connect(self.tools.show_size)
        grid.selection_changed.connect(self._show_selection)
        grid.section_action.connect(self._act_on_section)
        grid.section_renamed.connect(self._rename)
        grid.menu_wanted.connect(self._open_menu)
        grid.activated_id.connect(self._toggle_loupe)
        grid.drag_wanted.connect(self._drag_out)
        self.picture.label_wanted.connect(self._label)
        self.picture.reject_wanted.connect(self._reject)
        self.picture.unlabel_wanted.connect(self._unlabel)
        self.picture.picture_wanted.connect(self.seek_picture)
        self.picture.clear_wanted.connect(grid.clear_selection)
        self._empty.offered.connect(self.offered)
        self._empty.collect_wanted.connect(self.collect_wanted)

    def _arrive(self, answer: SortView | UserError) -> None:
        """Show a view, or what is wrong with the filter; the pictures stay as they were then."""
        if isinstance(answer, SortView):
            self.filter.show_wrong("")
            self._show(answer)
        else:
            self.filter.show_wrong(str(answer))

    def _show(self, view: SortView) -> None:
        self._view = view
        self.labelling.show_view(view)
        self.arranging.show_view(view)
        self.grid.show_rows(view.rows)
        self.page.show_nothing_passes(view.in_all > 0 and not len(view.rows))
        self._stack.setCurrentIndex(_TABS if view.in_all else _EMPTY)
        self.tools.show_empty(not view.in_all)
        self.left.show_empty(not view.in_all)
        self.groups.show_project(view.kept, view.arrangement)
        self.filter.show_counts(view.counts)
        self.filter.show_saved(view.saved_filters)
        self.selecting.show_view(view)
        self._show_selection(self.grid.selected_ids())
        self._go_to_sought()

    def _go_to_sought(self) -> None:
        if self._sought and self._view.row_of(self._sought) >= 0:
            self.grid.go_to(self._sought)
            self.grid.setFocus()
            self._sought = 0

    @Slot(object)
    def _show_selection(self, ids: Ids) -> None:
        self.tools.show_selected(len(ids))
        self.toolbar.show_words(self._summary(len(ids)))

    def _summary(self, selected: int) -> str:
        view = self._view
        if not view.in_all:
            return self.tr("no pictures yet")
        shown, in_all = count_words(len(view.rows)), count_words(view.in_all)
        words = self.tr("{0} images").format(in_all)
        if len(view.rows) < view.in_all:
            words = self.tr("{0} of {1} images").format(shown, in_all)
        elif view.arrangement is not None and self.groups.group_by == "cluster":
            clusters = count_words(view.arrangement.clusters)
            words = self.tr("{0} images in {1} clusters").format(in_all, clusters)
        return words + (self.tr(" \u00b7 {0} selected").format(count_words(selected)) if selected else "")

    @Slot(object)
    def _hear(self, changes: Changes) -> None:
        if changes.touches(*_TOPICS):
            self.ask()

    @Slot(str)
    def _show_tab(self, key: str, _checked: bool = False) -> None:
        self.tools.show_tab(key)

    @Slot(object, object, QPoint)
    def _act_on_section(self, key: SectionKey, action: SectionAction, at: QPoint) -> None:
        ids, section = self._section_ids(key), self._keyed(key)
        if action is SectionAction.LABEL_AS:
            self.labelling.open_menu(ids, at)
        elif action is SectionAction.REJECT:
            self.labelling.reject(ids)
        elif section is not None and action is SectionAction.SPLIT_FURTHER:
            self.arranging.open_split_menu(section, at)
        elif section is not None and action is SectionAction.MERGE_INTO:
            self.arranging.open_merge_menu(section, self.grid.rows.sections, at)

    def _keyed(self, key: SectionKey | None) -> Section | None:
        return next((one for one in self.grid.rows.sections if one.key == key), None)

    def _section(self) -> Section | None:
        """Return the section that the keyboard is in, or the first one."""
        sections = self.grid.rows.sections
        return self._keyed(self.grid.current_section()) or (sections[0] if sections else None)

    def _section_ids(self, key: SectionKey) -> Ids:
        found = [one for one in self.grid.rows.sections if one.key == key]
        parts = [self.grid.rows.ids[one.first : one.first + one.count] for one in found]
        return np.concatenate(parts) if parts else np.empty(0, np.int64)

    def _beside(self) -> QPoint:
        """Return where a menu for the current picture, or for the first section, may open."""
        index = self.grid.currentIndex()
        spot = self.grid.visualRect(index) if index.isValid() else QRect()
        viewport = self.grid.viewport()
        return viewport.mapToGlobal(spot.center() if viewport.rect().intersects(spot) else QPoint(200, 40))

    @Slot()
    def _split(self, _checked: bool = False) -> None:
        section = self._section()
        if section is not None and section.cluster is not None:
            self.arranging.open_split_menu(section, self._beside())

    @Slot()
    def _merge(self, _checked: bool = False) -> None:
        section = self._section()
        if section is not None and section.cluster is not None:
            self.arranging.open_merge_menu(section, self.grid.rows.sections, self._beside())

    @Slot()
    def _collapse(self, _checked: bool = False) -> None:
        self.grid.toggle_all_sections()

    @Slot(object, str)
    def _rename(self, key: SectionKey, name: str) -> None:
        self.arranging.rename(key, self.grid.rows.sections, name)

    @Slot(int)
    def _label(self, number: int) -> None:
        self.labelling.label(self.grid.selected_ids(), number)

    @Slot()
    def _type_label(self, _ignored: object = None) -> None:
        count = len(self.grid.selected_ids())
        if count:
            self.page.typing.open(self._view.labels, count, QPoint(16, 52))

    @Slot(str)
    def _label_as(self, name: str) -> None:
        self.labelling.label_called(self.grid.selected_ids(), name)

    @Slot()
    def _reject(self, _checked: bool = False) -> None:
        self.labelling.reject(self.grid.selected_ids())

    @Slot()
    def _unlabel(self, _checked: bool = False) -> None:
        self.labelling.unlabel(self.grid.selected_ids())

    @Slot()
    def _edit(self, _checked: bool = False) -> None:
        self.editing_wanted.emit(tuple(self.grid.selected_ids().tolist()))

    @Slot()
    def _toggle_loupe(self, _ignored: object = None) -> None:
        self.selecting.toggle_loupe()

    @Slot()
    def _fill_label_menu(self) -> None:
        self.labelling.fill_menu(self.tools.label_menu, self.grid.selected_ids)

    @Slot(QPoint)
    def _open_menu(self, at: QPoint) -> None:
        self.labelling.open_menu(self.grid.selected_ids(), at)

    @Slot()
    def _drag_out(self) -> None:
        self._drag.begin(self.grid.selected_ids().tolist())

    @Slot(str, str)
    def _save_filter(self, name: str, expression: str) -> None:
        self._bridge.do(SaveFilter(name, expression))

    @Slot(str)
    def _forget_filter(self, name: str) -> None:
        self._bridge.do(SaveFilter(name, None))
