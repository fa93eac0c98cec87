"""What the tests of Edit do with a frame and ask of it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt

from winnow.app.pipelines.editing import load_picture
from winnow.qt.bridge import Bridge
from winnow.qt.rooms.edit.room import EditRoom
from winnow.vision.decoder import Decoder


def entered(bridge: Bridge, qtbot) -> EditRoom:
    """Show Edit in a window of its own."""
    made = EditRoom(bridge)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.show()
    made.enter()
    return made


def shown(room: EditRoom) -> int:
    return room.walk.loaded.picture.id if room.walk.loaded is not None else 0


def frames_of(bridge: Bridge, image: int) -> list[tuple[int, int, int, int]]:
    with Decoder() as decoder:
        stored = load_picture(bridge.session, decoder, image).stored
    return [(one.frame.left, one.frame.top, one.frame.right, one.frame.bottom) for one in stored]


def drag_right_edge_outward(room: EditRoom, qtbot) -> None:
    canvas = room.canvas
    frame = canvas.frame
    middle = canvas.rect().center()
    right = QPoint(middle.x() + round(frame.size[0] / 2 * canvas.zoom), middle.y())
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.AltModifier, right)
    qtbot.mouseMove(canvas, right + QPoint(30, 0))
    qtbot.mouseMove(canvas, right + QPoint(60, 0))
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.AltModifier, right + QPoint(60, 0))


def press(room: EditRoom, qtbot, key: Qt.Key, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    qtbot.keyClick(room.canvas, key, keys)


def ids(bridge: Bridge) -> list[int]:
    return bridge.session.ask(lambda reader: [row[0] for row in reader.execute("SELECT id FROM image ORDER BY id")])
