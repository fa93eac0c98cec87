"""Pictures in sections: by cluster, label, source, near duplicates, quality or part of the split."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

import numpy as np
import numpy.typing as npt

from winnow.app.grid_rows import NO_LABEL, Section, SectionKey
from winnow.app.queries.clean import duplicate_grouping, quality_grouping
from winnow.app.queries.pictures import Pictures
from winnow.domain.cleaning import NO_GROUP
from winnow.domain.cluster import NOISE, Clustering
from winnow.domain.label import Label, letters
from winnow.domain.split import PARTS
from winnow.store import splits
from winnow.store.database import Reader

GroupBy = Literal["cluster", "label", "source", "duplicates", "quality", "split", "none"]
Column = npt.NDArray[np.int32]
Rows = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class SectionWords:
    """What sections without a name of their own are called; ``{0}`` is a number from 1."""

    cluster: str = "Cluster {0}"
    unclustered: str = "In no cluster"
    unlabelled: str = "Unlabelled"
    duplicates: str = "Near duplicates {0}"
    unique: str = "No near duplicates"
    unsearched: str = "Not searched yet"
    sound: str = "Nothing noticed"
    parts: tuple[str, str, str] = ("Train", "Valid", "Test")
    undivided: str = "In no part"
    flags: dict[str, str] = field(default_factory=dict)
    """What each flag of quality is called."""


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """What rows are made of; *clusters* and *distances* are parallel to *pictures*."""

    pictures: Pictures
    known: list[Label]
    current: Clustering | None
    clusters: Column
    distances: npt.NDArray[np.float32]
    passes: npt.NDArray[np.bool_]


def titles_of(current: Clustering, words: SectionWords) -> dict[int, str]:
    numbers = np.unique(current.clusters[current.clusters != NOISE]).tolist()
    titles = {number: current.names.get(number) or words.cluster.format(number + 1) for number in numbers}
    return titles | {NOISE: words.unclustered}


@dataclass(frozen=True, slots=True)
class Header:
    """What a section's header says besides its counts."""

    key: SectionKey
    title: str
    cluster: int | None = None
    label: int | None = None
    tightness: float | None = None


HeaderOf = Callable[[int], Header]
Grouped = tuple[Column, HeaderOf, npt.NDArray[np.float32]]
"""The group of each picture, what the header of a group says, and what the own order within groups goes by."""


def grouping(connection: Reader, group_by: GroupBy, words: SectionWords, seen: Seen) -> Grouped:
    """Return the group of each picture, -1 for none, what the headers say, and the order within groups."""
    makers: dict[GroupBy, Callable[[], Grouped]] = {
        "label": lambda: _by_label(words, seen),
        "source": lambda: _by_source(connection, seen),
        "duplicates": lambda: _by_duplicates(connection, words),
        "quality": lambda: _by_quality(connection, words),
        "split": lambda: _by_split(connection, words, seen),
    }
    if group_by in makers:
        return makers[group_by]()
    if group_by == "cluster" and seen.current is not None:
        return _by_cluster(seen.current, words, seen)
    return np.zeros(len(seen.pictures), np.int32), lambda _group: Header("all", ""), seen.distances


def _by_cluster(current: Clustering, words: SectionWords, seen: Seen) -> Grouped:
    titles = titles_of(current, words)

    def header(group: int) -> Header:
        if group == NOISE:
            return Header(NOISE, words.unclustered)
        return Header(group, titles[group], cluster=group + 1, tightness=current.tightness.get(group))

    return seen.clusters, header, seen.distances


def _by_label(words: SectionWords, seen: Seen) -> Grouped:
    names = {label.position: label.name for label in seen.known}

    def header(group: int) -> Header:
        known = group in names
        return Header(f"label:{group}", names.get(group, words.unlabelled), label=group if known else None)

    return seen.pictures.labels, header, seen.distances


def _by_source(connection: Reader, seen: Seen) -> Grouped:
    names = dict(connection.execute("SELECT id, name FROM source"))
    return seen.pictures.sources.astype(np.int32), lambda group: Header(f"source:{group}", names[group]), seen.distances


def _by_duplicates(connection: Reader, words: SectionWords) -> Grouped:
    found = duplicate_grouping(connection)

    def header(group: int) -> Header:
        if group != NO_GROUP:
            return Header(f"duplicates:{group}", words.duplicates.format(group + 1))
        return Header(f"duplicates:{group}", words.unique if found.is_searched else words.unsearched)

    return found.groups, header, found.places


def _by_quality(connection: Reader, words: SectionWords) -> Grouped:
    """Each picture stands under the check that it fails most clearly."""
    found = quality_grouping(connection)

    def header(number: int) -> Header:
        if number == NO_GROUP:
            return Header("quality:", words.sound)
        flag = found.checks[number].value
        return Header(f"quality:{flag}", words.flags.get(flag, flag))

    return found.groups, header, found.places


def _by_split(connection: Reader, words: SectionWords, seen: Seen) -> Grouped:
    group = np.full(len(seen.pictures), NO_GROUP, np.int32)
    number = splits.current_id(connection)
    if number is not None:
        split = splits.get(connection, number)
        _, here, there = np.intersect1d(seen.pictures.ids, split.ids, return_indices=True)
        group[here] = split.parts[there]

    def header(part: int) -> Header:
        if part == NO_GROUP:
            return Header("split:", words.undivided)
        return Header(f"split:{PARTS[part].value}", words.parts[part])

    return group, header, seen.distances


def sections(group: Column, seen: Seen, order: Rows, header: HeaderOf) -> tuple[Section, ...]:
    if not len(group):
        return ()
    firsts = np.flatnonzero(np.diff(group, prepend=group[0] - 1))
    return tuple(
        section_of(header(int(group[first])), int(first), seen, order[first:after])
        for first, after in zip(firsts, [*firsts[1:], len(group)], strict=True)
    )


def section_of(said: Header, first: int, seen: Seen, order: Rows) -> Section:
    is_rejected = seen.pictures.is_rejected[order]
    given = seen.pictures.labels[order][~is_rejected]
    positions, counts = np.unique(given[given != NO_LABEL], return_counts=True)
    return Section(
        key=said.key,
        title=said.title,
        first=first,
        count=len(order),
        cluster=said.cluster,
        label=said.label,
        letter=_letter_of(seen.known, said.label),
        tightness=said.tightness,
        label_counts=tuple(zip(positions.tolist(), counts.tolist(), strict=True)),
        rejected=int(is_rejected.sum()),
    )


def _letter_of(known: list[Label], position: int | None) -> str:
    marks = letters([label.name for label in known])
    return next((mark for label, mark in zip(known, marks, strict=True) if label.position == position), "")
