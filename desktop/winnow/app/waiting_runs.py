"""Runs that wait for their turn, kept in the project so that they outlive the window that they were asked for in."""

from __future__ import annotations

from winnow.app.session import Session
from winnow.domain.run import WaitingRun
from winnow.store import waiting_runs
from winnow.store.database import Reader


def waiting(connection: Reader) -> tuple[WaitingRun, ...]:
    """Return what waits, the next first."""
    return waiting_runs.waiting(connection)


def keep_waiting(session: Session, wanted: tuple[WaitingRun, ...]) -> None:
    """Let *wanted* wait, and nothing else; returns at once, and is saved soon."""
    session.record(lambda tx: waiting_runs.set_waiting(tx, wanted))
