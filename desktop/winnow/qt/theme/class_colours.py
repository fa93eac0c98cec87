"""The colours of classes: sets whose first colours people of every colour vision tell apart; one is chosen."""

from __future__ import annotations

from dataclasses import dataclass


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
