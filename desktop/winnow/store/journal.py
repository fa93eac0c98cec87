"""The journal: every command in order, with its inverse, walked back and forth by undo and redo."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from winnow.base.clock import now_utc
from winnow.domain.changes import Topic
from winnow.domain.journal import JournalState
from winnow.store.database import Tx


@dataclass(frozen=True, slots=True)
class Entry:
    """One journal row; *kind* names the person's command, *text* is the command that takes the step."""

    seq: int
    kind: str
    count: int
    command_kind: str
    text: str


def record(tx: Tx, kind: str, count: int, inverse: tuple[str, str] | None) -> None:
    """Note a command that was just applied; one with an *inverse* (kind, JSON) ends what could be redone."""
    if inverse is not None:
        tx.connection.execute("UPDATE journal SET state = 'dropped' WHERE state = 'undone'")
        tx.touch(Topic.JOURNAL)
    tx.connection.execute(
        "INSERT INTO journal (at, kind, count, state, inverse) VALUES (?, ?, ?, ?, ?)",
        (now_utc(), kind, count, "done" if inverse else "fact", None if inverse is None else "\n".join(inverse)),
    )


def next_undo(connection: sqlite3.Connection) -> Entry | None:
    """Return the newest command that can be undone, or None."""
    return _entry(connection, "SELECT seq, kind, count, inverse FROM journal WHERE state = 'done' ORDER BY seq DESC")


def next_redo(connection: sqlite3.Connection) -> Entry | None:
    """Return the oldest undone command, or None."""
    return _entry(connection, "SELECT seq, kind, count, command FROM journal WHERE state = 'undone' ORDER BY seq")


def mark_undone(tx: Tx, seq: int, command: tuple[str, str]) -> None:
    """Note that *seq* was undone, and the command (kind, JSON) that redoes it."""
    _mark(tx, seq, "undone", "command", command)


def mark_redone(tx: Tx, seq: int, inverse: tuple[str, str]) -> None:
    """Note that *seq* was redone, and the command (kind, JSON) that undoes it again."""
    _mark(tx, seq, "done", "inverse", inverse)


def state(connection: sqlite3.Connection) -> JournalState:
    """Return what can be undone and redone now."""
    undo, redo = next_undo(connection), next_redo(connection)
    return JournalState(
        undo=undo.kind if undo else "",
        undo_count=undo.count if undo else 0,
        redo=redo.kind if redo else "",
        redo_count=redo.count if redo else 0,
    )


def _mark(tx: Tx, seq: int, new_state: str, column: str, command: tuple[str, str]) -> None:
    query = f"UPDATE journal SET state = ?, {column} = ? WHERE seq = ?"
    tx.connection.execute(query, (new_state, "\n".join(command), seq))
    tx.touch(Topic.JOURNAL)


def _entry(connection: sqlite3.Connection, query: str) -> Entry | None:
    row = connection.execute(f"{query} LIMIT 1").fetchone()
    if row is None:
        return None
    command_kind, text = row[3].split("\n", 1)
    return Entry(row[0], row[1], row[2], command_kind, text)
