"""Many thumbnails on one sheet, and their mean picture."""

from __future__ import annotations

import io
import math
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from PIL import Image

from winnow.base.errors import ContractError
from winnow.vision import thumbnail as thumbnails
from winnow.vision.framing import resized

Pixels = npt.NDArray[np.uint8]

CELL_PX, GAP_PX = 104, 8
MEAN_PX = 256
_PAPER = 255


def contact_sheet(jpegs: Sequence[bytes], columns: int = 12) -> Pixels:
    """Return the middles of thumbnails of ours in rows on white, (h, w, 3) uint8.

    Raises:
        ContractError: there is none.
    """
    if not jpegs:
        raise ContractError("a sheet needs a picture")
    across = min(columns, len(jpegs))
    down = math.ceil(len(jpegs) / across)
    step = CELL_PX + GAP_PX
    sheet = np.full((GAP_PX + down * step, GAP_PX + across * step, 3), _PAPER, np.uint8)
    for number, jpeg in enumerate(jpegs):
        top, left = GAP_PX + number // across * step, GAP_PX + number % across * step
        sheet[top : top + CELL_PX, left : left + CELL_PX] = square(jpeg, CELL_PX)
    return sheet


class MeanPicture:
    """Adds thumbnails up; one is held in memory at a time."""

    def __init__(self) -> None:
        self._sum = np.zeros((MEAN_PX, MEAN_PX, 3), np.float64)
        self._count = 0

    def add(self, jpeg: bytes) -> None:
        """Take one more thumbnail of ours."""
        self._sum += square(jpeg, MEAN_PX)
        self._count += 1

    def pixels(self) -> Pixels:
        """Return the mean of all, (256, 256, 3) uint8; grey before the first."""
        if not self._count:
            return np.full((MEAN_PX, MEAN_PX, 3), 128, np.uint8)
        return np.rint(self._sum / self._count).astype(np.uint8)


def square(jpeg: bytes, edge_px: int) -> Pixels:
    """Return the middle square of a thumbnail of ours, (edge, edge, 3) uint8."""
    pixels = thumbnails.decode(jpeg)
    height, width = pixels.shape[:2]
    side = min(width, height)
    left, top = (width - side) / 2, (height - side) / 2
    return resized(pixels, (edge_px, edge_px), (left, top, left + side, top + side))


def png(pixels: Pixels) -> bytes:
    """Return (h, w, 3) uint8 sRGB as a PNG."""
    stream = io.BytesIO()
    Image.fromarray(pixels).save(stream, "PNG")
    return stream.getvalue()
