"""K-Means with its scores."""

from __future__ import annotations

from collections.abc import Generator

import numpy as np
import numpy.typing as npt

from winnow.base.errors import UserError
from winnow.base.outcomes import Progress
from winnow.domain.cluster import Clustering

SCORED_AT_MOST = 5000
"""Silhouettes are quadratic in time, so beyond this many they are those of a sample."""

_RESTARTS = 10


class TooFewImages(UserError):
    """There are fewer pictures than clusters asked for."""

    def __init__(self, images: int, k: int) -> None:
        self.images, self.k = images, k
        super().__init__(f"{images} images cannot make {k} clusters. Choose 2 to {max(2, images - 1)}, or import more.")


def cluster_by_kmeans(
    ids: npt.NDArray[np.int64], features: npt.NDArray[np.float32], features_name: str, k: int, seed: int
) -> Generator[object, None, None]:
    """Yield `Progress`, at last the `Clustering` of *features*, (n, d) float32; clusters by size, largest first.

    Raises:
        TooFewImages: n is not above k, or k below 2.
    """
    from sklearn.cluster import KMeans
    from sklearn.metrics import calinski_harabasz_score, davies_bouldin_score, silhouette_samples

    if not 2 <= k < len(ids):
        raise TooFewImages(len(ids), k)
    best = None
    for restart in range(_RESTARTS):
        one = KMeans(n_clusters=k, n_init=1, random_state=seed * 1000 + restart).fit(features)
        if best is None or one.inertia_ < best.inertia_:
            best = one
        yield Progress(restart + 1, _RESTARTS, "restarts")
    if best is None:
        raise TooFewImages(len(ids), k)
    order = np.argsort(-np.bincount(best.labels_, minlength=k), kind="stable")
    rank = np.empty(k, np.int32)
    rank[order] = np.arange(k, dtype=np.int32)
    clusters = rank[best.labels_]
    distances = np.linalg.norm(features - best.cluster_centers_[best.labels_], axis=1).astype(np.float32)
    sample = np.random.default_rng(seed).permutation(len(ids))[:SCORED_AT_MOST]
    silhouettes = silhouette_samples(features[sample], clusters[sample])
    yield Clustering(
        method="KMeans",
        features=features_name,
        k=k,
        seed=seed,
        ids=ids,
        clusters=clusters,
        distances=distances,
        scores={
            "inertia": float(best.inertia_),
            "silhouette": float(silhouettes.mean()),
            "davies_bouldin": float(davies_bouldin_score(features, clusters)),
            "calinski_harabasz": float(calinski_harabasz_score(features, clusters)),
        },
        tightness={
            number: float(silhouettes[clusters[sample] == number].mean())
            for number in range(k)
            if np.any(clusters[sample] == number)
        },
    )
