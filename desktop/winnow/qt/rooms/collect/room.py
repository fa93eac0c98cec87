"""The Collect room: sources, pictures as they arrive, and what did not come through."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMargins, QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from winnow.app.grid_rows import GridRows
from winnow.app.pipelines.wishes import Wish
from winnow.app.preferences import Preferences
from winnow.app.queries.arrivals import Arrivals, arrivals
from winnow.app.queries.fallen_out import Cause, FallenOut, causes, fallen_out
from winnow.app.queries.grid import PictureFacts, picture_facts
from winnow.domain.changes import Changes, Topic
from winnow.domain.source import Source
from winnow.qt.bridge import Bridge
from winnow.qt.figures import count_words
from winnow.qt.grid.loader import ThumbnailLoader
from winnow.qt.grid.view import GridView
from winnow.qt.looking_only import changes_project
from winnow.qt.room import RoomWidget
from winnow.qt.rooms.collect.adding import Adding
from winnow.qt.rooms.collect.collecting import Collecting
from winnow.qt.rooms.collect.fallen_list import FallenList
from winnow.qt.rooms.collect.funnel import OUT_PX, Funnel, cause_words, inset
from winnow.qt.rooms.collect.request_pane import RequestForm, RequestPane
from winnow.qt.rooms.collect.rules_pane import RulesPane
from winnow.qt.rooms.collect.sources_pane import SourcesPane
from winnow.qt.theme.fonts import Type
from winnow.qt.widgets.button import Button, Role
from winnow.qt.widgets.empty_state import EmptyState
from winnow.qt.widgets.form import SectionHeading, Separator
from winnow.qt.widgets.inspector import InspectorPane
from winnow.qt.widgets.label import ElidedLabel
from winnow.qt.widgets.offered import Offered
from winnow.qt.widgets.provenance import ProvenanceRows
from winnow.qt.words import room_words

_REFRESH_MS = 300
_CELL_PX = 112


@dataclass(frozen=True, slots=True)
class _View:
    """Everything that the room shows at once."""

    arrivals: Arrivals
    causes: Mapping[Cause, int]
    fallen: tuple[FallenOut, ...]


class CollectRoom(RoomWidget):
    """Sources on the left, pictures in the middle, the funnel on the right."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(room_words("collect"), parent)
        self._bridge = bridge
        self._source: int | None = None
        self._cause: Cause | None = None
        self._sources: tuple[Source, ...] = ()
        self._loader = ThumbnailLoader(bridge.session.thumbnails.get, parent=self)
        bridge.closing.connect(self._loader.close)
        self.grid = GridView(self)
        self.grid.set_loader(self._loader)
        self.grid.set_cell_size(_CELL_PX)
        self.fallen = FallenList(self)
        self.sources_pane = SourcesPane(self)
        self.funnel = Funnel(self)
        self.request_pane = RequestPane(self)
        self.rules_pane = RulesPane(self)
        self.adding = Adding(self)
        self.room_actions += self.adding.actions
        self.collecting = Collecting(bridge, self)
        self._stack = QStackedWidget(self)
        # One look a moment, however many batches an import commits meanwhile.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_REFRESH_MS)
        self._soon.timeout.connect(self._ask)
        self._lay_out()
        self._connect()

    def next_control(self) -> QWidget:
        return self.add_button

    def enter(self) -> None:
        self._ask()

    @Slot(list)
    def import_paths(self, paths: list[Path]) -> None:
        """Bring in files, folders, zips, address lists and batches, one job each."""
        self.collecting.import_paths(paths)

    @Slot(object)
    def take(self, found: Offered) -> None:
        """Bring in what was dropped or pasted anywhere in the window."""
        if found.paths:
            self.import_paths(list(found.paths))
        elif found.addresses:
            self.collecting.collect_addresses(found.addresses)
        elif found.picture:
            self.collecting.import_picture(found.picture)
        elif found.pixels is not None:
            self.collecting.import_pixels(found.pixels)
        else:
            self.toolbar.show_words(self.tr("Nothing of use there: drop or paste files, addresses or pictures."))

    def _lay_out(self) -> None:
        self.rules_button = Button(self.tr("Rules"), self, Role.PLAIN, "filter")
        self.rules_button.clicked.connect(self._show_rules)
        self.toolbar.add_action(self.rules_button)
        self.add_button = Button(self.tr("Add source"), self, Role.PRIMARY, "plus", arrow=True)
        changes_project(self.add_button)
        self.add_button.setMenu(self.adding.menu(self.add_button))
        self.toolbar.add_action(self.add_button)
        self._stack.addWidget(self._empty_state())
        self._stack.addWidget(self._full())
        # Neither 'no pictures' nor pictures, before it is known which.
        self._stack.setCurrentIndex(self._stack.addWidget(QWidget(self)))
        self.set_body(self._stack)
        inspector = InspectorPane(self)
        self._about = QStackedWidget(self)
        funnel = QWidget(self)
        column = QVBoxLayout(funnel)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.funnel)
        self._line = Separator(self)
        self._selected = SectionHeading(self.tr("Selected image"), "", self)
        self._provenance = ProvenanceRows(self)
        about = QWidget(funnel)
        lines = QVBoxLayout(about)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(10)
        for widget in (self._line, self._selected, self._provenance):
            widget.hide()
            lines.addWidget(widget)
        column.addWidget(inset(about))
        column.addStretch(1)
        asking = QWidget(self)
        below = QVBoxLayout(asking)
        below.setContentsMargins(0, 0, 0, 0)
        below.addWidget(self.request_pane)
        below.addStretch(1)
        for page in (funnel, inset(asking), inset(self.rules_pane)):
            self._about.addWidget(page)
        # What stands there is as far from the edges as in other rooms; the row that is looked at reaches out.
        inspector.column.setContentsMargins(inspector.column.contentsMargins() - QMargins(OUT_PX, 0, OUT_PX, 0))
        inspector.column.addWidget(self._about, 1)
        self.set_inspector(inspector)
        self.grid.show_rows(GridRows())

    def _empty_state(self) -> EmptyState:
        folder = Button(self.tr("Add a folder…"), self, Role.PRIMARY, "folder")
        changes_project(folder)
        folder.clicked.connect(self.adding.add_folder)
        pages = Button(self.tr("Web pages…"), self, Role.PLAIN, "globe")
        changes_project(pages)
        pages.clicked.connect(self.adding.add_pages)
        search = Button(self.tr("Image search…"), self, Role.PLAIN, "search")
        changes_project(search)
        search.clicked.connect(self.adding.add_search)
        empty = EmptyState(
            self.tr("No pictures yet"),
            self.tr(
                "Drop or paste a folder, a zip, images, an address list or links here."
                " Each file is looked at once, and copied into the project."
            ),
            self,
            buttons=(folder, pages, search),
        )
        empty.target.dropped.connect(self.import_paths)
        empty.target.offered.connect(self.take)
        return empty

    def _full(self) -> QWidget:
        full = QWidget(self)
        row = QHBoxLayout(full)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sources_pane)
        middle = QVBoxLayout()
        middle.setSpacing(0)
        self._bar = QWidget(self)
        self._bar.setFixedHeight(40)
        bar = QHBoxLayout(self._bar)
        bar.setContentsMargins(16, 0, 16, 0)
        self._bar_words = SectionHeading("", "", self._bar)
        bar.addWidget(self._bar_words, 1)
        self._traffic = ElidedLabel("", Type.SMALL, "text-2", self._bar)
        bar.addWidget(self._traffic)
        middle.addWidget(self._bar)
        middle.addWidget(Separator(self))
        self._centre = QStackedWidget(self)
        self._centre.addWidget(self.grid)
        self._centre.addWidget(self.fallen)
        middle.addWidget(self._centre, 1)
        row.addLayout(middle, 1)
        return full

    def _connect(self) -> None:
        pane = self.sources_pane
        pane.source_chosen.connect(self._choose_source)
        pane.pause_wanted.connect(self.collecting.pause)
        pane.go_on_wanted.connect(self._go_on)
        pane.remove_wanted.connect(self._remove)
        pane.pause_all_wanted.connect(self.collecting.pause_all)
        pane.target.dropped.connect(self.import_paths)
        pane.target.offered.connect(self.take)
        self.funnel.kept_chosen.connect(self._choose_kept)
        self.funnel.cause_chosen.connect(self._choose_cause)
        self.funnel.all_wanted.connect(self._choose_all)
        self.adding.form_wanted.connect(self._show_form)
        self.adding.paths_chosen.connect(self.import_paths)
        self.request_pane.wished.connect(self._wish)
        self.request_pane.left.connect(self._leave_form)
        self.rules_pane.left.connect(self._leave_form)
        self.preferred.connect(self._prefer)
        self.rules_pane.user_agent_chosen.connect(self.collecting.choose_user_agent)
        self.collecting.changed.connect(self._look_soon)
        self.collecting.traffic_words.connect(self._traffic.setText)
        self.grid.current_changed.connect(self._ask_picture)
        self._bridge.changed.connect(self._look)

    @Slot(object)
    def _look(self, changes: Changes) -> None:
        if changes.touches(Topic.IMAGES, Topic.SOURCES) and not self.is_away:
            self._look_soon()

    @Slot()
    def _look_soon(self) -> None:
        if not self._soon.isActive():
            self._soon.start()

    @Slot()
    def _ask(self) -> None:
        self._bridge.fetch("collect", self._show, self._fetched, self._source, self._cause)

    def _fetched(self, source: int | None, cause: Cause | None) -> _View:
        """Ask all that is shown; off the GUI thread."""
        session = self._bridge.session
        fallen = session.ask(fallen_out, source, cause) if cause is not None else ()
        return _View(session.ask(arrivals, source), session.ask(causes, source), fallen)

    def _show(self, view: _View) -> None:
        now = view.arrivals
        self._sources = now.sources
        kept, found = sum(one.kept for one in now.sources), sum(one.found for one in now.sources)
        there_is_some = now.sources or len(now.rows) or self._about.currentIndex() == 1
        self._stack.setCurrentIndex(1 if there_is_some else 0)
        words = self.tr("{0} kept of {1} found in {2} sources", n=len(now.sources))
        counts = (count_words(kept), count_words(found), count_words(len(now.sources)))
        self.toolbar.show_words(words.format(*counts) if now.sources else "")
        self.sources_pane.show_sources(
            [self.collecting.as_it_stands(one) for one in now.sources], self.collecting.waiting(), self._source
        )
        shown = [one for one in now.sources if self._source in (None, int(one.id))]
        name = shown[0].name if self._source is not None and shown else self.tr("all sources")
        if self._cause is not None and self._cause not in view.causes:
            self._cause = None
        self.funnel.show_sources(shown, name, view.causes, self._cause, self._source is not None)
        self._show_centre(view, name)

    def _show_centre(self, view: _View, name: str) -> None:
        if self._cause is None:
            self.grid.show_rows(view.arrivals.rows)
            self._bar_words.show_name(self.tr("Kept"))
            count = count_words(len(view.arrivals.rows))
            self._bar_words.show_words(self.tr("{0} from {1}, newest first").format(count, name))
        else:
            self.fallen.show_items(view.fallen)
            self._bar_words.show_name(cause_words(self._cause))
            self._bar_words.show_words(self.tr("{0} from {1}").format(count_words(view.causes[self._cause]), name))
        self._centre.setCurrentWidget(self.grid if self._cause is None else self.fallen)

    @Slot(object)
    def _choose_source(self, source: int | None) -> None:
        self._source, self._cause = source, None
        self._ask()

    @Slot()
    def _choose_all(self) -> None:
        self._choose_source(None)

    @Slot()
    def _choose_kept(self) -> None:
        self._cause = None
        self._ask()

    @Slot(object)
    def _choose_cause(self, cause: Cause) -> None:
        self._cause = cause
        self._ask()

    @Slot(int)
    def _go_on(self, number: int) -> None:
        for source in self._sources:
            if int(source.id) == number:
                self.collecting.go_on(source)

    @Slot(int)
    def _remove(self, number: int) -> None:
        if self.collecting.remove(number) and self._source == number:
            self._choose_source(None)

    @Slot(object)
    def _prefer(self, wanted: Preferences) -> None:
        self.collecting.user_agent = wanted.user_agent
        self.rules_pane.show_user_agent(wanted.user_agent)

    @Slot()
    def _show_rules(self, _checked: bool = False) -> None:
        self.rules_pane.show_user_agent(self.collecting.user_agent)
        self._about.setCurrentIndex(2)
        if self.inspector is not None:
            self.inspector.show()

    @Slot(str, object)
    def _show_form(self, title: str, form: RequestForm) -> None:
        self.request_pane.show_form(title, form)
        self._about.setCurrentIndex(1)
        self._stack.setCurrentIndex(1)
        if self.inspector is not None:
            self.inspector.show()

    @Slot()
    def _leave_form(self) -> None:
        self._about.setCurrentIndex(0)
        self._ask()

    @Slot(object)
    def _wish(self, wish: Wish) -> None:
        self.collecting.collect(wish)
        self._leave_form()

    @Slot(int)
    def _ask_picture(self, image: int) -> None:
        self._bridge.ask("collect-picture", self._show_picture, picture_facts, image)

    def _show_picture(self, facts: PictureFacts) -> None:
        for widget in (self._line, self._selected, self._provenance):
            widget.show()
        self._selected.show_words(facts.file)
        self._provenance.show_facts(facts.source, facts.provenance)
