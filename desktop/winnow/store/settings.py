"""The project's own small facts, by name."""

from __future__ import annotations

import sqlite3

CURRENT_CLUSTERING = "current_clustering"
CURRENT_SPLIT = "current_split"
NAME = "name"


def get(connection: sqlite3.Connection, name: str) -> str | None:
    """Return the value of *name*, or None where it was never put."""
    row = connection.execute("SELECT value FROM setting WHERE name = ?", (name,)).fetchone()
    return None if row is None else str(row[0])


def put(connection: sqlite3.Connection, name: str, value: str | None) -> None:
    """Store *value*; None removes it."""
    if value is None:
        connection.execute("DELETE FROM setting WHERE name = ?", (name,))
    else:
        connection.execute("INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)", (name, value))
