"""Labels, and which picture has which."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping

from winnow.domain.changes import Topic
from winnow.domain.colour import clean_colour, is_colour
from winnow.domain.ids import ImageId, LabelId
from winnow.domain.label import Label, LabelNameUnusable, clean_name
from winnow.store import settings
from winnow.store.database import Tx
from winnow.store.errors import ItemUnknown, LabelInUse
from winnow.store.label_journal import LabelChange

_LAST_ID = "last_label_id"
_SELECT = "SELECT id, name, position, colour FROM label"


def all_labels(connection: sqlite3.Connection) -> list[Label]:
    """Return every label, in the order of their keys."""
    return [_label(row) for row in connection.execute(f"{_SELECT} ORDER BY position, id")]


def by_name(connection: sqlite3.Connection, name: str) -> Label | None:
    """Return the label called *name*, or None."""
    row = connection.execute(f"{_SELECT} WHERE name = ?", (clean_name(name),)).fetchone()
    return None if row is None else _label(row)


def add(tx: Tx, name: str, label_id: LabelId | None = None, position: int | None = None, colour: str = "") -> LabelId:
    """Make a label; *label_id*, *position* and *colour* bring back one that was removed.

    Raises:
        LabelNameUnusable: the name is taken or empty.
    """
    name = clean_name(name)
    if by_name(tx.connection, name):
        raise LabelNameUnusable(name, "there is one already")
    if position is None:
        position = tx.connection.execute("SELECT coalesce(max(position) + 1, 0) FROM label").fetchone()[0]
    number = next_id(tx.connection) if label_id is None else label_id
    tx.connection.execute(
        "INSERT INTO label (id, name, position, colour) VALUES (?, ?, ?, ?)",
        (number, name, position, clean_colour(colour) if colour else None),
    )
    tx.touch(Topic.LABELS)
    return number


def next_id(connection: sqlite3.Connection) -> LabelId:
    """Return a number that no label ever had, and take it: runs, suggestions and others know labels by their numbers.

    They also tell of numbers that were given before numbers were counted.
    """
    (given,) = connection.execute(
        "SELECT max(coalesce((SELECT max(id) FROM label), 0),"
        " coalesce((SELECT CAST(value AS INTEGER) FROM setting WHERE name = ?), 0),"
        " coalesce((SELECT max(label_id) FROM suggestion), 0), coalesce((SELECT max(label_id) FROM vouched), 0),"
        " coalesce((SELECT max(pair.value ->> 0) FROM run, json_each(run.labels, '$.pairs') AS pair), 0))",
        (_LAST_ID,),
    ).fetchone()
    settings.put(connection, _LAST_ID, str(given + 1))
    return LabelId(given + 1)


def rename(tx: Tx, label_id: LabelId, name: str) -> str:
    """Give the label a new name; return the old one.

    Raises:
        LabelNameUnusable: the name is taken or empty.
    """
    name = clean_name(name)
    other = by_name(tx.connection, name)
    if other is not None and other.id != label_id:
        raise LabelNameUnusable(name, "there is one already")
    old = _one(tx.connection, label_id).name
    tx.connection.execute("UPDATE label SET name = ? WHERE id = ?", (name, label_id))
    if name != old:
        # The label journal knows labels by their names only.
        rows = tx.connection.execute("SELECT sha256 FROM image WHERE label_id = ? ORDER BY id", (label_id,))
        tx.label_changes += [LabelChange(row[0], old, name) for row in rows]
    tx.touch(Topic.LABELS)
    return old


def recolour(tx: Tx, label_id: LabelId, colour: str) -> str:
    """Give the label a *colour* of its own, "" that of the set; return the one it had.

    Raises:
        ColourUnusable: it is no colour.
    """
    old = _one(tx.connection, label_id).colour
    wanted = clean_colour(colour) if colour else None
    tx.connection.execute("UPDATE label SET colour = ? WHERE id = ?", (wanted, label_id))
    tx.touch(Topic.LABELS)
    return old


def remove(tx: Tx, label_id: LabelId) -> Label:
    """Remove a label that no picture or frame has; return what it was.

    Raises:
        LabelInUse: one has it.
    """
    old = _one(tx.connection, label_id)
    count = tx.connection.execute(
        "SELECT (SELECT count(*) FROM image WHERE label_id = :id) + (SELECT count(*) FROM frame WHERE label_id = :id)",
        {"id": label_id},
    ).fetchone()[0]
    if count:
        raise LabelInUse(old.name, count)
    tx.connection.execute("DELETE FROM label WHERE id = ?", (label_id,))
    tx.touch(Topic.LABELS)
    return old


def assign(tx: Tx, wanted: Mapping[ImageId, LabelId | None]) -> dict[ImageId, LabelId | None]:
    """Give each picture its label (None: none); return what those that changed had before."""
    names: dict[LabelId | None, str | None] = {label.id: label.name for label in all_labels(tx.connection)}
    names[None] = None
    before: dict[ImageId, LabelId | None] = {}
    for image, label in wanted.items():
        if label not in names:
            raise ItemUnknown("label", label)
        # One that fell out as a duplicate has the hash of the picture that stayed, whose label is meant by it.
        query = "SELECT label_id, sha256 FROM image WHERE id = ? AND state <> 'fell_out'"
        row = tx.connection.execute(query, (image,)).fetchone()
        if row is None:
            raise ItemUnknown("image", image)
        if row[0] == label:
            continue
        tx.connection.execute("UPDATE image SET label_id = ? WHERE id = ?", (label, image))
        tx.label_changes.append(LabelChange(row[1], names[row[0]], names[label]))
        before[image] = row[0]
    if before:
        tx.touch(Topic.LABELS, *before)
    return before


def _one(connection: sqlite3.Connection, label_id: LabelId) -> Label:
    row = connection.execute(f"{_SELECT} WHERE id = ?", (label_id,)).fetchone()
    if row is None:
        raise ItemUnknown("label", label_id)
    return _label(row)


def _label(row: tuple[int, str, int, str | None]) -> Label:
    number, name, position, colour = row
    # A stranger's project may say anything there; it goes into a style sheet and into a page.
    return Label(LabelId(number), name, position, colour if colour is not None and is_colour(colour) else "")
