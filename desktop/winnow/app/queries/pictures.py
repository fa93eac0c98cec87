"""All pictures of the project in columns, which grouping, sorting and filtering read."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from winnow.app.grid_rows import NO_LABEL, Mark
from winnow.app.queries.clean import quality_view
from winnow.domain.cleaning import CHECKS, NO_GROUP
from winnow.domain.label import Label, by_position, letters
from winnow.store import clean, labels
from winnow.store.database import Reader

Mask = npt.NDArray[np.bool_]
NEAR_DUPLICATE = "near_duplicate"
"""The name of the flag of pictures that have near duplicates, beside those of the checks."""


@dataclass(frozen=True, slots=True, eq=False)
class Pictures:
    """Kept and rejected pictures in columns, by id; *labels* are positions, `NO_LABEL` for none."""

    ids: npt.NDArray[np.int64]
    labels: npt.NDArray[np.int32]
    marks: npt.NDArray[np.uint8]
    sources: npt.NDArray[np.int64]
    pixels: npt.NDArray[np.int64]
    """Width times height."""
    keys: list[bytes]
    names: list[str]
    flags: dict[str, Mask] = field(default_factory=dict)
    """Those that fail each check, and those with near duplicates, by name."""
    copies: npt.NDArray[np.int32] = field(default_factory=lambda: np.empty(0, np.int32))
    """Number of the group of near duplicates, `NO_GROUP` for none."""

    def __len__(self) -> int:
        return len(self.ids)

    @property
    def is_rejected(self) -> Mask:
        """Which of them are rejected."""
        return (self.marks & int(Mark.REJECTED)) > 0


def read_pictures(connection: Reader, known: list[Label]) -> Pictures:
    """Return all kept and rejected pictures, in id order."""
    found = connection.execute(
        "SELECT id, content_key, label_id, state = 'rejected', accepted, flags <> '', file, source_id, width * height"
        " FROM image WHERE state <> 'fell_out' ORDER BY id"
    ).fetchall()
    columns = list(zip(*found, strict=True)) if found else [()] * 9
    ids, keys, label_ids, rejected, accepted, flagged, names, sources, pixels = columns
    position = {label.id: label.position for label in known}
    copies = _copies(connection, np.array(ids, np.int64))
    flags = _flags(connection) | {NEAR_DUPLICATE: copies != NO_GROUP}
    marks = np.array(rejected, np.uint8) * int(Mark.REJECTED) + np.array(accepted, np.uint8) * int(Mark.EDITED)
    marks[np.array(flagged, bool)] |= int(Mark.FLAGGED)
    for name, mask in flags.items():
        marks[mask] |= int(Mark.DUPLICATE if name == NEAR_DUPLICATE else Mark.FLAGGED)
    return Pictures(
        ids=np.array(ids, np.int64),
        labels=np.array([position.get(one, NO_LABEL) for one in label_ids], np.int32),
        marks=marks,
        sources=np.array(sources, np.int64),
        pixels=np.array(pixels, np.int64),
        keys=list(keys),
        names=list(names),
        flags=flags,
        copies=copies,
    )


def _flags(connection: Reader) -> dict[str, Mask]:
    """Return which pictures fail each check by the person's thresholds, in id order."""
    view = quality_view(connection)
    return {check.value: view.column(check) < view.cleaning.threshold(check) for check in CHECKS}


def _copies(connection: Reader, ids: npt.NDArray[np.int64]) -> npt.NDArray[np.int32]:
    groups = np.full(len(ids), NO_GROUP, np.int32)
    found = clean.duplicates(connection)
    if found is not None:
        _, here, there = np.intersect1d(ids, found.ids, assume_unique=True, return_indices=True)
        groups[here] = found.groups[there]
    return groups


@dataclass(frozen=True, slots=True)
class Glimpse:
    """A picture as a small square shows it; *label* is a position."""

    id: int
    key: bytes
    name: str
    label: int = NO_LABEL
    is_rejected: bool = False


@dataclass(frozen=True, slots=True)
class Glimpses:
    """Some pictures, with the letters of the labels by position."""

    pictures: tuple[Glimpse, ...]
    letters: tuple[str, ...]


def glimpses(connection: Reader, ids: Sequence[int]) -> Glimpses:
    """Return those of *ids* that did not fall out, in the order of *ids*."""
    known = labels.all_labels(connection)
    marks = letters([label.name for label in known])
    position = {int(label.id): label.position for label in known}
    found = connection.execute(
        "SELECT id, content_key, file, label_id, state = 'rejected' FROM image"
        " WHERE state <> 'fell_out' AND id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(ids)),),
    )
    by_id = {row[0]: Glimpse(row[0], row[1], row[2], position.get(row[3], NO_LABEL), bool(row[4])) for row in found}
    return Glimpses(
        tuple(by_id[image] for image in ids if image in by_id),
        by_position(known, marks),
    )
