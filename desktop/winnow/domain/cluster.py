"""A clustering: which picture belongs with which."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from winnow.domain.ids import ClusteringId

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
