"""The numbered schema, brought up to date in one transaction a step, after a backup."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from winnow.base.clock import now_utc
from winnow.store.errors import ProjectTooNew

APPLICATION_ID = 0x57494E4F
"""'WINO', in the header of every project.db."""

_MAJOR = 1
_SCHEMA = Path(__file__).parent / "schema"


def steps() -> list[tuple[int, Path]]:
    """Return (version, file) of every schema step, ascending; the version is major * 65536 + number."""
    return [(_MAJOR * 65536 + int(path.name[:4]), path) for path in sorted(_SCHEMA.glob("[0-9]*.sql"))]


def migrate(connection: sqlite3.Connection, path: Path) -> None:
    """Bring the schema to this program's version.

    Raises:
        ProjectTooNew: a newer program has written it.
    """
    found = connection.execute("PRAGMA user_version").fetchone()[0]
    wanted = steps()
    if found > wanted[-1][0]:
        raise ProjectTooNew(path.parent)
    missing = [step for step in wanted if step[0] > found]
    if missing and found:
        _back_up(connection, path, found)
    for version, file in missing:
        connection.execute("BEGIN IMMEDIATE")
        try:
            # One by one: executescript would commit the open transaction first.
            for statement in _statements(file.read_text("utf-8")):
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {version}")
            connection.execute("COMMIT")
        except BaseException:
            connection.execute("ROLLBACK")
            raise


def _statements(script: str) -> list[str]:
    statements, current = [], ""
    for line in script.splitlines(keepends=True):
        current += line
        if sqlite3.complete_statement(current):
            statements.append(current)
            current = ""
    return statements


def _back_up(connection: sqlite3.Connection, path: Path, version: int) -> None:
    folder = path.parent / "backups"
    folder.mkdir(exist_ok=True)
    copy = sqlite3.connect(folder / f"before-migration-{version}-{now_utc().replace(':', '')}.db")
    try:
        connection.backup(copy)
    finally:
        copy.close()
