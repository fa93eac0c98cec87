"""What Sort shows: pictures in sections, and what is known of one of them."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Literal, cast

import numpy as np
import numpy.typing as npt

from winnow.app.grid_rows import NO_LABEL, GridRows, Section, SectionKey, content_keys
from winnow.app.queries.grouping import (
    Column,
    GroupBy,
    Header,
    Rows,
    SectionWords,
    Seen,
    grouping,
    section_of,
    sections,
    titles_of,
)
from winnow.app.queries.pictures import Pictures, read_pictures
from winnow.app.queries.sieve import FilterCounts, Sieve, counted, sifted
from winnow.domain.cluster import NOISE, Clustering
from winnow.domain.expression import FilterUnreadable, parse
from winnow.domain.ids import ClusteringId, ImageId
from winnow.domain.label import Label, by_position, letters
from winnow.store import clusterings, filters, labels
from winnow.store.database import Reader
from winnow.store.errors import ItemUnknown
from winnow.store.filtering import ClusterNotThere, LabelNotThere, matching

Order = Literal["centre", "edge", "newest", "size", "file"]
"""Nearest to the centre of the own cluster first, farthest first, newest, most pixels, by file name."""


@dataclass(frozen=True, slots=True, eq=False)
class Ranking:
    """Pictures in an order of their own, such as the most similar first, in one or more sections.

    *suggested* has a label's id for each of *ids*, or 0 for none.
    """

    ids: npt.NDArray[np.int64]
    sections: tuple[tuple[SectionKey, str, int, int | None], ...]
    """(key, title, how many of *ids*, position of the label on the chip), in order."""
    suggested: npt.NDArray[np.int64] | None = None


@dataclass(frozen=True, slots=True, eq=False)
class SortQuery:
    """What of the project is asked for."""

    group_by: GroupBy = "cluster"
    order: Order = "centre"
    sieve: Sieve = field(default_factory=Sieve)
    words: SectionWords = field(default_factory=SectionWords)
    ranking: Ranking | None = None
    """Takes the place of the grouping and the order."""


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The clustering that is shown, in short."""

    id: ClusteringId
    method: str
    features: str
    k: int
    clusters: int
    silhouette: float | None = None


@dataclass(frozen=True, slots=True, eq=False)
class SortView:
    """Everything that Sort shows at once, of one moment; *clusters* is parallel to the rows, `NOISE` for none."""

    rows: GridRows
    labels: tuple[Label, ...] = ()
    arrangement: Arrangement | None = None
    counts: FilterCounts = field(default_factory=FilterCounts)
    in_all: int = 0
    """Pictures in the project, those that the filter hides included."""
    clusters: Column = field(default_factory=lambda: np.empty(0, np.int32))
    titles: dict[int, str] = field(default_factory=dict)
    """What each cluster, from 0, is called."""
    flags: dict[str, npt.NDArray[np.bool_]] = field(default_factory=dict)
    """Which rows have each flag of quality."""
    copies: Column = field(default_factory=lambda: np.empty(0, np.int32))
    """The group of near duplicates of each row, -1 for none."""
    saved_filters: dict[str, str] = field(default_factory=dict)
    """Expressions by their names."""

    def row_of(self, image_id: int) -> int:
        """Return the row of a picture, -1 where it is not shown."""
        found = np.flatnonzero(self.rows.ids == image_id)
        return int(found[0]) if len(found) else -1

    @property
    def kept(self) -> int:
        """Pictures of the project that are not rejected."""
        return self.in_all - self.counts.rejected


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


def sort_view(connection: Reader, query: SortQuery | None = None) -> SortView:
    """Return the grid together with the labels and the clustering that it was made with.

    Raises:
        FilterUnreadable, ClusterNotThere, LabelNotThere: the typed filter asks for what there is not.
    """
    query = query or SortQuery()
    known = labels.all_labels(connection)
    pictures = read_pictures(connection, known)
    current = clusterings.current(connection)
    group, distance = _clusters(pictures.ids, current)
    passes = sifted(pictures, query.sieve, known, _matching(connection, query.sieve.expression, pictures))
    make = _ranked if query.ranking is not None else _grouped
    rows, order = make(connection, query, Seen(pictures, known, current, group, distance, passes))
    return SortView(
        rows=rows,
        labels=tuple(known),
        arrangement=None if current is None else _arrangement(current),
        counts=counted(connection, pictures, known),
        in_all=len(pictures),
        clusters=group[order],
        titles={} if current is None else titles_of(current, query.words),
        flags={name: mask[order] for name, mask in pictures.flags.items()},
        copies=pictures.copies[order],
        saved_filters=filters.all_filters(connection),
    )


def typed_view(connection: Reader, query: SortQuery) -> SortView | FilterUnreadable | ClusterNotThere | LabelNotThere:
    """Return `sort_view`, or what is wrong with the filter that is being typed."""
    try:
        return sort_view(connection, query)
    except (FilterUnreadable, ClusterNotThere, LabelNotThere) as error:
        return error


def grid_rows(connection: Reader, group_by: GroupBy = "cluster", words: SectionWords | None = None) -> GridRows:
    """Return kept and rejected pictures in sections.

    Clusters are in the order of their numbers, each with its most typical
    picture first; labels in the order of their keys. What belongs to none
    comes last. Without a clustering, grouping by cluster gives one section
    without a header.
    """
    return sort_view(connection, SortQuery(group_by, words=words or SectionWords())).rows


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


def _grouped(connection: Reader, query: SortQuery, seen: Seen) -> tuple[GridRows, Rows]:
    """Return the rows by what they are grouped by, and which pictures they are."""
    group, header, places = grouping(connection, query.group_by, query.words, seen)
    within = _within(query.order, seen, places)
    here = np.flatnonzero(seen.passes)
    # Those in no group have the number -1 and come last.
    order = here[np.lexsort((seen.pictures.ids[here], within[here], group[here], group[here] < 0))]
    return _rows(seen, order, sections(group[order], seen, order, header)), order


def _ranked(_connection: Reader, query: SortQuery, seen: Seen) -> tuple[GridRows, Rows]:
    """Return the rows in the order of the ranking; what has gone or is filtered out is left out."""
    ranking = cast(Ranking, query.ranking)
    at = np.searchsorted(seen.pictures.ids, ranking.ids)
    at = np.minimum(at, max(0, len(seen.pictures) - 1))
    there = (seen.pictures.ids[at] == ranking.ids) & seen.passes[at] if len(seen.pictures) else at < 0
    made: list[Section] = []
    first, begin = 0, 0
    for key, title, count, label in ranking.sections:
        left = int(there[begin : begin + count].sum())
        order = at[begin : begin + count][there[begin : begin + count]]
        if left:
            made.append(section_of(Header(key, title, label=label), first, seen, order))
        first, begin = first + left, begin + count
    suggested = None
    if ranking.suggested is not None:
        position = {label.id: label.position for label in seen.known}
        suggested = np.array([position.get(one, NO_LABEL) for one in ranking.suggested[there].tolist()], np.int32)
    return _rows(seen, at[there], tuple(made), suggested), at[there]


def _rows(seen: Seen, order: Rows, headed: tuple[Section, ...], suggested: Column | None = None) -> GridRows:
    names = [label.name for label in seen.known]
    pictures = seen.pictures
    return GridRows(
        ids=pictures.ids[order],
        keys=content_keys([pictures.keys[at] for at in order.tolist()]),
        labels=pictures.labels[order],
        marks=pictures.marks[order],
        sections=headed,
        letters=by_position(seen.known, letters(names)),
        label_names=by_position(seen.known, names),
        names=tuple([pictures.names[at] for at in order.tolist()]),
        suggested=suggested,
    )


def _within(order: Order, seen: Seen, places: npt.NDArray[np.float32]) -> npt.NDArray[np.float64]:
    """Return what pictures of one section are sorted by, ascending."""
    pictures = seen.pictures
    if order == "newest":
        return -pictures.ids.astype(np.float64)
    if order == "size":
        return -pictures.pixels.astype(np.float64)
    if order == "file":
        ranks = np.empty(len(pictures))
        ranks[sorted(range(len(pictures)), key=lambda at: pictures.names[at].casefold())] = np.arange(len(pictures))
        return ranks
    return -places.astype(np.float64) if order == "edge" else places.astype(np.float64)


def _matching(connection: Reader, expression: str, pictures: Pictures) -> npt.NDArray[np.int64] | None:
    if not expression.strip():
        return None
    return matching(connection, parse(expression), {name: pictures.ids[mask] for name, mask in pictures.flags.items()})


def _arrangement(current: Clustering) -> Arrangement:
    clusters = len(np.unique(current.clusters[current.clusters != NOISE]))
    return Arrangement(
        current.id, current.method, current.features, current.k, clusters, current.scores.get("silhouette")
    )


def _clusters(ids: npt.NDArray[np.int64], current: Clustering | None) -> tuple[Column, npt.NDArray[np.float32]]:
    """Return the cluster (`NOISE` for none) of each of *ids* and the distance to its centre."""
    group, distance = np.full(len(ids), NOISE, np.int32), np.zeros(len(ids), np.float32)
    if current is not None:
        _, here, there = np.intersect1d(ids, current.ids, assume_unique=True, return_indices=True)
        group[here], distance[here] = current.clusters[there], current.distances[there]
    return group, distance
