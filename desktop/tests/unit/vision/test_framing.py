from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from unit.vision.pictures import distance, scene

from winnow.base.errors import ContractError
from winnow.domain.fit import Fit, FitMode
from winnow.domain.frame import Fill, FillMode, Frame
from winnow.vision.framing import cut, fit, mean_colour, shrunk

NUMPY_MODES = (FillMode.EDGE, FillMode.REFLECT, FillMode.SYMMETRIC, FillMode.CONSTANT)


def picture(height: int, width: int):
    return np.random.default_rng(height * 100 + width).integers(0, 256, (height, width, 3), dtype=np.uint8)


def padded(image, frame: Frame):
    """The same by numpy.pad: pad until the frame is inside, then slice."""
    height, width = image.shape[:2]
    before = max(0, -frame.top), max(0, -frame.left)
    after = max(0, frame.bottom - height), max(0, frame.right - width)
    wide = [(before[0], after[0]), (before[1], after[1]), (0, 0)]
    if frame.fill.mode is FillMode.CONSTANT:
        layers = [np.pad(image[..., n], wide[:2], constant_values=value) for n, value in enumerate(frame.fill.colour)]
        big = np.stack(layers, axis=2)
    else:
        big = np.pad(image, wide, mode=frame.fill.mode.value)
    return big[frame.top + before[0] : frame.bottom + before[0], frame.left + before[1] : frame.right + before[1]]


@st.composite
def frames(draw, modes=NUMPY_MODES):
    left, top = draw(st.integers(-60, 60)), draw(st.integers(-60, 60))
    width, height = draw(st.integers(1, 60)), draw(st.integers(1, 60))
    mode = draw(st.sampled_from(modes))
    colour = tuple(draw(st.lists(st.integers(0, 255), min_size=3, max_size=3)))
    return Frame(left, top, left + width, top + height, fill=Fill(mode, colour))


@settings(max_examples=200, deadline=None)
@given(height=st.integers(1, 12), width=st.integers(1, 12), frame=frames())
def test_cut_agrees_with_numpy_pad(height, width, frame):
    image = picture(height, width)
    assert np.array_equal(cut(image, frame), padded(image, frame))


@settings(max_examples=100, deadline=None)
@given(height=st.integers(1, 12), width=st.integers(1, 12), frame=frames(tuple(FillMode)), angle=st.floats(-720, 720))
def test_cut_always_gives_the_frames_size_and_never_touches_the_picture(height, width, frame, angle):
    image = picture(height, width)
    before = image.copy()
    turned = Frame(frame.left, frame.top, frame.right, frame.bottom, angle, fill=frame.fill)
    pixels = cut(image, turned)
    assert (pixels.shape[1], pixels.shape[0]) == frame.size
    assert pixels.dtype == np.uint8
    pixels[:] = 0
    assert np.array_equal(image, before)


@pytest.mark.parametrize("mode", FillMode)
def test_what_lies_inside_is_kept_under_every_fill(mode):
    image = picture(20, 30)
    pixels = cut(image, Frame(-5, -7, 40, 30, fill=Fill(mode)))
    assert np.array_equal(pixels[7:27, 5:35], image)


def test_a_frame_far_from_its_picture_is_all_padding():
    image = picture(5, 5)
    assert (cut(image, Frame(1000, 1000, 1003, 1003, fill=Fill(colour=(1, 2, 3)))) == (1, 2, 3)).all()
    mean = cut(image, Frame(-1000, -1000, -997, -997, fill=Fill(FillMode.MEAN)))
    assert (mean == mean_colour(image)).all()


def test_flips_come_last():
    image = picture(6, 9)
    frame = Frame(-2, -1, 7, 4, fill=Fill(FillMode.REFLECT))
    plain = cut(image, frame)
    assert np.array_equal(cut(image, Frame(-2, -1, 7, 4, flip_x=True, fill=frame.fill)), plain[:, ::-1])
    assert np.array_equal(cut(image, Frame(-2, -1, 7, 4, flip_y=True, fill=frame.fill)), plain[::-1])


@pytest.mark.parametrize(("angle", "quarters"), [(90, 1), (180, 2), (-90, 3), (360, 0), (450, 1)])
def test_quarter_turns_are_counter_clockwise(angle, quarters):
    image = scene(64, 64)
    turned = cut(image, Frame(8, 8, 56, 56, angle=angle))
    assert distance(turned, np.rot90(image[8:56, 8:56], quarters)) < 0.6


def test_a_small_turn_moves_the_right_side_up():
    image = np.zeros((101, 101, 3), np.uint8)
    image[48:53, 90] = 255
    turned = cut(image, Frame(0, 0, 101, 101, angle=20))
    rows, columns = np.nonzero(turned[..., 0] > 60)
    assert rows.mean() < 45
    assert columns.mean() > 80


def test_a_turned_frame_leaves_no_hole_where_the_fill_is_made_of_the_picture():
    image = np.full((50, 50, 3), 200, np.uint8)
    for mode in (FillMode.EDGE, FillMode.REFLECT, FillMode.SYMMETRIC, FillMode.BLUR, FillMode.MEAN):
        assert (cut(image, Frame(-20, -20, 70, 70, angle=33, fill=Fill(mode))) == 200).all()


def test_the_blurred_backdrop_looks_like_the_picture():
    image = np.zeros((100, 100, 3), np.uint8)
    image[:, 50:] = (250, 0, 0)
    pixels = cut(image, Frame(0, -50, 100, 150, fill=Fill(FillMode.BLUR)))
    assert pixels[0, 0, 0] < 20
    assert pixels[0, -1, 0] > 230


@pytest.mark.parametrize(
    "image",
    [np.zeros((3, 3), np.uint8), np.zeros((3, 3, 4), np.uint8), np.zeros((0, 3, 3), np.uint8), np.zeros((3, 3, 3))],
)
def test_cut_refuses_what_is_no_picture(image):
    with pytest.raises(ContractError):
        cut(image, Frame(0, 0, 2, 2))


@pytest.mark.parametrize("shape", [(480, 640), (640, 480), (20, 30), (256, 256), (300, 3), (1, 5000)])
@pytest.mark.parametrize("mode", FitMode)
def test_fit_gives_the_square_for_any_shape(shape, mode):
    assert fit(picture(*shape), Fit(mode, 96)).shape == (96, 96, 3)


def test_crop_takes_the_middle_at_224_of_256():
    image = scene(400, 256)
    assert np.array_equal(fit(image, Fit(FitMode.CROP, 224)), image[16:240, 88:312])


def test_crop_at_another_size_shows_the_same_part():
    big, small = scene(800, 512), scene(400, 256)
    assert distance(fit(big, Fit(FitMode.CROP, 224)), fit(small, Fit(FitMode.CROP, 224))) < 3


def test_pad_shows_everything_between_bars_of_the_fill():
    image = np.full((100, 200, 3), 90, np.uint8)
    square = fit(image, Fit(FitMode.PAD, 64, Fill(colour=(7, 7, 7))))
    assert (square[16:48] == 90).all()
    assert (square[:16] == 7).all()
    assert (square[48:] == 7).all()


def test_squish_stretches():
    image = np.zeros((10, 100, 3), np.uint8)
    image[:, 50:] = 255
    square = fit(image, Fit(FitMode.SQUISH, 64))
    assert (square[:, :28] < 20).all()
    assert (square[:, 36:] > 235).all()


def test_shrunk_obeys_both_limits_and_never_enlarges():
    assert shrunk(picture(600, 400), 256, 1024).shape == (384, 256, 3)
    assert shrunk(picture(40, 4000), 256, 1024).shape == (10, 1024, 3)
    assert shrunk(picture(40, 50), 256, 1024).shape == (40, 50, 3)


@pytest.mark.parametrize("angle", [-170.0, -33.3, -2.5, 0.4, 12.0, 45.0, 91.0])
def test_a_turn_is_pillows_within_a_grey_level(angle):
    image = scene(160, 120)
    whole = Frame(0, 0, 160, 120, angle=angle)
    by_pillow = np.asarray(Image.fromarray(image).rotate(angle, Image.Resampling.BILINEAR))
    inside = np.asarray(Image.new("L", (160, 120), 255).rotate(angle, Image.Resampling.BILINEAR)) == 255
    inside[1:-1, 1:-1] &= inside[:-2, 1:-1] & inside[2:, 1:-1] & inside[1:-1, :-2] & inside[1:-1, 2:]
    inside[[0, -1]] = inside[:, [0, -1]] = False
    apart = np.abs(cut(image, whole).astype(int) - by_pillow).max(axis=2)
    assert inside.sum() > 4000
    assert apart[inside].max() <= 1
