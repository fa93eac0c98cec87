from __future__ import annotations

import numpy as np
import pytest
from sklearn.decomposition import PCA
from sklearn.utils._openmp_helpers import _openmp_effective_n_threads
from unit.clustering.clouds import clouds, ended

from winnow.base.machine import THREADS
from winnow.base.outcomes import Progress
from winnow.clustering import projecting
from winnow.clustering.projecting import MethodNotInstalled, TooFewToMap, framed, is_installed, pca, project
from winnow.domain.projection import ProjectionMethod

FEATURES, CLOUD = clouds((70, 60, 50))


def test_pca_is_that_of_scikit_learn():
    ours, theirs = pca(FEATURES), framed(PCA(2).fit_transform(FEATURES))
    for axis in range(2):
        assert abs(np.corrcoef(ours[:, axis], theirs[:, axis])[0, 1]) > 0.9999
    assert np.array_equal(ours, pca(FEATURES))
    assert ours.dtype == np.float32
    assert np.abs(ours).max() == pytest.approx(1, abs=1e-5)


@pytest.mark.parametrize("rows", [0, 1, 2])
def test_pca_of_next_to_nothing(rows):
    assert pca(FEATURES[:rows]).shape == (rows, 2)


def test_t_sne_parts_the_clouds_says_how_far_it_is_and_gives_the_same_map():
    seen, points = ended(project(FEATURES, ProjectionMethod.TSNE, 0))
    rounds = [one.done for one in seen if isinstance(one, Progress)]
    assert rounds == sorted(rounds)
    assert rounds[-1] == 1000
    middles = np.stack([points[number == CLOUD].mean(0) for number in range(3)])
    nearest = np.linalg.norm(points[:, None] - middles[None], axis=2).argmin(1)
    assert np.mean(nearest == CLOUD) == 1
    assert np.array_equal(points, ended(project(FEATURES, ProjectionMethod.TSNE, 0))[1])


def test_the_thread_that_lays_out_takes_no_more_cores_than_it_may(monkeypatch):
    taken = []

    def counted(_features, start, _seed):
        taken.append(_openmp_effective_n_threads())
        return start

    monkeypatch.setenv(THREADS, "1")
    monkeypatch.setattr(projecting, "_tsne", counted)
    ended(project(FEATURES, ProjectionMethod.TSNE, 0))
    assert taken == [1]


def test_what_cannot_be_laid_out_is_said_in_words():
    with pytest.raises(TooFewToMap, match="at least 5"):
        ended(project(FEATURES[:4], ProjectionMethod.TSNE, 0))
    if not is_installed(ProjectionMethod.UMAP):
        with pytest.raises(MethodNotInstalled, match="umap"):
            ended(project(FEATURES, ProjectionMethod.UMAP, 0))
