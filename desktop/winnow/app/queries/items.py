"""Every found picture, one row each, also what fell out."""

from __future__ import annotations

import json
from typing import Any

from winnow.domain.split import PARTS
from winnow.store import clusterings, frames, splits
from winnow.store.database import Reader


def items(connection: Reader) -> list[dict[str, Any]]:
    """Return the rows of ``winnow items``, in the order in which they were found."""
    clusters = _clusters(connection)
    parts = _parts(connection)
    framed = frames.all_frames(connection)
    rows = connection.execute(
        "SELECT image.id, file, address, sha256, width, height, state, reason, detail, label.name, flags, provenance,"
        " folder, duplicate_of FROM image LEFT JOIN label ON label.id = image.label_id ORDER BY image.id"
    )
    return [
        {
            "id": row[0],
            "file": row[1],
            "address": row[2],
            "sha256": row[3],
            "width": row[4],
            "height": row[5],
            "state": row[6],
            "reason": row[7],
            "detail": row[8],
            "label": row[9],
            "cluster": clusters.get(row[0]),
            "flags": row[10].split(",") if row[10] else [],
            "part": parts.get(row[0], (None, None))[0],
            "fold": parts.get(row[0], (None, None))[1],
            "frames": max(1, len(framed.get(row[0], ()))) if row[6] != "fell_out" else 0,
            "provenance": json.loads(row[11]) | {"folder": row[12]},
            "duplicate_of": row[13],
        }
        for row in rows
    ]


def _clusters(connection: Reader) -> dict[int, int]:
    number = clusterings.current_id(connection)
    if number is None:
        return {}
    current = clusterings.get(connection, number)
    return {int(image): int(cluster) + 1 for image, cluster in zip(current.ids, current.clusters, strict=True)}


def _parts(connection: Reader) -> dict[int, tuple[str | None, int | None]]:
    number = splits.current_id(connection)
    if number is None:
        return {}
    split = splits.get(connection, number)
    return {
        int(image): (PARTS[part].value, int(fold) + 1 if fold >= 0 else None)
        for image, part, fold in zip(split.ids, split.parts, split.folds, strict=True)
    }
