"""Frames that are made from frames stay sound, and where they belong."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from winnow.domain.frame import MAX_FRAME_EDGE_PX, Frame
from winnow.domain.reshaping import MIN_EDGE_PX, carried, padding_share, shaped

sizes = st.tuples(st.integers(30, 6000), st.integers(30, 6000))
aspects = st.floats(0.25, 4)


UPRIGHT = st.just(0.0)


@st.composite
def frames(draw, angles=UPRIGHT):
    left, top = draw(st.integers(-3000, 3000)), draw(st.integers(-3000, 3000))
    width, height = draw(st.integers(MIN_EDGE_PX, 4000)), draw(st.integers(MIN_EDGE_PX, 4000))
    return Frame(left, top, left + width, top + height, draw(angles))


@given(sizes, aspects)
def test_a_whole_picture_is_cropped_to_an_aspect_and_never_padded(size, aspect):
    out = shaped(Frame.whole(*size), aspect, size)
    if min(size) > 4 * MIN_EDGE_PX:
        assert padding_share(out, size) == 0
        assert out.size[0] == size[0] or out.size[1] == size[1] or math.isclose(math.prod(out.size), math.prod(size))


@given(frames(), sizes, aspects)
def test_a_frame_that_pads_keeps_its_area(frame, size, aspect):
    out = shaped(frame, aspect, size)
    assert MIN_EDGE_PX <= min(out.size) <= max(out.size) <= MAX_FRAME_EDGE_PX
    if padding_share(frame, size) and min(out.size) > 40:
        assert math.prod(out.size) == pytest.approx(math.prod(frame.size), rel=0.1)


@given(frames(st.floats(-180, 180)), sizes)
def test_a_frame_is_carried_to_the_same_picture_unchanged(frame, size):
    out = carried(frame, size, size)
    assert out.size == frame.size
    assert abs(out.left - frame.left) <= 1
    assert abs(out.top - frame.top) <= 1


@given(frames(), sizes, sizes)
def test_a_carried_frame_lies_at_the_same_share_of_its_picture(frame, before, after):
    out = carried(frame, before, after)
    middle = (out.left + out.right) / 2 / after[0], (out.top + out.bottom) / 2 / after[1]
    assert middle[0] == pytest.approx((frame.left + frame.right) / 2 / before[0], abs=2 / after[0])
    assert middle[1] == pytest.approx((frame.top + frame.bottom) / 2 / before[1], abs=2 / after[1])


def test_the_whole_picture_is_carried_to_the_whole_picture():
    turned = replace(Frame.whole(200, 100), angle=3.0)
    assert carried(turned, (200, 100), (90, 300)) == replace(Frame.whole(90, 300), angle=3.0)


@given(frames(st.floats(-180, 180)), sizes)
def test_padding_is_a_share(frame, size):
    assert 0 <= padding_share(frame, size) <= 1


def test_padding_counts_what_lies_outside():
    assert padding_share(Frame(-50, 0, 50, 100), (100, 100)) == 0.5
    assert padding_share(Frame(0, 0, 100, 100), (100, 100)) == 0
    assert padding_share(Frame(0, 0, 100, 100, angle=45), (100, 100)) == pytest.approx(1 - 0.828, abs=0.03)
