"""How a frame of any shape becomes the network's square, and what that costs."""

from __future__ import annotations

import enum
import math
from dataclasses import dataclass, replace

import numpy as np

from winnow.base.errors import ContractError
from winnow.domain.frame import Fill, FillMode, Frame
from winnow.domain.tiling import Tiling, tiled

CROP_SHARE = 0.875
"""224 of 256, as networks for ImageNet are tested with."""

TILE_OVERLAP = 0.2
"""Of TILES, as in SAHI."""

_MOST_TILES_ALONG = 8
_ASPECTS = (3 / 4, 4 / 3)
_TRIES = 10
_STEPS = 96


class FitMode(enum.Enum):
    """The policies of `vision.framing.fit`."""

    SQUISH = "squish"
    """Stretched to the square: nothing lost, shapes distorted."""
    CROP = "crop"
    """Shorter side to the input size / 0.875, then the centre: borders lost."""
    PAD = "pad"
    """Longer side to the input size, the rest padded (letterbox)."""
    RANDOM_RESIZED_CROP = "random-resized-crop"
    """In training another random part each time; looked at as CROP."""
    TILES = "tiles"
    """Overlapping squares that cover the frame: in training one after the other; looked at by all, which vote."""


@dataclass(frozen=True, slots=True)
class Fit:
    """A policy with its input edge in pixels; *fill* counts for PAD only."""

    mode: FitMode = FitMode.RANDOM_RESIZED_CROP
    size: int = 224
    fill: Fill = Fill(FillMode.MEAN)

    def __post_init__(self) -> None:
        if not 8 <= self.size <= 1024:
            raise ContractError(f"input size {self.size} is outside 8..1024")

    def for_looking(self) -> Fit:
        """Return what valid, test and every later picture are fitted by: nothing is left to chance there."""
        return replace(self, mode=FitMode.CROP) if self.mode is FitMode.RANDOM_RESIZED_CROP else self


@dataclass(frozen=True, slots=True)
class FitCost:
    """What a fit does to a frame, or on average to many."""

    lost: float
    """Share of the frame's pixels that the network never gets."""
    padded: float
    """Share of the network's square that is made up."""
    distortion: float
    """How much more one side is scaled than the other; 1 is none."""
    scale: float
    """Pixels of the square for one of the frame, along the side where there are most; above 1 it enlarges."""


def cost(width: int, height: int, how: Fit, min_area: float = 0.5) -> FitCost:
    """Return what *how* does to a frame of width x height.

    Of RANDOM_RESIZED_CROP it is what is to be expected of parts of at least
    *min_area*, by quadrature over their area and shape.
    """
    size, shorter = how.size, min(width, height)
    if how.mode is FitMode.SQUISH:
        across, down = size / width, size / height
        return FitCost(0.0, 0.0, max(across, down) / min(across, down), max(across, down))
    if how.mode is FitMode.CROP:
        edge = shorter * size / round(size / CROP_SHARE)
        return FitCost(1 - edge * edge / (width * height), 0.0, 1.0, size / edge)
    if how.mode is FitMode.PAD:
        inner_width, inner_height = letterbox(width, height, size)
        across, down = inner_width / width, inner_height / height
        padded = 1 - inner_width * inner_height / (size * size)
        return FitCost(0.0, padded, max(across, down) / min(across, down), max(across, down))
    if how.mode is FitMode.TILES:
        edge = tiles_over(width, height)[0].size[0]
        return FitCost(0.0, max(0.0, 1 - shorter / edge), 1.0, size / edge)
    return _expected(width, height, size, min_area)


def letterbox(width: int, height: int, size: int) -> tuple[int, int]:
    """Return the width and height of a frame inside its letterbox of *size*."""
    scale = size / max(width, height)
    return max(1, round(width * scale)), max(1, round(height * scale))


def tiles_over(width: int, height: int) -> tuple[Frame, ...]:
    """Return the squares that TILES cuts from a frame of width x height, from the upper left, in its pixels.

    They have its shorter side; where that would be more than eight along the other, they are larger and padded.
    """
    edge = max(min(width, height), math.ceil(max(width, height) / _MOST_TILES_ALONG))
    fill = Frame(0, 0, edge, edge, fill=Fill(FillMode.MEAN))
    return tuple(tile.frame for tile in tiled((width, height), Tiling(overlap=TILE_OVERLAP, size_px=edge), fill).tiles)


def random_box(width: int, height: int, min_area: float, random: np.random.Generator) -> tuple[int, int, int, int]:
    """Return left, top, right and bottom of a random part of a frame, at least *min_area* of it.

    Source: Szegedy et al. 2015 (arXiv 1409.4842), section 6; aspect from 3/4 to 4/3, drawn on a log scale.
    """
    low, high = (math.log(aspect) for aspect in _ASPECTS)
    for _ in range(_TRIES):
        area = width * height * float(random.uniform(min_area, 1.0))
        aspect = math.exp(float(random.uniform(low, high)))
        across, down = round(math.sqrt(area * aspect)), round(math.sqrt(area / aspect))
        if 0 < across <= width and 0 < down <= height:
            top = int(random.integers(0, height - down + 1))
            left = int(random.integers(0, width - across + 1))
            return left, top, left + across, top + down
    edge = min(height, width)
    left, top = (width - edge) // 2, (height - edge) // 2
    return left, top, left + edge, top + edge


def _expected(width: int, height: int, size: int, min_area: float) -> FitCost:
    """Integrate over `random_box`: parts that do not fit are drawn again, at the tenth time the centre is taken."""
    middles = (np.arange(_STEPS) + 0.5) / _STEPS
    shares = (min_area + (1 - min_area) * middles)[:, None]
    low, high = (math.log(aspect) for aspect in _ASPECTS)
    aspects = np.exp(low + (high - low) * middles)[None, :]
    across, down = np.sqrt(shares * width * height * aspects), np.sqrt(shares * width * height / aspects)
    fits = (across <= width) & (down <= height)
    drawn = float(fits.mean())
    centre = (1 - drawn) ** _TRIES
    edge = min(width, height)
    kept, distortion, scale = edge * edge / (width * height), 1.0, size / edge
    if drawn:
        across, down = across[fits], down[fits]
        ratio = np.maximum(across / down, down / across)
        found = (across * down / (width * height)).mean(), ratio.mean(), (size / np.minimum(across, down)).mean()
        kept, distortion, scale = (
            centre * middle + (1 - centre) * float(drawn_one)
            for middle, drawn_one in zip((kept, distortion, scale), found, strict=True)
        )
    return FitCost(1 - kept, 0.0, distortion, scale)
