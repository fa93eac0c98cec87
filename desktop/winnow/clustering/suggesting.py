"""A head learned from the labels so far says what the others are. Imported in child processes only."""

from __future__ import annotations

import warnings
from collections.abc import Generator

import numpy as np
import numpy.typing as npt

from winnow.base.errors import UserError
from winnow.base.outcomes import Progress
from winnow.domain.suggestion import Suggestions

Matrix = npt.NDArray[np.float32]
Numbers = npt.NDArray[np.int64]

LEARNED_FROM_AT_MOST = 20_000
"""More labels make it slower and no better: the head has one row of weights for each label."""

_STRENGTH = 20.0
"""Inverse of the penalty; features have length 1, so weights must be large to decide anything."""
_FOLDS = 5
_ROUNDS = 400
_ROWS_AT_ONCE = 8192


class TooFewLabels(UserError):
    """Nothing can be told apart yet."""

    def __init__(self, labels: int) -> None:
        self.labels = labels
        super().__init__(
            "Label some images of at least two kinds first: suggestions are learned from them"
            f" ({labels} {'kind has' if labels == 1 else 'kinds have'} a label now)."
        )


class NothingToSuggest(UserError):
    """All pictures have a label."""

    def __init__(self) -> None:
        super().__init__("Every image that is not rejected has a label already, so there is nothing to suggest.")


def suggest_labels(
    ids: Numbers, features: Matrix, labels: Numbers, seed: int = 0
) -> Generator[object, None, Suggestions]:
    """Yield `Progress`, and return suggestions for the rows whose label is 0, learned from the others.

    Args:
        features: (n, d) float32 of length 1. labels: (n,) numbers of labels, 0 for none.

    Raises:
        TooFewLabels, NothingToSuggest.
    """
    from sklearn.linear_model import LogisticRegression

    known, asked = np.flatnonzero(labels > 0), np.flatnonzero(labels == 0)
    kinds = np.unique(labels[known])
    if len(kinds) < 2:
        raise TooFewLabels(len(kinds))
    if not len(asked):
        raise NothingToSuggest
    known = np.sort(np.random.default_rng(seed).permutation(known)[:LEARNED_FROM_AT_MOST])
    yield Progress(0, 2, "steps")
    accuracy = _accuracy(features[known], labels[known], seed)
    yield Progress(1, 2, "steps")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of rounds: a head that has not quite settled suggests as well
        head = LogisticRegression(C=_STRENGTH, max_iter=_ROUNDS).fit(features[known], labels[known])
    chances = []
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
    )


def _accuracy(features: Matrix, labels: Numbers, seed: int) -> float | None:
    """Return the share that is right on rows of folds that were not learned from; None with too few of a label."""
    from sklearn.linear_model import LogisticRegression
    from sklearn.model_selection import StratifiedKFold, cross_val_score

    rarest = int(np.unique(labels, return_counts=True)[1].min())
    if rarest < _FOLDS:
        return None
    folds = StratifiedKFold(_FOLDS, shuffle=True, random_state=seed)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        head = LogisticRegression(C=_STRENGTH, max_iter=_ROUNDS)
        return float(cross_val_score(head, features, labels, cv=folds).mean())
