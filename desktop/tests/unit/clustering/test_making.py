"""Every method finds what is there, says so in numbers that are scikit-learn's, and the same every time."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from sklearn.metrics import adjusted_rand_score, calinski_harabasz_score, davies_bouldin_score, silhouette_score
from unit.clustering.clouds import clouds, ended

from winnow.base.outcomes import Note
from winnow.clustering.making import NoClusterFound, TooFewImages, Wanted, make_clustering
from winnow.domain import method as methods
from winnow.domain.cluster import NOISE
from winnow.domain.method import METHODS, SettingUnusable

FEATURES, CLOUD = clouds()
IDS = np.arange(100, 100 + len(FEATURES), dtype=np.int64)

FOR_CLOUDS = {"MeanShift": {"quantile": 0.2}}
"""What the default, which suits photographs, would part further."""


def made(name, features=FEATURES, ids=IDS, **settings):
    return ended(make_clustering(ids, features, "embedding", Wanted(name, 3, 0, settings)))


@pytest.mark.parametrize("name", METHODS)
def test_every_method_tells_three_clouds_apart(name):
    _, found = made(name, **FOR_CLOUDS.get(name, {}))
    inside = found.clusters != NOISE
    assert inside.mean() > (0.7 if name == "OPTICS" else 0.9)  # which leaves a cloud's rim out
    assert found.k == 3
    assert adjusted_rand_score(CLOUD[inside], found.clusters[inside]) > 0.98
    assert [found.count(number) for number in range(3)] == sorted(
        (found.count(number) for number in range(3)), reverse=True
    )
    assert found.scores["silhouette"] > 0.5
    assert set(found.tightness) == {0, 1, 2}
    assert np.isfinite(found.distances).all()
    assert found.settings.keys() == {one.name for one in METHODS[name].parameters}


@pytest.mark.parametrize("name", ["KMeans", "MiniBatchKMeans", "GaussianMixture", "SpectralClustering"])
def test_a_seed_gives_the_same_clusters_every_time(name):
    features = np.random.default_rng(1).standard_normal((200, 8)).astype(np.float32)
    first, second = (made(name, features, np.arange(200))[1] for _ in range(2))
    assert np.array_equal(first.clusters, second.clusters)
    assert first.scores == second.scores


def test_scores_are_those_of_scikit_learn():
    features = np.random.default_rng(2).standard_normal((300, 6)).astype(np.float32)
    _, found = made("KMeans", features, np.arange(300))
    assert found.scores["davies_bouldin"] == pytest.approx(davies_bouldin_score(features, found.clusters), rel=1e-3)
    assert found.scores["calinski_harabasz"] == pytest.approx(
        calinski_harabasz_score(features, found.clusters), rel=1e-3
    )
    assert found.scores["silhouette"] == pytest.approx(silhouette_score(features, found.clusters), abs=1e-4)


def test_members_come_the_most_typical_first():
    _, found = made("KMeans")
    members = found.members(0)
    row_of = {int(image): row for row, image in enumerate(IDS)}
    distances = [found.distances[row_of[int(image)]] for image in members]
    assert distances == sorted(distances)


def test_strays_are_in_no_cluster_and_scores_leave_them_out():
    strays = np.random.default_rng(3).uniform(-3, 3, (10, FEATURES.shape[1])).astype(np.float32)
    features = np.vstack([FEATURES, strays])
    _, found = made("HDBSCAN", features, np.arange(len(features)), pca=0)
    assert (found.clusters[-10:] == NOISE).all()
    inside = found.clusters != NOISE
    assert found.scores["calinski_harabasz"] == pytest.approx(
        calinski_harabasz_score(features[inside], found.clusters[inside]), rel=1e-3
    )


def test_above_its_limit_a_method_clusters_a_sample_and_the_rest_joins(monkeypatch):
    monkeypatch.setitem(methods.METHODS, "SpectralClustering", replace(METHODS["SpectralClustering"], whole_up_to=60))
    seen, found = made("SpectralClustering")
    assert found.sampled == 60
    assert adjusted_rand_score(CLOUD, found.clusters) > 0.98
    assert any(isinstance(one, Note) and "the other 90" in one.text for one in seen)


@pytest.mark.parametrize("k", [1, 150, 400])
def test_too_few_images_are_refused_in_words(k):
    with pytest.raises(TooFewImages, match="cannot make"):
        ended(make_clustering(IDS, FEATURES, "embedding", Wanted("KMeans", k)))


def test_nothing_dense_is_said_in_words():
    features = np.random.default_rng(4).uniform(-1, 1, (40, 16)).astype(np.float32)
    with pytest.raises(NoClusterFound, match="min_cluster_size"):
        made("DBSCAN", features, np.arange(40), eps=0.01, pca=0)


def test_settings_that_do_not_go_together_are_refused():
    with pytest.raises(SettingUnusable, match="euclidean"):
        made("AgglomerativeClustering", metric="cosine")
    _, found = made("AgglomerativeClustering", metric="cosine", linkage="average")
    assert adjusted_rand_score(CLOUD, found.clusters) > 0.98
