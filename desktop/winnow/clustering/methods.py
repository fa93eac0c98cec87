"""The methods by name: features in, a cluster number for each row out. Imported in child processes only."""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from winnow.base.outcomes import Progress
from winnow.domain.method import Settings

Matrix = npt.NDArray[np.float32]
Found = npt.NDArray[np.int64]

_EPS_NEIGHBOURS_AT_MOST = 5000
_EPS_PERCENTILES = (10, 20, 30, 40, 50, 60, 70, 80)


@dataclass(frozen=True, slots=True)
class Asked:
    """One method's input: *features*, (n, d) float32, and what was chosen."""

    features: Matrix
    k: int
    seed: int
    settings: Settings


Fit = Callable[[Asked], Generator[object, None, Found]]


def labels_by(method: str, asked: Asked) -> Generator[object, None, Found]:
    """Yield `Progress` where there is some, and return a number for each row, below 0 where it was left out."""
    labels = yield from _FITS[method](asked)
    return np.asarray(labels, np.int64)


def _kmeans(asked: Asked) -> Generator[object, None, Found]:
    from sklearn.cluster import KMeans

    # One restart at a time, so that the person sees them; the same seeds give the same clusters.
    restarts = int(asked.settings["n_init"])
    best: Any = None
    for restart in range(restarts):
        one = KMeans(
            n_clusters=asked.k,
            n_init=1,
            init=asked.settings["init"],
            max_iter=int(asked.settings["max_iter"]),
            random_state=asked.seed * 1000 + restart,
        ).fit(asked.features)
        if best is None or one.inertia_ < best.inertia_:
            best = one
        yield Progress(restart + 1, restarts, "restarts")
    found: Found = best.labels_
    return found


def _mini_batch(asked: Asked) -> Generator[object, None, Found]:
    from sklearn.cluster import MiniBatchKMeans

    yield Progress(0, 1, "clusterings")
    found: Found = MiniBatchKMeans(
        n_clusters=asked.k,
        n_init=int(asked.settings["n_init"]),
        init=asked.settings["init"],
        batch_size=int(asked.settings["batch_size"]),
        max_iter=int(asked.settings["max_iter"]),
        random_state=asked.seed,
    ).fit_predict(asked.features)
    return found


def _bisecting(asked: Asked) -> Generator[object, None, Found]:
    from sklearn.cluster import BisectingKMeans

    yield Progress(0, 1, "clusterings")
    found: Found = BisectingKMeans(
        n_clusters=asked.k,
        n_init=int(asked.settings["n_init"]),
        bisecting_strategy=asked.settings["bisecting_strategy"],
        random_state=asked.seed,
    ).fit_predict(asked.features)
    return found


def _agglomerative(asked: Asked) -> Generator[object, None, Found]:
    from sklearn.cluster import AgglomerativeClustering

    yield Progress(0, 1, "clusterings")
    found: Found = AgglomerativeClustering(
        n_clusters=asked.k, linkage=asked.settings["linkage"], metric=asked.settings["metric"]
    ).fit_predict(asked.features)
    return found


def _mixture(asked: Asked) -> Generator[object, None, Found]:
    from sklearn.mixture import GaussianMixture

    yield Progress(0, 1, "clusterings")
    found: Found = GaussianMixture(
        n_components=asked.k,
        covariance_type=asked.settings["covariance_type"],
        n_init=int(asked.settings["n_init"]),
        max_iter=int(asked.settings["max_iter"]),
        reg_covar=float(asked.settings["reg_covar"]),
        random_state=asked.seed,
    ).fit_predict(asked.features.astype(np.float64))
    return found


def _birch(asked: Asked) -> Generator[object, None, Found]:
    from sklearn.cluster import Birch

    yield Progress(0, 1, "clusterings")
    found: Found = Birch(
        n_clusters=asked.k,
        threshold=float(asked.settings["threshold"]),
        branching_factor=int(asked.settings["branching_factor"]),
    ).fit_predict(asked.features)
    return found


def _spectral(asked: Asked) -> Generator[object, None, Found]:
    from sklearn.cluster import SpectralClustering

    yield Progress(0, 1, "clusterings")
    found: Found = SpectralClustering(
        n_clusters=asked.k,
        affinity=asked.settings["affinity"],
        n_neighbors=min(int(asked.settings["n_neighbors"]), len(asked.features) - 1),
        gamma=float(asked.settings["gamma"]),
        assign_labels="cluster_qr",
        random_state=asked.seed,
    ).fit_predict(asked.features)
    return found


def _hdbscan(asked: Asked) -> Generator[object, None, Found]:
    from sklearn.cluster import HDBSCAN

    yield Progress(0, 1, "clusterings")
    found: Found = HDBSCAN(
        min_cluster_size=int(asked.settings["min_cluster_size"]),
        min_samples=int(asked.settings["min_samples"]),
        cluster_selection_method=asked.settings["cluster_selection_method"],
        cluster_selection_epsilon=float(asked.settings["cluster_selection_epsilon"]),
        copy=True,
    ).fit_predict(asked.features)
    return found


def _dbscan(asked: Asked) -> Generator[object, None, Found]:
    from sklearn.cluster import DBSCAN

    yield Progress(0, 1, "clusterings")
    neighbours = int(asked.settings["min_samples"])
    eps = float(asked.settings["eps"])
    if not eps:
        eps, others = reaches(asked.features, neighbours, asked.seed)
        found: Found = DBSCAN(eps=eps, min_samples=neighbours).fit_predict(asked.features)
        if _worth(found) <= 1:
            # One cloud of changing density has no bend that parts it: take what parts it into most.
            tried = [DBSCAN(eps=one, min_samples=neighbours).fit_predict(asked.features) for one in others]
            found = max(tried, key=_worth)
        return found
    found = DBSCAN(eps=eps, min_samples=neighbours).fit_predict(asked.features)
    return found


def _worth(found: Found) -> float:
    """Return how many clusters there are, times the share of rows in one."""
    return float(found.max() + 1) * float(np.mean(found >= 0))


def _optics(asked: Asked) -> Generator[object, None, Found]:
    from sklearn.cluster import OPTICS

    yield Progress(0, 1, "clusterings")
    with np.errstate(divide="ignore", invalid="ignore"):  # its steepness of pictures that are equal
        found: Found = OPTICS(
            min_samples=int(asked.settings["min_samples"]),
            min_cluster_size=int(asked.settings["min_cluster_size"]),
            xi=float(asked.settings["xi"]),
        ).fit_predict(asked.features)
    return found


def _mean_shift(asked: Asked) -> Generator[object, None, Found]:
    from sklearn.cluster import MeanShift, estimate_bandwidth

    yield Progress(0, 1, "clusterings")
    bandwidth = float(asked.settings["bandwidth"]) or estimate_bandwidth(
        asked.features, quantile=float(asked.settings["quantile"]), n_samples=1000, random_state=asked.seed
    )
    found: Found = MeanShift(bandwidth=max(bandwidth, 1e-6), bin_seeding=False).fit_predict(asked.features)
    return found


def _affinity(asked: Asked) -> Generator[object, None, Found]:
    from sklearn.cluster import AffinityPropagation

    yield Progress(0, 1, "clusterings")
    found: Found = AffinityPropagation(
        damping=float(asked.settings["damping"]),
        max_iter=int(asked.settings["max_iter"]),
        preference=float(asked.settings["preference"]) or None,
        random_state=asked.seed,
    ).fit_predict(asked.features)
    return found


def reaches(features: Matrix, neighbours: int, seed: int) -> tuple[float, list[float]]:
    """Return where the distances to the *neighbours*-th neighbour, ascending, bend most, and smaller ones to try.

    Source: Ester, Kriegel, Sander and Xu 1996, KDD, section 4.2 (the 'sorted k-dist graph').
    """
    from sklearn.neighbors import NearestNeighbors

    some = np.random.default_rng(seed).permutation(len(features))[:_EPS_NEIGHBOURS_AT_MOST]
    wanted = min(neighbours + 1, len(features))
    distances = np.sort(NearestNeighbors(n_neighbors=wanted).fit(features).kneighbors(features[some])[0][:, -1])
    distances = np.maximum(distances, 1e-6)
    chord = np.linspace(distances[0], distances[-1], len(distances))
    return float(distances[int(np.argmax(chord - distances))]), np.percentile(distances, _EPS_PERCENTILES).tolist()


_FITS: dict[str, Fit] = {
    "KMeans": _kmeans,
    "MiniBatchKMeans": _mini_batch,
    "BisectingKMeans": _bisecting,
    "AgglomerativeClustering": _agglomerative,
    "GaussianMixture": _mixture,
    "Birch": _birch,
    "SpectralClustering": _spectral,
    "HDBSCAN": _hdbscan,
    "DBSCAN": _dbscan,
    "OPTICS": _optics,
    "MeanShift": _mean_shift,
    "AffinityPropagation": _affinity,
}
