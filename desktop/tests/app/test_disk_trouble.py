"""Disks that are full, write-protected or gone, folders that move, odd names, and two programs at once."""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from app.folders import fill, import_all

from winnow.app.commands.labelling import AddLabel, LabelImages
from winnow.app.pipelines.doctor import Checkup, examine_project
from winnow.app.queries.items import items
from winnow.app.queries.overview import overview
from winnow.app.repairing import restore
from winnow.app.session import Session
from winnow.base.lock import AlreadyOpen, Lock
from winnow.domain.label import LabelNameUnusable
from winnow.store import soundness
from winnow.store.ballast import BALLAST_BYTES
from winnow.store.errors import ProjectReadOnly, ProjectUnreachable, SavedOnFullDisk, SaveFailed

DISK = 4 << 20


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made") / "pets.winnow"
    fill(folder.parent / "pile", 4)
    with Session.create(folder, ["cat", "dog"]) as session:
        import_all(session, folder.parent / "pile")
        session.do(LabelImages((1, 2), 1)).result()
    return folder


@pytest.fixture
def disk(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Path]:
    """A small disk of its own, in memory."""
    if not sys.platform.startswith("linux"):
        pytest.skip("needs Linux to make a small disk")
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={getattr(request, 'param', DISK)}", "tmpfs", str(folder)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("may not mount a small disk")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def filled(disk: Path) -> Path:
    """Take all of the disk's room, and return the file that has it."""
    filler = disk / "filler"
    with contextlib.suppress(OSError), filler.open("wb", buffering=0) as stream:
        for size in (1 << 20, 4096, 1):
            with contextlib.suppress(OSError):
                while stream.write(b"x" * size):
                    pass
    return filler


def copied(made: Path, to: Path) -> Path:
    subprocess.run(["cp", "-a", str(made), str(to)], check=True)
    return to


def new(folder: Path) -> Path:
    folder.mkdir()
    return folder


def label_on(session: Session, acknowledged: list[str]) -> None:
    """Make labels until that fails; note each that was acknowledged."""
    for number in range(5000):
        session.do(AddLabel(f"label {number}")).result()
        acknowledged.append(f"label {number}")


def test_a_full_disk_is_said_and_all_that_was_acknowledged_is_there(
    made: Path, disk: Path, quiet: pytest.LogCaptureFixture
) -> None:
    project = copied(made, disk / "pets.winnow")
    acknowledged: list[str] = []
    with Session.open(project) as session:
        filler = disk / "filler"
        filler.write_bytes(b"x" * (shutil.disk_usage(disk).free - 400_000))
        with pytest.raises(SaveFailed) as refused:
            label_on(session, acknowledged)
        assert f"The disk of {project} is full" in str(refused.value)
        assert "Free some space on it, then try again" in str(refused.value)
        assert len(acknowledged) > 5
        assert session.ask(overview).kept == 4  # what is there can be seen
        filler.unlink()
        session.do(AddLabel("after")).result()
    with Session.open(project) as session:
        there = [label.name for label, _count in session.ask(overview).labels]
        assert there == ["cat", "dog", *acknowledged, "after"]
        assert session.ask(soundness.problems, session.layout.labels) == []


@pytest.mark.parametrize("disk", [80 << 20], indirect=True)
def test_on_a_full_disk_the_last_labels_are_saved_in_space_that_was_kept_and_it_is_told(
    made: Path, disk: Path, quiet: pytest.LogCaptureFixture
) -> None:
    project = copied(made, disk / "pets.winnow")
    told: list[SavedOnFullDisk] = []
    acknowledged = []
    with Session.open(project) as session:
        session.when_disk_full = told.append
        assert session.keep_ballast()
        filler = filled(disk)
        for number in range(400):
            session.do(LabelImages((1 + number % 4,), 1 + number // 4 % 2)).result()
            acknowledged.append(number)
        assert [str(one) for one in told] == [
            f"The disk of {project} is full. What you did is saved, in space that was kept for this; "
            "before long nothing more can be. Free some space on it now."
        ]
        assert not session.layout.ballast.exists()
        assert not session.keep_ballast()  # on a disk that is full
        filler.unlink()
        assert session.keep_ballast()  # and again when there is room
    with Session.open(project) as session:
        assert [row["label"] for row in session.ask(items)] == ["dog"] * 4
        assert session.ask(soundness.problems, session.layout.labels) == []
        assert session.layout.ballast.stat().st_blocks * 512 >= BALLAST_BYTES


def test_a_write_protected_disk_is_said_and_can_be_looked_at(made: Path, disk: Path) -> None:
    project = copied(made, disk / "pets.winnow")
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    with pytest.raises(ProjectUnreachable, match="read but not written: the disk is write-protected"):
        Session.open(project)
    with Session.open(project, read_only=True) as session:
        assert [row["label"] for row in session.ask(items)] == ["cat", "cat", None, None]
        keys = [bytes.fromhex(row["sha256"]) for row in session.ask(items)]
        assert len(session.thumbnails.get(keys)) == 4
        with pytest.raises(ProjectReadOnly):
            session.do(AddLabel("cow")).result()


def test_a_folder_that_is_taken_away_is_said_and_works_again_when_it_is_back(made: Path, tmp_path: Path, quiet) -> None:
    project = copied(made, tmp_path / "pets.winnow")
    with Session.open(project) as session:
        project.rename(tmp_path / "away")
        with pytest.raises(SaveFailed, match="no longer there") as refused:
            session.do(LabelImages((3,), 1)).result()
        assert "Bring it back" in str(refused.value)
        (tmp_path / "away").rename(project)
        session.do(LabelImages((4,), 2)).result()
    with Session.open(project) as session:
        assert [row["label"] for row in session.ask(items)] == ["cat", "cat", None, "dog"]


def test_a_project_that_was_moved_has_everything(made: Path, tmp_path: Path) -> None:
    project = copied(made, tmp_path / "elsewhere.winnow")
    with Session.open(project) as session:
        *_, found = examine_project(session)
        assert isinstance(found, Checkup)
        assert found.problems == ()
        assert session.name == "elsewhere"


@pytest.mark.parametrize(
    "name",
    [
        "Кошки и собаки 猫犬 🐈.winnow",
        "ß" * 123 + ".winnow.x",
        "with 'quotes' % # ? & ;.winnow",
        "-rf",
        "no\nline.winnow",
    ],
)
def test_a_project_may_have_any_name_that_the_disk_takes(name: str, tmp_path: Path) -> None:
    assert len(name.encode()) <= 255
    fill(tmp_path / "pile", 1)
    with Session.create(tmp_path / name, ["猫"]) as session:
        import_all(session, tmp_path / "pile")
        session.do(LabelImages((1,), 1)).result()
        session.make_backup("regular")
    restore(tmp_path / name, 1)
    with Session.open(tmp_path / name, read_only=True) as session:
        assert session.ask(items)[0]["label"] == "猫"


def test_of_two_at_once_one_wins_every_time(tmp_path: Path) -> None:
    for number in range(50):
        path, start = tmp_path / f"{number}.lock", threading.Barrier(2)
        won: list[Lock] = []
        lost: list[AlreadyOpen] = []

        def try_it(path=path, start=start, won=won, lost=lost) -> None:
            start.wait()
            try:
                won.append(Lock(path))
            except AlreadyOpen as error:
                lost.append(error)

        both = [threading.Thread(target=try_it) for _ in range(2)]
        for one in both:
            one.start()
        for one in both:
            one.join()
        assert (len(won), len(lost)) == (1, 1)
        won[0].release()


def test_on_a_disk_of_another_computer_no_memory_is_shared_and_the_doctor_warns(
    made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = copied(made, tmp_path / "pets.winnow")
    for place in ("winnow.store.database", "winnow.app.session"):
        monkeypatch.setattr(f"{place}.is_on_network", lambda _folder: True)
    with Session.open(project) as session:
        session.do(LabelImages((3,), 2)).result()
        assert not list(project.glob("project.db-shm"))
        *_, found = examine_project(session)
        assert "disk of another computer" in found.problems[0]
    monkeypatch.undo()
    with Session.open(project) as session:
        assert session.ask(items)[2]["label"] == "dog"


def test_opening_on_a_full_disk_is_said_and_works_once_there_is_room(
    made: Path, disk: Path, quiet: pytest.LogCaptureFixture
) -> None:
    project = copied(made, disk / "pets.winnow")
    (project / "project.lock").unlink()
    filler = filled(disk)
    with pytest.raises(ProjectUnreachable, match="is full"):
        Session.open(project)
    filler.unlink()
    with Session.open(project) as session:
        assert session.ask(overview).kept == 4


def test_a_folder_that_may_no_longer_be_entered_is_said_and_works_again(
    made: Path, tmp_path: Path, quiet: pytest.LogCaptureFixture
) -> None:
    if not hasattr(os, "seteuid"):
        pytest.skip("needs a system with permissions of folders")
    project = copied(made, new(tmp_path / "closed") / "pets.winnow")
    with Session.open(project) as session:
        with _closed_to_us(project.parent):
            refused = session.do(AddLabel("cow"))
            with pytest.raises(SaveFailed, match="was not saved"):
                refused.result(10)
        session.do(AddLabel("cow")).result(10)


@contextlib.contextmanager
def _closed_to_us(folder: Path) -> Iterator[None]:
    """Let nobody into *folder*: root, whom no mode keeps out, is somebody else meanwhile."""
    us = os.geteuid()
    folder.chmod(0)
    try:
        if us == 0:
            os.seteuid(65534)
        yield
    finally:
        os.seteuid(us)
        folder.chmod(0o755)


def test_a_project_that_could_not_be_tidied_is_let_go(made: Path, tmp_path: Path) -> None:
    project = copied(made, tmp_path / "pets.winnow")
    with closing(sqlite3.connect(project / "project.db")) as database:
        database.execute("PRAGMA writable_schema = ON")
        database.execute(
            "UPDATE sqlite_schema SET sql = replace(sql, 'state TEXT NOT NULL', "
            "'state TEXT NOT NULL CHECK (state <> ''stopped'')') WHERE name = 'source'"
        )
        database.execute("PRAGMA writable_schema = RESET")
        database.execute(
            "INSERT INTO source (kind, name, address, state, added_at) VALUES ('folder', '', '', 'running', '')"
        )
        database.commit()
    with pytest.raises(sqlite3.IntegrityError, match="CHECK"):
        Session.open(project)
    with pytest.raises(sqlite3.IntegrityError, match="CHECK"):
        Session.open(project)  # and not that it is open already


def test_a_project_whose_labels_cannot_be_made_is_let_go(tmp_path: Path) -> None:
    with pytest.raises(LabelNameUnusable):
        Session.create(tmp_path / "pets.winnow", ["cat", "cat"])
    with Session.open(tmp_path / "pets.winnow") as session:
        assert [label.name for label, _count in session.ask(overview).labels] == ["cat"]
