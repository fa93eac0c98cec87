"""Suspected labels, and what two answers to the same questions differ by."""

from __future__ import annotations

import numpy as np
import pytest

from winnow.base.errors import ContractError
from winnow.domain.pairing import PairedChange, paired
from winnow.domain.suspicion import suspects


def test_flipped_labels_lead_the_list() -> None:
    random = np.random.default_rng(0)
    truth = random.integers(0, 4, 2000).astype(np.int32)
    logits = random.normal(0, 1, (2000, 4)) + 3 * np.eye(4)[truth]
    said = (np.exp(logits) / np.exp(logits).sum(1, keepdims=True)).astype(np.float32)
    labels = truth.copy()
    flipped = random.choice(2000, 100, replace=False)
    labels[flipped] = (labels[flipped] + random.integers(1, 4, 100)) % 4
    found = suspects(labels, said)
    first = {one.row for one in found[:200]}
    assert len(first & set(flipped.tolist())) >= 80
    of_flipped = [one for one in found if one.row in set(flipped.tolist())]
    assert sum(one.is_suspected for one in of_flipped) >= 60
    right = [one.suggested == truth[one.row] for one in of_flipped if one.is_suspected]
    assert sum(right) >= 0.9 * len(right)


def test_a_flipped_label_is_suspected_also_where_the_network_is_right_without_being_sure() -> None:
    """As on photographs with one label in twenty wrong: most are said for certain, a third of the flips are not."""
    labels = np.array([0] * 100 + [1] * 100, np.int32)
    said = np.array([[0.99, 0.01]] * 100 + [[0.01, 0.99]] * 100, np.float32)
    said[:6] = [[0.02, 0.98]] * 4 + [[0.25, 0.75]] * 2  # labelled 0, really 1
    said[100:106] = [[0.98, 0.02]] * 4 + [[0.7, 0.3]] * 2
    said[10:30], said[110:130] = [0.8, 0.2], [0.2, 0.8]  # right, and no surer than of those two
    said[30:32] = said[130:132] = [[0.55, 0.45], [0.45, 0.55]]  # hardly told at all, labelled well
    found = {one.row for one in suspects(labels, said) if one.is_suspected}
    assert found >= {0, 1, 2, 3, 100, 101, 102, 103}
    assert found & {4, 5}
    assert found & {104, 105}
    assert len(found) <= 12


def test_a_class_that_the_network_is_less_sure_of_is_not_suspected_for_that() -> None:
    labels = np.array([0] * 5 + [1] * 5, np.int32)
    said = np.array([[0.95, 0.05]] * 5 + [[0.45, 0.55]] * 4 + [[0.52, 0.48]], np.float32)
    assert not any(one.is_suspected for one in suspects(labels, said))


def test_nothing_and_nonsense() -> None:
    assert suspects(np.zeros(0, np.int32), np.zeros((0, 2), np.float32)) == ()
    with pytest.raises(ContractError):
        suspects(np.array([2], np.int32), np.zeros((1, 2), np.float32))


def test_pairs_are_counted_and_tested_exactly() -> None:
    first = np.array([True] * 90 + [False] * 10)
    second = np.array([True] * 88 + [False] * 2 + [True] * 9 + [False])
    change = paired(first, second)
    assert change == PairedChange(100, 88, 2, 9)
    assert change.difference == pytest.approx(0.07)
    # By hand: 2 * (1 + 11 + 55) / 2 ** 11.
    assert change.p_value == pytest.approx(2 * 67 / 2048)
    low, high = change.interval
    assert low < 0.07 < high


def test_no_difference_is_no_evidence() -> None:
    assert PairedChange(50, 50, 0, 0).p_value == 1
    low, high = PairedChange(50, 50, 0, 0).interval
    assert low < 0 < high
    assert PairedChange(9000, 100, 2000, 2000).p_value == 1


@pytest.mark.parametrize("rates", [(0.9, 0.02, 0.06), (0.8, 0.09, 0.09), (0.7, 0.02, 0.08)])
def test_the_interval_of_a_change_covers_it(rates: tuple[float, float, float]) -> None:
    random = np.random.default_rng(1)
    both, lost, won = rates
    inside, tries = 0, 2000
    for counts in random.multinomial(200, [both, lost, won, 1 - both - lost - won], tries):
        change = PairedChange(200, *(int(count) for count in counts[:3]))
        low, high = change.interval
        inside += low <= won - lost <= high
    assert 0.93 <= inside / tries <= 0.98
