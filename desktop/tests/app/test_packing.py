"""A project packed while it is open."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from app.folders import filled_project

from winnow.app.commands.labelling import AddLabel, LabelImages
from winnow.app.pipelines.doctor import examine_project
from winnow.app.pipelines.packing import pack, unpack
from winnow.app.queries.items import items
from winnow.app.session import Session
from winnow.store import labels


@pytest.fixture
def session(tmp_path: Path) -> Session:
    return Session.open(filled_project(tmp_path, 5, ()))


def test_work_goes_on_while_it_is_packed_and_what_was_there_is_inside(session: Session, tmp_path: Path) -> None:
    with session:
        session.do(AddLabel("cat")).result()
        (cat,) = session.ask(labels.all_labels)
        before = session.ask(items)
        for number, _event in enumerate(pack(session, tmp_path / "pets.winnowz")):
            session.do(LabelImages((before[number % 5]["id"],), cat.id)).result()
    *_, done = unpack(tmp_path / "pets.winnowz", tmp_path / "there.winnow")
    with Session.open(done.folder) as there:
        named = [row["label"] for row in there.ask(items)]
        assert [row["sha256"] for row in there.ask(items)] == [row["sha256"] for row in before]
        keys = there.ask(lambda reader: [row[0] for row in reader.execute("SELECT content_key FROM image")])
        assert there.thumbnails.missing(keys) == []
        # It goes on there: its second copy of the labels is neither behind nor ahead.
        there.do(LabelImages(tuple(row["id"] for row in before), cat.id)).result()
        *_, found = examine_project(there)
        assert found.problems == ()
    assert set(named) <= {"cat", None}


@pytest.mark.parametrize("after", [1, 3])
def test_stopping_leaves_nothing_in_the_project_or_beside_it(session: Session, tmp_path: Path, after: int) -> None:
    with session:
        there = {path for path in session.layout.folder.rglob("*") if path.is_dir()}
        steps = pack(session, tmp_path / "out" / "pets.winnowz")
        for _ in range(after):
            next(steps)
        steps.close()
        assert {path for path in session.layout.folder.rglob("*") if path.is_dir()} == there
    assert not list((tmp_path / "out").glob("*"))


def test_copies_that_a_crash_left_are_swept(session: Session, tmp_path: Path) -> None:
    left = session.layout.cache / "packing-left"
    left.mkdir()
    (left / "project.db").write_bytes(b"half")
    os.utime(left, (0, 0))
    with session:
        list(pack(session, tmp_path / "pets.winnowz"))
    assert not left.exists()
