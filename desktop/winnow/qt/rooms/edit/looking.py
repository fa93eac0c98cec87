"""Keeps what the panel shows of the pixels up to date: the network's square and the rows' small pictures."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QImage

from winnow.domain.fit import Fit
from winnow.domain.frame import Frame
from winnow.qt.bridge import Bridge
from winnow.qt.rooms.edit.drafting import Drafting
from winnow.qt.rooms.edit.fetching import Loaded, Preview, Whole, miniatures, preview

_SOON_MS = 40
_REST_MS = 160


class Looking(QObject):
    """While a frame is moved the square is made from a small copy; at rest exactly, from all pixels."""

    previewed = Signal(object)  # Preview
    pictured = Signal(list)  # of QImage, one for each frame

    def __init__(self, bridge: Bridge, drafting: Drafting, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._drafting = drafting
        self._loaded: Loaded | None = None
        self._whole: Whole | None = None
        self.fit = Fit()
        self._soon, self._rest = QTimer(self), QTimer(self)
        for timer, ms in ((self._soon, _SOON_MS), (self._rest, _REST_MS)):
            timer.setSingleShot(True)
            timer.setInterval(ms)
        self._soon.timeout.connect(self._look_roughly)
        self._rest.timeout.connect(self._look_closely)
        drafting.changed.connect(self._begin)

    def show_loaded(self, loaded: Loaded | None) -> None:
        """Look at another picture; None: at nothing."""
        self._loaded, self._whole = loaded, None
        self._soon.stop()
        self._rest.stop()

    def show_whole(self, whole: Whole) -> None:
        """Have all pixels of it."""
        self._whole = whole
        self._rest.start()

    def show_fit(self, how: Fit) -> None:
        """Make squares like this from now on."""
        self.fit = how
        self._rest.start()

    @Slot()
    def _begin(self) -> None:
        if not self._soon.isActive():
            self._soon.start()
        self._rest.start()

    @Slot()
    def _look_roughly(self) -> None:
        frame = self._drafting.frame
        if self._loaded is None or frame is None or not self._rest.isActive():
            return
        self._ask(self._loaded.small, frame)

    @Slot()
    def _look_closely(self) -> None:
        frame = self._drafting.frame
        if self._loaded is None or frame is None:
            return
        self._ask(self._loaded.small if self._whole is None else self._whole.pixels, frame)
        frames = [one.frame for one in self._drafting.frames]
        size = self._loaded.picture.full_size
        self._bridge.fetch("edit-rows", self._picture, miniatures, self._loaded.small, size, frames)

    def _ask(self, pixels: object, frame: Frame) -> None:
        size = self._loaded.picture.full_size if self._loaded is not None else (1, 1)
        self._bridge.fetch("edit-preview", self._show, preview, pixels, size, frame, self.fit)

    def _show(self, found: Preview) -> None:
        self.previewed.emit(found)

    def _picture(self, images: list[QImage]) -> None:
        self.pictured.emit(images)
