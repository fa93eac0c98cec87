"""Pictures as they came, and the account of what did not come through."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from winnow.app.grid_rows import GridRows, Mark, Section, content_keys
from winnow.domain.ids import SourceId
from winnow.domain.source import HostFunnel, Source
from winnow.store import sources
from winnow.store.database import Reader


@dataclass(frozen=True, slots=True)
class Arrivals:
    """The kept pictures of one source (None: of all), newest first, and every source that has a card."""

    rows: GridRows
    sources: tuple[Source, ...]


def arrivals(connection: Reader, source_id: int | None = None) -> Arrivals:
    """Return what Collect shows."""
    rows = connection.execute(
        "SELECT id, content_key, state, file FROM image WHERE state <> 'fell_out' AND (? IS NULL OR source_id = ?)"
        " ORDER BY id DESC",
        (source_id, source_id),
    ).fetchall()
    marks = np.array([Mark.REJECTED if row[2] == "rejected" else 0 for row in rows], np.uint8)
    grid = GridRows(
        ids=np.array([row[0] for row in rows], np.int64),
        keys=content_keys([row[1] for row in rows]),
        labels=np.full(len(rows), -1, np.int32),
        marks=marks,
        sections=(Section("all", "", 0, len(rows)),),
        names=tuple(row[3] for row in rows),
    )
    return Arrivals(grid, tuple(one for one in sources.all_sources(connection) if not one.hidden))


def by_host(connection: Reader, source_id: SourceId) -> tuple[HostFunnel, ...]:
    """Return one source's funnel by host, the largest first; files that no host was asked for have the host ""."""
    return tuple(sources.host_funnels(connection, source_id))
