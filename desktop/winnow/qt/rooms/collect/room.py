"""The Collect room."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from winnow.app.grid_rows import GridRows
from winnow.app.jobs import Job
from winnow.app.pipelines.importing import import_path
from winnow.app.queries.arrivals import Arrivals, arrivals
from winnow.domain.changes import Changes, Topic
from winnow.qt.bridge import Bridge
from winnow.qt.figures import count_words
from winnow.qt.grid.loader import ThumbnailLoader
from winnow.qt.grid.view import GridView
from winnow.qt.room import RoomWidget
from winnow.qt.rooms.collect.funnel import Funnel
from winnow.qt.rooms.collect.source_card import SourceCard
from winnow.qt.theme.fonts import Type
from winnow.qt.widgets.button import Button, Role
from winnow.qt.widgets.drop_target import DropTarget
from winnow.qt.widgets.empty_state import EmptyState
from winnow.qt.widgets.form import SectionHeading
from winnow.qt.widgets.inspector import InspectorPane, SidePane
from winnow.qt.widgets.label import Label
from winnow.qt.words import room_words

_REFRESH_MS = 300


class CollectRoom(RoomWidget):
    """Sources on the left, pictures as they arrive, the funnel on the right."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(room_words("collect"), parent)
        self._bridge = bridge
        self._source: int | None = None
        self._cards: list[SourceCard] = []
        self._loader = ThumbnailLoader(bridge.session.thumbnails.get, parent=self)
        bridge.closing.connect(self._loader.close)
        self.grid = GridView(self)
        self.grid.set_loader(self._loader)
        self._sources = SidePane(300, self)
        self._funnel = Funnel(self)
        self._stack = QStackedWidget(self)
        # One look a moment, however many batches an import commits meanwhile.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_REFRESH_MS)
        self._soon.timeout.connect(self._ask)
        self._lay_out()
        bridge.changed.connect(self._look)

    def enter(self) -> None:
        self._ask()

    @Slot(list)
    def import_paths(self, paths: list[Path]) -> None:
        """Bring in files and folders, one job each."""
        for path in paths:
            title = self.tr("Importing {0}").format(path.name)
            self._bridge.jobs.start(Job(title, partial(import_path, self._bridge.session, path)))

    @Slot()
    def choose_folder(self, _checked: bool = False) -> None:
        """Let the person choose a folder to import."""
        dialog = QFileDialog(self, self.tr("Add a folder"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self._take_folder)
        dialog.open()

    @Slot(str)
    def _take_folder(self, folder: str) -> None:
        self.import_paths([Path(folder)])

    def _lay_out(self) -> None:
        add = Button(self.tr("Add a folder…"), self, Role.PRIMARY, "folder")
        add.clicked.connect(self.choose_folder)
        self.toolbar.add_action(add)
        first = Button(self.tr("Add a folder…"), self, Role.PRIMARY, "folder")
        first.clicked.connect(self.choose_folder)
        empty = EmptyState(
            self.tr("No pictures yet"),
            self.tr("Drop a folder or images here. Each file is looked at once, and copied into the project."),
            self,
            buttons=(first,),
        )
        empty.target.dropped.connect(self.import_paths)
        drop = DropTarget(self)
        drop.setFixedHeight(72)
        inside = QVBoxLayout(drop)
        for words, style, tone in (
            (self.tr("Drop here"), Type.NAME, "text"),
            (self.tr("folders and images"), Type.SMALL, "text-2"),
        ):
            inside.addWidget(Label(words, style, tone, drop), 0, Qt.AlignmentFlag.AlignHCenter)
        drop.dropped.connect(self.import_paths)
        self._heading = SectionHeading(self.tr("Sources"), "", self)
        self._sources.column.addWidget(self._heading)
        self._sources.column.addStretch(1)
        self._sources.column.addWidget(drop)
        full = QWidget(self)
        row = QHBoxLayout(full)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._sources)
        row.addWidget(self.grid, 1)
        self._stack.addWidget(empty)
        self._stack.addWidget(full)
        self.set_body(self._stack)
        inspector = InspectorPane(self)
        inspector.column.addWidget(self._funnel)
        inspector.column.addStretch(1)
        self.set_inspector(inspector)
        self.grid.show_rows(GridRows())

    @Slot(object)
    def _look(self, changes: Changes) -> None:
        if changes.touches(Topic.IMAGES, Topic.SOURCES) and not self._soon.isActive():
            self._soon.start()

    @Slot()
    def _ask(self) -> None:
        self._bridge.ask("collect", self._show, arrivals, self._source)

    def _show(self, answer: Arrivals) -> None:
        kept = sum(source.kept for source in answer.sources)
        found = sum(source.found for source in answer.sources)
        self._stack.setCurrentIndex(1 if answer.sources else 0)
        words = self.tr("{0} kept of {1} found in {2} sources")
        counts = (count_words(kept), count_words(found), count_words(len(answer.sources)))
        self.toolbar.show_words(words.format(*counts) if answer.sources else "")
        self.grid.show_rows(answer.rows)
        self._show_cards(answer)
        shown = [source for source in answer.sources if self._source in (None, int(source.id))]
        name = shown[0].name if self._source is not None and shown else self.tr("all sources")
        self._funnel.show_sources(shown, name)

    def _show_cards(self, answer: Arrivals) -> None:
        for card in self._cards:
            self._sources.column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._cards = [SourceCard(source, self._sources) for source in answer.sources]
        self._heading.show_words(count_words(len(self._cards)))
        for at, card in enumerate(self._cards, start=1):
            card.show_chosen(card.source_id == self._source)
            card.clicked.connect(self._choose_source)
            self._sources.column.insertWidget(at, card)
            card.show()

    @Slot()
    def _choose_source(self) -> None:
        card = self.sender()
        if isinstance(card, SourceCard):
            self._source = None if card.source_id == self._source else card.source_id
            self._ask()
