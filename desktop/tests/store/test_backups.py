"""Backups: whole, checked, listed, and never damaged ones in the place of sound ones."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from store.projects import fill, opened

from winnow.base.files import sweep_temporary_files
from winnow.store import labels, settings
from winnow.store.backups import BackupFailed, Backups, BackupStopped, BackupUnusable
from winnow.store.database import Database
from winnow.store.errors import ProjectDamaged


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    made = opened(tmp_path, create=True)
    fill(made, 5)
    yield made
    made.close()


@pytest.fixture
def backups(tmp_path: Path) -> Backups:
    return Backups(tmp_path / "backups")


def names_in(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return [row[0] for row in connection.execute("SELECT name FROM label ORDER BY id")]


def test_a_backup_has_what_was_committed_and_says_so(database: Database, backups: Backups, tmp_path: Path) -> None:
    database.write(lambda tx: labels.assign(tx, {1: 1, 2: 2})).result()
    made = backups.make(database.read(), database.path, "regular")
    assert (made.number, made.about.images, made.about.labelled, made.about.why) == (1, 5, 2, "regular")
    assert backups.newest() == made
    backups.extract(made, tmp_path / "copy.db")
    assert names_in(tmp_path / "copy.db") == ["cat", "dog"]
    assert [file.name for file in backups.folder.iterdir()] == [made.path.name]


def test_a_backup_is_of_one_moment_while_others_write(database: Database, backups: Backups, tmp_path: Path) -> None:
    ends = threading.Event()

    def write() -> None:
        number = 0
        while not ends.is_set():
            number += 1
            text = str(number)
            database.write(lambda tx, n=text: [settings.put(tx.connection, key, n) for key in ("a", "b")]).result()

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for number in range(3):
            made = backups.make(database.read(), database.path, "regular")
            backups.extract(made, tmp_path / f"{number}.db")
    finally:
        ends.set()
        writer.join()
    for number in range(3):
        with closing(sqlite3.connect(tmp_path / f"{number}.db")) as copy:
            assert settings.get(copy, "a") == settings.get(copy, "b")


def test_a_damaged_project_gets_no_backup_and_the_old_ones_stay(
    database: Database, backups: Backups, tmp_path: Path
) -> None:
    sound = backups.make(database.read(), database.path, "regular")
    database.close()
    with closing(sqlite3.connect(database.path)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("DELETE FROM sqlite_schema WHERE name = 'image_said'")
        connection.commit()
    connected = closing(sqlite3.connect(database.path, isolation_level=None))
    with connected as connection, pytest.raises(ProjectDamaged, match="never used"):
        backups.make(connection, database.path, "regular")
    assert [one.number for one in backups.all()] == [sound.number]
    assert len(list(backups.folder.iterdir())) == 1


def test_what_was_damaged_afterwards_is_found_and_never_the_newest(
    database: Database, backups: Backups, tmp_path: Path
) -> None:
    first = backups.make(database.read(), database.path, "regular")
    second = backups.make(database.read(), database.path, "regular")
    third = backups.make(database.read(), database.path, "regular")
    third.path.write_bytes(third.path.read_bytes()[:-100])
    content = bytearray(second.path.read_bytes())
    content[len(content) // 2] ^= 0xFF
    second.path.write_bytes(content)
    assert backups.damaged() == [second.path, third.path]
    assert [one.number for one in backups.all()] == [2, 1]  # to its end only `damaged` and `extract` read one
    with pytest.raises(BackupUnusable, match="cannot be used"):
        backups.extract(second, tmp_path / "copy.db")
    assert not (tmp_path / "copy.db").exists()
    backups.extract(first, tmp_path / "copy.db")
    assert backups.make(database.read(), database.path, "regular").number == 4
    # Damaged ones are nobody's to delete but the person's, and drive no other out.
    assert {second.path, third.path} <= set(backups.folder.iterdir())


def test_one_that_is_called_off_leaves_nothing(database: Database, backups: Backups) -> None:
    with pytest.raises(BackupStopped):
        backups.make(database.read(), database.path, "regular", lambda: True)
    assert list(backups.folder.iterdir()) == []


def test_what_a_crash_left_is_swept_and_is_no_backup(database: Database, backups: Backups) -> None:
    backups.make(database.read(), database.path, "regular")
    (backups.folder / ".000002.zip.part").write_bytes(b"PK")
    (backups.folder / "notes.txt").write_text("mine")
    assert len(backups.all()) == 1
    assert sweep_temporary_files(backups.folder) == 1
    assert sorted(file.suffix for file in backups.folder.iterdir()) == [".txt", ".zip"]


def test_a_disk_that_does_not_take_it_is_said(database: Database, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_text("a file is in the way")
    with pytest.raises(BackupFailed, match="No backup could be made"):
        Backups(tmp_path / "elsewhere").make(database.read(), database.path, "regular")


def test_only_those_that_thinning_keeps_are_there(database: Database, backups: Backups) -> None:
    for _ in range(4):
        backups.make(database.read(), database.path, "regular")
    assert [one.number for one in backups.all()] == [4, 3, 2, 1]
