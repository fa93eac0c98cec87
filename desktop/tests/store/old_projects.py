"""Projects of every schema there was, for the test that brings them up to date.

``python desktop/tests/store/old_projects.py`` makes the files that are
missing under data/projects: a real project of the first schema, taken up step
by step, with rows in what each step added. Run it after a step was added, and
never over a file that is there: what a released program wrote does not change.
"""

from __future__ import annotations

import gzip
import shutil
import sqlite3
import sys
import tempfile
from contextlib import closing
from pathlib import Path

FOLDER = Path(__file__).parent.parent / "data" / "projects"
_SCHEMA = Path(__file__).parent.parent.parent / "winnow" / "store" / "schema"
_MAJOR = 65536
_NOW = "'2026-11-24T09:00:00.000Z'"
_FRAME = (
    '{"left":0,"top":0,"right":20,"bottom":20,"angle":0.0,"flip_x":false,"flip_y":false,'
    '"fill":{"mode":"constant","colour":"#000000"}}'
)
_ROWS = {
    2: [
        "INSERT INTO wanted (source_id, address, host, picture) VALUES (1, 'http://a.example/1.png', 'a', '{}')",
        "INSERT INTO visit (source_id, address, depth, host, state) VALUES (1, 'http://a.example/', 0, 'a', 'read')",
    ],
    3: [f"INSERT INTO draft (image_id, draft) SELECT min(id), '{{\"frames\":[{{\"frame\":{_FRAME},\"label_id\":null,"
        "\"origin\":\"\"}],\"active\":0}' FROM image WHERE state = 'kept'"],
    4: [f"INSERT INTO duplicate_search VALUES (1, x'', x'', x'', {_NOW})"],
    5: ["INSERT INTO split (ratios, seed, k_fold, ids, labels, groups, parts, folds, made_at, keeping) "
        f"VALUES ('{{}}', 7, 0, x'', x'', x'', x'', x'', {_NOW}, '{{}}')"],
    6: ["INSERT INTO run (name, recipe, split_id, labels, fingerprint, state, made_at, notes) "
        f"VALUES ('old run', '{{}}', 1, '[]', 'f', 'done', {_NOW}, '[\"a note\"]')"],
    7: ["INSERT INTO study (kind, settings, result, split_id, fingerprint, seconds, made_at) "
        f"VALUES ('lr_curve', '{{}}', '{{}}', 1, 'f', 1.5, {_NOW})"],
    8: ["INSERT INTO saved_filter (name, expression) VALUES ('mine', 'label:cat')"],
    9: ["INSERT INTO vouched SELECT content_key, label_id FROM image WHERE label_id IS NOT NULL LIMIT 1"],
    13: ["UPDATE label SET colour = '#AA3377' WHERE position = 0"],
}  # fmt: skip


def step_files() -> list[tuple[int, Path]]:
    """Return (number, file) of every step of the schema."""
    return [(int(path.name[:4]), path) for path in sorted(_SCHEMA.glob("[0-9]*.sql"))]


def database_of(number: int, target: Path) -> None:
    """Write the project.db of schema *number* to *target*."""
    if number == 1:
        shutil.copy(FOLDER / "schema-1" / "project.db", target)
    else:
        target.write_bytes(gzip.decompress((FOLDER / f"schema-{number}.db.gz").read_bytes()))


def _make(number: int) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "project.db"
        database_of(1, path)
        with closing(sqlite3.connect(path)) as connection:
            for step, file in step_files()[1:number]:
                connection.executescript(file.read_text("utf-8"))
                for row in _ROWS.get(step, ()):
                    connection.execute(row)
                connection.execute(f"PRAGMA user_version = {_MAJOR + step}")
                connection.commit()
            connection.execute("PRAGMA journal_mode = DELETE")
        return gzip.compress(path.read_bytes(), mtime=0)


if __name__ == "__main__":
    for number, _file in step_files()[1:-1]:
        file = FOLDER / f"schema-{number}.db.gz"
        if not file.exists():
            file.write_bytes(_make(number))
            print(file, file.stat().st_size)
    sys.exit(0)
