"""project.db: one writing connection on its own thread, and readers that can only read.

Write-ahead log with ``synchronous=FULL``: what was acknowledged survives a
power cut. All that is queued goes into one transaction (group commit), and
only then are the callers told.
"""

from __future__ import annotations

import contextlib
import errno
import json
import logging
import queue
import sqlite3
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from winnow.base.codec import TextUnreadable
from winnow.base.disks import is_on_network
from winnow.base.errors import ContractError, OutsideError
from winnow.domain.changes import Changes, Topic
from winnow.store import foreign
from winnow.store.ballast import Ballast
from winnow.store.errors import (
    NotAProject,
    ProjectDamaged,
    ProjectReadOnly,
    ProjectUnreachable,
    SavedOnFullDisk,
    SaveFailed,
)
from winnow.store.label_journal import LabelChange, LabelJournal
from winnow.store.migration import APPLICATION_ID, check_version, migrate
from winnow.store.per_thread import PerThread

log = logging.getLogger(__name__)
T = TypeVar("T")

Reader = sqlite3.Connection
"""What a query gets: a connection that cannot write."""

_MOST_WORDS = 200
_MOST_IN_ONE_TRANSACTION = 256


class Tx:
    """One command's share of a transaction: the connection, and what it says it changed."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.topics: set[Topic] = set()
        self.ids: set[int] = set()
        self.origin = ""
        self.label_changes: list[LabelChange] = []

    def touch(self, topic: Topic, *ids: int) -> None:
        """Note that *topic* changed, for the images *ids*."""
        self.topics.add(topic)
        self.ids.update(ids)

    def changes(self) -> Changes:
        """Return what was noted so far."""
        return Changes(frozenset(self.topics), frozenset(self.ids), self.origin)


_Job = tuple[Callable[[Tx], Any], "Future[Any]"]


class Database:
    """The opened project database.

    Args:
        path: project.db; made if *create*.
        labels: The second copy of the labels, brought up to date on opening.
        committed: Called on the writer's thread, once per committed command.
        read_only: To look at it only, on a write-protected disk or where it is damaged; nothing is written at all.
        ballast: Given up when the disk is full, so that what was queued then is saved all the same.
        saved_on_full_disk: Called on the writer's thread when that has happened.
    """

    def __init__(
        self,
        path: Path,
        labels: LabelJournal,
        committed: Callable[[Changes], None],
        create: bool = False,
        read_only: bool = False,
        ballast: Ballast | None = None,
        saved_on_full_disk: Callable[[SavedOnFullDisk], None] | None = None,
    ) -> None:
        self.path = path
        self._ballast = ballast
        self._saved_on_full_disk = saved_on_full_disk
        self.read_only = read_only
        self._labels = labels
        self._committed = committed
        self._queue: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._readers = PerThread(self._reader)
        self._closed = False
        self._closing = threading.Lock()
        if read_only:
            self._look()
            return
        opened: Future[None] = Future()
        self._thread = threading.Thread(target=self._run, args=(create, opened), name="winnow-writer", daemon=True)
        self._thread.start()
        opened.result()

    def write(self, work: Callable[[Tx], T]) -> Future[T]:
        """Queue *work*; the future resolves after its transaction is on the disk.

        Raises (through the future): whatever *work* raises, its part undone, or `SaveFailed`.
        """
        future: Future[T] = Future()
        with self._closing:
            if self._closed:
                raise ContractError("the project is closed")
            if self.read_only:
                future.set_exception(ProjectReadOnly(self.path.parent))
                return future
            self._queue.put((work, future))
        return future

    def read(self) -> sqlite3.Connection:
        """Return this thread's reading connection.

        Raises:
            ProjectUnreachable: the file cannot be opened any more.
        """
        try:
            return self._readers.connection()
        except sqlite3.Error as error:
            raise _worded(error, self.path) from error

    def _reader(self) -> sqlite3.Connection:
        made = _connect(self.path, self.read_only)
        made.execute("PRAGMA query_only = ON")
        made.execute("PRAGMA wal_autocheckpoint = 0")
        return made

    @contextmanager
    def reading(self) -> Iterator[Reader]:
        """Lend this thread's reading connection, for as long as one moment of the project is looked at.

        Says in words what the file or its disk does to who reads it.
        """
        try:
            reader = self.read()
            if reader.in_transaction:
                yield reader  # by who is reading already
                return
            # Several statements must see the same, whatever is written between them.
            reader.execute("BEGIN")
            try:
                yield reader
            finally:
                # Closing the project meanwhile has ended it.
                with contextlib.suppress(sqlite3.ProgrammingError):
                    reader.execute("COMMIT")
        except sqlite3.Error as error:
            if _is_outside(error):
                raise _worded(error, self.path) from error
            raise
        except (TextUnreadable, json.JSONDecodeError, RecursionError) as error:
            # Written by our codec, so that what does not fit it any more was changed since.
            raise ProjectDamaged(self.path, str(error)[:_MOST_WORDS]) from error

    def backup(self, target: Path) -> None:
        """Write a consistent copy to *target* (which must not exist), while writing goes on."""
        with contextlib.closing(sqlite3.connect(target)) as copy:
            self.read().backup(copy)

    def close(self) -> None:
        """Finish what is queued and close. Safe to call more than once."""
        with self._closing:
            if self._closed:
                return
            self._closed = True
            if not self.read_only:
                self._queue.put(None)  # the last: nobody would ever take what comes after it
        if not self.read_only:
            self._thread.join()
        self._readers.close()

    def _look(self) -> None:
        try:
            connection = self.read()
            if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
                raise NotAProject(self.path.parent, "its database belongs to another program")
            foreign.check_schema(connection, self.path)
            check_version(connection, self.path)
        except Exception as error:
            self.close()
            raise _worded(error, self.path) from error

    def _run(self, create: bool, opened: Future[None]) -> None:
        connection: sqlite3.Connection | None = None
        try:
            connection = _connect(self.path)
            _prepare(connection, self.path, create)
            self._labels.catch_up(connection)
        except Exception as error:  # noqa: BLE001 - handed to the opening thread, which raises it
            if connection is not None:
                connection.close()
            opened.set_exception(_worded(error, self.path))
            return
        opened.set_result(None)
        try:
            while (jobs := self._next_jobs()) is not None:
                try:
                    # Else the open file would take it still, and nobody would ever find it again.
                    self.path.stat()
                    self._commit(connection, jobs)
                except (OSError, sqlite3.Error) as error:
                    if not self._is_saved_by_ballast(connection, jobs, error):
                        log.exception("a transaction was not committed")
                        self._give_up(connection, jobs, error)
        finally:
            connection.close()

    def _next_jobs(self) -> list[_Job] | None:
        """Wait for work; None when it is time to end."""
        first = self._queue.get()
        if first is None:
            return None
        jobs = [first]
        while len(jobs) < _MOST_IN_ONE_TRANSACTION:
            try:
                more = self._queue.get_nowait()
            except queue.Empty:
                break
            if more is None:
                self._queue.put(None)
                break
            jobs.append(more)
        return jobs

    def _commit(self, connection: sqlite3.Connection, jobs: list[_Job]) -> None:
        """Do *jobs* in one transaction and tell of it.

        Raises:
            sqlite3.Error: nothing was kept.
        """
        done: list[tuple[Future[Any], Any, Tx]] = []
        connection.execute("BEGIN IMMEDIATE")
        for work, future in jobs:
            tx = Tx(connection)
            connection.execute("SAVEPOINT command")
            try:
                result = work(tx)
                self._labels.record(connection, tx.label_changes)
            except Exception as error:
                if _is_outside(error):
                    raise
                # It belongs to its caller, who gets it through the future.
                connection.execute("ROLLBACK TO command")
                future.set_exception(error)
            else:
                done.append((future, result, tx))
            connection.execute("RELEASE command")
        connection.execute("COMMIT")
        try:
            self._labels.append(connection)
        except (OSError, sqlite3.Error):
            # The database has it; the file is brought up to date with the next label or on opening.
            log.exception("the label journal could not be written")
        for future, result, _tx in done:
            future.set_result(result)
        for _future, _result, tx in done:
            if tx.topics:
                self._committed(tx.changes())

    def _is_saved_by_ballast(
        self, connection: sqlite3.Connection, jobs: list[_Job], error: OSError | sqlite3.Error
    ) -> bool:
        """Commit *jobs* once more, with the ballast's space, if it was a full disk that failed them."""
        if not _is_of_full_disk(error) or self._ballast is None or not self._ballast.give_up():
            return False
        try:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            # Whatever failed by itself has told its caller already.
            self._commit(connection, [job for job in jobs if not job[1].done()])
        except (OSError, sqlite3.Error):
            return False
        log.warning("the disk of %s is full; its ballast was given up", self.path)
        if self._saved_on_full_disk is not None:
            self._saved_on_full_disk(SavedOnFullDisk(self.path.parent))
        return True

    def _give_up(self, connection: sqlite3.Connection, jobs: list[_Job], error: OSError | sqlite3.Error) -> None:
        if connection.in_transaction:
            # Where even that fails it is tried again, for the next transaction cannot begin.
            with contextlib.suppress(sqlite3.Error):
                connection.execute("ROLLBACK")
        for _work, future in jobs:
            if not future.done():
                future.set_exception(_not_saved(error, self.path))


def _is_outside(error: Exception) -> bool:
    """Say whether the disk or the file failed, and not the command."""
    ours = (sqlite3.IntegrityError, sqlite3.ProgrammingError, sqlite3.InterfaceError)
    if not isinstance(error, sqlite3.Error) or isinstance(error, ours):
        return False
    # SQLITE_ERROR is a statement that makes no sense; a full disk and its like have codes of their own.
    return getattr(error, "sqlite_errorcode", None) != sqlite3.SQLITE_ERROR


def _connect(path: Path, read_only: bool = False) -> sqlite3.Connection:
    # Shared across threads only to be closed: each reader serves one thread.
    address = address_to_look(path) if read_only else str(path)
    connection = sqlite3.connect(address, isolation_level=None, check_same_thread=False, timeout=5, uri=read_only)
    foreign.bound(connection)
    connection.execute("PRAGMA busy_timeout = 5000")
    connection.execute("PRAGMA foreign_keys = ON")
    return connection


def address_to_look(path: Path) -> str:
    """Return the URI under which SQLite reads *path* without writing anything, also on a write-protected disk."""
    # A log without a shared memory beside it cannot be read on a disk that is write-protected; without
    # a log nothing changes the file, and SQLite needs to be told so there.
    log_file = path.with_name(path.name + "-wal")
    has_log = log_file.exists() and log_file.stat().st_size > 0
    return f"{path.absolute().as_uri()}?mode=ro" + ("" if has_log else "&immutable=1")


def _prepare(connection: sqlite3.Connection, path: Path, create: bool) -> None:
    found = connection.execute("PRAGMA application_id").fetchone()[0]
    if create:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    elif found != APPLICATION_ID:
        raise NotAProject(path.parent, "its database belongs to another program")
    else:
        # First of all: the check below runs what the schema says.
        foreign.check_schema(connection, path)
        problem = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
        if problem != "ok":
            raise ProjectDamaged(path, problem)
    # The log's index is shared memory, which other computers do not share.
    mode = "DELETE" if is_on_network(path.parent) else "WAL"
    connection.execute(f"PRAGMA journal_mode = {mode}")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA fullfsync = ON")
    connection.execute("PRAGMA checkpoint_fullfsync = ON")
    connection.execute("PRAGMA journal_size_limit = 67108864")
    migrate(connection, path)


def _code(error: sqlite3.Error) -> int:
    # The low byte is the kind, the rest says more of it.
    return int(getattr(error, "sqlite_errorcode", 0) & 0xFF)


def errno_of(error: sqlite3.Error) -> int | None:
    """Return the errno that fits what SQLite met; None where there is none."""
    return _ERRNO.get(_code(error))


def _is_of_full_disk(error: OSError | sqlite3.Error) -> bool:
    number = error.errno if isinstance(error, OSError) else errno_of(error)
    return number in (errno.ENOSPC, errno.EDQUOT)


_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_TOOBIG)
_ERRNO = {sqlite3.SQLITE_FULL: errno.ENOSPC, sqlite3.SQLITE_READONLY: errno.EROFS, sqlite3.SQLITE_PERM: errno.EPERM}


def _not_saved(error: OSError | sqlite3.Error, path: Path) -> OutsideError:
    if isinstance(error, OSError):
        return SaveFailed(path, error.strerror or str(error), error.errno)
    code = _code(error)
    return ProjectDamaged(path, str(error)) if code in _DAMAGED else SaveFailed(path, str(error), errno_of(error))


def _worded(error: Exception, path: Path) -> Exception:
    if isinstance(error, sqlite3.Error):
        code = _code(error)
        if code in _DAMAGED:
            return ProjectDamaged(path, str(error))
        return ProjectUnreachable(path.parent, str(error), _ERRNO.get(code))
    if isinstance(error, OSError):
        return ProjectUnreachable(path.parent, error.strerror or str(error), error.errno)
    return error
