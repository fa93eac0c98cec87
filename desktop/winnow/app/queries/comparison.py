"""Two clusterings against each other, and the list to choose them from."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from winnow.clustering.agreement import contingency, mutual_information, pure, rand_index
from winnow.domain.cluster import NOISE, Clustering, ClusteringInfo
from winnow.domain.comparison import Comparison, Side
from winnow.domain.ids import ClusteringId
from winnow.store import clusterings
from winnow.store.database import Reader

Ids = npt.NDArray[np.int64]
Numbers = npt.NDArray[np.int32]


def all_clusterings(connection: Reader) -> tuple[ClusteringInfo, ...]:
    """Return the clusterings that can be shown and compared, newest first."""
    return tuple(clusterings.all_clusterings(connection))


def comparison(connection: Reader, first_id: int, second_id: int) -> Comparison:
    """Compare two clusterings by the kept pictures that both have.

    Raises:
        ItemUnknown: there is no clustering of one of the numbers.
    """
    first, second = (clusterings.get(connection, ClusteringId(number)) for number in (first_id, second_id))
    kept = connection.execute("SELECT id, coalesce(label_id, 0) FROM image WHERE state = 'kept' ORDER BY id").fetchall()
    table = np.array(kept, np.int64).reshape(-1, 2)
    ids = np.intersect1d(np.intersect1d(first.ids, second.ids), table[:, 0])
    of_first, distances = _clusters_of(first, ids)
    of_second, _distances = _clusters_of(second, ids)
    labels = table[np.searchsorted(table[:, 0], ids), 1]
    order = np.argsort(distances, kind="stable")
    ids, of_first, of_second, labels = ids[order], of_first[order], of_second[order], labels[order]
    rows, row_of = _sides(first, of_first)
    columns, column_of = _sides(second, of_second)
    counts = np.zeros((len(rows), len(columns)), np.int64)
    np.add.at(counts, (row_of, column_of), 1)
    labelled = labels > 0
    return Comparison(
        first=_info(connection, first),
        second=_info(connection, second),
        rows=rows,
        columns=columns,
        counts=counts,
        ids=ids,
        row_of=row_of,
        column_of=column_of,
        ari=rand_index(counts),
        nmi=mutual_information(counts),
        labelled=int(labelled.sum()),
        pure_in_rows=pure(contingency(of_first[labelled], labels[labelled])[0]),
        pure_in_columns=pure(contingency(of_second[labelled], labels[labelled])[0]),
    )


def _clusters_of(clustering: Clustering, ids: Ids) -> tuple[Numbers, npt.NDArray[np.float32]]:
    order = np.argsort(clustering.ids)
    at = order[np.searchsorted(clustering.ids, ids, sorter=order)]
    return clustering.clusters[at], clustering.distances[at]


def _sides(clustering: Clustering, clusters: Numbers) -> tuple[tuple[Side, ...], Ids]:
    """Return the clusters in the order of their numbers, those left out last, and each picture's place among them."""
    numbers, inverse, counts = np.unique(clusters, return_inverse=True, return_counts=True)
    order = np.lexsort((numbers, numbers == NOISE))
    place = np.empty(len(numbers), np.int64)
    place[order] = np.arange(len(numbers))
    sides = tuple(Side(int(numbers[at]), clustering.names.get(int(numbers[at]), ""), int(counts[at])) for at in order)
    return sides, place[inverse]


def _info(connection: Reader, clustering: Clustering) -> ClusteringInfo:
    return ClusteringInfo(
        id=clustering.id,
        method=clustering.method,
        features=clustering.features,
        k=clustering.k,
        seed=clustering.seed,
        silhouette=clustering.scores.get("silhouette"),
        made_at=clustering.made_at,
        made_from=clustering.made_from,
        is_current=clustering.id == clusterings.current_id(connection),
    )
