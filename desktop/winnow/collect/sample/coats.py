"""What cats and dogs wear: colours and patterns, drawn by lot."""

from __future__ import annotations

import enum
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from winnow.collect.sample.pen import Pen, Rgb, blend

INK: Rgb = (38, 30, 28)
WHITE: Rgb = (250, 246, 240)


class Pattern(enum.Enum):
    """How the second colour lies on the first."""

    PLAIN = "plain"
    TABBY = "tabby"
    PATCHES = "patches"
    POINTS = "points"
    """Dark ears, face and feet."""
    BIB = "bib"
    """White chest, muzzle and feet."""


@dataclass(frozen=True, slots=True)
class Coat:
    """One animal's colours."""

    base: Rgb
    mark: Rgb
    pattern: Pattern
    eye: Rgb
    collar: Rgb | None

    @property
    def shade(self) -> Rgb:
        """The base in shadow."""
        return blend(self.base, (40, 28, 40), 0.28)

    @property
    def light(self) -> Rgb:
        """The muzzle and the chest."""
        return WHITE if self.pattern is Pattern.BIB else blend(self.base, WHITE, 0.55)


Pose = Callable[[Pen, Coat, np.random.Generator], None]
"""Draws an animal in one attitude, in one coat; small chance, as of a tail's swing, comes from the generator."""

_CAT_COATS: tuple[tuple[Rgb, Rgb, tuple[Pattern, ...]], ...] = (
    ((222, 142, 68), (172, 92, 36), (Pattern.TABBY, Pattern.BIB)),
    ((150, 140, 128), (84, 76, 70), (Pattern.TABBY, Pattern.BIB)),
    ((176, 142, 104), (104, 74, 50), (Pattern.TABBY,)),
    ((52, 48, 54), (34, 30, 36), (Pattern.PLAIN, Pattern.BIB)),
    ((238, 232, 222), (206, 160, 110), (Pattern.PLAIN, Pattern.PATCHES)),
    ((126, 132, 146), (98, 104, 118), (Pattern.PLAIN,)),
    ((232, 216, 190), (104, 78, 66), (Pattern.POINTS,)),
    ((240, 234, 226), (52, 46, 48), (Pattern.PATCHES,)),
)
_DOG_COATS: tuple[tuple[Rgb, Rgb, tuple[Pattern, ...]], ...] = (
    ((214, 164, 98), (176, 122, 64), (Pattern.PLAIN, Pattern.BIB)),
    ((122, 78, 50), (84, 52, 34), (Pattern.PLAIN, Pattern.BIB)),
    ((240, 234, 224), (128, 82, 52), (Pattern.PATCHES,)),
    ((50, 46, 48), (182, 122, 66), (Pattern.POINTS, Pattern.BIB)),
    ((236, 222, 196), (204, 176, 132), (Pattern.PLAIN,)),
    ((238, 238, 236), (44, 42, 46), (Pattern.PATCHES,)),
    ((182, 112, 58), (60, 48, 44), (Pattern.POINTS, Pattern.BIB)),
    ((140, 138, 140), (92, 90, 94), (Pattern.PLAIN, Pattern.BIB)),
)
_CAT_EYES: tuple[Rgb, ...] = ((196, 190, 62), (128, 176, 84), (218, 158, 52), (98, 168, 208))
_DOG_EYES: tuple[Rgb, ...] = ((86, 52, 30), (66, 40, 26), (112, 70, 36))
_COLLARS: tuple[Rgb, ...] = ((190, 48, 52), (46, 96, 168), (54, 138, 92), (226, 172, 52), (120, 70, 150))


def choose_coat(kind: str, rng: np.random.Generator) -> Coat:
    """Return a coat for a *kind* ("cat" or "dog"), each a little different."""
    coats, eyes = (_CAT_COATS, _CAT_EYES) if kind == "cat" else (_DOG_COATS, _DOG_EYES)
    base, mark, patterns = coats[rng.integers(len(coats))]
    collared = rng.random() < (0.2 if kind == "cat" else 0.6)
    return Coat(
        base=_varied(base, rng),
        mark=_varied(mark, rng),
        pattern=patterns[rng.integers(len(patterns))],
        eye=_varied(eyes[rng.integers(len(eyes))], rng),
        collar=_COLLARS[rng.integers(len(_COLLARS))] if collared else None,
    )


def _varied(colour: Rgb, rng: np.random.Generator) -> Rgb:
    lightness, warmth = rng.normal(0, 10), rng.normal(0, 5)
    shift = np.array(colour) + lightness + np.array([warmth, 0, -warmth])
    red, green, blue = (int(value) for value in np.clip(shift, 12, 252))
    return red, green, blue
