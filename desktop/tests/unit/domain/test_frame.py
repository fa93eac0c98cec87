"""Frames: what they refuse, and when two are the same."""

from __future__ import annotations

import dataclasses
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from winnow.base.codec import from_json, to_json
from winnow.base.errors import ContractError
from winnow.domain.frame import Content, Fill, FillMode, Frame, FrameEmpty, FrameTooLarge

FILLS = st.builds(Fill, st.sampled_from(FillMode), st.tuples(*[st.integers(0, 255)] * 3))
FRAMES = st.builds(
    lambda left, top, width, height, *rest: Frame(left, top, left + width, top + height, *rest),
    st.integers(-5000, 5000), st.integers(-5000, 5000), st.integers(1, 9000), st.integers(1, 9000),
    st.floats(-720, 720), st.booleans(), st.booleans(), FILLS,
)  # fmt: skip


@given(frame=FRAMES)
def test_a_frame_travels_as_text(frame: Frame) -> None:
    assert from_json(Frame, to_json(frame)) == frame


@given(frame=FRAMES, factor=st.floats(0.001, 2))
def test_a_scaled_frame_is_never_empty(frame: Frame, factor: float) -> None:
    assert min(frame.scaled(factor).size) >= 1


@given(frame=FRAMES)
def test_the_key_knows_frames_that_cut_alike(frame: Frame) -> None:
    assert dataclasses.replace(frame, angle=round(frame.angle) + 360.0).key() == (
        dataclasses.replace(frame, angle=float(round(frame.angle))).key()
    )
    assert dataclasses.replace(frame, left=frame.left - 1).key() != frame.key()
    assert dataclasses.replace(frame, flip_x=not frame.flip_x).key() != frame.key()


def test_the_colour_counts_only_where_it_is_painted() -> None:
    reds = [Frame(0, 0, 9, 9, fill=Fill(mode, (255, 0, 0))).key() for mode in (FillMode.CONSTANT, FillMode.EDGE)]
    blacks = [Frame(0, 0, 9, 9, fill=Fill(mode)).key() for mode in (FillMode.CONSTANT, FillMode.EDGE)]
    assert reds[0] != blacks[0]
    assert reds[1] == blacks[1]


def test_whole_is_whole_only_upright() -> None:
    assert Frame.whole(30, 20).is_whole(30, 20)
    assert dataclasses.replace(Frame.whole(30, 20), angle=360.0).is_whole(30, 20)
    assert not Frame.whole(30, 20).is_whole(20, 30)
    assert not dataclasses.replace(Frame.whole(30, 20), flip_y=True).is_whole(30, 20)


def test_content_keys_are_32_bytes_and_differ_by_frame() -> None:
    keys = {Content("ab" * 32, frame).key() for frame in (None, Frame(0, 0, 5, 5), Frame(0, 0, 5, 6))}
    assert len(keys) == 3
    assert {len(key) for key in keys} == {32}


def test_impossible_frames_are_refused() -> None:
    with pytest.raises(FrameEmpty, match="no area"):
        Frame(10, 10, 10, 20)
    with pytest.raises(FrameTooLarge, match="20001 x 5"):
        Frame(0, 0, 20_001, 5)
    with pytest.raises(ContractError):
        Frame(0, 0, 5, 5, math.nan)
    with pytest.raises(ContractError):
        Fill(colour=(0, 0, 256))
