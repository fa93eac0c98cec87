"""Runs that wait for their turn: kept, so that they outlive the window that they were asked for in."""

from __future__ import annotations

import sqlite3

from winnow.base.codec import to_json
from winnow.domain.run import WaitingRun
from winnow.store import settings
from winnow.store.database import Tx

_WAITING = "waiting_runs"


def waiting(connection: sqlite3.Connection) -> tuple[WaitingRun, ...]:
    """Return what waits, the next first."""
    return settings.kept(connection, _WAITING, tuple[WaitingRun, ...], ())


def set_waiting(tx: Tx, wanted: tuple[WaitingRun, ...]) -> None:
    """Let *wanted* wait, and nothing else."""
    settings.put(tx.connection, _WAITING, to_json(wanted) if wanted else None)
