"""The draft of one picture's frames: what is done to it, back and again, until it is accepted."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from winnow.app.pipelines.editing import EditPicture
from winnow.domain.frame import Draft, Frame, StoredFrame
from winnow.domain.ids import LabelId

_REST_MS = 250
_MOST_STEPS = 200


class Drafting(QObject):
    """Holds the frames that somebody is working on. A drag is one step to take back, however long it was."""

    changed = Signal()  # the frames, or which is active
    settled = Signal()  # nothing changed for a moment: time to remember it

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._picture: EditPicture | None = None
        self._now = Draft(())
        self._past: list[Draft] = []
        self._future: list[Draft] = []
        self._resting = Draft(())
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_REST_MS)
        self._soon.timeout.connect(self._settle)

    @property
    def frames(self) -> tuple[StoredFrame, ...]:
        """All frames, in order."""
        return self._now.frames

    @property
    def active(self) -> int:
        """Which of them is in hand."""
        return self._now.active

    @property
    def frame(self) -> Frame | None:
        """The one in hand."""
        return self.frames[self.active].frame if self.frames else None

    @property
    def is_dirty(self) -> bool:
        """Whether the frames differ from what was accepted."""
        return self._picture is not None and self.frames != self._picture.stored

    @property
    def kept(self) -> Draft | None:
        """What to remember over a crash: nothing where nothing was changed."""
        return self._now if self.is_dirty else None

    @property
    def is_begun(self) -> bool:
        """Whether a picture is being worked on."""
        return self._picture is not None

    @property
    def full_size(self) -> tuple[int, int] | None:
        """Width and height of the picture, None where there is none."""
        return None if self._picture is None else self._picture.full_size

    @property
    def steps(self) -> tuple[bool, bool]:
        """Whether there is a step to take back, and one to do again."""
        return bool(self._past) or self._now.frames != self._resting.frames, bool(self._future)

    def begin(self, picture: EditPicture, draft: Draft | None = None) -> None:
        """Draft the frames of *picture*, going on with *draft* where one was left: that is one step to take back."""
        self._soon.stop()
        self._picture = picture
        draft = draft or Draft(picture.stored)
        self._now = self._resting = dataclasses.replace(draft, active=min(draft.active, len(draft.frames) - 1))
        stored = Draft(picture.stored)
        self._past, self._future = [stored] if draft.frames != stored.frames else [], []
        self.changed.emit()

    def end(self) -> None:
        """Work on nothing: the frames were accepted, or the picture is gone."""
        self._soon.stop()
        self._picture = None
        self._resting = self._now
        self._past, self._future = [], []

    def rest(self) -> None:
        """Take what changed as a step now."""
        if self._soon.isActive():
            self._settle()

    def put(self, frame: Frame, origin: str | None = None) -> None:
        """Give the active frame another shape; *origin* says what suggested it (None: a hand, as before)."""
        if not self.frames or frame == self.frame:
            return
        one = self.frames[self.active]
        kept = one.origin if origin is None else origin
        self._replace(dataclasses.replace(one, frame=frame, origin=kept))

    def label(self, label: LabelId | None) -> None:
        """Give the active frame a label of its own (None: the picture's)."""
        if self.frames:
            self._replace(dataclasses.replace(self.frames[self.active], label_id=label))
            self._settle()

    @Slot(int)
    def pick(self, at: int) -> None:
        """Take another frame in hand."""
        if 0 <= at < len(self.frames) and at != self.active:
            self._settle()
            self._now = self._resting = dataclasses.replace(self._now, active=at)
            self.changed.emit()

    def replace_all(self, frames: Sequence[StoredFrame], active: int = 0) -> None:
        """Draft *frames*, the one at *active* in hand: one step to take back."""
        self._settle()
        self._now = Draft(tuple(frames), min(active, len(frames) - 1))
        self._settle()
        self.changed.emit()

    def cancel(self) -> None:
        """Draft what was accepted; that is a step to take back, too."""
        if self._picture is not None and self.is_dirty:
            self.replace_all(self._picture.stored, self.active)

    def step_back(self) -> None:
        """Take the last step back."""
        self._settle()
        self._step(self._past, self._future)

    def step_on(self) -> None:
        """Do the step again that was taken back last."""
        self._settle()
        self._step(self._future, self._past)

    def _step(self, source: list[Draft], other: list[Draft]) -> None:
        if source:
            other.append(self._now)
            self._now = self._resting = source.pop()
            self.settled.emit()
            self.changed.emit()

    def _replace(self, one: StoredFrame) -> None:
        at = self.active
        self._now = Draft((*self.frames[:at], one, *self.frames[at + 1 :]), at)
        self._soon.start()
        self.changed.emit()

    @Slot()
    def _settle(self) -> None:
        """Take what changed since the last rest as one step."""
        self._soon.stop()
        if self._now.frames == self._resting.frames:
            return
        self._past.append(self._resting)
        del self._past[:-_MOST_STEPS]
        self._future.clear()
        self._resting = self._now
        self.settled.emit()
