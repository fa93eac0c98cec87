"""What a crawl needs to go on where it was: pages, pictures that were named and are not settled, its plan."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from winnow.domain.changes import Topic
from winnow.domain.ids import SourceId
from winnow.domain.image import Reason
from winnow.domain.source import SourceState
from winnow.store.database import Tx
from winnow.store.errors import ItemUnknown


@dataclass(frozen=True, slots=True)
class WantedVisit:
    """A page that is to be read."""

    address: str
    depth: int
    host: str


@dataclass(frozen=True, slots=True)
class ReadVisit:
    """A page that was asked for: read (no *reason*), or not and why. *finds* is the crawl's own JSON.

    Not *is_page*: a style sheet, say, that belongs to one.
    """

    address: str
    depth: int
    host: str
    status: int = 0
    received: int = 0
    etag: str = ""
    last_modified: str = ""
    finds: str = ""
    reason: Reason | None = None
    detail: str = ""
    is_page: bool = True


@dataclass(frozen=True, slots=True)
class WantedPicture:
    """A picture that was named; *picture* is the crawl's own JSON."""

    address: str
    host: str
    picture: str


@dataclass(frozen=True, slots=True)
class FallenImage:
    """A picture that fell out; *provenance* is JSON."""

    address: str
    reason: Reason
    provenance: str
    file: str


def set_plan(tx: Tx, source_id: SourceId, plan: str) -> None:
    """Keep what the crawl is to do, in its own JSON."""
    tx.connection.execute("UPDATE source SET plan = ?, hidden = 0 WHERE id = ?", (plan, source_id))
    tx.touch(Topic.SOURCES)


def plan_of(connection: sqlite3.Connection, source_id: SourceId) -> tuple[str, SourceState]:
    """Return what `set_plan` kept ("" for a source without one), and the source's state.

    Raises:
        ItemUnknown: there is no such source.
    """
    row = connection.execute("SELECT plan, state FROM source WHERE id = ?", (source_id,)).fetchone()
    if row is None:
        raise ItemUnknown("source", source_id)
    return row[0], SourceState(row[1])


def want(tx: Tx, source_id: SourceId, visits: Iterable[WantedVisit], pictures: Iterable[WantedPicture]) -> None:
    """Keep what was named, until it is settled."""
    tx.connection.executemany(
        "INSERT OR IGNORE INTO visit (source_id, address, depth, host, state) VALUES (?, ?, ?, ?, 'wanted')",
        [(source_id, one.address, one.depth, one.host) for one in visits],
    )
    new = 0
    for one in pictures:
        row = {"id": source_id, "address": one.address, "host": one.host, "picture": one.picture}
        inserted = tx.connection.execute(
            "INSERT OR IGNORE INTO wanted (source_id, address, host, picture) VALUES (:id, :address, :host, :picture)",
            row,
        )
        # What is wanted once more was counted when it was found first.
        new += (
            inserted.rowcount > 0
            and not tx.connection.execute(
                "SELECT 1 FROM image WHERE source_id = :id AND address = :address", row
            ).fetchone()
        )
    tx.connection.execute("UPDATE source SET found = found + ? WHERE id = ?", (new, source_id))
    tx.touch(Topic.SOURCES)


def settle_visit(tx: Tx, source_id: SourceId, visit: ReadVisit) -> None:
    """Record that a page was read, or that it will not be."""
    state = "missed" if visit.reason is not None else "read" if visit.is_page else "read beside"
    tx.connection.execute(
        "INSERT INTO visit (source_id, address, depth, host, state, reason, detail, status, received, etag,"
        " last_modified, finds) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (source_id, address) DO UPDATE"
        " SET state = excluded.state, reason = excluded.reason, detail = excluded.detail, status = excluded.status,"
        " received = received + excluded.received, etag = excluded.etag, last_modified = excluded.last_modified,"
        " finds = excluded.finds",
        (
            source_id,
            visit.address,
            visit.depth,
            visit.host,
            state,
            visit.reason and visit.reason.value,
            visit.detail,
            visit.status,
            visit.received,
            visit.etag,
            visit.last_modified,
            visit.finds,
        ),
    )
    tx.touch(Topic.SOURCES)


def drop_wanted(tx: Tx, source_id: SourceId, address: str) -> None:
    """Forget that a picture was to be asked for again: what is known of it still holds."""
    tx.connection.execute("DELETE FROM wanted WHERE source_id = ? AND address = ?", (source_id, address))


def reopen_visits(tx: Tx, source_id: SourceId) -> None:
    """Have every page asked for again; what is known of it stays, to be compared."""
    tx.connection.execute("UPDATE visit SET state = 'wanted' WHERE source_id = ?", (source_id,))
    tx.touch(Topic.SOURCES)


def reopen_missed_visits(tx: Tx, source_id: SourceId, reasons: Collection[Reason] = tuple(Reason)) -> None:
    """Have the pages asked for again that could not be read, for one of *reasons*."""
    marks = ", ".join("?" for _ in reasons)
    tx.connection.execute(
        f"UPDATE visit SET state = 'wanted' WHERE source_id = ? AND state = 'missed' AND reason IN ({marks})",
        (source_id, *(reason.value for reason in reasons)),
    )
    tx.touch(Topic.SOURCES)


def wanted_visits(connection: sqlite3.Connection, source_id: SourceId) -> list[WantedVisit]:
    """Return the pages that are to be read, in the order in which they were named."""
    rows = connection.execute(
        "SELECT address, depth, host FROM visit WHERE source_id = ? AND state = 'wanted' ORDER BY depth, id",
        (source_id,),
    )
    return [WantedVisit(*row) for row in rows]


def settled_visits(connection: sqlite3.Connection, source_id: SourceId) -> set[str]:
    """Return the addresses of pages that were read, or will not be."""
    rows = connection.execute("SELECT address FROM visit WHERE source_id = ? AND state <> 'wanted'", (source_id,))
    return {row[0] for row in rows}


def visit_validators(connection: sqlite3.Connection, source_id: SourceId, address: str) -> tuple[str, str]:
    """Return (ETag, Last-Modified) of a page that was read before, "" where there is none."""
    row = connection.execute(
        "SELECT etag, last_modified FROM visit WHERE source_id = ? AND address = ? AND finds <> ''",
        (source_id, address),
    ).fetchone()
    return (row[0], row[1]) if row else ("", "")


def visit_finds(connection: sqlite3.Connection, source_id: SourceId, address: str) -> str:
    """Return what reading a page found, "" where it was not read."""
    row = connection.execute(
        "SELECT finds FROM visit WHERE source_id = ? AND address = ?", (source_id, address)
    ).fetchone()
    return row[0] if row else ""


def wanted_pictures(connection: sqlite3.Connection, source_id: SourceId) -> list[str]:
    """Return the pictures that are to be fetched, as their JSON, in the order in which they were named."""
    rows = connection.execute("SELECT picture FROM wanted WHERE source_id = ? ORDER BY id", (source_id,))
    return [row[0] for row in rows]


def fallen_images(connection: sqlite3.Connection, source_id: SourceId) -> list[FallenImage]:
    """Return every picture that fell out, in the order in which that was known."""
    rows = connection.execute(
        "SELECT address, reason, provenance, file FROM image WHERE source_id = ? AND state = 'fell_out' ORDER BY id",
        (source_id,),
    )
    return [FallenImage(row[0], Reason(row[1]), row[2], row[3]) for row in rows]


def found_addresses(connection: sqlite3.Connection, source_id: SourceId) -> set[str]:
    """Return the addresses of all pictures that count as found."""
    rows = connection.execute(
        "SELECT address FROM image WHERE source_id = :id UNION SELECT address FROM wanted WHERE source_id = :id",
        {"id": source_id},
    )
    return {row[0] for row in rows}
