"""The perceptual hash by which near duplicates are found."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PIL import Image

_EDGE = 16


def dhash(pixels: npt.NDArray[np.uint8]) -> bytes:
    """Return 32 bytes for *pixels*, (h, w, 3) uint8: is each of 16 x 16 grey fields darker than its right neighbour?

    Near copies differ in few of the 256 bits; recoloured ones in at most 24.
    Source: N. Krawetz, "Kind of Like That" (2013).
    """
    grey = Image.fromarray(pixels).convert("L").resize((_EDGE + 1, _EDGE), Image.Resampling.BOX)
    fields = np.asarray(grey)
    return np.packbits(fields[:, 1:] > fields[:, :-1]).tobytes()
