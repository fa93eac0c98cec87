"""Whether a database says what it was told: SQLite's own check, and what it cannot see.

``integrity_check`` compares tables with their indexes; a byte that changed in
a column without an index passes it. What people do by hand is therefore kept
twice: by indexes over expressions that hold it once more (step 10 of the
schema), and every change of a label stands in ``label_log`` and labels.jsonl.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

from winnow.base.codec import from_json
from winnow.base.counted import counted
from winnow.domain.frame import Content, Frame
from winnow.domain.image import ImageState
from winnow.store import label_journal

_MOST = 20


def problems(connection: sqlite3.Connection, labels: Path | None = None) -> list[str]:
    """Return what is wrong with an opened database, a sentence each and at most 20; empty: it is sound.

    *labels* is its labels.jsonl, None where the database stands alone. Reads
    everything: about 1 s for 100,000 pictures.
    """
    try:
        found = [row[0] for row in connection.execute(f"PRAGMA integrity_check({_MOST})") if row[0] != "ok"]
        if not found:
            found = _dangling(connection) + _unreadable(connection) + _unlikely(connection)
        if not found and labels is not None:
            found = _file_disagrees(connection, labels)
    except (sqlite3.DatabaseError, UnicodeDecodeError, OverflowError) as error:
        if isinstance(error, sqlite3.OperationalError) and _is_passing(error):
            raise
        return [str(error)]
    return found[:_MOST]


def _is_passing(error: sqlite3.OperationalError) -> bool:
    """Say whether the check could not be made, and so found nothing: interrupted, busy, or the disk is gone."""
    passing = (sqlite3.SQLITE_INTERRUPT, sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_CANTOPEN)
    return (getattr(error, "sqlite_errorcode", 0) & 0xFF) in (*passing, sqlite3.SQLITE_IOERR)


def _dangling(connection: sqlite3.Connection) -> list[str]:
    count = len(connection.execute("PRAGMA foreign_key_check").fetchall())
    return [f"{count} rows point to nothing"] if count else []


def _unreadable(connection: sqlite3.Connection) -> list[str]:
    """Read all text: what is no UTF-8 passes SQLite's own check, and breaks whoever reads it."""
    found = []
    for (table,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall():
        columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})") if row[2] == "TEXT"]
        try:
            for _row in connection.execute(f"SELECT {', '.join(columns) or 'NULL'} FROM {table}"):
                pass
        except sqlite3.OperationalError as error:
            if _is_passing(error):
                raise
            found.append(f"the table {table} has text that cannot be read")
    return found


def _unlikely(connection: sqlite3.Connection) -> list[str]:
    """Look for values that nobody wrote: states that do not exist, keys that do not fit their frames."""
    states = ", ".join(f"'{state.value}'" for state in ImageState)
    odd = connection.execute(
        f"SELECT count(*) FROM image WHERE state NOT IN ({states}) OR accepted NOT IN (0, 1) "
        "OR (state <> 'fell_out' AND (sha256 IS NULL OR length(sha256) <> 64 OR sha256 GLOB '*[^0-9a-f]*'))"
    ).fetchone()[0]
    found = [f"{odd} pictures are in a state that does not exist"] if odd else []
    found += _frames_unlikely(connection)
    return found


def _frames_unlikely(connection: sqlite3.Connection) -> list[str]:
    unreadable = wrong = 0
    rows = connection.execute(
        "SELECT sha256, width, height, content_key, position, frame FROM frame JOIN image ON image.id = image_id"
    )
    for sha256, width, height, key, position, text in rows:
        try:
            frame = from_json(Frame, text)
        except Exception:  # noqa: BLE001 - whatever a damaged text does to its reader
            unreadable += 1
            continue
        if position == 0:
            wrong += key != Content(sha256, None if frame.is_whole(width, height) else frame).key()
    wrong += connection.execute(
        "SELECT count(*) FROM image WHERE state <> 'fell_out' AND hex(content_key) <> upper(sha256) "
        "AND NOT EXISTS (SELECT 1 FROM frame WHERE image_id = image.id AND position = 0)"
    ).fetchone()[0]
    found = [f"{counted(unreadable, 'frame')} cannot be read"] if unreadable else []
    return found + ([f"the content key of {wrong} pictures does not fit their frames"] if wrong else [])


def _file_disagrees(connection: sqlite3.Connection, labels: Path) -> list[str]:
    rows = connection.execute("SELECT seq, sha256, before, after FROM label_log")
    said = {row[0]: label_journal.LabelChange(*row[1:]) for row in rows}
    # A line that is missing or damaged says nothing against the database. The file is not held in memory:
    # that of a stranger's project may be far longer than the log.
    differ = {seq: said[seq] != line for seq, line in label_journal.read(labels) if seq in said}
    wrong = sum(differ.values())
    return [f"{counted(wrong, 'change of labels', 'changes of labels')} not as in labels.jsonl"] if wrong else []
