"""A project of an older version is brought up to date, after a backup, a step at a time."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from store.old_projects import database_of, step_files
from store.projects import fill, opened

from winnow.app.queries.overview import overview
from winnow.app.session import Session
from winnow.store import migration, soundness, steps
from winnow.store.backups import BackupFailed, Backups
from winnow.store.errors import ProjectUnreachable


@pytest.fixture
def schema(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the schema's folder, to which a test adds steps."""
    folder = tmp_path / "schema"
    shutil.copytree(steps.steps()[0][1].parent, folder)
    monkeypatch.setattr(steps, "_SCHEMA", folder)
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
    assert version(project / "project.db") == steps.steps()[-1][0] > old
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


def dump(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return list(connection.iterdump())


@pytest.mark.parametrize("number", [number for number, _file in step_files()[:-1]])
def test_a_project_of_every_schema_there_was_opens_after_a_backup_of_it(number: int, tmp_path: Path) -> None:
    folder = tmp_path / "old.winnow"
    folder.mkdir()
    database_of(number, folder / "project.db")
    before = dump(folder / "project.db")
    with Session.open(folder) as session:
        now = session.ask(overview)
        assert (now.found, now.kept, now.rejected, now.labelled) == (8, 5, 1, 5)
        assert session.ask(soundness.problems, session.layout.labels) == []
        (backup,) = session.backups.all()
        session.backups.extract(backup, tmp_path / "copy.db")
    assert dump(tmp_path / "copy.db") == before
    assert version(folder / "project.db") == steps.steps()[-1][0]
    with closing(sqlite3.connect(folder / "project.db")) as now, closing(sqlite3.connect(":memory:")) as fresh:
        fresh.executescript("".join(file.read_text("utf-8") for _number, file in steps.steps()))
        query = "SELECT type, name, sql FROM sqlite_schema ORDER BY type, name"
        assert now.execute(query).fetchall() == fresh.execute(query).fetchall()


def test_a_migration_that_ends_in_its_midst_leaves_the_old_project(
    tmp_path: Path, schema: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whichever statement is the last: nothing between the old schema and the new one is ever on the disk."""
    statements = sum(len(steps._statements(file.read_text("utf-8"))) for _number, file in steps.steps()[1:])
    database_of(1, tmp_path / "first.db")
    old = dump(tmp_path / "first.db")

    class Died(BaseException):
        pass

    real = steps._statements

    def dying_after(count: int):
        left = iter(range(count))

        def some(script: str) -> Iterator[str]:
            for statement in real(script):
                if next(left, None) is None:
                    raise Died
                yield statement

        return some

    for count in range(statements):
        path = tmp_path / f"{count}" / "project.db"
        path.parent.mkdir()
        shutil.copy(tmp_path / "first.db", path)
        monkeypatch.setattr(steps, "_statements", dying_after(count))
        with closing(sqlite3.connect(path, isolation_level=None)) as connection, pytest.raises(Died):
            migration.migrate(connection, path, with_backup=False)
        assert dump(path) == old


def test_no_backup_no_migration(tmp_path: Path, quiet: pytest.LogCaptureFixture) -> None:
    folder = tmp_path / "old.winnow"
    folder.mkdir()
    database_of(1, folder / "project.db")
    before = dump(folder / "project.db")
    (folder / "backups").write_text("in the way")
    with pytest.raises((ProjectUnreachable, BackupFailed)):
        Session.open(folder)
    assert dump(folder / "project.db") == before
