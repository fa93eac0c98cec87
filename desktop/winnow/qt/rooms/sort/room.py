"""Sort: pictures in groups that look alike; a key labels what is selected."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import numpy as np
from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QWidget

from winnow.app.grid_rows import GridRows, SectionKey
from winnow.app.jobs import Job
from winnow.app.queries.grid import PictureFacts, SectionWords, SortView, picture_facts, sort_view
from winnow.app.session import Session
from winnow.base.outcomes import Failed, Steps
from winnow.domain.changes import Changes, Topic
from winnow.qt.bridge import Bridge
from winnow.qt.figures import count_words
from winnow.qt.grid.headers import SectionAction
from winnow.qt.grid.loader import ThumbnailLoader
from winnow.qt.grid.thumbnail import whole
from winnow.qt.grid.view import GridView
from winnow.qt.room import RoomWidget
from winnow.qt.rooms.sort.group_pane import GroupPane
from winnow.qt.rooms.sort.labelling import Ids, Labelling
from winnow.qt.rooms.sort.picture_pane import PicturePane
from winnow.qt.widgets.button import Button, Role
from winnow.qt.widgets.empty_state import EmptyState
from winnow.qt.words import room_words

_KEYS = 9


class SortRoom(RoomWidget):
    """The grid, between how it is grouped and what is selected in it.

    `leave` must be called before the project is closed: it ends the loading
    of thumbnails.
    """

    collect_wanted = Signal()

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(room_words("sort"), parent)
        self._bridge = bridge
        self._view = SortView(GridRows(), (), 0)
        self._loader: ThumbnailLoader | None = None
        self.labelling = Labelling(bridge, self._view, self)
        self.groups = GroupPane(self)
        self.grid = GridView(self)
        self.picture = PicturePane(self)
        self.label_button = Button(self.tr("Label as"), self, Role.PRIMARY, arrow=True)
        self._label_menu = QMenu(self)
        self._stack = QStackedWidget(self)
        self._lay_out()
        self._add_actions()
        self._connect()
        self._show(self._view)

    def enter(self) -> None:
        """Ask for everything anew, and load thumbnails from now on."""
        self.leave()
        self._loader = ThumbnailLoader(self._bridge.session.thumbnails.get)
        self.destroyed.connect(self._loader.close)
        self.grid.set_loader(self._loader)
        self._ask()

    def leave(self) -> None:
        """Load no more thumbnails."""
        if self._loader is not None:
            self._loader.close()
            self._loader = None

    @Slot()
    def select_section(self) -> None:
        """Select all pictures of the section that the keyboard is in, or of the first one."""
        sections = self.grid.rows.sections
        if sections:
            key = self.grid.current_section()
            self.grid.set_section_open(sections[0].key if key is None else key, True)
            self.grid.select_ids(self._section_ids(sections[0].key if key is None else key))

    def _lay_out(self) -> None:
        self._stack.addWidget(self._empty_state())
        self._stack.addWidget(self.grid)
        body = QWidget(self)
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.groups)
        row.addWidget(self._stack, 1)
        self.set_body(body)
        self.set_inspector(self.picture)
        self.label_button.setMenu(self._label_menu)
        self.toolbar.add_action(self.label_button)
        self.grid.show_actions([SectionAction.LABEL_AS, SectionAction.REJECT])

    def _empty_state(self) -> EmptyState:
        go = Button(self.tr("Go to Collect"), self, Role.PRIMARY, "collect")
        go.clicked.connect(self._go_to_collect)
        made = EmptyState(
            self.tr("Nothing to sort yet"),
            self.tr(
                "Collect pictures first, or drop a folder or images here."
                " They are put into groups that look alike, ready to be labelled."
            ),
            self,
            icon_name="sort",
            buttons=[go],
            keys=[
                ("1 \u2013 9", self.tr("label")),
                ("X", self.tr("reject")),
                ("U", self.tr("unlabel")),
                ("A", self.tr("select the cluster")),
                ("Ctrl Z", self.tr("undo")),
                ("Ctrl K", self.tr("all commands")),
            ],
            keys_heading=self.tr("Keys you will need here"),
            keys_words=self.tr("while the pictures have the focus"),
        )
        made.target.dropped.connect(self._import)
        return made

    def _add_actions(self) -> None:
        """Make the actions whose keys work while the pictures have the focus."""
        by_key = QActionGroup(self)
        by_key.triggered.connect(self._label_by_key)
        for number in range(1, _KEYS + 1):
            action = QAction(self.tr("Label the selection: key {0}").format(number), by_key)
            action.setData(number)
            self._take_action(action, str(number))
        for words, keys, then in (
            (self.tr("Reject the selection, or bring it back"), "X", self._reject),
            (self.tr("Unlabel the selection"), "U", self._unlabel),
            (self.tr("Select the cluster"), "A", self.select_section),
            (self.tr("Edit the frames of the selection"), "E", self._edit),
        ):
            action = QAction(words, self)
            action.triggered.connect(then)
            self._take_action(action, keys)

    def _take_action(self, action: QAction, keys: str) -> None:
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.grid.addAction(action)
        self.room_actions.append(action)

    def _connect(self) -> None:
        self._bridge.changed.connect(self._hear)
        self._bridge.closing.connect(self.leave)
        self.groups.grouping_chosen.connect(self._ask)
        self.groups.clustering_wanted.connect(self._cluster)
        self.grid.selection_changed.connect(self._show_selection)
        self.grid.current_changed.connect(self._ask_picture)
        self.grid.section_action.connect(self._act_on_section)
        self.grid.menu_wanted.connect(self._open_menu)
        self.picture.label_wanted.connect(self._label)
        self.picture.reject_wanted.connect(self._reject)
        self._label_menu.aboutToShow.connect(self._fill_label_menu)

    @Slot()
    def _ask(self) -> None:
        words = SectionWords(self.tr("Cluster {0}"), self.tr("In no cluster"), self.tr("Unlabelled"))
        self._bridge.ask("sort.view", self._show, sort_view, self.groups.group_by, words)

    def _show(self, view: SortView) -> None:
        labels_changed = view.labels != self._view.labels
        self._view = view
        self.labelling.show_view(view)
        self.grid.show_rows(view.rows)
        self._stack.setCurrentIndex(1 if len(view.rows) else 0)
        kept = len(view.rows) - sum(section.rejected for section in view.rows.sections)
        self.groups.show_project(kept, view.silhouette)
        if labels_changed or not view.labels:
            self.picture.show_labels(view.labels)
        self._show_selection(self.grid.selected_ids())

    @Slot(object)
    def _show_selection(self, ids: Ids) -> None:
        count = len(ids)
        self.label_button.setEnabled(count > 0)
        self.label_button.setText(self.tr("Label {0} as").format(count_words(count)) if count else self.tr("Label as"))
        self.picture.show_selected(count)
        self.toolbar.show_words(self._summary(count))
        current = self.grid.current_id()
        if not count or current is None:
            self.picture.show_picture(None)
        else:
            self._ask_picture(current)

    def _summary(self, selected: int) -> str:
        if not len(self._view.rows):
            return self.tr("no pictures yet")
        words = self.tr("{0} images").format(count_words(len(self._view.rows)))
        if self._view.clusters and self.groups.group_by == "cluster":
            clusters = count_words(self._view.clusters)
            words = self.tr("{0} images in {1} clusters").format(count_words(len(self._view.rows)), clusters)
        return words + (self.tr(" \u00b7 {0} selected").format(count_words(selected)) if selected else "")

    @Slot(int)
    def _ask_picture(self, image_id: int) -> None:
        self._bridge.ask("sort.picture", self._show_picture, picture_facts, image_id)

    def _show_picture(self, facts: PictureFacts) -> None:
        if len(self.grid.selected_ids()):
            self.picture.show_picture(facts)
            thumbnails = self._bridge.session.thumbnails
            self._bridge.fetch("sort.preview", self._show_preview, thumbnails.get, [facts.key])

    def _show_preview(self, found: dict[bytes, bytes]) -> None:
        self.picture.preview.show_image(whole(next(iter(found.values()), b"")))

    @Slot(object)
    def _hear(self, changes: Changes) -> None:
        if changes.touches(Topic.IMAGES, Topic.LABELS, Topic.CLUSTERS, Topic.FRAMES):
            self._ask()

    @Slot()
    def _cluster(self) -> None:
        pane = self.groups
        steps = partial(_clustered, self._bridge.session, pane.k, pane.features.key)
        running = self._bridge.jobs.start(Job(self.tr("Clustering"), steps))
        running.ended.connect(self._end_clustering)
        pane.show_running(True)

    @Slot(object)
    def _end_clustering(self, outcome: object) -> None:
        self.groups.show_running(False, str(outcome.error) if isinstance(outcome, Failed) else "")

    @Slot(object, object, QPoint)
    def _act_on_section(self, key: SectionKey, action: SectionAction, at: QPoint) -> None:
        ids = self._section_ids(key)
        if action is SectionAction.LABEL_AS:
            self.labelling.open_menu(ids, at)
        elif action is SectionAction.REJECT:
            self.labelling.reject(ids)

    def _section_ids(self, key: SectionKey) -> Ids:
        found = [one for one in self.grid.rows.sections if one.key == key]
        parts = [self.grid.rows.ids[one.first : one.first + one.count] for one in found]
        return np.concatenate(parts) if parts else np.empty(0, np.int64)

    @Slot(QAction)
    def _label_by_key(self, action: QAction) -> None:
        self._label(int(action.data()))

    @Slot(int)
    def _label(self, number: int) -> None:
        self.labelling.label(self.grid.selected_ids(), number)

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
    def _fill_label_menu(self) -> None:
        self.labelling.fill_menu(self._label_menu, self.grid.selected_ids)

    @Slot(QPoint)
    def _open_menu(self, at: QPoint) -> None:
        self.labelling.open_menu(self.grid.selected_ids(), at)

    @Slot(list)
    def _import(self, paths: list[Path]) -> None:
        self._bridge.jobs.start(Job(self.tr("Import"), partial(_imported, self._bridge.session, paths)))

    @Slot()
    def _go_to_collect(self, _checked: bool = False) -> None:
        self.collect_wanted.emit()


def _clustered(session: Session, k: int, features: str) -> Steps:
    # Imported on the job's thread: neither networks nor decoders are needed to show the room.
    from winnow.app.pipelines.clustering import cluster

    yield from cluster(session, k, features)


def _imported(session: Session, paths: list[Path]) -> Steps:
    from winnow.app.pipelines.importing import import_paths

    yield from import_paths(session, paths)
