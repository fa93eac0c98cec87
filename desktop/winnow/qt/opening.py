"""Opening a project off the GUI thread: a large one is checked, a copy of an old one is made first."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot

from winnow.app.recent import remember, room_before
from winnow.base.errors import WinnowError

if TYPE_CHECKING:
    from winnow.app.session import Session

PACKED_SUFFIX = ".winnowz"
"""Of a project in one file; as `winnow.exporting.packing` has it, which the start page need not load."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Opened:
    """A project that is open, and the room to show first; empty: the first one."""

    session: Session
    room: str = ""


class Opening(QObject):
    """One project on its way; exactly one of its signals follows, unless it is called off."""

    opened = Signal(object)  # Opened
    refused = Signal(object)  # WinnowError
    broke = Signal(object)  # any other exception: a bug of ours
    _done = Signal(object)

    def __init__(self, make: Callable[[], Opened], parent: QObject, after: Sequence[threading.Thread] = ()) -> None:
        super().__init__(parent)
        self._make = make
        self._after = tuple(after)
        self._telling = threading.Lock()
        self._called_off = False
        self._made: Opened | None = None
        """What is open and was not told yet."""
        self._done.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        self.thread_at_work = threading.Thread(target=self._work, name="winnow-open")
        """What the next one waits for, if this one is called off."""

    def start(self) -> None:
        """Begin, once; what *after* does is waited for first, off the GUI thread."""
        self.thread_at_work.start()

    def call_off(self) -> None:
        """Let go of the project as soon as it is open; returns at once, and no signal follows."""
        with self._telling:
            self._called_off = True
            made, self._made = self._made, None
        if made is not None:
            made.session.close()

    def _work(self) -> None:
        for thread in self._after:
            thread.join()
        if self._called_off:
            return
        try:
            made = self._make()
        except Exception as error:  # noqa: BLE001 - told on the GUI thread, where it is shown or raised
            self._say(error)
            return
        try:
            # Now, for a program that is killed has no other time.
            remember(made.session, made.room)
        except (OSError, WinnowError) as error:
            log.info("the list of recent projects was not written: %s", error)
        if not self._say(made):
            made.session.close()

    def _say(self, found: Opened | Exception) -> bool:
        """Have *found* told, unless this was called off; return whether it will be."""
        with self._telling:
            if not self._called_off:
                self._made = found if isinstance(found, Opened) else None
                self._done.emit(found)
            return not self._called_off

    @Slot(object)
    def _tell(self, found: Opened | Exception) -> None:
        if self._called_off:
            return
        if isinstance(found, Exception):
            (self.refused if isinstance(found, WinnowError) else self.broke).emit(found)
        else:
            self._made = None
            self.opened.emit(found)


def opened(folder: Path) -> Opened:
    """Open the project in *folder*, in the room where it was left; a packed one is unpacked first.

    It may be the database inside it, which is what a Linux desktop knows a project by.
    """
    if folder.suffix == PACKED_SUFFIX and folder.is_file():
        return unpacked(folder)
    if folder.is_file():
        folder = folder.parent
    from winnow.app.session import Session

    session = Session.open(folder)
    return Opened(session, room_before(session))


def unpacked(archive: Path) -> Opened:
    """Unpack the project in *archive* into a new folder beside it, and open that.

    Raises:
        PackRefused: it is no packed project, or damaged. ExportFailed: the disk did not take it.
    """
    from winnow.app.pipelines.export_into import free_target
    from winnow.app.pipelines.packing import unpack

    folder = free_target(archive.parent, f"{archive.stem}.winnow")
    for _event in unpack(archive, folder):
        pass
    return opened(folder)


def created(folder: Path) -> Opened:
    """Make an empty project in *folder*."""
    from winnow.app.session import Session

    return Opened(Session.create(folder))
