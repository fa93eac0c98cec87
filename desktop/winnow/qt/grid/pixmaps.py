"""The thumbnails that can be painted at once: the last used, at cell size."""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtGui import QPixmap

from winnow.base.machine import preview_bytes
from winnow.qt.grid.loader import Thumb


class Pixmaps:
    """Squares by content key; the least recently used leave when *capacity_bytes* are full.

    None: as many as the person allows, asked anew each time.
    """

    def __init__(self, capacity_bytes: int | None = None) -> None:
        self._chosen_bytes = capacity_bytes
        self._bytes = 0
        self._kept: OrderedDict[bytes, QPixmap] = OrderedDict()
        self._absent: set[bytes] = set()

    def get(self, key: bytes) -> QPixmap | None:
        """Return the square of *key*: of another size after the cells were resized, null where it is broken."""
        found = self._kept.get(key)
        if found is not None:
            self._kept.move_to_end(key)
        return found

    def is_wanted(self, key: bytes, edge_px: int) -> bool:
        """Say whether the square of *key*, *edge_px* device pixels wide, should be loaded."""
        found = self._kept.get(key)
        if found is None:
            return key not in self._absent
        return not found.isNull() and found.width() != edge_px

    def put(self, thumb: Thumb, ratio: float) -> None:
        """Keep what the loader brought; *ratio* is device pixels in a logical one."""
        if thumb.image is None:
            self._absent.add(thumb.key)
            return
        pixmap = QPixmap.fromImage(thumb.image) if not thumb.image.isNull() else QPixmap()
        pixmap.setDevicePixelRatio(ratio)
        old = self._kept.pop(thumb.key, None)
        self._bytes += _size(pixmap) - (_size(old) if old is not None else 0)
        self._kept[thumb.key] = pixmap
        capacity = preview_bytes() if self._chosen_bytes is None else self._chosen_bytes
        while self._bytes > capacity and len(self._kept) > 1:
            self._bytes -= _size(self._kept.popitem(last=False)[1])

    def ask_again(self) -> None:
        """Forget which keys had no thumbnail yet."""
        self._absent.clear()


def _size(pixmap: QPixmap) -> int:
    return 4 * pixmap.width() * pixmap.height()
