"""Filters that the person gave a name."""

from __future__ import annotations

import sqlite3

from winnow.domain.changes import Topic
from winnow.store.database import Tx


def all_filters(connection: sqlite3.Connection) -> dict[str, str]:
    """Return the expressions by their names, in alphabetical order."""
    return dict(connection.execute("SELECT name, expression FROM saved_filter ORDER BY name COLLATE NOCASE"))


def put(tx: Tx, name: str, expression: str | None) -> str | None:
    """Save *expression* as *name* (None: forget it); return what it was before."""
    before = tx.connection.execute("SELECT expression FROM saved_filter WHERE name = ?", (name,)).fetchone()
    if expression is None:
        tx.connection.execute("DELETE FROM saved_filter WHERE name = ?", (name,))
    else:
        tx.connection.execute(
            "INSERT INTO saved_filter (name, expression) VALUES (?, ?)"
            " ON CONFLICT (name) DO UPDATE SET expression = excluded.expression",
            (name, expression),
        )
    tx.touch(Topic.FILTERS)
    return None if before is None else str(before[0])
