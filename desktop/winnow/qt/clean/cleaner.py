"""Joins the panels with the project: asks, searches, and turns what the person wants into commands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from winnow.app.commands.clean import KeepOneOfEach, SetCleaning
from winnow.app.commands.labelling import RejectImages
from winnow.app.jobs import Job
from winnow.app.pipelines.cleaning import empty_rejected, notice_returned, search_all
from winnow.app.queries.clean import (
    CopiesView,
    CopyGroup,
    QualityView,
    RejectedFiles,
    copies_view,
    quality_view,
    rejected_files,
)
from winnow.domain.changes import Changes, Topic
from winnow.domain.cleaning import Cleaning, KeepRule
from winnow.qt.bridge import Bridge
from winnow.qt.clean.copies_panel import CopiesPanel
from winnow.qt.clean.quality_panel import QualityPanel
from winnow.qt.clean.trash_box import TrashBox
from winnow.qt.grid.thumbs import Smalls, feed
from winnow.qt.trash import to_trash

_SQUARES_MS = 30
_REFRESH_MS = 150


class Cleaner(QObject):
    """Owns `quality`, `copies` and `trash`, widgets that a room mounts wherever it likes.

    The room calls `enter` when it is shown and `leave` when it is not; in
    between the panels follow the project.
    """

    picture_wanted = Signal(int)  # id: the person looks at this one in a panel

    def __init__(self, bridge: Bridge, room: QWidget) -> None:
        super().__init__(room)
        self._bridge = bridge
        self._cleaning = Cleaning()
        self._is_entered = False
        self.quality = QualityPanel(room)
        self.copies = CopiesPanel(room)
        self.trash = TrashBox(room)
        self._squares = _timer(self, _SQUARES_MS, self._feed)
        self._refresh = _timer(self, _REFRESH_MS, self.ask)
        self._connect()

    def enter(self) -> None:
        """Show the project, and follow it from now on."""
        self._is_entered = True
        self._bridge.fetch("clean.returned", self._notice, notice_returned, self._bridge.session)
        self.ask()

    def leave(self) -> None:
        """Follow the project no more."""
        self._is_entered = False
        self._refresh.stop()

    @Slot()
    def ask(self) -> None:
        """Ask for everything anew."""
        self._bridge.ask("clean.quality", self._show_quality, quality_view)
        self._bridge.ask("clean.copies", self._show_copies, copies_view)
        self._bridge.ask("clean.rejected", self._show_rejected, rejected_files)

    @Slot()
    def search(self) -> None:
        """Search for all that is doubtful, as a job."""
        running = self._bridge.jobs.start(
            Job(self.tr("Searching for copies and doubtful pictures"), partial(search_all, self._bridge.session))
        )
        running.ended.connect(self._end_search)
        self._show_searching(True)

    def _connect(self) -> None:
        self._bridge.changed.connect(self._hear)
        for panel in (self.quality, self.copies):
            panel.search_wanted.connect(self.search)
            panel.picture_chosen.connect(self.picture_wanted)
        self.quality.cleaning_chosen.connect(self._choose)
        self.quality.reject_wanted.connect(self._reject)
        self.quality.strips_changed.connect(self._squares.start)
        self.copies.group_changed.connect(self._squares.start)
        self.copies.rule_chosen.connect(self._choose_rule)
        self.copies.settle_wanted.connect(self._settle)
        self.trash.empty_wanted.connect(self._empty)

    def _show_quality(self, view: QualityView) -> None:
        self._cleaning = view.cleaning
        self.quality.show_view(view)

    def _show_copies(self, view: CopiesView) -> None:
        self.copies.show_view(view)

    def _show_rejected(self, files: RejectedFiles) -> None:
        self.trash.show_files(files)

    def _notice(self, returned: int) -> None:
        """What came back from the trash is told by a change of the project, like anything else."""

    def _show_searching(self, is_searching: bool) -> None:
        self.quality.show_searching(is_searching)
        self.copies.show_searching(is_searching)

    @Slot()
    def _feed(self) -> None:
        for thumbs in (self.quality.below, self.quality.above, self.copies.copies):
            if thumbs.missing_keys:
                feed(self._bridge, thumbs, Smalls(thumbs.pictures))

    @Slot(object)
    def _hear(self, changes: Changes) -> None:
        if self._is_entered and changes.touches(Topic.IMAGES, Topic.LABELS, Topic.FRAMES):
            self._refresh.start()

    @Slot(object)
    def _end_search(self, _outcome: object) -> None:
        self._show_searching(False)

    @Slot(object)
    def _choose(self, wanted: Cleaning) -> None:
        self._cleaning = replace(wanted, rule=self._cleaning.rule)
        self._bridge.do(SetCleaning(self._cleaning))

    @Slot(object)
    def _choose_rule(self, rule: KeepRule) -> None:
        self._cleaning = replace(self._cleaning, rule=rule)
        self._bridge.do(SetCleaning(self._cleaning))

    @Slot(object)
    def _reject(self, ids: tuple[int, ...]) -> None:
        if ids:
            self._bridge.do(RejectImages(ids))

    @Slot(object)
    def _settle(self, groups: tuple[CopyGroup, ...]) -> None:
        command = KeepOneOfEach.settling(groups)
        if command.surplus:
            self._bridge.do(command)

    @Slot()
    def _empty(self) -> None:
        self._bridge.jobs.start(
            Job(self.tr("Moving rejected files to the trash"), partial(empty_rejected, self._bridge.session, to_trash))
        )


def _timer(parent: QObject, after_ms: int, then: Callable[[], None]) -> QTimer:
    made = QTimer(parent)
    made.setSingleShot(True)
    made.setInterval(after_ms)
    made.timeout.connect(then)
    return made
