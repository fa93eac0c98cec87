"""A damaged project opens the repair dialogue, and what is chosen there brings it back."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from app.folders import fill, import_all
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMessageBox

from winnow.app.backing_up import BackupKeeper
from winnow.app.commands.labelling import LabelImages
from winnow.app.queries.overview import overview
from winnow.app.repairing import newest_backup, restore
from winnow.app.session import Session
from winnow.qt.controller import Controller
from winnow.qt.repair.dialog import RepairDialog, Way
from winnow.qt.widgets.label import Label
from winnow.store.errors import SavedOnFullDisk


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with two backups, labels after them, and a page of an index overwritten."""
    folder = tmp_path_factory.mktemp("made") / "pets.winnow"
    fill(folder.parent / "pile", 5)
    with Session.create(folder, ["cat", "dog"]) as session:
        import_all(session, folder.parent / "pile")
        session.make_backup("regular")
        session.do(LabelImages((1, 2), 1)).result()
        session.make_backup("regular")
        session.do(LabelImages((3,), 2)).result()
    path = folder / "project.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
        page = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'journal_state'").fetchone()[0]
    content = bytearray(path.read_bytes())
    content[(page - 1) * 4096 : page * 4096] = b"\xa5" * 4096
    path.write_bytes(content)
    return folder


@pytest.fixture
def damaged(made: Path, tmp_path: Path) -> Path:
    return shutil.copytree(made, tmp_path / "pets.winnow")


def shown(controller: Controller, qtbot) -> RepairDialog:
    qtbot.waitUntil(lambda: controller.repairing.dialog is not None and controller.repairing.dialog.isVisible())
    return controller.repairing.dialog


def words_of(dialog: RepairDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(Label) if not label.isHidden())


def test_the_dialogue_says_what_is_damaged_and_what_can_be_had_back(controller, damaged, qtbot) -> None:
    controller.open(damaged)
    dialog = shown(controller, qtbot)
    words = words_of(dialog)
    assert "“pets” is damaged" in words
    assert "5 pictures lie unharmed" in words
    assert "5 images, 2 of them labelled. 1 change of a label made after it comes back too" in words
    assert "Traceback" not in words
    assert list(dialog.cards) == [Way.BACKUP, Way.ANEW, Way.LOOK]
    assert not [box for box in controller.window.findChildren(QMessageBox) if box.isVisible()]
    files = {path: path.stat().st_mtime_ns for path in damaged.rglob("*") if path.is_file()}
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert controller.bridge is None
    assert {path: path.stat().st_mtime_ns for path in damaged.rglob("*") if path.is_file()} == files


def test_the_newest_backup_comes_back_with_every_label(controller, damaged, qtbot) -> None:
    controller.open(damaged)
    dialog = shown(controller, qtbot)
    with qtbot.waitSignal(controller.project_opened):
        qtbot.mouseClick(dialog.go_button, Qt.MouseButton.LeftButton)
    assert controller.bridge.session.ask(overview).labelled == 3
    assert len(list(damaged.glob("project.damaged-*.db"))) == 1
    qtbot.waitUntil(
        lambda: not controller.bridge.jobs.views() or controller.bridge.jobs.views()[-1].state.name != "RUNNING"
    )


def test_another_backup_can_be_chosen(controller, damaged, qtbot) -> None:
    controller.open(damaged)
    dialog = shown(controller, qtbot)
    first = dialog.other_button.menu().actions()[-1]
    assert "5 images, 0 labelled" in first.text()
    first.trigger()
    assert "5 images, 0 of them labelled. 3 changes" in words_of(dialog)
    with qtbot.waitSignal(controller.project_opened):
        qtbot.mouseClick(dialog.go_button, Qt.MouseButton.LeftButton)
    assert controller.bridge.session.ask(overview).labelled == 3


def test_it_can_be_built_anew_from_the_pictures(controller, damaged, qtbot) -> None:
    controller.open(damaged)
    dialog = shown(controller, qtbot)
    qtbot.mouseClick(dialog.cards[Way.ANEW], Qt.MouseButton.LeftButton)
    assert dialog.cards[Way.ANEW].is_chosen
    assert dialog.go_button.text() == "Build it anew"
    with qtbot.waitSignal(controller.project_opened):
        qtbot.mouseClick(dialog.go_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: controller.bridge.session.ask(overview).labelled == 3, timeout=20_000)
    assert controller.bridge.session.ask(overview).kept == 5


def test_it_can_be_looked_at_and_what_would_change_it_is_refused_in_words(controller, damaged, qtbot) -> None:
    before = (damaged / "project.db").read_bytes()
    controller.open(damaged)
    dialog = shown(controller, qtbot)
    qtbot.mouseClick(dialog.cards[Way.LOOK], Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(controller.project_opened):
        qtbot.mouseClick(dialog.go_button, Qt.MouseButton.LeftButton)
    controller.bridge.do(LabelImages((4,), 1))
    strip = controller.window.activity
    qtbot.waitUntil(lambda: any("Open to look only" in label.text() for label in strip.findChildren(QLabel)))
    controller.close_project()
    assert (damaged / "project.db").read_bytes() == before


def test_a_card_of_the_start_page_and_the_project_menu_offer_the_backups(controller, damaged, tmp_path, qtbot) -> None:
    restore(damaged, newest_backup(damaged))
    with qtbot.waitSignal(controller.project_opened):
        controller.open(damaged)
    controller.actions.restore.trigger()
    dialog = shown(controller, qtbot)
    assert "Bring “pets” back from a backup" in words_of(dialog)
    dialog.close()
    qtbot.waitUntil(lambda: controller.repairing.dialog is None)
    controller.show_start()
    (card,) = controller.start_page.projects_pane.cards()
    card.actions()[0].trigger()
    dialog = shown(controller, qtbot)
    assert list(dialog.cards) == [Way.BACKUP, Way.ANEW, Way.LOOK]
    dialog.close()


def test_backups_of_a_project_that_was_left_meanwhile_are_not_offered(controller, damaged, qtbot) -> None:
    controller.repairing.offer_backups(damaged)
    controller.close_project()
    QTest.qWait(0)
    assert controller.repairing.dialog is None


def test_damage_that_is_found_while_it_is_open_is_offered_to_be_repaired(
    controller, damaged, monkeypatch, qtbot
) -> None:
    restore(damaged, newest_backup(damaged))
    for backup in (damaged / "backups").iterdir():
        backup.unlink()
    monkeypatch.setattr(BackupKeeper.__init__, "__defaults__", (0.2,))
    with Session.open(damaged) as session:
        session.record(lambda tx: tx.connection.execute("UPDATE image SET content_key = x'00' WHERE id = 1")).result()
    controller.open(damaged)
    dialog = shown(controller, qtbot)
    assert "content key" in words_of(dialog)
    assert list((damaged / "backups").iterdir()) == []
    dialog.close()


def test_that_something_was_saved_on_a_full_disk_is_told(controller, tmp_path, qtbot) -> None:
    with Session.create(tmp_path / "new.winnow"):
        pass
    with qtbot.waitSignal(controller.project_opened):
        controller.open(tmp_path / "new.winnow")
    session = controller.bridge.session
    # As the writer does, on its thread.
    session.record(lambda _tx: session.when_disk_full(SavedOnFullDisk(session.layout.folder))).result()
    qtbot.waitUntil(lambda: bool(controller.window.findChildren(QMessageBox)))
    (box,) = controller.window.findChildren(QMessageBox)
    assert "is full. What you did is saved" in box.text()
    assert "Free some space on it now" in box.text()
    box.close()


def test_a_project_on_a_write_protected_disk_is_opened_to_look_at(controller, made, tmp_path, qtbot) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "tmpfs", str(disk)]
    if not sys.platform.startswith("linux") or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("may not mount a disk")
    try:
        project = shutil.copytree(made, disk / "pets.winnow")
        restore(project, newest_backup(project))
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        with qtbot.waitSignal(controller.project_opened):
            controller.open(project)
        assert controller.bridge.session.ask(overview).labelled == 3
        boxes = controller.window.findChildren(QMessageBox)
        assert [box.text() for box in boxes] == [f"{project} is open to look at only, so nothing can be changed in it."]
    finally:
        controller.close_project()
        subprocess.run(["umount", str(disk)], check=True)
