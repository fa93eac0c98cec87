"""What the labels so far suggest for the pictures that have none."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt


@dataclass(frozen=True, slots=True, eq=False)
class Suggestions:
    """A suggested label for each of some unlabelled pictures; parallel arrays, (n,) int64, int64, float32, float32.

    None of them is a label before a person accepts it.
    """

    ids: npt.NDArray[np.int64] = field(default_factory=lambda: np.empty(0, np.int64))
    labels: npt.NDArray[np.int64] = field(default_factory=lambda: np.empty(0, np.int64))
    """Numbers of labels (`LabelId`)."""
    confidence: npt.NDArray[np.float32] = field(default_factory=lambda: np.empty(0, np.float32))
    """Probability of the suggested label, 0 to 1."""
    margin: npt.NDArray[np.float32] = field(default_factory=lambda: np.empty(0, np.float32))
    """How far the suggested label is before the second one, 0 (undecided) to 1."""
    learned_from: int = 0
    """How many labelled pictures it was learned from."""
    accuracy: float | None = None
    """On labelled pictures that each fold had not seen; None where there were too few to tell."""
    doubted: Suggestions | None = None
    """Labelled pictures for which the labels of the others suggest another one, clearest first."""

    def __len__(self) -> int:
        return len(self.ids)

    def by_confidence(self) -> npt.NDArray[np.int64]:
        """Return the rows, surest first."""
        return np.argsort(-self.confidence, kind="stable")

    def by_doubt(self) -> npt.NDArray[np.int64]:
        """Return the rows, least decided first: where a label teaches most."""
        return np.argsort(self.margin, kind="stable")
