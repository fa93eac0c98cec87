"""How many clusters fit: K-Means over a range of k, scored. Imported in child processes only."""

from __future__ import annotations

import itertools
from collections.abc import Generator, Sequence

import numpy as np
import numpy.typing as npt

from winnow.base.outcomes import Progress
from winnow.clustering.agreement import contingency, rand_index
from winnow.clustering.making import TooFewImages, scored
from winnow.clustering.silhouettes import SCORED_AT_MOST
from winnow.domain.cluster import Clustering
from winnow.domain.k_choice import KChoice, KScores

Matrix = npt.NDArray[np.float32]
Labels = npt.NDArray[np.int32]

_BETTER_HIGH = ("silhouette", "calinski_harabasz", "stability")
_BETTER_LOW = ("davies_bouldin",)


def choose_k(
    features: Matrix, features_name: str, ks: Sequence[int], restarts: int, seed: int
) -> Generator[object, None, KChoice]:
    """Yield `Progress` and the `KScores` of each k when it is scored, and return the choice.

    Of more than 5,000 rows, (n, d) float32, a sample of so many is taken.

    Raises:
        TooFewImages: the smallest k is below 2 or not below n.
    """
    if not ks or min(ks) < 2 or min(ks) >= len(features):
        raise TooFewImages(len(features), min(ks, default=2))
    rows = np.sort(np.random.default_rng(seed).permutation(len(features))[:SCORED_AT_MOST])
    some = features[rows]
    wanted = sorted({k for k in ks if k < len(some)})
    scores = []
    for done, k in enumerate(wanted):
        one = yield from _scores_of(some, features_name, k, restarts, seed, (done, len(wanted)))
        scores.append(one)
        yield one
    return suggest(tuple(scores), restarts, len(some), features_name)


def suggest(scores: Sequence[KScores], restarts: int, images: int, features_name: str) -> KChoice:
    """Return the k whose mean rank over silhouette, Davies-Bouldin, Calinski-Harabasz, stability and elbow is best.

    Of equal ones, that with the higher silhouette.
    """
    elbow = elbow_of([one.k for one in scores], [one.inertia for one in scores])
    columns = {name: np.array([getattr(one, name) for one in scores]) for name in (*_BETTER_HIGH, *_BETTER_LOW)}
    ranks = np.zeros(len(scores))
    for name, column in columns.items():
        ranks += _ranks(-column if name in _BETTER_HIGH else column)
    ranks += _ranks(np.array([abs(one.k - elbow) for one in scores], float))
    best = min(range(len(scores)), key=lambda at: (ranks[at], -scores[at].silhouette))
    suggested = scores[best].k
    preferred = {"inertia": elbow}
    for name in ("silhouette", "davies_bouldin", "calinski_harabasz", "stability"):
        column = columns[name]
        preferred[name] = scores[int(column.argmax() if name in _BETTER_HIGH else column.argmin())].k
    return KChoice(
        scores=tuple(scores),
        suggested=suggested,
        elbow=elbow,
        agrees=tuple(name for name, k in preferred.items() if k == suggested),
        differs=tuple((name, k) for name, k in preferred.items() if k != suggested),
        restarts=restarts,
        images=images,
        features=features_name,
    )


def elbow_of(ks: Sequence[int], inertias: Sequence[float]) -> int:
    """Return the k at which the curve lies farthest below the line between its ends.

    Source: Satopaa, Albrecht, Irwin and Raghavan 2011, ICDCS workshops ('kneedle').
    """
    x, y = np.array(ks, float), np.array(inertias, float)
    if len(x) < 3 or x[-1] == x[0] or y[-1] == y[0]:
        return int(x[0])
    below = (y[0] - y) / (y[0] - y[-1]) - (x - x[0]) / (x[-1] - x[0])
    return int(x[int(below.argmax())])


def _scores_of(
    features: Matrix, features_name: str, k: int, restarts: int, seed: int, place: tuple[int, int]
) -> Generator[object, None, KScores]:
    from sklearn.cluster import KMeans

    found: list[Labels] = []
    best, lowest = np.empty(0, np.int32), np.inf
    for restart in range(restarts):
        one = KMeans(n_clusters=k, n_init=1, random_state=seed * 1000 + restart).fit(features)
        found.append(one.labels_.astype(np.int32))
        if one.inertia_ < lowest:
            best, lowest = found[-1], float(one.inertia_)
        yield Progress(place[0] * restarts + restart + 1, place[1] * restarts, "clusterings")
    ids = np.arange(len(features))
    made = scored(Clustering("KMeans", features_name, k, seed, ids, best, np.zeros(len(ids), np.float32)), features)
    agree = [rand_index(contingency(one, other)[0]) for one, other in itertools.combinations(found, 2)] or [1.0]
    return KScores(
        k=k,
        inertia=made.scores["inertia"],
        silhouette=made.scores.get("silhouette", 0.0),
        davies_bouldin=made.scores.get("davies_bouldin", 0.0),
        calinski_harabasz=made.scores.get("calinski_harabasz", 0.0),
        stability=float(np.mean(agree)),
        stability_low=min(agree),
        stability_high=max(agree),
    )


def _ranks(column: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Return the rank of each value, 0 for the lowest; equal values share their mean rank."""
    lower = (column[None, :] < column[:, None]).sum(1)
    same = (column[None, :] == column[:, None]).sum(1)
    ranks: npt.NDArray[np.float64] = lower + (same - 1) / 2
    return ranks
