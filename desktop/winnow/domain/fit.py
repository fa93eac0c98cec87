"""How a frame of any shape becomes the network's square."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from winnow.base.errors import ContractError
from winnow.domain.frame import Fill, FillMode


class FitMode(enum.Enum):
    """The policies of `vision.framing.fit`."""

    SQUISH = "squish"
    """Stretched to the square: nothing lost, shapes distorted."""
    CROP = "crop"
    """Shorter side to the input size / 0.875, then the centre: borders lost."""
    PAD = "pad"
    """Longer side to the input size, the rest padded (letterbox)."""


@dataclass(frozen=True, slots=True)
class Fit:
    """A policy with its input edge in pixels; *fill* counts for PAD only."""

    mode: FitMode = FitMode.CROP
    size: int = 224
    fill: Fill = Fill(FillMode.MEAN)

    def __post_init__(self) -> None:
        if not 8 <= self.size <= 1024:
            raise ContractError(f"input size {self.size} is outside 8..1024")
