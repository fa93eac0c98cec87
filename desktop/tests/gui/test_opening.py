"""A project is opened beside the window's event loop, and what cannot be opened is said in words."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from gui.projects import make_session
from PySide6.QtCore import Qt
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QMessageBox

from winnow.app.pipelines.packing import pack
from winnow.app.recent import remembered
from winnow.app.session import Session
from winnow.base.errors import OutsideError
from winnow.qt.controller import Controller
from winnow.qt.handed_over import HandedOver
from winnow.qt.opening import Opened, Opening
from winnow.store import labels


def said(controller: Controller) -> str:
    return next((box.text() for box in controller.window.findChildren(QMessageBox) if box.isVisible()), "")


def test_a_folder_that_is_no_project_is_refused_in_words(controller: Controller, tmp_path: Path, qtbot) -> None:
    controller.open(tmp_path)
    qtbot.waitUntil(lambda: "no project.db in it" in said(controller))
    assert controller.bridge is None
    assert controller.start_page.isVisible()


def test_a_project_that_the_system_hands_over_is_opened_and_a_second_one_beside_it(
    controller: Controller, tmp_path: Path, qtbot, qapp, monkeypatch
) -> None:
    for name in ("first", "second"):
        Session.create(tmp_path / f"{name}.winnow").close()
    beside: list[Path | None] = []
    monkeypatch.setattr("winnow.qt.handed_over.open_window", lambda path: beside.append(path) or True)
    handing = HandedOver(qapp, lambda: controller)
    with qtbot.waitSignal(controller.project_opened):
        qapp.sendEvent(qapp, QFileOpenEvent(str(tmp_path / "first.winnow")))
    qapp.sendEvent(qapp, QFileOpenEvent(str(tmp_path / "second.winnow")))
    qapp.handed_over.disconnect(handing._open)
    assert controller.bridge.session.name == "first"
    assert beside == [tmp_path / "second.winnow"]


def test_the_first_of_two_that_are_opened_at_once_is_let_go(controller: Controller, tmp_path: Path, qtbot) -> None:
    for name in ("first", "second"):
        Session.create(tmp_path / f"{name}.winnow").close()
    with qtbot.waitSignal(controller.project_opened):
        controller.open(tmp_path / "first.winnow")
        controller.open(tmp_path / "second.winnow")
    assert controller.bridge.session.name == "second"
    Session.open(tmp_path / "first.winnow").close()


def test_the_window_goes_on_while_a_project_is_opened(qapp, tmp_path: Path, qtbot) -> None:
    may_go_on = threading.Event()

    def slowly() -> Opened:
        may_go_on.wait(10)
        return Opened(Session.create(tmp_path / "slow.winnow"))

    opening = Opening(slowly, qapp)
    opening.start()
    seen: list[object] = []
    opening.opened.connect(seen.append)
    qtbot.waitUntil(lambda: threading.active_count() > 1)
    assert not seen
    with qtbot.waitSignal(opening.opened):
        may_go_on.set()
    seen[0].session.close()


def test_an_opening_that_is_called_off_holds_nobody_up_and_the_next_one_waits(qapp, qtbot, tmp_path: Path) -> None:
    folder = tmp_path / "slow.winnow"
    Session.create(folder).close()
    is_checked = threading.Event()

    def slowly() -> Opened:
        made = Opened(Session.open(folder))
        is_checked.wait()
        return made

    called_off = Opening(slowly, qapp)
    called_off.opened.connect(lambda _made: pytest.fail("it was called off"))
    called_off.start()
    called_off.call_off()
    again = Opening(lambda: Opened(Session.open(folder)), qapp, [called_off.thread_at_work])
    with qtbot.waitSignal(again.opened) as opened:
        again.start()
        assert called_off.thread_at_work.is_alive()
        is_checked.set()
    opened.args[0].session.close()


def test_a_project_that_was_opened_too_late_is_let_go_at_once(qapp, tmp_path: Path) -> None:
    opening = Opening(lambda: Opened(Session.create(tmp_path / "late.winnow")), qapp)
    opening.start()
    opening.thread_at_work.join()  # it is open, and the window has not heard of it yet
    opening.call_off()
    Session.open(tmp_path / "late.winnow").close()


def test_no_room_is_shown_by_its_key_while_another_project_is_opened(
    controller: Controller, tmp_path: Path, qtbot
) -> None:
    for name in ("first", "second"):
        Session.create(tmp_path / f"{name}.winnow").close()
    with qtbot.waitSignal(controller.project_opened):
        controller.open(tmp_path / "first.winnow")
    with qtbot.waitSignal(controller.project_opened):
        controller.open(tmp_path / "second.winnow")
        qtbot.keyClick(controller.window, Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
        assert controller.window.rooms_made() == ("collect",)
    qtbot.keyClick(controller.window, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    assert controller.window.room_key == "split"


def test_what_fails_in_the_same_words_is_said_once_until_it_is_read(
    controller: Controller, tmp_path: Path, qtbot
) -> None:
    Session.create(tmp_path / "first.winnow").close()
    with qtbot.waitSignal(controller.project_opened):
        controller.open(tmp_path / "first.winnow")
    for words in ("The disk is gone.", "The disk is gone.", "The disk is full."):
        controller.bridge.failed.emit(OutsideError(words))
    boxes = controller.window.findChildren(QMessageBox)
    assert [box.text() for box in boxes] == ["The disk is gone.", "The disk is full."]
    for box in boxes:
        box.reject()
    qtbot.waitUntil(lambda: not controller.window.findChildren(QMessageBox))
    controller.bridge.failed.emit(OutsideError("The disk is gone."))
    assert said(controller) == "The disk is gone."


def test_a_project_opens_in_the_room_where_it_was_left(controller: Controller, tmp_path: Path, qtbot) -> None:
    folder = tmp_path / "left.winnow"
    Session.create(folder).close()
    for shown, left_in in (("collect", "export"), ("export", "split")):
        with qtbot.waitSignal(controller.project_opened):
            controller.open(folder)
        assert controller.window.room_key == shown
        controller.window.show_room(left_in)
        controller.show_start()


def test_a_packed_project_that_is_dropped_is_unpacked_beside_it_and_opened(
    controller: Controller, tmp_path: Path, qtbot
) -> None:
    with Session.create(tmp_path / "pets.winnow", ("cat", "dog")) as session:
        for _event in pack(session, tmp_path / "pets.winnowz"):
            pass
    with qtbot.waitSignal(controller.project_opened, timeout=20_000):
        controller.start_page.actions_pane.target.dropped.emit([tmp_path / "pets.winnowz"])
    assert controller.bridge.session.layout.folder == tmp_path / "pets-2.winnow"
    assert [label.name for label in controller.bridge.session.ask(labels.all_labels)] == ["cat", "dog"]


def test_a_file_that_is_no_packed_project_is_refused_in_words(controller: Controller, tmp_path: Path, qtbot) -> None:
    (tmp_path / "holiday.winnowz").write_bytes(b"not a zip")
    controller.open(tmp_path / "holiday.winnowz")
    qtbot.waitUntil(lambda: "holiday.winnowz" in said(controller), timeout=20_000)
    assert controller.start_page.isVisible()
    assert not (tmp_path / "holiday.winnow").exists()


def test_another_project_shows_nothing_of_the_one_before(controller: Controller, tmp_path: Path, qtbot) -> None:
    full = make_session(tmp_path)
    full.close()
    with qtbot.waitSignal(controller.project_opened):
        controller.open(full.layout.folder)
    sort = controller.window.room("sort")
    controller.window.show_room("sort")
    qtbot.waitUntil(lambda: len(sort.grid.rows) == 20)
    with qtbot.waitSignal(controller.project_opened):
        controller.choosing.create_wanted.emit(tmp_path / "empty.winnow")
    controller.window.show_room("sort")
    now = controller.window.room("sort")
    assert now is not sort
    assert len(now.grid.rows) == 0


def test_a_project_is_remembered_as_soon_as_it_is_open(controller: Controller, tmp_path: Path, qtbot) -> None:
    with qtbot.waitSignal(controller.project_opened):
        controller.choosing.create_wanted.emit(tmp_path / "new.winnow")
    assert [one.path for one in remembered()] == [str(tmp_path / "new.winnow")]
