"""What openings of the test part showed, and which labels the person has vouched for."""

from __future__ import annotations

import sqlite3

import numpy as np

from winnow.base.codec import from_json, to_json
from winnow.domain.changes import Topic
from winnow.domain.ids import RunId, SplitId
from winnow.domain.judgement import Judged, Judgement, Opening
from winnow.domain.run import TestResult
from winnow.store.database import Tx
from winnow.store.errors import TestSealed

_KEY_BYTES = 32

Vouched = tuple[bytes, int]
"""A frame's content key, and the id of the label that is right for it."""


def keep(tx: Tx, opening: int, judgement: Judgement, judged: Judged) -> None:
    """Store what an opening showed."""
    tx.connection.execute(
        "INSERT INTO judgement (opening_id, figures, keys, images, truth, probabilities) VALUES (?, ?, ?, ?, ?, ?)",
        (
            opening,
            to_json(judgement),
            b"".join(judged.keys),
            judged.images.astype("<i8").tobytes(),
            judged.truth.astype("<i4").tobytes(),
            judged.probabilities.astype("<f4").tobytes(),
        ),
    )
    tx.touch(Topic.TESTS)


def logged(connection: sqlite3.Connection, split_id: SplitId, run_id: RunId) -> int:
    """Return the number of the newest opening for a run.

    Raises:
        TestSealed: there is none in the log.
    """
    found = connection.execute(
        "SELECT max(id) FROM opening WHERE split_id = ? AND run_id = ?", (split_id, run_id)
    ).fetchone()
    if found[0] is None:
        raise TestSealed(split_id)
    return int(found[0])


def openings(connection: sqlite3.Connection, split_id: SplitId) -> tuple[Opening, ...]:
    """Return every look at the test part of a split, first one first, without what it showed."""
    rows = connection.execute(
        "SELECT id, split_id, run_id, opened_at FROM opening WHERE split_id = ? ORDER BY id", (split_id,)
    )
    return tuple(Opening(row[0], SplitId(row[1]), RunId(row[2]), row[3]) for row in rows)


def latest(connection: sqlite3.Connection, run_id: RunId) -> Opening | None:
    """Return the newest opening for a run that came to its end, with all that it showed; None before there is one."""
    row = connection.execute(
        "SELECT id, split_id, run_id, opened_at, result, figures, keys, images, truth, probabilities"
        " FROM opening LEFT JOIN judgement ON opening_id = id"
        " WHERE run_id = ? AND result IS NOT NULL ORDER BY id DESC LIMIT 1",
        (run_id,),
    ).fetchone()
    if row is None:
        return None
    figures = None if row[5] is None else from_json(Judgement, row[5])
    judged = None if row[5] is None else _judged(row[6], row[7], row[8], row[9])
    result = from_json(TestResult, row[4])
    return Opening(row[0], SplitId(row[1]), RunId(row[2]), row[3], result, figures, judged)


def vouched(connection: sqlite3.Connection) -> frozenset[Vouched]:
    """Return the labels that were looked at and found right."""
    return frozenset((row[0], row[1]) for row in connection.execute("SELECT content_key, label_id FROM vouched"))


def set_vouched(tx: Tx, label: Vouched, is_right: bool) -> bool:
    """Vouch for *label*, or take that back; say whether it was vouched for before."""
    query = (
        "INSERT OR IGNORE INTO vouched (content_key, label_id) VALUES (?, ?)"
        if is_right
        else "DELETE FROM vouched WHERE content_key = ? AND label_id = ?"
    )
    changed = tx.connection.execute(query, label).rowcount > 0
    tx.touch(Topic.TESTS)
    return is_right is not changed


def _judged(keys: bytes, images: bytes, truth: bytes, probabilities: bytes) -> Judged:
    rows = np.frombuffer(images, "<i8")
    return Judged(
        keys=tuple(keys[at : at + _KEY_BYTES] for at in range(0, len(keys), _KEY_BYTES)),
        images=rows,
        truth=np.frombuffer(truth, "<i4"),
        probabilities=np.frombuffer(probabilities, "<f4").reshape(len(rows), -1),
    )
