"""The whole project in order of likeness to some pictures. Not a query of the database alone: it reads vectors too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from winnow.app.pipelines.embedding import EMBEDDING, stored_features
from winnow.app.session import Session


@dataclass(frozen=True, slots=True, eq=False)
class Similar:
    """Kept pictures, most alike first; parallel arrays, (n,)."""

    ids: npt.NDArray[np.int64] = field(default_factory=lambda: np.empty(0, np.int64))
    cosine: npt.NDArray[np.float32] = field(default_factory=lambda: np.empty(0, np.float32))
    """To the nearest of the pictures that were asked for, -1 to 1."""
    without_features: int = 0
    """How many of those that were asked for have no features yet."""


def similar(session: Session, ids: Sequence[int], features: str = EMBEDDING, most: int | None = None) -> Similar:
    """Rank the kept pictures by their cosine to the nearest of *ids*, which are left out themselves.

    Raises:
        FeaturesUnknown: there are no such features.
    """
    table = stored_features(session, features)
    asked = np.isin(table.ids, np.array(ids, np.int64))
    without = len(set(ids)) - int(asked.sum())
    if not asked.any() or asked.all():
        return Similar(without_features=without)
    cosine = table.nearness(asked)
    others = np.flatnonzero(~asked)
    order = others[np.argsort(-cosine[others], kind="stable")][:most]
    return Similar(table.ids[order], cosine[order], without)
