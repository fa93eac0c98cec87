"""Copies, doubtful and odd pictures: found, shown, put aside, and at last moved to the system's trash."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
import numpy.typing as npt

from winnow.app.children import in_child
from winnow.app.commands.clean import KeepOneOfEach
from winnow.app.commands.labelling import KeepImages
from winnow.app.pipelines.embedding import DEFAULT_MODEL, embed, make_thumbnails
from winnow.app.queries.clean import copies_view
from winnow.app.session import Session
from winnow.base.counted import counted
from winnow.base.errors import OutsideError, UserError
from winnow.base.outcomes import Note, Progress
from winnow.domain.cleaning import NO_GROUP, Check, Duplicates, KeepRule, Numbers, Outliers
from winnow.domain.ids import ImageId
from winnow.store import clean
from winnow.store.database import Reader
from winnow.store.originals import OriginalMissing
from winnow.store.thumbnails import Thumbnails
from winnow.store.vectors import Vectors
from winnow.vision import thumbnail as thumbnails
from winnow.vision.belonging import NO_LABEL, belonging
from winnow.vision.copies import find_copies
from winnow.vision.decoder import Decoder
from winnow.vision.hashes import HASH_BYTES
from winnow.vision.likeness import Look, look_at
from winnow.vision.networks import MODELS
from winnow.vision.quality import scores
from winnow.vision.refusal import PictureRefused

_AT_ONCE = 64

Steps = Generator[object, None, None]
ToTrash = Callable[[Path], None]
"""Moves a file to the system's trash, or raises OSError saying why it cannot."""


class NotTrashed(OutsideError):
    """The system's trash does not take a file; what was moved before it is moved."""

    def __init__(self, path: Path, why: str, moved: int) -> None:
        self.path = path
        self.moved = moved
        super().__init__(
            f"{path} could not be moved to the trash ({why}). {counted(moved, 'file')} before it went there. "
            "Check that the disk has a trash and room, then empty again."
        )


class StillInTrash(UserError):
    """Rejected pictures cannot be brought back, because their originals are in the system's trash."""

    def __init__(self, files: Sequence[str]) -> None:
        self.files = tuple(files)
        super().__init__(
            f"{len(files)} of these pictures had to stay rejected: the originals were moved to the trash"
            f" ({files[0]}{', …' if len(files) > 1 else ''}). Put them back from the trash, then bring them back again."
        )


@dataclass(frozen=True, slots=True)
class Emptied:
    """How many originals were moved to the trash, and how large they were."""

    count: int
    size_bytes: int


@dataclass(frozen=True, slots=True)
class _Picture:
    image_id: ImageId
    key: bytes
    dhash: bytes
    size: tuple[int, int]
    sha256: str
    format: str


def search_copies(session: Session) -> Steps:
    """Find the copies among what is kept; yield events, at last the `Duplicates`, which are stored."""
    notice_returned(session)
    yield from embed(session)
    pictures = [one for one in session.ask(_pictures) if one.dhash]
    hashes = np.frombuffer(b"".join(one.dhash for one in pictures), np.uint8).reshape(-1, HASH_BYTES)
    groups = np.arange(len(pictures))
    if pictures:
        keys = [one.key for one in pictures]
        cache = session.layout.cache / "thumbnails.db"
        for event in in_child(_search_in_child, hashes, keys, session.layout.vectors, cache):
            if isinstance(event, np.ndarray):
                groups = event
            else:
                yield event
    numbers = _numbered(groups)
    twins = yield from _twins(session, pictures, numbers)
    found = Duplicates(np.array([one.image_id for one in pictures], np.int64), numbers, twins)
    session.record(lambda tx: clean.put_duplicates(tx, found)).result()
    yield found


def search_outliers(session: Session) -> Steps:
    """Find what does not belong among what is kept; yield events, at last the `Outliers`, which are stored."""
    yield from embed(session)
    rows = session.ask(_labelled)
    found = Outliers(np.empty(0, np.int64), np.empty(0, np.float32))
    if rows:
        ids, keys, labels = (list(column) for column in zip(*rows, strict=True))
        numbers = np.array([NO_LABEL if label is None else label for label in labels], np.int64)
        for event in in_child(_belonging_in_child, keys, numbers, session.layout.vectors):
            if isinstance(event, np.ndarray):
                found = Outliers(np.array(ids, np.int64), event)
            else:
                yield event
    session.record(lambda tx: clean.put_outliers(tx, found)).result()
    yield found


def measure_quality(session: Session) -> Steps:
    """Score what came before a score was thought of; yield `Progress`, at last how many. Stopped, it goes on later."""
    yield from make_thumbnails(session)
    missing = session.ask(_unmeasured)
    done = 0
    if missing:
        cache = session.layout.cache / "thumbnails.db"
        for event in in_child(_measure_in_child, missing, cache):
            if isinstance(event, dict):
                session.record(partial(clean.put_quality, scores=event)).result()
                done += len(event)
                yield Progress(done, len(missing), "images")
            else:
                yield event
    yield done


def search_all(session: Session) -> Steps:
    """Search for all that is doubtful, one after the other."""
    yield from measure_quality(session)
    yield from search_copies(session)
    yield from search_outliers(session)


def keep_one_of_each(session: Session, rule: KeepRule) -> int:
    """Put the surplus copies of every group aside by *rule*, one step to undo; return how many.

    Groups whose labels contradict each other are left alone. A label that
    only a surplus copy had goes over to the one that stays.
    """
    command = KeepOneOfEach.settling(session.ask(copies_view, rule).open_groups)
    return session.do(command).result() if command.surplus else 0


def empty_rejected(session: Session, to_trash: ToTrash) -> Steps:
    """Move the originals of rejected pictures by *to_trash*; yield `Progress`, at last `Emptied`.

    Their rows stay, with a mark. A file that is put back from the trash is
    noticed, and the picture can be brought back.

    Raises:
        NotTrashed: the trash does not take one; those before it are moved and marked.
    """
    wanted = session.ask(clean.rejected_originals)
    moved = size = 0
    for one in wanted:
        path = session.originals.path(one.sha256, one.format)
        if path.exists():
            try:
                to_trash(path)
            except OSError as error:
                raise NotTrashed(path, error.strerror or str(error), moved) from error
            moved += 1
            size += one.size_bytes
        # One by one: a mark must never be missing for a file that is gone.
        session.record(partial(clean.mark_trashed, ids=[one.image_id], is_trashed=True)).result()
        yield Progress(moved, len(wanted), "files")
    yield Emptied(moved, size)


def notice_returned(session: Session) -> int:
    """Unmark the originals that were put back from the trash; return how many."""
    back = [
        image
        for image, sha256, kind in session.ask(clean.trashed_originals)
        if session.originals.path(sha256, kind).exists()
    ]
    if back:
        session.record(lambda tx: clean.mark_trashed(tx, back, False)).result()
    return len(back)


def bring_back(session: Session, ids: Sequence[int]) -> None:
    """Keep the rejected pictures *ids* again, one step to undo.

    Raises:
        StillInTrash: some have no original to come back to; the others were brought back.
    """
    notice_returned(session)
    session.do(KeepImages(tuple(ids))).result()
    missing = session.ask(clean.trashed_files, ids)
    if missing:
        raise StillInTrash(missing)


def _search_in_child(hashes: npt.NDArray[np.uint8], keys: list[bytes], vectors: Path, cache: Path) -> Steps:
    stored = Vectors(vectors, MODELS[DEFAULT_MODEL].key, MODELS[DEFAULT_MODEL].dim)
    there = Thumbnails(cache, writable=False)
    features = np.zeros((len(keys), stored.dim), np.float32)
    known = [row for row, key in enumerate(keys) if key in stored]
    features[known] = stored.take([keys[row] for row in known])

    def look(row: int) -> Look | None:
        jpeg = there.get([keys[row]]).get(keys[row])
        return None if jpeg is None else look_at(jpeg)

    groups = yield from find_copies(hashes, features, look)
    yield groups


def _belonging_in_child(keys: list[bytes], labels: npt.NDArray[np.int64], vectors: Path) -> Steps:
    stored = Vectors(vectors, MODELS[DEFAULT_MODEL].key, MODELS[DEFAULT_MODEL].dim)
    known = np.array([key in stored for key in keys], np.bool_)
    found = np.full(len(keys), np.nan, np.float32)
    found[known] = belonging(
        stored.take([key for key, is_known in zip(keys, known, strict=True) if is_known]), labels[known]
    )
    yield found


def _measure_in_child(missing: list[tuple[ImageId, bytes, bytes, int, int, dict[str, float]]], cache: Path) -> Steps:
    there = Thumbnails(cache, writable=False)
    for start in range(0, len(missing), _AT_ONCE):
        some = missing[start : start + _AT_ONCE]
        found = there.get([key for one in some for key in one[1:3]])
        measured = {}
        for image, whole, framed, width, height, old in some:
            jpeg = found.get(whole) or found.get(framed)
            if jpeg is not None:
                # What was measured on the original's own pixels stays.
                measured[image] = scores(thumbnails.decode(jpeg), width, height) | old
        yield measured


def _numbered(groups: npt.NDArray[np.int64]) -> Numbers:
    """Return numbers from 0 for the groups of two and more, in the order of their first members."""
    numbers = np.full(len(groups), NO_GROUP, np.int32)
    firsts, counts = np.unique(groups, return_counts=True)
    for number, first in enumerate(firsts[counts > 1]):
        numbers[groups == first] = number
    return numbers


def _twins(session: Session, pictures: list[_Picture], groups: Numbers) -> Generator[object, None, Numbers]:
    """Return the same number for pictures of a group whose pixels are equal, by decoding them whole."""
    alike: defaultdict[tuple[int, tuple[int, int]], list[int]] = defaultdict(list)
    for row in np.flatnonzero(groups != NO_GROUP).tolist():
        alike[int(groups[row]), pictures[row].size].append(row)
    wanted = [row for rows in alike.values() if len(rows) > 1 for row in rows]
    by_pixels: defaultdict[tuple[int, bytes], list[int]] = defaultdict(list)
    with Decoder() as decoder:
        for done, row in enumerate(wanted):
            one = pictures[row]
            try:
                pixels, _scale = decoder.pixels(session.originals.read(one.sha256, one.format))
                by_pixels[int(groups[row]), hashlib.sha256(pixels.tobytes()).digest()].append(row)
            except (OriginalMissing, PictureRefused) as error:
                yield Note(str(error))
            yield Progress(done + 1, len(wanted), "pictures compared")
    twins = np.full(len(pictures), NO_GROUP, np.int32)
    for number, rows in enumerate(rows for rows in by_pixels.values() if len(rows) > 1):
        twins[rows] = number
    return twins


def _pictures(connection: Reader) -> list[_Picture]:
    rows = connection.execute(
        "SELECT id, content_key, dhash, width, height, sha256, format FROM image WHERE state = 'kept' ORDER BY id"
    )
    return [_Picture(ImageId(row[0]), row[1], row[2], (row[3], row[4]), row[5], row[6]) for row in rows]


def _labelled(connection: Reader) -> list[tuple[int, bytes, int | None]]:
    return connection.execute("SELECT id, content_key, label_id FROM image WHERE state = 'kept' ORDER BY id").fetchall()


def _unmeasured(connection: Reader) -> list[tuple[ImageId, bytes, bytes, int, int, dict[str, float]]]:
    rows = connection.execute(
        "SELECT id, sha256, content_key, width, height, quality FROM image"
        f" WHERE state <> 'fell_out' AND quality ->> '{Check.SCREENSHOT.value}' IS NULL ORDER BY id"
    )
    return [(ImageId(row[0]), bytes.fromhex(row[1]), *row[2:5], json.loads(row[5])) for row in rows]
