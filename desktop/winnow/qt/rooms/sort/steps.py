"""What Sort has done by jobs. Imported on the job's thread: neither networks nor decoders are needed to show it."""

from __future__ import annotations

from collections.abc import Mapping

from winnow.app.session import Session
from winnow.base.outcomes import Steps
from winnow.domain.method import Setting


def clustered(session: Session, k: int, features: str, method: str, settings: Mapping[str, Setting]) -> Steps:
    """Cluster all kept pictures."""
    from winnow.app.pipelines.clustering import cluster

    yield from cluster(session, k, features, method=method, settings=settings)


def split_further(session: Session, cluster: int, pieces: int) -> Steps:
    """Cluster one cluster, counted from 0, again."""
    from winnow.app.pipelines.clustering import split_cluster

    yield from split_cluster(session, cluster, pieces)


def merged(session: Session, cluster: int, into: int) -> Steps:
    """Put one cluster into another; both are counted from 0."""
    from winnow.app.pipelines.clustering import merge_clusters

    yield from merge_clusters(session, cluster, into)


def labelled_by_cluster(session: Session, words: str) -> int:
    """Make the clusters labels; return how many pictures got one."""
    from winnow.app.pipelines.clustering import label_by_cluster

    return label_by_cluster(session, words)
