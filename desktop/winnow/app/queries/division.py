"""Who is in train, valid and test, label by label."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from winnow.app.queries.kinship import dividable
from winnow.app.queries.samples import TAKES_PART
from winnow.domain.borders import Unmet, unmet
from winnow.domain.ids import SplitId
from winnow.domain.label import Label
from winnow.domain.split import PARTS, Keeping, Ratios, Split, leaks
from winnow.store import labels, splits
from winnow.store.database import Reader

Counts = tuple[int, int, int]
"""Of train, valid and test."""


@dataclass(frozen=True, slots=True)
class LabelParts:
    """One label's frames in each part."""

    label: Label
    counts: Counts


@dataclass(frozen=True, slots=True)
class SplitFacts:
    """A split in numbers; *counts* and *per_label* count frames, *pictures* their pictures."""

    ratios: Ratios
    seed: int
    counts: Counts
    per_label: tuple[LabelParts, ...]
    crossing_groups: int
    """Groups with frames in more than one part; 0 when nothing leaks."""
    kept_groups: int
    """Groups of two frames or more."""
    kept_pictures: int
    """Pictures in those groups."""
    out_of_date: bool
    """Pictures, frames or their labels have changed since it was made."""
    pictures: Counts = (0, 0, 0)
    k_fold: int = 0
    folds: tuple[int, ...] = ()
    """Frames of each fold."""
    keeping: Keeping = Keeping()
    unmet: tuple[Unmet, ...] = ()
    made_at: str = ""
    openings: int = 0


@dataclass(frozen=True, slots=True)
class Division:
    """What can be divided, what stays out, and the split in force if there is one."""

    labelled: int
    """Pictures."""
    unlabelled: int
    rejected: int
    split: SplitFacts | None
    frames: int = 0
    """Of the labelled pictures."""


def division(connection: Reader) -> Division:
    """Count what the Split room shows."""
    labelled, unlabelled, rejected = connection.execute(
        f"SELECT coalesce(sum(state = 'kept' AND {TAKES_PART}), 0),"
        f" coalesce(sum(state = 'kept' AND NOT {TAKES_PART}), 0), coalesce(sum(state = 'rejected'), 0) FROM image"
    ).fetchone()
    now = dividable(connection)
    rows = sorted(zip(now.ids.tolist(), now.labels.tolist(), strict=True))
    number = splits.current_id(connection)
    if number is None:
        return Division(labelled, unlabelled, rejected, None, len(rows))
    split = splits.get(connection, number)
    return Division(labelled, unlabelled, rejected, _facts(connection, split, _rows_of(split) != rows), len(rows))


def split_facts(connection: Reader, split_id: SplitId) -> SplitFacts:
    """Return any split in numbers, whether or not it is in force."""
    now = dividable(connection)
    split = splits.get(connection, split_id)
    rows = sorted(zip(now.ids.tolist(), now.labels.tolist(), strict=True))
    return _facts(connection, split, _rows_of(split) != rows)


def _rows_of(split: Split) -> list[tuple[int, int]]:
    return sorted(zip(split.ids.tolist(), split.labels.tolist(), strict=True))


def _facts(connection: Reader, split: Split, out_of_date: bool) -> SplitFacts:
    per_label = []
    for label in labels.all_labels(connection):
        counts = np.bincount(split.parts[split.labels == label.id], minlength=len(PARTS))
        if counts.sum():
            per_label.append(LabelParts(label, (int(counts[0]), int(counts[1]), int(counts[2]))))
    _, group_of, sizes = np.unique(split.groups, return_inverse=True, return_counts=True)
    train, valid, test = (split.count(part) for part in PARTS)
    in_train, in_valid, in_test = (len(split.ids_of(part)) for part in PARTS)
    return SplitFacts(
        ratios=split.ratios,
        seed=split.seed,
        counts=(train, valid, test),
        per_label=tuple(per_label),
        crossing_groups=leaks(split),
        kept_groups=int(np.count_nonzero(sizes > 1)),
        kept_pictures=len(np.unique(split.ids[sizes[group_of] > 1])),
        out_of_date=out_of_date,
        pictures=(in_train, in_valid, in_test),
        k_fold=split.k_fold,
        folds=tuple(int(np.count_nonzero(split.folds == fold)) for fold in range(split.k_fold)),
        keeping=split.keeping,
        unmet=unmet(split),
        made_at=splits.made_at(connection, split.id),
        openings=len(splits.openings(connection, split.id)),
    )
