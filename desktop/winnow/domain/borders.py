"""The proof that nothing crosses a border of a split, what was kept together, and how near it came to the wish."""

from __future__ import annotations

import enum
from dataclasses import dataclass

import numpy as np

from winnow.base.counted import counted
from winnow.domain.dividing import wished as wished_in_bins
from winnow.domain.split import PARTS, Ids, Keeping, Part, Split, crossing

_NEAR_SHARE = 0.02
"""A part that is nearer than this to its wished share counts as met, and one frame always does."""


@dataclass(frozen=True, slots=True)
class Border:
    """One division of the frames (the parts, or one fold against the others) and how much crosses it: all 0 is sound.

    *fold* is 0 for train against valid against test, else the fold's number from 1.
    """

    fold: int
    pairs: int
    """Near-duplicate pairs of pictures with one on each side, compared anew."""
    parents: int
    """Pictures with frames on both sides."""
    groups: int
    """Groups of what was to stay together, on both sides."""

    @property
    def is_sound(self) -> bool:
        """Say whether nothing crosses."""
        return not (self.pairs or self.parents or self.groups)


@dataclass(frozen=True, slots=True)
class KeptGroup:
    """Pictures that were kept together, and the part where they are."""

    part: Part
    ids: tuple[int, ...]
    frames: int


@dataclass(frozen=True, slots=True)
class LeakReport:
    """The check of one split: its borders, and the groups of more than one frame, largest first."""

    borders: tuple[Border, ...]
    pairs_compared: int
    """Near-duplicate pairs that there are at all."""
    kept: tuple[KeptGroup, ...]

    @property
    def is_sound(self) -> bool:
        """Say whether nothing crosses any border."""
        return all(border.is_sound for border in self.borders)


class Why(enum.Enum):
    """Why a share was not reached."""

    GROUP = "group"
    """One group is larger than what was missing."""
    GROUPS = "groups"
    """Groups cannot be cut to fit, or what is locked differs from the wish."""
    LOCKED = "locked"
    FOLD = "fold"
    """A class has fewer groups than there are folds, so some fold has none of it."""


@dataclass(frozen=True, slots=True)
class Unmet:
    """A wish that cannot be met: *wished* and *reached* frames of *part*, or of FOLD, folds that have *label*."""

    why: Why
    wished: float
    reached: int
    part: Part | None = None
    label: int = 0
    largest: int = 0
    """Frames in the largest group."""


def leak_report(split: Split, pairs: Ids) -> LeakReport:
    """Check every border of *split* anew.

    Args:
        pairs: (m, 2) ids of pictures that are near duplicates, found without the split's groups.
    """
    borders = [_border(0, split, split.parts.astype(np.int64), pairs)]
    for fold in range(split.k_fold):
        # Test is outside of every fold: a side of its own.
        sides = np.where(split.folds < 0, 2, (split.folds == fold).astype(np.int64))
        borders.append(_border(fold + 1, split, sides, pairs))
    return LeakReport(tuple(borders), len(pairs), _kept(split))


def _border(fold: int, split: Split, sides: Ids, pairs: Ids) -> Border:
    side_of = dict(zip(split.ids.tolist(), sides.tolist(), strict=True))
    there = [(side_of[int(one)], side_of[int(other)]) for one, other in pairs if one in side_of and other in side_of]
    crossed = sum(one != other for one, other in there)
    return Border(fold, crossed, crossing(split.ids, sides), crossing(split.groups, sides))


def _kept(split: Split) -> tuple[KeptGroup, ...]:
    order = np.argsort(split.groups, kind="stable")
    starts = np.flatnonzero(np.diff(split.groups[order], prepend=-1))
    kept = []
    for rows in np.split(order, starts[1:]):
        if len(rows) > 1:
            ids = tuple(int(one) for one in np.unique(split.ids[rows]))
            kept.append(KeptGroup(PARTS[split.parts[rows[0]]], ids, len(rows)))
    return tuple(sorted(kept, key=lambda one: (-one.frames, one.ids)))


def unmet(split: Split) -> tuple[Unmet, ...]:
    """Return which wishes *split* cannot meet: shares of parts, then classes that some fold lacks."""
    found = []
    total = len(split.ids)
    largest = int(np.unique(split.groups, return_counts=True)[1].max(initial=0))
    shares = split.ratios.shares()
    strata = split.labels if split.keeping.classes else np.zeros_like(split.labels)
    # Of few pictures a small part gets more than its share, so that every class is in it.
    for part, share, least in zip(PARTS, shares, wished_in_bins(strata, split.groups, shares), strict=True):
        wished, reached = share * total, split.count(part)
        if min(abs(reached - wished), abs(reached - least)) <= max(1.0, _NEAR_SHARE * total):
            continue
        why = _why(split.keeping, part, largest, wished)
        found.append(Unmet(why, wished, reached, part, largest=largest))
    return (*found, *_classes_outside_folds(split))


def _why(keeping: Keeping, part: Part, largest: int, wished: float) -> Why:
    if keeping.test_locked and part is Part.TEST:
        return Why.LOCKED
    return Why.GROUP if largest > wished else Why.GROUPS


def _classes_outside_folds(split: Split) -> list[Unmet]:
    found = []
    for label in np.unique(split.labels) if split.k_fold else ():
        folds = np.unique(split.folds[(split.labels == label) & (split.folds >= 0)])
        if len(folds) < split.k_fold:
            found.append(Unmet(Why.FOLD, split.k_fold, len(folds), label=int(label)))
    return found


def in_words(one: Unmet, name: str = "") -> str:
    """Return one unmet wish as an English sentence; *name* is its label's."""
    if one.why is Why.FOLD:
        return (
            f"'{name}' is in {one.reached} of {one.wished:.0f} folds only: it has too few groups. Choose fewer folds."
        )
    part = one.part.value if one.part is not None else ""
    said = f"{part.capitalize()} has {counted(one.reached, 'frame')} instead of {one.wished:.0f}"
    if one.why is Why.GROUP:
        return (
            f"{said}: one group of {one.largest} frames that belong together is larger than the part, and stays whole."
        )
    if one.why is Why.LOCKED:
        return f"{said}: it is locked."
    return f"{said}: groups that belong together are not cut to fit."
