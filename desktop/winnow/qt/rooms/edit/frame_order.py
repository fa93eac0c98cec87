"""What can be done to the list of a picture's frames: add, copy, take away, order."""

from __future__ import annotations

import dataclasses

from PySide6.QtCore import QObject, Slot

from winnow.domain.frame import Frame, StoredFrame
from winnow.domain.ids import LabelId
from winnow.qt.rooms.edit.drafting import Drafting

_ASIDE_PX = 24


class FrameOrder(QObject):
    """Changes the list that is drafted, a step to take back each."""

    def __init__(self, drafting: Drafting, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._drafting = drafting

    @Slot()
    def add(self, _checked: bool = False) -> None:
        """Add a frame of half the picture's sides, in its middle, and take it in hand."""
        size, like = self._drafting.full_size, self._drafting.frame
        if size is None or like is None:
            return
        left, top = size[0] // 4, size[1] // 4
        right, bottom = max(left + 1, size[0] - left), max(top + 1, size[1] - top)
        self._insert(StoredFrame(Frame(left, top, right, bottom, fill=like.fill)))

    @Slot()
    def duplicate(self, _checked: bool = False) -> None:
        """Add a copy of the active frame, a little aside, and take it in hand."""
        if not self._drafting.frames:
            return
        one = self._drafting.frames[self._drafting.active]
        aside = dataclasses.replace(
            one.frame,
            left=one.frame.left + _ASIDE_PX,
            top=one.frame.top + _ASIDE_PX,
            right=one.frame.right + _ASIDE_PX,
            bottom=one.frame.bottom + _ASIDE_PX,
        )
        self._insert(dataclasses.replace(one, frame=aside, origin=""))

    @Slot()
    def delete(self, _checked: bool = False) -> None:
        """Take the active frame away; after the last one the whole picture is left."""
        frames, active = self._drafting.frames, self._drafting.active
        left = frames[:active] + frames[active + 1 :]
        if left:
            self._drafting.replace_all(left, max(0, active - 1))
        else:
            self.reset()

    @Slot()
    def reset(self, _checked: bool = False) -> None:
        """Leave the one frame that covers the whole picture."""
        size = self._drafting.full_size
        if size is not None:
            self._drafting.replace_all((StoredFrame(Frame.whole(*size)),))

    @Slot(int)
    def move(self, by: int) -> None:
        """Put the active frame *by* places on; the first frame is what thumbnails show."""
        frames, to = list(self._drafting.frames), self._drafting.active + by
        if frames and 0 <= to < len(frames):
            frames.insert(to, frames.pop(self._drafting.active))
            self._drafting.replace_all(frames, to)

    @Slot()
    def earlier(self, _checked: bool = False) -> None:
        """Put the active frame a place earlier."""
        self.move(-1)

    @Slot()
    def later(self, _checked: bool = False) -> None:
        """Put the active frame a place later."""
        self.move(1)

    @Slot()
    def pick_next(self, _checked: bool = False) -> None:
        """Take the next frame in hand, after the last the first."""
        if self._drafting.frames:
            self._drafting.pick((self._drafting.active + 1) % len(self._drafting.frames))

    @Slot(int, object)
    def label_at(self, at: int, label: LabelId | None) -> None:
        """Take the frame *at* in hand and give it a label of its own (None: the picture's)."""
        self._drafting.pick(at)
        self._drafting.label(label)

    def _insert(self, one: StoredFrame) -> None:
        frames, at = self._drafting.frames, self._drafting.active + 1
        self._drafting.replace_all((*frames[:at], one, *frames[at:]), at)
