"""An opened project: `do`, `ask`, `subscribe`, and the files that lie beside the database."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterable
from concurrent.futures import Future
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

import winnow.app.commands.arranging
import winnow.app.commands.clean
import winnow.app.commands.framing
import winnow.app.commands.labelling
import winnow.app.commands.sourcing
import winnow.app.commands.testing
import winnow.app.commands.training  # noqa: F401 - these register the commands that the journal may name
from winnow.app.commands.command import Command, read, written
from winnow.app.commands.labelling import AddLabel
from winnow.base.disks import is_on_network
from winnow.base.files import sweep_temporary_files
from winnow.base.lock import Lock
from winnow.domain.changes import Changes
from winnow.store import journal, runs, sources
from winnow.store.backups import Backup, Backups, never
from winnow.store.ballast import Ballast
from winnow.store.database import Database, Reader, Tx
from winnow.store.errors import DatabaseMissing, NotAProject, ProjectExists, ProjectUnreachable, SavedOnFullDisk
from winnow.store.foreign import check_folder
from winnow.store.label_journal import LabelJournal
from winnow.store.layout import Layout
from winnow.store.originals import Originals
from winnow.store.thumbnails import Thumbnails

log = logging.getLogger(__name__)
P = ParamSpec("P")
T = TypeVar("T")
Listener = Callable[[Changes], None]


class Session:
    """One project, open in this process only.

    Listeners are called on the writer's thread; they must be quick and must
    not wait for a command.
    """

    def __init__(self, layout: Layout, create: bool, read_only: bool = False) -> None:
        self.layout = layout
        self.read_only = read_only
        self.backups = Backups(layout.backups)
        self._listeners: list[Listener] = []
        self._listeners_lock = threading.Lock()
        self._ballast = Ballast(layout.ballast)
        self.when_disk_full: Callable[[SavedOnFullDisk], None] | None = None
        """Called on the writer's thread when something was saved in the last space of a full disk."""
        self._lock = None if read_only else _lock(layout)
        try:
            self.originals = Originals(layout.originals)
            self.thumbnails = Thumbnails(layout.cache / "thumbnails.db", read_only=read_only)
            try:
                labels = LabelJournal(layout.labels)
                self._database = Database(
                    layout.database,
                    labels,
                    self._tell,
                    create,
                    read_only,
                    self._ballast,
                    self._tell_of_full_disk,
                )
            except BaseException:
                self.thumbnails.close()
                raise
        except BaseException:
            self._unlock()
            raise
        if not read_only:
            try:
                self._tidy()
            except BaseException:
                self.close()
                raise

    @classmethod
    def create(cls, folder: Path, labels: Iterable[str] = ()) -> Session:
        """Make an empty project in *folder*, with *labels*.

        Raises:
            ProjectExists: there is something at *folder*. LabelNameUnusable: the project is there, without that label.
        """
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise ProjectExists(folder)
        folder.mkdir(parents=True, exist_ok=True)
        session = cls(Layout(folder.resolve()), create=True)
        try:
            for name in labels:
                session.do(AddLabel(name)).result()
        except BaseException:
            session.close()
            raise
        return session

    @classmethod
    def open(cls, folder: Path, read_only: bool = False) -> Session:
        """Open the project in *folder*; with *read_only* nothing in it is written, and commands are refused.

        Raises:
            NotAProject: there is none. AlreadyOpen: somebody has it open. ProjectUnreachable: the disk.
            ProjectLeadsOutside: a link in it does, as none that Winnow makes.
            ProjectDamaged, DatabaseMissing: see `winnow.app.repairing`. ProjectTooNew, ProjectTooOld.
        """
        layout = Layout(folder.resolve())
        if not layout.database.is_file():
            if layout.labels.is_file() or layout.backups.is_dir():
                raise DatabaseMissing(layout.database)
            raise NotAProject(folder, "there is no project.db in it" if folder.is_dir() else "there is no such folder")
        _check_folder(layout)
        return cls(layout, create=False, read_only=read_only)

    @property
    def name(self) -> str:
        """The project's name: that of its folder."""
        return self.layout.folder.stem

    @property
    def is_on_network(self) -> bool:
        """Whether it lies on a disk of another computer, see `OnNetworkDisk`."""
        return is_on_network(self.layout.folder)

    def do(self, command: Command) -> Future[int]:
        """Queue *command*; the future gives its count once it is on the disk."""

        def work(tx: Tx) -> int:
            tx.origin = type(command).__name__
            inverse = command.apply(tx)
            journal.record(tx, tx.origin, command.count(), None if inverse is None else written(inverse))
            return command.count()

        return self._database.write(work)

    def record(self, work: Callable[[Tx], T]) -> Future[T]:
        """Queue what a job found out: facts, which nobody undoes."""
        return self._database.write(work)

    def undo(self) -> Future[str]:
        """Take the newest undoable command back; the future gives its kind, "" when there is none."""
        return self._database.write(lambda tx: _step(tx, journal.next_undo, journal.mark_undone))

    def redo(self) -> Future[str]:
        """Do the command again that was undone last; the future gives its kind, "" when there is none."""
        return self._database.write(lambda tx: _step(tx, journal.next_redo, journal.mark_redone))

    def ask(self, query: Callable[Concatenate[Reader, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Return a query's answer, read on this thread.

        Raises:
            ProjectDamaged, ProjectUnreachable: the file or its disk. And whatever *query* raises.
        """
        with self._database.reading() as reader:
            return query(reader, *args, **kwargs)

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call *listener* after every commit; the returned function ends that."""
        with self._listeners_lock:
            self._listeners.append(listener)

        def end() -> None:
            with self._listeners_lock:
                if listener in self._listeners:
                    self._listeners.remove(listener)

        return end

    def back_up(self, target: Path) -> None:
        """Write a consistent copy of the database to *target*."""
        self._database.backup(target)

    def close(self) -> None:
        """Finish what is queued and let go of the project. Safe to call more than once."""
        self._database.close()
        self.thumbnails.close()
        self._unlock()

    def make_backup(self, why: str, is_stopping: Callable[[], bool] = never) -> Backup:
        """Make a backup while work goes on; see `Backups.make`. One thread at a time."""
        return self.backups.make(self._database.read(), self.layout.database, why, is_stopping)

    def keep_ballast(self) -> bool:
        """Set space aside for when the disk is full; return whether it is. One thread at a time.

        Raises:
            OSError: the disk does not take it.
        """
        return not self.read_only and self._ballast.keep()

    def __enter__(self) -> Session:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _tidy(self) -> None:
        """Put in order what a killed program left."""
        try:
            for folder in (self.layout.originals, self.layout.runs, self.layout.backups):
                sweep_temporary_files(folder)
        except OSError as error:
            # What is left lies there for the next time; what is read from there says itself what is wrong.
            log.warning("interrupted files were not swept: %s", error)
        self._database.write(_end_orphans).result()

    def _unlock(self) -> None:
        if self._lock is not None:
            self._lock.release()

    def _tell_of_full_disk(self, error: SavedOnFullDisk) -> None:
        if self.when_disk_full is not None:
            self.when_disk_full(error)

    def _tell(self, changes: Changes) -> None:
        with self._listeners_lock:
            listeners = list(self._listeners)
        for listener in listeners:
            try:
                listener(changes)
            except Exception:
                # The writer goes on, or everything after this would wait for it for ever.
                log.exception("a listener failed")


def _check_folder(layout: Layout) -> None:
    try:
        check_folder(layout)
    except OSError as error:
        raise ProjectUnreachable(layout.folder, error.strerror or str(error), error.errno) from error


def _lock(layout: Layout) -> Lock:
    try:
        lock = Lock(layout.lock)
    except OSError as error:
        raise ProjectUnreachable(layout.folder, error.strerror or str(error), error.errno) from error
    try:
        layout.make()
    except OSError as error:
        lock.release()
        raise ProjectUnreachable(layout.folder, error.strerror or str(error), error.errno) from error
    return lock


def _end_orphans(tx: Tx) -> None:
    runs.interrupt_orphans(tx)
    sources.stop_orphans(tx)


def _step(
    tx: Tx,
    find: Callable[[Reader], journal.Entry | None],
    mark: Callable[[Tx, int, tuple[str, str]], None],
) -> str:
    entry = find(tx.connection)
    if entry is None:
        return ""
    tx.origin = entry.kind
    back = read(entry.command_kind, entry.text).apply(tx)
    if back is not None:
        mark(tx, entry.seq, written(back))
    return entry.kind
