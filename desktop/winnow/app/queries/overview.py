"""The project in numbers."""

from __future__ import annotations

from dataclasses import dataclass

from winnow.domain.journal import JournalState
from winnow.domain.label import Label
from winnow.domain.split import Ratios
from winnow.store import clusterings, journal, labels, splits
from winnow.store.database import Reader


@dataclass(frozen=True, slots=True)
class Overview:
    """How far each room's work is."""

    found: int
    kept: int
    rejected: int
    labelled: int
    edited: int
    labels: tuple[tuple[Label, int], ...]
    clustering: int | None
    split: int | None
    ratios: Ratios | None
    """Of the split, as wished."""
    runs: int
    openings: int
    exported: int
    """Kinds of things that were exported: data set, model, report."""
    journal: JournalState


def overview(connection: Reader) -> Overview:
    """Count everything; kept does not include what was rejected."""
    found, kept, rejected, labelled, edited = connection.execute(
        "SELECT count(*), coalesce(sum(state = 'kept'), 0), coalesce(sum(state = 'rejected'), 0),"
        " coalesce(sum(state = 'kept' AND label_id IS NOT NULL), 0), coalesce(sum(accepted), 0) FROM image"
    ).fetchone()
    counts = dict(
        connection.execute("SELECT label_id, count(*) FROM image WHERE state = 'kept' GROUP BY label_id").fetchall()
    )
    runs, openings, exported = connection.execute(
        "SELECT (SELECT count(*) FROM run WHERE hidden = 0), (SELECT count(*) FROM opening),"
        " (SELECT count(DISTINCT kind) FROM export)"
    ).fetchone()
    split = splits.current_id(connection)
    return Overview(
        found=found,
        kept=kept,
        rejected=rejected,
        labelled=labelled,
        edited=edited,
        labels=tuple((label, counts.get(label.id, 0)) for label in labels.all_labels(connection)),
        clustering=clusterings.current_id(connection),
        split=split,
        ratios=None if split is None else splits.ratios(connection, split),
        runs=runs,
        openings=openings,
        exported=exported,
        journal=journal.state(connection),
    )
