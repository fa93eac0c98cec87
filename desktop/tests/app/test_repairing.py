"""A project whose database is damaged or gone: what can be had back, and that every label is."""

from __future__ import annotations

import os
import shutil
import sqlite3
import threading
import time
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

import pytest
from app.folders import fill, import_all

from winnow.app import backing_up
from winnow.app.backing_up import BackupKeeper, back_up_if_due
from winnow.app.commands.labelling import AddLabel, LabelAsNew, LabelImages, RejectImages, RenameLabel
from winnow.app.pipelines.adopting import Adopted, adopt_originals
from winnow.app.queries.items import items
from winnow.app.repairing import NoSuchBackup, damaged_folder, newest_backup, outlook, restore
from winnow.app.session import Session
from winnow.base.lock import AlreadyOpen
from winnow.store.errors import DatabaseMissing, NotAProject, ProjectDamaged, ProjectReadOnly

PICTURES = 8


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed project: some labels, a backup, then more labels, a renamed label and two more pictures."""
    tmp_path = tmp_path_factory.mktemp("made")
    folder = tmp_path / "pets.winnow"
    fill(tmp_path / "pile", PICTURES)
    with Session.create(folder, ["cat", "dog"]) as session:
        import_all(session, tmp_path / "pile")
        session.do(LabelImages((1, 2, 3), 1)).result()
        session.do(LabelImages((4,), 2)).result()
        session.make_backup("regular")
        session.do(LabelImages((1,), 2)).result()
        session.do(LabelImages((2,), None)).result()
        session.do(LabelAsNew("bird", (5,))).result()
        session.do(RenameLabel(1, "kitten")).result()
        fill(tmp_path / "more", PICTURES + 2)
        import_all(session, tmp_path / "more")
        came_last = max(row["id"] for row in session.ask(items) if row["state"] == "kept")
        session.do(LabelImages((came_last,), 2)).result()
    return folder


@pytest.fixture
def project(made: Path, tmp_path: Path) -> Path:
    """A copy of `made`."""
    return shutil.copytree(made, tmp_path / "pets.winnow")


def labels_of(folder: Path) -> dict[str, str | None]:
    with Session.open(folder) as session:
        return {row["sha256"]: row["label"] for row in session.ask(items) if row["state"] != "fell_out"}


def damage(folder: Path) -> bytes:
    """Write over the middle of the database; return what it is then."""
    path = folder / "project.db"
    content = bytearray(path.read_bytes())
    content[4096:12288] = b"\xa5" * 8192
    path.write_bytes(content)
    return bytes(content)


def adopt(folder: Path) -> Adopted:
    with Session.open(folder) as session:
        *_, last = adopt_originals(session)
    assert isinstance(last, Adopted)
    return last


def test_a_backup_and_the_journal_give_every_label_back(project: Path) -> None:
    before = labels_of(project)
    assert len(before) == PICTURES + 2
    damaged = damage(project)
    with pytest.raises(ProjectDamaged) as refused:
        Session.open(project)
    assert damaged_folder(refused.value) == project
    seen = outlook(project, refused.value)
    assert [(one.images, one.labelled, one.labels_after) for one in seen.backups] == [(PICTURES, 4, 5)]
    assert (seen.originals, seen.labelled) == (PICTURES + 2, 5)
    done = restore(project, newest_backup(project))
    assert done.changes == 5
    assert done.put_aside is not None
    assert done.put_aside.read_bytes() == damaged
    assert adopt(project) == Adopted(2, 1)
    assert labels_of(project) == before
    assert len(list((project / "backups").iterdir())) >= 1
    # What is labelled from now on is written on, after what the journal had.
    with Session.open(project) as session:
        session.do(LabelImages((1,), None)).result()
    assert labels_of(project) == before | {next(iter(before)): None}


def test_the_journal_and_the_pictures_alone_give_every_label_back(project: Path) -> None:
    before = labels_of(project)
    for file in [*project.glob("project.db*"), *(project / "backups").iterdir()]:
        file.unlink()
    with pytest.raises(DatabaseMissing, match="missing") as refused:
        Session.open(project)
    seen = outlook(project, refused.value)
    assert (seen.can_look, seen.backups, seen.originals) == (False, (), PICTURES + 2)
    done = restore(project, None)
    assert done.put_aside is None
    assert adopt(project) == Adopted(PICTURES + 2, 5)
    assert labels_of(project) == before


def test_restoring_a_sound_project_goes_back_and_can_be_gone_forward_again(project: Path) -> None:
    before, database = labels_of(project), (project / "project.db").read_bytes()
    done = restore(project, 1)
    assert done.put_aside is not None
    adopt(project)
    assert labels_of(project) == before
    for file in project.glob("project.db*"):
        file.unlink()
    done.put_aside.rename(project / "project.db")
    assert (project / "project.db").read_bytes() == database
    assert labels_of(project) == before


def test_a_backup_that_is_not_there_or_damaged_changes_nothing(project: Path) -> None:
    database = (project / "project.db").read_bytes()
    with pytest.raises(NoSuchBackup, match="no backup 7"):
        restore(project, 7)
    (backup,) = (project / "backups").iterdir()
    content = bytearray(backup.read_bytes())
    content[len(content) // 2] ^= 0xFF
    backup.write_bytes(content)
    with pytest.raises(Exception, match="cannot be used"):
        restore(project, 1)
    assert (project / "project.db").read_bytes() == database
    assert list(project.glob("*.part*")) == []
    assert list(project.glob("project.damaged*")) == []


def test_an_open_project_is_not_restored(project: Path) -> None:
    with Session.open(project), pytest.raises(AlreadyOpen):
        restore(project, 1)


def test_a_crash_between_any_two_steps_leaves_a_project_that_opens_or_restores(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Renames and links are what restoring consists of; it ends before each of them in turn."""
    before = labels_of(project)

    class Died(BaseException):
        pass

    for steps in range(5):
        left = iter(range(steps))

        def dying(real: Callable[..., object], left=left) -> Callable[..., object]:
            def step(*args: object) -> object:
                if next(left, None) is None:
                    raise Died
                return real(*args)

            return step

        with monkeypatch.context() as patch:
            patch.setattr("os.link", dying(os.link))
            patch.setattr(Path, "replace", dying(Path.replace))
            with suppress(Died):
                restore(project, 1)
        adopt(project)
        assert labels_of(project) == before


def test_a_damaged_project_can_be_looked_at_and_not_changed(project: Path) -> None:
    with closing(sqlite3.connect(project / "project.db")) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
        page = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'journal_state'").fetchone()[0]
    content = bytearray((project / "project.db").read_bytes())
    content[(page - 1) * 4096 : page * 4096] = b"\xa5" * 4096
    (project / "project.db").write_bytes(content)
    with pytest.raises(ProjectDamaged) as refused:
        Session.open(project)
    assert outlook(project, refused.value).can_look
    files = sorted(project.rglob("*"))
    with Session.open(project, read_only=True) as session:
        assert len(session.ask(items)) > PICTURES
        with pytest.raises(ProjectReadOnly, match="look at only"):
            session.do(AddLabel("cow")).result()
    assert sorted(project.rglob("*")) == files
    assert (project / "project.db").read_bytes() == content


def test_a_backup_is_made_when_something_was_done_and_the_last_is_old_enough(project: Path) -> None:
    with Session.open(project) as session:
        session.make_backup("regular")
        assert 0 < back_up_if_due(session) <= backing_up.INTERVAL_S
        assert len(session.backups.all()) == 2
        back_up_if_due(session, interval_s=0)  # nothing was done since
        assert len(session.backups.all()) == 2
        session.do(RejectImages((6,))).result()
        back_up_if_due(session, interval_s=0)
        assert len(session.backups.all()) == 3


def test_a_crash_loop_makes_one_backup(project: Path) -> None:
    for number in range(10):
        with Session.open(project) as session:
            session.do(AddLabel(f"label {number}")).result()
            back_up_if_due(session)
    with Session.open(project) as session:
        assert len(session.backups.all()) == 1


def test_a_clock_that_was_set_back_does_not_end_backups(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Session.open(project) as session:
        for year in ("2036", "2016", "2026"):
            monkeypatch.setattr("winnow.store.backups.now_utc", lambda y=year: f"{y}-11-24T12:00:00.000Z")
            monkeypatch.setattr("winnow.app.backing_up.now_utc", lambda y=year: f"{y}-11-24T12:00:00.000Z")
            session.do(AddLabel(f"in {year}")).result()
            back_up_if_due(session)
        assert [one.about.taken_at[:4] for one in session.backups.all()] == ["2026", "2016", "2036", "2026"]


def test_the_keeper_makes_backups_beside_the_work_and_ends_at_once(project: Path) -> None:
    with Session.open(project) as session:
        for backup in session.backups.all():
            backup.path.unlink()
        keeper = BackupKeeper(session, lambda error: pytest.fail(str(error)), first_s=0.0)
        keeper.start()
        _wait(lambda: len(session.backups.all()) == 1)
        began = time.monotonic()
        keeper.stop()
        assert time.monotonic() - began < 5


def test_the_keeper_goes_on_when_a_disk_that_was_taken_out_is_back(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backing_up, "_RETRY_S", 0.01)
    with Session.open(project) as session:
        for backup in session.backups.all():
            backup.path.unlink()
        away = project.rename(project.with_name("away"))
        failed = threading.Event()
        seen = backing_up.back_up_if_due

        def told(*args: object, **more: object) -> float:
            try:
                return seen(*args, **more)
            except BaseException:
                failed.set()
                raise

        monkeypatch.setattr(backing_up, "back_up_if_due", told)
        keeper = BackupKeeper(session, lambda error: pytest.fail(str(error)), first_s=0.0)
        keeper.start()
        assert failed.wait(20)
        away.rename(project)
        _wait(lambda: len(session.backups.all()) == 1)
        keeper.stop()


def test_the_keeper_says_once_that_a_project_is_damaged_and_makes_no_more(project: Path) -> None:
    said: list[ProjectDamaged] = []
    with Session.open(project) as session:
        session.record(lambda tx: tx.connection.execute("UPDATE image SET content_key = x'00' WHERE id = 1")).result()
        for backup in session.backups.all():
            backup.path.unlink()
        keeper = BackupKeeper(session, said.append, first_s=0.0)
        keeper.start()
        _wait(lambda: bool(said))
        keeper.stop()
        assert session.backups.all() == []
    assert "content key of 1 pictures" in str(said[0])


def test_a_folder_that_never_was_a_project_is_no_damaged_one(tmp_path: Path) -> None:
    with pytest.raises(NotAProject) as refused:
        Session.open(tmp_path)
    assert damaged_folder(refused.value) is None


def _wait(until: Callable[[], bool]) -> None:
    ends = time.monotonic() + 20
    while not until():
        assert time.monotonic() < ends
        time.sleep(0.01)
