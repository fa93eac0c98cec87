"""The project's own small facts, by name."""

from __future__ import annotations

import logging
import sqlite3
from typing import TypeVar

from winnow.base.codec import from_json
from winnow.base.errors import ContractError

T = TypeVar("T")
log = logging.getLogger(__name__)

CURRENT_CLUSTERING = "current_clustering"
CURRENT_SPLIT = "current_split"
NAME = "name"


def get(connection: sqlite3.Connection, name: str) -> str | None:
    """Return the value of *name*, or None where it was never put."""
    row = connection.execute("SELECT value FROM setting WHERE name = ?", (name,)).fetchone()
    return None if row is None else str(row[0])


def number(connection: sqlite3.Connection, name: str) -> int | None:
    """Return the number *name*; None where it was never put, or is none."""
    value = get(connection, name)
    try:
        return None if value is None else int(value)
    except ValueError:
        log.warning("the setting %s of this project is no number, and is passed over", name)
        return None


def kept(connection: sqlite3.Connection, name: str, kind: type[T], otherwise: T) -> T:
    """Return *name* as a *kind*; *otherwise* where it was never put, or cannot be read: it can be chosen again."""
    value = get(connection, name)
    try:
        return otherwise if value is None else from_json(kind, value)
    except ContractError as error:
        log.warning("the setting %s of this project is passed over: %s", name, error)
        return otherwise


def put(connection: sqlite3.Connection, name: str, value: str | None) -> None:
    """Store *value*; None removes it."""
    if value is None:
        connection.execute("DELETE FROM setting WHERE name = ?", (name,))
    else:
        connection.execute("INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)", (name, value))
