"""Whole groups into bins of wished shares, every class in proportion. Numbers only."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from winnow.base.errors import ContractError

_TRIES = 8
_MOST_GROUPS_TRIED = 3_000
"""Above this one order is enough: groups are small against the bins, and orders hardly differ."""


def assign(
    labels: npt.NDArray[np.int64],
    groups: npt.NDArray[np.int64],
    shares: tuple[float, ...],
    seed: int,
) -> npt.NDArray[np.intp]:
    """Divide samples into ``len(shares)`` bins, stratified by label, whole groups only.

    Groups are taken in random order, large ones first, and each goes to the
    bin that then misses most of the group's classes (the greedy rule of
    scikit-learn's `StratifiedGroupKFold`, for bins of unequal size); of
    several such orders the one is kept that comes nearest to the wish.

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
    random = np.random.default_rng(seed)
    tries = _TRIES if len(per_group) <= _MOST_GROUPS_TRIED else 1
    found = [_greedy(per_group, np.asarray(shares), random.permutation(len(per_group))) for _ in range(tries)]
    _, bin_of_group = min(found, key=lambda one: one[0])
    return bin_of_group[group_of]


def _greedy(
    per_group: npt.NDArray[np.int64], shares: npt.NDArray[np.float64], order: npt.NDArray[np.int64]
) -> tuple[float, npt.NDArray[np.intp]]:
    """Return how far the bins are from the wish (0: exactly there), and each group's bin."""
    order = order[np.argsort(-per_group[order].max(1), kind="stable")]
    bin_of_group = np.zeros(len(per_group), np.intp)
    missing = np.outer(shares, per_group.sum(0)).astype(np.float64)
    closed = np.where(shares > 0, 0.0, np.inf)
    # Relative to the class's size, so that rare classes count as much as common ones.
    weight = 1 / np.maximum(per_group.sum(0), 1)
    for group in order:
        counts = per_group[group]
        # Least sum of squares after the move: only the bin that gets it changes.
        cost = ((counts - 2 * missing) * counts) @ weight + closed
        chosen = int(cost.argmin())
        bin_of_group[group] = chosen
        missing[chosen] -= counts
    return float((missing**2 @ weight).sum()), bin_of_group
