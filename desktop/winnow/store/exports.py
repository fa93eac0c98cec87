"""What was exported, when and where to."""

from __future__ import annotations

import sqlite3

from winnow.base.clock import now_utc
from winnow.domain.changes import Topic
from winnow.store.database import Tx


def add(tx: Tx, kind: str, folder: str, files: int) -> None:
    """Note a finished export of *kind* ('dataset', 'model' or 'report')."""
    tx.connection.execute(
        "INSERT INTO export (kind, folder, files, made_at) VALUES (?, ?, ?, ?)", (kind, folder, files, now_utc())
    )
    tx.touch(Topic.EXPORTS)


def all_exports(connection: sqlite3.Connection) -> list[tuple[str, str, int, str]]:
    """Return (kind, folder, files, time), newest first."""
    rows = connection.execute("SELECT kind, folder, files, made_at FROM export ORDER BY id DESC")
    return [(row[0], row[1], row[2], row[3]) for row in rows]
