"""Splits, and the log of looks at their test part."""

from __future__ import annotations

import sqlite3

import numpy as np
import numpy.typing as npt

from winnow.base.clock import now_utc
from winnow.base.codec import from_json, to_json
from winnow.domain.changes import Topic
from winnow.domain.ids import RunId, SplitId
from winnow.domain.preparation import Preparation
from winnow.domain.run import TestResult
from winnow.domain.split import Keeping, Part, Ratios, Split
from winnow.store import settings
from winnow.store.database import Tx
from winnow.store.errors import ItemUnknown, TestSealed

_PREPARATION = "preparation"


def add(tx: Tx, split: Split) -> SplitId:
    """Store a new split."""
    cursor = tx.connection.execute(
        "INSERT INTO split (ratios, seed, k_fold, ids, labels, groups, parts, folds, keeping, made_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            to_json(split.ratios),
            split.seed,
            split.k_fold,
            split.ids.astype("<i8").tobytes(),
            split.labels.astype("<i8").tobytes(),
            split.groups.astype("<i8").tobytes(),
            split.parts.astype("u1").tobytes(),
            split.folds.astype("i1").tobytes(),
            to_json(split.keeping),
            now_utc(),
        ),
    )
    tx.touch(Topic.SPLIT)
    return SplitId(cursor.lastrowid or 0)


def get(connection: sqlite3.Connection, split_id: SplitId) -> Split:
    """Return a split.

    Raises:
        ItemUnknown: there is none of this number.
    """
    row = connection.execute(
        "SELECT ratios, seed, k_fold, ids, labels, groups, parts, folds, keeping FROM split WHERE id = ?", (split_id,)
    ).fetchone()
    if row is None:
        raise ItemUnknown("split", split_id)
    return Split(
        ids=np.frombuffer(row[3], "<i8"),
        labels=np.frombuffer(row[4], "<i8"),
        groups=np.frombuffer(row[5], "<i8"),
        parts=np.frombuffer(row[6], "u1"),
        folds=np.frombuffer(row[7], "i1"),
        ratios=from_json(Ratios, row[0]),
        seed=row[1],
        k_fold=row[2],
        id=split_id,
        keeping=from_json(Keeping, row[8]),
    )


def current_id(connection: sqlite3.Connection) -> SplitId | None:
    """Return the number of the split in force, or None."""
    value = settings.number(connection, settings.CURRENT_SPLIT)
    return None if value is None else SplitId(value)


def ratios(connection: sqlite3.Connection, split_id: SplitId) -> Ratios:
    """Return the wished shares of a split, without its rows."""
    row = connection.execute("SELECT ratios FROM split WHERE id = ?", (split_id,)).fetchone()
    return from_json(Ratios, row[0])


def set_current(tx: Tx, split_id: SplitId | None) -> None:
    """Choose the split in force."""
    settings.put(tx.connection, settings.CURRENT_SPLIT, None if split_id is None else str(split_id))
    tx.touch(Topic.SPLIT)


def preparation(connection: sqlite3.Connection) -> Preparation:
    """Return how frames are made ready for new runs."""
    return settings.kept(connection, _PREPARATION, Preparation, Preparation())


def set_preparation(tx: Tx, wanted: Preparation) -> None:
    """Choose how frames are made ready for new runs."""
    settings.put(tx.connection, _PREPARATION, to_json(wanted))
    tx.touch(Topic.SPLIT)


def made_at(connection: sqlite3.Connection, split_id: SplitId) -> str:
    """Return when a split was made."""
    row = connection.execute("SELECT made_at FROM split WHERE id = ?", (split_id,)).fetchone()
    return "" if row is None else str(row[0])


def opened_test(connection: sqlite3.Connection, split_id: SplitId, opening: int) -> npt.NDArray[np.int64]:
    """Break the seal: return the pictures of the test part, (m,), under the logged *opening* of this split.

    Raises:
        TestSealed: there is no such opening in the log.
    """
    found = connection.execute("SELECT 1 FROM opening WHERE id = ? AND split_id = ?", (opening, split_id)).fetchone()
    if found is None:
        raise TestSealed(split_id)
    return get(connection, split_id).ids_of(Part.TEST)


def log_opening(tx: Tx, split_id: SplitId, run_id: RunId) -> int:
    """Note that the test part is looked at, before it is; return the opening's number."""
    cursor = tx.connection.execute(
        "INSERT INTO opening (split_id, run_id, opened_at) VALUES (?, ?, ?)", (split_id, run_id, now_utc())
    )
    tx.touch(Topic.TESTS)
    return cursor.lastrowid or 0


def keep_result(tx: Tx, opening: int, result: TestResult) -> None:
    """Store what an opening gave."""
    tx.connection.execute("UPDATE opening SET result = ? WHERE id = ?", (to_json(result), opening))
    tx.touch(Topic.TESTS)


def openings(connection: sqlite3.Connection, split_id: SplitId) -> list[tuple[str, RunId]]:
    """Return (time, run) of every look at the test part, first one first."""
    rows = connection.execute("SELECT opened_at, run_id FROM opening WHERE split_id = ? ORDER BY id", (split_id,))
    return [(row[0], RunId(row[1])) for row in rows]


def latest_result(connection: sqlite3.Connection, run_id: RunId | None = None) -> TestResult | None:
    """Return the newest test result, of *run_id* or of any run; None before the first opening."""
    row = connection.execute(
        "SELECT result FROM opening WHERE result IS NOT NULL AND (? IS NULL OR run_id = ?) ORDER BY id DESC LIMIT 1",
        (run_id, run_id),
    ).fetchone()
    return None if row is None else from_json(TestResult, row[0])
