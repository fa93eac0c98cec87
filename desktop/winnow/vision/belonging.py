"""How well pictures belong with the others, by their neighbours in the embedding."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from winnow.vision.neighbours import EXACT_UP_TO, Features, nearest

NO_LABEL = -1

_OF_LABEL = 3
_OF_ALL = 5
_SHARE_OF_ALL = 0.15
_FENCE = 1.5
_FEWEST = 10
"""Quartiles of fewer say nothing."""

Labels = npt.NDArray[np.int64]


def belonging(vectors: Features, labels: Labels) -> npt.NDArray[np.float32]:
    """Score each picture, (n,) from 0 to 1; below 0.5 lies outside Tukey's lower fence of those it is compared with.

    A labelled picture is compared with its 3 nearest of the same label, an
    unlabelled one with the 3 nearest of the label that it is nearest to: what
    is of no class at all is far from each. While there are not two labels, each
    is compared with the nearest sixth or so of all (of 20,000 drawn by lot where
    there are more), for a pile of odd pictures keeps itself company. A label counts from 10 pictures on. NaN: there are
    too few to compare with.

    Args:
        vectors: (n, dim) float32 of length 1.
        labels: (n,) label numbers, `NO_LABEL` for none.
    """
    numbers, counts = np.unique(labels, return_counts=True)
    known = numbers[(numbers != NO_LABEL) & (counts >= _FEWEST)]
    scores = np.full(len(vectors), np.nan, np.float32)
    if len(vectors) < _FEWEST:
        return scores
    if len(known) < 2:
        some = _some(vectors)
        most = max(_OF_ALL, round(_SHARE_OF_ALL * len(vectors if some is None else some)))
        means = _means(vectors, most, some)
        return _placed(means, means)
    unlabelled = np.flatnonzero(~np.isin(labels, known))
    nearest_label = np.full(len(unlabelled), np.nan, np.float32)
    for label in known:
        own = np.flatnonzero(labels == label)
        means = _means(vectors[own], _OF_LABEL)
        scores[own] = _placed(means, means)
        if len(unlabelled):
            placed = _placed(_means(vectors[unlabelled], _OF_LABEL, vectors[own]), means)
            nearest_label = np.fmax(nearest_label, placed)
    scores[unlabelled] = nearest_label
    return scores


def _some(vectors: Features) -> Features | None:
    """Return a random sample to compare all with where comparing all with all would take hours, else None."""
    if len(vectors) <= EXACT_UP_TO:
        return None
    return vectors[np.random.default_rng(0).choice(len(vectors), EXACT_UP_TO, replace=False)]


def _means(vectors: Features, most: int, others: Features | None = None) -> Features:
    """Return the mean cosine of each row with its nearest, (n,)."""
    found = np.full(len(vectors), np.nan, np.float32)
    for block in nearest(vectors, most, others):
        found[block.of] = block.cosines.mean(1)
    return found


def _placed(means: Features, among: Features) -> Features:
    """Return *means* on a scale where the lower fence of *among* is 0.5 and their median 1."""
    sound = among[~np.isnan(among)]
    if not len(sound):
        return np.full(len(means), np.nan, np.float32)
    low, middle, high = np.percentile(sound, [25, 50, 75])
    reach = middle - (low - _FENCE * (high - low))
    # All alike: whatever is less so is far out.
    share = (middle - means) / reach if reach > 0 else np.where(means < middle, 2.0, 0.0)
    return np.clip(1 - share / 2, 0, 1).astype(np.float32)
