"""Edit: a frame is dragged outward, accepted, and kept; undo takes it back."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt

from winnow.app.pipelines.editing import load_picture
from winnow.app.pipelines.importing import import_path
from winnow.app.queries.overview import overview
from winnow.app.session import Session
from winnow.qt.bridge import Bridge
from winnow.qt.rooms.edit.room import EditRoom
from winnow.vision.decoder import Decoder


@pytest.fixture
def bridge(tmp_path: Path, theme: object) -> Bridge:
    pictures = tmp_path / "pictures"
    pictures.mkdir()
    noise = np.random.default_rng(1)
    for number in range(3):
        pixels = noise.integers(0, 255, (120, 160, 3), dtype=np.uint8)
        Image.fromarray(pixels).save(pictures / f"{number}.png")
    session = Session.create(tmp_path / "edit.winnow")
    for _event in import_path(session, pictures):
        pass
    made = Bridge(session)
    yield made
    made.close()


@pytest.fixture
def room(bridge: Bridge, qtbot) -> EditRoom:
    made = EditRoom(bridge)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.show()
    made.enter()
    qtbot.waitUntil(lambda: made.canvas.frame is not None)
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


def test_a_frame_dragged_outward_pads_is_kept_and_undone(room: EditRoom, bridge: Bridge, qtbot) -> None:
    drag_right_edge_outward(room, qtbot)
    drafted = room.canvas.frame
    assert drafted.right > 160, "the frame reaches past the picture"
    qtbot.keyClick(room.canvas, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bridge.session.ask(overview).edited == 1)
    assert frames_of(bridge, 1) == [(0, 0, drafted.right, 120)]
    bridge.session.undo().result()
    assert frames_of(bridge, 1) == [(0, 0, 160, 120)]
    assert bridge.session.ask(overview).edited == 0


def test_enter_goes_on_to_the_next_picture_and_the_arrow_back(room: EditRoom, qtbot) -> None:
    qtbot.keyClick(room.canvas, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shown(room) == 2)
    qtbot.keyClick(room.canvas, Qt.Key.Key_Backspace)
    qtbot.waitUntil(lambda: shown(room) == 1)
