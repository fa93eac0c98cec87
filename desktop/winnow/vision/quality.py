"""Scores from 0 (bad) to 1 (good) by which doubtful pictures come first.

Source: CleanVision, ``issue_managers/image_property.py``; its definitions
and default constants, measured on the reduced picture.
"""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageFilter, ImageStat

Pixels = npt.NDArray[np.uint8]

_BLUR_EDGE_PX = 64
_BLUR_FACTOR = 0.01
_LEAST_UNEVEN = 0.18
_ENTROPY_FACTOR = 0.1


def scores(pixels: Pixels, width: int, height: int) -> dict[str, float]:
    """Score *pixels*, (h, w, 3) uint8, the reduced copy of a *width* x *height* picture."""
    squares = pixels.reshape(-1, 3).astype(np.float32) ** 2
    brightness = np.sqrt(squares @ np.array([0.241, 0.691, 0.068], np.float32)) / 255
    low, high = np.percentile(brightness, [5, 99])
    picture = Image.fromarray(pixels)
    return {
        "dark": _share(float(high)),
        "light": _share(1 - float(low)),
        "blurry": _sharpness(picture),
        "low_information": _share(picture.entropy() * _ENTROPY_FACTOR),
        "odd_aspect_ratio": round(min(width / height, height / width), 4),
    }


def _sharpness(picture: Image.Image) -> float:
    """Edges, and how unevenly the greys are used: a drawing on one colour is not blurred."""
    ratio = max(picture.size) / _BLUR_EDGE_PX
    if ratio > 1:
        picture = picture.resize((max(int(picture.width // ratio), 1), max(int(picture.height // ratio), 1)))
    grey = picture.convert("L")
    edges = math.sqrt(ImageStat.Stat(grey.filter(ImageFilter.FIND_EDGES)).var[0])
    uneven = 1 - math.exp(-float(np.std(grey.histogram())) * _BLUR_FACTOR)
    return _share(1 - math.exp(-edges * _BLUR_FACTOR) + (uneven if uneven > _LEAST_UNEVEN else 0))


def _share(value: float) -> float:
    return round(min(max(value, 0.0), 1.0), 4)
