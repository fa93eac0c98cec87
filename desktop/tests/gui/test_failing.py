"""A bug that shows is logged and told once, a window that stands still is logged, the network is seen."""

from __future__ import annotations

import logging
import threading
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QThread, QTimer
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QWidget

from winnow.app.session import Session
from winnow.base.traffic import exchange_with
from winnow.qt.controller import Controller
from winnow.qt.failing.failing import Failing
from winnow.qt.watchdog import Watchdog
from winnow.qt.widgets.activity_strip import ActivityStrip


@pytest.fixture
def failing(controller: Controller, quiet):
    made = Failing(lambda: controller, controller)
    yield made
    made.end()


class Fails(QWidget):
    """Fails whenever it is painted, and when its button is pressed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.paints = 0
        self.button = QPushButton("press", self)
        self.button.clicked.connect(self._press)

    def _press(self) -> None:
        raise RuntimeError("planted in a slot")

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's own name
        self.paints += 1
        painter = QPainter(self)
        painter.drawText(5, 15, "half of it")
        raise RuntimeError("planted in a paint event")


def in_a_slot(qtbot, parent: QWidget) -> None:
    widget = Fails(parent)  # never shown
    qtbot.mouseClick(widget.button, Qt.MouseButton.LeftButton)


def in_a_paint_event(qtbot, parent: QWidget) -> None:
    widget = Fails(parent)
    widget.resize(50, 50)
    widget.show()
    for seen in (1, 2):  # it would fail at every paint
        widget.update()
        qtbot.waitUntil(lambda seen=seen: widget.paints >= seen)
        # A painter that lives on after its event ends the process sooner or later.
        assert not widget.window().paintingActive()
        assert not widget.window().backingStore().paintDevice().paintingActive()
    widget.hide()


def in_a_thread(qtbot, parent: QWidget) -> None:
    def work() -> None:
        raise RuntimeError("planted in a thread")

    thread = threading.Thread(target=work, name="planted")
    thread.start()
    thread.join()


class Running(QThread):
    """A thread of Qt's that fails."""

    def run(self) -> None:
        raise RuntimeError("planted in a thread of Qt")


def in_a_thread_of_qt(qtbot, parent: QWidget) -> None:
    thread = Running(parent)
    thread.start()
    assert thread.wait(5000)


def in_a_timer(qtbot, parent: QWidget) -> None:
    def fire() -> None:
        raise RuntimeError("planted in a timer")

    QTimer.singleShot(0, parent, fire)


def in_a_free(qtbot, parent: QWidget) -> None:
    class Freed:
        def __del__(self) -> None:
            raise RuntimeError("planted in a free")

    Freed()


@pytest.mark.parametrize("fail", [in_a_slot, in_a_paint_event, in_a_thread, in_a_thread_of_qt, in_a_timer, in_a_free])
def test_whatever_fails_is_told_once_and_logged(qtbot, controller, failing, quiet, fail) -> None:
    fail(qtbot, controller.window)
    qtbot.waitUntil(lambda: failing.dialog is not None and failing.dialog.isVisible())
    dialog = failing.dialog
    assert not dialog.reopen_button.isVisible(), "there is no project to open again"
    qtbot.mouseClick(dialog.copy_button, Qt.MouseButton.LeftButton)
    copied = QGuiApplication.clipboard().text()
    assert f"RuntimeError: planted {fail.__name__.replace('_', ' ').replace('qt', 'Qt')}" in copied
    assert "test_failing.py" in copied
    assert "Python 3" in copied
    logged = [record for record in quiet.records if record.levelno >= logging.ERROR]
    assert len(logged) == 1
    qtbot.mouseClick(dialog.go_on_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: failing.dialog is None)
    assert controller.window.isEnabled()


def test_the_project_can_be_opened_again(qtbot, controller, failing, tmp_path: Path) -> None:
    Session.create(tmp_path / "pets.winnow", ["cat"]).close()
    with qtbot.waitSignal(controller.project_opened):
        controller.open(tmp_path / "pets.winnow")
    before = controller.bridge
    in_a_thread(qtbot, controller.window)
    qtbot.waitUntil(lambda: failing.dialog is not None and failing.dialog.isVisible())
    with qtbot.waitSignal(controller.project_opened):
        qtbot.mouseClick(failing.dialog.reopen_button, Qt.MouseButton.LeftButton)
    assert controller.bridge is not before
    assert controller.bridge.session.name == "pets"


def stand_still_on_purpose(seconds: float) -> None:
    time.sleep(seconds)


@pytest.fixture
def watchdog(qapp):
    made = Watchdog()
    yield made
    made.end()


def stalls(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [record.getMessage() for record in caplog.records if "stood still" in record.getMessage()]


def test_a_stall_is_logged_with_what_was_done(qtbot, watchdog, quiet) -> None:
    QTimer.singleShot(0, lambda: stand_still_on_purpose(0.4))
    qtbot.waitUntil(lambda: bool(stalls(quiet)))
    assert "stand_still_on_purpose" in stalls(quiet)[0]
    assert len(stalls(quiet)) == 1


def test_an_event_loop_that_goes_round_is_not_complained_of(qtbot, quiet) -> None:
    dog = Watchdog(stall_s=5.0)
    rounds = QObject()
    rounds.setProperty("seen", 0)
    qtbot.waitUntil(lambda: rounds.setProperty("seen", rounds.property("seen") + 1) or rounds.property("seen") > 10)
    dog.end()
    assert stalls(quiet) == []


def test_the_light_shines_while_something_goes_over_the_network(theme, qtbot) -> None:
    strip = ActivityStrip()
    qtbot.addWidget(strip)
    strip.show()
    qtbot.waitUntil(lambda: not strip.network.isVisible())
    with exchange_with("pictures.example"), exchange_with("other.example"):
        qtbot.waitUntil(strip.network.isVisible)
        assert "Winnow exchanges data with other.example, pictures.example" in strip.network.toolTip()
    qtbot.waitUntil(lambda: not strip.network.isVisible())


def test_an_exchange_that_was_over_in_a_moment_is_seen_too(theme, qtbot) -> None:
    strip = ActivityStrip()
    qtbot.addWidget(strip)
    strip.show()
    with exchange_with("quick.example"):
        pass
    qtbot.waitUntil(strip.network.isVisible)
    assert "quick.example" in strip.network.toolTip()
