"""Two clusterings of the same pictures, side by side."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from winnow.domain.cluster import ClusteringInfo


@dataclass(frozen=True, slots=True)
class Side:
    """One cluster of one of the two; *number* counts from 0, `NOISE` for what is in none (which comes last)."""

    number: int
    name: str
    """As the person named it, else ""."""
    count: int


@dataclass(frozen=True, slots=True, eq=False)
class Comparison:
    """Which pictures meet; rows are the clusters of the first clustering, columns those of the second.

    *counts* is (rows, columns) int64. *ids*, *row_of* and *column_of* are
    parallel, (n,): the pictures that both have, and their places in it.
    """

    first: ClusteringInfo
    second: ClusteringInfo
    rows: tuple[Side, ...]
    columns: tuple[Side, ...]
    counts: npt.NDArray[np.int64]
    ids: npt.NDArray[np.int64]
    row_of: npt.NDArray[np.int64]
    column_of: npt.NDArray[np.int64]
    ari: float
    """Agreement of pairs: 1 the same, about 0 by chance."""
    nmi: float
    """Shared information: 0 to 1."""
    labelled: int = 0
    """How many of *ids* have a label; purities are of these."""
    pure_in_rows: int = 0
    """How many labelled pictures have their cluster's commonest label, by the first clustering."""
    pure_in_columns: int = 0

    @property
    def row_purity(self) -> float | None:
        """Share of labelled pictures with their cluster's commonest label; None where none is labelled."""
        return self.pure_in_rows / self.labelled if self.labelled else None

    @property
    def column_purity(self) -> float | None:
        """The same by the second clustering."""
        return self.pure_in_columns / self.labelled if self.labelled else None

    def cell(self, row: int, column: int) -> npt.NDArray[np.int64]:
        """Return the ids of the pictures of one cell, those nearest to the first's centre first."""
        return self.ids[np.flatnonzero((self.row_of == row) & (self.column_of == column))]

    def of_row(self, row: int) -> npt.NDArray[np.int64]:
        """Return the ids in one cluster of the first clustering, nearest to its centre first."""
        return self.ids[np.flatnonzero(self.row_of == row)]

    def of_column(self, column: int) -> npt.NDArray[np.int64]:
        """Return the ids in one cluster of the second clustering."""
        return self.ids[np.flatnonzero(self.column_of == column)]
