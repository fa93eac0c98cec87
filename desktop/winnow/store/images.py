"""Pictures: what was found, what was kept, what fell out and why."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from winnow.base.clock import now_utc
from winnow.domain.changes import Topic
from winnow.domain.frame import Content
from winnow.domain.ids import ImageId, SourceId
from winnow.domain.image import ImageFacts, ImageState, Reason
from winnow.store.database import Tx
from winnow.store.errors import ItemUnknown


@dataclass(frozen=True, slots=True)
class FoundImage:
    """One found file, kept (*facts* and no *reason*) or fallen out."""

    source_id: SourceId
    file: str
    address: str
    folder: str = ""
    facts: ImageFacts | None = None
    reason: Reason | None = None
    detail: str = ""
    provenance: dict[str, str] = field(default_factory=dict)
    host: str = ""
    """Which server it was asked of; empty: none."""
    received: int = 0
    """Bytes that came over the network for it."""


def add(tx: Tx, found: Iterable[FoundImage]) -> list[ImageId]:
    """Record what was found; a kept picture whose content is there already falls out as an exact duplicate.

    What is recorded here is no longer wanted of its source.
    """
    ids = []
    for one in found:
        twin = (
            one.facts
            and tx.connection.execute(
                "SELECT id FROM image WHERE sha256 = ? AND state <> 'fell_out'", (one.facts.sha256,)
            ).fetchone()
        )
        reason = Reason.EXACT_DUPLICATE if twin and one.reason is None else one.reason
        # Where something was asked for once more, the new verdict takes the old one's place.
        tx.connection.execute(
            "DELETE FROM image WHERE source_id = ? AND address = ? AND state = 'fell_out'", (one.source_id, one.address)
        )
        ids.append(_insert(tx, one, reason, twin[0] if twin else None))
        tx.connection.execute("DELETE FROM wanted WHERE source_id = ? AND address = ?", (one.source_id, one.address))
    tx.touch(Topic.IMAGES, *ids)
    tx.touch(Topic.SOURCES)
    return ids


def _insert(tx: Tx, one: FoundImage, reason: Reason | None, twin: int | None) -> ImageId:
    facts = one.facts
    row: dict[str, Any] = {
        "source_id": one.source_id,
        "file": one.file,
        "folder": one.folder,
        "address": one.address,
        "state": (ImageState.KEPT if reason is None else ImageState.FELL_OUT).value,
        "reason": reason and reason.value,
        "detail": one.detail,
        "duplicate_of": twin,
        "provenance": json.dumps(one.provenance),
        "host": one.host,
        "received": one.received,
        "found_at": now_utc(),
    }
    if facts is not None:
        row |= {
            "sha256": facts.sha256,
            "format": facts.format,
            "width": facts.width,
            "height": facts.height,
            "size_bytes": facts.size_bytes,
            "orientation": facts.orientation,
            "dhash": facts.dhash,
            "flags": ",".join(sorted(flag.value for flag in facts.flags)),
            "quality": json.dumps(facts.quality),
            "content_key": Content(facts.sha256).key(),
        }
    columns, marks = ", ".join(row), ", ".join(f":{name}" for name in row)
    cursor = tx.connection.execute(f"INSERT INTO image ({columns}) VALUES ({marks})", row)
    return ImageId(cursor.lastrowid or 0)


def known_addresses(connection: sqlite3.Connection, source_id: SourceId) -> set[str]:
    """Return the addresses of *source_id* that are settled; unreadable ones are worth another try."""
    rows = connection.execute(
        "SELECT address FROM image WHERE source_id = ? AND coalesce(reason, '') <> 'unreadable'", (source_id,)
    )
    return {row[0] for row in rows}


def forget_unreadable(tx: Tx, source_id: SourceId) -> None:
    """Drop the rows of files that could not be read, before they are tried again."""
    tx.connection.execute("DELETE FROM image WHERE source_id = ? AND reason = 'unreadable'", (source_id,))
    tx.touch(Topic.IMAGES)


def told_labels(connection: sqlite3.Connection, source_id: SourceId) -> dict[str, list[ImageId]]:
    """Return the kept pictures of *source_id* that have no label yet, by the true label that the source told."""
    found: dict[str, list[ImageId]] = {}
    for image, label in connection.execute(
        "SELECT id, json_extract(provenance, '$.label') AS told FROM image "
        "WHERE source_id = ? AND state = 'kept' AND label_id IS NULL AND told <> '' ORDER BY told, id",
        (source_id,),
    ):
        found.setdefault(label, []).append(ImageId(image))
    return found


def set_states(tx: Tx, ids: Sequence[ImageId], state: ImageState) -> list[ImageId]:
    """Keep or reject pictures; return those that changed. One whose original is in the trash stays rejected."""
    changed = []
    for image in ids:
        row = tx.connection.execute("SELECT state, trashed_at FROM image WHERE id = ?", (image,)).fetchone()
        if row is None or row[0] == ImageState.FELL_OUT.value:
            raise ItemUnknown("image", image)
        if row[0] != state.value and not row[1]:
            tx.connection.execute("UPDATE image SET state = ? WHERE id = ?", (state.value, image))
            changed.append(image)
    if changed:
        tx.touch(Topic.IMAGES, *changed)
    return changed


def original_of(connection: sqlite3.Connection, image: ImageId) -> tuple[str, str, int, int]:
    """Return (sha256, format, width, height) of a picture that did not fall out.

    Raises:
        ItemUnknown: there is no such picture.
    """
    row = connection.execute(
        "SELECT sha256, format, width, height FROM image WHERE id = ? AND state <> 'fell_out'", (image,)
    ).fetchone()
    if row is None:
        raise ItemUnknown("image", image)
    return row[0], row[1], row[2], row[3]
