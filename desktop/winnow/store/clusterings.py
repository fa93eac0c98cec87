"""Clusterings, each kept whole."""

from __future__ import annotations

import json
import sqlite3

import numpy as np

from winnow.base.clock import now_utc
from winnow.domain.changes import Topic
from winnow.domain.cluster import Clustering
from winnow.domain.ids import ClusteringId
from winnow.store import settings
from winnow.store.database import Tx
from winnow.store.errors import ItemUnknown


def add(tx: Tx, clustering: Clustering) -> ClusteringId:
    """Store a new clustering."""
    cursor = tx.connection.execute(
        "INSERT INTO clustering"
        " (method, features, k, seed, scores, tightness, names, ids, clusters, distances, made_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            clustering.method,
            clustering.features,
            clustering.k,
            clustering.seed,
            json.dumps(clustering.scores),
            json.dumps(clustering.tightness),
            json.dumps(clustering.names),
            clustering.ids.astype("<i8").tobytes(),
            clustering.clusters.astype("<i4").tobytes(),
            clustering.distances.astype("<f4").tobytes(),
            now_utc(),
        ),
    )
    tx.touch(Topic.CLUSTERS)
    return ClusteringId(cursor.lastrowid or 0)


def get(connection: sqlite3.Connection, clustering_id: ClusteringId) -> Clustering:
    """Return a clustering.

    Raises:
        ItemUnknown: there is none of this number.
    """
    row = connection.execute(
        "SELECT method, features, k, seed, scores, tightness, names, ids, clusters, distances"
        " FROM clustering WHERE id = ?",
        (clustering_id,),
    ).fetchone()
    if row is None:
        raise ItemUnknown("clustering", clustering_id)
    return Clustering(
        method=row[0],
        features=row[1],
        k=row[2],
        seed=row[3],
        scores=json.loads(row[4]),
        tightness={int(key): value for key, value in json.loads(row[5]).items()},
        names={int(key): value for key, value in json.loads(row[6]).items()},
        ids=np.frombuffer(row[7], "<i8"),
        clusters=np.frombuffer(row[8], "<i4"),
        distances=np.frombuffer(row[9], "<f4"),
        id=clustering_id,
    )


def current_id(connection: sqlite3.Connection) -> ClusteringId | None:
    """Return the number of the clustering that Sort shows, or None."""
    value = settings.get(connection, settings.CURRENT_CLUSTERING)
    return None if value is None else ClusteringId(int(value))


def set_current(tx: Tx, clustering_id: ClusteringId | None) -> None:
    """Choose the clustering that Sort shows."""
    settings.put(tx.connection, settings.CURRENT_CLUSTERING, None if clustering_id is None else str(clustering_id))
    tx.touch(Topic.CLUSTERS)


def rename(tx: Tx, clustering_id: ClusteringId, cluster: int, name: str) -> str:
    """Name one cluster ("": by its number); return the old name."""
    names = get(tx.connection, clustering_id).names
    old = names.pop(cluster, "")
    if name:
        names[cluster] = name
    tx.connection.execute("UPDATE clustering SET names = ? WHERE id = ?", (json.dumps(names), clustering_id))
    tx.touch(Topic.CLUSTERS)
    return old
