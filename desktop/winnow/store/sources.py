"""Where pictures came from."""

from __future__ import annotations

import sqlite3

from winnow.base.clock import now_utc
from winnow.domain.changes import Topic
from winnow.domain.ids import SourceId
from winnow.domain.image import Reason
from winnow.domain.source import Source, SourceKind, SourceState
from winnow.store.database import Tx


def begin(tx: Tx, kind: SourceKind, name: str, address: str) -> SourceId:
    """Return the source with this address, made if it is new, and mark it running."""
    row = tx.connection.execute(
        "SELECT id FROM source WHERE kind = ? AND address = ?", (kind.value, address)
    ).fetchone()
    tx.touch(Topic.SOURCES)
    if row is not None:
        end(tx, SourceId(row[0]), SourceState.RUNNING)
        return SourceId(row[0])
    cursor = tx.connection.execute(
        "INSERT INTO source (kind, name, address, state, added_at) VALUES (?, ?, ?, ?, ?)",
        (kind.value, name, address, SourceState.RUNNING.value, now_utc()),
    )
    return SourceId(cursor.lastrowid or 0)


def set_found(tx: Tx, source_id: SourceId, found: int) -> None:
    """Say how many files the source has."""
    tx.connection.execute("UPDATE source SET found = ? WHERE id = ?", (found, source_id))
    tx.touch(Topic.SOURCES)


def end(tx: Tx, source_id: SourceId, state: SourceState, error: str = "") -> None:
    """Set the source's state."""
    tx.connection.execute("UPDATE source SET state = ?, error = ? WHERE id = ?", (state.value, error, source_id))
    tx.touch(Topic.SOURCES)


def stop_orphans(tx: Tx) -> None:
    """Mark as stopped what a killed program left running."""
    tx.connection.execute("UPDATE source SET state = 'stopped' WHERE state = 'running'")


def all_sources(connection: sqlite3.Connection) -> list[Source]:
    """Return every source with its funnel, newest first."""
    kept: dict[int, int] = {}
    fell_out: dict[int, dict[Reason, int]] = {}
    for source, reason, count in connection.execute(
        "SELECT source_id, reason, count(*) FROM image GROUP BY source_id, reason"
    ):
        if reason is None:
            kept[source] = count
        else:
            fell_out.setdefault(source, {})[Reason(reason)] = count
    rows = connection.execute(
        "SELECT id, kind, name, address, state, error, found, added_at FROM source ORDER BY id DESC"
    )
    return [
        Source(
            id=SourceId(row[0]),
            kind=SourceKind(row[1]),
            name=row[2],
            address=row[3],
            state=SourceState(row[4]),
            error=row[5],
            found=row[6],
            kept=kept.get(row[0], 0),
            fell_out=fell_out.get(row[0], {}),
            added_at=row[7],
        )
        for row in rows
    ]
