"""Every check notices what it is for, and leaves an ordinary photograph alone."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFilter
from unit.vision.pictures import encoded
from unit.vision.test_copies import photo

from winnow.domain.cleaning import STARTING_THRESHOLDS, Check
from winnow.vision import decode


def flagged(picture: Image.Image, kind: str = "PNG") -> set[Check]:
    """Return what is flagged by the starting thresholds in a file of *picture*."""
    scores = decode.examine(encoded(picture, kind), f"x.{kind.lower()}").facts.quality
    assert all(0 <= score <= 1 for score in scores.values())
    return {check for check in Check if check.value in scores and scores[check.value] < STARTING_THRESHOLDS[check]}


def boxed(picture: Image.Image, colour: str, left: int, top: int) -> Image.Image:
    made = Image.new("RGB", (picture.width + 2 * left, picture.height + 2 * top), colour)
    made.paste(picture, (left, top))
    return made


def window_of_a_program() -> Image.Image:
    made = Image.new("RGB", (800, 600), "#f6f7f9")
    pen = ImageDraw.Draw(made)
    for top in range(0, 600, 60):
        pen.rectangle((0, top, 800, top + 30), fill="#dde0e6")
    for left in (200, 500):
        pen.line((left, 0, left, 600), fill="#1b1f27", width=4)
    for top in range(10, 600, 20):
        pen.text((20, top), "A line of the program's words", fill="#1b1f27")
    return made


def logo() -> Image.Image:
    made = Image.new("RGB", (500, 500), "white")
    pen = ImageDraw.Draw(made)
    pen.ellipse((80, 80, 420, 420), fill="#d62828")
    pen.text((150, 200), "LOGO", fill="white", font_size=80)
    return made


def subject_on_white() -> Image.Image:
    """A studio's picture: the rows above and below the subject are white, and end raggedly."""
    made = Image.new("RGB", (480, 360), "white")
    mask = Image.new("L", (480, 360))
    ImageDraw.Draw(mask).ellipse((120, 60, 360, 300), fill=255)
    made.paste(photo(3), (0, 0), mask)
    return made


def scaled_tones(low: float, high: float) -> Image.Image:
    return photo(1).point([round(255 * (low + (high - low) * tone / 255)) for tone in range(256)] * 3)


def test_a_photograph_has_no_flag():
    for seed in range(4):
        assert flagged(photo(seed)) == set()
        assert flagged(photo(seed), "JPEG") == set()


@pytest.mark.parametrize(
    ("picture", "check"),
    [
        (lambda: scaled_tones(0, 0.2), Check.DARK),
        (lambda: scaled_tones(0.97, 1), Check.LIGHT),
        (lambda: photo(1).filter(ImageFilter.GaussianBlur(40)), Check.BLURRY),
        (lambda: Image.new("RGB", (300, 200), (90, 120, 60)), Check.LOW_INFORMATION),
        (lambda: photo(1).convert("L"), Check.GRAYSCALE),
        (lambda: photo(1).convert("L").convert("RGB"), Check.GRAYSCALE),
        (lambda: photo(1, (900, 120)), Check.ODD_ASPECT_RATIO),
        (lambda: boxed(photo(1), "black", 0, 60), Check.BORDER),
        (lambda: boxed(photo(1), "white", 40, 0), Check.BORDER),
        (lambda: boxed(photo(1), "#204060", 30, 30), Check.BORDER),
        (logo, Check.TEXT_OR_LOGO),
        (window_of_a_program, Check.SCREENSHOT),
    ],
)
def test_what_is_doubtful_is_flagged(picture, check):
    assert check in flagged(picture())
    assert check in flagged(picture(), "JPEG")


def test_white_ground_is_no_border():
    assert Check.BORDER not in flagged(subject_on_white())


def test_a_bar_at_one_side_is_no_border():
    made = boxed(photo(1), "black", 0, 60).crop((0, 0, 480, 420))

    assert Check.BORDER not in flagged(made)


def test_tiny_pictures_are_scored_too():
    pixels = np.zeros((32, 32, 3), np.uint8)

    assert Check.DARK in flagged(Image.fromarray(pixels))
