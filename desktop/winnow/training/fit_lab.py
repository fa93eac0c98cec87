"""A quick test of features: how well a linear classifier tells classes apart that it learned from other groups."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from winnow.domain.dividing import assign

Features = npt.NDArray[np.float32]
Labels = npt.NDArray[np.int64]

_FOLDS = 5
_RIDGE = 0.1


def told_right(
    learned: tuple[Features, ...], looked_at: Features, labels: Labels, groups: Labels, seed: int = 0
) -> npt.NDArray[np.bool_]:
    """Return for each of n frames whether a ridge classifier got it right that never saw its group, (n,).

    Args:
        learned: Views to learn from, (n, dim) each, rows of length 1.
        looked_at: (n, dim), what is asked.
        labels: (n,) any integers.
        groups: (n,) what stays together.
        seed: Of the five folds.
    """
    _, wanted = np.unique(labels, return_inverse=True)
    folds = assign(labels, groups, (1 / _FOLDS,) * _FOLDS, seed)
    right = np.zeros(len(labels), np.bool_)
    for fold in range(_FOLDS):
        inside, outside = folds == fold, folds != fold
        if not inside.any() or not outside.any():
            continue
        rows = np.concatenate([view[outside] for view in learned])
        scores = _ridge(rows, np.tile(wanted[outside], len(learned)), looked_at[inside], int(wanted.max()) + 1)
        right[inside] = scores.argmax(1) == wanted[inside]
    return right


def _ridge(rows: Features, wanted: npt.NDArray[np.intp], asked: Features, classes: int) -> npt.NDArray[np.float64]:
    """Return the scores of *asked*, (m, classes), by ridge regression on one column a class, in its dual form."""
    targets = np.eye(classes)[wanted]
    # A class counts as a whole however many frames it has.
    balance = targets.mean(0)
    middle = rows.mean(0)
    centred = (rows - middle).astype(np.float64)
    kernel = centred @ centred.T
    kernel[np.diag_indices_from(kernel)] += _RIDGE * np.trace(kernel) / max(1, len(kernel)) + 1e-9
    weights = np.linalg.solve(kernel, targets - balance)
    scores: npt.NDArray[np.float64] = ((asked - middle) @ centred.T) @ weights + balance
    return scores
