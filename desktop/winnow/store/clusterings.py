"""Clusterings, each kept whole."""

from __future__ import annotations

import json
import sqlite3

import numpy as np

from winnow.base.clock import now_utc
from winnow.domain.changes import Topic
from winnow.domain.cluster import Clustering, ClusteringInfo
from winnow.domain.ids import ClusteringId
from winnow.store import settings
from winnow.store.database import Tx
from winnow.store.errors import ItemUnknown


def add(tx: Tx, clustering: Clustering) -> ClusteringId:
    """Store a new clustering."""
    cursor = tx.connection.execute(
        "INSERT INTO clustering"
        " (method, features, k, seed, scores, tightness, names, ids, clusters, distances, made_at, settings, sampled,"
        " made_from) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
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
            json.dumps(clustering.settings),
            clustering.sampled,
            clustering.made_from,
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
        "SELECT method, features, k, seed, scores, tightness, names, ids, clusters, distances, settings, sampled,"
        " made_from, made_at FROM clustering WHERE id = ?",
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
        settings=json.loads(row[10]),
        sampled=row[11],
        made_from=None if row[12] is None else ClusteringId(row[12]),
        made_at=row[13],
    )


def current(connection: sqlite3.Connection) -> Clustering | None:
    """Return the clustering that Sort shows, None where nothing was clustered yet."""
    number = current_id(connection)
    return None if number is None else get(connection, number)


def all_clusterings(connection: sqlite3.Connection) -> list[ClusteringInfo]:
    """Return the clusterings that can be shown, newest first: without those that were split or merged further."""
    shown = current_id(connection)
    rows = connection.execute(
        "SELECT id, method, features, k, seed, scores ->> 'silhouette', made_at, made_from FROM clustering AS one"
        " WHERE id = ? OR NOT EXISTS (SELECT 1 FROM clustering WHERE made_from = one.id) ORDER BY id DESC",
        (shown,),
    )
    return [
        ClusteringInfo(
            id=ClusteringId(row[0]),
            method=row[1],
            features=row[2],
            k=row[3],
            seed=row[4],
            silhouette=row[5],
            made_at=row[6],
            made_from=None if row[7] is None else ClusteringId(row[7]),
            is_current=row[0] == shown,
        )
        for row in rows
    ]


def current_id(connection: sqlite3.Connection) -> ClusteringId | None:
    """Return the number of the clustering that Sort shows, or None."""
    value = settings.number(connection, settings.CURRENT_CLUSTERING)
    return None if value is None else ClusteringId(value)


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
