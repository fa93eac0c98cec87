"""Colours as ``#RRGGBB``: how well they are told apart, by whatever eyes, and which ink can be read on them."""

from __future__ import annotations

import enum
import math
import re
from functools import lru_cache

from winnow.base.errors import UserError

DARK_LETTER, LIGHT_LETTER = "#16181D", "#FFFFFF"
"""What letters on a class's colour are written in."""

TOLD_APART = 12.0
"""The least `difference` of two colours that nobody takes for each other; 2.3 can just be noticed."""

_READABLE = 4.5
"""The least contrast of small text. Source: WCAG 2.1, level AA."""

_HEX = re.compile("#[0-9A-Fa-f]{6}")
_Triple = tuple[float, float, float]


class ColourUnusable(UserError):
    """A colour was wished for that is none."""

    def __init__(self, colour: str) -> None:
        self.colour = colour
        super().__init__(f"{colour!r} is no colour. Write it as # and six digits, such as #CC79A7.")


class Eyes(enum.Enum):
    """How somebody sees; each of the others lacks one kind of cones."""

    ALL = "all"
    NO_RED = "no-red"
    NO_GREEN = "no-green"
    NO_BLUE = "no-blue"


# Source: Machado, Oliveira and Fernandes, A Physiologically-based Model for Simulation of Color Vision Deficiency
# (2009), severity 1; linear RGB to linear RGB.
_SEEN_BY: dict[Eyes, tuple[_Triple, _Triple, _Triple]] = {
    Eyes.ALL: ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    Eyes.NO_RED: ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    Eyes.NO_GREEN: ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.01182, 0.04294, 0.968881)),
    Eyes.NO_BLUE: ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.3039)),
}
# Source: IEC 61966-2-1 (sRGB), white D65.
_TO_XYZ = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
_WHITE = (0.9505, 1.0, 1.089)


def is_colour(text: str) -> bool:
    """Say whether *text* is ``#RRGGBB``."""
    return _HEX.fullmatch(text) is not None


def clean_colour(text: str) -> str:
    """Return *text* as ``#RRGGBB`` with capitals; white space around it and a missing # are forgiven.

    Raises:
        ColourUnusable: it is no colour.
    """
    wanted = "#" + text.strip().removeprefix("#").upper()
    if not is_colour(wanted):
        raise ColourUnusable(text)
    return wanted


@lru_cache(maxsize=4096)
def difference(one: str, other: str, eyes: Eyes = Eyes.ALL) -> float:
    """Return how far apart two colours look to *eyes*: the distance in CIE 1976 L*a*b*, 0 to about 260."""
    return math.dist(_lab(one, eyes), _lab(other, eyes))


def taken_for_each_other(one: str, other: str) -> Eyes | None:
    """Return the first of `Eyes` that can hardly tell two colours apart; None: all of them can."""
    return next((eyes for eyes in Eyes if difference(one, other, eyes) < TOLD_APART), None)


@lru_cache(maxsize=4096)
def contrast(one: str, other: str) -> float:
    """Return the contrast ratio, 1 to 21. Source: WCAG 2.1, relative luminance."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def ink_on(fill: str) -> str:
    """Return what letters on *fill* are written in: dark, or white where dark cannot be read."""
    return DARK_LETTER if contrast(DARK_LETTER, fill) >= _READABLE else LIGHT_LETTER


def _luminance(colour: str) -> float:
    red, green, blue = _linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(colour: str) -> _Triple:
    shares = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares)
    return red, green, blue


def _lab(colour: str, eyes: Eyes) -> _Triple:
    seen = (min(max(one, 0.0), 1.0) for one in _times(_SEEN_BY[eyes], _linear(colour)))
    red, green, blue = seen
    scaled = (value / white for value, white in zip(_times(_TO_XYZ, (red, green, blue)), _WHITE, strict=True))
    fx, fy, fz = (one ** (1 / 3) if one > 0.008856 else 7.787 * one + 16 / 116 for one in scaled)
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def _times(matrix: tuple[_Triple, _Triple, _Triple], vector: _Triple) -> _Triple:
    first, second, third = (sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix)
    return first, second, third
