"""Measures and lets go of what can be made again, off the GUI thread, with a project or without one."""

from __future__ import annotations

import logging
import threading

from PySide6.QtCore import QObject, Qt, Signal, Slot

log = logging.getLogger(__name__)

_END_S = 10.0


class CacheKeeper(QObject):
    """One piece of work at a time; the last that was asked for is told of."""

    measured = Signal(object)  # Cached: how much there is now
    failed = Signal(object)  # OSError: not all could be removed
    _came = Signal(int, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None
        self._asked = 0
        self._came.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def keep_within(self) -> None:
        """Measure, and let the oldest go that is more than the person allows."""
        self._begin(clear=False)

    def clear(self) -> None:
        """Remove all that is not in use, and measure."""
        self._begin(clear=True)

    def end(self) -> None:
        """Tell nothing more; waits for the file that is being removed."""
        self._asked += 1
        self._stop.set()
        if self._thread is not None:
            self._thread.join(_END_S)
            self._thread = None

    def _begin(self, clear: bool) -> None:
        self.end()
        self._stop = threading.Event()
        self._thread = threading.Thread(
            target=self._work, args=(self._asked, clear, self._stop), name="winnow-cache", daemon=True
        )
        self._thread.start()

    def _work(self, asked: int, clear: bool, stop: threading.Event) -> None:
        # Not needed for the window's first paint.
        from winnow.app.cached import Cached, cleared, kept_within

        try:
            for event in cleared() if clear else kept_within():
                if stop.is_set():
                    return
                if isinstance(event, Cached):
                    self._came.emit(asked, event)
        except OSError as error:
            log.info("the cache was not cleared: %s", error)
            self._came.emit(asked, error)

    @Slot(int, object)
    def _tell(self, asked: int, what: object) -> None:
        if asked == self._asked:
            (self.failed if isinstance(what, OSError) else self.measured).emit(what)
