"""Pictures as points on a plane: near each other where they look alike."""

from __future__ import annotations

import enum
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt


class ProjectionMethod(enum.Enum):
    """How many dimensions become two."""

    PCA = "PCA"
    """The two directions in which pictures differ most. At once; far things may fall together."""
    TSNE = "t-SNE"
    """Keeps neighbours together; distances between groups say nothing."""
    UMAP = "UMAP"
    """Keeps neighbours together and something of the whole; an optional extra."""


@dataclass(frozen=True, slots=True, eq=False)
class Projection:
    """*ids*, (n,) int64 ascending, and *points*, (n, 2) float32, centred, the longer side from -1 to 1."""

    method: ProjectionMethod
    features: str
    seed: int
    ids: npt.NDArray[np.int64]
    points: npt.NDArray[np.float32]
    is_final: bool = True
    """False while it is being computed: an answer of an earlier step."""
