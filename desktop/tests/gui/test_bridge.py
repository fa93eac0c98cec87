"""The crossing between core and window is closed while something is still being answered."""

from __future__ import annotations

import threading
from functools import partial

import psutil
import pytest
from gui.editing import drag_right_edge_outward, entered, frames_of
from gui.sorting import EACH, shown, sorted_copy
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from shiboken6 import delete

from winnow.app.session import Session
from winnow.base.errors import UserError
from winnow.qt.bridge import Bridge
from winnow.qt.main_window import MainWindow
from winnow.qt.room import RoomEntry
from winnow.qt.rooms.edit.room import EditRoom
from winnow.qt.rooms.sort.room import SortRoom
from winnow.qt.rooms.split.room import SplitRoom
from winnow.vision.decoder import Decoder

pytestmark = pytest.mark.usefixtures("theme")

_PIXELS = Decoder.pixels


@pytest.fixture
def bridge(tmp_path) -> Bridge:
    return Bridge(sorted_copy(tmp_path))


class _Late:
    """Holds the first picture that is opened until the project is being closed."""

    def __init__(self) -> None:
        self.begun, self.closing = threading.Event(), threading.Event()

    def open(self, decoder, *args):
        self.begun.set()
        assert self.closing.wait(10)
        return _PIXELS(decoder, *args)

    def close_over(self, qtbot, bridge: Bridge) -> None:
        """Close the project while a picture waits to be opened; it is opened after everybody heard of the closing."""
        qtbot.waitUntil(self.begun.is_set)
        bridge.closing.connect(self.closing.set)
        bridge.close()


@pytest.fixture
def late(monkeypatch) -> _Late:
    made = _Late()

    def open_late(decoder, *args):
        return made.open(decoder, *args)

    monkeypatch.setattr(Decoder, "pixels", open_late)
    return made


def _workers() -> list[psutil.Process]:
    return [one for one in psutil.Process().children() if "winnow.vision.worker" in one.cmdline()]


def test_a_loupe_that_is_filled_while_the_project_closes_leaves_no_process(qtbot, bridge, late):
    with shown(qtbot, bridge) as room:
        qtbot.waitUntil(lambda: len(room.grid.rows) == 2 * EACH)
        room.grid.setFocus()
        room.grid.go_to(int(room.grid.rows.ids[0]))
        QTest.keyClick(room.grid, Qt.Key.Key_Space)
        late.close_over(qtbot, bridge)
        assert _workers() == []


def test_a_picture_that_is_opened_in_edit_while_the_project_closes_leaves_no_process(qtbot, bridge, late):
    room = EditRoom(bridge)
    qtbot.addWidget(room)
    room.enter()
    late.close_over(qtbot, bridge)
    assert _workers() == []


def test_a_question_that_waits_gives_its_place_to_the_newer_one_under_its_topic(qtbot, bridge):
    busy, answered, shown = (threading.Event(), threading.Event()), [], []

    def answer(what: str) -> str:
        answered.append(what)
        return what

    for number, held in enumerate(busy):
        bridge.fetch(f"held-{number}", lambda _: None, held.wait, 10)
    for number in range(20):
        bridge.fetch("counts", shown.append, answer, f"counts {number}")
        bridge.fetch("rows", shown.append, answer, f"rows {number}")
    busy[0].set()  # the other thread stays busy: what waits is answered by one
    qtbot.waitUntil(lambda: len(shown) == 2)
    assert answered == shown == ["counts 19", "rows 19"]
    busy[1].set()
    bridge.close()


def test_a_room_that_is_left_asks_for_nothing_until_it_is_entered_again(qtbot, bridge):
    made = {"sort": SortRoom, "split": SplitRoom}
    window = MainWindow([RoomEntry(key, key, key, partial(room, bridge)) for key, room in made.items()])
    qtbot.addWidget(window)
    window.show()
    window.show_room("split")
    split, sort = window.room("split"), window.room("sort")
    window.show_room("sort")
    qtbot.waitUntil(lambda: len(sort.grid.rows) == 2 * EACH and not bridge._waiting)
    sort.grid.setFocus()
    sort.grid.go_to(int(sort.grid.rows.ids[0]))
    QTest.keyClick(sort.grid, Qt.Key.Key_1)
    qtbot.waitUntil(lambda: (sort.grid.rows.labels == 0).any() and not bridge._waiting)
    assert not split.split_button.isEnabled()  # it knows of no label yet
    window.show_room("split")
    qtbot.waitUntil(split.split_button.isEnabled)
    window.drop_rooms()
    bridge.close()


class _Busy:
    """Keeps every thread that answers questions busy until the project is being closed."""

    def __init__(self, bridge: Bridge) -> None:
        self._begun, self._closing = threading.Semaphore(0), threading.Event()
        bridge.closing.connect(self._closing.set)
        for topic in ("one", "two"):
            bridge.fetch(topic, print, self._wait)
        for _topic in range(2):
            assert self._begun.acquire(timeout=10)

    def _wait(self) -> None:
        self._begun.release()
        self._closing.wait(10)


def test_a_frame_that_was_accepted_just_before_the_project_is_closed_is_kept(qtbot, bridge):
    room = entered(bridge, qtbot)
    qtbot.waitUntil(lambda: room.canvas.frame is not None)
    image, before = room.walk.id, frames_of(bridge, room.walk.id)
    _Busy(bridge)
    drag_right_edge_outward(room, qtbot)
    qtbot.keyClick(room.canvas, Qt.Key.Key_Return)
    folder = bridge.session.layout.folder
    bridge.close()
    opened = Bridge(Session.open(folder))
    try:
        assert frames_of(opened, image) != before
    finally:
        opened.close()


def _refused() -> None:
    raise UserError("nobody waits for this any more")


class _Hearer(QObject):
    """Takes answers as a room does."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[object] = []

    def take(self, answer: object) -> None:
        self.heard.append(answer)
        self.setObjectName("told")


def test_nobody_is_told_of_a_question_that_failed_because_the_project_was_closed(qtbot, bridge):
    said: list[Exception] = []
    bridge.failed.connect(said.append)
    begun, closing = threading.Event(), threading.Event()
    bridge.closing.connect(closing.set)

    def fail_late() -> None:
        begun.set()
        closing.wait(10)
        _refused()

    bridge.fetch("late", print, fail_late)
    assert begun.wait(10)
    bridge.change(None, _refused)
    bridge.close()
    qtbot.waitUntil(lambda: bool(said))
    QTest.qWait(0)
    assert len(said) == 1, "what should have changed the project, and did not, is told"


def test_an_answer_that_comes_when_its_asker_is_gone_is_dropped(qtbot, bridge):
    hearer, told = _Hearer(), _Hearer()
    go_on = threading.Event()
    bridge.fetch("gone", hearer.take, go_on.wait, 10)
    bridge.fetch("there", told.take, go_on.wait, 10)
    delete(hearer)
    go_on.set()
    qtbot.waitUntil(lambda: told.heard == [True])
    bridge.close()
    assert hearer.heard == []
