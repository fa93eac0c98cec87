"""Whole groups into bins of wished shares, every class in proportion. Numbers only."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from winnow.base.errors import ContractError

_TRIES = 8
_MOST_GROUPS_TRIED = 3_000
"""Above this one order is enough: groups are small against the bins, and orders hardly differ."""
_NEEDED = 1e12
"""More than any other cost of choosing a bin."""
_EQUAL = 1e-9
"""Costs that differ by less differ by rounding."""


def assign(
    labels: npt.NDArray[np.int64],
    groups: npt.NDArray[np.int64],
    shares: tuple[float, ...],
    seed: int,
) -> npt.NDArray[np.intp]:
    """Divide samples into ``len(shares)`` bins, stratified by label, whole groups only.

    Groups are taken in random order, large ones first, and each goes to the
    bin that then misses most of the group's classes (the greedy rule of
    scikit-learn's `StratifiedGroupKFold`, for bins of unequal size), of
    equals to the one that misses most in all. The last groups of a label go
    to the bins that have none of it. Of several such orders the one is kept
    that comes nearest to the wish, see `wished`.

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
    per_group, group_of = _counted(labels, groups)
    wish = _wish(per_group, np.asarray(shares, np.float64))
    random = np.random.default_rng(seed)
    tries = _TRIES if len(per_group) <= _MOST_GROUPS_TRIED else 1
    found = [_greedy(per_group, wish, random.permutation(len(per_group))) for _ in range(tries)]
    _, bin_of_group = min(found, key=lambda one: one[0])
    return bin_of_group[group_of]


def wished(
    labels: npt.NDArray[np.int64], groups: npt.NDArray[np.int64], shares: tuple[float, ...]
) -> npt.NDArray[np.float64]:
    """Return how many samples `assign` wants in each bin, ``(len(shares),)``.

    That is the bin's share, but of each label that has as many groups as
    there are bins at least the smallest of them, at the cost of the largest
    bin: a class that can be in every bin is not left out of the small ones.
    """
    if not labels.size:
        return np.zeros(len(shares))
    found: npt.NDArray[np.float64] = _wish(_counted(labels, groups)[0], np.asarray(shares, np.float64)).sum(1)
    return found


def _counted(
    labels: npt.NDArray[np.int64], groups: npt.NDArray[np.int64]
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.intp]]:
    """Return how many samples of each label each group has, (groups, labels), and the row of each sample's group."""
    _, label_of = np.unique(labels, return_inverse=True)
    _, group_of = np.unique(groups, return_inverse=True)
    per_group = np.zeros((group_of.max() + 1, label_of.max() + 1), np.int64)
    np.add.at(per_group, (group_of, label_of), 1)
    return per_group, group_of


def _wish(per_group: npt.NDArray[np.int64], shares: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Return the samples of each label that each bin should get, (bins, labels), see `wished`; closed bins have 0."""
    wish = np.outer(shares, per_group.sum(0))
    has_enough = np.count_nonzero(per_group, axis=0) >= np.count_nonzero(shares)
    smallest = np.where(per_group > 0, per_group, per_group.max(initial=0)).min(0)
    least = (shares > 0)[:, None] * (smallest * has_enough)[None, :]
    short = np.maximum(least - wish, 0)
    wish += short
    wish[int(shares.argmax())] -= short.sum(0)
    return wish


def _greedy(
    per_group: npt.NDArray[np.int64], wish: npt.NDArray[np.float64], order: npt.NDArray[np.int64]
) -> tuple[float, npt.NDArray[np.intp]]:
    """Return how far the bins are from the wish (0: exactly there), and each group's bin."""
    order = order[np.argsort(-per_group[order].max(1), kind="stable")]
    bin_of_group = np.zeros(len(per_group), np.intp)
    missing, in_all = wish.copy(), wish.sum(1)
    closed = np.where(wish.any(1), 0.0, np.inf)
    without = _Without(per_group, np.isfinite(closed))
    # Relative to the class's size, so that rare classes count as much as common ones.
    weight = 1 / np.maximum(per_group.sum(0), 1)
    for group in order:
        counts = per_group[group]
        # Least sum of squares after the move: only the bin that gets it changes.
        cost = ((counts - 2 * missing) * counts) @ weight + closed
        if without.any:
            cost += without.barred(counts > 0)
        chosen = int(np.where(cost <= cost.min() + _EQUAL, in_all, -np.inf).argmax())
        without.took(chosen, counts > 0)
        bin_of_group[group] = chosen
        missing[chosen] -= counts
        in_all[chosen] -= counts.sum()
    return float((missing**2 @ weight).sum()), bin_of_group


class _Without:
    """Which bins have nothing of a label yet, and how many of its groups are left for them."""

    def __init__(self, per_group: npt.NDArray[np.int64], is_open: npt.NDArray[np.bool_]) -> None:
        self._left = np.count_nonzero(per_group, axis=0)
        has_enough = self._left >= np.count_nonzero(is_open)
        self._lacks = is_open[:, None] & has_enough[None, :]
        self.any = bool(self._lacks.any())
        """Whether some bin still lacks a label that it can have."""

    def barred(self, labels: npt.NDArray[np.bool_]) -> npt.NDArray[np.float64]:
        """Return what choosing each bin costs more, where the last groups of one of *labels* are needed elsewhere."""
        scarce = labels & (self._left <= self._lacks.sum(0))
        needed = self._lacks[:, scarce].sum(1)
        cost: npt.NDArray[np.float64] = _NEEDED * (needed.max(initial=0) - needed)
        return cost

    def took(self, chosen: int, labels: npt.NDArray[np.bool_]) -> None:
        """Note that the bin *chosen* took a group with *labels*."""
        if self.any:
            self._left -= labels
            self._lacks[chosen] &= ~labels
            self.any = bool(self._lacks.any())
