"""Figures of a test: they agree with scikit-learn, and the intervals cover what they say."""

from __future__ import annotations

import numpy as np
import pytest
from sklearn.metrics import balanced_accuracy_score, f1_score, log_loss, roc_auc_score

from winnow.domain.proportion import f1_interval, wilson
from winnow.training.calibration import fitted_temperature, reliability, scaled
from winnow.training.judging import Grouping, judged, level, voted

_LABELS = ("cat", "dog", "owl")


def _softmax(logits: np.ndarray) -> np.ndarray:
    powers = np.exp(logits - logits.max(1, keepdims=True))
    return (powers / powers.sum(1, keepdims=True)).astype(np.float32)


def _said(count: int, seed: int = 0, sharpness: float = 2.0) -> tuple[np.ndarray, np.ndarray]:
    random = np.random.default_rng(seed)
    truth = random.integers(0, 3, count)
    logits = random.normal(0, 1, (count, 3)) + sharpness * np.eye(3)[truth]
    return truth, _softmax(logits)


def test_the_figures_are_those_of_scikit_learn() -> None:
    truth, said = _said(400)
    exact = said.astype(np.float64)
    found = level(_LABELS, truth, said, None)
    assert found.balanced_accuracy == pytest.approx(balanced_accuracy_score(truth, said.argmax(1)))
    assert [one.f1 for one in found.classes] == pytest.approx(f1_score(truth, said.argmax(1), average=None).tolist())
    assert found.reliability.log_loss == pytest.approx(log_loss(truth, exact / exact.sum(1, keepdims=True)), abs=1e-5)
    for at, curve in enumerate(found.curves):
        assert curve.roc_area == pytest.approx(roc_auc_score(truth == at, said[:, at]))
        assert curve.roc[0] == (0.0, 0.0)
        assert curve.roc[-1] == (1.0, 1.0)
        assert len(curve.roc) <= 200


def test_a_class_that_is_not_there_has_no_curve_and_does_not_drag_the_mean() -> None:
    truth = np.array([0, 0, 1, 1])
    said = np.array([[0.9, 0.1, 0], [0.8, 0.2, 0], [0.1, 0.9, 0], [0.6, 0.4, 0]], np.float32)
    found = level(_LABELS, truth, said, None)
    assert found.balanced_accuracy == 0.75
    assert found.curves[2].roc_area is None
    assert found.classes[2].recall_interval == (0.0, 1.0)


@pytest.mark.parametrize("count", [40, 126, 500])
def test_wilson_covers_what_it_says(count: int) -> None:
    """Exactly: over every possible count, weighted by how likely it is. Of one share it goes up and down a little."""
    covered = [_coverage(count, share) for share in np.linspace(0.5, 0.98, 97)]
    assert 0.94 <= np.mean(covered) <= 0.96
    assert np.mean([0.93 <= one <= 0.97 for one in covered]) > 0.9
    assert min(covered) > 0.92


def _coverage(count: int, share: float) -> float:
    right = np.arange(count + 1)
    logs = np.concatenate([[0.0], np.cumsum(np.log(np.arange(1, count + 1)))])
    likely = np.exp(
        logs[count] - logs[right] - logs[count - right] + right * np.log(share) + (count - right) * np.log(1 - share)
    )
    return sum(p for n, p in zip(right.tolist(), likely.tolist(), strict=True) if _inside(share, wilson(n, count)))


def test_intervals_of_a_simulated_test_cover_their_true_values() -> None:
    random = np.random.default_rng(5)
    table = np.array([[0.47, 0.03], [0.05, 0.45]])
    true = {"recall": 0.94, "precision": 0.47 / 0.52, "f1": 2 * 0.47 / (2 * 0.47 + 0.05 + 0.03)}
    inside = dict.fromkeys(true, 0)
    tries = 4000
    for counts in random.multinomial(126, table.ravel(), tries):
        right, missed, wrongly, _rest = counts.tolist()
        inside["recall"] += _inside(true["recall"], wilson(right, right + missed))
        inside["precision"] += _inside(true["precision"], wilson(right, right + wrongly))
        inside["f1"] += _inside(true["f1"], f1_interval(right, wrongly, missed))
    assert all(0.93 <= count / tries <= 0.97 for count in inside.values()), inside


def _inside(value: float, interval: tuple[float, float]) -> bool:
    return interval[0] <= value <= interval[1]


def test_frames_vote_for_their_picture_and_divided_pictures_are_left_out() -> None:
    images = np.array([1, 1, 1, 2, 3, 3])
    truth = np.array([0, 0, 0, 1, 0, 1])
    said = np.array([[0.9, 0.1], [0.9, 0.1], [0.2, 0.8], [0.3, 0.7], [0.9, 0.1], [0.9, 0.1]], np.float32)
    votes = voted(truth, said, images)
    assert votes.images.tolist() == [1, 2]
    assert votes.divided == 1
    found = judged(("cat", "dog"), truth, said, images)
    assert (found.frames.right, found.frames.n) == (4, 6)
    assert (found.pictures.right, found.pictures.n) == (2, 2)


def test_a_network_that_is_too_sure_is_cooled_down_and_keeps_its_answers() -> None:
    truth, honest = _said(4000, seed=1)
    sure = scaled(honest, 1 / 3)
    found = fitted_temperature(truth, sure)
    assert not found.is_vague
    # What is honest by its making has a temperature near 2: the noise under it is of size 1, the signal 2.
    expected = 3 * fitted_temperature(truth, honest).value
    assert found.value == pytest.approx(expected, rel=0.02)
    mended = scaled(sure, found.value)
    assert reliability(truth, mended).error < reliability(truth, sure).error
    assert (mended.argmax(1) == sure.argmax(1)).all()


def test_a_part_without_mistakes_says_little_about_the_temperature() -> None:
    said = np.array([[0.8, 0.2], [0.2, 0.8]] * 10, np.float32)
    assert fitted_temperature(np.array([0, 1] * 10), said).is_vague


def test_reliability_counts_every_sample_once() -> None:
    truth, said = _said(300)
    found = reliability(truth, said)
    assert sum(one.n for one in found.bins) == 300
    assert found.bins[0].low == pytest.approx(1 / 3)
    assert found.error == pytest.approx(sum(one.n * abs(one.confidence - one.accuracy) for one in found.bins) / 300)


def test_where_it_fails_is_named_worst_first() -> None:
    truth = np.array([0, 0, 1, 1])
    said = np.array([[0.9, 0.1], [0.9, 0.1], [0.9, 0.1], [0.1, 0.9]], np.float32)
    found = judged(("cat", "dog"), truth, said, np.arange(4), None, [Grouping("source", ("a", "a", "b", "b"))])
    (breakdown,) = found.breakdowns
    assert [(one.name, one.right, one.n) for one in breakdown.groups] == [("b", 1, 2), ("a", 2, 2)]
