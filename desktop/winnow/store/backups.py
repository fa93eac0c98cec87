"""Backups of project.db: whole copies by SQLite itself, checked before they count, thinned by age.

Each is ``backups/000042-20261124T093000Z.zip`` with ``about.json`` and
``project.db`` in it. A file with such a name is complete and was found sound:
it is written under another name and takes this one last. Deleting is the
thinning's alone, and only backups that can be read count for it.
"""

from __future__ import annotations

import errno
import json
import os
import re
import shutil
import sqlite3
import zipfile
import zlib
from collections.abc import Callable
from contextlib import closing
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import NamedTuple

from winnow.base.clock import now_utc
from winnow.base.codec import from_json
from winnow.base.disks import disk_words
from winnow.base.errors import ContractError, OutsideError
from winnow.base.files import TEMPORARY_SUFFIX, sync_folder
from winnow.domain.backups import BackupStamp, project_clock, to_keep
from winnow.store import foreign, soundness
from winnow.store.errors import NotAProject, ProjectDamaged

_NAME = re.compile(r"(\d{6,})-(\d{8}T\d{6})Z\.zip")
_ABOUT, _DATABASE = "about.json", "project.db"
_CHUNK = 1 << 20
_ABOUT_BYTES = 1 << 16
_OPCODES_BETWEEN_LOOKS = 100_000


class BackupUnusable(OutsideError):
    """A backup cannot be read, or what is in it is damaged."""

    def __init__(self, path: Path, why: str) -> None:
        self.path = path
        super().__init__(f"The backup {path} cannot be used ({why}). Choose another one.")


class BackupFailed(OutsideError):
    """A backup could not be written; those that are there stay."""

    def __init__(self, folder: Path, why: str, number: int | None = None) -> None:
        self.folder = folder
        super().__init__(f"No backup could be made. {disk_words(folder, number, why)}")


class BackupStopped(Exception):
    """Making one was called off; nothing is left of it."""


@dataclass(frozen=True, slots=True)
class About:
    """What a backup says of itself; *clock* and *jumps* are those of `BackupStamp`."""

    taken_at: str
    clock: float
    jumps: int
    why: str
    version: int
    images: int
    labelled: int
    last_label: int
    """The number of the last change of a label in it; labels.jsonl has those after."""
    mark: str
    """The same for two backups between which nothing was done."""


class _Facts(NamedTuple):
    version: int
    images: int
    labelled: int
    last_label: int
    mark: str


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup; a higher number is a newer one."""

    path: Path
    number: int
    about: About

    @property
    def stamp(self) -> BackupStamp:
        """When it was made, for thinning."""
        return BackupStamp(self.number, self.about.clock, self.about.jumps)


def never() -> bool:
    """Say that nobody wants to stop."""
    return False


class Backups:
    """The folder of a project's backups. At most one thread makes some at a time."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def all(self) -> list[Backup]:
        """Return those that can be read, the newest first."""
        found = [one for path in self._files() if (one := _described(path))]
        return sorted(found, key=lambda one: one.number, reverse=True)

    def newest(self) -> Backup | None:
        """Return the newest that can be read; None where there is none."""
        files = sorted(self._files(), key=_number, reverse=True)
        return next((one for path in files if (one := _described(path))), None)

    def make(
        self, source: sqlite3.Connection, database: Path, why: str, is_stopping: Callable[[], bool] = never
    ) -> Backup:
        """Copy *source*, which goes on being written to by others, check the copy and keep it; thin the others.

        Args:
            source: A connection with no open transaction, this thread's own.
            database: Where it is, for words.
            why: A word that the person can be told, e.g. "regular".

        Raises:
            ProjectDamaged: the copy is not sound, so that the project is not. BackupStopped.
            BackupFailed: the disk did not take it. Nothing is left of it in any case.
        """
        try:
            self.folder.mkdir(exist_ok=True)
            made = self._made(source, database, why, is_stopping)
            self._thin()
        except OSError as error:
            raise BackupFailed(self.folder, error.strerror or str(error), error.errno) from error
        except sqlite3.Error as error:
            full = getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_FULL
            raise BackupFailed(self.folder, str(error), errno.ENOSPC if full else None) from error
        return made

    def _made(self, source: sqlite3.Connection, database: Path, why: str, is_stopping: Callable[[], bool]) -> Backup:
        previous = self.newest()
        now = now_utc()
        number = 1 + max(map(_number, self._files()), default=0)
        copy = self.folder / f".{number:06d}.db{TEMPORARY_SUFFIX}"
        packed = self.folder / f".{number:06d}.zip{TEMPORARY_SUFFIX}"
        try:
            mark = _copy(source, copy)
            facts = _checked(copy, database, is_stopping)
            if facts.mark != mark:
                raise ProjectDamaged(database, "its copy is not the same as itself")
            before = previous.about.taken_at if previous else ""
            clock, jumps = project_clock(previous.stamp if previous else None, before, now)
            about = About(now, clock, jumps, why, *facts)
            _pack(copy, about, packed, is_stopping)
            path = self.folder / f"{number:06d}-{now[:19].replace('-', '').replace(':', '')}Z.zip"
            packed.replace(path)
            sync_folder(self.folder)
        finally:
            for left in (copy, packed):
                left.unlink(missing_ok=True)
        return Backup(path, number, about)

    def extract(self, backup: Backup, target: Path) -> None:
        """Write the database of *backup* to *target*, which must not exist, and check it.

        Raises:
            BackupUnusable: it is damaged; *target* is not left.
        """
        try:
            with zipfile.ZipFile(backup.path) as archive, archive.open(_DATABASE) as packed, target.open("xb") as out:
                _check_room(archive.getinfo(_DATABASE), target)
                while chunk := packed.read(_CHUNK):
                    out.write(chunk)
                out.flush()
                os.fsync(out.fileno())
            with closing(sqlite3.connect(target, isolation_level=None)) as connection:
                foreign.bound(connection)
                foreign.check_schema(connection, target)
                found = soundness.problems(connection)
        except (
            NotAProject,
            ProjectDamaged,
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            KeyError,
            RuntimeError,
            sqlite3.DatabaseError,
            OSError,
        ) as error:
            target.unlink(missing_ok=True)
            raise BackupUnusable(backup.path, str(error)) from error
        if found:
            target.unlink(missing_ok=True)
            raise BackupUnusable(backup.path, found[0])

    def damaged(self) -> list[Path]:
        """Return the files that have a backup's name and cannot be read to their end; reads them all."""
        return sorted(path for path in self._files() if not _is_whole(path))

    def _files(self) -> list[Path]:
        if not self.folder.is_dir():
            return []
        return [path for path in self.folder.iterdir() if _NAME.fullmatch(path.name)]

    def _thin(self) -> None:
        there = self.all()
        keep = to_keep(one.stamp for one in there)
        for one in there:
            if one.number not in keep:
                one.path.unlink(missing_ok=True)


def mark_of(connection: sqlite3.Connection) -> str:
    """Return text that differs after anything was done that a person would miss."""
    row = connection.execute(
        "SELECT (SELECT coalesce(max(seq), 0) || '/' || coalesce(sum(state = 'undone'), 0) FROM journal), "
        "(SELECT coalesce(max(seq), 0) FROM label_log), (SELECT coalesce(max(id), 0) || '/' || count(*) FROM image), "
        "(SELECT count(*) FROM run), (SELECT count(*) FROM run_epoch), (SELECT count(*) FROM export)"
    ).fetchone()
    return " ".join(map(str, row))


def _copy(source: sqlite3.Connection, target: Path) -> str:
    """Copy in one step (a copy in steps begins anew at every write); return the mark of what was copied."""
    target.unlink(missing_ok=True)
    # One read transaction around both: the mark is that of the very state which is copied.
    nested = source.in_transaction
    if not nested:
        source.execute("BEGIN")
    try:
        mark = mark_of(source)
        with closing(sqlite3.connect(target, isolation_level=None)) as copy:
            source.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")  # one file, without a log beside it
    finally:
        if not nested:
            source.execute("COMMIT")
    return mark


def _checked(copy: Path, database: Path, is_stopping: Callable[[], bool]) -> _Facts:
    """Return what was counted in *copy* once it was found sound."""
    with closing(sqlite3.connect(copy, isolation_level=None)) as connection:
        connection.set_progress_handler(lambda: int(is_stopping()), _OPCODES_BETWEEN_LOOKS)
        try:
            found = soundness.problems(connection, database.parent / "labels.jsonl")
        except sqlite3.OperationalError as error:
            if is_stopping():
                raise BackupStopped from error
            raise
        connection.set_progress_handler(None, 0)
        if found:
            raise ProjectDamaged(database, found[0])
        counts = "SELECT count(*), count(label_id) FROM image WHERE state <> 'fell_out'"
        images, labelled = connection.execute(counts).fetchone()
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        last_label = connection.execute("SELECT coalesce(max(seq), 0) FROM label_log").fetchone()[0]
        return _Facts(version, images, labelled, last_label, mark_of(connection))


def _pack(copy: Path, about: About, target: Path, is_stopping: Callable[[], bool]) -> None:
    with target.open("wb") as stream:
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
            archive.writestr(_ABOUT, json.dumps(asdict(about), indent=1))
            with copy.open("rb") as read, archive.open(_DATABASE, "w", force_zip64=True) as packed:
                while chunk := read.read(_CHUNK):
                    if is_stopping():
                        raise BackupStopped
                    packed.write(chunk)
        stream.flush()
        os.fsync(stream.fileno())
    if not _is_whole(target):
        raise OSError(f"{target} does not read as it was written")


def _check_room(packed: zipfile.ZipInfo, target: Path) -> None:
    # No more than this is unpacked, whatever is in the archive.
    if packed.file_size > shutil.disk_usage(target.parent).free:
        raise OSError(f"{packed.file_size / 1e6:,.0f} MB come out of it, which do not fit on the disk")


def _is_whole(path: Path) -> bool:
    try:
        with zipfile.ZipFile(path) as archive:
            return _described(path) is not None and archive.testzip() is None
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError):
        return False


def _described(path: Path) -> Backup | None:
    try:
        with zipfile.ZipFile(path) as archive:
            if archive.getinfo(_ABOUT).file_size > _ABOUT_BYTES:
                return None
            about = from_json(About, archive.read(_ABOUT).decode())
    except (zipfile.BadZipFile, zlib.error, ContractError, EOFError, KeyError, OSError, RuntimeError, ValueError):
        return None
    return Backup(path, _number(path), about)


def _number(path: Path) -> int:
    match = _NAME.fullmatch(path.name)
    return int(match[1]) if match else 0
