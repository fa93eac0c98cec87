"""Python's cycles, freed where nothing can be hurt: on the GUI thread, between two events.

Python looks for cycles whenever enough objects were made, on whatever thread
made the last of them. A widget in a cycle is then freed on a job's thread, or
in the middle of a paint event; both end the process. In a window's process the
search is therefore switched off and done by a timer.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer, Slot

_EVERY_MS = 500
_OFTEN, _SELDOM = 10, 40
"""How many rounds of a generation make one of the next: Python's own manner, in half seconds."""


class GarbageCollector(QObject):
    """Frees cycles from the event loop as long as it lives; after `end` Python does it by itself again."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rounds = 0
        gc.disable()
        timer = QTimer(self)
        timer.timeout.connect(self.collect)
        timer.start(_EVERY_MS)

    @Slot()
    def collect(self) -> None:
        """Free the cycles of the youngest objects, seldom those of all."""
        self._rounds += 1
        generation = 2 if self._rounds % (_OFTEN * _SELDOM) == 0 else 1 if self._rounds % _OFTEN == 0 else 0
        gc.collect(generation)

    @Slot()
    def end(self) -> None:
        """Let Python free cycles whenever it likes: the window is gone."""
        gc.enable()
