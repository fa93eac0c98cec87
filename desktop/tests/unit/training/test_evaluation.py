from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from sklearn.metrics import confusion_matrix, precision_recall_fscore_support

from winnow.domain.proportion import wilson
from winnow.training import Sample
from winnow.training.evaluation import Predictions, accuracy, confusion, per_class, rows_of


@pytest.mark.parametrize("share", [0.7, 0.9, 0.97])
@pytest.mark.parametrize("n", [60, 200])
def test_wilson_covers_what_it_says(share, n):
    random = np.random.default_rng(5)
    drawn = random.binomial(n, share, 4000)
    inside = [low <= share <= high for low, high in (wilson(int(right), n) for right in drawn)]
    assert 0.93 <= np.mean(inside) <= 0.97


def test_wilson_agrees_with_published_values_and_keeps_to_its_borders():
    assert wilson(81, 263) == pytest.approx((0.2553, 0.3662), abs=5e-4)  # Newcombe 1998, table I, method 3
    assert wilson(0, 20) == (0.0, pytest.approx(0.1611, abs=5e-4))
    assert wilson(10, 10)[1] == 1.0
    assert wilson(0, 0) == (0.0, 1.0)


def test_counts_and_shares_agree_with_scikit_learn():
    random = np.random.default_rng(1)
    true, said = random.integers(0, 4, 300), random.integers(0, 3, 300)
    counts = confusion(true, said, 4)
    assert np.array_equal(counts, confusion_matrix(true, said, labels=range(4)))
    precision, recall, f1, n = precision_recall_fscore_support(true, said, labels=range(4), zero_division=0)
    rows = per_class(counts, ["a", "b", "c", "never said"])
    for name, column in (("precision", precision), ("recall", recall), ("f1", f1), ("n", n)):
        assert [row[name] for row in rows] == pytest.approx(list(column))
    assert rows[3]["precision_interval"] == (0.0, 1.0)
    assert accuracy(counts)[0] == pytest.approx(np.mean(true == said))


def test_rows_name_the_picture_and_how_sure_the_network_was():
    samples = [Sample(Path("a"), None, 1, 70), Sample(Path("b"), None, 0, 71)]
    predictions = Predictions(np.array([[0.25, 0.75], [0.5, 0.5]], np.float32))
    assert rows_of(samples, predictions) == ((70, 1, 1, 0.75), (71, 0, 0, 0.5))
