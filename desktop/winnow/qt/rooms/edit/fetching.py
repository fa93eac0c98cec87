"""What Edit does off the GUI thread: pictures made ready to be painted, previews, suggestions."""

from __future__ import annotations

import math
import threading
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QImage

from winnow.app.pipelines.editing import EditPicture, Pixels, load_picture, network_views, whole_pixels
from winnow.app.session import Session
from winnow.base.errors import OutsideError, UserError
from winnow.domain.fit import Fit
from winnow.domain.frame import Frame
from winnow.qt.canvas.picture import Picture, qimage
from winnow.qt.core_words import core_words
from winnow.vision.decoder import Decoder
from winnow.vision.framing import cut, resized, shrunk

_SMALL_PX = 512
_MOST_PX, _ROUGH_PX = 50_000_000, 4_000_000
"""A frame that cuts more than the first is previewed from a copy with so few as the second: it would take gigabytes."""
_ROW_PX = 64


@dataclass(frozen=True, slots=True, eq=False)
class Loaded:
    """A picture ready for the canvas; *small* is a copy for what is redrawn at every step."""

    picture: EditPicture
    shown: Picture
    small: Pixels


@dataclass(frozen=True, slots=True)
class Unreadable:
    """The picture *id* cannot be shown; *words* say why and what can be done."""

    id: int
    words: str


@dataclass(frozen=True, slots=True, eq=False)
class Whole:
    """All pixels of the picture *id*, and the same ready for the canvas."""

    id: int
    pixels: Pixels
    shown: Picture


@dataclass(frozen=True, slots=True, eq=False)
class Preview:
    """What the network gets, a square or with tiles several; *is_exact* where it was made from all pixels."""

    images: tuple[QImage, ...]
    is_exact: bool


class Wanted:
    """Which picture is wanted now; asked from other threads, so that what is not wanted any more is not decoded."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._id = 0

    def choose(self, number: int) -> None:
        """Want the picture *number* from now on."""
        with self._lock:
            self._id = number

    def __call__(self, number: int) -> bool:
        """Say whether the picture *number* is still wanted."""
        with self._lock:
            return self._id == number


def load(session: Session, decoder: Decoder, image: int) -> Loaded | Unreadable:
    """Decode a picture and make it ready."""
    try:
        picture = load_picture(session, decoder, image)
    except (OutsideError, UserError) as error:
        return Unreadable(image, core_words(str(error)))
    shown = Picture(picture.pixels, picture.full_size)
    return Loaded(picture, shown, shrunk(picture.pixels, _SMALL_PX, _SMALL_PX))


def load_whole(session: Session, decoder: Decoder, wanted: Wanted, loaded: Loaded) -> Whole | None:
    """Decode all pixels of a picture and make them ready; None where it is not wanted any more."""
    picture = loaded.picture
    if not wanted(picture.id):
        return None
    if picture.is_whole:
        return Whole(picture.id, picture.pixels, loaded.shown)
    pixels = whole_pixels(session, decoder, picture.id)
    return Whole(picture.id, pixels, Picture(pixels, picture.full_size)) if wanted(picture.id) else None


def preview(pixels: Pixels, full_size: tuple[int, int], frame: Frame, how: Fit) -> Preview:
    """Make what the network gets of *frame*; exact where *pixels* are all there are."""
    is_exact = (pixels.shape[1], pixels.shape[0]) == full_size
    held, seen = _bounded(pixels, full_size, frame, _MOST_PX, _ROUGH_PX)
    squares = tuple(qimage(one) for one in network_views(held, seen, how))
    return Preview(squares, is_exact and held is pixels)


def miniatures(small: Pixels, full_size: tuple[int, int], frames: Sequence[Frame]) -> list[QImage]:
    """Make a small picture of each of *frames*."""
    made = []
    for frame in frames:
        held, seen = _bounded(small, full_size, frame, _SMALL_PX**2, _SMALL_PX**2)
        made.append(qimage(shrunk(cut(held, seen), _ROW_PX, 2 * _ROW_PX)))
    return made


def _bounded(
    pixels: Pixels, full_size: tuple[int, int], frame: Frame, most_px: int, rough_px: int
) -> tuple[Pixels, Frame]:
    """Return *pixels* and the frame over them; made so small that it cuts *rough_px* where it cut over *most_px*."""
    scale = pixels.shape[1] / full_size[0]
    wanted = math.prod(frame.size) * scale**2
    if wanted > most_px:
        smaller = math.sqrt(rough_px / wanted)
        width, height = (max(1, round(edge * smaller)) for edge in (pixels.shape[1], pixels.shape[0]))
        pixels = resized(pixels, (width, height))
        scale = width / full_size[0]
    return pixels, frame if scale == 1 else frame.scaled(scale)
