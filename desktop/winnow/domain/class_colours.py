"""The colours of classes: sets whose first colours people of every colour vision tell apart; one is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from winnow.domain.colour import Eyes, difference, taken_for_each_other
from winnow.domain.label import Label

GROUNDS = {"light": "#FFFFFF", "dark": "#16181D"}
"""What colours of classes stand on."""

_SEEN = 15.0
"""The least `difference` from the ground of what is to be seen on it; the colours of all sets have more."""


@dataclass(frozen=True, slots=True)
class ClassColours:
    """A set: its *key*, its *name*, and the colours; the first *safe* of them are told apart by everybody."""

    key: str
    name: str
    safe: int
    colours: tuple[str, ...]


# Tableau 20, full hues first, then their light partners: for more classes than a set has colours.
_MORE = (
    *("#4E79A7", "#F28E2B", "#E15759", "#76B7B2", "#59A14F", "#EDC948", "#B07AA1", "#FF9DA7", "#9C755F", "#BAB0AC"),
    *("#A0CBE8", "#FFBE7D", "#8CD17D", "#B6992D", "#F1CE63", "#499894", "#86BCB6", "#79706E", "#D37295", "#FABFD2"),
)

OKABE_ITO = ClassColours(
    "",
    "Okabe–Ito",
    7,
    ("#E69F00", "#56B4E9", "#009E73", "#D55E00", "#CC79A7", "#0072B2", "#F0E442", "#999999", *_MORE),
)
"""Source: Okabe and Ito, Color Universal Design (2008)."""

# Source: Paul Tol, Colour Schemes (SRON/EPS/TN/09-002, issue 3.2, 2021).
BRIGHT = ClassColours(
    "bright", "Tol bright", 7, ("#4477AA", "#EE6677", "#228833", "#CCBB44", "#66CCEE", "#AA3377", "#BBBBBB", *_MORE)
)
VIBRANT = ClassColours(
    "vibrant", "Tol vibrant", 7, ("#EE7733", "#0077BB", "#33BBEE", "#EE3377", "#CC3311", "#009988", "#BBBBBB", *_MORE)
)
MUTED = ClassColours(
    "muted",
    "Tol muted",
    9,
    ("#CC6677", "#332288", "#DDCC77", "#117733", "#88CCEE", "#882255", "#44AA99", "#999933", "#AA4499", *_MORE),
)

SETS = (OKABE_ITO, BRIGHT, VIBRANT, MUTED)


def class_colours(key: str) -> ClassColours:
    """Return the set *key*; the first for one that is not known."""
    return next((one for one in SETS if one.key == key), OKABE_ITO)


def colours_of(labels: Sequence[Label], wanted: ClassColours) -> list[str]:
    """Return what each of *labels* is shown in: its own colour, else that of its place in *wanted*; those repeat."""
    return [label.colour or wanted.colours[label.position % len(wanted.colours)] for label in labels]


@dataclass(frozen=True, slots=True)
class Doubts:
    """What speaks against a colour: names of classes that it is taken for, and by whom, and grounds it is lost on."""

    like: tuple[tuple[str, Eyes], ...] = ()
    grounds: tuple[str, ...] = ()
    """Of `GROUNDS`."""


def doubts(colour: str, others: Sequence[tuple[str, str]]) -> Doubts:
    """Return what speaks against showing a class in *colour* beside *others*, (name, colour)."""
    like = ((name, taken_for_each_other(colour, other)) for name, other in others)
    lost = (name for name, ground in GROUNDS.items() if min(difference(colour, ground, eyes) for eyes in Eyes) < _SEEN)
    return Doubts(tuple((name, eyes) for name, eyes in like if eyes is not None), tuple(lost))
