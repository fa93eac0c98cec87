"""What is refused, and the limits that say so before anything is decoded."""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass

from PIL import Image, UnidentifiedImageError

from winnow.base.errors import UserError
from winnow.domain.image import Reason


class PictureRefused(UserError):
    """A file cannot become a picture of the project: *reason* for counting, *detail* in words."""

    def __init__(self, reason: Reason, detail: str, name: str = "") -> None:
        self.reason = reason
        self.detail = detail
        self.name = name
        super().__init__(f"{name or 'A picture'} was left out: {detail}.")


@dataclass(frozen=True, slots=True)
class Limits:
    """What is opened at all, and of that, what is kept.

    A picture whose shorter side is below *min_edge_px* is too small, one whose
    longer side is more than *aspect* times its shorter too extreme: panoramas
    of phones reach 7 : 1, the usual banner (728 x 90) begins beyond 8 : 1.
    """

    bytes: int = 32 << 20
    pixels: int = 50_000_000
    edge_px: int = 30_000
    min_edge_px: int = 32
    aspect: float = 8.0

    def check_bytes(self, count: int) -> None:
        """Refuse empty files and ones of more than *bytes*.

        Raises:
            PictureRefused: NOT_AN_IMAGE or TOO_MANY_BYTES.
        """
        if not count:
            raise PictureRefused(Reason.NOT_AN_IMAGE, "the file is empty")
        if count > self.bytes:
            what = f"it has {count / 2**20:.0f} MiB, and at most {self.bytes / 2**20:.0f} MiB are opened"
            raise PictureRefused(Reason.TOO_MANY_BYTES, what)

    def check_size(self, width: int, height: int) -> None:
        """Refuse pictures that would need too much memory, by the size that their header claims.

        Raises:
            PictureRefused: TOO_MANY_PIXELS or BROKEN.
        """
        if width < 1 or height < 1:
            raise PictureRefused(Reason.BROKEN, f"its header claims {width} x {height} pixels")
        if width * height > self.pixels or max(width, height) > self.edge_px:
            what = f"{width} x {height} pixels are more than are opened ({self.pixels // 10**6} megapixels)"
            raise PictureRefused(Reason.TOO_MANY_PIXELS, what)

    def check_kept(self, width: int, height: int) -> None:
        """Refuse pictures that are too small, or too long and narrow, to be of use.

        Raises:
            PictureRefused: TOO_SMALL or EXTREME_ASPECT.
        """
        if min(width, height) < self.min_edge_px:
            what = f"{width} x {height} pixels are too few: the shorter side needs {self.min_edge_px}"
            raise PictureRefused(Reason.TOO_SMALL, what)
        if max(width, height) > self.aspect * min(width, height):
            what = f"{width} x {height} pixels are a strip: one side is more than {self.aspect:g} times the other"
            raise PictureRefused(Reason.EXTREME_ASPECT, what)


DECODER_ERRORS = (
    OSError, ValueError, TypeError, SyntaxError, LookupError, ArithmeticError, AttributeError, AssertionError,
    RuntimeError, MemoryError, EOFError, struct.error, zlib.error,
    Image.DecompressionBombError, Image.DecompressionBombWarning,
)  # fmt: skip
"""What Pillow and simplejpeg were seen to raise on broken files."""


def refusal_of(error: BaseException) -> PictureRefused:
    """Return what a decoder's *error* means."""
    if isinstance(error, PictureRefused):
        return error
    text = " ".join(str(error).split())[:200]
    if isinstance(error, Image.DecompressionBombError | Image.DecompressionBombWarning | MemoryError):
        return PictureRefused(Reason.TOO_MANY_PIXELS, "it needs more memory than a picture may")
    if isinstance(error, EOFError) or "truncated" in text.casefold() or "premature end" in text.casefold():
        return PictureRefused(Reason.TRUNCATED, "the file ends before the picture does")
    if isinstance(error, UnidentifiedImageError):
        return PictureRefused(Reason.BROKEN, "its header is damaged")
    return PictureRefused(Reason.BROKEN, f"it cannot be decoded ({text or type(error).__name__})")
