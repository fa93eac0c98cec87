"""Scribbles in the tables that a person's work is in: each that changes something is found."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from store.projects import fill, opened

from winnow.domain.frame import Frame, StoredFrame
from winnow.domain.image import ImageState
from winnow.store import frames, images, labels, soundness

TABLES = ("image", "label", "frame", "label_log")
SCRIBBLES = 40
PICTURES = 400


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with labels, rejections, frames and accepted frames, closed."""
    folder = tmp_path_factory.mktemp("sound")
    database = opened(folder, create=True)
    fill(database, PICTURES)
    chance = random.Random(3)

    def work(tx) -> None:
        labels.assign(tx, {number: chance.choice([1, 2]) for number in range(1, PICTURES, 2)})
        images.set_states(tx, range(5, 60, 5), ImageState.REJECTED)
        for number in range(60, 200):
            left = chance.randrange(4)
            framed = StoredFrame(Frame(left, 0, left + 4, 5), chance.choice([None, 1, 2]))
            frames.replace(tx, number, [framed], accepted=number % 2 == 0)

    database.write(work).result()
    database.close()
    with closing(sqlite3.connect(folder / "project.db")) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
    return folder


def rows(path: Path) -> list[object] | None:
    """Return what the tables say; None where they cannot be read."""
    try:
        with closing(sqlite3.connect(path)) as connection:
            return [connection.execute(f"SELECT * FROM {name} ORDER BY 1").fetchall() for name in TABLES]
    except (sqlite3.Error, UnicodeDecodeError):
        return None


def pages_of_tables(path: Path) -> list[int]:
    """Return the offsets of the leaf pages of `TABLES`, found by their b-trees' roots."""
    size = 4096
    content = path.read_bytes()
    with closing(sqlite3.connect(path)) as connection:
        marks = ",".join("?" * len(TABLES))
        query = f"SELECT rootpage FROM sqlite_schema WHERE type = 'table' AND name IN ({marks})"
        todo = [row[0] for row in connection.execute(query, TABLES)]
    leaves = []
    while todo:
        start = (todo.pop() - 1) * size
        if content[start] == 13:  # a leaf of a table
            leaves.append(start)
            continue
        cells = int.from_bytes(content[start + 3 : start + 5], "big")
        todo.append(int.from_bytes(content[start + 8 : start + 12], "big"))
        for cell in range(cells):
            at = start + int.from_bytes(content[start + 12 + 2 * cell : start + 14 + 2 * cell], "big")
            todo.append(int.from_bytes(content[at : at + 4], "big"))
    return leaves


def found_in(path: Path, journal: Path) -> list[str]:
    try:
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            return soundness.problems(connection, journal)
    except sqlite3.DatabaseError as error:
        return [str(error)]


def test_a_sound_project_is_found_sound(sound: Path) -> None:
    assert found_in(sound / "project.db", sound / "labels.jsonl") == []


@pytest.mark.parametrize("length", [1, 16, 512])
def test_scribbles_that_change_what_a_person_did_are_all_found(length: int, sound: Path, tmp_path: Path) -> None:
    journal, original = sound / "labels.jsonl", (sound / "project.db").read_bytes()
    leaves, said = pages_of_tables(sound / "project.db"), rows(sound / "project.db")
    chance, path = random.Random(length), tmp_path / "project.db"
    told, missed, changed = of_the_person(said), [], 0
    while changed < SCRIBBLES:
        content = bytearray(original)
        at = chance.choice(leaves) + chance.randrange(4096 - length)
        content[at : at + length] = chance.randbytes(length)
        path.write_bytes(content)
        now = rows(path)
        if now == said or (now is not None and of_the_person(now) == told):
            continue  # free space, or what no person did
        changed += 1
        if not found_in(path, journal):
            missed.append(at)
    assert missed == []


def of_the_person(tables: list[object] | None) -> object:
    """Return the columns that hold a person's work: not file names, addresses, sizes and the like."""
    if tables is None:
        return None
    image, label, frame, log = tables
    return [(row[0], row[5], row[9], row[18], row[19], row[20]) for row in image], label, frame, log


def test_a_changed_line_of_the_log_is_found_by_the_file(sound: Path, tmp_path: Path) -> None:
    path = tmp_path / "project.db"
    path.write_bytes((sound / "project.db").read_bytes())
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE label_log SET after = 'dog' WHERE seq = 1 AND after = 'cat'")
        connection.execute("UPDATE label_log SET after = 'cat' WHERE seq = 2 AND after = 'dog'")
        assert connection.total_changes > 0
        connection.commit()
    (words,) = found_in(path, sound / "labels.jsonl")
    assert "not as in labels.jsonl" in words
