"""Frames set by numbers."""

from __future__ import annotations

from winnow.app.commands.framing import SetFrames
from winnow.app.queries.lookup import label_called
from winnow.app.session import Session
from winnow.domain.frame import Frame
from winnow.domain.ids import ImageId
from winnow.store import frames, images
from winnow.store.frames import StoredFrame


def set_frame(
    session: Session, image: ImageId, frame: Frame, label: str | None = None, add: bool = False
) -> tuple[StoredFrame, ...]:
    """Give a picture the frame *frame*, with a label of its own if *label* names one; return all its frames.

    With *add* it comes after those the picture has, otherwise in their place.

    Raises:
        ItemUnknown, LabelUnknown: there is no such picture or label.
    """
    _sha256, _format, width, height = session.ask(images.original_of, image)
    chosen = None if label is None else session.ask(label_called, label).id
    before: tuple[StoredFrame, ...] = ()
    if add:
        before = session.ask(frames.frames_of, image) or (StoredFrame(Frame.whole(width, height)),)
    session.do(SetFrames(image, (*before, StoredFrame(frame, chosen)))).result()
    return session.ask(frames.frames_of, image)
