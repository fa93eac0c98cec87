"""A picture on the canvas, and the frame that is accepted there."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from winnow.app.commands.framing import SetFrames
from winnow.app.session import Session
from winnow.domain.frame import Content, Frame
from winnow.domain.ids import ImageId
from winnow.store import frames, images
from winnow.store.database import Reader
from winnow.store.frames import StoredFrame
from winnow.vision.decoder import Decoder

CANVAS_EDGE_PX = 1200
"""The canvas shows a copy whose shorter side is about this, or the whole of a smaller picture."""


@dataclass(frozen=True, slots=True)
class EditItem:
    """A picture that can be edited."""

    id: int
    file: str
    width: int
    height: int
    accepted: bool


@dataclass(frozen=True, slots=True, eq=False)
class EditPicture:
    """What the canvas shows: (H, W, 3) uint8 pixels of the upright picture, perhaps reduced, and its frames."""

    id: int
    pixels: npt.NDArray[np.uint8]
    full_size: tuple[int, int]
    frames: tuple[StoredFrame, ...]


def editable(connection: Reader) -> tuple[EditItem, ...]:
    """Return the kept pictures, the unedited ones too, in the order in which they came."""
    rows = connection.execute("SELECT id, file, width, height, accepted FROM image WHERE state = 'kept' ORDER BY id")
    return tuple(EditItem(row[0], row[1], row[2], row[3], bool(row[4])) for row in rows)


def load_picture(session: Session, decoder: Decoder, image: int) -> EditPicture:
    """Decode a picture for the canvas; a picture without frames gets the whole one.

    Raises:
        OriginalMissing, PictureRefused: the file is not what it was.
    """
    sha256, kind, width, height = session.ask(images.original_of, ImageId(image))
    stored = session.ask(frames.frames_of, ImageId(image)) or (StoredFrame(Frame.whole(width, height)),)
    pixels, _scale = decoder.pixels(session.originals.read(sha256, kind), CANVAS_EDGE_PX)
    return EditPicture(image, pixels, (width, height), stored)


def accept_frame(session: Session, decoder: Decoder, picture: EditPicture, at: int, frame: Frame) -> int:
    """Put *frame* in the place of the frame number *at*, with its thumbnail; return the picture's id."""
    sha256, kind, width, height = session.ask(images.original_of, ImageId(picture.id))
    changed = tuple(
        StoredFrame(frame, one.label_id) if index == at else one for index, one in enumerate(picture.frames)
    )
    first = changed[0].frame
    if not first.is_whole(width, height):
        # Before the command: the grids ask for it as soon as they hear of the change.
        thumbnail = decoder.frame_thumbnail(session.originals.read(sha256, kind), first)
        session.thumbnails.put([(Content(sha256, first).key(), thumbnail)])
    session.do(SetFrames(picture.id, changed)).result()
    return picture.id
