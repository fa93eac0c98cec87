"""project.db: made, opened, refused, and written by several at once."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import psutil
import pytest
from store.projects import fill, opened

from winnow.app.session import Session
from winnow.base.errors import ContractError
from winnow.domain.changes import Changes, Topic
from winnow.store import labels, settings
from winnow.store.database import Database, Tx
from winnow.store.errors import ItemUnknown, NotAProject, ProjectDamaged, ProjectExists, ProjectTooNew, SaveFailed
from winnow.store.migration import APPLICATION_ID
from winnow.store.steps import steps


@pytest.fixture
def heard() -> list[Changes]:
    return []


@pytest.fixture
def database(tmp_path: Path, heard: list[Changes]) -> Iterator[Database]:
    made = opened(tmp_path, create=True, heard=heard)
    yield made
    made.close()


def pragma(path: Path, words: str) -> object:
    with sqlite3.connect(path) as connection:
        value = connection.execute(f"PRAGMA {words}").fetchone()
    connection.close()
    return value and value[0]


def test_the_schema_comes_from_the_numbered_files(database: Database) -> None:
    assert pragma(database.path, "application_id") == APPLICATION_ID
    assert pragma(database.path, "user_version") == steps()[-1][0]
    script = "".join(file.read_text("utf-8") for _, file in steps())
    with sqlite3.connect(":memory:") as fresh:
        fresh.executescript(script)
        query = "SELECT type, name, sql FROM sqlite_schema ORDER BY type, name"
        assert database.read().execute(query).fetchall() == fresh.execute(query).fetchall()
    fresh.close()


def test_readers_cannot_write(database: Database) -> None:
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        database.read().execute("DELETE FROM image")


def test_a_closed_project_takes_no_work(database: Database) -> None:
    database.close()
    database.close()
    with pytest.raises(ContractError, match="closed"):
        database.write(lambda tx: None)


def test_who_reads_sees_one_moment(database: Database) -> None:
    with database.reading() as reader:
        before = labels.all_labels(reader)
        database.write(lambda tx: labels.add(tx, "cat")).result()
        with database.reading() as inside:
            assert labels.all_labels(inside) == labels.all_labels(reader) == before
    with database.reading() as reader:
        assert [label.name for label in labels.all_labels(reader)] == ["cat"]


def test_a_failing_command_does_not_take_the_others_down(database: Database, heard: list[Changes]) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def wait(tx: Tx) -> None:
        begun.set()
        assert go_on.wait(20)

    first = database.write(wait)
    assert begun.wait(20)

    # All of these wait, and so share one transaction.
    def half_done(tx: Tx) -> None:
        settings.put(tx.connection, "half", "1")
        labels.add(tx, "lost")
        raise ItemUnknown("image", 7)

    good = [database.write(lambda tx, n=name: labels.add(tx, n)) for name in ("cat", "dog")]
    bad = [database.write(half_done), database.write(lambda tx: tx.connection.execute("INSERT INTO label VALUES (1)"))]
    twice = database.write(
        lambda tx: tx.connection.execute("INSERT INTO label (id, name, position) VALUES (1, 'x', 0)")
    )
    late = database.write(lambda tx: labels.add(tx, "cow"))
    go_on.set()
    first.result()
    assert [future.result() for future in good] == [1, 2]
    assert late.result() == 3
    with pytest.raises(ItemUnknown, match="no image 7"):
        bad[0].result()
    with pytest.raises(sqlite3.IntegrityError):
        twice.result()
    with pytest.raises(sqlite3.Error):
        bad[1].result()
    assert [label.name for label in labels.all_labels(database.read())] == ["cat", "dog", "cow"]
    assert settings.get(database.read(), "half") is None
    database.close()
    assert [changes.topics for changes in heard] == [frozenset({Topic.LABELS})] * 3


def test_a_full_disk_is_said_and_nothing_of_the_command_is_kept(
    database: Database, quiet: pytest.LogCaptureFixture
) -> None:
    def limit(tx: Tx, pages: int) -> None:
        tx.connection.execute(f"PRAGMA max_page_count = {pages}")

    def write_much(tx: Tx) -> None:
        settings.put(tx.connection, "small", "1")
        settings.put(tx.connection, "large", "x" * 1_000_000)

    pages = database.read().execute("PRAGMA page_count").fetchone()[0]
    database.write(lambda tx: limit(tx, pages + 2)).result()
    with pytest.raises(SaveFailed, match="full"):
        database.write(write_much).result()
    assert settings.get(database.read(), "small") is None
    database.write(lambda tx: limit(tx, 1 << 30)).result()
    database.write(write_much).result()
    assert settings.get(database.read(), "small") == "1"
    assert "a transaction was not committed" in quiet.text


def test_a_result_is_readable_once_its_future_is_done(database: Database) -> None:
    for number in range(30):
        database.write(lambda tx, n=number: settings.put(tx.connection, "n", str(n))).result()
        assert settings.get(database.read(), "n") == str(number)


def test_what_was_written_is_there_on_opening_again(database: Database, tmp_path: Path) -> None:
    fill(database, 3)
    database.close()
    again = opened(tmp_path)
    assert again.read().execute("SELECT count(*) FROM image").fetchone() == (3,)
    again.close()


def test_what_is_no_project_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotAProject, match="no such folder"):
        Session.open(tmp_path / "nowhere")
    with pytest.raises(NotAProject, match=r"no project\.db"):
        Session.open(tmp_path)
    with sqlite3.connect(tmp_path / "project.db") as foreign:
        foreign.execute("CREATE TABLE other (x)")
    foreign.close()
    for _ in range(2):  # the first refusal must have let go of the lock
        with pytest.raises(NotAProject, match="another program"):
            Session.open(tmp_path)


def test_a_newer_project_is_refused_unchanged(tmp_path: Path) -> None:
    Session.create(tmp_path / "new.winnow", ["cat"]).close()
    path = tmp_path / "new.winnow" / "project.db"
    pragma(path, f"user_version = {steps()[-1][0] + 1}")
    before = path.read_bytes()
    with pytest.raises(ProjectTooNew, match="newer Winnow"):
        Session.open(tmp_path / "new.winnow")
    assert path.read_bytes() == before


def test_a_damaged_project_is_said_to_be(tmp_path: Path) -> None:
    Session.create(tmp_path / "hurt.winnow", ["cat"]).close()
    path = tmp_path / "hurt.winnow" / "project.db"
    content = bytearray(path.read_bytes())
    content[4096:8192] = b"\xa5" * 4096
    path.write_bytes(content)
    with pytest.raises(ProjectDamaged, match="damaged"):
        Session.open(tmp_path / "hurt.winnow")
    path.write_bytes(b"this was a database once" * 100)
    with pytest.raises(ProjectDamaged, match="damaged"):
        Session.open(tmp_path / "hurt.winnow")


def test_a_project_is_not_made_over_something(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    Session.create(tmp_path / "empty").close()
    (tmp_path / "file").touch()
    for path in (tmp_path / "empty", tmp_path / "file"):
        with pytest.raises(ProjectExists, match="exists already"):
            Session.create(path)


def test_the_cache_may_be_deleted(tmp_path: Path) -> None:
    Session.create(tmp_path / "a.winnow", ["cat"]).close()
    for file in (tmp_path / "a.winnow" / "cache").iterdir():
        file.unlink()
    with Session.open(tmp_path / "a.winnow") as session:
        assert session.thumbnails.get([b"k" * 32]) == {}


def test_threads_that_ended_leave_no_connection_open(tmp_path: Path) -> None:
    """Every job has a thread: their connections would add up to the limit of open files."""
    with Session.create(tmp_path / "pets.winnow") as session:
        looks = (
            partial(session.ask, lambda reader: reader.execute("SELECT count(*) FROM image").fetchone()),
            partial(session.thumbnails.get, [b"x" * 32]),
        )
        held = []
        for _job in range(12):
            for look in looks:
                thread = threading.Thread(target=look)
                thread.start()
                thread.join()
            held.append(len(psutil.Process().open_files()))
        assert held[-1] <= held[1], held  # SQLite keeps some handles for the next connection
