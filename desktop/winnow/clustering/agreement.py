"""How well clusters fit labels."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt


def agreement(clusters: npt.NDArray[np.int32], labels: npt.NDArray[np.int64]) -> dict[str, float]:
    """Return ari, nmi, purity and accuracy of (n,) clusters against (n,) labels.

    Accuracy is that of the best one-to-one matching of clusters with labels
    (the Hungarian method); clusters left over count as wrong.
    """
    from scipy.optimize import linear_sum_assignment
    from sklearn.metrics import adjusted_rand_score, normalized_mutual_info_score
    from sklearn.metrics.cluster import contingency_matrix

    counts = contingency_matrix(labels, clusters)
    rows, columns = linear_sum_assignment(-counts)
    return {
        "ari": float(adjusted_rand_score(labels, clusters)),
        "nmi": float(normalized_mutual_info_score(labels, clusters)),
        "purity": float(counts.max(0).sum() / counts.sum()),
        "accuracy": float(counts[rows, columns].sum() / counts.sum()),
    }
