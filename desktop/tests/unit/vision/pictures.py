"""Pictures made in the tests, and where the real ones lie."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from PIL import Image

Pixels = npt.NDArray[np.uint8]

REAL = Path(__file__).resolve().parents[4].parent / "shared" / "data"


def real(*parts: str) -> Path:
    """Return a folder of real material, or skip the test where it is absent."""
    path = REAL.joinpath(*parts)
    if not path.exists():
        pytest.skip(f"the real pictures of {path} are not on this machine")
    return path


def scene(width: int = 640, height: int = 480, seed: int = 0) -> Pixels:
    """Return a smooth coloured picture, (height, width, 3), that survives JPEG well and has no symmetry."""
    fields = np.random.default_rng(seed).integers(0, 255, (6, 8, 3), dtype=np.uint8)
    return np.array(Image.fromarray(fields).resize((width, height), Image.Resampling.BICUBIC))


def encoded(pixels: Pixels | Image.Image, kind: str = "JPEG", **options: object) -> bytes:
    """Return *pixels* as a file of format *kind*."""
    picture = pixels if isinstance(pixels, Image.Image) else Image.fromarray(pixels)
    stream = io.BytesIO()
    if kind == "JPEG":
        options = {"quality": 92, **options}
    picture.save(stream, kind, **options)
    return stream.getvalue()


def distance(one: Pixels, other: Pixels) -> float:
    """Return the mean absolute difference, 0 to 255."""
    assert one.shape == other.shape
    return float(np.abs(one.astype(float) - other.astype(float)).mean())
