"""Frames set by numbers, and one change of frames for many pictures."""

from __future__ import annotations

import enum
from collections.abc import Generator, Sequence
from dataclasses import dataclass, replace

from winnow.app.commands.framing import SetFrames, SetManyFrames
from winnow.app.pipelines.editing import SURE, Pixels, suggest_subject, suggest_trim, tile_scores, whole_pixels
from winnow.app.queries.lookup import label_called
from winnow.app.session import Session
from winnow.base.errors import OutsideError, UserError
from winnow.base.outcomes import Note, Progress
from winnow.domain.frame import Content, Fill, Frame, Framing, StoredFrame
from winnow.domain.ids import ImageId, LabelId
from winnow.domain.reshaping import carried, shaped
from winnow.domain.tiling import Tile, Tiles, Tiling, TilingUnusable, tiled
from winnow.store import frames, images
from winnow.vision.decoder import Decoder
from winnow.vision.refusal import PictureRefused

_TILE = "tile "
"""What the origin of a tile begins with."""


class NoTileLeft(UserError):
    """No tile of a picture has a subject in it."""

    def __init__(self, count: int) -> None:
        super().__init__(f"No tile of the {count} shows a subject. Keep the empty ones, or choose larger tiles.")


class ChangeKind(enum.Enum):
    """What one change does to the frames of many pictures."""

    SHAPE = "shape"
    """Every frame gets the aspect and the fill."""
    PLACE = "place"
    """The first frame comes to lie where the given one does, relative to its picture."""
    TRIM = "trim"
    """The first frame leaves uniform borders out; pictures without any are left alone."""
    SUBJECT = "subject"
    """The first frame goes around what is salient."""
    RESET = "reset"
    """Back to the whole picture, unedited."""
    TILES = "tiles"
    """Tiles come after the frames, in the place of tiles that were laid before; where none is kept nothing changes."""


@dataclass(frozen=True, slots=True)
class Change:
    """A change that many pictures get."""

    kind: ChangeKind
    fill: Fill = Fill()
    aspect: float | None = None
    """Width divided by height; None leaves it."""
    frame: Frame | None = None
    """For PLACE: the frame over a picture of *size*, (width, height)."""
    size: tuple[int, int] = (1, 1)
    tiling: Tiling | None = None
    """For TILES; too many for a picture leave that picture as it is."""
    leaves_out_empty: bool = False
    """For TILES: those that show no subject are not made."""


@dataclass(frozen=True, slots=True)
class Applied:
    """How a change went: pictures changed, left as they were, and those that could not be opened."""

    changed: int
    unchanged: int
    failed: int = 0


def set_frame(
    session: Session, image: ImageId, frame: Frame, label: str | None = None, add: bool = False
) -> tuple[StoredFrame, ...]:
    """Give a picture the frame *frame*, with a label of its own if *label* names one; return all its frames.

    With *add* it comes after those the picture has, otherwise in their place.

    Raises:
        ItemUnknown, LabelUnknown: there is no such picture or label.
    """
    return _put(session, image, [frame], [""], label, add)


def set_tiles(
    session: Session,
    image: ImageId,
    how: Tiling,
    fill: Fill = Fill(),
    label: str | None = None,
    add: bool = False,
    leave_out_empty: bool = False,
) -> tuple[StoredFrame, ...]:
    """Give a picture tiles in the place of its frames, or with *add* after them; return all its frames.

    Args:
        label: The name of the tiles' own label; None leaves them the picture's.
        leave_out_empty: Tiles that show no subject are not made.

    Raises:
        ItemUnknown, LabelUnknown: there is no such picture or label.
        NoTileLeft: all of them are empty.
    """
    _sha256, _format, width, height = session.ask(images.original_of, image)
    laid = tiled((width, height), how, Frame.whole(width, height).filled(fill))
    kept = list(laid.tiles)
    if leave_out_empty:
        with Decoder() as decoder:
            kept = _with_subject(whole_pixels(session, decoder, image), laid)
        if not kept:
            raise NoTileLeft(len(laid.tiles))
    origins = [tile_origin(laid.rows, laid.columns, tile.row, tile.column) for tile in kept]
    return _put(session, image, [tile.frame for tile in kept], origins, label, add)


def tile_origin(rows: int, columns: int, row: int, column: int) -> str:
    """Return what is kept as the origin of the tile at *row*, *column* (from 0): ``tile 2x3 1,2``."""
    return f"{_TILE}{rows}x{columns} {row + 1},{column + 1}"


def apply_to(session: Session, ids: Sequence[int], change: Change) -> Generator[object, None, None]:
    """Change the frames of the pictures *ids* in one step for undo; yield events, at last `Applied`.

    Nothing is changed where it is stopped before its end. A picture whose file
    cannot be read is told in a `Note` and left as it is.
    """
    wanted: dict[ImageId, Framing] = {}
    failed = 0
    with Decoder() as decoder:
        for done, image in enumerate(map(ImageId, ids), start=1):
            try:
                framing = _changed(session, decoder, image, change)
                if framing is not None:
                    _make_thumbnail(session, decoder, image, framing)
                    wanted[image] = framing
            except (OutsideError, PictureRefused) as error:
                failed += 1
                yield Note(str(error))
            yield Progress(done, len(ids), "pictures")
    if wanted:
        session.do(SetManyFrames(wanted)).result()
    yield Applied(len(wanted), len(ids) - len(wanted) - failed, failed)


def _put(
    session: Session, image: ImageId, made: Sequence[Frame], origins: Sequence[str], label: str | None, add: bool
) -> tuple[StoredFrame, ...]:
    _sha256, _format, width, height = session.ask(images.original_of, image)
    chosen: LabelId | None = None if label is None else session.ask(label_called, label).id
    before: tuple[StoredFrame, ...] = ()
    if add:
        before = session.ask(frames.frames_of, image) or (StoredFrame(Frame.whole(width, height)),)
    new = tuple(StoredFrame(frame, chosen, origin) for frame, origin in zip(made, origins, strict=True))
    with Decoder() as decoder:
        _make_thumbnail(session, decoder, image, Framing((*before, *new)))
    session.do(SetFrames(image, (*before, *new))).result()
    return session.ask(frames.frames_of, image)


def _with_subject(pixels: Pixels, laid: Tiles) -> list[Tile]:
    """Return those of the tiles over *pixels*, the whole picture, that show a subject."""
    scores = tile_scores(pixels, (pixels.shape[1], pixels.shape[0]), [tile.frame for tile in laid.tiles])
    return [tile for tile, score in zip(laid.tiles, scores, strict=True) if score >= SURE]


def _tiled(
    session: Session, decoder: Decoder, image: ImageId, stored: tuple[StoredFrame, ...], change: Change
) -> Framing | None:
    """Return the frames with tiles after them; None where none is kept or they cannot be laid."""
    _sha256, _format, width, height = session.ask(images.original_of, image)
    try:
        laid = tiled((width, height), change.tiling or Tiling(), Frame.whole(width, height).filled(change.fill))
    except TilingUnusable:
        return None
    kept = _with_subject(whole_pixels(session, decoder, image), laid) if change.leaves_out_empty else list(laid.tiles)
    made = tuple(
        StoredFrame(tile.frame, None, tile_origin(laid.rows, laid.columns, tile.row, tile.column)) for tile in kept
    )
    others = tuple(one for one in stored if not one.origin.startswith(_TILE))
    return Framing((*others, *made)) if made else None


def _changed(session: Session, decoder: Decoder, image: ImageId, change: Change) -> Framing | None:
    """Return the frames that *change* gives a picture; None where it changes nothing."""
    _sha256, _format, width, height = session.ask(images.original_of, image)
    size = (width, height)
    before = session.ask(frames.framing_of, image)
    stored = before.frames or (StoredFrame(Frame.whole(width, height)),)
    first = stored[0]
    if change.kind is ChangeKind.RESET:
        made = Framing((), accepted=False)
    elif change.kind is ChangeKind.TILES:
        laid = _tiled(session, decoder, image, stored, change)
        if laid is None:
            return None
        made = laid
    elif change.kind is ChangeKind.SHAPE:
        made = Framing(tuple(replace(one, frame=_in_shape(one.frame, size, change)) for one in stored))
    elif change.kind is ChangeKind.PLACE:
        moved = carried(change.frame or first.frame, change.size, size)
        made = Framing((replace(first, frame=moved, origin=""), *stored[1:]))
    else:
        pixels = whole_pixels(session, decoder, image)
        if change.kind is ChangeKind.TRIM:
            trimmed = suggest_trim(pixels, size, first.frame)
            if trimmed is None:
                return None
            made = Framing((replace(first, frame=trimmed, origin="trim"), *stored[1:]))
        else:
            found = suggest_subject(pixels, size, first.frame, change.aspect)
            made = Framing((replace(first, frame=found, origin="subject"), *stored[1:]))
    return None if made == before else made


def _in_shape(frame: Frame, picture: tuple[int, int], change: Change) -> Frame:
    made = frame if change.aspect is None else shaped(frame, change.aspect, picture)
    return made.filled(change.fill)


def _make_thumbnail(session: Session, decoder: Decoder, image: ImageId, framing: Framing) -> None:
    """Make the thumbnail before the command: the grids ask for it as soon as they hear of the change."""
    sha256, kind, width, height = session.ask(images.original_of, image)
    if not framing.frames or framing.frames[0].frame.is_whole(width, height):
        return
    first = framing.frames[0].frame
    key = Content(sha256, first).key()
    if not session.thumbnails.get([key]):
        session.thumbnails.put([(key, decoder.frame_thumbnail(session.originals.read(sha256, kind), first))])
