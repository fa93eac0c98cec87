"""Thumbnails for what is visible: newest wish first, read and decoded off the GUI thread."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal, Slot
from PySide6.QtGui import QImage

from winnow.base.errors import OutsideError
from winnow.qt.grid.thumbnail import square

_log = logging.getLogger(__name__)

Read = Callable[[list[bytes]], dict[bytes, bytes]]
"""Content keys in, the JPEGs of those that exist out; called on the loader's threads, several at once."""

_AT_ONCE = 12
"""Few enough that a new wish list is heard soon, enough that a read is shared."""


@dataclass(frozen=True, slots=True)
class Thumb:
    """An answer for one key: a picture, a null picture (broken), or None (there is no thumbnail yet)."""

    key: bytes
    edge_px: int
    image: QImage | None


class ThumbnailLoader(QObject):
    """Keeps one wish list; only what is still wished for is read and decoded.

    What was delivered but not yet taken by the GUI thread is not made again,
    and at most one delivery is pending, however many thumbnails it carries.
    """

    delivered = Signal(list)  # of Thumb, in the GUI thread
    _made = Signal()

    def __init__(self, read: Read, radius_px: int = 4, threads: int = 2, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read = read
        self._radius_px = radius_px
        self._ratio = 1.0
        self._news = threading.Condition()
        self._wishes: list[tuple[bytes, int]] = []
        self._busy: set[tuple[bytes, int]] = set()
        self._done: list[Thumb] = []
        self._closed = False
        self._made.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.close)
        self._threads = [threading.Thread(target=self._work, name=f"thumbnails-{n}") for n in range(threads)]
        for thread in self._threads:
            thread.start()

    def want(self, keys: Sequence[bytes], edge_px: int, ratio: float = 1.0) -> None:
        """Replace the wish list by *keys*, most wanted first, as squares of *edge_px* device pixels.

        Args:
            ratio: Device pixels in a logical one; the corners are as round on every screen.
        """
        with self._news:
            self._ratio = ratio
            self._wishes = [(key, edge_px) for key in keys if (key, edge_px) not in self._busy]
            self._news.notify_all()

    @Slot()
    def close(self) -> None:
        """End the threads and wait for them; nothing is delivered any more. May be called twice."""
        with self._news:
            self._closed = True
            self._wishes.clear()
            self._news.notify_all()
        for thread in self._threads:
            thread.join()

    def _work(self) -> None:
        while batch := self._next():
            found = self._found([key for key, _ in batch])
            made = [Thumb(key, edge, self._image(found.get(key), edge)) for key, edge in batch]
            with self._news:
                if self._closed:
                    return
                first = not self._done
                self._done += made
            if first:
                self._made.emit()

    def _next(self) -> list[tuple[bytes, int]]:
        """Wait for wishes and take some; empty when closed."""
        with self._news:
            while not self._wishes and not self._closed:
                self._news.wait()
            batch = self._wishes[:_AT_ONCE]
            del self._wishes[:_AT_ONCE]
            self._busy.update(batch)
            return batch

    def _found(self, keys: list[bytes]) -> dict[bytes, bytes]:
        try:
            return self._read(keys)
        except OutsideError as error:
            _log.warning("%d thumbnails could not be read: %s", len(keys), error)
            return {}

    def _image(self, jpeg: bytes | None, edge_px: int) -> QImage | None:
        return None if jpeg is None else square(jpeg, edge_px, max(1, round(self._radius_px * self._ratio)))

    @Slot()
    def _deliver(self) -> None:
        with self._news:
            done, self._done = self._done, []
            self._busy.difference_update((thumb.key, thumb.edge_px) for thumb in done)
        if done and not self._closed:
            self.delivered.emit(done)
