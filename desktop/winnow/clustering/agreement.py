"""How well two groupings of the same pictures agree."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Counts = npt.NDArray[np.int64]
Numbers = npt.NDArray[np.int64] | npt.NDArray[np.int32]


def contingency(one: Numbers, other: Numbers) -> tuple[Counts, npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Return how many rows each number of *one* shares with each of *other*, (r, c), and both sets of numbers."""
    rows, at_row = np.unique(one, return_inverse=True)
    columns, at_column = np.unique(other, return_inverse=True)
    flat = np.bincount(at_row * len(columns) + at_column, minlength=len(rows) * len(columns))
    return flat.reshape(len(rows), len(columns)).astype(np.int64), rows.astype(np.int64), columns.astype(np.int64)


def rand_index(counts: Counts) -> float:
    """Return the adjusted Rand index, 1 for the same grouping and about 0 for chance.

    Source: Hubert and Arabie 1985, J. Classif. 2, 193-218.
    """
    pairs = _pairs(counts.astype(np.float64)).sum()
    in_rows = _pairs(counts.sum(1).astype(np.float64)).sum()
    in_columns = _pairs(counts.sum(0).astype(np.float64)).sum()
    every = float(_pairs(np.array(float(counts.sum()))))
    expected = in_rows * in_columns / every if every else 0.0
    highest = (in_rows + in_columns) / 2
    return 1.0 if highest == expected else float((pairs - expected) / (highest - expected))


def mutual_information(counts: Counts) -> float:
    """Return the normalised mutual information, 0 to 1, by the arithmetic mean of both entropies.

    Source: Vinh, Epps and Bailey 2010, JMLR 11, 2837-2854.
    """
    total = counts.sum()
    if not total:
        return 1.0
    joint = counts / total
    rows, columns = joint.sum(1), joint.sum(0)
    there = joint > 0
    shared = float((joint[there] * np.log(joint[there] / np.outer(rows, columns)[there])).sum())
    mean = (_entropy(rows) + _entropy(columns)) / 2
    return 1.0 if mean == 0 else max(0.0, min(1.0, shared / mean))


def pure(counts: Counts) -> int:
    """Return how many rows belong to the commonest column of their row of *counts*, (clusters, labels)."""
    return int(counts.max(1).sum()) if counts.size else 0


def agreement(clusters: npt.NDArray[np.int32], labels: npt.NDArray[np.int64]) -> dict[str, float]:
    """Return ari, nmi, purity and accuracy of (n,) clusters against (n,) labels.

    Accuracy is that of the best one-to-one matching of clusters with labels
    (the Hungarian method); clusters left over count as wrong.
    """
    from scipy.optimize import linear_sum_assignment

    counts, _clusters, _labels = contingency(clusters, labels)
    rows, columns = linear_sum_assignment(-counts)
    return {
        "ari": rand_index(counts),
        "nmi": mutual_information(counts),
        "purity": pure(counts) / len(clusters),
        "accuracy": float(counts[rows, columns].sum() / counts.sum()),
    }


def _pairs(count: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    pairs: npt.NDArray[np.float64] = count * (count - 1) / 2
    return pairs


def _entropy(shares: npt.NDArray[np.float64]) -> float:
    some = shares[shares > 0]
    return float(-(some * np.log(some)).sum())
