"""Studies of training, each with its settings and its result."""

from __future__ import annotations

import sqlite3

import numpy as np

from winnow.base.clock import now_utc
from winnow.base.codec import from_json, to_json
from winnow.domain.changes import Topic
from winnow.domain.ids import SplitId, StudyId
from winnow.domain.study import FOUND_OF, SETTINGS_OF, OutOfFold, Study, StudyFound, StudyKind, StudySettings
from winnow.store.database import Tx
from winnow.store.errors import ItemUnknown

_KEY_BYTES = 32


def add(
    tx: Tx,
    settings: StudySettings,
    found: StudyFound,
    split_id: SplitId,
    fingerprint: str,
    seconds: float,
    out_of_fold: OutOfFold | None = None,
) -> StudyId:
    """Keep a study that ran to its end; *out_of_fold* is that of a study of folds."""
    cursor = tx.connection.execute(
        "INSERT INTO study (kind, settings, result, split_id, fingerprint, seconds, made_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            kind_of(settings).value,
            to_json(settings),
            to_json(found),
            split_id,
            fingerprint,
            seconds,
            now_utc(),
        ),
    )
    study_id = StudyId(cursor.lastrowid or 0)
    if out_of_fold is not None:
        _add_out_of_fold(tx, study_id, out_of_fold)
    tx.touch(Topic.STUDIES)
    return study_id


def kind_of(settings: StudySettings) -> StudyKind:
    """Return the kind that *settings* are for."""
    return next(kind for kind, one in SETTINGS_OF.items() if isinstance(settings, one))


def get(connection: sqlite3.Connection, study_id: StudyId) -> Study:
    """Return a study.

    Raises:
        ItemUnknown: there is none of this number.
    """
    row = connection.execute(f"{_SELECT} WHERE id = ?", (study_id,)).fetchone()
    if row is None:
        raise ItemUnknown("study", study_id)
    return _study(row)


def latest(connection: sqlite3.Connection, kind: StudyKind) -> Study | None:
    """Return the newest study of a kind, None before there is one."""
    row = connection.execute(f"{_SELECT} WHERE kind = ? ORDER BY id DESC LIMIT 1", (kind.value,)).fetchone()
    return None if row is None else _study(row)


def recent(connection: sqlite3.Connection, kind: StudyKind, split_id: SplitId, count: int) -> tuple[Study, ...]:
    """Return the newest studies of a kind on a split, at most *count*, newest first."""
    rows = connection.execute(
        f"{_SELECT} WHERE kind = ? AND split_id = ? ORDER BY id DESC LIMIT ?", (kind.value, split_id, count)
    )
    return tuple(_study(row) for row in rows)


def out_of_fold(connection: sqlite3.Connection, study_id: StudyId) -> OutOfFold | None:
    """Return the predictions of a study of folds, None where it has none."""
    row = connection.execute(
        "SELECT keys, images, labels, folds, probabilities FROM out_of_fold WHERE study_id = ?", (study_id,)
    ).fetchone()
    if row is None:
        return None
    images = np.frombuffer(row[1], "<i8")
    return OutOfFold(
        keys=tuple(row[0][at : at + _KEY_BYTES] for at in range(0, len(row[0]), _KEY_BYTES)),
        images=images,
        labels=np.frombuffer(row[2], "<i4"),
        folds=np.frombuffer(row[3], "i1"),
        probabilities=np.frombuffer(row[4], "<f4").reshape(len(images), -1),
    )


_SELECT = "SELECT id, kind, settings, result, split_id, fingerprint, seconds, made_at FROM study"


def _study(row: tuple[int, str, str, str, int, str, float, str]) -> Study:
    kind = StudyKind(row[1])
    return Study(
        id=StudyId(row[0]),
        kind=kind,
        settings=from_json(SETTINGS_OF[kind], row[2]),
        found=from_json(FOUND_OF[kind], row[3]),
        split_id=SplitId(row[4]),
        fingerprint=row[5],
        seconds=row[6],
        made_at=row[7],
    )


def _add_out_of_fold(tx: Tx, study_id: StudyId, rows: OutOfFold) -> None:
    tx.connection.execute(
        "INSERT INTO out_of_fold (study_id, keys, images, labels, folds, probabilities) VALUES (?, ?, ?, ?, ?, ?)",
        (
            study_id,
            b"".join(rows.keys),
            rows.images.astype("<i8").tobytes(),
            rows.labels.astype("<i4").tobytes(),
            rows.folds.astype("i1").tobytes(),
            rows.probabilities.astype("<f4").tobytes(),
        ),
    )
