"""The thumbnail cache: our own JPEGs by content key, in a database of its own that may be deleted.

SQLite without mmap, as fast as files and safe against a crash. A thumbnail of
20 kB fits into one page of 32 KiB, so that a cold one costs one read, not two.
"""

from __future__ import annotations

import contextlib
import logging
import sqlite3
import threading
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from winnow.store import foreign
from winnow.store.backups import BackupStopped
from winnow.store.database import address_to_look, errno_of
from winnow.store.errors import ProjectUnreachable, ThumbnailsNotKept
from winnow.store.per_thread import PerThread

log = logging.getLogger(__name__)

_AT_ONCE = 500
_PAGES_AT_ONCE = 256
_OURS = "CREATE TABLE thumbnail (key BLOB PRIMARY KEY, jpeg BLOB NOT NULL) STRICT"


class Thumbnails:
    """Read from any thread; writes are serialised.

    Args:
        path: The file, made if it is missing and *writable*.
        writable: Not so where another process has made it already.
        read_only: The project is open to look at only: nothing is written, and what is put is dropped.

    Raises:
        ProjectUnreachable: the disk does not let it be opened.
    """

    def __init__(self, path: Path, writable: bool = True, read_only: bool = False) -> None:
        self._path = path
        self._read_only = read_only
        self._lock = threading.Lock()
        self._connections = PerThread(self._made)
        if writable and not read_only:
            path.parent.mkdir(parents=True, exist_ok=True)
            try:
                self._prepare()
            except sqlite3.OperationalError as error:
                self.close()
                # Locked, or the disk is full or failed: the cache itself may be sound.
                raise ProjectUnreachable(path.parent.parent, str(error), errno_of(error)) from error
            except sqlite3.DatabaseError:
                log.info("%s is damaged, and made anew", path)
                self._start_anew()

    def _prepare(self) -> None:
        connection = self._connection()
        connection.execute("PRAGMA page_size = 32768")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute(_OURS.replace("TABLE", "TABLE IF NOT EXISTS", 1))
        _check(connection)

    def _start_anew(self) -> None:
        """Put an empty cache in the place of a damaged one: all of it can be made again."""
        self.close()
        self._connections = PerThread(self._made)
        for suffix in ("", "-wal", "-shm"):
            self._path.with_name(self._path.name + suffix).unlink(missing_ok=True)
        self._prepare()

    def put(self, items: Iterable[tuple[bytes, bytes]]) -> None:
        """Store (content key, JPEG) pairs in one transaction.

        Raises:
            ThumbnailsNotKept: the disk does not take them.
        """
        if self._read_only:
            return
        with self._lock:
            connection = self._connection()
            try:
                connection.execute("BEGIN IMMEDIATE")
                connection.executemany("INSERT OR REPLACE INTO thumbnail (key, jpeg) VALUES (?, ?)", items)
                connection.execute("COMMIT")
            except BaseException as error:
                # A disk that is full ends the transaction itself.
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                if isinstance(error, sqlite3.Error):
                    raise ThumbnailsNotKept(self._path, str(error), errno_of(error)) from error
                raise

    def get(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        """Return the JPEGs of those of *keys* that are there."""
        found: dict[bytes, bytes] = {}
        for start in range(0, len(keys), _AT_ONCE):
            some = [bytes(key) for key in keys[start : start + _AT_ONCE]]
            marks = ",".join("?" * len(some))
            query = f"SELECT key, jpeg FROM thumbnail WHERE key IN ({marks})"
            found.update(self._connection().execute(query, some))
        return found

    def missing(self, keys: Sequence[bytes]) -> list[bytes]:
        """Return those of *keys* that have no thumbnail, in their order."""
        have = {row[0] for row in self._connection().execute("SELECT key FROM thumbnail")}
        return [key for key in keys if bytes(key) not in have]

    def back_up(self, target: Path, is_stopping: Callable[[], bool]) -> None:
        """Write a consistent copy to *target* (which must not exist), while it is used.

        Raises:
            BackupStopped: *is_stopping* came to say so; what is at *target* is of no use.
        """

        def look(_status: int, _left: int, _total: int) -> None:
            if is_stopping():
                raise BackupStopped

        with contextlib.closing(sqlite3.connect(target)) as copy:
            self._connection().backup(copy, pages=_PAGES_AT_ONCE, progress=look)

    def close(self) -> None:
        """Close every thread's connection; nothing may use the cache afterwards."""
        with self._lock:
            self._connections.close()

    def _connection(self) -> sqlite3.Connection:
        return self._connections.connection()

    def _made(self) -> sqlite3.Connection:
        return self._looking() if self._read_only else self._opened(str(self._path))

    def _looking(self) -> sqlite3.Connection:
        found = None
        try:
            found = self._opened(address_to_look(self._path), uri=True)
            _check(found)
        except sqlite3.Error as error:
            log.info("%s cannot be read (%s), and is taken for empty", self._path, error)
            if found is not None:
                found.close()
            found = self._opened(":memory:")
            found.execute(_OURS)
        return found

    def _opened(self, address: str, uri: bool = False) -> sqlite3.Connection:
        made = sqlite3.connect(address, isolation_level=None, check_same_thread=False, timeout=10, uri=uri)
        foreign.bound(made)
        return made


def _check(connection: sqlite3.Connection) -> None:
    """Raise DatabaseError unless there is our one table and nothing else: the cache may come from somebody else."""
    found = connection.execute("SELECT type, sql FROM sqlite_schema WHERE sql IS NOT NULL").fetchall()
    if found != [("table", _OURS)]:
        raise sqlite3.DatabaseError("foreign")
