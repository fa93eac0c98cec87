"""Sort: pictures in groups that look alike; a key labels what is selected."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QWidget

from winnow.app.commands.arranging import SaveFilter
from winnow.app.grid_rows import GridRows, Section
from winnow.app.queries.grid import SortQuery, SortView, typed_view
from winnow.app.queries.lookup import label_id_of
from winnow.base.errors import UserError
from winnow.domain.changes import Changes, Topic
from winnow.qt.bridge import Bridge
from winnow.qt.grid.loader import ThumbnailLoader
from winnow.qt.room import RoomWidget
from winnow.qt.rooms.sort.arranging import Arranging
from winnow.qt.rooms.sort.cleaning import CleaningPlaces
from winnow.qt.rooms.sort.empty import SortEmpty
from winnow.qt.rooms.sort.grid_page import GridPage
from winnow.qt.rooms.sort.k_panel import KPanel
from winnow.qt.rooms.sort.keys import Then, sort_actions
from winnow.qt.rooms.sort.label_editing import LabelEditing
from winnow.qt.rooms.sort.labelling import Ids, Labelling
from winnow.qt.rooms.sort.left_pane import LeftPane
from winnow.qt.rooms.sort.picture_pane import PicturePane
from winnow.qt.rooms.sort.rankings import Rankings
from winnow.qt.rooms.sort.section_work import SectionWork
from winnow.qt.rooms.sort.selecting import Selecting
from winnow.qt.rooms.sort.selection_work import SelectionWork
from winnow.qt.rooms.sort.sheet_view import SheetView
from winnow.qt.rooms.sort.tabs import SortTabs
from winnow.qt.rooms.sort.tools import COMPARE, GRID, MAP, SortTools
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

    The grid's selection is that of all tabs. `leave` must be called before the
    project is closed: it ends the loading of thumbnails.
    """

    collect_wanted = Signal()

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(room_words("sort"), parent)
        self._bridge = bridge
        self._view = SortView(GridRows())
        self._loader: ThumbnailLoader | None = None
        self._sought: tuple[int, ...] = ()
        self.tools = SortTools(self.toolbar, (GRID, MAP, COMPARE))
        self.left = LeftPane(self)
        self.groups, self.filter = self.left.groups, self.left.filter
        self.page = GridPage(self)
        self.grid = self.page.grid
        self.k_panel = KPanel(bridge, self.page)
        self.picture = PicturePane(self)
        self.labelling = Labelling(bridge, self._view, self)
        self.arranging = Arranging(bridge, self.groups, self)
        self.naming = LabelEditing(bridge, self.filter, self.picture.offers, self)
        self.selecting = Selecting(bridge, self.grid, self.picture, self.page.loupe)
        self.tabs = SortTabs(bridge, self.page, self.selecting, self)
        self.compare, self.map = self.tabs.compare, self.tabs.map
        self.sections = SectionWork(bridge, self.page, self.labelling, self.arranging)
        self.rankings = Rankings(bridge, self.page.banner)
        self.selection = SelectionWork(bridge, self.page, self.picture, self.labelling, self.rankings, self.selecting)
        self.cleaning = CleaningPlaces(bridge, self.left)
        self.sheets = SheetView(bridge, self.page)
        self._empty = SortEmpty(self)
        self._stack = QStackedWidget(self)
        self._lay_out()
        self.room_actions += sort_actions(self.grid, self._wishes(), self.selection.label)
        self.tabs.take_actions(self.room_actions)
        self._connect()
        self.tools.show_selected(0)
        self.left.show_empty(True)
        # Not the empty state: nobody knows yet whether there are pictures.
        self._stack.setCurrentIndex(_TABS)

    @property
    def label_button(self) -> QPushButton:
        """The button that labels the selection."""
        return self.tools.label_button

    def next_control(self) -> QWidget:
        return self.groups.cluster_button if self._view.arrangement is None else self.grid

    def look_as_before(self, looks: str) -> None:
        """Show pictures as large as they were."""
        if looks.isdecimal() and looks.isascii():
            self.grid.set_cell_size(int(looks[:4]))

    @Slot(int)
    def _tell_size(self, size_px: int) -> None:
        self.looks_changed.emit(str(size_px))

    def enter(self) -> None:
        """Ask for everything anew, and load thumbnails from now on."""
        self.leave()
        self._loader = ThumbnailLoader(self._bridge.session.thumbnails.get)
        self.destroyed.connect(self._loader.close)
        self.grid.set_loader(self._loader)
        self.cleaning.enter()
        self._bridge.fetch("sort.kinds", self.groups.show_kinds, _feature_kinds)
        self.ask()

    def leave(self) -> None:
        """Load no more thumbnails."""
        self.page.loupe.close_loupe()
        self.cleaning.leave()
        self.map.leave()
        if self._loader is not None:
            self._loader.close()
            self._loader = None

    @Slot(int)
    def seek_picture(self, image_id: int) -> None:
        """Select the picture and bring it into view; where a filter or a ranking hides it, show all."""
        self._seek((image_id,))

    def seek_label(self, name: str) -> None:
        """Show the pictures of the label *name* only."""
        self.show_tab(GRID)
        self.rankings.close()
        self._bridge.ask("sort.seek", self._seek_label, label_id_of, name)

    @Slot(str)
    def show_tab(self, key: str, _checked: bool = False) -> None:
        """Show the tab *key*."""
        self.tools.show_tab(key)
        self.tabs.show_view(key)

    @Slot()
    def ask(self) -> None:
        """Ask for what is grouped, ordered and let through as the person says now."""
        ranking = self.rankings.ranking
        query = SortQuery(self.groups.group_by, self.tools.order, self.filter.sieve, section_words(), ranking)
        self._bridge.ask("sort.view", self._arrive, typed_view, query)

    def _lay_out(self) -> None:
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self.tabs)
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
        selection, sections = self.selection, self.sections
        return {
            "type": selection.type_label,
            "reject": selection.reject,
            "unlabel": selection.unlabel,
            "similar": self._find_similar,
            "edit": selection.edit,
            "loupe": selection.toggle_loupe,
            "suggest": self.rankings.suggest,
            "section": sections.select,
            "split": sections.split,
            "merge": sections.merge,
            "check": sections.check,
            "collapse": sections.collapse,
            "cluster": self.arranging.cluster,
            "k": partial(self._open_k_panel, True),
            "sheet": sections.sheet,
            "labels": self.arranging.use_as_labels,
            "folders": self.arranging.use_folders,
            "label": self.naming.choose,
            "grid": partial(self.show_tab, GRID),
            "map": partial(self.show_tab, MAP),
            "compare": partial(self.show_tab, COMPARE),
            "all": self.filter.show_all,
        }

    def _connect(self) -> None:
        self._bridge.changed.connect(self._hear)
        self._bridge.closing.connect(self.leave)
        self.groups.grouping_chosen.connect(self._group)
        self.groups.choice_of_k_wanted.connect(self._open_k_panel)
        self.groups.suggestions_wanted.connect(self.rankings.suggest)
        self.filter.field.returnPressed.connect(self.grid.setFocus)
        self.filter.changed.connect(self.ask)
        self.filter.save_wanted.connect(self._save_filter)
        self.page.nothing.all_button.clicked.connect(self.filter.show_all)
        self.page.panel_changed.connect(self._show_panel_state)
        self.k_panel.closed.connect(partial(self.page.open_panel, None))
        self.k_panel.k_wanted.connect(self._use_k)
        self.tools.order_chosen.connect(self.ask)
        self.tools.size_chosen.connect(self.grid.set_cell_size)
        self.tools.tab_chosen.connect(self.show_tab)
        self.tools.similar_button.clicked.connect(self._find_similar)
        self.tools.use_button.clicked.connect(self._use_second)
        self.tools.label_menu.aboutToShow.connect(self._fill_label_menu)
        self.compare.use_offered.connect(self.tools.show_use)
        self.grid.cell_size_changed.connect(self.tools.show_size)
        self.grid.cell_size_changed.connect(self._tell_size)
        self.preferred.connect(self.groups.prefer)
        self.grid.selection_changed.connect(self._show_selection)
        self.tabs.picture_wanted.connect(self.seek_picture)
        self.picture.picture_wanted.connect(self.seek_picture)
        self.picture.show_in_grid_wanted.connect(self._show_selected_in_grid)
        self.rankings.changed.connect(self.ask)
        self.rankings.similar_found.connect(self.selecting.show_similar)
        self.selecting.similar_wanted.connect(self.rankings.ask_most_similar)
        self.selection.editing_wanted.connect(self.editing_wanted)
        self.selection.pictures_wanted.connect(self._seek)
        self.sections.picture_wanted.connect(self.seek_picture)
        self.sections.sheet_wanted.connect(self._open_sheet)
        self.sheets.closed.connect(self.grid.setFocus)
        self.cleaning.picture_wanted.connect(self.seek_picture)
        self.arranging.said.connect(self.toolbar.show_words)
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
        for part in (self.labelling, self.naming, self.arranging, self.sections, self.rankings, self.selection):
            part.show_view(view)
        self.grid.show_rows(view.rows)
        self.selection.go_on()
        self.page.show_nothing_passes(view.in_all > 0 and not len(view.rows))
        self._stack.setCurrentIndex(_TABS if view.in_all else _EMPTY)
        self.tools.show_empty(not view.in_all)
        self.left.show_empty(not view.in_all)
        self.groups.show_project(view.kept, view.arrangement)
        self.filter.show_counts(view.counts)
        self.filter.show_saved(view.saved_filters)
        self.cleaning.show_view(view, self.groups.group_by)
        self.selecting.show_view(view)
        self._show_selection(self.grid.selected_ids())
        if self.tabs.key != GRID:
            self.tabs.ask()
        self._go_to_sought()

    @Slot(object)
    def _seek(self, ids: tuple[int, ...]) -> None:
        """Select *ids*, the first one current; where something hides one of them, show all first."""
        self.show_tab(GRID)
        self._sought = ids
        if not all(self._view.row_of(image) >= 0 for image in ids):
            self.rankings.close()
            if not self.filter.sieve.is_open:
                self.filter.show_all()
        self._go_to_sought()

    def _go_to_sought(self) -> None:
        ids = self._sought
        if ids and all(self._view.row_of(image) >= 0 for image in ids):
            self._sought = ()
            self.grid.go_to(ids[0])
            if len(ids) > 1:
                self.grid.open_all_sections()
                self.grid.select_ids(ids)
            self.grid.setFocus()

    def _seek_label(self, label_id: int | None) -> None:
        if label_id is not None:
            self.filter.seek_label(label_id)

    @Slot(object)
    def _show_selection(self, ids: Ids) -> None:
        self.tools.show_selected(len(ids))
        self.rankings.show_selected(ids)
        self.tools.show_summary(self._view, self.groups.group_by, len(ids))

    @Slot(object)
    def _hear(self, changes: Changes) -> None:
        if changes.touches(*_TOPICS) and not self.is_away:
            self.ask()
        if changes.touches(Topic.SUGGESTIONS, Topic.LABELS, Topic.IMAGES):
            self.rankings.hear_suggestions()

    @Slot()
    def _group(self) -> None:
        """Group in another way; a ranking ends."""
        self.rankings.close()
        self.ask()

    @Slot()
    def _find_similar(self, _checked: bool = False) -> None:
        self.show_tab(GRID)
        self.selection.find_similar()

    @Slot()
    def _show_selected_in_grid(self, _checked: bool = False) -> None:
        self.tools.show_tab(GRID)
        self.tabs.show_selected_in_grid()

    @Slot(object)
    def _open_sheet(self, section: Section) -> None:
        self.show_tab(GRID)
        self.sheets.open(section, self._view.rows)

    @Slot(bool)
    def _open_k_panel(self, is_open: bool, _checked: bool = False) -> None:
        self.show_tab(GRID)
        self.page.open_panel(self.k_panel if is_open else None)
        if is_open:
            self.k_panel.open(self.groups.features_name, self._view.kept)

    @Slot()
    def _show_panel_state(self) -> None:
        self.groups.suggest_button.setChecked(self.page.panel is self.k_panel)

    @Slot(int)
    def _use_k(self, k: int) -> None:
        self.groups.k_field.setValue(k)
        self.page.open_panel(None)
        self.arranging.cluster()

    @Slot()
    def _use_second(self, _checked: bool = False) -> None:
        if self.compare.second is not None:
            self.arranging.show_clustering(self.compare.second.id)

    @Slot()
    def _fill_label_menu(self) -> None:
        self.selection.fill_menu(self.tools.label_menu)

    @Slot(str, object)
    def _save_filter(self, name: str, expression: str | None) -> None:
        self._bridge.do(SaveFilter(name, expression))


def _feature_kinds() -> object:
    # Asks the disk which networks were fetched; what it imports is not needed to show the room.
    from winnow.app.pipelines.embedding import feature_kinds

    return feature_kinds()
