"""The command about frames."""

from __future__ import annotations

from dataclasses import dataclass

from winnow.app.commands.command import Command, journalled
from winnow.domain.ids import ImageId
from winnow.store import frames
from winnow.store.database import Tx
from winnow.store.frames import StoredFrame


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
