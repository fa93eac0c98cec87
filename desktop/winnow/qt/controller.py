"""Joins the window with a project: opens and closes it, and shows how far each room's work is."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from winnow.app.jobs import Job
from winnow.app.recent import remember, remembered
from winnow.base.errors import ContractError, OutsideError, WinnowError
from winnow.domain.changes import Changes
from winnow.qt.bridge import Bridge
from winnow.qt.choosing import Choosing
from winnow.qt.core_words import core_words
from winnow.qt.counting import counted
from winnow.qt.figures import count_words
from winnow.qt.finder.finding import Finding
from winnow.qt.guide.guiding import Guiding
from winnow.qt.kept_layout import KeptLayout
from winnow.qt.looking_only import LookOnly
from winnow.qt.main_window import MainWindow
from winnow.qt.more_windows import open_window
from winnow.qt.opening import Opened, Opening, created, opened
from winnow.qt.pages import Pages
from winnow.qt.repair.repairing import Repairing
from winnow.qt.room import RoomEntry, RoomWidget
from winnow.qt.rooms.start.page import StartPage
from winnow.qt.rooms.start.recents import recent_projects
from winnow.qt.saying import say_failure
from winnow.qt.theme.theme import current_theme
from winnow.qt.undoing import Undoing
from winnow.qt.widgets.offered import Offered
from winnow.qt.window_actions import WindowActions
from winnow.qt.words import room_words

if TYPE_CHECKING:  # what a project needs is loaded when one is opened, see `winnow.qt.opening`
    from winnow.app.queries.overview import Overview

log = logging.getLogger(__name__)
MakeRoom = Callable[[Bridge, QWidget], RoomWidget]

_REFRESH_MS = 150
_SAMPLE_CLUSTERS = 6
_EXPORT_KINDS = 3
_SORTING = "sort"
"""The room that shows a picture or a label that was looked for."""
_REVIEWING = "test"
"""The room that has the review of suspected labels."""


class Controller(QObject):
    """One window with at most one project."""

    project_opened = Signal()  # its first room is shown

    def __init__(self, rooms: Sequence[tuple[str, str, MakeRoom]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.bridge: Bridge | None = None
        self._opening: Opening | None = None
        self._called_off: list[threading.Thread] = []
        self._then: Callable[[], None] | None = None
        entries = [RoomEntry(key, room_words(key), icon, partial(self._make, make)) for key, icon, make in rooms]
        self._first_room = rooms[0][0]
        self._room_keys = [key for key, _icon, _make in rooms]
        self.window = MainWindow(entries)
        self.start_page = StartPage(self.window)
        self.start_page.hide()
        self.actions = WindowActions(self.window, self._room_keys)
        self.window.header.set_project_menu(self.actions.project_menu())
        self.undoing = Undoing(self.window, self.actions)
        self.pages = Pages(self.window, self.actions.offered, lambda: self.bridge)
        self.finding = Finding(self.window, self.actions.offered, self.pages.setting_actions)
        self.guiding = Guiding(self.window)
        self.repairing = Repairing(self.window)
        self.looking = LookOnly(self.window.activity)
        self.choosing = Choosing(self.window)
        self.layout = KeptLayout(self.window)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_REFRESH_MS)
        self._soon.timeout.connect(self._ask)
        self._connect()

    def show(self, project: Path | None) -> None:
        """Show the window, on *project* or on the start page."""
        if project is None:
            self.show_start()
        else:
            self.open(project)
        self.window.show()

    @Slot(object)
    def open(self, path: Path | None) -> None:
        """Open the project at *path* (None: let the person look for one); say why where it cannot be."""
        if path is None:
            self.choosing.look_for_one()
        else:
            self._enter(partial(opened, path))

    @Slot(list)
    def start_from(self, paths: list[Path]) -> None:
        """Make a project beside the first of *paths* and import them."""
        self._start_with(_free(paths[0].parent / f"{paths[0].stem}.winnow"), Offered(paths=tuple(paths)))

    @Slot(object)
    def start_from_offered(self, found: Offered) -> None:
        """Make a project in the person's Winnow folder from addresses or a picture."""
        if not found.is_empty:
            self._start_with(_free(_own_folder() / "pictures.winnow"), found)

    @Slot(object)
    def take(self, found: Offered) -> None:
        """Bring what was dropped or pasted anywhere into the open project."""
        if self.bridge is not None:
            self.window.show_room(self._first_room)
            self.window.room(self._first_room).take(found)

    def _start_with(self, folder: Path, found: Offered) -> None:
        self._enter(partial(created, folder), partial(self.take, found))

    @Slot()
    def make_sample(self) -> None:
        """Make the sample project in the person's Winnow folder, drawn on the spot, and cluster it."""
        self._enter(partial(created, _free(_own_folder() / "sample.winnow")), self._fill_sample)

    def _fill_sample(self) -> None:
        from winnow.app.pipelines.clustering import cluster
        from winnow.app.pipelines.sampling import import_sample

        if self.bridge is not None:
            session, jobs = self.bridge.session, self.bridge.jobs
            jobs.start(Job(self.tr("Drawing the sample"), partial(import_sample, session)))
            jobs.start(Job(self.tr("Clustering"), partial(cluster, session, _SAMPLE_CLUSTERS)))

    @Slot()
    def show_start(self) -> None:
        """Close the project and show the start page."""
        self.close_project()
        self.start_page.show_projects(recent_projects(remembered()))
        self.window.show_start(self.start_page)

    @Slot()
    def close_project(self) -> None:
        """End the jobs and let go of the project, if one is open."""
        self.start_page.covers.end()
        self.pages.cache.end()
        self.repairing.unwatch()
        if self._opening is not None:
            self._opening.call_off()
            self._called_off = [self._opening.thread_at_work, *(one for one in self._called_off if one.is_alive())]
            self._end_opening()
        if self.bridge is None:
            return
        bridge, self.bridge = self.bridge, None
        self.undoing.look_in(None)
        self.finding.look_in(None)
        self.guiding.look_in(None)
        self.window.close_page()  # the room under it is the one to come back to
        try:
            remember(bridge.session, self.window.room_key)
        except (OSError, WinnowError) as error:
            log.info("the list of recent projects was not written: %s", error)
        bridge.close()
        bridge.deleteLater()
        self.looking.begin(False)
        current_theme().choose_own({})

    def _enter(self, make: Callable[[], Opened], then: Callable[[], None] | None = None) -> None:
        """Close what is open, have *make* give a project off the GUI thread, show it, and do *then*."""
        self.close_project()
        self._then = then
        self._opening = Opening(make, self, [*self._called_off, *self.repairing.under_way])
        self._opening.opened.connect(self._take_session)
        self._opening.refused.connect(self._refuse)
        self._opening.broke.connect(self._raise)
        # Nothing can be pressed meanwhile that needs a project; the window itself goes on.
        self.window.show_waiting(True)
        self._opening.start()

    @Slot(object)
    def _take_session(self, made: Opened) -> None:
        self._end_opening()
        session = made.session
        self.bridge = Bridge(session, self)
        self.bridge.changed.connect(self._look)
        self.looking.begin(session.read_only)
        self.bridge.failed.connect(self.looking.hear)
        jobs, strip = self.bridge.jobs, self.window.activity
        jobs.changed.connect(self._show_jobs)
        strip.cancel_wanted.connect(jobs.stop)
        strip.pause_wanted.connect(jobs.pause)
        strip.resume_wanted.connect(jobs.resume)
        strip.retry_wanted.connect(jobs.retry)
        self.window.drop_rooms()
        self.window.show_project(session.name, "")
        self.window.show_room(made.room if made.room in self._room_keys else self._first_room)
        self.undoing.look_in(self.bridge)
        self.finding.look_in(self.bridge)
        self.guiding.look_in(self.bridge)
        self.repairing.watch(self.bridge)
        self._ask()
        then, self._then = self._then, None
        if then is not None:
            then()
        self.project_opened.emit()

    @Slot(object)
    def _refuse(self, error: WinnowError) -> None:
        self._end_opening()
        self.show_start()
        self._say(error)

    @Slot(object)
    def _raise(self, error: Exception) -> None:
        self._end_opening()
        self.show_start()
        raise error

    def _end_opening(self) -> None:
        self.window.show_waiting(False)
        if self._opening is not None:
            self._opening.deleteLater()
            self._opening = None

    def _connect(self) -> None:
        page = self.start_page
        self.looking.failed.connect(self._say)
        page.new_wanted.connect(self.choosing.choose_new)
        page.open_wanted.connect(self.open)
        page.find_wanted.connect(self.choosing.find)
        page.dropped.connect(self.start_from)
        page.offered.connect(self.start_from_offered)
        page.preferences_wanted.connect(self.pages.show_preferences)
        self.window.offered.connect(self.take)
        self.pages.refused.connect(self._say)
        page.restore_wanted.connect(self.repairing.offer_backups)
        self.repairing.enter_wanted.connect(self._enter)
        self.repairing.said.connect(self._say)
        self.finding.label_chosen.connect(self._seek_label)
        self.finding.picture_chosen.connect(self._seek_picture)
        actions = self.actions
        actions.new_wanted.connect(self.choosing.choose_new)
        actions.open_wanted.connect(self.choosing.look_for_one)
        self.choosing.create_wanted.connect(self._create)
        self.choosing.open_wanted.connect(self.open)
        actions.close_wanted.connect(self.show_start)
        actions.folder_wanted.connect(self._open_folder)
        actions.restore_wanted.connect(self.repairing.offer_open)
        actions.theme_wanted.connect(self.pages.choose_theme)
        actions.guide_wanted.connect(self.guiding.call_back)
        actions.about_wanted.connect(self.pages.show_about)
        actions.window_wanted.connect(self._open_window)
        page.sample_wanted.connect(self.make_sample)
        self.window.closing.connect(self.close_project)

    def _make(self, make: MakeRoom, parent: QWidget) -> RoomWidget:
        if self.bridge is None:
            raise ContractError("a room was shown without a project")
        made = make(self.bridge, parent)
        made.room_wanted.connect(self.window.show_room)
        made.editing_wanted.connect(self._edit)
        made.review_wanted.connect(self._review)
        made.offered.connect(self.take)
        made.steps_changed.connect(self.undoing.show_steps)
        return made

    @Slot(object)
    def _edit(self, ids: tuple[int, ...]) -> None:
        """Go through the frames of the pictures *ids*."""
        if ids and "edit" in self._room_keys:
            self.window.room("edit").edit(ids)
            self.window.show_room("edit")

    @Slot()
    def _review(self) -> None:
        if _REVIEWING in self._room_keys:
            self.window.room(_REVIEWING).review_labels()
            self.window.show_room(_REVIEWING)

    @Slot(object)
    def _create(self, folder: Path) -> None:
        self._enter(partial(created, folder))

    @Slot()
    def _open_window(self, _checked: bool = False) -> None:
        if not open_window():
            self._say(OutsideError("Another window could not be started. Start Winnow again from your system."))

    @Slot()
    def _open_folder(self) -> None:
        if self.bridge is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.bridge.session.layout.folder)))

    @Slot(int, str)
    def _seek_label(self, _number: int, name: str) -> None:
        self.window.show_room(_SORTING)
        self.window.room(_SORTING).seek_label(name)

    @Slot(int)
    def _seek_picture(self, image_id: int) -> None:
        self.window.show_room(_SORTING)
        self.window.room(_SORTING).seek_picture(image_id)

    @Slot(object)
    def _say(self, error: Exception) -> None:
        if self.repairing.offer(error):
            return
        say_failure(self.window, self.tr("Winnow"), core_words(str(error)))

    @Slot(object)
    def _look(self, _changes: Changes) -> None:
        if not self._soon.isActive():
            self._soon.start()

    @Slot()
    def _ask(self) -> None:
        from winnow.app.queries.overview import overview

        if self.bridge is not None:
            self.bridge.ask("overview", self._show, overview)

    def _show(self, now: Overview) -> None:
        if self.bridge is None:
            return
        seen, whole = now.labelled + now.rejected, now.kept + now.rejected
        said = [counted(whole, "images")] if now.kept else []
        said += [self.tr("open to look only")] if self.bridge.session.read_only else []
        self.window.show_project(self.bridge.session.name, " · ".join(said))
        self.guiding.show_facts(now)
        self.undoing.show_journal(now.journal)
        current_theme().choose_own({label.position: label.colour for label, _count in now.labels if label.colour})
        self._show_room("collect", 1.0, self.tr("{0} kept").format(count_words(whole)), whole)
        self._show_room("sort", seen / max(1, whole), f"{count_words(seen)}/{count_words(whole)}", whole)
        edited = f"{count_words(now.edited)}/{count_words(now.labelled)}"
        self._show_room("edit", min(1.0, now.edited / max(1, now.labelled)), edited, now.edited)
        parts = now.ratios
        self._show_room("split", 1.0, f"{parts.train}·{parts.valid}·{parts.test}" if parts else "", now.split)
        self._show_room("train", 1.0, self.tr("{0} runs", n=now.runs).format(count_words(now.runs)), now.runs)
        self._show_room("test", 1.0, self.tr("opened"), now.openings)
        written = self.tr("{0} of {1}").format(now.exported, _EXPORT_KINDS)
        self._show_room("export", now.exported / _EXPORT_KINDS, written, now.exported)

    def _show_room(self, key: str, share: float | None, words: str, there_is_some: object) -> None:
        if key in self._room_keys:
            self.window.rail.item(key).show_state(share if there_is_some else None, words if there_is_some else "–")

    @Slot()
    def _show_jobs(self) -> None:
        if self.bridge is not None:
            self.window.activity.show_jobs(list(reversed(self.bridge.jobs.views())))


def _own_folder() -> Path:
    """Return where projects go that the person gave no place."""
    return Path.home() / "Winnow"


def _free(folder: Path) -> Path:
    """Return *folder*, or the first of its name with a number that is not taken."""
    number, free = 2, folder
    while free.exists():
        free = folder.with_name(f"{folder.stem}-{number}{folder.suffix}")
        number += 1
    return free
