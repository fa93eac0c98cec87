"""Zoomed in far enough, the points are the pictures themselves."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QObject, QPointF, Signal, Slot
from PySide6.QtGui import QPainter

from winnow.qt.grid.loader import Read, Thumb, ThumbnailLoader
from winnow.qt.grid.pixmaps import Pixmaps
from winnow.qt.map.geometry import Places

_EDGE_PX = 44
_MOST = 120
"""With more points in view they would lie over each other."""


class NearPictures(QObject):
    """Thumbnails of the points in view, once these are few."""

    arrived = Signal()

    def __init__(self, read: Read, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read = read
        self._loader: ThumbnailLoader | None = None
        self._keys: npt.NDArray[np.uint8] = np.empty((0, 32), np.uint8)
        self._pixmaps = Pixmaps()
        self._wanted: tuple[bytes, ...] = ()
        self._ratio = 1.0

    def show_keys(self, keys: npt.NDArray[np.uint8]) -> None:
        """Take the content keys of the points, (n, 32)."""
        self._keys = keys

    @Slot()
    def close(self) -> None:
        """End the loading; another `draw` begins it again."""
        if self._loader is not None:
            self._loader.close()
            self._loader = None
        self._wanted = ()

    def draw(self, painter: QPainter, places: Places, width: int, height: int, ratio: float) -> None:
        """Draw the pictures of the points in view, if these are few enough."""
        seen = np.flatnonzero((places > 0).all(1) & (places[:, 0] < width) & (places[:, 1] < height))
        if not 0 < len(seen) <= _MOST or len(seen) == len(places):
            return
        edge = round(_EDGE_PX * ratio)
        keys = [self._keys[row].tobytes() for row in seen]
        missing = tuple(key for key in keys if self._pixmaps.is_wanted(key, edge))
        if missing and missing != self._wanted:
            self._wanted = missing
            self._ratio = ratio
            self._loading().want(missing, edge, ratio)
        for row, key in zip(seen, keys, strict=True):
            pixmap = self._pixmaps.get(key)
            if pixmap is not None and not pixmap.isNull():
                x, y = places[row].tolist()
                painter.drawPixmap(QPointF(x - _EDGE_PX / 2, y - _EDGE_PX / 2), pixmap)

    def _loading(self) -> ThumbnailLoader:
        if self._loader is None:
            self._loader = ThumbnailLoader(self._read, threads=1, parent=self)
            self._loader.delivered.connect(self._take)
        return self._loader

    @Slot(list)
    def _take(self, thumbs: list[Thumb]) -> None:
        for thumb in thumbs:
            self._pixmaps.put(thumb, self._ratio)
        self._wanted = ()
        self.arrived.emit()
