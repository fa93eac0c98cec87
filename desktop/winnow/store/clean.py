"""What cleaning found: copies, outliers, the person's thresholds, and which originals went to the trash."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from winnow.base.clock import now_utc
from winnow.base.codec import to_json
from winnow.domain.changes import Topic
from winnow.domain.cleaning import Cleaning, Duplicates, Outliers
from winnow.domain.ids import ImageId
from winnow.store import settings
from winnow.store.database import Tx

_CLEANING = "cleaning"


@dataclass(frozen=True, slots=True)
class RejectedOriginal:
    """A rejected picture whose file is still kept."""

    image_id: ImageId
    file: str
    sha256: str
    format: str
    size_bytes: int


def put_duplicates(tx: Tx, found: Duplicates) -> None:
    """Keep the newest search for copies in the place of the one before."""
    values = (_ids(found.ids), found.groups.astype("<i4").tobytes(), found.twins.astype("<i4").tobytes(), now_utc())
    tx.connection.execute(
        "INSERT OR REPLACE INTO duplicate_search (id, ids, groups, twins, made_at) VALUES (1, ?, ?, ?, ?)", values
    )
    tx.touch(Topic.IMAGES)


def duplicates(connection: sqlite3.Connection) -> Duplicates | None:
    """Return what the newest search for copies found, None before the first."""
    row = connection.execute("SELECT ids, groups, twins FROM duplicate_search").fetchone()
    if row is None:
        return None
    return Duplicates(np.frombuffer(row[0], "<i8"), np.frombuffer(row[1], "<i4"), np.frombuffer(row[2], "<i4"))


def put_outliers(tx: Tx, found: Outliers) -> None:
    """Keep the newest search for what does not belong in the place of the one before."""
    values = (_ids(found.ids), found.scores.astype("<f4").tobytes(), now_utc())
    tx.connection.execute(
        "INSERT OR REPLACE INTO outlier_search (id, ids, scores, made_at) VALUES (1, ?, ?, ?)", values
    )
    tx.touch(Topic.IMAGES)


def outliers(connection: sqlite3.Connection) -> Outliers | None:
    """Return what the newest search for what does not belong found, None before the first."""
    row = connection.execute("SELECT ids, scores FROM outlier_search").fetchone()
    return None if row is None else Outliers(np.frombuffer(row[0], "<i8"), np.frombuffer(row[1], "<f4"))


def cleaning(connection: sqlite3.Connection) -> Cleaning:
    """Return the person's thresholds and rule."""
    return settings.kept(connection, _CLEANING, Cleaning, Cleaning())


def set_cleaning(tx: Tx, wanted: Cleaning) -> None:
    """Keep the person's thresholds and rule."""
    settings.put(tx.connection, _CLEANING, to_json(wanted))
    tx.touch(Topic.IMAGES)


def put_quality(tx: Tx, scores: Mapping[ImageId, Mapping[str, float]]) -> None:
    """Store the quality scores of pictures in the place of those they had."""
    rows = [(json.dumps(dict(one)), image) for image, one in scores.items()]
    tx.connection.executemany("UPDATE image SET quality = ? WHERE id = ?", rows)
    tx.touch(Topic.IMAGES, *scores)


def rejected_originals(connection: sqlite3.Connection) -> list[RejectedOriginal]:
    """Return the rejected pictures whose originals were not moved to the trash, in the order of their ids."""
    rows = connection.execute(
        "SELECT id, file, sha256, format, size_bytes FROM image"
        " WHERE state = 'rejected' AND trashed_at = '' ORDER BY id"
    )
    return [RejectedOriginal(ImageId(row[0]), *row[1:]) for row in rows]


def searched_at(connection: sqlite3.Connection) -> str:
    """Return when copies and what does not belong were searched for last; "" where they never were."""
    row = connection.execute(
        "SELECT coalesce(max(made_at), '') FROM"
        " (SELECT made_at FROM duplicate_search UNION ALL SELECT made_at FROM outlier_search)"
    ).fetchone()
    return str(row[0])


def trashed_originals(connection: sqlite3.Connection) -> list[tuple[ImageId, str, str]]:
    """Return (id, sha256, format) of the pictures whose originals were moved to the trash."""
    return [
        (ImageId(row[0]), row[1], row[2])
        for row in connection.execute("SELECT id, sha256, format FROM image WHERE trashed_at <> '' ORDER BY id")
    ]


def trashed_files(connection: sqlite3.Connection, ids: Sequence[int]) -> list[str]:
    """Return the names of those of *ids* whose originals are in the trash, in the order of their ids."""
    rows = connection.execute(
        "SELECT file FROM image WHERE trashed_at <> '' AND id IN (SELECT value FROM json_each(?)) ORDER BY id",
        (json.dumps(list(ids)),),
    )
    return [row[0] for row in rows]


def mark_trashed(tx: Tx, ids: Sequence[ImageId], is_trashed: bool) -> None:
    """Note that the originals of *ids* were moved to the trash, or are back."""
    when = now_utc() if is_trashed else ""
    tx.connection.executemany("UPDATE image SET trashed_at = ? WHERE id = ?", [(when, image) for image in ids])
    tx.touch(Topic.IMAGES, *ids)


def _ids(ids: np.ndarray[tuple[int, ...], np.dtype[np.int64]]) -> bytes:
    return ids.astype("<i8").tobytes()
