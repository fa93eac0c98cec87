"""What is suggested: frames without borders, and around what stands out."""

from __future__ import annotations

import io

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw
from unit.vision.pictures import scene

from winnow.vision.borders import content_box
from winnow.vision.subject import find_subject

LIGHT, DARK = (238, 236, 230), (12, 12, 14)


def framed(left: int, top: int, right: int, bottom: int, colour, quality: int = 0):
    """A scene of 160 x 120 with a border; through a JPEG where a *quality* is given."""
    pixels = np.full((120 + top + bottom, 160 + left + right, 3), colour, np.uint8)
    pixels[top : top + 120, left : left + 160] = scene(160, 120)
    if not quality:
        return pixels
    stream = io.BytesIO()
    Image.fromarray(pixels).save(stream, "JPEG", quality=quality)
    return np.asarray(Image.open(stream))


@settings(max_examples=40, deadline=None)
@given(st.tuples(*[st.integers(0, 90)] * 4), st.sampled_from([LIGHT, DARK, (0, 90, 200)]))
def test_uniform_borders_come_off_to_the_pixel(sides, colour):
    left, top, right, bottom = sides
    assert content_box(framed(left, top, right, bottom, colour)) == (left, top, left + 160, top + 120)


@pytest.mark.parametrize("quality", [60, 85])
def test_a_jpegs_letterbox_comes_off_within_a_block(quality):
    found = content_box(framed(0, 40, 0, 40, (0, 0, 0), quality))
    assert np.abs(np.subtract(found, (0, 40, 160, 160))).max() <= 8


def test_a_frame_around_a_letterbox_comes_off_too():
    inner = framed(0, 20, 0, 20, (0, 0, 0))
    pixels = np.full((inner.shape[0] + 20, inner.shape[1] + 20, 3), 255, np.uint8)
    pixels[10:-10, 10:-10] = inner
    assert content_box(pixels) == (10, 30, 170, 150)


def test_plain_pictures_and_skies_stay_whole():
    assert content_box(np.full((50, 80, 3), 200, np.uint8)) == (0, 0, 80, 50)
    assert content_box(scene(70, 90)) == (0, 0, 70, 90)
    dot = np.full((100, 100, 3), 255, np.uint8)
    dot[50, 50] = 0
    assert content_box(dot) == (0, 0, 100, 100)


@pytest.mark.parametrize("box", [(60, 40, 180, 160), (150, 60, 290, 190), (20, 90, 130, 210)])
def test_a_thing_on_a_quiet_ground_is_found(box):
    picture = Image.new("RGB", (320, 240), (96, 130, 84))
    ImageDraw.Draw(picture).ellipse(box, fill=(205, 140, 60))
    noise = np.random.default_rng(4).normal(0, 6, (240, 320, 3))
    pixels = np.uint8(np.clip(np.asarray(picture) + noise, 0, 255))
    found = find_subject(pixels).box_in(320, 240)
    across = max(0, min(found[2], box[2]) - max(found[0], box[0]))
    down = max(0, min(found[3], box[3]) - max(found[1], box[1]))
    union = (found[2] - found[0]) * (found[3] - found[1]) + (box[2] - box[0]) * (box[3] - box[1]) - across * down
    assert across * down / union > 0.6


def test_a_part_without_the_thing_is_less_sure():
    picture = Image.new("RGB", (300, 300), (240, 240, 240))
    ImageDraw.Draw(picture).rectangle((20, 20, 120, 120), fill=(30, 60, 160))
    found = find_subject(np.asarray(picture))
    assert found.presence((0, 0, 0.5, 0.5)) > 0.5
    assert found.presence((0.55, 0.55, 1, 1)) < 0.5


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 90), st.integers(1, 90), st.integers(0, 3))
def test_any_picture_gives_a_box_within_it(height, width, seed):
    pixels = np.random.default_rng(seed).integers(0, 1 + 85 * seed, (height, width, 3), dtype=np.uint8)
    left, top, right, bottom = find_subject(pixels).box_in(width, height)
    assert 0 <= left < right <= width
    assert 0 <= top < bottom <= height
