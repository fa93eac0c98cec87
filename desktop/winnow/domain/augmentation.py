"""What training pictures are varied by, and how much."""

from __future__ import annotations

from dataclasses import dataclass

from winnow.base.errors import ContractError


@dataclass(frozen=True, slots=True)
class Augmentation:
    """Strengths, drawn anew for each picture in each epoch; 0 means off, and *min_area* 1."""

    min_area: float = 0.5
    """Smallest part of the area that a random resized crop takes; counts for that fit only."""
    flip: bool = True
    light: float = 0.2
    """Colour jitter: brightness, contrast and saturation change by up to this share."""
    rotate_degrees: float = 10.0
    flip_share: float = 0.5
    """How many are mirrored, where *flip* is on."""
    blur: float = 0.0
    """Largest standard deviation in pixels of the network's square; half of the pictures are blurred at all."""
    erase: float = 0.0
    """How many lose a patch of 2 to 20 % of their area, filled with grey."""

    def __post_init__(self) -> None:
        shares = (self.min_area, self.light, self.flip_share, self.erase)
        if not all(0 <= value <= 1 for value in shares) or not self.min_area:
            raise ContractError(f"shares {shares} of an augmentation are outside 0..1")
        if not (0 <= self.rotate_degrees <= 180 and 0 <= self.blur <= 20):
            raise ContractError(f"an angle of {self.rotate_degrees} or a blur of {self.blur} is outside 0..180, 0..20")

    @property
    def is_off(self) -> bool:
        """Say whether no picture is changed, apart from random resized crop."""
        return not ((self.flip and self.flip_share) or self.light or self.rotate_degrees or self.blur or self.erase)
