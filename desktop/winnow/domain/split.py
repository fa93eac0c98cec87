"""Who sees what: train, valid and test, with what belongs together kept together."""

from __future__ import annotations

import enum
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from winnow.base.errors import UserError
from winnow.domain.dividing import assign
from winnow.domain.ids import SplitId

Ids = npt.NDArray[np.int64]


class Part(enum.Enum):
    """Train: weights learn from it. Valid: training code looks at it. Test: neither, sealed."""

    TRAIN = "train"
    VALID = "valid"
    TEST = "test"


PARTS = (Part.TRAIN, Part.VALID, Part.TEST)
"""Their order in `Split.parts`: 0, 1 and 2."""

_TEST = PARTS.index(Part.TEST)


class SplitImpossible(UserError):
    """The labelled pictures cannot be divided as wished."""


class TooFewApart(SplitImpossible):
    """A label has fewer groups than there are parts; *name* is its label in words, where that is known."""

    def __init__(self, label: int, groups: int, parts: int, name: str = "") -> None:
        self.label, self.groups, self.parts = label, groups, parts
        who = f"The label '{name}'" if name else "A label"
        super().__init__(
            f"{who} has fewer than {parts} pictures that do not belong together ({groups}), "
            "so it cannot be in every part. Label more pictures, or remove the label."
        )


class Origin(enum.Enum):
    """By which origin pictures are kept together beside copies and frames."""

    NONE = "none"
    PAGE = "page"
    """Of one page of the web: the address that a picture was found on."""
    FOLDER = "folder"
    """Of one folder or album, as a source gave them."""


@dataclass(frozen=True, slots=True)
class Keeping:
    """What a division keeps; frames of one picture are never parted."""

    classes: bool = True
    """Classes in proportion: every part has each class at about its share."""
    near_duplicates: bool = True
    origin: Origin = Origin.NONE
    test_locked: bool = False
    """What was in test stays there, and nothing joins it but what belongs with it."""


@dataclass(frozen=True, slots=True)
class Ratios:
    """Wished shares of train, valid and test, in per cent, adding up to 100; train and valid at least 1."""

    train: int = 70
    valid: int = 15
    test: int = 15

    def __post_init__(self) -> None:
        if min(self.train, self.valid) < 1 or self.test < 0 or self.train + self.valid + self.test != 100:
            raise SplitImpossible(
                f"{self.train}, {self.valid} and {self.test} do not divide 100 per cent: "
                "each of train and valid needs at least 1, and the three must add up to 100."
            )

    def shares(self) -> tuple[float, float, float]:
        """Return the three as fractions of 1."""
        return self.train / 100, self.valid / 100, self.test / 100


@dataclass(frozen=True, slots=True, eq=False)
class Split:
    """Which frame of which labelled picture is in which part.

    A row is a frame: *ids* (of its picture, repeated where it has several
    frames), *labels* (label ids as they were), *groups* (rows with the same
    number stay together), *parts* (indices into `PARTS`) and *folds* (-1: test
    or no folds) are parallel, (n,), ordered by id.
    """

    ids: Ids
    labels: Ids
    groups: Ids
    parts: npt.NDArray[np.uint8]
    folds: npt.NDArray[np.int8]
    ratios: Ratios
    seed: int
    k_fold: int
    id: SplitId = SplitId(0)
    """0 until it is stored."""
    keeping: Keeping = Keeping()

    def count(self, part: Part) -> int:
        """How many frames *part* has."""
        return int(np.count_nonzero(self.parts == PARTS.index(part)))

    def ids_of(self, part: Part) -> Ids:
        """The pictures of *part*, (m,), each once, in id order."""
        chosen: Ids = np.unique(self.ids[self.parts == PARTS.index(part)])
        return chosen


def make_split(
    ids: Ids,
    labels: Ids,
    groups: Ids,
    ratios: Ratios,
    seed: int,
    k_fold: int = 0,
    keeping: Keeping = Keeping(),
    locked: Ids | None = None,
) -> Split:
    """Divide labelled frames; folds (0: none, else 2 to 20) divide train and valid, test stays outside.

    Args:
        ids: (n,) the frames' pictures.
        labels: (n,) label ids.
        groups: (n,) what stays together has one number; frames of one picture do in any case.
        ratios: Wished shares.
        seed: The same seed gives the same split.
        k_fold: How many folds.
        keeping: What is kept, beside *groups*.
        locked: Pictures that are in test, with what belongs to them; nothing else is. None: test is drawn too.

    Raises:
        SplitImpossible: fewer than two classes, a class with too few groups, or folds outside 2 to 20.
    """
    if k_fold and not 2 <= k_fold <= 20:
        raise SplitImpossible(f"{k_fold} folds cannot be made: choose 2 to 20, or none.")
    if len(np.unique(labels)) < 2:
        raise SplitImpossible("A split needs pictures of at least two labels. Label some more in Sort first.")
    order = np.lexsort((labels, ids))
    ids, labels = ids[order], labels[order]
    groups = joined(groups[order], ids)
    is_open = np.ones(len(ids), np.bool_) if locked is None else ~np.isin(groups, groups[np.isin(ids, locked)])
    shares = ratios.shares() if locked is None else (ratios.train, ratios.valid, 0)
    wished = np.asarray(shares, np.float64) / sum(shares)
    _check_groups(labels, groups, is_open, int(np.count_nonzero(wished)))
    strata = labels if keeping.classes else np.zeros_like(labels)
    parts = np.full(len(ids), _TEST, np.uint8)
    parts[is_open] = assign(strata[is_open], groups[is_open], tuple(wished.tolist()), seed)
    folds = np.full(len(ids), -1, np.int8)
    if k_fold:
        inside = parts != _TEST
        folds[inside] = make_folds(strata[inside], groups[inside], k_fold, seed)
    return Split(ids, labels, groups, parts, folds, ratios, seed, k_fold, keeping=keeping)


def make_folds(labels: Ids, groups: Ids, k_fold: int, seed: int) -> npt.NDArray[np.int8]:
    """Divide the rows of train and valid, (n,) each, into *k_fold* folds, none empty: stratified, groups whole.

    Raises:
        SplitImpossible: there are fewer groups than folds.
    """
    apart = len(np.unique(groups))
    if apart < k_fold:
        raise SplitImpossible(
            f"{k_fold} folds cannot be made of {apart} pictures that do not belong together. "
            "Choose fewer folds, or label more pictures."
        )
    return assign(labels, groups, (1 / k_fold,) * k_fold, seed).astype(np.int8)


def joined(*keys: Ids) -> Ids:
    """Return (n,) numbers that rows share which any of *keys*, each (n,), gives the same number, by chains too."""
    group = np.arange(len(keys[0]), dtype=np.int64)
    places = [np.unique(key, return_inverse=True)[1] for key in keys]
    while True:
        before = group
        for place in places:
            least = np.full(int(place.max(initial=-1)) + 1, len(group), np.int64)
            np.minimum.at(least, place, group)
            group = least[place]
        if np.array_equal(before, group):
            return group


def leaks(split: Split) -> int:
    """Count the groups that cross a border between parts; 0 is the proof that none does."""
    return crossing(split.groups, split.parts.astype(np.int64))


def crossing(keys: Ids, sides: Ids) -> int:
    """Count the values of *keys*, (n,), that occur on more than one of *sides*, (n,)."""
    both = np.unique(np.stack([keys, sides]), axis=1)
    return int(np.count_nonzero(np.unique(both[0], return_counts=True)[1] > 1))


def _check_groups(labels: Ids, groups: Ids, is_open: npt.NDArray[np.bool_], parts: int) -> None:
    # Also a label that is in the locked test part alone: nothing could learn it, and testing would pass it over.
    for label in np.unique(labels):
        apart = len(np.unique(groups[is_open & (labels == label)]))
        if apart < parts:
            raise TooFewApart(int(label), apart, parts)
