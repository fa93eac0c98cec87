"""A project of an older version is brought up to date, after a backup, a step at a time."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from store.projects import fill, opened

from winnow.store import migration
from winnow.store.backups import Backups
from winnow.store.errors import ProjectUnreachable


@pytest.fixture
def schema(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the schema's folder, to which a test adds steps."""
    folder = tmp_path / "schema"
    shutil.copytree(migration.steps()[0][1].parent, folder)
    monkeypatch.setattr(migration, "_SCHEMA", folder)
    return folder


@pytest.fixture
def project(tmp_path: Path, schema: Path) -> Iterator[Path]:
    folder = tmp_path / "old.winnow"
    folder.mkdir()
    database = opened(folder, create=True)
    fill(database, 3)
    database.close()
    return folder


def version(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        found: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return found


def test_an_older_project_is_backed_up_and_brought_up_to_date(project: Path, schema: Path) -> None:
    old = version(project / "project.db")
    step = "ALTER TABLE image ADD COLUMN note TEXT NOT NULL DEFAULT 'a;b';\nCREATE TABLE more (x INTEGER) STRICT;\n"
    (schema / "9001_more.sql").write_text(step)
    database = opened(project)
    assert database.read().execute("SELECT DISTINCT note FROM image").fetchall() == [("a;b",)]
    assert database.read().execute("SELECT count(*) FROM more").fetchone() == (0,)
    database.close()
    assert version(project / "project.db") == migration.steps()[-1][0] > old
    backups = Backups(project / "backups")
    (backup,) = backups.all()
    assert backup.about.version == old
    backups.extract(backup, project / "copy.db")
    with closing(sqlite3.connect(project / "copy.db")) as copy:
        assert copy.execute("SELECT count(*) FROM image").fetchone() == (3,)


def test_a_step_that_fails_leaves_the_project_as_it_was(project: Path, schema: Path) -> None:
    old = version(project / "project.db")
    bad = schema / "9001_bad.sql"
    bad.write_text("CREATE TABLE more (x INTEGER) STRICT;\nDROP TABLE nothing;\n")
    with pytest.raises(ProjectUnreachable, match="nothing"):
        opened(project)
    assert version(project / "project.db") == old
    bad.unlink()
    database = opened(project)
    assert database.read().execute("SELECT count(*) FROM image").fetchone() == (3,)
    assert database.read().execute("SELECT name FROM sqlite_schema WHERE name = 'more'").fetchall() == []
    database.close()
