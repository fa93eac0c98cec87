"""A project's database in the place of a damaged one: from a backup, or empty, with every label of the journal.

Nothing is deleted: the database that was there is put aside under a name with
the date. A crash at any moment leaves the old database or the new one in its
place, and nothing half made.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from winnow.base.clock import now_utc
from winnow.base.files import TEMPORARY_SUFFIX, sync_folder
from winnow.store import label_journal
from winnow.store.backups import Backup, Backups
from winnow.store.errors import ProjectUnreachable
from winnow.store.labels import next_id
from winnow.store.layout import Layout
from winnow.store.migration import APPLICATION_ID, migrate

_BESIDE = ("-wal", "-shm")


@dataclass(frozen=True, slots=True)
class Restored:
    """What was done: the file that was put aside (None: there was none), and how many changes of labels came back."""

    put_aside: Path | None
    changes: int


def restore(layout: Layout, backup: Backup | None) -> Restored:
    """Put *backup* in the place of the database, None: an empty one; then give back the labels of labels.jsonl.

    The project must not be open, and the caller holds its lock.

    Raises:
        BackupUnusable: it is damaged; nothing was changed. ProjectUnreachable, OSError: the disk.
    """
    fresh = layout.folder / f".project.db{TEMPORARY_SUFFIX}"
    _remove(fresh)
    try:
        if backup is not None:
            Backups(layout.backups).extract(backup, fresh)
        with closing(sqlite3.connect(fresh, isolation_level=None)) as connection:
            if backup is None:
                connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            migrate(connection, fresh, with_backup=False)
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("BEGIN IMMEDIATE")
            changes = take_up_labels(connection, layout.labels)
            connection.execute("COMMIT")
        aside = _put_aside(layout.database)
        fresh.replace(layout.database)
        sync_folder(layout.folder)
    except sqlite3.Error as error:
        raise ProjectUnreachable(layout.folder, str(error)) from error
    finally:
        _remove(fresh)
    return Restored(aside, changes)


def take_up_labels(connection: sqlite3.Connection, labels: Path) -> int:
    """Write the changes of *labels* into the log that it has not, and give its pictures the labels they say.

    Pictures that are not in the database keep their lines in the log, so that `give_labels` finds them when
    they have come. Returns how many changes were taken up.
    """
    there = {row[0] for row in connection.execute("SELECT sha256 FROM image")}
    those: set[str] = set()
    taken = 0
    # Line by line: the file may be far longer than anything that fits into memory.
    for seq, one in label_journal.read(labels):
        is_new = connection.execute(
            "INSERT OR IGNORE INTO label_log (seq, sha256, before, after) VALUES (?, ?, ?, ?)",
            (seq, one.sha256, one.before, one.after),
        ).rowcount
        taken += is_new
        if is_new and one.sha256 in there:
            those.add(one.sha256)
    give_labels(connection, those)
    return taken


def give_labels(connection: sqlite3.Connection, those: set[str]) -> int:
    """Give the pictures with the hashes *those* the labels that the log has last; return how many changed.

    A label of a name that is missing is made. Nothing is written to the log: it says so already.
    """
    numbers = dict(connection.execute("SELECT name, id FROM label").fetchall())
    changed = 0
    last = connection.execute(
        "SELECT sha256, after, max(seq) FROM label_log GROUP BY sha256 ORDER BY max(seq)"
    ).fetchall()
    for sha256, after, _seq in last:
        if sha256 not in those:
            continue
        if after is not None and after not in numbers:
            numbers[after] = next_id(connection)
            connection.execute(
                "INSERT INTO label (id, name, position) SELECT ?, ?, coalesce(max(position) + 1, 0) FROM label",
                (numbers[after], after),
            )
        changed += connection.execute(
            "UPDATE image SET label_id = :label WHERE sha256 = :sha256 AND state <> 'fell_out' "
            "AND label_id IS NOT :label",
            {"label": numbers.get(after), "sha256": sha256},
        ).rowcount
    return changed


def _put_aside(database: Path) -> Path | None:
    """Give the database and its log a name with the date; it stays in its place until another takes that."""
    if not database.exists():
        _move_beside(database, _free_name(database))
        return None
    aside = _free_name(database)
    try:
        os.link(database, aside)
    except OSError:
        # A disk without links (FAT): for a moment neither is in the place, and opening says so.
        database.replace(aside)
    _move_beside(database, aside)
    return aside


def _move_beside(database: Path, aside: Path) -> None:
    # Before the new database takes the place, for SQLite would read the old one's log into it.
    for suffix in _BESIDE:
        with contextlib.suppress(FileNotFoundError):
            database.with_name(database.name + suffix).replace(aside.with_name(aside.name + suffix))


def _free_name(database: Path) -> Path:
    stem = f"{database.stem}.damaged-{now_utc()[:19].replace(':', '')}Z"
    number, free = 2, database.with_name(f"{stem}.db")
    while free.exists():
        free = database.with_name(f"{stem}-{number}.db")
        number += 1
    return free


def _remove(temporary: Path) -> None:
    for suffix in ("", *_BESIDE, "-journal"):
        temporary.with_name(temporary.name + suffix).unlink(missing_ok=True)
