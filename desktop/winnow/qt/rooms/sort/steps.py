"""What Sort has done by jobs. Imported on the job's thread: neither networks nor decoders are needed to show it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from winnow.app.session import Session
from winnow.base.outcomes import Steps
from winnow.domain.method import Setting

_AT_ONCE = 64


def clustered(
    session: Session, k: int, features: str, method: str, settings: Mapping[str, Setting], engine: str
) -> Steps:
    """Cluster all kept pictures."""
    from winnow.app.pipelines.clustering import cluster

    yield from cluster(session, k, features, method=method, settings=settings, engine=engine)


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


def labelled_by_folder(session: Session) -> int:
    """Make the names of folders labels; return how many pictures changed."""
    from winnow.app.pipelines.labelling import label_by_folder

    return label_by_folder(session)


def k_suggested(session: Session, ks: tuple[int, ...], features: str, restarts: int) -> Steps:
    """Score several numbers of clusters."""
    from winnow.app.pipelines.choosing_k import suggest_k

    yield from suggest_k(session, ks, features, restarts)


def embedded(session: Session, features: str) -> Steps:
    """Compute the features that are missing."""
    from winnow.app.pipelines.embedding import features as compute

    yield from compute(session, features)


def suggested(session: Session, features: str) -> Steps:
    """Learn from the labels so far and keep what they suggest for the rest."""
    from winnow.app.pipelines.suggesting import suggest

    yield from suggest(session, features)


@dataclass(frozen=True, slots=True, eq=False)
class Likeness:
    """Kept pictures, most alike first, (n,) int64; *without_features* of the asked ones could not be compared."""

    ids: npt.NDArray[np.int64]
    without_features: int


def likeness(session: Session, ids: tuple[int, ...], features: str, most: int | None) -> Likeness:
    """Rank the kept pictures by how much they look like *ids*."""
    from winnow.app.queries.similar import similar

    found = similar(session, ids, features, most)
    return Likeness(found.ids, found.without_features)


def sheets_written(session: Session, folder: Path, numbers: tuple[int, ...] | None, words: str) -> Steps:
    """Write the contact sheet and the mean picture of clusters, counted from 0 (None: all), into *folder*."""
    from winnow.app.pipelines.sheets import write_sheets

    yield from write_sheets(session, folder, numbers, words)


Pixels = npt.NDArray[np.uint8]


def sheet_of(session: Session, keys: list[bytes]) -> tuple[Pixels | None, Pixels | None]:
    """Return the contact sheet of the first 96 of *keys* and the mean of all, both (h, w, 3) uint8."""
    from winnow.app.pipelines.sheets import COLUMNS, ON_A_SHEET
    from winnow.vision.sheet import MeanPicture, contact_sheet

    mean = MeanPicture()
    shown: list[bytes] = []
    for start in range(0, len(keys), _AT_ONCE):
        some = keys[start : start + _AT_ONCE]
        found = session.thumbnails.get(some)
        for key in (key for key in some if key in found):
            mean.add(found[key])
            if len(shown) < ON_A_SHEET:
                shown.append(found[key])
    return (contact_sheet(shown, COLUMNS), mean.pixels()) if shown else (None, None)
