"""Backups while a project is open: on a thread of their own, every half hour in which something was done."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable

from winnow.app.session import Session
from winnow.base.clock import now_utc
from winnow.base.errors import OutsideError
from winnow.domain.backups import seconds_between
from winnow.store.backups import Backup, BackupStopped, mark_of, never
from winnow.store.errors import ProjectDamaged

log = logging.getLogger(__name__)

INTERVAL_S = 30 * 60.0
_FIRST_S = 20.0
"""The first is made once the window has settled, of what was done until the project was last closed."""
_RETRY_S = 5 * 60.0


class BackupKeeper:
    """Makes the backups of one session that are due, and keeps its ballast.

    Args:
        session: The project.
        damaged: Called on this thread when the project was found damaged; it ends then, so that
            no damaged state takes the place of a sound one.
        first_s: How long to wait at first.
    """

    def __init__(self, session: Session, damaged: Callable[[ProjectDamaged], None], first_s: float = _FIRST_S) -> None:
        self._session = session
        self._damaged = damaged
        self._wait_s = first_s
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="winnow-backups")

    def start(self) -> None:
        """Begin; once."""
        self._thread.start()

    def stop(self) -> None:
        """End, and call off what is being made; returns within a moment."""
        self._stopping.set()
        if self._thread.ident is not None:
            self._thread.join()

    def _run(self) -> None:
        while not self._stopping.wait(self._wait_s):
            self._keep_ballast()
            try:
                self._wait_s = back_up_if_due(self._session, is_stopping=self._stopping.is_set)
            except BackupStopped:
                return
            except ProjectDamaged as error:
                log.info("no backup was made: %s", error)
                self._damaged(error)
                return
            except OutsideError as error:
                # A full disk, one that was taken out: what is there stays, and it is tried again.
                log.info("no backup was made: %s", error)
                self._wait_s = _RETRY_S

    def _keep_ballast(self) -> None:
        try:
            self._session.keep_ballast()
        except OSError as error:
            log.info("no ballast is kept: %s", error)


def back_up_if_due(session: Session, interval_s: float = INTERVAL_S, is_stopping: Callable[[], bool] = never) -> float:
    """Make a backup if something was done since the last one and that is old enough; return seconds to the next look.

    Raises:
        ProjectDamaged, BackupFailed, BackupStopped: see `Backups.make`. ProjectUnreachable: the disk is gone.
    """
    newest = session.backups.newest()
    wait_s = _seconds_until_due(newest, interval_s)
    if wait_s > 0:
        return wait_s
    if newest is None or newest.about.mark != session.ask(mark_of):
        session.make_backup("regular", is_stopping)
    return interval_s


def _seconds_until_due(newest: Backup | None, interval_s: float) -> float:
    if newest is None:
        return 0.0
    age_s = seconds_between(newest.about.taken_at, now_utc())
    # A newest backup of the future tells of a clock that was set back, and not of its age.
    return interval_s - age_s if 0 <= age_s < interval_s else 0.0
