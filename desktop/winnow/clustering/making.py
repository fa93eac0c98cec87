"""One clustering, whole: by any method, on a sample where it has to be, with its scores."""

from __future__ import annotations

import warnings
from collections.abc import Generator, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from winnow.base.counted import counted
from winnow.base.errors import UserError
from winnow.base.outcomes import Note, Progress
from winnow.clustering.methods import Asked, labels_by
from winnow.clustering.silhouettes import SCORED_AT_MOST, silhouettes
from winnow.domain.cluster import NOISE, Clustering
from winnow.domain.method import Method, Setting, SettingUnusable, method_called

Matrix = npt.NDArray[np.float32]
Ids = npt.NDArray[np.int64]
Clusters = npt.NDArray[np.int32]

_ROWS_AT_ONCE = 4096
_NEIGHBOURS = 5


class TooFewImages(UserError):
    """There are fewer pictures than clusters asked for."""

    def __init__(self, images: int, k: int) -> None:
        self.images, self.k = images, k
        super().__init__(
            f"{counted(images, 'image')} cannot make {counted(k, 'cluster')}. Choose 2 to {images - 1}, or import more."
            if images > 2
            else f"{counted(images, 'image')} cannot make {counted(k, 'cluster')}. Import more."
        )


class NoClusterFound(UserError):
    """A method that finds the number of clusters itself left all pictures out."""

    def __init__(self, method: str) -> None:
        self.method = method
        super().__init__(
            f"{method} found no dense region and left every image out. Let fewer images make a cluster"
            " (min_cluster_size, min_samples), look farther (eps), or take K-Means."
        )


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for: a method by scikit-learn's name, its settings (the others by default), k and a seed."""

    method: str = "KMeans"
    k: int = 8
    seed: int = 0
    settings: Mapping[str, Setting] | None = None


def make_clustering(
    ids: Ids, features: Matrix, features_name: str, wanted: Wanted
) -> Generator[object, None, Clustering]:
    """Yield `Progress` and `Note`, and return the clustering of *features*, (n, d) float32; largest cluster first.

    Raises:
        TooFewImages: n is not above k, or k below 2. NoClusterFound. MethodUnknown, SettingUnusable.
    """
    method = method_called(wanted.method)
    settings = method.settings(wanted.settings or {})
    _check(method, settings)
    if len(ids) < 3 or (method.takes_k and not 2 <= wanted.k < len(ids)):
        raise TooFewImages(len(ids), wanted.k if method.takes_k else 2)
    seen = reduced(features, int(settings["pca"]), wanted.seed)
    sample = _sample(len(ids), method, wanted)
    with warnings.catch_warnings():
        # scikit-learn's remarks on convergence are for programmers; a result that is poor shows in its scores.
        warnings.simplefilter("ignore")
        chosen = seen if sample is None else seen[sample]
        found = yield from labels_by(method.name, Asked(chosen, wanted.k, wanted.seed, settings))
        if not np.any(found >= 0):
            raise NoClusterFound(method.words)
        if sample is not None:
            found = yield from _assigned(seen, sample, found)
    clusters = by_size(found)
    yield Progress(0, 1, "scores")
    return scored(
        Clustering(
            method=method.name,
            features=features_name,
            k=int(clusters.max()) + 1,
            seed=wanted.seed,
            ids=ids,
            clusters=clusters,
            distances=np.empty(len(ids), np.float32),
            settings=settings,
            sampled=0 if sample is None else len(sample),
        ),
        features,
    )


def scored(clustering: Clustering, features: Matrix) -> Clustering:
    """Return *clustering* with the distances, scores and tightness that its clusters have in *features*."""
    clusters = clustering.clusters
    distances, inertia, between = _spread(features, clusters, clustering.k)
    inside = np.flatnonzero(clusters != NOISE)
    some = inside[np.random.default_rng(clustering.seed).permutation(len(inside))[:SCORED_AT_MOST]]
    one_each = silhouettes(features[some], clusters[some])
    present = np.unique(clusters[inside])
    scores = {"inertia": inertia}
    if 2 <= len(present) < len(inside):
        scores["silhouette"] = float(one_each.mean())
        scores["davies_bouldin"] = _davies_bouldin(features, clusters, distances, present)
        if inertia > 0:
            freedom = (len(inside) - len(present)) / (len(present) - 1)
            scores["calinski_harabasz"] = between / inertia * freedom
    tightness = {int(one): float(one_each[clusters[some] == one].mean()) for one in np.unique(clusters[some])}
    return Clustering(
        method=clustering.method,
        features=clustering.features,
        k=clustering.k,
        seed=clustering.seed,
        ids=clustering.ids,
        clusters=clusters,
        distances=distances,
        scores=scores,
        tightness=tightness,
        names=clustering.names,
        settings=clustering.settings,
        sampled=clustering.sampled,
        made_from=clustering.made_from,
    )


def by_size(found: npt.NDArray[np.int64]) -> Clusters:
    """Return *found* numbered from 0, the largest cluster first; below 0 becomes `NOISE`."""
    numbers, inverse, counts = np.unique(found, return_inverse=True, return_counts=True)
    order = np.lexsort((numbers, -counts, numbers < 0))
    rank = np.empty(len(numbers), np.int32)
    rank[order] = np.arange(len(numbers), dtype=np.int32)
    rank[numbers < 0] = NOISE
    return rank[inverse].astype(np.int32)


def reduced(features: Matrix, dims: int, seed: int) -> Matrix:
    """Return *features* on their first *dims* principal components; as they are for 0 or where that is no less."""
    dims = min(dims, len(features) - 1)
    if dims <= 0 or dims >= features.shape[1]:
        return features
    from sklearn.decomposition import PCA

    found: Matrix = PCA(dims, svd_solver="randomized", random_state=seed).fit_transform(features).astype(np.float32)
    return found


def centres_of(features: Matrix, clusters: Clusters, k: int) -> Matrix:
    """Return the mean of each cluster, (k, d) float32; zeros where one has no picture."""
    centres = np.zeros((k, features.shape[1]), np.float32)
    for number in range(k):
        members = np.flatnonzero(clusters == number)
        if len(members):
            centres[number] = features[members].mean(0)
    return centres


def _check(method: Method, settings: Mapping[str, Setting]) -> None:
    if settings.get("linkage") == "ward" and settings.get("metric") != "euclidean":
        raise SettingUnusable(method.name, "linkage ward", "it measures by the metric euclidean only")


def _sample(images: int, method: Method, wanted: Wanted) -> npt.NDArray[np.int64] | None:
    """Return the rows that are clustered themselves, None for all."""
    if not method.whole_up_to or images <= method.whole_up_to:
        return None
    rows = np.random.default_rng(wanted.seed).permutation(images)[: method.whole_up_to]
    return np.sort(rows)


def _assigned(
    features: Matrix, sample: npt.NDArray[np.int64], found: npt.NDArray[np.int64]
) -> Generator[object, None, npt.NDArray[np.int64]]:
    """Give the rows outside *sample* the commonest number among their nearest neighbours inside it."""
    from sklearn.neighbors import NearestNeighbors

    rest = np.setdiff1d(np.arange(len(features)), sample, assume_unique=True)
    yield Note(f"{len(sample)} images were clustered; the other {len(rest)} join their nearest neighbours among them.")
    every = np.empty(len(features), np.int64)
    every[sample] = found
    index = NearestNeighbors(n_neighbors=_NEIGHBOURS, algorithm="brute").fit(features[sample])
    for start in range(0, len(rest), _ROWS_AT_ONCE):
        rows = rest[start : start + _ROWS_AT_ONCE]
        near = found[index.kneighbors(features[rows], return_distance=False)]
        # The commonest; of equals that of the nearer one, for neighbours come nearest first.
        votes = (near[:, :, None] == near[:, None, :]).sum(2)
        every[rows] = near[np.arange(len(rows)), votes.argmax(1)]
        yield Progress(start + len(rows), len(rest), "images")
    return every


def _spread(features: Matrix, clusters: Clusters, k: int) -> tuple[npt.NDArray[np.float32], float, float]:
    """Return each row's distance to its centre (to the middle of all where it is in none), inertia and that between."""
    middle = features.mean(0)
    centres = np.vstack([centres_of(features, clusters, k), middle[None]])
    distances = np.empty(len(features), np.float32)
    for start in range(0, len(features), _ROWS_AT_ONCE):
        rows = slice(start, start + _ROWS_AT_ONCE)
        distances[rows] = np.linalg.norm(features[rows] - centres[clusters[rows]], axis=1)
    inertia = float(np.square(distances[clusters != NOISE], dtype=np.float64).sum())
    sizes = np.bincount(clusters[clusters != NOISE], minlength=k)
    # The middle of what is in a cluster, which is that of all only where nothing is left out.
    inner = (sizes[:, None] * centres[:k]).sum(0) / max(int(sizes.sum()), 1)
    apart = np.square(centres[:k] - inner, dtype=np.float64).sum(1)
    return distances, inertia, float((sizes * apart).sum())


def _davies_bouldin(
    features: Matrix, clusters: Clusters, distances: npt.NDArray[np.float32], present: Clusters
) -> float:
    """Return the mean likeness of each cluster to the one most like it; lower is better.

    Source: Davies and Bouldin 1979, IEEE PAMI 1, 224-227.
    """
    centres = centres_of(features, clusters, int(present.max()) + 1)[present].astype(np.float64)
    spread = np.array([distances[clusters == number].mean() for number in present], np.float64)
    squares = np.square(centres).sum(1)
    apart = np.sqrt(np.maximum(squares[:, None] + squares[None] - 2 * centres @ centres.T, 0))
    np.fill_diagonal(apart, np.inf)
    likeness = (spread[:, None] + spread[None]) / np.maximum(apart, 1e-12)
    return float(likeness.max(1).mean())
