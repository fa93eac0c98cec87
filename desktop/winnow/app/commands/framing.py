"""Commands about frames."""

from __future__ import annotations

from dataclasses import dataclass

from winnow.app.commands.command import Command, journalled
from winnow.domain.frame import Framing, StoredFrame
from winnow.domain.ids import ImageId
from winnow.store import frames
from winnow.store.database import Tx


@journalled
@dataclass(frozen=True, slots=True)
class SetFrames:
    """Put *frames* in place of those a picture has; none means the whole picture."""

    image_id: int
    frames: tuple[StoredFrame, ...]
    accepted: bool = True

    def apply(self, tx: Tx) -> Command:
        image = ImageId(self.image_id)
        old = SetFrames(image, frames.frames_of(tx.connection, image), frames.is_accepted(tx.connection, image))
        frames.replace(tx, image, self.frames, self.accepted)
        return old

    def count(self) -> int:
        return 1


@journalled
@dataclass(frozen=True, slots=True)
class SetManyFrames:
    """Put frames in place of those that several pictures have, in one step for undo."""

    wanted: dict[ImageId, Framing]

    def apply(self, tx: Tx) -> Command:
        old = {image: frames.framing_of(tx.connection, image) for image in self.wanted}
        for image, framing in self.wanted.items():
            frames.replace(tx, image, framing.frames, framing.accepted)
        return SetManyFrames(old)

    def count(self) -> int:
        return len(self.wanted)
