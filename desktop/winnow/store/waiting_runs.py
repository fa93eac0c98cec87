"""Runs that wait for their turn: kept, so that they outlive the window that they were asked for in."""

from __future__ import annotations

import sqlite3

from winnow.base.codec import from_json, to_json
from winnow.domain.run import WaitingRun
from winnow.store import settings
from winnow.store.database import Tx

_WAITING = "waiting_runs"


def waiting(connection: sqlite3.Connection) -> tuple[WaitingRun, ...]:
    """Return what waits, the next first."""
    text = settings.get(connection, _WAITING)
    return () if text is None else from_json(tuple[WaitingRun, ...], text)


def set_waiting(tx: Tx, wanted: tuple[WaitingRun, ...]) -> None:
    """Let *wanted* wait, and nothing else."""
    settings.put(tx.connection, _WAITING, to_json(wanted) if wanted else None)
