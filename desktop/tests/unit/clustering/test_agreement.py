from __future__ import annotations

import numpy as np
import pytest
from sklearn.metrics import adjusted_rand_score, normalized_mutual_info_score, silhouette_samples

from winnow.clustering.agreement import agreement, contingency, mutual_information, pure, rand_index
from winnow.clustering.silhouettes import silhouettes


@pytest.mark.parametrize("seed", range(5))
def test_indices_are_those_of_scikit_learn(seed):
    random = np.random.default_rng(seed)
    one = random.integers(0, 5, 300)
    other = np.where(random.random(300) < 0.6, one, random.integers(-1, 7, 300))
    counts, rows, columns = contingency(one, other)
    assert counts.sum() == 300
    assert counts[rows.tolist().index(3), columns.tolist().index(-1)] == np.sum((one == 3) & (other == -1))
    assert rand_index(counts) == pytest.approx(adjusted_rand_score(one, other))
    assert mutual_information(counts) == pytest.approx(normalized_mutual_info_score(one, other))


def test_the_same_grouping_by_other_numbers_agrees_wholly():
    one = np.array([0, 0, 1, 1, 2])
    counts, _rows, _columns = contingency(one, 7 - one)
    assert rand_index(counts) == pytest.approx(1)
    assert mutual_information(counts) == pytest.approx(1)
    assert rand_index(contingency(np.zeros(4, int), np.zeros(4, int))[0]) == 1


def test_against_labels_the_best_matching_counts():
    clusters = np.array([0, 0, 0, 1, 1, 2], np.int32)
    labels = np.array([8, 8, 9, 9, 9, 8])
    found = agreement(clusters, labels)
    assert found["purity"] == pytest.approx(5 / 6)
    assert found["accuracy"] == pytest.approx(4 / 6)  # two clusters have a label, the third is left over
    assert pure(contingency(clusters, labels)[0]) == 5


@pytest.mark.parametrize("seed", range(3))
def test_silhouettes_are_those_of_scikit_learn(seed):
    random = np.random.default_rng(seed)
    features = random.standard_normal((1203, 20)).astype(np.float32)
    clusters = random.integers(0, 4, 1203).astype(np.int32) * 2
    clusters[0] = 99  # alone
    assert np.allclose(silhouettes(features, clusters), silhouette_samples(features, clusters), atol=1e-4)


def test_one_cluster_has_no_silhouette():
    assert not silhouettes(np.eye(3, dtype=np.float32), np.zeros(3, np.int32)).any()
