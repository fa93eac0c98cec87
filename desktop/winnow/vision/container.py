"""Where a file should end by its own account, and what a WebP file claims to be, without decoding."""

from __future__ import annotations

import enum

from winnow.domain.image import Reason
from winnow.vision.refusal import PictureRefused

_PADDING = b"\0\t\r\n "


class Ending(enum.Enum):
    """MISSING: cut short. FOLLOWED: something comes after the picture."""

    CLEAN = "clean"
    MISSING = "missing"
    FOLLOWED = "followed"


def ending(data: bytes, kind: str) -> Ending:
    """Say how *data*, a file of format *kind*, ends; CLEAN for formats that do not tell."""
    if kind == "png":
        return _after(data, _png_end(data))
    if kind == "webp":
        # The length is rounded up to even; some writers leave the last byte out.
        end = 8 + int.from_bytes(data[4:8], "little")
        return Ending.MISSING if end > len(data) + 1 else _after(data, min(end, len(data)))
    return Ending.CLEAN


def _after(data: bytes, end: int | None) -> Ending:
    if end is None:
        return Ending.MISSING
    return Ending.FOLLOWED if data[end:].strip(_PADDING) else Ending.CLEAN


def _png_end(data: bytes) -> int | None:
    """Return the offset after the IEND chunk; None if the pixels' chunks run out before. Source: PNG 3, section 5.3.

    Without IEND the pixels are whole if another chunk was begun after theirs.
    """
    at = 8
    name = b""
    pixels_ended = pixels_begun = False
    while at + 8 <= len(data) and name != b"IEND":
        name = data[at + 4 : at + 8]
        pixels_begun |= name == b"IDAT"
        pixels_ended |= pixels_begun and name != b"IDAT"
        at += 12 + int.from_bytes(data[at : at + 4], "big")
    return min(at, len(data)) if pixels_ended else None


def webp_size(data: bytes) -> tuple[int, int]:
    """Return (width, height) of the canvas by the header. Source: RFC 9649, section 2.

    Raises:
        PictureRefused: it has none.
    """
    kind, head = data[12:16], data[20:30]
    if len(head) == 10 and kind == b"VP8X":
        return int.from_bytes(head[4:7], "little") + 1, int.from_bytes(head[7:10], "little") + 1
    if len(head) == 10 and kind == b"VP8 ":
        return int.from_bytes(head[6:8], "little") & 0x3FFF, int.from_bytes(head[8:10], "little") & 0x3FFF
    if len(head) >= 5 and kind == b"VP8L":
        bits = int.from_bytes(head[1:5], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    raise PictureRefused(Reason.BROKEN, "it has no WebP header")
