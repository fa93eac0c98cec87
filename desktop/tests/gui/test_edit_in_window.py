"""Edit in the whole window, and over many pictures."""

from __future__ import annotations

from pathlib import Path

from gui.editing import drag_right_edge_outward, entered, ids, press, shown
from gui.projects import make_session
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from winnow.app.queries.overview import overview
from winnow.domain.frame import Frame
from winnow.domain.ids import ImageId
from winnow.qt.bridge import Bridge
from winnow.qt.controller import Controller
from winnow.qt.start import ROOMS
from winnow.qt.widgets.button import IconButton
from winnow.qt.widgets.label import Label
from winnow.store import frames


def test_twenty_pictures_take_one_drag_and_enter_each(tmp_path: Path, theme: object, qtbot) -> None:
    bridge = Bridge(make_session(tmp_path))
    room = entered(bridge, qtbot)
    walked = ids(bridge)
    assert len(walked) == 20
    for number in walked:
        qtbot.waitUntil(lambda number=number: shown(room) == number)
        drag_right_edge_outward(room, qtbot)
        press(room, qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bridge.session.ask(overview).edited == 20)
    for number in walked:
        (one,) = bridge.session.ask(frames.frames_of, ImageId(number))
        assert one.frame.right > 96
    assert QApplication.activeModalWidget() is None
    bridge.close()


def test_another_room_sends_its_pictures(tmp_path: Path, theme: object, qtbot) -> None:
    with make_session(tmp_path) as made:
        folder = made.layout.folder
    controller = Controller(ROOMS)
    with qtbot.waitSignal(controller.project_opened):
        controller.show(folder)
    qtbot.addWidget(controller.window)
    controller.window.room("collect").editing_wanted.emit((4, 7, 9))
    assert controller.window.room_key == "edit"
    room = controller.window.room("edit")
    qtbot.waitUntil(lambda: shown(room) == 4)
    qtbot.waitUntil(lambda: "1 of 3 selected" in room.toolbar._words.text())
    controller.close_project()


def test_undo_takes_back_the_draft_first_and_then_the_last_labelling_and_says_so(
    tmp_path: Path, theme: object, qtbot
) -> None:
    with make_session(tmp_path) as made:
        folder = made.layout.folder
    controller = Controller(ROOMS)
    with qtbot.waitSignal(controller.project_opened):
        controller.show(folder)
    window, session = controller.window, controller.bridge.session
    qtbot.addWidget(window)
    labelled = session.ask(overview).labelled
    qtbot.mouseClick(window.rail.item("edit"), Qt.MouseButton.LeftButton)
    room = window.room("edit")
    qtbot.waitUntil(lambda: shown(room) == 1 and "Label" in window.header.undo_button.toolTip())
    (turn,) = (one for one in room.findChildren(IconButton) if one.accessibleName() == "Turn by a quarter")
    qtbot.mouseClick(turn, Qt.MouseButton.LeftButton)
    assert room.canvas.frame.angle == 90
    assert window.header.undo_button.toolTip().startswith("Undo: Change of the draft")
    qtbot.mouseClick(window.header.undo_button, Qt.MouseButton.LeftButton)
    assert room.canvas.frame == Frame.whole(96, 96)
    assert session.ask(overview).labelled == labelled
    assert "Label" in window.header.undo_button.toolTip()
    assert window.header.redo_button.toolTip().startswith("Redo: Change of the draft")
    qtbot.mouseClick(window.header.undo_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: session.ask(overview).labelled < labelled)
    said = window.activity.findChildren(Label)
    qtbot.waitUntil(lambda: any(one.text() == "Undone: Label 10 images" for one in said))
    controller.close_project()
