"""labels.jsonl: the second copy of every label."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from store.projects import fill, opened, sha256_of

from winnow.domain.ids import ImageId, LabelId
from winnow.store import label_journal, labels
from winnow.store.database import Database
from winnow.store.label_journal import LabelChange, read

CAT, DOG = LabelId(1), LabelId(2)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    made = opened(tmp_path, create=True)
    fill(made, 4)
    yield made
    made.close()


def assign(database: Database, wanted: dict[int, LabelId | None]) -> None:
    database.write(lambda tx: labels.assign(tx, {ImageId(image): label for image, label in wanted.items()})).result()


def changes(folder: Path) -> list[LabelChange]:
    return [change for _, change in read(folder / "labels.jsonl")]


THREE = [
    LabelChange(sha256_of(0), None, "cat"),
    LabelChange(sha256_of(1), None, "dog"),
    LabelChange(sha256_of(0), "cat", None),
]


def three(database: Database) -> None:
    assign(database, {1: CAT, 2: DOG})
    assign(database, {2: DOG})  # no change, no line
    assign(database, {1: None})


def test_every_change_is_there_once_and_in_order(database: Database, tmp_path: Path) -> None:
    three(database)
    assert changes(tmp_path) == THREE
    database.close()
    opened(tmp_path).close()
    assert changes(tmp_path) == THREE


def test_a_failed_command_leaves_no_line(database: Database, tmp_path: Path) -> None:
    def fail(tx: object) -> None:
        labels.assign(tx, {ImageId(1): CAT})
        raise ZeroDivisionError

    failed = database.write(fail)
    assign(database, {2: DOG})
    assert isinstance(failed.exception(), ZeroDivisionError)
    assert changes(tmp_path) == [LabelChange(sha256_of(1), None, "dog")]


@pytest.mark.parametrize("left", [0, 1, 30, -40, -1])
def test_a_torn_end_is_written_again(database: Database, tmp_path: Path, left: int) -> None:
    three(database)
    database.close()
    path = tmp_path / "labels.jsonl"
    path.write_bytes(path.read_bytes()[:left])
    again = opened(tmp_path)
    assert changes(tmp_path) == THREE
    assign(again, {3: CAT})
    again.close()
    assert changes(tmp_path) == [*THREE, LabelChange(sha256_of(2), None, "cat")]


def test_the_file_is_made_again_from_the_database(database: Database, tmp_path: Path) -> None:
    three(database)
    database.close()
    (tmp_path / "labels.jsonl").unlink()
    opened(tmp_path).close()
    assert changes(tmp_path) == THREE


@pytest.mark.parametrize("labelled_before", [False, True])
def test_changes_after_a_backup_was_restored_are_there(
    database: Database, tmp_path: Path, labelled_before: bool
) -> None:
    before = [LabelChange(sha256_of(3), None, "cat")] if labelled_before else []
    if labelled_before:
        assign(database, {4: CAT})
    database.backup(tmp_path / "backup.db")
    three(database)
    database.close()
    for name in ("project.db-wal", "project.db-shm"):
        (tmp_path / name).unlink(missing_ok=True)
    (tmp_path / "backup.db").replace(tmp_path / "project.db")
    restored = opened(tmp_path)
    assign(restored, {3: DOG})
    restored.close()
    again = opened(tmp_path)
    assign(again, {3: CAT})
    again.close()
    last = [LabelChange(sha256_of(2), None, "dog"), LabelChange(sha256_of(2), "dog", "cat")]
    assert changes(tmp_path) == [*before, *THREE, *last]


def test_a_scribbled_line_is_passed_over(database: Database, tmp_path: Path) -> None:
    three(database)
    path = tmp_path / "labels.jsonl"
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(lines[0].replace(b'"cat"', b'"cow"') + b"\x00\xff\n[]\n7\n" + lines[1])
    assert changes(tmp_path) == [THREE[1]]


NOT_OURS = {
    "lines": b"\n",
    "short lines": b"[1]\n",
    "one line": b"x",
    "beginnings": b'{"seq": 1, "sha256": "' + b"a" * 64 + b'", ',
}


@pytest.mark.parametrize("what", NOT_OURS)
def test_what_is_none_of_ours_is_passed_over_at_once_however_long_it_is(
    what: str, database: Database, tmp_path: Path
) -> None:
    three(database)
    database.close()
    path = tmp_path / "labels.jsonl"
    ours = path.read_bytes()
    much = NOT_OURS[what] * ((16 << 20) // len(NOT_OURS[what]))
    path.write_bytes(much + b"\n" + ours)
    began = time.process_time()
    opened(tmp_path).close()
    assert changes(tmp_path) == THREE
    # Line by line it took up to a minute; the room is for a slow machine.
    assert time.process_time() - began < 3
    assert path.read_bytes().endswith(ours)
    path.write_bytes(ours + much)
    opened(tmp_path).close()
    assert set(changes(tmp_path)) == set(THREE)


def test_a_line_is_found_wherever_it_lies_in_the_file(database: Database, tmp_path: Path) -> None:
    three(database)
    database.close()
    path = tmp_path / "labels.jsonl"
    ours = path.read_bytes()
    for before in range((1 << 20) - len(ours) - 2, (1 << 20) + 2, 37):
        path.write_bytes(b"\n" * before + ours)
        assert changes(tmp_path) == THREE


def test_of_an_endless_file_the_newest_changes_are_read(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    three(database)
    lines = (tmp_path / "labels.jsonl").read_bytes().splitlines(keepends=True)
    monkeypatch.setattr(label_journal, "MOST_BYTES", len(lines[1]) + len(lines[2]) + 5)
    assert changes(tmp_path) == THREE[1:]
