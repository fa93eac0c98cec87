"""What the map shows: where pictures lie, and what is known of each."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from winnow.app.grid_rows import KEY_BYTES, content_keys
from winnow.domain.cluster import NOISE
from winnow.domain.projection import ProjectionMethod
from winnow.store import clusterings, labels, projections, splits
from winnow.store.database import Reader

NO_GROUP = -1


def _no_ids() -> npt.NDArray[np.int64]:
    return np.empty(0, np.int64)


def _no_numbers() -> npt.NDArray[np.int32]:
    return np.empty(0, np.int32)


@dataclass(frozen=True, slots=True, eq=False)
class MapRows:
    """Pictures with their places; all arrays have one entry a picture, ids ascending."""

    ids: npt.NDArray[np.int64] = field(default_factory=_no_ids)
    points: npt.NDArray[np.float32] = field(default_factory=lambda: np.empty((0, 2), np.float32))
    """(n, 2), the longer side from -1 to 1."""
    keys: npt.NDArray[np.uint8] = field(default_factory=lambda: np.empty((0, KEY_BYTES), np.uint8))
    clusters: npt.NDArray[np.int32] = field(default_factory=_no_numbers)
    """From 0; `NO_GROUP` for none. So are *labels* (positions), *parts* (train, valid, test)."""
    labels: npt.NDArray[np.int32] = field(default_factory=_no_numbers)
    parts: npt.NDArray[np.int32] = field(default_factory=_no_numbers)
    rejected: npt.NDArray[np.bool_] = field(default_factory=lambda: np.empty(0, np.bool_))
    flagged: npt.NDArray[np.bool_] = field(default_factory=lambda: np.empty(0, np.bool_))
    files: tuple[str, ...] = ()
    abouts: tuple[str, ...] = ()
    """Size and source of each, in words."""
    label_names: tuple[str, ...] = ()
    cluster_names: dict[int, str] = field(default_factory=dict)
    """Of the clusters that the person named."""

    def __len__(self) -> int:
        return len(self.ids)


@dataclass(frozen=True, slots=True, eq=False)
class MapView:
    """The rows of one method, and the methods of which there is a layout."""

    rows: MapRows
    method: ProjectionMethod
    made: tuple[ProjectionMethod, ...]
    missing: int = 0
    """Pictures of the project that the layout does not have."""


def map_view(connection: Reader, method: ProjectionMethod | None = None) -> MapView:
    """Return the newest layout by *method* (None: the best that there is), with what is known of its pictures."""
    made = tuple(one for one in ProjectionMethod if projections.newest(connection, one) is not None)
    chosen = method or (made[-1] if made else ProjectionMethod.PCA)
    found = projections.newest(connection, chosen)
    if found is None:
        return MapView(MapRows(), chosen, made)
    rows = connection.execute(
        "SELECT image.id, content_key, coalesce(label.position, -1), image.state = 'rejected', flags <> '', file,"
        " width, height, source.name FROM image JOIN source ON source.id = source_id"
        " LEFT JOIN label ON label.id = label_id WHERE image.state <> 'fell_out' ORDER BY image.id"
    ).fetchall()
    ids = np.array([row[0] for row in rows], np.int64)
    at = np.searchsorted(found.ids, ids)
    at[at == len(found.ids)] = 0
    there = found.ids[at] == ids if len(found.ids) else np.zeros(len(ids), np.bool_)
    shown = [row for row, is_there in zip(rows, there, strict=True) if is_there]
    ids = ids[there]
    clusters, names = _clusters(connection, ids)
    return MapView(
        MapRows(
            ids=ids,
            points=found.points[at[there]],
            keys=content_keys([row[1] for row in shown]),
            clusters=clusters,
            labels=np.array([row[2] for row in shown], np.int32),
            parts=_parts(connection, ids),
            rejected=np.array([row[3] for row in shown], np.bool_),
            flagged=np.array([row[4] for row in shown], np.bool_),
            files=tuple(row[5] for row in shown),
            abouts=tuple(f"{row[6]} × {row[7]} · {row[8]}" for row in shown),
            label_names=tuple(label.name for label in labels.all_labels(connection)),
            cluster_names=names,
        ),
        chosen,
        made,
        int(np.count_nonzero(~there)),
    )


def _clusters(connection: Reader, ids: npt.NDArray[np.int64]) -> tuple[npt.NDArray[np.int32], dict[int, str]]:
    current = clusterings.current_id(connection)
    if current is None:
        return np.full(len(ids), NO_GROUP, np.int32), {}
    clustering = clusterings.get(connection, current)
    found = _matched(ids, clustering.ids, clustering.clusters)
    found[found == NOISE] = NO_GROUP
    return found, clustering.names


def _parts(connection: Reader, ids: npt.NDArray[np.int64]) -> npt.NDArray[np.int32]:
    current = splits.current_id(connection)
    if current is None:
        return np.full(len(ids), NO_GROUP, np.int32)
    split = splits.get(connection, current)
    return _matched(ids, split.ids, split.parts.astype(np.int32))


def _matched(
    ids: npt.NDArray[np.int64], known: npt.NDArray[np.int64], values: npt.NDArray[np.int32]
) -> npt.NDArray[np.int32]:
    """Return the value of each of *ids* in *known*, `NO_GROUP` where it is not there."""
    if not len(known):
        return np.full(len(ids), NO_GROUP, np.int32)
    order = np.argsort(known, kind="stable")
    at = np.minimum(np.searchsorted(known, ids, sorter=order), len(known) - 1)
    rows = order[at]
    return np.where(known[rows] == ids, values[rows], NO_GROUP).astype(np.int32)
