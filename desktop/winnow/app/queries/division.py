"""Who is in train, valid and test, label by label."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from winnow.domain.label import Label
from winnow.domain.split import PARTS, Ratios, leaks
from winnow.store import labels, splits
from winnow.store.database import Reader


@dataclass(frozen=True, slots=True)
class LabelParts:
    """One label's pictures in each part, in the order of `PARTS`."""

    label: Label
    counts: tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class SplitFacts:
    """A split in numbers."""

    ratios: Ratios
    seed: int
    counts: tuple[int, int, int]
    per_label: tuple[LabelParts, ...]
    crossing_groups: int
    """Groups of near duplicates with pictures in more than one part; 0 when nothing leaks."""
    kept_groups: int
    """Groups of two pictures or more."""
    kept_pictures: int
    """Pictures in those groups."""
    out_of_date: bool
    """Pictures or their labels have changed since it was made."""


@dataclass(frozen=True, slots=True)
class Division:
    """What can be divided, what stays out, and the split in force if there is one."""

    labelled: int
    unlabelled: int
    rejected: int
    split: SplitFacts | None


def division(connection: Reader) -> Division:
    """Count what the Split room shows."""
    labelled, unlabelled, rejected = connection.execute(
        "SELECT coalesce(sum(state = 'kept' AND label_id IS NOT NULL), 0),"
        " coalesce(sum(state = 'kept' AND label_id IS NULL), 0), coalesce(sum(state = 'rejected'), 0) FROM image"
    ).fetchone()
    return Division(labelled, unlabelled, rejected, _facts(connection))


def _facts(connection: Reader) -> SplitFacts | None:
    number = splits.current_id(connection)
    if number is None:
        return None
    split = splits.get(connection, number)
    per_label = []
    for label in labels.all_labels(connection):
        counts = np.bincount(split.parts[split.labels == label.id], minlength=len(PARTS))
        if counts.sum():
            per_label.append(LabelParts(label, (int(counts[0]), int(counts[1]), int(counts[2]))))
    sizes = np.unique(split.groups, return_counts=True)[1]
    now = connection.execute(
        "SELECT id, label_id FROM image WHERE state = 'kept' AND label_id IS NOT NULL ORDER BY id"
    ).fetchall()
    train, valid, test = (split.count(part) for part in PARTS)
    return SplitFacts(
        ratios=split.ratios,
        seed=split.seed,
        counts=(train, valid, test),
        per_label=tuple(per_label),
        crossing_groups=leaks(split),
        kept_groups=int(np.count_nonzero(sizes > 1)),
        kept_pictures=int(sizes[sizes > 1].sum()),
        out_of_date=[tuple(row) for row in now] != list(zip(split.ids.tolist(), split.labels.tolist(), strict=True)),
    )
