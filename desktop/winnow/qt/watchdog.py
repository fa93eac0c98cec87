"""Watches the event loop: whatever holds it up is logged with what the GUI thread was doing."""

from __future__ import annotations

import faulthandler
import logging
import re
import tempfile
import threading
import time

from PySide6.QtCore import QObject, Qt, QTimer, Slot

log = logging.getLogger(__name__)

STALL_S = 0.2
_BEAT_MS = 50
_LINES = 12
"""How many calls of the stack are told, innermost last."""
_CALL = re.compile(r'^  File "(.*)", line (\d+) in (.*)$', re.MULTILINE)


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
        # Not by its frames: whoever holds one keeps what is in it alive, and a painter that lives on after its paint
        # event, because it is looked at just then, ends the process at the next one.
        with tempfile.TemporaryFile() as file:
            faulthandler.dump_traceback(file, all_threads=True)
            file.seek(0)
            told = file.read().decode("ascii", "replace")
        ours = next((part for part in told.split("\n\n") if re.search(rf"0x0*{self._watched:x} ", part)), "")
        calls = _CALL.findall(ours)[:_LINES]
        return (
            " > ".join(f"{name}:{line} {function}" for name, line, function in reversed(calls)) or "no code of Python"
        )
