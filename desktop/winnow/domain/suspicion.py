"""Labels that look wrong, found by what a network says that has not learned from them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from winnow.base.errors import ContractError


@dataclass(frozen=True, slots=True)
class Suspect:
    """One frame, by its row; *fits* is the probability of the label that it has, *suggested* the likeliest other."""

    row: int
    label: int
    suggested: int
    fits: float
    score: float
    """`fits` less the probability of `suggested`, −1 to 1: the lower, the more suspect."""
    is_suspected: bool
    """Not only low: it is among as many as the class counts say are wrong."""


def suspects(labels: npt.NDArray[np.int32], probabilities: npt.NDArray[np.float32]) -> tuple[Suspect, ...]:
    """Return every frame, the most suspect first.

    A frame counts as an example of the class whose probability is above that
    class's own threshold, the mean probability that frames of the label get
    for it; a network that is surer of one class than of another is so put
    right. What is counted so, label by class, says how many of each label are
    really of each other class; that many are suspected, those whose probability
    of the other class exceeds that of the label by most. A frame need not be
    above a threshold itself: a network that learned some wrong labels by heart
    is seldom that sure where it is right.
    Source: Northcutt, Jiang & Chuang 2021, Confident Learning, Journal of
    Artificial Intelligence Research 70, 1373-1411: the confident joint, pruning
    by noise rate, and the order by normalised margin.

    Args:
        labels: (n,) class indices as they stand.
        probabilities: (n, classes), each row by a network that did not learn from it.

    Raises:
        ContractError: the two are not of one length, or a label has no column.
    """
    count = len(labels)
    if probabilities.ndim != 2 or len(probabilities) != count or (count and labels.max() >= probabilities.shape[1]):
        raise ContractError(f"{count} labels do not fit probabilities of shape {probabilities.shape}")
    if not count:
        return ()
    said = probabilities.astype(np.float64)
    at = np.arange(count)
    others = said.copy()
    others[at, labels] = -1.0
    suggested = others.argmax(1)
    fits = said[at, labels]
    scores = fits - said[at, suggested]
    suspected = _pruned(labels, said, _joint(labels, said))
    return tuple(
        Suspect(
            int(row), int(labels[row]), int(suggested[row]), float(fits[row]), float(scores[row]), bool(suspected[row])
        )
        for row in np.argsort(scores, kind="stable")
    )


def _joint(labels: npt.NDArray[np.int32], said: npt.NDArray[np.float64]) -> npt.NDArray[np.int64]:
    """Return (classes, classes): how many frames of each label, by row, are of each class, estimated.

    Each row adds up to the label's frames but for rounding, or to nothing where no frame of the label is sure.
    """
    classes = said.shape[1]
    above = np.where(said >= _thresholds(labels, said), said, -1.0)
    sure = above.max(1) >= 0
    counts = np.zeros((classes, classes))
    np.add.at(counts, (labels[sure], above.argmax(1)[sure]), 1)
    sizes = np.bincount(labels, minlength=classes)
    found: npt.NDArray[np.int64] = np.rint(counts * (sizes / np.maximum(counts.sum(1), 1))[:, None]).astype(np.int64)
    return found


def _pruned(
    labels: npt.NDArray[np.int32], said: npt.NDArray[np.float64], joint: npt.NDArray[np.int64]
) -> npt.NDArray[np.bool_]:
    """Return (n,): whether a frame is among as many as *joint* says are wrong, those of the widest margins."""
    found = np.zeros(len(labels), np.bool_)
    for label, other in np.argwhere(joint):
        if label == other:
            continue
        rows = np.flatnonzero(labels == label)
        margins = said[rows, label] - said[rows, other]
        widest = np.argsort(margins, kind="stable")[: joint[label, other]]
        found[rows[widest[margins[widest] < 0]]] = True
    return found


def _thresholds(labels: npt.NDArray[np.int32], said: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Return (classes,) mean probabilities of each class over frames with its label; 2 where there are none."""
    found = np.full(said.shape[1], 2.0)
    for label in range(said.shape[1]):
        of = said[labels == label, label]
        if len(of):
            found[label] = of.mean()
    return found
