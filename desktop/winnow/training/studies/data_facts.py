"""What the features of the pictures say of labels and parts, before any network learned from them."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from winnow.training.spec import Features

_MOST = 3000
_FOLDS = 5
_SAME = 1e-5


def neighbour_agreement(features: Features, labels: npt.NDArray[np.int64], seed: int = 0) -> float | None:
    """Return the share of rows whose nearest other row has their label; None where the rows do not differ.

    *features* are (n, dim), of length 1. Of more than 3,000 rows a sample is taken.
    """
    chosen = np.random.default_rng(seed).permutation(len(features))[:_MOST]
    rows, wanted = features[chosen].astype(np.float32), labels[chosen]
    if len(rows) < 3 or float(rows.std(axis=0).max()) < _SAME:
        return None
    alike = rows @ rows.T
    np.fill_diagonal(alike, -np.inf)
    return float((wanted[alike.argmax(1)] == wanted).mean())


def parts_auc(train: Features, valid: Features, seed: int = 0) -> float | None:
    """Return the cross-validated AUC of a linear probe that tells *train* from *valid*; None for too few rows.

    Source: the classifier two-sample test, Lopez-Paz and Oquab 2017, arXiv 1610.06545.
    """
    from sklearn.linear_model import LogisticRegression
    from sklearn.metrics import roc_auc_score
    from sklearn.model_selection import StratifiedKFold, cross_val_predict

    random = np.random.default_rng(seed)
    some = [rows[random.permutation(len(rows))[:_MOST]] for rows in (train, valid)]
    if min(len(rows) for rows in some) < 2 * _FOLDS:
        return None
    rows = np.concatenate(some) * np.sqrt(train.shape[1])
    belongs = np.repeat([0, 1], [len(one) for one in some])
    probe = LogisticRegression(C=0.01, class_weight="balanced", max_iter=200)
    folds = StratifiedKFold(_FOLDS, shuffle=True, random_state=seed)
    scores = cross_val_predict(probe, rows, belongs, cv=folds, method="decision_function")
    return float(roc_auc_score(belongs, scores))
