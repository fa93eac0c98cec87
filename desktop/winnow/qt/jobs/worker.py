"""One job on one QThread."""

from __future__ import annotations

import logging
import threading

from PySide6.QtCore import QObject, Signal, Slot

from winnow.app.jobs import Job, run_inline

log = logging.getLogger(__name__)


class Worker(QObject):
    """Iterates a job off the GUI thread.

    Stopping is cooperative: it takes effect at the next event, and closes the
    generator there, so its ``finally`` blocks run on the worker's thread.
    Pausing holds the generator where it is.
    """

    stepped = Signal(object)  # whatever the generator yields
    ended = Signal(object)  # Done | Stopped | Failed, exactly once, after the last `stepped`

    def __init__(self, job: Job) -> None:
        super().__init__()  # no parent: it is moved to another thread
        self._job = job
        self._stop = threading.Event()
        self._go = threading.Event()
        self._go.set()

    def stop(self) -> None:
        """Ask it to end. Safe from any thread, and more than once."""
        self._stop.set()
        self._go.set()

    def pause(self) -> None:
        """Hold it at its next event."""
        self._go.clear()

    def resume(self) -> None:
        """Let it go on."""
        self._go.set()

    @Slot()
    def run(self) -> None:
        self.ended.emit(run_inline(self._job, self._step, self._stop.is_set))

    def _step(self, event: object) -> None:
        self.stepped.emit(event)
        self._go.wait()
