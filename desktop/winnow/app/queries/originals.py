"""Where the files of pictures lie."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from winnow.store.database import Reader
from winnow.store.originals import Originals


def original_files(connection: Reader, originals: Originals, ids: Sequence[int]) -> list[Path]:
    """Return the original files of *ids* that are there, in the order of *ids*."""
    rows = connection.execute(
        "SELECT id, sha256, format FROM image WHERE state <> 'fell_out' AND id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(ids)),),
    )
    paths = {row[0]: originals.path(row[1], row[2]) for row in rows}
    return [paths[image] for image in ids if image in paths and paths[image].exists()]
