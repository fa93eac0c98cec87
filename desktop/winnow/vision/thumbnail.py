"""Our own small JPEG of a picture: what the grid shows, and what features are computed from."""

from __future__ import annotations

import functools

import numpy as np
import numpy.typing as npt
import simplejpeg

from winnow.base.errors import ContractError

Pixels = npt.NDArray[np.uint8]

SHORTER_PX = 256
LONGER_PX = 1024
_QUALITY = 90
_SUBSAMPLING = "420"
_FRAME_MARKER, _SCAN_MARKER = b"\xff\xc0", b"\xff\xda"


def encode(pixels: Pixels) -> bytes:
    """Return *pixels*, (H, W, 3) uint8 sRGB, as a JPEG: shorter side at most 256, longer at most 1024."""
    from winnow.vision.framing import shrunk  # the window, which only shows them, does without Pillow

    return _jpeg(shrunk(pixels, SHORTER_PX, LONGER_PX))


def is_ours(jpeg: bytes) -> bool:
    """Say whether *jpeg* begins as all that `encode` makes do, byte for byte but for its size.

    The cache of a project from somebody else may hold anything. What has our
    tables and no part of its own leaves a decoder nothing to stumble over, and
    can be opened where no sandbox is.
    """
    ours = _header()
    at = ours.index(_FRAME_MARKER) + len(_FRAME_MARKER) + 3  # its length, and the bits of a sample
    height, width = int.from_bytes(jpeg[at : at + 2], "big"), int.from_bytes(jpeg[at + 2 : at + 4], "big")
    is_same = jpeg[:at] == ours[:at] and jpeg[at + 4 : len(ours)] == ours[at + 4 :]
    return is_same and 0 < height <= LONGER_PX and 0 < width <= LONGER_PX


def _jpeg(small: Pixels) -> bytes:
    encoded: bytes = simplejpeg.encode_jpeg(np.ascontiguousarray(small), _QUALITY, "RGB", _SUBSAMPLING)
    return encoded


@functools.cache
def _header() -> bytes:
    made = _jpeg(np.zeros((8, 8, 3), np.uint8))
    scan = made.index(_SCAN_MARKER)
    return made[: scan + 2 + int.from_bytes(made[scan + 2 : scan + 4], "big")]


def decode(thumbnail: bytes) -> Pixels:
    """Return the pixels of a thumbnail that `encode` made, (h, w, 3) uint8 sRGB.

    Raises:
        ContractError: it is not one.
    """
    if not is_ours(thumbnail):
        raise ContractError("not a thumbnail of ours")
    try:
        pixels: Pixels = simplejpeg.decode_jpeg(thumbnail, "RGB")
    except ValueError as error:
        raise ContractError(f"not a thumbnail: {error}") from error
    return pixels
