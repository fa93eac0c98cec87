"""Watches the event loop: whatever holds it up is logged with what the GUI thread was doing."""

from __future__ import annotations

import logging
import sys
import threading
import time
import traceback

from PySide6.QtCore import QObject, Qt, QTimer, Slot

log = logging.getLogger(__name__)

STALL_S = 0.2
_BEAT_MS = 50
_LINES = 12
"""How many calls of the stack are told, innermost last."""


class Watchdog(QObject):
    """A timer of the GUI thread beats, a thread of its own listens; make it on the GUI thread, and `end` it."""

    def __init__(self, parent: QObject | None = None, stall_s: float = STALL_S) -> None:
        super().__init__(parent)
        self._stall_s = stall_s
        self._watched = threading.get_ident()
        self._beat_at = time.monotonic()
        self._ended = threading.Event()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start(_BEAT_MS)
        self._thread = threading.Thread(target=self._listen, name="winnow-watchdog", daemon=True)
        self._thread.start()

    @Slot()
    def end(self) -> None:
        """Watch no more: the event loop ends."""
        self._timer.stop()
        self._ended.set()
        self._thread.join()

    @Slot()
    def _beat(self) -> None:
        self._beat_at = time.monotonic()

    def _listen(self) -> None:
        told, where = 0.0, ""
        while not self._ended.wait(_BEAT_MS / 1000):
            beat = self._beat_at
            if where and beat != told:
                log.warning("the window stood still for %.0f ms; half way it was in %s", (beat - told) * 1000, where)
                where = ""
            elif not where and time.monotonic() - beat > self._stall_s:
                told, where = beat, self._where()
        if where:
            log.warning("the window stood still when it was closed, in %s", where)

    def _where(self) -> str:
        """Return the calls that the GUI thread is in, in one line."""
        frame = sys._current_frames().get(self._watched)
        if frame is None:
            return "a thread that has ended"
        calls = traceback.extract_stack(frame)[-_LINES:]
        return " > ".join(f"{call.filename}:{call.lineno} {call.name}" for call in calls)
