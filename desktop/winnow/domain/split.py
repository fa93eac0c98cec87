"""Who sees what: train, valid and test, with what belongs together kept together."""

from __future__ import annotations

import enum
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from winnow.base.errors import ContractError, UserError
from winnow.domain.ids import SplitId


class Part(enum.Enum):
    """Train: weights learn from it. Valid: training code looks at it. Test: neither, sealed."""

    TRAIN = "train"
    VALID = "valid"
    TEST = "test"


PARTS = (Part.TRAIN, Part.VALID, Part.TEST)
"""Their order in `Split.parts`: 0, 1 and 2."""


class SplitImpossible(UserError):
    """The labelled pictures cannot be divided as wished."""


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
    """Which labelled picture is in which part.

    *ids*, *labels* (label ids as they were), *groups* (pictures with the same
    number stay together), *parts* (indices into `PARTS`) and *folds* (-1: test
    or no folds) are parallel, (n,).
    """

    ids: npt.NDArray[np.int64]
    labels: npt.NDArray[np.int64]
    groups: npt.NDArray[np.int64]
    parts: npt.NDArray[np.uint8]
    folds: npt.NDArray[np.int8]
    ratios: Ratios
    seed: int
    k_fold: int
    id: SplitId = SplitId(0)
    """0 until it is stored."""

    def count(self, part: Part) -> int:
        """How many pictures *part* has."""
        return int(np.count_nonzero(self.parts == PARTS.index(part)))

    def ids_of(self, part: Part) -> npt.NDArray[np.int64]:
        """The pictures of *part*, (m,), in id order."""
        chosen: npt.NDArray[np.int64] = self.ids[self.parts == PARTS.index(part)]
        return chosen


def assign(
    labels: npt.NDArray[np.int64],
    groups: npt.NDArray[np.int64],
    shares: tuple[float, ...],
    seed: int,
) -> npt.NDArray[np.intp]:
    """Divide samples into ``len(shares)`` bins, stratified by label, whole groups only.

    Groups are taken in random order, large ones first, and each goes to the
    bin that then misses most of the group's classes (the greedy rule of
    scikit-learn's `StratifiedGroupKFold`, for bins of unequal size).

    Args:
        labels: (n,) any integers.
        groups: (n,) any integers.
        shares: Wished share of each bin, adding up to 1; 0 leaves a bin empty.
        seed: The same seed gives the same bins.

    Returns:
        (n,) bin numbers.
    """
    if labels.shape != groups.shape or labels.ndim != 1:
        raise ContractError(f"labels {labels.shape} and groups {groups.shape} must be one row each")
    if not labels.size:
        return np.empty(0, np.intp)
    _, label_of = np.unique(labels, return_inverse=True)
    _, group_of = np.unique(groups, return_inverse=True)
    per_group = np.zeros((group_of.max() + 1, label_of.max() + 1), np.int64)
    np.add.at(per_group, (group_of, label_of), 1)
    wished = np.outer(np.asarray(shares), per_group.sum(0))
    order = np.random.default_rng(seed).permutation(len(per_group))
    order = order[np.argsort(-per_group[order].max(1), kind="stable")]
    bin_of_group = np.zeros(len(per_group), np.intp)
    missing = wished.astype(np.float64)
    open_bins = np.asarray(shares) > 0
    # Relative to the class's size, so that rare classes count as much as common ones.
    weight = 1 / np.maximum(per_group.sum(0), 1)
    for group in order:
        counts = per_group[group]
        # Least sum of squares after the move: only the bin that gets it changes.
        cost = (((missing - counts) ** 2 - missing**2) * weight).sum(1)
        cost[~open_bins] = np.inf
        chosen = int(np.argmin(cost))
        bin_of_group[group] = chosen
        missing[chosen] -= counts
    chosen_bins: npt.NDArray[np.intp] = bin_of_group[group_of]
    return chosen_bins


def make_split(
    ids: npt.NDArray[np.int64],
    labels: npt.NDArray[np.int64],
    groups: npt.NDArray[np.int64],
    ratios: Ratios,
    seed: int,
    k_fold: int = 0,
) -> Split:
    """Divide labelled pictures; folds (0: none, else 2 to 20) divide train and valid, test stays outside.

    Raises:
        SplitImpossible: fewer than two classes, a class with too few groups, or folds outside 2 to 20.
    """
    if k_fold and not 2 <= k_fold <= 20:
        raise SplitImpossible(f"{k_fold} folds cannot be made: choose 2 to 20, or none.")
    if len(np.unique(labels)) < 2:
        raise SplitImpossible("A split needs pictures of at least two labels. Label some more in Sort first.")
    parts_wished = sum(1 for share in ratios.shares() if share > 0)
    for label in np.unique(labels):
        if len(np.unique(groups[labels == label])) < parts_wished:
            raise SplitImpossible(
                f"A label has fewer than {parts_wished} pictures that do not belong together, "
                "so it cannot be in every part. Label more pictures, or remove the label."
            )
    order = np.argsort(ids)
    ids, labels, groups = ids[order], labels[order], groups[order]
    parts = assign(labels, groups, ratios.shares(), seed).astype(np.uint8)
    folds = np.full(len(ids), -1, np.int8)
    if k_fold:
        inside = parts != PARTS.index(Part.TEST)
        folds[inside] = assign(labels[inside], groups[inside], (1 / k_fold,) * k_fold, seed).astype(np.int8)
    return Split(ids, labels, groups, parts, folds, ratios, seed, k_fold)


def leaks(split: Split) -> int:
    """Count the groups that cross a border between parts; 0 is the proof that none does."""
    pairs = np.unique(np.stack([split.groups, split.parts.astype(np.int64)]), axis=1)
    return int(pairs.shape[1] - len(np.unique(split.groups)))
