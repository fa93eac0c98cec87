"""Frames follow the hand and never break."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from winnow.domain.frame import MAX_FRAME_EDGE_PX, Fill, FillMode, Frame
from winnow.domain.reshaping import MIN_EDGE_PX, shaped
from winnow.qt.canvas.geometry import (
    Handle,
    angle_towards,
    centre,
    corners,
    dragged,
    moved,
    padding,
    reaches_out,
    snap,
    turned,
)
from winnow.qt.canvas.viewport import MAX_SCALE, MIN_SCALE, Viewport, fitting
from winnow.vision.framing import cut

SIDES = [one for one in Handle if one is not Handle.INSIDE]
far = st.integers(-3000, 3000)
edges = st.integers(MIN_EDGE_PX, 4000)
aspects = st.floats(0.25, 4)


@st.composite
def frames(draw, angle=0.0):
    left, top = draw(far), draw(far)
    return Frame(left, top, left + draw(edges), top + draw(edges), angle)


@given(frames(), st.sampled_from(list(Handle)), far, far)
def test_there_and_back_is_nowhere(frame, handle, dx, dy):
    out = dragged(frame, handle, dx, dy)
    if min(out.size) > MIN_EDGE_PX:
        assert dragged(out, handle, -dx, -dy) == frame


@given(frames(), st.sampled_from(SIDES), far, far, st.none() | aspects)
def test_no_drag_makes_a_frame_too_small_or_too_large(frame, handle, dx, dy, aspect):
    size = dragged(frame, handle, dx * 20, dy * 20, aspect).size
    assert MIN_EDGE_PX <= min(size) <= max(size) <= MAX_FRAME_EDGE_PX


@given(frames(), st.sampled_from(SIDES), far, far, aspects)
def test_the_aspect_is_kept_within_a_pixel(frame, handle, dx, dy, aspect):
    width, height = dragged(frame, handle, dx, dy, aspect).size
    assert abs(width - height * aspect) <= max(1, aspect) or abs(height - width / aspect) <= 1


@given(frames(), st.sampled_from(SIDES), far, far, st.none() | aspects)
def test_the_opposite_side_stays(frame, handle, dx, dy, aspect):
    out = dragged(frame, handle, dx, dy, aspect)
    to_x, to_y = handle.value
    if to_x:
        assert (out.left == frame.left) if to_x > 0 else (out.right == frame.right)
    if to_y:
        assert (out.top == frame.top) if to_y > 0 else (out.bottom == frame.bottom)


@given(st.floats(-179, 179), frames(), st.sampled_from(SIDES), st.integers(-500, 500), st.integers(-500, 500))
def test_a_turned_frame_s_opposite_corner_stays_within_rounding(angle, frame, handle, dx, dy):
    frame = replace(frame, angle=angle)
    out = dragged(frame, handle, dx, dy)

    def opposite(one):
        (x, y), (width, height) = centre(one), one.size
        along = turned((-handle.value[0] * width / 2, -handle.value[1] * height / 2), angle)
        return x + along[0], y + along[1]

    assert math.dist(opposite(frame), opposite(out)) <= 1


@given(frames(), aspects)
def test_shaping_keeps_the_middle_and_about_the_area(frame, aspect):
    out = shaped(frame, aspect)
    assert math.dist(centre(frame), centre(out)) <= 1.5
    width, height = out.size
    assert abs(width - height * aspect) <= 1 or abs(height - width / aspect) <= 1
    if min(out.size) > MIN_EDGE_PX * 3:
        assert math.prod(out.size) == pytest.approx(math.prod(frame.size), rel=0.1)


@given(frames(), st.sampled_from(list(Handle)), far, far)
def test_snapping_moves_by_no_more_than_it_may(frame, handle, dx, dy):
    to = snap(frame, handle, (dx, dy), (640, 480), 6)
    assert max(abs(to[0] - dx), abs(to[1] - dy)) <= 6.5


def test_sides_snap_to_edges_and_middles():
    frame = Frame(100, 100, 300, 200)
    assert snap(frame, Handle.LEFT, (-97, 5), (640, 480), 6) == (-100, 5)
    assert snap(frame, Handle.RIGHT, (22, 0), (640, 480), 6) == (20, 0)
    assert snap(frame, Handle.INSIDE, (118, 275), (640, 480), 6) == (120, 280)
    assert snap(frame, Handle.INSIDE, (50, 50), (640, 480), 6) == (50, 50)
    assert snap(replace(frame, angle=5), Handle.LEFT, (-97, 5), (640, 480), 6) == (-97, 5)


def test_padding_is_what_lies_outside():
    assert padding(Frame(-10, 20, 700, 500), (640, 480)) == (10, 0, 60, 20)
    assert reaches_out(Frame(-1, 0, 10, 10), (640, 480))
    assert not reaches_out(Frame(0, 0, 640, 480), (640, 480))
    assert reaches_out(Frame(0, 0, 640, 480, angle=2), (640, 480))


def test_a_turned_frame_lies_where_its_cut_looks():
    """The corner of the cut shows the pixel that lies under the frame's corner on the canvas."""
    picture = np.zeros((200, 200, 3), np.uint8)
    frame = Frame(60, 70, 140, 110, angle=30, fill=Fill(FillMode.EDGE))
    x, y = corners(frame)[0]
    inner = turned((6, 6), 30)
    at = round(x + inner[0]), round(y + inner[1])
    picture[at[1] - 3 : at[1] + 4, at[0] - 3 : at[0] + 4] = 255
    assert cut(picture, frame)[6, 6].min() > 200


@given(st.floats(-179, 179), frames())
def test_the_turning_handle_gives_the_angle_back(angle, frame):
    frame = replace(frame, angle=angle)
    above = turned((0, -frame.size[1]), angle)
    x, y = centre(frame)
    assert angle_towards((x, y), (x + above[0], y + above[1])) == pytest.approx(angle)


@given(frames(), far, far)
def test_moving_keeps_the_size(frame, dx, dy):
    assert moved(frame, dx, dy).size == frame.size


@given(st.floats(0.01, 100), st.floats(-500, 500), st.floats(-500, 500), st.floats(MIN_SCALE, MAX_SCALE))
def test_zooming_keeps_what_is_under_the_pointer(factor, x, y, scale):
    before = Viewport(scale, 13, -40)
    after = before.zoomed(factor, (x, y))
    assert MIN_SCALE <= after.scale <= MAX_SCALE
    assert after.to_screen(before.to_picture((x, y))) == pytest.approx((x, y), abs=1e-6)


@given(st.integers(1, 9000), st.integers(1, 9000), st.integers(50, 2000), st.integers(50, 2000))
def test_what_fits_is_seen_whole(width, height, across, down):
    seen = fitting((0, 0, width, height), (across, down), 60)
    left, top = seen.to_screen((0, 0))
    right, bottom = seen.to_screen((width, height))
    if seen.scale > MIN_SCALE:
        assert -0.01 <= left <= right <= across + 0.01
        assert -0.01 <= top <= bottom <= down + 0.01
