"""Pictures that stand for a project on the start page."""

from __future__ import annotations

from winnow.store.database import Reader


def cover_keys(connection: Reader, most: int) -> list[bytes]:
    """Return the keys of up to *most* kept pictures' thumbnails: of different labels first, then from all along."""
    found = [
        row[0]
        for row in connection.execute(
            "SELECT (SELECT content_key FROM image WHERE label_id = label.id AND state = 'kept' LIMIT 1) AS key"
            " FROM label WHERE key IS NOT NULL ORDER BY position LIMIT ?",
            (most,),
        )
    ]
    last = connection.execute("SELECT max(id) FROM image").fetchone()[0] or 0
    for part in range(most):
        row = connection.execute(
            "SELECT content_key FROM image WHERE state = 'kept' AND id > ? ORDER BY id LIMIT 1",
            (last * part // most,),
        ).fetchone()
        if row is not None:
            found.append(row[0])
    return [bytes(key) for key in dict.fromkeys(found)][:most]


def cover_pictures(connection: Reader, most: int) -> list[tuple[bytes, int]]:
    """Return `cover_keys`, each with the position of its picture's label; -1 for none."""
    query = (
        "SELECT coalesce(label.position, -1) FROM image LEFT JOIN label ON label.id = image.label_id"
        " WHERE image.content_key = ? AND image.state = 'kept' LIMIT 1"
    )
    return [(key, connection.execute(query, (key,)).fetchone()[0]) for key in cover_keys(connection, most)]
