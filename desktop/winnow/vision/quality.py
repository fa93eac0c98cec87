"""Scores from 0 (bad) to 1 (good) by which doubtful pictures come first; `winnow.domain.cleaning.Check` names them.

dark, light, blurry, low_information and odd_aspect_ratio are CleanVision's
(``issue_managers/image_property.py``), with its constants, measured on the
reduced picture. The others are our own.
"""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageFilter, ImageStat

Pixels = npt.NDArray[np.uint8]

_LUMINANCE = np.rint(np.outer([0.241, 0.691, 0.068], np.arange(256) ** 2)).astype(np.uint16)
"""What each value of red, green and blue adds to the square of the brightness, in 255ths."""

_BLUR_EDGE_PX = 64
_BLUR_FACTOR = 0.01
_LEAST_UNEVEN = 0.18
_ENTROPY_FACTOR = 0.1

_COLOURS = 16**3
_MAIN_COLOURS = 4
_FLAT, _SOFT, _LINE = 2, 15, 20
"""Steps of grey from one pixel to the next: none to speak of, texture, a line."""
_ACROSS = 0.15
_LINE_FACTOR = 4.0

_SAME = 12
"""Steps of one colour that still count as the same, after JPEG."""
_BAR_PX = 2
_BAR_SHARE = 0.015
_STRAIGHT_SHARE = 0.5


def scores(pixels: Pixels, width: int, height: int) -> dict[str, float]:
    """Score *pixels*, (h, w, 3) uint8, the reduced copy of a *width* x *height* picture."""
    low, high = _brightness(pixels, 0.05, 0.99)
    picture = Image.fromarray(pixels)
    return {
        "dark": _share(float(high)),
        "light": _share(1 - float(low)),
        "blurry": _sharpness(picture),
        "low_information": _share(picture.entropy() * _ENTROPY_FACTOR),
        "odd_aspect_ratio": round(min(width / height, height / width), 4),
        "grayscale": _colourfulness(pixels),
        "border": _share(1 - _bars(pixels)),
        **_drawn(pixels, picture),
    }


def _brightness(pixels: Pixels, *shares: float) -> list[float]:
    """Return the perceived brightness, 0 to 1, that each of *shares* of the pixels do not exceed."""
    # By counting: it is three times as fast as to partition roots.
    levels = sum(table[channel] for table, channel in zip(_LUMINANCE, pixels.transpose(2, 0, 1), strict=True))
    counts = np.bincount(np.ravel(levels)).cumsum()
    return [math.sqrt(np.searchsorted(counts, share * counts[-1]) / 255**2) for share in shares]


def _sharpness(picture: Image.Image) -> float:
    """Edges, and how unevenly the greys are used: a drawing on one colour is not blurred."""
    ratio = max(picture.size) / _BLUR_EDGE_PX
    if ratio > 1:
        picture = picture.resize((max(int(picture.width // ratio), 1), max(int(picture.height // ratio), 1)))
    grey = picture.convert("L")
    edges = math.sqrt(ImageStat.Stat(grey.filter(ImageFilter.FIND_EDGES)).var[0])
    uneven = 1 - math.exp(-float(np.std(grey.histogram())) * _BLUR_FACTOR)
    return _share(1 - math.exp(-edges * _BLUR_FACTOR) + (uneven if uneven > _LEAST_UNEVEN else 0))


def _colourfulness(pixels: Pixels) -> float:
    """Return how far the channels of the most colourful hundredth lie apart: 0 of a grey picture."""
    # Channel by channel: NumPy is slow along an axis of three.
    red, green, blue = pixels.transpose(2, 0, 1)
    spread = np.maximum(np.maximum(red, green), blue) - np.minimum(np.minimum(red, green), blue)
    counts = np.bincount(spread.ravel(), minlength=256).cumsum()
    return _share(int(np.searchsorted(counts, 0.99 * counts[-1])) / 255)


def _drawn(pixels: Pixels, picture: Image.Image) -> dict[str, float]:
    """Score how photographic it looks: photographs have soft texture and many colours, and no long level lines.

    text_or_logo is the geometric mean of the share of soft texture and the
    share of all but the 4 main colours. screenshot falls with the share of
    edges that are exactly level or upright, the longest such lines, and the
    share of the 4 main colours.
    """
    grey = np.asarray(picture.convert("L"), np.int16)
    if min(grey.shape) < 2:
        return {"text_or_logo": 1.0, "screenshot": 1.0}
    across = np.abs(np.diff(grey, axis=1))[:-1]
    down = np.abs(np.diff(grey, axis=0))[:, :-1]
    most = np.maximum(across, down)
    soft = float(((most > _FLAT) & (most <= _SOFT)).mean())
    lines = most > _LINE
    straight = float((lines & (np.minimum(across, down) <= _ACROSS * most)).sum()) / max(1, int(lines.sum()))
    longest = math.sqrt((down > _SOFT).mean(1).max() * (across > _SOFT).mean(0).max())
    main = _main_colours(pixels)
    return {
        "text_or_logo": _share(math.sqrt(soft * (1 - main))),
        "screenshot": _share(1 - _LINE_FACTOR * straight * longest * main),
    }


def _main_colours(pixels: Pixels) -> float:
    """Return the share of the picture that has one of its 4 most frequent colours, of 16 x 16 x 16."""
    levels = (pixels >> 4).astype(np.uint16)
    codes = levels[..., 0] << 8 | levels[..., 1] << 4 | levels[..., 2]
    counts = np.bincount(codes.ravel(), minlength=_COLOURS)
    return float(np.sort(counts)[-_MAIN_COLOURS:].sum() / codes.size)


def _bars(pixels: Pixels) -> float:
    """Return the share of the picture that bars of one colour take at two opposite sides, or at all four."""
    return 1 - (1 - _pair(pixels)) * (1 - _pair(pixels.transpose(1, 0, 2)))


def _pair(pixels: Pixels) -> float:
    """Return the share of the bars above and below, 0 where there is one alone or their colours differ."""
    colours = pixels[[0, -1]].mean(1)
    if np.abs(colours[0] - colours[1]).max() > _SAME:
        return 0.0
    above = _bar(pixels)
    below = _bar(pixels[::-1]) if above else 0.0
    return above + below if below else 0.0


def _bar(pixels: Pixels) -> float:
    """Return the share of the rows above the picture proper, 0 where these do not end at a straight edge.

    A studio's white ground ends raggedly, wherever the subject begins.
    """
    colour = np.median(pixels[0], axis=0)
    least, most = np.clip([colour - _SAME, colour + _SAME], 0, 255).astype(np.uint8)
    differs = np.zeros(pixels.shape[:2], np.bool_)
    for channel in range(3):
        differs |= (pixels[..., channel] < least[channel]) | (pixels[..., channel] > most[channel])
    rows = np.flatnonzero(differs.mean(1) > 0.01)
    height = int(rows[0]) if len(rows) else 0
    if height < max(_BAR_PX, _BAR_SHARE * len(pixels)):
        return 0.0
    # The edge may be smeared over a row or two by the reduction.
    inside = differs[height : height + 3].mean(1).max()
    return height / len(pixels) if inside >= _STRAIGHT_SHARE else 0.0


def _share(value: float) -> float:
    return round(min(max(value, 0.0), 1.0), 4)
