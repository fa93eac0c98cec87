"""Watches the open project, and shows the repair dialogue for one that is damaged."""

from __future__ import annotations

import threading
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from winnow.app.jobs import Job
from winnow.qt.opening import Opened

if TYPE_CHECKING:  # what a project needs is loaded when one is opened
    from winnow.app.backing_up import BackupKeeper
    from winnow.app.repairing import Outlook
    from winnow.qt.bridge import Bridge
    from winnow.qt.repair.dialog import RepairDialog
    from winnow.qt.repair.disk_watch import DiskWatch


class Repairing(QObject):
    """Makes the open project's backups, on a thread of their own; nothing here blocks the GUI thread."""

    enter_wanted = Signal(object, object)  # what gives `Opened` off the GUI thread, and what to do then or None
    said = Signal(object)  # an exception that the person is told of
    _full = Signal(object)  # SavedOnFullDisk, from the thread that writes
    _damaged = Signal(object)  # ProjectDamaged, from the thread that makes backups
    _looked = Signal(int, object)  # which look, and its Outlook or Exception, from the thread that looks

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._bridge: Bridge | None = None
        self._keeper: BackupKeeper | None = None
        self._disk: DiskWatch | None = None
        self._thread: threading.Thread | None = None
        self._look_number = 0
        self._telling = threading.Lock()
        self._has_offered = False
        self._looked_into: Path | None = None
        self.dialog: RepairDialog | None = None
        self._full.connect(self.said, Qt.ConnectionType.QueuedConnection)
        self._damaged.connect(self.offer, Qt.ConnectionType.QueuedConnection)
        self._looked.connect(self._show, Qt.ConnectionType.QueuedConnection)

    @property
    def under_way(self) -> list[threading.Thread]:
        """What reads a project at the moment: who changes or opens one waits for it, off the GUI thread."""
        return [self._thread] if self._thread is not None and self._thread.is_alive() else []

    def watch(self, bridge: Bridge) -> None:
        """Make the backups of the project behind *bridge* from now on, until `unwatch`."""
        from winnow.app.backing_up import BackupKeeper
        from winnow.app.repairing import OnNetworkDisk
        from winnow.qt.repair.disk_watch import DiskWatch

        self._bridge, session = bridge, bridge.session
        self._has_offered = False
        if not session.read_only:
            self._keeper = BackupKeeper(session, self._damaged.emit)
            self._keeper.start()
            session.when_disk_full = self._full.emit
            self._disk = DiskWatch(bridge, self)
            self._disk.said.connect(self.said)
            if session.is_on_network:
                self.said.emit(OnNetworkDisk(session.layout.folder))

    def unwatch(self) -> None:
        """Make no more; before the session is closed. Nothing is shown of a look that is under way."""
        with self._telling:
            self._look_number += 1
        self._bridge = None
        if self._disk is not None:
            self._disk.deleteLater()
            self._disk = None
        keeper, self._keeper = self._keeper, None
        if keeper is not None:
            keeper.stop()

    @Slot(object)
    def offer(self, error: Exception) -> bool:
        """Show the dialogue if *error* says that a project is damaged; return whether that is the answer to it.

        One on a write-protected disk is opened to look at instead.
        Of the project that is open it is shown once: whoever leaves it as it is goes on, and is told of what fails.
        """
        from winnow.app.repairing import damaged_folder, protected_folder

        protected = protected_folder(error)
        if protected is not None and protected != self._looked_into:
            # Once: if that fails too, its error is told.
            self._looked_into = protected
            self.enter_wanted.emit(partial(opened_to_look, protected), self._say_protected)
            return True
        folder = damaged_folder(error)
        if folder is None or (self._keeper is not None and self._has_offered):
            return False
        self._has_offered = True
        self._look(folder, error)
        return True

    @Slot(object)
    def offer_backups(self, folder: Path) -> None:
        """Show the dialogue for a project that nothing needs to be wrong with."""
        self._look(folder, None)

    @Slot()
    def offer_open(self) -> None:
        """Show the dialogue for the project that is open."""
        if self._bridge is not None:
            self.offer_backups(self._bridge.session.layout.folder)

    def _look(self, folder: Path, error: Exception | None) -> None:
        look = (self._look_number, folder, error, self.under_way)
        self._thread = threading.Thread(target=self._work, args=look, name="winnow-outlook")
        self._thread.start()

    def _work(self, number: int, folder: Path, error: Exception | None, before: list[threading.Thread]) -> None:
        from winnow.app.repairing import outlook

        for thread in before:
            thread.join()
        found: Outlook | Exception
        try:
            found = outlook(folder, error)
        except Exception as failure:  # noqa: BLE001 - told on the GUI thread
            found = failure
        with self._telling:
            if number == self._look_number:
                self._looked.emit(number, found)

    @Slot(int, object)
    def _show(self, number: int, found: Outlook | Exception) -> None:
        if number != self._look_number:
            return
        if isinstance(found, Exception):
            self.said.emit(found)
            return
        from winnow.qt.repair.dialog import RepairDialog

        self.dialog = RepairDialog(found, self._window)
        self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog.restore_wanted.connect(self._restore)
        self.dialog.look_wanted.connect(self._open_to_look)
        self.dialog.destroyed.connect(self._forget)
        self.dialog.open()

    @Slot()
    def _forget(self) -> None:
        self.dialog = None

    @Slot(object, object)
    def _restore(self, folder: Path, number: int | None) -> None:
        self.enter_wanted.emit(partial(restored, folder, number), self._adopt)

    @Slot(object)
    def _open_to_look(self, folder: Path) -> None:
        self.enter_wanted.emit(partial(opened_to_look, folder), None)

    def _say_protected(self) -> None:
        from winnow.app.repairing import ProjectReadOnly

        self._looked_into = None
        if self._bridge is not None:
            self.said.emit(ProjectReadOnly(self._bridge.session.layout.folder))

    def _adopt(self) -> None:
        """Bring in the pictures that the project, which is open now, does not know."""
        from winnow.app.pipelines.adopting import adopt_originals

        if self._bridge is not None:
            steps = partial(adopt_originals, self._bridge.session)
            self._bridge.jobs.start(Job(self.tr("Bringing pictures back"), steps))


def restored(folder: Path, number: int | None) -> Opened:
    """Bring the project in *folder* back from backup *number*, None: anew, and open it."""
    from winnow.app.repairing import restore
    from winnow.app.session import Session

    restore(folder, number)
    return Opened(Session.open(folder), "sort")


def opened_to_look(folder: Path) -> Opened:
    """Open the project in *folder* so that nothing in it is changed."""
    from winnow.app.session import Session

    return Opened(Session.open(folder, read_only=True), "sort")
