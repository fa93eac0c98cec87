"""Clusterings: made by any method, and changed by splitting one cluster or merging two."""

from __future__ import annotations

from collections.abc import Generator, Mapping
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from winnow.app.children import in_child
from winnow.app.commands.arranging import AddClustering, MergeClusters, SplitCluster
from winnow.app.commands.labelling import LabelEach
from winnow.app.engine.choice import LOCAL
from winnow.app.pipelines.embedding import EMBEDDING, FeatureTable, NothingToCluster, features, stored_features
from winnow.app.queries.lookup import ClusterUnknown, NoClusteringYet
from winnow.app.session import Session
from winnow.base.errors import UserError
from winnow.clustering.agreement import agreement
from winnow.clustering.making import TooFewImages, Wanted, make_clustering, scored
from winnow.clustering.threads import leave_a_core
from winnow.domain.cluster import NOISE, Clustering, carried_names
from winnow.domain.ids import ClusteringId, ImageId
from winnow.domain.method import Setting, method_called
from winnow.store import clusterings
from winnow.store.database import Reader

_KILLED_AFTER_S = 0.3
"""How long a child that computes is given to end; it has nothing to save."""

DEFAULT_METHOD = "KMeans"
_MEASURED_HERE = 5_000


class NothingToMerge(UserError):
    """A cluster was to be merged with itself, or with none."""

    def __init__(self) -> None:
        super().__init__("Choose two different clusters to merge.")


def cluster(
    session: Session,
    k: int,
    features_name: str = EMBEDDING,
    seed: int = 0,
    method: str = DEFAULT_METHOD,
    settings: Mapping[str, Setting] | None = None,
    engine: str = LOCAL,
) -> Generator[object, None, None]:
    """Cluster what was not rejected, store it and show it; yield events, at last the `Clustering`.

    Names go over from the clustering that was shown before. Features that are
    missing are computed by *engine*, see `features`.

    Raises:
        MethodUnknown, SettingUnusable, TooFewImages, NoClusterFound, FeaturesUnknown, NothingToCluster.
    """
    method_called(method).settings(settings or {})
    table = yield from features(session, features_name, engine)
    if not len(table.ids):
        raise NothingToCluster
    wanted = Wanted(method, k, seed, settings)
    made = yield from _made(table, wanted)
    before = session.ask(clusterings.current)
    if before is not None:
        made = replace(made, names=carried_names(before, made))
    session.do(AddClustering(made)).result()
    yield made


def split_cluster(
    session: Session, cluster_number: int, pieces: int = 2, seed: int = 0
) -> Generator[object, None, None]:
    """Cluster one cluster of the clustering that is shown again, by K-Means; yield at last the new `Clustering`.

    *cluster_number* counts from 0. The largest piece keeps its number, the
    others get new ones at the end. One step for undo.

    Raises:
        NoClusteringYet, ClusterUnknown, TooFewImages.
    """
    current = _current(session, cluster_number)
    table = yield from features(session, current.features)
    members = np.isin(table.ids, current.ids[current.clusters == cluster_number])
    if pieces >= int(members.sum()):
        raise TooFewImages(int(members.sum()), pieces)
    piece = yield from _made(table.only(members), Wanted(DEFAULT_METHOD, pieces, seed))
    clusters = current.clusters.copy()
    _, here, there = np.intersect1d(current.ids, piece.ids, assume_unique=True, return_indices=True)
    clusters[here] = np.where(piece.clusters[there] == 0, cluster_number, piece.clusters[there] + current.k - 1)
    made = yield from _remade(table, current, clusters, current.k + piece.k - 1)
    session.do(SplitCluster(made)).result()
    yield made


def merge_clusters(session: Session, cluster_number: int, into: int) -> Generator[object, None, None]:
    """Put the pictures of one cluster into another; yield at last the new `Clustering`. Numbers count from 0.

    The number of the first is left empty, so that the others keep theirs. One step for undo.

    Raises:
        NoClusteringYet, ClusterUnknown, NothingToMerge.
    """
    current = _current(session, cluster_number)
    _current(session, into)
    if cluster_number == into:
        raise NothingToMerge
    table = stored_features(session, current.features)
    clusters = np.where(current.clusters == cluster_number, into, current.clusters).astype(np.int32)
    made = yield from _remade(table, current, clusters, current.k)
    session.do(MergeClusters(made)).result()
    yield made


def label_by_cluster(session: Session, words: str = "Cluster {0}") -> int:
    """Make the clusters that are shown the labels of their kept pictures, one step to undo; return how many got one.

    A cluster without a name gives *words* with its number from 1. What is in no cluster keeps its label.

    Raises:
        NoClusteringYet: there are none.
    """
    current = session.ask(clusterings.current)
    if current is None:
        raise NoClusteringYet
    kept = set(session.ask(_kept_ids))
    wanted = {
        ImageId(image): current.names.get(number) or words.format(number + 1)
        for image, number in zip(current.ids.tolist(), current.clusters.tolist(), strict=True)
        if number != NOISE and image in kept
    }
    return session.do(LabelEach(wanted)).result() if wanted else 0


def against_labels(session: Session, clustering: Clustering) -> Generator[object, None, None]:
    """Yield at last the dict of `agreement` with the labels there are; nothing where fewer than two are used."""
    labels = dict(session.ask(_label_of))
    there = np.array([int(image) in labels for image in clustering.ids])
    known = np.array([labels[int(image)] for image in clustering.ids[there]], np.int64)
    if len(np.unique(known)) >= 2:
        yield agreement(clustering.clusters[there], known)


def _made(table: FeatureTable, wanted: Wanted) -> Generator[object, None, Clustering]:
    """Make a clustering in a child process, which is killed where nobody waits for it any more."""
    for event in in_child(_make_in_child, table, wanted, end_within_s=_KILLED_AFTER_S):
        if isinstance(event, Clustering):
            return event
        yield event
    raise NothingToCluster


def _make_in_child(table: FeatureTable, wanted: Wanted) -> Generator[object, None, None]:
    leave_a_core()
    yield (yield from make_clustering(table.ids, table.rows(), table.name, wanted))


def _current(session: Session, cluster_number: int) -> Clustering:
    current = session.ask(clusterings.current)
    if current is None:
        raise NoClusteringYet
    if not current.count(cluster_number) or cluster_number < 0:
        raise ClusterUnknown(cluster_number + 1, current.k)
    return current


def _remade(
    table: FeatureTable, old: Clustering, clusters: npt.NDArray[np.int32], k: int
) -> Generator[object, None, Clustering]:
    """Return `_rescored`, of many pictures by a child process: starting one takes longer than measuring a few."""
    if len(table.ids) <= _MEASURED_HERE:
        return _rescored(table, old, clusters, k)
    for event in in_child(_remake_in_child, table, old, clusters, k, end_within_s=_KILLED_AFTER_S):
        if isinstance(event, Clustering):
            return event
        yield event
    raise NothingToCluster


def _remake_in_child(
    table: FeatureTable, old: Clustering, clusters: npt.NDArray[np.int32], k: int
) -> Generator[object, None, None]:
    yield _rescored(table, old, clusters, k)


def _rescored(table: FeatureTable, old: Clustering, clusters: npt.NDArray[np.int32], k: int) -> Clustering:
    """Return *old* with other *clusters*, measured anew; pictures whose features are gone keep their distance."""
    _, here, there = np.intersect1d(old.ids, table.ids, assume_unique=True, return_indices=True)
    changed = replace(old, id=ClusteringId(0), made_from=old.id, clusters=clusters, k=k)
    part = scored(replace(changed, ids=old.ids[here], clusters=clusters[here]), table.rows()[there])
    distances = old.distances.copy()
    distances[here] = part.distances
    return replace(
        changed,
        distances=distances,
        scores=part.scores,
        tightness=part.tightness,
        names=carried_names(old, changed),
    )


def _label_of(connection: Reader) -> list[tuple[int, int]]:
    return connection.execute("SELECT id, label_id FROM image WHERE label_id IS NOT NULL").fetchall()


def _kept_ids(connection: Reader) -> list[int]:
    return [row[0] for row in connection.execute("SELECT id FROM image WHERE state = 'kept'")]
