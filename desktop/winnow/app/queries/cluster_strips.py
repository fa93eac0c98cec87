"""What to look at before a whole cluster is labelled: its most and least typical pictures, and some by chance."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from winnow.domain.cluster import Clustering
from winnow.domain.ids import ImageId
from winnow.domain.spot_check import SPOT_CHECK, Purity
from winnow.store import clusterings
from winnow.store.database import Reader

Ids = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class StripPicture:
    """A picture in a strip; *key* is that of its thumbnail, *label* the number of its label."""

    id: ImageId
    key: bytes
    file: str
    label: int | None


@dataclass(frozen=True, slots=True)
class Strips:
    """Kept pictures of one cluster; *typical* begins with the medoid, *least_typical* with the farthest."""

    cluster: int
    count: int
    typical: tuple[StripPicture, ...] = ()
    least_typical: tuple[StripPicture, ...] = ()
    by_chance: tuple[StripPicture, ...] = ()
    spot_check: tuple[StripPicture, ...] = ()
    """At most 20, drawn by chance: which of these belong tells how pure the cluster is."""
    labelled_purity: Purity | None = None
    """Of the labels so far: how many of the labelled pictures have the commonest one. None where none is labelled."""


def cluster_strips(connection: Reader, cluster: int, most: int = 12, seed: int = 0) -> Strips:
    """Return the strips of *cluster*, counted from 0, of the clustering that is shown; empty where there is none.

    The same *seed* draws the same pictures.
    """
    current = clusterings.current(connection)
    if current is None:
        return Strips(cluster, 0)
    members = _kept_members(connection, current, cluster)
    drawn = members[np.random.default_rng([seed, cluster]).permutation(len(members))]
    typical, least, chance, spot = members[:most], members[::-1][:most], drawn[:most], drawn[:SPOT_CHECK]
    pictures = _pictures(connection, np.unique(np.concatenate([typical, least, chance, spot])))
    shown = [tuple(pictures[image] for image in some.tolist()) for some in (typical, least, chance, spot)]
    return Strips(cluster, len(members), shown[0], shown[1], shown[2], shown[3], _purity(connection, members))


def _kept_members(connection: Reader, current: Clustering, cluster: int) -> Ids:
    """Return the kept pictures of *cluster*, nearest to its centre first."""
    kept = np.array([row[0] for row in connection.execute("SELECT id FROM image WHERE state = 'kept'")], np.int64)
    members = current.members(cluster)
    return members[np.isin(members, kept)]


def _pictures(connection: Reader, ids: Ids) -> dict[int, StripPicture]:
    marks = ",".join("?" * len(ids))
    rows = connection.execute(f"SELECT id, content_key, file, label_id FROM image WHERE id IN ({marks})", ids.tolist())
    return {row[0]: StripPicture(ImageId(row[0]), row[1], row[2], row[3]) for row in rows}


def _purity(connection: Reader, members: Ids) -> Purity | None:
    known = dict(connection.execute("SELECT id, label_id FROM image WHERE label_id IS NOT NULL"))
    labels = [known[image] for image in members.tolist() if image in known]
    if not labels:
        return None
    counts = np.unique(labels, return_counts=True)[1]
    return Purity(int(counts.max()), len(labels))
