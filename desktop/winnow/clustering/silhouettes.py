"""How well every picture sits in its cluster."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Matrix = npt.NDArray[np.float32]
Clusters = npt.NDArray[np.int32]

SCORED_AT_MOST = 5000
"""Silhouettes are quadratic in time, so beyond this many they are those of a sample."""

_ROWS_AT_ONCE = 1000


def silhouettes(features: Matrix, clusters: Clusters) -> npt.NDArray[np.float32]:
    """Return the silhouette of each row, -1 to 1, for (n, d) *features* in (n,) *clusters* numbered from 0.

    A row that is alone in its cluster has 0, as have all where there is one cluster.

    Source: Rousseeuw 1987, J. Comput. Appl. Math. 20, 53-65; equal to scikit-learn's ``silhouette_samples``.
    """
    numbers, inverse = np.unique(clusters, return_inverse=True)
    if len(numbers) < 2:
        return np.zeros(len(clusters), np.float32)
    member = np.zeros((len(clusters), len(numbers)), np.float32)
    member[np.arange(len(clusters)), inverse] = 1
    sizes = member.sum(0)
    squares = np.einsum("ij,ij->i", features, features)
    found = np.empty(len(clusters), np.float32)
    for start in range(0, len(clusters), _ROWS_AT_ONCE):
        rows = slice(start, start + _ROWS_AT_ONCE)
        own = inverse[rows]
        squared = squares[rows, None] + squares[None, :] - 2 * (features[rows] @ features.T)
        to_each = np.sqrt(np.maximum(squared, 0)) @ member
        at = np.arange(len(own))
        inside = to_each[at, own] / np.maximum(sizes[own] - 1, 1)
        to_each /= sizes
        to_each[at, own] = np.inf
        outside = to_each.min(1)
        greater = np.maximum(inside, outside)
        one = np.divide(outside - inside, greater, out=np.zeros_like(greater), where=greater > 0)
        found[rows] = np.where(sizes[own] > 1, one, 0)
    return found
