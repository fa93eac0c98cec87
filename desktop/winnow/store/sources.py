"""Where pictures came from."""

from __future__ import annotations

import sqlite3

from winnow.base.clock import now_utc
from winnow.domain.changes import Topic
from winnow.domain.ids import SourceId
from winnow.domain.image import Reason
from winnow.domain.source import HostFunnel, Source, SourceKind, SourceState
from winnow.store.database import Tx
from winnow.store.errors import ItemUnknown


def keep(tx: Tx, kind: SourceKind, name: str, address: str) -> SourceId:
    """Return the source with this address, made if it is new; one that is new is stopped before it began."""
    row = tx.connection.execute(
        "SELECT id, state FROM source WHERE kind = ? AND address = ?", (kind.value, address)
    ).fetchone()
    source_id = begin(tx, kind, name, address)
    end(tx, source_id, SourceState.STOPPED if row is None else SourceState(row[1]))
    return source_id


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


def set_hidden(tx: Tx, source_id: SourceId, hidden: bool) -> bool:
    """Take a source's card away, or bring it back; say whether it was away.

    Raises:
        ItemUnknown: there is no such source.
    """
    before = tx.connection.execute("SELECT hidden FROM source WHERE id = ?", (source_id,)).fetchone()
    if before is None:
        raise ItemUnknown("source", source_id)
    tx.connection.execute("UPDATE source SET hidden = ? WHERE id = ?", (hidden, source_id))
    tx.touch(Topic.SOURCES)
    return bool(before[0])


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
    """Return every source with its funnel, newest first, also those whose card was taken away."""
    kept, fell_out, received = _settled(connection)
    waiting = dict(
        connection.execute(f"SELECT source_id, count(*) FROM wanted WHERE {_NOT_SETTLED} GROUP BY source_id").fetchall()
    )
    pages = {
        row[0]: row[1:]
        for row in connection.execute(
            "SELECT source_id, sum(state = 'read'), sum(received) FROM visit GROUP BY source_id"
        )
    }
    rows = connection.execute(
        "SELECT id, kind, name, address, state, error, found, added_at, hidden FROM source ORDER BY id DESC"
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
            waiting=waiting.get(row[0], 0),
            pages=pages.get(row[0], (0, 0))[0],
            received=received.get(row[0], 0) + pages.get(row[0], (0, 0))[1],
            hidden=bool(row[8]),
        )
        for row in rows
    ]


_NOT_SETTLED = (
    "NOT EXISTS (SELECT 1 FROM image WHERE image.source_id = wanted.source_id AND image.address = wanted.address)"
)
"""What is asked for once more counts by its earlier verdict until there is a new one."""


def _settled(
    connection: sqlite3.Connection,
) -> tuple[dict[int, int], dict[int, dict[Reason, int]], dict[int, int]]:
    kept: dict[int, int] = {}
    fell_out: dict[int, dict[Reason, int]] = {}
    received: dict[int, int] = {}
    for source, reason, count, size in connection.execute(
        "SELECT source_id, reason, count(*), sum(received) FROM image GROUP BY source_id, reason"
    ):
        received[source] = received.get(source, 0) + size
        if reason is None:
            kept[source] = count
        else:
            fell_out.setdefault(source, {})[Reason(reason)] = count
    return kept, fell_out, received


def host_funnels(connection: sqlite3.Connection, source_id: SourceId) -> list[HostFunnel]:
    """Return the source's funnel by the host that each picture was asked of, the largest first."""
    waiting = dict(
        connection.execute(
            f"SELECT host, count(*) FROM wanted WHERE source_id = ? AND {_NOT_SETTLED} GROUP BY host", (source_id,)
        ).fetchall()
    )
    counts: dict[str, dict[Reason | None, int]] = {host: {} for host in waiting}
    received: dict[str, int] = {}
    for host, reason, count, size in connection.execute(
        "SELECT host, reason, count(*), sum(received) FROM image WHERE source_id = ? GROUP BY host, reason",
        (source_id,),
    ):
        counts.setdefault(host, {})[Reason(reason) if reason else None] = count
        received[host] = received.get(host, 0) + size
    funnels = [
        HostFunnel(
            host=host,
            found=sum(of_host.values()) + waiting.get(host, 0),
            kept=of_host.get(None, 0),
            fell_out={reason: count for reason, count in of_host.items() if reason is not None},
            waiting=waiting.get(host, 0),
            received=received.get(host, 0),
        )
        for host, of_host in counts.items()
    ]
    return sorted(funnels, key=lambda one: (-one.found, one.host))
