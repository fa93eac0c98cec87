"""The window's shell, with rooms that do nothing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPushButton, QWidget

from winnow.qt.main_window import MainWindow
from winnow.qt.room import RoomEntry, RoomWidget
from winnow.qt.widgets.button import IconButton
from winnow.qt.widgets.inspector import InspectorPane

pytestmark = pytest.mark.usefixtures("theme")


class Plain(RoomWidget):
    """A room that counts how often it is entered and left."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(title, parent)
        self.seen: list[str] = []
        self.button = QPushButton("in the room")
        self.set_body(self.button)

    def enter(self) -> None:
        self.seen.append("entered")

    def leave(self) -> None:
        self.seen.append("left")


class Inspected(Plain):
    """A room with an inspector."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(title, parent)
        self.set_inspector(InspectorPane(self))


@pytest.fixture
def window(qtbot):
    made = MainWindow(
        [
            RoomEntry("collect", "Collect", "collect", lambda parent: Plain("Collect", parent)),
            RoomEntry("sort", "Sort", "sort", lambda parent: Inspected("Sort", parent)),
        ]
    )
    qtbot.addWidget(made)
    made.show_project("cats-and-dogs", "968 images")
    made.show_room("collect")
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_rooms_are_made_when_they_are_first_shown(window):
    assert window.rooms_made() == ("collect",)
    window.show_room("sort")
    assert window.rooms_made() == ("collect", "sort")
    assert window.room("collect").seen == ["entered", "left"]
    assert window.room("sort").isVisible()


def test_the_rail_leads_to_a_room(qtbot, window):
    with qtbot.waitSignal(window.room_shown, check_params_cb=lambda key: key == "sort"):
        qtbot.mouseClick(window.rail.item("sort"), Qt.MouseButton.LeftButton)
    assert window.rail.item("sort").isChecked()
    qtbot.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert window.room_key == "collect"


def test_f4_folds_the_inspector_away_and_back(qtbot, window):
    assert not window.header.inspector_button.isEnabled()
    window.show_room("sort")
    pane = window.room("sort").inspector
    assert pane.isVisible()
    assert pane.width() == 300
    qtbot.keyClick(window, Qt.Key.Key_F4)
    assert (pane.isVisible(), window.header.inspector_button.isChecked()) == (False, False)
    qtbot.mouseClick(window.header.inspector_button, Qt.MouseButton.LeftButton)
    assert (pane.isVisible(), window.header.inspector_button.isChecked()) == (True, True)


@pytest.mark.parametrize(
    ("key", "wish"),
    [
        (Qt.Key.Key_Z, lambda window: window.header.undo_wanted),
        (Qt.Key.Key_Y, lambda window: window.header.redo_wanted),
        (Qt.Key.Key_K, lambda window: window.search_wanted),
        (Qt.Key.Key_Comma, lambda window: window.preferences_wanted),
    ],
)
def test_keys_that_work_in_every_room(qtbot, window, key, wish):
    with qtbot.waitSignal(wish(window)):
        qtbot.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)


def test_undo_says_what_it_would_undo(window):
    assert not window.header.undo_button.isEnabled()
    assert "Nothing to undo" in window.header.undo_button.toolTip()
    window.header.show_undo("label 3 images", "")
    assert window.header.undo_button.isEnabled()
    assert window.header.undo_button.accessibleName() == "Undo: label 3 images"


def test_a_page_stands_in_for_the_room_until_a_room_is_chosen(window):
    page = QLabel("preferences")
    window.show_page(page, is_preferences=True)
    assert page.isVisible()
    assert window.room_key == ""
    assert window.rail.preferences_button.isChecked()
    window.close_page()
    assert window.room_key == "collect"
    assert window.room("collect").isVisible()
    assert not window.rail.preferences_button.isChecked()


def test_the_start_page_replaces_everything_and_drops_the_rooms(window):
    start = QLabel("start")
    window.show_start(start)
    assert start.isVisible()
    assert not window.rail.isVisible()
    assert window.rooms_made() == ()
    window.show_room("sort")
    assert window.rail.isVisible()


def test_closing_is_told_before_it_happens(qtbot, window):
    with qtbot.waitSignal(window.closing):
        window.close()


def test_every_button_without_words_has_a_name_and_a_tooltip(window):
    window.show_room("sort")
    nameless = [
        type(button).__name__
        for button in window.findChildren(QAbstractButton)
        if (isinstance(button, IconButton) or not button.text()) and not (button.accessibleName() and button.toolTip())
    ]
    assert nameless == []


def test_the_focus_ring_appears_for_the_keyboard_only(qtbot, window):
    button = window.room("collect").button
    rings = lambda: [one for one in window.findChildren(QWidget) if type(one).__name__ == "_Ring" and one.isVisible()]  # noqa: E731
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert rings() == []
    qtbot.keyClick(button, Qt.Key.Key_Tab)
    (ring,) = rings()
    focused = window.focusWidget()
    assert ring.geometry().contains(focused.geometry())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert rings() == []


def test_a_file_dropped_anywhere_is_told(qtbot, window, tmp_path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path))])
    at, copy, left = QPoint(700, 500), Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    entering = QDragEnterEvent(at, copy, data, left, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(window, entering)
    assert entering.isAccepted()
    with qtbot.waitSignal(window.offered, check_params_cb=lambda found: found.paths == (tmp_path,)):
        QApplication.sendEvent(window, QDropEvent(at.toPointF(), copy, data, left, Qt.KeyboardModifier.NoModifier))


def test_a_pasted_link_is_told_unless_a_field_takes_it(qtbot, window):
    QGuiApplication.clipboard().setText("see https://example.org/cat.jpg")
    with qtbot.waitSignal(window.offered) as told:
        qtbot.keyClick(window.room("collect").button, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert told.args[0].addresses == ("https://example.org/cat.jpg",)
    field = QLineEdit(window)
    field.show()
    field.setFocus()
    with qtbot.assertNotEmitted(window.offered):
        qtbot.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == "see https://example.org/cat.jpg"
