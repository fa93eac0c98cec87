from __future__ import annotations

import numpy as np
import pytest
from unit.clustering.clouds import clouds, ended

from winnow.base.outcomes import Progress
from winnow.clustering.choosing import choose_k, elbow_of, suggest
from winnow.clustering.making import TooFewImages
from winnow.domain.k_choice import KScores


def test_the_number_of_clouds_is_suggested_in_one_sentence():
    features, _cloud = clouds((40, 40, 40, 40))
    seen, choice = ended(choose_k(features, "embedding", range(2, 8), 3, 0))
    assert choice.suggested == 4
    assert choice.elbow == 4
    assert [one.k for one in choice.scores] == [2, 3, 4, 5, 6, 7]
    assert [one.k for one in seen if isinstance(one, KScores)] == [2, 3, 4, 5, 6, 7]
    assert seen[-2] == Progress(18, 18, "clusterings")
    assert choice.of_suggested.stability > 0.95
    assert choice.sentence.startswith("4 clusters: silhouette, Davies–Bouldin")
    assert choice.sentence.count(".") <= 3
    inertias = [one.inertia for one in choice.scores]
    assert inertias == sorted(inertias, reverse=True)


def test_no_more_clusters_than_pictures():
    features, _cloud = clouds((3, 3))
    _seen, choice = ended(choose_k(features, "embedding", range(2, 30), 2, 0))
    assert [one.k for one in choice.scores] == [2, 3, 4, 5]
    with pytest.raises(TooFewImages):
        ended(choose_k(features[:2], "embedding", range(2, 5), 2, 0))


def test_the_elbow_lies_farthest_below_the_line():
    assert elbow_of([2, 3, 4, 5, 6], [100, 60, 20, 15, 10]) == 4
    assert elbow_of([2, 3], [5, 4]) == 2


def scores(k, silhouette, stability):
    return KScores(k, 100.0 / k, silhouette, 2.0 - silhouette, 10 * silhouette, stability, stability, stability)


def test_restarts_that_differ_are_not_called_agreement():
    choice = suggest([scores(2, 0.1, 0.3), scores(3, 0.4, 0.5), scores(4, 0.2, 0.2)], 10, 50, "embedding")
    assert choice.suggested == 3
    assert "agree" not in choice.sentence
    assert "10 restarts differ (0.50)" in choice.sentence
    assert np.isclose(choice.of_suggested.silhouette, 0.4)
