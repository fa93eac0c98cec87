from __future__ import annotations

import numpy as np
import pytest
from unit.clustering.clouds import clouds, ended

from winnow.clustering.suggesting import TooFewLabels, suggest_labels

FEATURES, CLOUD = clouds((80, 80, 40), spread=0.12)
IDS = np.arange(500, 500 + len(FEATURES), dtype=np.int64)


def test_a_few_labels_suggest_the_others():
    labels = np.zeros(len(CLOUD), np.int64)
    labels[:40] = CLOUD[:40] + 7
    _seen, found = ended(suggest_labels(IDS, FEATURES, labels))
    assert found.ids.tolist() == IDS[40:].tolist()
    assert np.mean(found.labels == CLOUD[40:] + 7) > 0.98
    assert found.learned_from == 40
    assert ((found.confidence > 1 / 3) & (found.confidence <= 1)).all()
    surest, least = found.by_confidence(), found.by_doubt()
    assert found.confidence[surest[0]] == found.confidence.max()
    assert found.margin[least[0]] == found.margin.min()


def test_wrong_labels_are_doubted_and_the_others_are_not():
    labels = CLOUD + 1
    wrong = np.array([3, 50, 90, 121])
    labels[wrong] = (CLOUD[wrong] + 1) % 3 + 1
    _seen, found = ended(suggest_labels(IDS, FEATURES, labels))
    assert len(found) == 0
    assert found.doubted is not None
    assert set(found.doubted.ids.tolist()) == set(IDS[wrong].tolist())
    assert (found.doubted.labels == CLOUD[found.doubted.ids - 500] + 1).all()
    assert found.accuracy == pytest.approx(1 - 4 / 200, abs=0.02)


def test_one_kind_teaches_nothing_and_too_few_cannot_be_checked():
    labels = np.zeros(len(CLOUD), np.int64)
    labels[CLOUD == 0] = 1
    with pytest.raises(TooFewLabels, match="1 kind has"):
        ended(suggest_labels(IDS, FEATURES, labels))
    labels[np.flatnonzero(CLOUD == 1)[:3]] = 2
    _seen, found = ended(suggest_labels(IDS, FEATURES, labels))
    assert found.accuracy is None
    assert len(found) == 200 - 80 - 3
