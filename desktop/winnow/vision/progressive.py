"""How a JPEG file is built, and a progressive one cut after the scans that a small picture needs.

A picture decoded at *eighths* / 8 of its size has eighths x eighths pixels
for each 8 x 8 block, so it needs no more than the first eighths x eighths
coefficients of it. A progressive file has them in its first scans.
Source: ITU-T T.81, annexes B (markers) and G (progressive mode).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from winnow.domain.image import Reason
from winnow.vision.refusal import PictureRefused

# Bytes FF 00, FF FF and the restart markers D0 to D7 belong to the entropy-coded data.
_MARKER = re.compile(rb"\xff[\xc0-\xcf\xd8-\xfe]")
_START_OF_IMAGE = b"\xff\xd8"
_END_OF_IMAGE = b"\xff\xd9"
_END, _SCAN = 0xD9, 0xDA
_FRAMES = frozenset({0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF})
_PROGRESSIVE = frozenset({0xC2, 0xC6, 0xCA, 0xCE})
_WITHOUT_LENGTH = frozenset({0x01, 0xD8, *range(0xD0, 0xD8)})

MAX_SCANS = 200
"""Encoders write 3 to 20; a file of thousands keeps a decoder busy for minutes."""

_LAST_COEFFICIENT = (0, 0, 4, 12, 24, 39, 51, 59, 63)
"""Zigzag position of the last coefficient in the first n x n of a block, by n; T.81 figure A.6."""

_MOST_EIGHTHS_CUT = 5
"""Above this nearly all scans are needed, and those left out would show."""


@dataclass(frozen=True, slots=True)
class Scan:
    """One scan: where it ends in the file, and which coefficients of which components it has."""

    end: int
    components: tuple[int, ...]
    first: int
    is_refinement: bool


@dataclass(frozen=True, slots=True)
class Structure:
    """What the markers of a JPEG file say. *end* is the offset after its end marker."""

    progressive: bool
    components: tuple[int, ...]
    horizontal: tuple[int, ...]
    """Sampling factor of each component."""
    scans: tuple[Scan, ...]
    end: int


def structure(data: bytes) -> Structure:
    """Walk the markers of *data* from start to end marker, without decoding anything.

    Raises:
        PictureRefused: TRUNCATED if there is no end marker; BROKEN if there is
            no picture in it, or more than `MAX_SCANS` scans.
    """
    at = len(_START_OF_IMAGE)
    progressive = False
    components: tuple[int, ...] = ()
    horizontal: tuple[int, ...] = ()
    scans: list[Scan] = []
    while True:
        at, marker = _next_marker(data, at)
        if marker == _END:
            break
        length = 0 if marker in _WITHOUT_LENGTH else int.from_bytes(data[at : at + 2], "big")
        segment = data[at + 2 : at + length]
        at += length
        if marker in _FRAMES and not components:
            progressive = marker in _PROGRESSIVE
            parts = [segment[6 + 3 * n : 9 + 3 * n] for n in range(segment[5] if len(segment) > 5 else 0)]
            components = tuple(part[0] for part in parts if len(part) == 3)
            horizontal = tuple(part[1] >> 4 for part in parts if len(part) == 3)
        elif marker == _SCAN:
            found = _MARKER.search(data, at)
            at = found.start() if found else len(data)
            scans.append(_scan(segment, at))
            if len(scans) > MAX_SCANS:
                raise PictureRefused(Reason.BROKEN, f"it has more than {MAX_SCANS} scans, as no camera writes them")
    if not components or not scans:
        raise PictureRefused(Reason.BROKEN, "there is no picture between its start and its end")
    return Structure(progressive, components, horizontal, tuple(scans), at)


def cut(data: bytes, built: Structure, eighths: int) -> bytes:
    """Return *data* without the scans that a decode at *eighths* / 8 can do without; baseline files unchanged.

    The scans left out only refine: brightness to the last bit or two, colour
    beyond one value a block. Their structure was checked by `structure`.
    """
    if not built.progressive or eighths > _MOST_EIGHTHS_CUT:
        return data
    luma = built.components[0]
    # Colour that is stored at half the width is decoded at twice the eighths less of it.
    share = max(built.horizontal[1:], default=1) / max(built.horizontal[0], 1)
    colour_last = _LAST_COEFFICIENT[max(1, round(eighths * share))]
    needed = 0
    for scan in built.scans:
        last = _LAST_COEFFICIENT[eighths] if luma in scan.components else colour_last
        if not scan.is_refinement and scan.first <= last:
            needed = scan.end
    return data[:needed] + _END_OF_IMAGE


def _next_marker(data: bytes, at: int) -> tuple[int, int]:
    """Return the offset after the next marker from *at* on, and its second byte."""
    found = _MARKER.search(data, at)
    if found is None:
        raise PictureRefused(Reason.TRUNCATED, "the file ends before the picture does")
    return found.end(), data[found.start() + 1]


def _scan(segment: bytes, end: int) -> Scan:
    count = segment[0] if segment else 0
    tail = segment[1 + 2 * count : 4 + 2 * count]
    if len(tail) < 3:
        raise PictureRefused(Reason.BROKEN, "one of its scans has no header")
    return Scan(end, tuple(segment[1 + 2 * n] for n in range(count)), tail[0], tail[2] >> 4 > 0)
