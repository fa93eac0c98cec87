"""What Edit walks through, and what its changes can be applied to."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from winnow.app.grid_rows import GridRows, Mark, Section
from winnow.app.queries.grid import grid_rows
from winnow.domain.cluster import NOISE
from winnow.domain.fit import Fit
from winnow.domain.label import Label
from winnow.store import clusterings, labels, runs
from winnow.store.database import Reader

Ids = npt.NDArray[np.int64]


def _no_ids() -> Ids:
    return np.empty(0, np.int64)


def _no_clusters() -> npt.NDArray[np.int32]:
    return np.empty(0, np.int32)


@dataclass(frozen=True, slots=True, eq=False)
class EditView:
    """The pictures that are walked through, of one moment, and all those that a change can be applied to."""

    rows: GridRows = field(default_factory=GridRows)
    """In the order in which they came; rejected ones are left out."""
    labels: tuple[Label, ...] = ()
    kept: Ids = field(default_factory=_no_ids)
    """All kept pictures, also those that are not walked through."""
    clusters: npt.NDArray[np.int32] = field(default_factory=_no_clusters)
    """The cluster of each of *kept*, from 0; -1 for none."""
    unedited: Ids = field(default_factory=_no_ids)
    """Those of *kept* whose frames nobody has accepted."""

    @property
    def is_selection(self) -> bool:
        """Whether only some of the kept pictures are walked through."""
        return len(self.rows) < len(self.kept)

    def label_of(self, row: int) -> Label | None:
        """Return the label of a row's picture."""
        position = int(self.rows.labels[row])
        return next((label for label in self.labels if label.position == position), None)

    def mates(self, image: int) -> Ids:
        """Return the kept pictures in the cluster of *image*, itself included; none where it is in no cluster."""
        here = self.clusters[self.kept == image]
        return self.kept[self.clusters == here[0]] if len(here) and here[0] != NOISE else _no_ids()


def edit_view(connection: Reader, only: tuple[int, ...] = ()) -> EditView:
    """Return the kept pictures, of *only* these, in their order, where there are any of them."""
    rows = grid_rows(connection, "none")
    is_kept = (rows.marks & Mark.REJECTED) == 0
    everything = np.flatnonzero(is_kept)
    places = {number: place for place, number in enumerate(only)}
    chosen = [at for at in everything.tolist() if int(rows.ids[at]) in places] if only else []
    chosen.sort(key=lambda at: places[int(rows.ids[at])])
    kept = rows.ids[is_kept]
    return EditView(
        rows=_picked(rows, np.array(chosen, np.int64) if chosen else everything),
        labels=tuple(labels.all_labels(connection)),
        kept=kept,
        clusters=_clusters(connection, kept),
        unedited=rows.ids[is_kept & ((rows.marks & Mark.EDITED) == 0)],
    )


def network_fit(connection: Reader) -> Fit:
    """Return how the newest run makes a frame the network's square; the default where there is no run."""
    newest = next(iter(runs.all_runs(connection)), None)
    return Fit() if newest is None else newest.recipe.fit


def _picked(rows: GridRows, chosen: npt.NDArray[np.int64]) -> GridRows:
    count = len(chosen)
    return GridRows(
        ids=rows.ids[chosen],
        keys=rows.keys[chosen],
        labels=rows.labels[chosen],
        marks=rows.marks[chosen],
        sections=(Section(0, "", 0, count),) if count else (),
        letters=rows.letters,
        label_names=rows.label_names,
        names=tuple(rows.names[at] for at in chosen.tolist()),
    )


def _clusters(connection: Reader, ids: Ids) -> npt.NDArray[np.int32]:
    found = np.full(len(ids), NOISE, np.int32)
    number = clusterings.current_id(connection)
    if number is not None:
        current = clusterings.get(connection, number)
        _, here, there = np.intersect1d(ids, current.ids, assume_unique=True, return_indices=True)
        found[here] = current.clusters[there]
    return found
