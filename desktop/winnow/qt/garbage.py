"""Python's cycles, freed where nothing can be hurt: on the GUI thread, between two events.

Python looks for cycles whenever enough objects were made, on whatever thread
made the last of them. A widget in a cycle is then freed on a job's thread, or
in the middle of a paint event; both end the process. In a window's process the
search is therefore switched off and done by a timer.

A search takes as long as there are objects, and the modules and rooms that a
project needs are a hundred thousand, which all stay until another project is
opened: to look at them again and again would make the window late each time.
They are set aside when they are made.
"""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Slot

if TYPE_CHECKING:
    from winnow.qt.main_window import MainWindow

_EVERY_MS = 500
_OFTEN, _SELDOM = 10, 40
"""How many rounds of a generation make one of the next: Python's own manner, in half seconds."""


class GarbageCollector(QObject):
    """Frees cycles from the event loop as long as it lives; after `end` Python does it by itself again."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rounds = 0
        self._is_much_new = self._is_much_gone = False
        gc.disable()
        timer = QTimer(self)
        timer.timeout.connect(self.collect)
        timer.start(_EVERY_MS)

    def follow(self, window: MainWindow) -> None:
        """Set aside what *window* makes for good, and look at that again when that is gone."""
        window.room_made.connect(self._note_made)
        window.rooms_dropped.connect(self._note_dropped, Qt.ConnectionType.QueuedConnection)
        window.destroyed.connect(self._note_dropped)

    @Slot()
    def collect(self) -> None:
        """Free the cycles of the youngest objects, seldom those of all that are not set aside."""
        self._rounds += 1
        if self._is_much_gone:
            gc.unfreeze()
            gc.collect()
        elif not self._is_much_new:
            gc.collect(2 if self._rounds % (_OFTEN * _SELDOM) == 0 else 1 if self._rounds % _OFTEN == 0 else 0)
        if self._is_much_new or self._is_much_gone:
            gc.freeze()
        self._is_much_new = self._is_much_gone = False

    @Slot()
    def end(self) -> None:
        """Let Python free cycles whenever it likes: the window is gone."""
        gc.unfreeze()
        gc.enable()

    @Slot()
    def _note_made(self) -> None:
        self._is_much_new = True

    @Slot()
    def _note_dropped(self) -> None:
        self._is_much_gone = True
