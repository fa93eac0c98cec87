"""Where pictures lie on the map: one layout for each kind of features and method."""

from __future__ import annotations

import sqlite3

import numpy as np

from winnow.base.clock import now_utc
from winnow.domain.changes import Topic
from winnow.domain.projection import Projection, ProjectionMethod
from winnow.store.database import Tx


def keep(tx: Tx, projection: Projection) -> None:
    """Keep *projection* in place of the earlier one of its features and method."""
    tx.connection.execute(
        "INSERT OR REPLACE INTO projection (features, method, seed, ids, points, made_at) VALUES (?, ?, ?, ?, ?, ?)",
        (
            projection.features,
            projection.method.value,
            projection.seed,
            projection.ids.astype("<i8").tobytes(),
            projection.points.astype("<f4").tobytes(),
            now_utc(),
        ),
    )
    tx.touch(Topic.MAP)


def get(connection: sqlite3.Connection, features: str, method: ProjectionMethod) -> Projection | None:
    """Return the layout of a kind of features by a method, None before it was made."""
    row = connection.execute(
        "SELECT seed, ids, points FROM projection WHERE features = ? AND method = ?", (features, method.value)
    ).fetchone()
    if row is None:
        return None
    points = np.frombuffer(row[2], "<f4").reshape(-1, 2)
    return Projection(method, features, row[0], np.frombuffer(row[1], "<i8"), points)


def newest(connection: sqlite3.Connection, method: ProjectionMethod) -> Projection | None:
    """Return the layout by a method that was made last, of whatever features; None before there was one."""
    row = connection.execute(
        "SELECT features FROM projection WHERE method = ? ORDER BY made_at DESC LIMIT 1", (method.value,)
    ).fetchone()
    return None if row is None else get(connection, row[0], method)
