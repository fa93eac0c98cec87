"""A frame follows the mouse and the keyboard, and its padding is the sample's."""

from __future__ import annotations

import numpy as np
import pytest
from gui.hearing import HearingRoom
from PIL import Image
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from winnow.domain.frame import Fill, FillMode, Frame
from winnow.domain.tiling import Tiling, tiled
from winnow.qt.canvas.canvas import FrameCanvas
from winnow.qt.canvas.geometry import Handle
from winnow.qt.canvas.painting import CanvasFrame, handle_points, turn_point
from winnow.qt.canvas.picture import Picture
from winnow.qt.canvas.tile_painting import CanvasTile
from winnow.qt.canvas.viewport import Viewport
from winnow.vision.framing import cut, surroundings

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
SHIFT, ALT, CTRL = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
)
SIZE = (400, 300)


def picture():
    """Left half red, right half blue."""
    pixels = np.zeros((300, 400, 3), np.uint8)
    pixels[:, :200, 0] = 220
    pixels[:, 200:, 2] = 220
    return pixels


@pytest.fixture
def canvas(qtbot):
    """One picture of 400 x 300 at 100 %, its frame from (100, 50) to (300, 250), filled green."""
    widget = FrameCanvas()
    qtbot.addWidget(widget)
    widget.resize(800, 600)
    widget.show_picture(picture(), SIZE)
    widget.show_frames([CanvasFrame(Frame(100, 50, 300, 250, fill=Fill(colour=(0, 200, 0))), 0, "C", "cat")])
    widget.show()
    qtbot.waitExposed(widget)
    widget.zoom_to(1.0)
    return widget


def drag(canvas, begin: QPointF, dx, dy, keys=NONE):
    at = begin.toPoint()
    QTest.mousePress(canvas, LEFT, keys, at)
    for share in (0.5, 1.0):
        to = QPointF(at) + QPointF(dx, dy) * share
        move(canvas, to, keys)
    QTest.mouseRelease(canvas, LEFT, keys, at + QPoint(dx, dy))


def move(canvas, to: QPointF, keys):
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QMouseEvent

    event = QMouseEvent(QEvent.Type.MouseMove, to, canvas.mapToGlobal(to), Qt.MouseButton.NoButton, LEFT, keys)
    QApplication.sendEvent(canvas, event)


def handle(canvas, which) -> QPointF:
    return handle_points(canvas.frame, canvas._view)[which]


def box(frame):
    return frame.left, frame.top, frame.right, frame.bottom


def test_a_corner_crops_inwards_and_pads_outwards(canvas, qtbot):
    with qtbot.waitSignal(canvas.frame_changed):
        drag(canvas, handle(canvas, Handle.TOP_LEFT), 20, 30)
    assert box(canvas.frame) == (120, 80, 300, 250)
    drag(canvas, handle(canvas, Handle.RIGHT), 150, 0)
    assert box(canvas.frame) == (120, 80, 450, 250)


def test_dragging_inside_moves(canvas):
    drag(canvas, handle(canvas, Handle.TOP) + QPointF(20, 60), 33, -20)
    assert box(canvas.frame) == (133, 30, 333, 230)


def test_shift_keeps_the_shape_and_so_does_an_aspect(canvas):
    drag(canvas, handle(canvas, Handle.BOTTOM_RIGHT), 40, 10, SHIFT | ALT)
    assert canvas.frame.size == (240, 240)
    canvas.set_aspect(2.0)
    assert canvas.frame.size[0] == pytest.approx(2 * canvas.frame.size[1], abs=2)
    drag(canvas, handle(canvas, Handle.RIGHT), -60, 0, ALT)
    assert canvas.frame.size[0] == pytest.approx(2 * canvas.frame.size[1], abs=2)


def test_sides_snap_to_the_picture_unless_alt_is_held(canvas):
    drag(canvas, handle(canvas, Handle.LEFT), -96, 0)
    assert canvas.frame.left == 0
    drag(canvas, handle(canvas, Handle.RIGHT), 96, 0, ALT)
    assert canvas.frame.right == 396


def test_the_turning_handle_turns_and_finds_upright(canvas):
    at = turn_point(canvas.frame, canvas._view)
    middle_y = handle(canvas, Handle.LEFT).y()
    drag(canvas, at, round(middle_y - at.y()), round(middle_y - at.y()))
    assert canvas.frame.angle == pytest.approx(90, abs=1)
    canvas.set_frame(Frame(100, 50, 300, 250, angle=3))
    at = turn_point(canvas.frame, canvas._view)
    drag(canvas, at, -5, 0)
    assert canvas.frame.angle == 0


def test_arrows_nudge_enter_accepts_and_escape_goes_back(canvas, qtbot):
    QTest.keyClick(canvas, Qt.Key.Key_Left)
    QTest.keyClick(canvas, Qt.Key.Key_Down, SHIFT)
    assert box(canvas.frame) == (99, 60, 299, 260)
    with qtbot.waitSignal(canvas.accepted) as told:
        QTest.keyClick(canvas, Qt.Key.Key_Return)
    assert told.args == [canvas.frame]
    with qtbot.waitSignal(canvas.cancelled):
        QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert box(canvas.frame) == (100, 50, 300, 250)


def test_no_frame_gets_smaller_than_can_be_held(canvas):
    drag(canvas, handle(canvas, Handle.BOTTOM_RIGHT), -700, -700, ALT)
    assert canvas.frame.size == (8, 8)


def test_the_wheel_zooms_at_the_pointer_within_limits(canvas):
    at = QPointF(333, 222)
    before = canvas._view.to_picture((at.x(), at.y()))
    turn(canvas, at, 120)
    assert canvas.zoom == pytest.approx(1.25)
    assert canvas._view.to_picture((at.x(), at.y())) == pytest.approx(before)
    turn(canvas, at, 120 * 60)
    assert canvas.zoom == 32
    canvas.grab()
    turn(canvas, at, -120 * 100)
    assert canvas.zoom == 0.05


def turn(canvas, at, by):
    event = QWheelEvent(
        at, canvas.mapToGlobal(at), QPoint(), QPoint(0, by), Qt.MouseButton.NoButton, NONE,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(canvas, event)


def test_space_and_the_middle_button_pan(canvas):
    before = canvas._view
    QTest.keyPress(canvas, Qt.Key.Key_Space)
    drag(canvas, handle(canvas, Handle.LEFT), 50, 20)
    QTest.keyRelease(canvas, Qt.Key.Key_Space)
    assert (canvas._view.x, canvas._view.y) == (before.x + 50, before.y + 20)
    assert box(canvas.frame) == (100, 50, 300, 250)
    drag(canvas, handle(canvas, Handle.LEFT), 30, 0)
    assert canvas.frame.left == 130


def test_keys_fit_and_show_at_full_size(canvas):
    canvas.zoom_to(4)
    QTest.keyClick(canvas, Qt.Key.Key_F)
    fitted = canvas.zoom
    assert fitted < 4
    QTest.keyClick(canvas, Qt.Key.Key_Z)
    assert canvas.zoom == 1
    QTest.keyClick(canvas, Qt.Key.Key_0, CTRL)
    assert canvas.zoom == fitted


def test_digits_go_on_to_the_room(qtbot):
    room = HearingRoom()
    qtbot.addWidget(room)
    canvas = FrameCanvas(room)
    QTest.keyClick(canvas, Qt.Key.Key_1)
    assert room.heard == ["1"]


def test_a_click_in_another_frame_picks_it(canvas, qtbot):
    canvas.show_frames([CanvasFrame(Frame(0, 0, 400, 300)), CanvasFrame(Frame(20, 20, 80, 80))])
    at = canvas._view.to_screen((40, 40))
    with qtbot.waitSignal(canvas.frame_picked) as told:
        QTest.mouseClick(canvas, LEFT, NONE, QPoint(round(at[0]), round(at[1])))
    assert told.args == [1]


def colour_at(canvas, x, y):
    """Return the colour at a point of the picture."""
    at = canvas._view.to_screen((x, y))
    return canvas.grab().toImage().pixelColor(round(at[0]), round(at[1])).getRgb()[:3]


def test_padding_is_painted_as_the_sample_will_have_it(canvas):
    canvas.set_frame(Frame(100, -60, 300, 250, fill=Fill(colour=(0, 200, 0))))
    assert colour_at(canvas, 150, -30) == (0, 200, 0)
    assert colour_at(canvas, 150, 100) == (220, 0, 0)
    canvas.set_fill(Fill(FillMode.EDGE))
    assert colour_at(canvas, 150, -30) == (220, 0, 0)
    assert colour_at(canvas, 250, -30) == (0, 0, 220)


def test_what_is_left_out_lies_under_a_scrim(canvas):
    assert colour_at(canvas, 20, 100) != (220, 0, 0)
    assert colour_at(canvas, 130, 100) == (220, 0, 0)


@pytest.mark.parametrize("mode", [FillMode.EDGE, FillMode.REFLECT, FillMode.SYMMETRIC])
def test_padding_at_full_size_is_what_the_sample_gets_to_the_pixel(canvas, mode):
    pixels = np.random.default_rng(2).integers(0, 256, (300, 400, 3), dtype=np.uint8)
    canvas.show_picture(pixels, SIZE)
    frame = Frame(-30, -40, 430, 330, fill=Fill(mode))
    canvas.show_frames([CanvasFrame(frame)])
    canvas.set_thirds(False)
    canvas.zoom_to(1.0)
    canvas._see(Viewport(1.0, 200, 100))
    seen = canvas.grab().toImage()
    sample = cut(pixels, frame)
    # Away from handles, borders and dashes: above, and to the left.
    for x, y in ((-20, -20), (60, -33), (333, -21), (-22, 60), (-9, 210), (415, 77), (100, 321)):
        assert seen.pixelColor(200 + x, 100 + y).getRgb()[:3] == tuple(int(v) for v in sample[y + 40, x + 30])


@pytest.mark.parametrize("scale", [0.05, 0.5, 1.0, 3.0, 32.0])
def test_the_pixel_under_the_pointer_stays_there(canvas, scale):
    pixels = np.random.default_rng(5).integers(0, 256, (300, 400, 3), dtype=np.uint8)
    canvas.show_picture(pixels, SIZE)
    canvas._see(Viewport(scale, 150 - 20 * scale, 120 - 30 * scale))
    x, y = canvas._view.to_picture((150, 120))
    assert canvas._picture.colour_at(x + 0.01, y + 0.01) == tuple(int(v) for v in pixels[30, 20])
    if scale >= 2:
        seen = canvas.grab().toImage().pixelColor(150 + int(scale / 2), 120 + int(scale / 2))
        assert seen.getRgb()[:3] == tuple(int(v) for v in pixels[30, 20])


@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_pixels_lie_where_they_should_at_any_device_pixel_ratio(qapp, ratio):
    pixels = np.zeros((40, 60, 3), np.uint8)
    pixels[10, 25] = 255
    made = QImage(round(240 * ratio), round(160 * ratio), QImage.Format.Format_RGB32)
    made.setDevicePixelRatio(ratio)
    painter = QPainter(made)
    Picture(pixels, (60, 40)).paint(painter, QRectF(0, 0, 240, 160), ratio)
    painter.end()
    lit = [made.pixelColor(round((25.5 * 4 + dx) * ratio), round((10.5 * 4 + dy) * ratio)).red() for dx, dy in _NEAR]
    assert lit == [255, 0, 0, 0, 0]


_NEAR = ((0, 0), (4, 0), (-4, 0), (0, 4), (0, -4))


def test_a_reduced_picture_is_padded_like_the_full_one(qapp):
    pixels = np.array(picture())
    frame = Frame(-100, -60, 500, 260, fill=Fill(FillMode.REFLECT))
    small = Picture(np.ascontiguousarray(pixels[::2, ::2]), SIZE)
    full = cut(pixels, frame)
    found = list(small.padding(frame, QRectF(-200, -200, 900, 900), 1.0))
    assert len(found) == 3, "above, left and right: nothing is padded below"
    for patch in found:
        for share in (0.1, 0.5, 0.9):
            x = patch.where.x() + share * patch.where.width()
            y = patch.where.y() + share * patch.where.height()
            wanted = full[int(y) + 60, int(x) + 100]
            got = patch.image.pixelColor(int(share * patch.image.width()), int(share * patch.image.height()))
            assert np.abs(wanted.astype(int) - got.getRgb()[:3]).max() < 40


@pytest.mark.parametrize("angle", [0.0, 21.0])
def test_the_blurred_padding_looks_as_the_samples(qapp, angle):
    pixels = np.array(
        Image.fromarray(np.random.default_rng(3).integers(0, 256, (6, 8, 3), dtype=np.uint8)).resize(SIZE)
    )
    frame = Frame(-100, -80, 500, 380, angle, fill=Fill(FillMode.BLUR))
    (patch,) = Picture(pixels, SIZE).padding(frame, QRectF(0, 0, 400, 300), 1.0)
    around = surroundings(frame)
    full = cut(pixels, around)
    assert patch.where == QRectF(around.left, around.top, *around.size)
    for x, y in ((10, 10), (full.shape[1] - 12, 30), (60, full.shape[0] - 9), (full.shape[1] // 2, 20)):
        at = patch.image.pixelColor(x * 128 // full.shape[1], y * 128 // full.shape[0]).getRgb()[:3]
        assert np.abs(full[y, x].astype(int) - at).max() <= 8


def test_only_what_is_seen_of_the_padding_is_made(qapp):
    shown = Picture(np.full((100, 100, 3), 50, np.uint8), (100, 100))
    huge = Frame(-9000, -9000, 9000, 9000, fill=Fill(FillMode.EDGE))
    found = list(shown.padding(huge, QRectF(-50, -50, 200, 200), 1.0))
    assert sum(patch.image.width() * patch.image.height() for patch in found) <= 200 * 200


def test_the_eyedropper_takes_the_colour_under_the_pointer(canvas, qtbot):
    canvas.pick_colour()
    at = canvas._view.to_screen((300, 100))
    with qtbot.waitSignal(canvas.colour_picked) as told:
        QTest.mouseClick(canvas, LEFT, NONE, QPoint(round(at[0]), round(at[1])))
    assert told.args == [(0, 0, 220)]
    before = canvas.frame
    canvas.pick_colour()
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    QTest.mouseClick(canvas, LEFT, NONE, QPoint(round(at[0]), round(at[1])))
    assert canvas.frame == before


def test_brackets_turn_and_backspace_goes_back(canvas, qtbot):
    QTest.keyClick(canvas, Qt.Key.Key_BracketLeft)
    QTest.keyClick(canvas, Qt.Key.Key_BracketRight, SHIFT)
    assert canvas.frame.angle == pytest.approx(0.9)
    with qtbot.waitSignal(canvas.back_wanted):
        QTest.keyClick(canvas, Qt.Key.Key_Backspace)


def test_escape_during_a_drag_lets_go_and_nothing_else(canvas, qtbot):
    before = canvas.frame
    at = handle(canvas, Handle.RIGHT).toPoint()
    QTest.mousePress(canvas, LEFT, NONE, at)
    move(canvas, QPointF(at) + QPointF(40, 0), NONE)
    assert canvas.frame != before
    with qtbot.assertNotEmitted(canvas.cancelled):
        QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert canvas.frame == before
    QTest.mouseRelease(canvas, LEFT, NONE, at)


def test_a_nudge_past_the_edge_does_not_make_the_picture_jump(canvas):
    canvas.fit()
    canvas.set_frame(Frame(100, -200, 300, 250))
    view = canvas._view
    canvas.show_frames([CanvasFrame(canvas.frame)])
    assert canvas._view == view
    canvas.show_frames([CanvasFrame(canvas.frame), CanvasFrame(Frame(-300, 0, 10, 10))])
    left, top = canvas._view.to_screen((-300, -200))
    assert left >= 0
    assert top >= 0, "all frames are seen where their number changed"


def test_tiles_are_shown_and_picked(canvas, qtbot):
    laid = tiled(SIZE, Tiling(2, 2, overlap=0.1))
    canvas.show_tiles(
        [CanvasTile(CanvasFrame(tile.frame, 0, "C", "cat"), at != 2) for at, tile in enumerate(laid.tiles)]
    )
    at = canvas._view.to_screen((350, 250))
    with qtbot.waitSignal(canvas.tile_picked) as told:
        QTest.mouseClick(canvas, LEFT, NONE, QPoint(round(at[0]), round(at[1])))
    assert told.args == [3]
    assert colour_at(canvas, 40, 280) != (220, 0, 0), "a tile that is left out lies under a scrim"
    canvas.show_tiles(())
    assert canvas.frame is not None


def test_an_empty_canvas_is_no_trouble(qtbot):
    canvas = FrameCanvas()
    qtbot.addWidget(canvas)
    canvas.fit()
    canvas.grab()
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    QTest.mouseClick(canvas, LEFT, NONE, QPoint(5, 5))
    assert canvas.frame is None
