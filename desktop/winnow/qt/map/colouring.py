"""What the colours and the captions of the map say."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QColor

from winnow.app.queries.map import MapRows
from winnow.domain.label import letters
from winnow.qt.figures import count_words
from winnow.qt.map.painting import CROSS, FULL, HOLLOW, Look
from winnow.qt.map.view import Caption
from winnow.qt.theme.theme import class_colour, tokens

CLUSTER, LABEL, PART, QUALITY = "cluster", "label", "part", "quality"
_FEWEST_TO_NAME = 3


@dataclass(frozen=True, slots=True)
class MapWords:
    """The words that the captions need, in the person's language."""

    cluster: str
    """With a place for its number."""
    parts: tuple[str, str, str]
    flagged: str
    sound: str


def look_of(rows: MapRows, by: str) -> Look:
    """Return how the points look when they are coloured *by*; what has no group is grey."""
    groups = _groups(rows, by)
    grey = tokens().colour("text-3")
    count = int(groups.max(initial=-1)) + 1
    colours = [_colour(by, number) for number in range(count)]
    shapes = np.where(rows.rejected, CROSS, np.where(rows.labels >= 0, FULL, HOLLOW)).astype(np.uint8)
    return Look(groups + 1, shapes, [grey, *colours])


def captions_of(rows: MapRows, by: str, words: MapWords) -> tuple[Caption, ...]:
    """Return a caption over the middle of each group that has a few pictures."""
    groups = _groups(rows, by)
    marks = letters(list(rows.label_names))
    found = []
    for number in range(int(groups.max(initial=-1)) + 1):
        of_group = rows.points[groups == number]
        if len(of_group) < _FEWEST_TO_NAME:
            continue
        x, y = np.median(of_group, axis=0).tolist()
        name = _name(rows, by, number, words)
        letter = marks[number] if by == LABEL else ""
        chip = number + 1 if by == CLUSTER else 0
        found.append(Caption(x, y, name, count_words(len(of_group)), chip, letter, number if by == LABEL else -1))
    return tuple(found)


def _groups(rows: MapRows, by: str) -> npt.NDArray[np.int32]:
    if by == QUALITY:
        return rows.flagged.astype(np.int32)
    return {CLUSTER: rows.clusters, LABEL: rows.labels, PART: rows.parts}[by]


def _colour(by: str, number: int) -> QColor:
    if by == LABEL:
        return class_colour(number)
    if by == CLUSTER:
        return tokens().cluster_point(number + 1)
    if by == QUALITY:
        return tokens().colour("warn-mark" if number else "text-3")
    return tokens().colour(("train", "valid", "warn-mark")[number])


def _name(rows: MapRows, by: str, number: int, words: MapWords) -> str:
    named: dict[str, Callable[[], str]] = {
        LABEL: lambda: rows.label_names[number],
        CLUSTER: lambda: rows.cluster_names.get(number) or words.cluster.format(number + 1),
        PART: lambda: words.parts[number],
        QUALITY: lambda: words.flagged if number else words.sound,
    }
    return named[by]()


def legend(labelled: str, unlabelled: str, rejected: str) -> Sequence[tuple[int, str]]:
    """Return (shape, words) of the legend."""
    return ((FULL, labelled), (HOLLOW, unlabelled), (CROSS, rejected))
