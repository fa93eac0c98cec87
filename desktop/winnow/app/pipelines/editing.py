"""A picture on the canvas: its pixels, its draft, what is suggested for it, and what the person accepts."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from winnow.app.commands.framing import SetFrames
from winnow.app.session import Session
from winnow.domain.fit import Fit
from winnow.domain.frame import Content, Draft, Frame, StoredFrame
from winnow.domain.ids import ImageId, LabelId
from winnow.domain.reshaping import shaped
from winnow.store import frames, images
from winnow.store.database import Reader
from winnow.vision.borders import content_box
from winnow.vision.decoder import Decoder
from winnow.vision.framing import cut, views
from winnow.vision.subject import find_subject

Pixels = npt.NDArray[np.uint8]

CANVAS_EDGE_PX = 1200
"""The canvas shows a copy whose shorter side is about this first, or the whole of a smaller picture."""

SURE = 0.5
"""A tile with less of a subject in it is left out."""


@dataclass(frozen=True, slots=True, eq=False)
class EditPicture:
    """What the canvas shows: (H, W, 3) uint8 pixels of the upright picture, perhaps reduced, and its frames."""

    id: int
    file: str
    pixels: Pixels
    full_size: tuple[int, int]
    label_id: LabelId | None
    """That of the picture, which frames without one of their own have."""
    stored: tuple[StoredFrame, ...]
    """The accepted frames; at least one."""
    draft: Draft | None
    """What was drafted here before and not accepted."""

    @property
    def is_whole(self) -> bool:
        """Whether no pixel was left out."""
        return (self.pixels.shape[1], self.pixels.shape[0]) == self.full_size


def load_picture(session: Session, decoder: Decoder, image: int) -> EditPicture:
    """Decode a picture for the canvas; a picture without frames gets the whole one.

    Raises:
        OriginalMissing, PictureRefused: the file is not what it was.
    """
    number = ImageId(image)
    sha256, kind, width, height = session.ask(images.original_of, number)
    file, label = session.ask(_named, number)
    stored = session.ask(frames.frames_of, number) or (StoredFrame(Frame.whole(width, height)),)
    pixels, _scale = decoder.pixels(session.originals.read(sha256, kind), CANVAS_EDGE_PX)
    return EditPicture(image, file, pixels, (width, height), label, stored, session.ask(frames.draft_of, number))


def whole_pixels(session: Session, decoder: Decoder, image: int) -> Pixels:
    """Return all pixels of a picture, (H, W, 3) uint8, as training and export read them.

    Raises:
        OriginalMissing, PictureRefused: the file is not what it was.
    """
    sha256, kind, _width, _height = session.ask(images.original_of, ImageId(image))
    return decoder.pixels(session.originals.read(sha256, kind))[0]


def network_views(pixels: Pixels, frame: Frame, how: Fit) -> list[Pixels]:
    """Return all that the network gets of *frame*, (S, S, 3) uint8 each, as `FrameDataset` without augmentation.

    With tiles it looks at several squares; otherwise there is one.

    Args:
        pixels: The whole picture, not a reduced one.
        frame: In its pixels.
        how: As in the run's recipe.
    """
    is_whole = frame.is_whole(pixels.shape[1], pixels.shape[0])
    return views(pixels if is_whole else cut(pixels, frame), how)


def accept_frames(session: Session, decoder: Decoder, image: int, wanted: Sequence[StoredFrame]) -> int:
    """Put *wanted* in the place of a picture's frames, with its thumbnail; return the picture's id."""
    sha256, kind, width, height = session.ask(images.original_of, ImageId(image))
    first = wanted[0].frame
    if not first.is_whole(width, height):
        # Before the command: the grids ask for it as soon as they hear of the change.
        thumbnail = decoder.frame_thumbnail(session.originals.read(sha256, kind), first)
        session.thumbnails.put([(Content(sha256, first).key(), thumbnail)])
    session.do(SetFrames(image, tuple(wanted))).result()
    return image


def keep_draft(session: Session, image: int, draft: Draft | None) -> Future[None]:
    """Remember what is being drafted, so that a crash does not lose it (None: nothing is); done when it is safe."""
    return session.record(lambda tx: frames.keep_draft(tx, ImageId(image), draft))


def suggest_subject(pixels: Pixels, full_size: tuple[int, int], like: Frame, aspect: float | None = None) -> Frame:
    """Return a frame around the salient part of the picture, with the fill and flips of *like*, upright.

    Args:
        pixels: The picture, perhaps reduced from *full_size*, (width, height).
        aspect: Width divided by height to give it; None leaves it as found.
    """
    left, top, right, bottom = find_subject(pixels).box_in(*full_size)
    found = replace(like, left=left, top=top, right=right, bottom=bottom, angle=0.0)
    return found if aspect is None else shaped(found, aspect, full_size)


def suggest_trim(pixels: Pixels, full_size: tuple[int, int], like: Frame) -> Frame | None:
    """Return a frame without the picture's uniform borders; None where it has none.

    *pixels* may be reduced from *full_size*, (width, height): then the frame lies a pixel inside what is seen.
    """
    height, width = pixels.shape[:2]
    left, top, right, bottom = content_box(pixels)
    if (left, top, right, bottom) == (0, 0, width, height):
        return None
    across, down = full_size[0] / width, full_size[1] / height
    box = (round(left * across), round(top * down), round(right * across), round(bottom * down))
    return replace(
        like, left=box[0], top=box[1], right=max(box[2], box[0] + 1), bottom=max(box[3], box[1] + 1), angle=0
    )


def tile_scores(pixels: Pixels, full_size: tuple[int, int], tiles: Sequence[Frame]) -> tuple[float, ...]:
    """Return for each of *tiles* how sure it is that the subject reaches into it, 0 to 1."""
    found = find_subject(pixels)
    width, height = full_size
    return tuple(
        found.presence((one.left / width, one.top / height, one.right / width, one.bottom / height)) for one in tiles
    )


def _named(connection: Reader, image: ImageId) -> tuple[str, LabelId | None]:
    row = connection.execute("SELECT file, label_id FROM image WHERE id = ?", (image,)).fetchone()
    return row[0], row[1]
