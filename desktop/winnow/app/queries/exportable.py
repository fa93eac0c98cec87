"""What can go out of the project, and what went out already."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from winnow.app.queries.samples import labelled
from winnow.domain.run import Run, RunState
from winnow.domain.split import PARTS
from winnow.store import exports, labels, runs, splits
from winnow.store.database import Reader


@dataclass(frozen=True, slots=True)
class EarlierExport:
    """A finished export; *kind* is 'dataset', 'model' or 'report'."""

    kind: str
    folder: str
    files: int
    made_at: str


@dataclass(frozen=True, slots=True)
class Exportable:
    """Samples by part and label, runs with weights newest first, and earlier exports newest first."""

    frames: int
    images: int
    without_licence: int
    """Images that no licence is known of."""
    folders: tuple[tuple[str, tuple[tuple[str, int], ...]], ...]
    """(part, (label, frames) …); one part "" where there is no split."""
    runs: tuple[Run, ...]
    earlier: tuple[EarlierExport, ...]
    licences: tuple[tuple[str, int], ...] = ()
    """(licence as it was told, images), most first; "" is none."""
    unlabelled: int = 0
    rejected: int = 0
    original_bytes: int = 0
    """How large the files of those images are, as they came."""


def exportable(connection: Reader) -> Exportable:
    """Count what an export would write."""
    number = splits.current_id(connection)
    rows = labelled(connection, None if number is None else splits.get(connection, number))
    parts = [part.value for part in PARTS] if number is not None else []
    counts: dict[tuple[str, int], int] = {}
    for row in rows:
        at = (row.part.value if row.part else "", row.label_id)
        counts[at] = counts.get(at, 0) + 1
    folders = []
    # Pictures that were labelled after the split are in no part.
    for part in (*parts, ""):
        inside = [(label.name, counts.get((part, label.id), 0)) for label in labels.all_labels(connection)]
        filled = tuple((name, count) for name, count in inside if count)
        if filled:
            folders.append((part, filled))
    licence_of = {row.image_id: row.provenance.get("licence", "").strip() for row in rows}
    unlabelled, rejected = left_behind(connection)
    return Exportable(
        frames=len(rows),
        images=len({row.image_id for row in rows}),
        without_licence=sum(not licence for licence in licence_of.values()),
        folders=tuple(folders),
        runs=tuple(run for run in runs.all_runs(connection) if run.epochs and run.state is not RunState.RUNNING),
        earlier=tuple(EarlierExport(*row) for row in exports.all_exports(connection)),
        licences=tuple(Counter(licence_of.values()).most_common()),
        unlabelled=unlabelled,
        rejected=rejected,
        original_bytes=_bytes_of({int(row.image_id) for row in rows}, connection),
    )


def _bytes_of(image_ids: set[int], connection: Reader) -> int:
    sizes = connection.execute("SELECT id, size_bytes FROM image WHERE state = 'kept'")
    return sum(size or 0 for number, size in sizes if number in image_ids)


def left_behind(connection: Reader) -> tuple[int, int]:
    """Return how many pictures have no label and how many are rejected: neither goes out."""
    row = connection.execute(
        "SELECT coalesce(sum(state = 'kept' AND label_id IS NULL), 0), coalesce(sum(state = 'rejected'), 0) FROM image"
    ).fetchone()
    return int(row[0]), int(row[1])
