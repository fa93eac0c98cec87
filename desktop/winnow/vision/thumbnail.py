"""Our own small JPEG of a picture: what the grid shows, and what features are computed from."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import simplejpeg

from winnow.base.errors import ContractError
from winnow.vision.framing import shrunk

Pixels = npt.NDArray[np.uint8]

SHORTER_PX = 256
LONGER_PX = 1024
_QUALITY = 90
_SUBSAMPLING = "420"


def encode(pixels: Pixels) -> bytes:
    """Return *pixels*, (H, W, 3) uint8 sRGB, as a JPEG: shorter side at most 256, longer at most 1024."""
    small = np.ascontiguousarray(shrunk(pixels, SHORTER_PX, LONGER_PX))
    encoded: bytes = simplejpeg.encode_jpeg(small, _QUALITY, "RGB", _SUBSAMPLING)
    return encoded


def decode(thumbnail: bytes) -> Pixels:
    """Return the pixels of a thumbnail that `encode` made, (h, w, 3) uint8 sRGB.

    Raises:
        ContractError: it is not one.
    """
    try:
        pixels: Pixels = simplejpeg.decode_jpeg(thumbnail, "RGB")
    except ValueError as error:
        raise ContractError(f"not a thumbnail: {error}") from error
    return pixels
