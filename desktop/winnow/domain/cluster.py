"""A clustering: which picture belongs with which."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from winnow.domain.ids import ClusteringId
from winnow.domain.method import Setting

NOISE = -1
"""The cluster number of pictures that a method leaves out."""


@dataclass(frozen=True, slots=True, eq=False)
class Clustering:
    """The result of one method on one set of features.

    *ids*, *clusters* (numbers from 0, `NOISE` for none) and *distances* (to
    the own centre, ascending means more typical) are parallel arrays, (n,)
    int64, int32 and float32.
    """

    method: str
    """scikit-learn's class name."""
    features: str
    k: int
    seed: int
    ids: npt.NDArray[np.int64]
    clusters: npt.NDArray[np.int32]
    distances: npt.NDArray[np.float32]
    scores: dict[str, float] = field(default_factory=dict)
    """silhouette, davies_bouldin, calinski_harabasz, inertia where they are defined."""
    tightness: dict[int, float] = field(default_factory=dict)
    """Mean silhouette of each cluster."""
    names: dict[int, str] = field(default_factory=dict)
    id: ClusteringId = ClusteringId(0)
    """0 until it is stored."""
    settings: dict[str, Setting] = field(default_factory=dict)
    """The method's parameters, by scikit-learn's names."""
    sampled: int = 0
    """How many pictures were clustered themselves, where the others joined them afterwards; else 0."""
    made_from: ClusteringId | None = None
    """The clustering of which this is a change: one cluster split, or two merged."""
    made_at: str = ""

    def members(self, cluster: int) -> npt.NDArray[np.int64]:
        """Return the ids in *cluster*, the most typical first."""
        rows = np.flatnonzero(self.clusters == cluster)
        return self.ids[rows[np.argsort(self.distances[rows], kind="stable")]]

    def count(self, cluster: int) -> int:
        """Return how many pictures *cluster* has."""
        return int(np.count_nonzero(self.clusters == cluster))


@dataclass(frozen=True, slots=True)
class ClusteringInfo:
    """What a list of clusterings says of one."""

    id: ClusteringId
    method: str
    features: str
    k: int
    seed: int
    silhouette: float | None
    made_at: str
    made_from: ClusteringId | None
    is_current: bool


CARRIED_SHARE = 0.6
"""A cluster's name goes on to the one where at least this share of its pictures stay together."""


def carried_names(old: Clustering, new: Clustering) -> dict[int, str]:
    """Return the names that clusters of *new* take over from *old*; where two want one, the larger overlap wins."""
    if not old.names:
        return {}
    _, before, after = np.intersect1d(old.ids, new.ids, assume_unique=True, return_indices=True)
    claims = []
    for number, name in old.names.items():
        going = new.clusters[after[old.clusters[before] == number]]
        if len(going):
            numbers, counts = np.unique(going, return_counts=True)
            at = int(counts.argmax())
            if counts[at] >= CARRIED_SHARE * len(going) and numbers[at] != NOISE:
                claims.append((-int(counts[at]), number, int(numbers[at]), name))
    names: dict[int, str] = {}
    for _size, _number, cluster, name in sorted(claims):
        names.setdefault(cluster, name)
    return names
