"""The one idea for crop, partial crop and pad: a rectangle over a picture."""

from __future__ import annotations

import enum
import hashlib
import math
from dataclasses import dataclass, replace

from winnow.base.errors import ContractError, UserError
from winnow.domain.ids import LabelId

Colour = tuple[int, int, int]

MAX_FRAME_EDGE_PX = 20_000


class FrameEmpty(UserError):
    """A frame with no area was asked for."""


class FrameTooLarge(UserError):
    """A frame larger than can be cut was asked for."""


class FillMode(enum.Enum):
    """What stands where a frame reaches past its picture; names as in `numpy.pad` where it has them."""

    CONSTANT = "constant"
    EDGE = "edge"
    REFLECT = "reflect"
    SYMMETRIC = "symmetric"
    BLUR = "blur"
    """The picture stretched over the frame and blurred."""
    MEAN = "mean"
    """The mean colour of the picture."""


@dataclass(frozen=True, slots=True)
class Fill:
    """How padding is made up; *colour* (sRGB, 0 to 255) counts for CONSTANT only."""

    mode: FillMode = FillMode.CONSTANT
    colour: Colour = (0, 0, 0)

    def __post_init__(self) -> None:
        if not all(0 <= value <= 255 for value in self.colour):
            raise ContractError(f"colour {self.colour} is outside 0..255")


@dataclass(frozen=True, slots=True)
class Frame:
    """A sample's rectangle over a picture: inside it crops, outside it pads.

    In pixels of the upright original; right and bottom are excluded, so
    ``Frame(0, 0, w, h)`` is the whole of a w x h picture. The picture is first
    turned by *angle* degrees counter-clockwise about the frame's centre, then
    cut, then flipped.
    """

    left: int
    top: int
    right: int
    bottom: int
    angle: float = 0.0
    flip_x: bool = False
    """Mirrored left to right."""
    flip_y: bool = False
    """Mirrored top to bottom."""
    fill: Fill = Fill()

    def __post_init__(self) -> None:
        if self.right <= self.left or self.bottom <= self.top:
            raise FrameEmpty(f"The frame {self.left},{self.top},{self.right},{self.bottom} has no area.")
        if max(self.size) > MAX_FRAME_EDGE_PX:
            raise FrameTooLarge(f"A frame of {self.size[0]} x {self.size[1]} pixels is larger than can be cut.")
        if not math.isfinite(self.angle):
            raise ContractError(f"angle {self.angle} is not a number")

    @classmethod
    def whole(cls, width: int, height: int) -> Frame:
        """Return the frame that covers a width x height picture exactly."""
        return cls(0, 0, width, height)

    @property
    def size(self) -> tuple[int, int]:
        """(width, height) in pixels, both at least 1."""
        return self.right - self.left, self.bottom - self.top

    def is_whole(self, width: int, height: int) -> bool:
        """Say whether cutting it from a width x height picture gives that picture back."""
        here = (self.left, self.top, self.right, self.bottom)
        return here == (0, 0, width, height) and not (self.angle % 360 or self.flip_x or self.flip_y)

    def filled(self, fill: Fill) -> Frame:
        """Return the same frame with another fill."""
        return replace(self, fill=fill)

    def scaled(self, factor: float) -> Frame:
        """Return the same frame over a copy of the picture that is *factor* times as large."""
        left, top = round(self.left * factor), round(self.top * factor)
        return replace(
            self,
            left=left,
            top=top,
            right=max(left + 1, round(self.right * factor)),
            bottom=max(top + 1, round(self.bottom * factor)),
        )

    def key(self) -> str:
        """Return 16 hex digits that differ between frames that cut differently; stable over versions."""
        parts = (
            self.left, self.top, self.right, self.bottom, f"{self.angle % 360:.4f}",
            int(self.flip_x), int(self.flip_y), self.fill.mode.value,
            self.fill.colour if self.fill.mode is FillMode.CONSTANT else "",
        )  # fmt: skip
        return hashlib.sha256(repr(parts).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Content:
    """Which pixels a sample is made of: a picture's bytes by hash and the frame over it (None: the whole of it)."""

    sha256: str
    frame: Frame | None = None

    def key(self) -> bytes:
        """Return 32 bytes: what thumbnails and embeddings are stored under."""
        digits = self.sha256 if self.frame is None else self.sha256 + self.frame.key()
        return bytes.fromhex(self.sha256) if self.frame is None else hashlib.sha256(digits.encode()).digest()


@dataclass(frozen=True, slots=True)
class StoredFrame:
    """A frame with the label of its own, if it has one (None: the picture's)."""

    frame: Frame
    label_id: LabelId | None = None
    origin: str = ""
    """Where it comes from, empty for a hand: ``tile 2x3 1,2`` (the row and column from 1), ``subject``, ``trim``."""


@dataclass(frozen=True, slots=True)
class Framing:
    """All of a picture's frames, and whether the person has accepted them; no frame means the whole picture."""

    frames: tuple[StoredFrame, ...] = ()
    accepted: bool = True


@dataclass(frozen=True, slots=True)
class Draft:
    """Frames that somebody is working on and has not accepted; *active* is the one in hand."""

    frames: tuple[StoredFrame, ...]
    active: int = 0
