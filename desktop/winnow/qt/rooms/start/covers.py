"""The pictures on the cards of recent projects: read and decoded off the GUI thread, after the first paint."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal

from winnow.app.recent import pictures_of


class Covers(QObject):
    """Brings the pictures of projects, one project after the other; the last `load` counts."""

    loaded = Signal(object, object)  # Path of a project, a tuple of QImage
    _came = Signal(object, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._stop = threading.Event()
        self._telling = threading.Lock()
        self._came.connect(self.loaded, Qt.ConnectionType.QueuedConnection)

    def load(self, folders: Sequence[Path]) -> None:
        """Bring the pictures of the projects in *folders*."""
        self.end()
        self._stop = threading.Event()
        work = (tuple(folders), self._stop)
        threading.Thread(target=self._work, args=work, name="winnow-covers").start()

    def end(self) -> None:
        """Bring no more; returns at once."""
        with self._telling:
            self._stop.set()

    def _work(self, folders: tuple[Path, ...], stop: threading.Event) -> None:
        for folder in folders:
            jpegs = pictures_of(str(folder))
            if stop.is_set():
                return
            if jpegs:
                # Its libraries are not needed for the window's first paint.
                from winnow.qt.grid.thumbnail import whole

                images = tuple(whole(jpeg) for jpeg in jpegs)
                with self._telling:
                    if stop.is_set():
                        return
                    self._came.emit(folder, images)
