"""The numbered schema, brought up to date in one transaction, after a backup."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from winnow.store.backups import Backups
from winnow.store.errors import ProjectTooNew, ProjectTooOld

APPLICATION_ID = 0x57494E4F
"""'WINO', in the header of every project.db."""

_MAJOR = 1
_SCHEMA = Path(__file__).parent / "schema"


def steps() -> list[tuple[int, Path]]:
    """Return (version, file) of every schema step, ascending; the version is major * 65536 + number."""
    return [(_MAJOR * 65536 + int(path.name[:4]), path) for path in sorted(_SCHEMA.glob("[0-9]*.sql"))]


def check_version(connection: sqlite3.Connection, path: Path) -> None:
    """Look at the schema's version where it cannot be brought up to date.

    Raises:
        ProjectTooNew: a newer program has written it. ProjectTooOld: it must be brought up to date first.
    """
    found, wanted = connection.execute("PRAGMA user_version").fetchone()[0], steps()[-1][0]
    if found > wanted:
        raise ProjectTooNew(path.parent)
    if found < wanted:
        raise ProjectTooOld(path.parent)


def migrate(connection: sqlite3.Connection, path: Path, with_backup: bool = True) -> None:
    """Bring the schema to this program's version; before that, back up a project that has one.

    Raises:
        ProjectTooNew: a newer program has written it. ProjectDamaged: no sound backup could be made before.
    """
    found = connection.execute("PRAGMA user_version").fetchone()[0]
    wanted = steps()
    if found > wanted[-1][0]:
        raise ProjectTooNew(path.parent)
    missing = [step for step in wanted if step[0] > found]
    if missing and found and with_backup:
        Backups(path.parent / "backups").make(connection, path, "before an update of the project")
    if not missing:
        return
    # All steps in one transaction: a crash leaves the old schema or the new one, never one between.
    connection.execute("BEGIN IMMEDIATE")
    try:
        for version, file in missing:
            # One by one: executescript would commit the open transaction first.
            for statement in _statements(file.read_text("utf-8")):
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {version}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
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
