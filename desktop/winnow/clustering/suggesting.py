"""A head learned from the labels so far says what the others are. Imported in child processes only."""

from __future__ import annotations

import warnings
from collections.abc import Generator

import numpy as np
import numpy.typing as npt

from winnow.base.counted import counted
from winnow.base.errors import UserError
from winnow.base.outcomes import Progress
from winnow.domain.suggestion import Suggestions

Matrix = npt.NDArray[np.float32]
Numbers = npt.NDArray[np.int64]

LEARNED_FROM_AT_MOST = 20_000
"""More labels make it slower and no better: the head has one row of weights for each label."""

_STRENGTH = 10.0
"""Inverse of the penalty; features have length 1, so weights must be large to decide anything."""
_STRENGTH_IN_DOUBT = 0.3
"""For finding wrong labels: a head that is held short learns from the crowd and not the wrong ones by heart."""
_FOLDS = 5
_ROUNDS = 400
_ROWS_AT_ONCE = 8192


class TooFewLabels(UserError):
    """Nothing can be told apart yet."""

    def __init__(self, labels: int) -> None:
        self.labels = labels
        super().__init__(
            "Label some images of at least two kinds first: suggestions are learned from them"
            f" ({counted(labels, 'kind has', 'kinds have')} a label now)."
        )


def suggest_labels(
    ids: Numbers, features: Matrix, labels: Numbers, seed: int = 0
) -> Generator[object, None, Suggestions]:
    """Yield `Progress`, and return suggestions for the rows whose label is 0, learned from the others.

    They come with the labels that are doubted: those for which a head that
    was learned from other rows says another one.

    Args:
        features: (n, d) float32 of length 1. labels: (n,) numbers of labels, 0 for none.

    Raises:
        TooFewLabels: fewer than two kinds are labelled.
    """
    from sklearn.linear_model import LogisticRegression

    known, asked = np.flatnonzero(labels > 0), np.flatnonzero(labels == 0)
    kinds = np.unique(labels[known])
    if len(kinds) < 2:
        raise TooFewLabels(len(kinds))
    known = np.sort(np.random.default_rng(seed).permutation(known)[:LEARNED_FROM_AT_MOST])
    yield Progress(0, 2, "steps")
    accuracy, doubted = _out_of_fold(ids[known], features[known], labels[known], seed)
    yield Progress(1, 2, "steps")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of rounds: a head that has not quite settled suggests as well
        head = LogisticRegression(C=_STRENGTH, max_iter=_ROUNDS).fit(features[known], labels[known])
    chances = [np.empty((0, len(head.classes_)))]
    for start in range(0, len(asked), _ROWS_AT_ONCE):
        chances.append(head.predict_proba(features[asked[start : start + _ROWS_AT_ONCE]]))
        yield Progress(min(start + _ROWS_AT_ONCE, len(asked)), len(asked), "images")
    every = np.concatenate(chances)
    best_two = np.sort(every, axis=1)[:, -2:]
    return Suggestions(
        ids=ids[asked],
        labels=head.classes_[every.argmax(1)].astype(np.int64),
        confidence=best_two[:, 1].astype(np.float32),
        margin=(best_two[:, 1] - best_two[:, 0]).astype(np.float32),
        learned_from=len(known),
        accuracy=accuracy,
        doubted=doubted,
    )


def _out_of_fold(ids: Numbers, features: Matrix, labels: Numbers, seed: int) -> tuple[float | None, Suggestions]:
    """Return how many labels are told right by heads that did not see them, and which are doubted.

    None, and no doubt, where a label is on too few pictures to be in every fold.
    """
    from sklearn.linear_model import LogisticRegression
    from sklearn.model_selection import StratifiedKFold, cross_val_predict

    kinds, counts = np.unique(labels, return_counts=True)
    if counts.min() < _FOLDS:
        return None, Suggestions()
    folds = StratifiedKFold(_FOLDS, shuffle=True, random_state=seed)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        head = LogisticRegression(C=_STRENGTH, max_iter=_ROUNDS)
        accuracy = float(np.mean(cross_val_predict(head, features, labels, cv=folds) == labels))
        strict = LogisticRegression(C=_STRENGTH_IN_DOUBT, max_iter=_ROUNDS, class_weight="balanced")
        chances = cross_val_predict(strict, features, labels, cv=folds, method="predict_proba")
    at = np.arange(len(labels))
    said = chances.argmax(1)
    margin = chances[at, said] - chances[at, np.searchsorted(kinds, labels)]
    rows = np.flatnonzero(kinds[said] != labels)
    rows = rows[np.argsort(-margin[rows], kind="stable")]
    doubted = Suggestions(
        ids=ids[rows],
        labels=kinds[said[rows]].astype(np.int64),
        confidence=chances[rows, said[rows]].astype(np.float32),
        margin=margin[rows].astype(np.float32),
        learned_from=len(labels),
        accuracy=accuracy,
    )
    return accuracy, doubted
