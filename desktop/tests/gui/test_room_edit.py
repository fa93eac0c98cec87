"""Edit: a frame is dragged outward, accepted, and kept; undo takes it back."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from app.folders import copy_into, import_all
from gui.editing import drag_right_edge_outward, entered, frames_of, press, shown
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from winnow.app.pipelines.editing import network_views, whole_pixels
from winnow.app.pipelines.framing import ChangeKind
from winnow.app.queries.lookup import label_called
from winnow.app.queries.overview import overview
from winnow.app.session import Session
from winnow.domain.fit import Fit, FitMode
from winnow.domain.frame import Fill, FillMode, Frame
from winnow.domain.ids import ImageId
from winnow.qt.bridge import Bridge
from winnow.qt.rooms.edit.angle_slider import AngleSlider
from winnow.qt.rooms.edit.apply_box import SELECTION
from winnow.qt.rooms.edit.room import EditRoom
from winnow.qt.theme.theme import Mode, Theme
from winnow.store import frames, images
from winnow.vision.decoder import Decoder


def _make_project(folder: Path) -> None:
    pictures = folder / "pictures"
    pictures.mkdir()
    noise = np.random.default_rng(1)
    for number in range(3):
        pixels = noise.integers(0, 255, (120, 160, 3), dtype=np.uint8)
        Image.fromarray(pixels).save(pictures / f"{number}.png")
    with Session.create(folder / "edit.winnow", ["cat", "dog"]) as session:
        import_all(session, pictures)


@pytest.fixture
def bridge(tmp_path: Path, theme: object) -> Iterator[Bridge]:
    copy_into(tmp_path, _make_project)
    made = Bridge(Session.open(tmp_path / "edit.winnow"))
    yield made
    made.close()


@pytest.fixture
def room(bridge: Bridge, qtbot) -> EditRoom:
    made = entered(bridge, qtbot)
    qtbot.waitUntil(lambda: made.canvas.frame is not None)
    made.activateWindow()
    made.canvas.setFocus()
    qtbot.waitUntil(made.canvas.hasFocus)
    return made


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


def at_rest(room: EditRoom, bridge: Bridge, qtbot, image: int = 1) -> None:
    qtbot.waitUntil(lambda: bridge.session.ask(frames.draft_of, ImageId(image)) is not None)


def press_where_the_focus_is(qtbot, key: Qt.Key) -> None:
    qtbot.keyClick(QApplication.focusWidget(), key)


def test_enter_accepts_after_a_click_in_the_panel(room: EditRoom, bridge: Bridge, qtbot) -> None:
    drag_right_edge_outward(room, qtbot)
    kind = room.panel.fill.kind
    qtbot.mouseClick(kind, Qt.MouseButton.LeftButton, pos=kind.part_rect("blur").center())
    press_where_the_focus_is(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shown(room) == 2)
    qtbot.waitUntil(lambda: bridge.session.ask(overview).edited == 1)
    (kept,) = bridge.session.ask(frames.frames_of, ImageId(1))
    assert kept.frame.fill.mode is FillMode.BLUR


def test_enter_in_a_field_takes_what_was_typed_and_accepts_only_then(room: EditRoom, bridge: Bridge, qtbot) -> None:
    room.panel.angle.setFocus()
    room.panel.angle.selectAll()
    qtbot.keyClicks(QApplication.focusWidget(), "30")
    press_where_the_focus_is(qtbot, Qt.Key.Key_Return)
    assert (shown(room), room.canvas.frame.angle) == (1, 30)
    press_where_the_focus_is(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shown(room) == 2)
    qtbot.waitUntil(lambda: bridge.session.ask(overview).edited == 1)


def test_what_the_network_gets_is_shown_exactly(room: EditRoom, bridge: Bridge, qtbot) -> None:
    wanted = Frame(-30, -10, 100, 130, angle=4.0, flip_x=True, fill=Fill(FillMode.REFLECT))
    room.canvas.set_frame(wanted)
    (sample,) = network_views(original(bridge, 1), wanted, Fit())

    def shown_exactly() -> bool:
        if not room.panel.preview.input.images:
            return False
        (image,) = room.panel.preview.input.images
        raw = np.frombuffer(image.constBits(), np.uint8).reshape(224, image.bytesPerLine() // 4, 4)
        return np.array_equal(raw[:, :224, 2::-1], sample)

    qtbot.waitUntil(shown_exactly)


def test_all_tiles_that_the_network_looks_at_are_shown(room: EditRoom, qtbot) -> None:
    room.desk.show_fit(Fit(FitMode.TILES))
    seen = room.panel.preview.input
    qtbot.waitUntil(lambda: len(seen.images) == 2)  # of a picture of 160 × 120
    first, second = seen.images
    assert first != second
    assert room.panel.preview._heading._words.text() == "2 tiles of 224 × 224"
    places = seen._places()
    assert not places[0].intersects(places[1])
    assert all(seen.rect().contains(place.toRect()) for place in places)
    room.desk.show_fit(Fit())
    qtbot.waitUntil(lambda: len(seen.images) == 1)


def original(bridge: Bridge, image: int) -> np.ndarray:
    with Decoder() as decoder:
        return whole_pixels(bridge.session, decoder, image)


def test_frames_are_added_copied_ordered_labelled_and_deleted_by_keys(room: EditRoom, bridge: Bridge, qtbot) -> None:
    drafting = room.desk.drafting
    press(room, qtbot, Qt.Key.Key_A)
    assert [one.frame.size for one in drafting.frames] == [(160, 120), (80, 60)]
    press(room, qtbot, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert (len(drafting.frames), drafting.active) == (3, 2)
    press(room, qtbot, Qt.Key.Key_1)  # the picture has none yet
    qtbot.waitUntil(lambda: room.walk.label is not None and room.walk.label.name == "cat")
    press(room, qtbot, Qt.Key.Key_2)
    press(room, qtbot, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    press(room, qtbot, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    assert (drafting.active, drafting.frames[0].label_id is not None) == (0, True)
    assert room.panel.frames.count == 3
    press(room, qtbot, Qt.Key.Key_N)
    press(room, qtbot, Qt.Key.Key_Delete)
    press(room, qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bridge.session.ask(overview).edited == 1)
    stored = bridge.session.ask(frames.frames_of, ImageId(1))
    assert [one.label_id for one in stored] == [bridge.session.ask(label_called, "dog").id, None]


def test_a_step_of_the_draft_is_taken_back_before_anything_accepted(room: EditRoom, bridge: Bridge, qtbot) -> None:
    drag_right_edge_outward(room, qtbot)
    dragged = room.canvas.frame
    press(room, qtbot, Qt.Key.Key_H)
    room.desk.keep()
    press(room, qtbot, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    room.desk.keep()
    press(room, qtbot, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert (room.canvas.frame.right, room.canvas.frame.flip_x) == (dragged.right, True)
    press(room, qtbot, Qt.Key.Key_Escape)
    assert room.canvas.frame == Frame.whole(160, 120)
    assert bridge.session.ask(overview).edited == 0


def test_a_draft_outlives_the_window_and_reset_ends_it(room: EditRoom, bridge: Bridge, qtbot) -> None:
    drag_right_edge_outward(room, qtbot)
    drafted = room.canvas.frame
    at_rest(room, bridge, qtbot)
    again = EditRoom(bridge)
    qtbot.addWidget(again)
    again.enter()
    qtbot.waitUntil(lambda: again.canvas.frame is not None)
    assert again.canvas.frame == drafted
    again.desk.order.reset()
    qtbot.waitUntil(lambda: bridge.session.ask(frames.draft_of, ImageId(1)) is None)
    again.leave()


def test_leaving_a_picture_keeps_its_draft(room: EditRoom, bridge: Bridge, qtbot) -> None:
    press(room, qtbot, Qt.Key.Key_Left)
    drafted = room.canvas.frame
    press(room, qtbot, Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: shown(room) == 2)
    press(room, qtbot, Qt.Key.Key_PageUp)
    qtbot.waitUntil(lambda: shown(room) == 1)
    assert room.canvas.frame == drafted
    assert bridge.session.ask(overview).edited == 0


def hashes(folder: Path) -> dict[Path, str]:
    return {path: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.rglob("*") if path.is_file()}


def test_originals_stay_as_they_came_whatever_is_edited(room: EditRoom, bridge: Bridge, qtbot) -> None:
    folder = bridge.session.layout.originals
    before = hashes(folder)
    assert len(before) == 3
    for number in (1, 2, 3):
        qtbot.waitUntil(lambda number=number: shown(room) == number)
        drag_right_edge_outward(room, qtbot)
        press(room, qtbot, Qt.Key.Key_H)
        press(room, qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bridge.session.ask(overview).edited == 3)
    qtbot.waitUntil(lambda: shown(room) == 3 and room.desk.drafting.is_begun)
    room.apply(ChangeKind.RESET, SELECTION)
    qtbot.waitUntil(lambda: bridge.session.ask(overview).edited == 1)
    assert hashes(folder) == before


def test_a_change_is_applied_to_all_unedited_pictures_and_undone_at_once(room: EditRoom, bridge: Bridge, qtbot) -> None:
    room.panel.aspect.choose("1:1")
    room.panel.aspect_chosen.emit(1.0)
    room.panel.frame_wanted.emit(room.canvas.frame.filled(Fill(FillMode.MEAN)))
    box = room.panel.apply
    assert box.to.currentText() == "All unedited (2)"
    box.button.click()
    qtbot.waitUntil(lambda: bridge.session.ask(overview).edited == 2)
    for image in (2, 3):
        (one,) = bridge.session.ask(frames.frames_of, ImageId(image))
        assert one.frame.size == (120, 120)
        assert one.frame.fill.mode is FillMode.MEAN
    state = bridge.session.ask(overview).journal
    assert (state.undo, state.undo_count) == ("SetManyFrames", 2)
    bridge.session.undo().result()
    assert bridge.session.ask(overview).edited == 0
    qtbot.waitUntil(box.isEnabled)


def test_a_frame_is_copied_to_another_picture(room: EditRoom, bridge: Bridge, qtbot) -> None:
    room.canvas.set_frame(Frame(20, 10, 90, 70, fill=Fill(FillMode.EDGE)))
    press(room, qtbot, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    press(room, qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shown(room) == 2)
    press(room, qtbot, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert room.canvas.frame == Frame(20, 10, 90, 70, fill=Fill(FillMode.EDGE))


def test_a_chosen_aspect_stays_for_the_next_picture(room: EditRoom, qtbot) -> None:
    room.panel.aspect.choose("1:1")
    room.panel.aspect_chosen.emit(1.0)
    assert room.canvas.frame.size == (120, 120)
    press(room, qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shown(room) == 2)
    assert room.canvas.frame.size == (160, 120), "nothing is changed before a hand does"
    drag_right_edge_outward(room, qtbot)
    width, height = room.canvas.frame.size
    assert width == height > 160


def test_a_frame_far_larger_than_its_picture_is_no_trouble(room: EditRoom, qtbot) -> None:
    room.canvas.set_frame(Frame(-9000, -9000, 9000, 9000, fill=Fill(FillMode.REFLECT)))
    room.canvas.grab()
    room.desk.looking._look_closely()
    qtbot.waitUntil(lambda: bool(room.panel.preview.input.images))


def test_tiles_become_frames_of_the_picture(room: EditRoom, bridge: Bridge, qtbot) -> None:
    press(room, qtbot, Qt.Key.Key_T)
    panel = room.side.tiles
    assert panel.isVisible()
    assert not room.panel.isVisible()
    panel.columns.setValue(1)  # a square as wide as the picture covers its height: two would lie on each other
    assert panel._fewer.isVisible()
    assert "so there are 1 × 1" in panel._fewer.text()
    panel.columns.setValue(2)
    assert panel._fewer.isHidden()
    panel.rows.setValue(1)
    panel.leave_out.setChecked(False)
    panel.cell(1).box.click()
    panel.add.click()
    assert panel.isHidden()
    assert [one.origin for one in room.desk.drafting.frames] == ["", "tile 1x2 1,1"]
    press(room, qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bridge.session.ask(overview).edited == 1)
    assert [one.origin for one in bridge.session.ask(frames.frames_of, ImageId(1))] == ["", "tile 1x2 1,1"]


def test_tiles_are_dropped_by_escape_and_added_by_enter(room: EditRoom, qtbot) -> None:
    press(room, qtbot, Qt.Key.Key_T)
    assert not room._accept.isEnabled()
    press(room, qtbot, Qt.Key.Key_Escape)
    assert room.side.tiles.isHidden()
    assert room._accept.isEnabled()
    assert len(room.desk.drafting.frames) == 1
    press(room, qtbot, Qt.Key.Key_T)
    room.side.tiles.leave_out.setChecked(False)
    press(room, qtbot, Qt.Key.Key_Return)
    assert len(room.desk.drafting.frames) == 5


def test_tiles_are_laid_over_other_pictures_too(room: EditRoom, bridge: Bridge, qtbot) -> None:
    press(room, qtbot, Qt.Key.Key_T)
    panel = room.side.tiles
    panel.leave_out.setChecked(False)
    panel.to.setCurrentIndex(panel.to.findData("unedited"))
    panel.add.click()
    qtbot.waitUntil(lambda: bridge.session.ask(overview).edited == 2)
    assert len(bridge.session.ask(frames.frames_of, ImageId(2))) == 5
    assert len(room.desk.drafting.frames) == 5
    qtbot.waitUntil(room.panel.apply.isEnabled)


def test_the_fills_colour_is_taken_from_the_picture(room: EditRoom, bridge: Bridge, qtbot) -> None:
    pixels = original(bridge, 1)
    press(room, qtbot, Qt.Key.Key_I)
    x, y = room.canvas._view.to_screen((80.5, 60.5))
    qtbot.mouseClick(room.canvas, Qt.MouseButton.LeftButton, pos=QPoint(round(x), round(y)))
    assert room.canvas.frame.fill == Fill(FillMode.CONSTANT, tuple(int(value) for value in pixels[60, 80]))
    assert room.canvas.frame.size == (160, 120)


def test_the_subject_is_suggested_and_missing_borders_are_said(room: EditRoom, qtbot) -> None:
    press(room, qtbot, Qt.Key.Key_S)
    qtbot.waitUntil(lambda: room.desk.drafting.frames[0].origin == "subject")
    assert room.canvas.frame.size[0] < 160
    press(room, qtbot, Qt.Key.Key_B)
    qtbot.waitUntil(lambda: "no uniform borders" in room.toolbar._words.text())


def test_a_label_key_labels_the_picture_while_it_has_one_frame(room: EditRoom, bridge: Bridge, qtbot) -> None:
    press(room, qtbot, Qt.Key.Key_1)
    qtbot.waitUntil(lambda: room.walk.label is not None)
    assert room.walk.label.name == "cat"
    assert bridge.session.ask(overview).labelled == 1


def test_some_pictures_are_walked_through_alone(room: EditRoom, bridge: Bridge, qtbot) -> None:
    room.edit((2, 3), 3)
    qtbot.waitUntil(lambda: shown(room) == 3)
    assert len(room.walk.view.rows) == 2
    press(room, qtbot, Qt.Key.Key_Backspace)
    qtbot.waitUntil(lambda: shown(room) == 2)
    room._all.click()
    qtbot.waitUntil(lambda: len(room.walk.view.rows) == 3)
    assert shown(room) == 2
    assert room._all.isHidden()


def test_a_click_in_the_film_strip_shows_that_picture(room: EditRoom, qtbot) -> None:
    film = room.strip.film
    qtbot.mouseClick(film, Qt.MouseButton.LeftButton, pos=QPoint(film._x(2) + 30, film.height() // 2))
    qtbot.waitUntil(lambda: shown(room) == 3)


def test_a_picture_whose_file_is_gone_says_so_and_the_walk_goes_on(room: EditRoom, bridge: Bridge, qtbot) -> None:
    sha256, kind, _width, _height = bridge.session.ask(images.original_of, ImageId(3))
    bridge.session.originals.path(sha256, kind).unlink()
    room.walk.go_to(2)
    qtbot.waitUntil(lambda: room._stack.currentIndex() == 2)
    assert "is missing" in room._refused._words.text()
    room.walk.go_back()
    qtbot.waitUntil(lambda: shown(room) == 2)
    assert room._stack.currentWidget() is room.canvas


def test_a_draft_that_was_left_is_one_step_to_take_back(room: EditRoom, bridge: Bridge, qtbot) -> None:
    drag_right_edge_outward(room, qtbot)
    press(room, qtbot, Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: shown(room) == 2)
    assert room.steps() == ("", "")
    press(room, qtbot, Qt.Key.Key_PageUp)
    qtbot.waitUntil(lambda: shown(room) == 1)
    assert room.canvas.frame.right > 160
    press(room, qtbot, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert room.canvas.frame == Frame.whole(160, 120)
    assert room.steps()[0] == ""


def test_a_slider_that_cannot_be_moved_looks_like_it_in_dark(theme: Theme, qtbot) -> None:
    theme.choose(Mode.DARK)
    slider = AngleSlider()
    qtbot.addWidget(slider)
    slider.resize(200, 20)
    seen = []
    for is_enabled in (True, False):
        slider.setEnabled(is_enabled)
        seen.append(slider.grab().toImage().pixelColor(7, 10))  # the knob, at the least value
    assert seen == [theme.tokens.colour("knob"), theme.tokens.colour("line-strong")]
