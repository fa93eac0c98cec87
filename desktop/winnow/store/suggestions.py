"""Suggested labels: those of the newest time that they were learned, until they are accepted or learned anew."""

from __future__ import annotations

import sqlite3

import numpy as np

from winnow.domain.changes import Topic
from winnow.domain.suggestion import Suggestions
from winnow.store.database import Tx


def replace(tx: Tx, suggestions: Suggestions) -> None:
    """Keep *suggestions* in place of all earlier ones."""
    tx.connection.execute("DELETE FROM suggestion")
    for some in (suggestions, suggestions.doubted or Suggestions()):
        tx.connection.executemany(
            "INSERT INTO suggestion (image_id, label_id, confidence, margin) VALUES (?, ?, ?, ?)",
            zip(some.ids.tolist(), some.labels.tolist(), some.confidence.tolist(), some.margin.tolist(), strict=True),
        )
    tx.touch(Topic.SUGGESTIONS)


def standing(connection: sqlite3.Connection) -> Suggestions:
    """Return what is still suggested, surest first: for kept pictures without a label, of labels that there are."""
    return _those(connection, "image.label_id IS NULL", "confidence DESC, image_id")


def doubted(connection: sqlite3.Connection) -> Suggestions:
    """Return the kept pictures with a label other than the one that is suggested, clearest first."""
    return _those(connection, "image.label_id <> suggestion.label_id", "margin DESC, image_id")


def _those(connection: sqlite3.Connection, condition: str, order: str) -> Suggestions:
    rows = connection.execute(
        "SELECT image_id, suggestion.label_id, confidence, margin FROM suggestion"
        " JOIN image ON image.id = image_id JOIN label ON label.id = suggestion.label_id"
        f" WHERE image.state = 'kept' AND {condition} ORDER BY {order}"
    ).fetchall()
    return Suggestions(
        ids=np.array([row[0] for row in rows], np.int64),
        labels=np.array([row[1] for row in rows], np.int64),
        confidence=np.array([row[2] for row in rows], np.float32),
        margin=np.array([row[3] for row in rows], np.float32),
    )
