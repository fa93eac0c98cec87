"""Frames over pictures. A picture without a row here has one frame: the whole of it."""

from __future__ import annotations

import dataclasses
import sqlite3
from collections.abc import Iterable, Sequence

from winnow.base.codec import from_json, to_json
from winnow.domain.changes import Topic
from winnow.domain.frame import Content, Draft, Frame, Framing, StoredFrame
from winnow.domain.ids import ImageId
from winnow.store.database import Tx
from winnow.store.images import original_of


def frames_of(connection: sqlite3.Connection, image: ImageId) -> tuple[StoredFrame, ...]:
    """Return a picture's frames in order; empty means the whole picture."""
    rows = connection.execute(
        "SELECT frame, label_id, origin FROM frame WHERE image_id = ? ORDER BY position", (image,)
    )
    return tuple(StoredFrame(from_json(Frame, row[0]), row[1], row[2]) for row in rows)


def all_frames(connection: sqlite3.Connection) -> dict[ImageId, tuple[StoredFrame, ...]]:
    """Return the frames of every picture that has some."""
    found: dict[ImageId, list[StoredFrame]] = {}
    for image, frame, label, origin in connection.execute(
        "SELECT image_id, frame, label_id, origin FROM frame ORDER BY image_id, position"
    ):
        found.setdefault(image, []).append(StoredFrame(from_json(Frame, frame), label, origin))
    return {image: tuple(frames) for image, frames in found.items()}


def is_accepted(connection: sqlite3.Connection, image: ImageId) -> bool:
    """Say whether the person has accepted the picture's frames."""
    row = connection.execute("SELECT accepted FROM image WHERE id = ?", (image,)).fetchone()
    return bool(row and row[0])


def framing_of(connection: sqlite3.Connection, image: ImageId) -> Framing:
    """Return a picture's frames and whether they are accepted."""
    return Framing(frames_of(connection, image), is_accepted(connection, image))


def draft_of(connection: sqlite3.Connection, image: ImageId) -> Draft | None:
    """Return what was being drafted for a picture, None where nothing was; labels that are gone are left out."""
    row = connection.execute("SELECT draft FROM draft WHERE image_id = ?", (image,)).fetchone()
    if row is None:
        return None
    draft = from_json(Draft, row[0])
    there = {number for (number,) in connection.execute("SELECT id FROM label")}
    kept = tuple(one if one.label_id in there else dataclasses.replace(one, label_id=None) for one in draft.frames)
    return Draft(kept, draft.active) if kept else None


def keep_draft(tx: Tx, image: ImageId, draft: Draft | None) -> None:
    """Remember what is being drafted for a picture (None: nothing); no view needs to hear of it."""
    if draft is None:
        tx.connection.execute("DELETE FROM draft WHERE image_id = ?", (image,))
    else:
        tx.connection.execute("INSERT OR REPLACE INTO draft (image_id, draft) VALUES (?, ?)", (image, to_json(draft)))


def replace(tx: Tx, image: ImageId, frames: Sequence[StoredFrame], accepted: bool) -> None:
    """Put *frames* in place of what the picture has; a single whole frame is stored as none. Its draft ends."""
    sha256, _kind, width, height = original_of(tx.connection, image)
    kept = _without_whole(frames, width, height)
    tx.connection.execute("DELETE FROM frame WHERE image_id = ?", (image,))
    tx.connection.executemany(
        "INSERT INTO frame (image_id, position, frame, label_id, origin) VALUES (?, ?, ?, ?, ?)",
        [(image, position, to_json(one.frame), one.label_id, one.origin) for position, one in enumerate(kept)],
    )
    keep_draft(tx, image, None)
    first = kept[0].frame if kept and not kept[0].frame.is_whole(width, height) else None
    tx.connection.execute(
        "UPDATE image SET accepted = ?, content_key = ? WHERE id = ?",
        (int(accepted), Content(sha256, first).key(), image),
    )
    tx.touch(Topic.FRAMES, image)


def _without_whole(frames: Iterable[StoredFrame], width: int, height: int) -> list[StoredFrame]:
    kept = list(frames)
    if len(kept) == 1 and kept[0].label_id is None and kept[0].frame.is_whole(width, height):
        return []
    return kept
