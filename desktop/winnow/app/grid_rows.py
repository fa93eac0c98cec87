"""What a grid of pictures shows: one frozen answer of a query, in columns."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from winnow.base.errors import ContractError

NO_LABEL = -1
KEY_BYTES = 32

SectionKey = int | str


class Mark(enum.IntFlag):
    """What a picture's corner says; the bits of `GridRows.marks`."""

    REJECTED = 1
    FLAGGED = 2
    DUPLICATE = 4
    """It has near duplicates."""
    EDITED = 8


@dataclass(frozen=True, slots=True)
class Section:
    """Rows that lie together under one header; with an empty *title* it has no header."""

    key: SectionKey
    """Names the section over updates: a cluster's number, or words of the query such as ``label:2``."""
    title: str
    first: int
    """Its first row."""
    count: int
    cluster: int | None = None
    """Number on the chip, from 1."""
    label: int | None = None
    """Position of the label on the chip, from 0."""
    letter: str = ""
    """The label's letter on the chip."""
    tightness: float | None = None
    """Mean silhouette, -1 to 1."""
    label_counts: tuple[tuple[int, int], ...] = ()
    """(position of the label, pictures), in the order of the bar."""
    rejected: int = 0

    @property
    def labelled(self) -> int:
        """Pictures that have a label."""
        return sum(count for _, count in self.label_counts)


def _none() -> npt.NDArray[np.int64]:
    return np.empty(0, np.int64)


@dataclass(frozen=True, slots=True, eq=False)
class GridRows:
    """Pictures in the order of the view; all arrays have one entry a row.

    The sections cover the rows without gaps, in order. *labels* holds
    positions of labels (`NO_LABEL` for none), whose *letters* are indexed by
    position; *marks* holds bits of `Mark`.
    """

    ids: npt.NDArray[np.int64] = field(default_factory=_none)
    keys: npt.NDArray[np.uint8] = field(default_factory=lambda: np.empty((0, KEY_BYTES), np.uint8))
    """(n, 32): content keys; not `S32`, which drops zero bytes at the end."""
    labels: npt.NDArray[np.int32] = field(default_factory=lambda: np.empty(0, np.int32))
    marks: npt.NDArray[np.uint8] = field(default_factory=lambda: np.empty(0, np.uint8))
    sections: tuple[Section, ...] = ()
    letters: tuple[str, ...] = ()
    label_names: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    """What a picture is called, for tooltips and screen readers; empty where nothing is known."""
    suggested: npt.NDArray[np.int32] | None = None
    """Positions of labels that are suggested and not given, `NO_LABEL` for none; None where nothing is suggested."""

    def __post_init__(self) -> None:
        n = len(self.ids)
        if self.keys.shape != (n, KEY_BYTES) or self.labels.shape != (n,) or self.marks.shape != (n,):
            raise ContractError(
                f"the columns of {n} rows have shapes {self.keys.shape}, {self.labels.shape}, {self.marks.shape}"
            )
        if self.suggested is not None and self.suggested.shape != (n,):
            raise ContractError(f"there are {len(self.suggested)} suggestions for {n} rows")
        if self.names and len(self.names) != n:
            raise ContractError(f"there are {len(self.names)} names for {n} rows")
        at = 0
        for section in self.sections:
            if section.first != at or section.count < 0:
                raise ContractError(f"section {section.key!r} begins at row {section.first} instead of {at}")
            at += section.count
        if at != n:
            raise ContractError(f"the sections cover {at} of {n} rows")

    def __len__(self) -> int:
        return len(self.ids)

    def key(self, row: int) -> bytes:
        """Return the 32 bytes that the thumbnail of *row* is stored under."""
        return bytes(self.keys[row])

    def keys_between(self, first: int, last: int) -> list[bytes]:
        """Return the keys of the rows *first* to *last*, both included."""
        together = self.keys[first : last + 1].tobytes()
        return [together[at : at + KEY_BYTES] for at in range(0, len(together), KEY_BYTES)]


def content_keys(keys: list[bytes]) -> npt.NDArray[np.uint8]:
    """Return *keys*, 32 bytes each, as the column that `GridRows` wants."""
    return np.frombuffer(b"".join(keys), np.uint8).reshape(len(keys), KEY_BYTES)
