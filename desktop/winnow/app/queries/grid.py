"""What Sort shows: pictures in sections, and what is known of one of them."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

from winnow.app.grid_rows import NO_LABEL, GridRows, Mark, Section, content_keys
from winnow.domain.cluster import NOISE, Clustering
from winnow.domain.ids import ImageId
from winnow.domain.label import Label, letters
from winnow.store import clusterings, labels
from winnow.store.database import Reader
from winnow.store.errors import ItemUnknown

GroupBy = Literal["cluster", "label", "none"]
Column = npt.NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class SectionWords:
    """What sections without a name of their own are called; ``{0}`` is the cluster's number from 1."""

    cluster: str = "Cluster {0}"
    unclustered: str = "In no cluster"
    unlabelled: str = "Unlabelled"


@dataclass(frozen=True, slots=True, eq=False)
class SortView:
    """Everything that Sort shows at once, of one moment."""

    rows: GridRows
    labels: tuple[Label, ...]
    clusters: int
    """0 where nothing was clustered yet."""
    silhouette: float | None = None


@dataclass(frozen=True, slots=True)
class PictureFacts:
    """One picture in words; sizes in pixels and bytes, *key* is that of its thumbnail."""

    image_id: ImageId
    file: str
    width: int
    height: int
    size_bytes: int
    key: bytes
    label: str
    is_rejected: bool
    source: str
    provenance: dict[str, str]


def sort_view(connection: Reader, group_by: GroupBy = "cluster", words: SectionWords | None = None) -> SortView:
    """Return the grid together with the labels and the clustering that it was made with."""
    current = _current(connection)
    return SortView(
        rows=_rows(connection, group_by, words or SectionWords(), current),
        labels=tuple(labels.all_labels(connection)),
        clusters=0 if current is None else len(np.unique(current.clusters[current.clusters != NOISE])),
        silhouette=None if current is None else current.scores.get("silhouette"),
    )


def grid_rows(connection: Reader, group_by: GroupBy = "cluster", words: SectionWords | None = None) -> GridRows:
    """Return kept and rejected pictures in sections.

    Clusters are in the order of their numbers, each with its most typical
    picture first; labels in the order of their keys. What belongs to none
    comes last. Without a clustering, grouping by cluster gives one section
    without a header.
    """
    return _rows(connection, group_by, words or SectionWords(), _current(connection))


def picture_facts(connection: Reader, image_id: int) -> PictureFacts:
    """Return what the inspector says of a picture.

    Raises:
        ItemUnknown: there is no such picture, or it fell out.
    """
    row = connection.execute(
        "SELECT image.id, file, width, height, size_bytes, content_key, coalesce(label.name, ''),"
        " image.state = 'rejected', source.name, provenance FROM image JOIN source ON source.id = source_id"
        " LEFT JOIN label ON label.id = label_id WHERE image.id = ? AND image.state <> 'fell_out'",
        (image_id,),
    ).fetchone()
    if row is None:
        raise ItemUnknown("image", image_id)
    number, file, width, height, size_bytes, key, label, is_rejected, source, provenance = row
    return PictureFacts(
        ImageId(number),
        file,
        width,
        height,
        size_bytes,
        key,
        label,
        bool(is_rejected),
        source,
        json.loads(provenance),
    )


def _current(connection: Reader) -> Clustering | None:
    number = clusterings.current_id(connection)
    return None if number is None else clusterings.get(connection, number)


def _rows(connection: Reader, group_by: GroupBy, words: SectionWords, current: Clustering | None) -> GridRows:
    known = labels.all_labels(connection)
    found = connection.execute(
        "SELECT id, content_key, label_id, state = 'rejected', accepted, flags <> '', file FROM image"
        " WHERE state <> 'fell_out' ORDER BY id"
    ).fetchall()
    names = _by_position(known, [label.name for label in known])
    shown_letters = _by_position(known, letters([label.name for label in known]))
    if not found:
        return GridRows(letters=shown_letters, label_names=names)
    position = {label.id: label.position for label in known}
    ids = np.array([row[0] for row in found], np.int64)
    label = np.array([position.get(row[2], NO_LABEL) for row in found], np.int32)
    marks = np.array([row[3] * Mark.REJECTED | row[4] * Mark.EDITED | row[5] * Mark.FLAGGED for row in found], np.uint8)
    group, distance = np.zeros(len(ids), np.int32), np.zeros(len(ids), np.float32)
    if group_by == "label":
        group = label
    elif group_by == "cluster" and current is not None:
        group, distance = _clusters(ids, current)
    # Those in no group have the number -1 and come last.
    order = np.lexsort((ids, distance, group, group < 0))
    return GridRows(
        ids=ids[order],
        keys=content_keys([found[at][1] for at in order]),
        labels=label[order],
        marks=marks[order],
        sections=_sections(group[order], label[order], marks[order], _header(group_by, words, current, names)),
        letters=shown_letters,
        label_names=names,
        names=tuple(found[at][6] for at in order),
    )


def _by_position(known: list[Label], words: list[str]) -> tuple[str, ...]:
    """Return *words* in a row where each stands at its label's position; removed labels leave holes."""
    found = [""] * (max((label.position for label in known), default=-1) + 1)
    for label, word in zip(known, words, strict=True):
        found[label.position] = word
    return tuple(found)


def _clusters(ids: npt.NDArray[np.int64], current: Clustering) -> tuple[Column, npt.NDArray[np.float32]]:
    """Return the cluster (`NOISE` for none) of each of *ids* and the distance to its centre."""
    group, distance = np.full(len(ids), NOISE, np.int32), np.zeros(len(ids), np.float32)
    _, here, there = np.intersect1d(ids, current.ids, assume_unique=True, return_indices=True)
    group[here], distance[here] = current.clusters[there], current.distances[there]
    return group, distance


@dataclass(frozen=True, slots=True)
class _Header:
    """What a section's header says besides its counts."""

    title: str
    cluster: int | None = None
    label: int | None = None
    tightness: float | None = None


def _header(
    group_by: GroupBy, words: SectionWords, current: Clustering | None, names: tuple[str, ...]
) -> Callable[[int], _Header]:
    def of_label(group: int) -> _Header:
        return _Header(words.unlabelled) if group == NO_LABEL else _Header(names[group], label=group)

    def of_cluster(group: int) -> _Header:
        if current is None:
            return _Header("")
        if group == NOISE:
            return _Header(words.unclustered)
        title = current.names.get(group) or words.cluster.format(group + 1)
        return _Header(title, cluster=group + 1, tightness=current.tightness.get(group))

    def of_all(_group: int) -> _Header:
        return _Header("")

    return {"label": of_label, "cluster": of_cluster, "none": of_all}[group_by]


def _sections(
    group: Column, label: Column, marks: npt.NDArray[np.uint8], header: Callable[[int], _Header]
) -> tuple[Section, ...]:
    firsts = np.flatnonzero(np.diff(group, prepend=group[0] - 1))
    found = []
    for first, after in zip(firsts, [*firsts[1:], len(group)], strict=True):
        is_rejected = (marks[first:after] & Mark.REJECTED) > 0
        given = label[first:after][~is_rejected]
        positions, counts = np.unique(given[given != NO_LABEL], return_counts=True)
        said = header(int(group[first]))
        found.append(
            Section(
                key=int(group[first]),
                title=said.title,
                first=int(first),
                count=int(after - first),
                cluster=said.cluster,
                label=said.label,
                tightness=said.tightness,
                label_counts=tuple(zip(positions.tolist(), counts.tolist(), strict=True)),
                rejected=int(is_rejected.sum()),
            )
        )
    return tuple(found)
