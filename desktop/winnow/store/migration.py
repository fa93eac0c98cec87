"""The numbered schema, brought up to date in one transaction, after a backup."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from winnow.store.backups import Backups
from winnow.store.errors import ProjectTooNew, ProjectTooOld
from winnow.store.steps import steps, take_step

APPLICATION_ID = 0x57494E4F
"""'WINO', in the header of every project.db."""


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
            take_step(connection, file)
            connection.execute(f"PRAGMA user_version = {version}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
