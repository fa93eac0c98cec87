"""Which pictures Sort shows, and how many each part of the filter holds."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from winnow.app.grid_rows import NO_LABEL
from winnow.app.queries.pictures import Mask, Pictures
from winnow.domain.label import Label
from winnow.store.database import Reader


@dataclass(frozen=True, slots=True)
class Sieve:
    """What the person ticked and typed; the default lets everything through.

    Labels and sources are named where they are hidden, so that one that comes
    later is shown.
    """

    hidden_labels: frozenset[int] = frozenset()
    shows_unlabelled: bool = True
    shows_rejected: bool = True
    hidden_sources: frozenset[int] = frozenset()
    flags: frozenset[str] = frozenset()
    """Only pictures with one of these; empty: all."""
    expression: str = ""
    """In the language of filters; empty: all."""

    @property
    def is_open(self) -> bool:
        """Whether everything passes."""
        return self == Sieve()


@dataclass(frozen=True, slots=True)
class SourceCount:
    """A source and how many pictures of it are in the project."""

    id: int
    name: str
    pictures: int


@dataclass(frozen=True, slots=True)
class FilterCounts:
    """How many pictures each box of the filter stands for, whatever is hidden now.

    A rejected picture counts as rejected only, whatever label it has.
    """

    labels: tuple[tuple[Label, int], ...] = ()
    unlabelled: int = 0
    rejected: int = 0
    flags: tuple[tuple[str, int], ...] = ()
    """Only those that some picture has."""
    sources: tuple[SourceCount, ...] = ()


def sifted(pictures: Pictures, sieve: Sieve, known: list[Label], matching: npt.NDArray[np.int64] | None) -> Mask:
    """Return which of *pictures* pass; *matching* are the ids that the typed expression lets through, None: all."""
    rejected = pictures.is_rejected
    passes = np.ones(len(pictures), bool)
    if not sieve.shows_rejected:
        passes &= ~rejected
    if not sieve.shows_unlabelled:
        passes &= rejected | (pictures.labels != NO_LABEL)
    hidden = [label.position for label in known if label.id in sieve.hidden_labels]
    if hidden:
        passes &= rejected | ~np.isin(pictures.labels, hidden)
    if sieve.hidden_sources:
        passes &= ~np.isin(pictures.sources, list(sieve.hidden_sources))
    if sieve.flags:
        wanted = [pictures.flags[name] for name in sieve.flags if name in pictures.flags]
        passes &= np.logical_or.reduce(wanted) if wanted else False
    if matching is not None:
        passes &= np.isin(pictures.ids, matching)
    return passes


def counted(connection: Reader, pictures: Pictures, known: list[Label]) -> FilterCounts:
    """Return what stands beside the boxes of the filter."""
    rejected = pictures.is_rejected
    kept = pictures.labels[~rejected]
    counts = np.bincount(kept[kept != NO_LABEL], minlength=max((label.position for label in known), default=-1) + 1)
    of_source = dict(zip(*(part.tolist() for part in np.unique(pictures.sources, return_counts=True)), strict=True))
    sources = connection.execute("SELECT id, name FROM source WHERE hidden = 0 OR id IN (SELECT source_id FROM image)")
    return FilterCounts(
        labels=tuple((label, int(counts[label.position])) for label in known),
        unlabelled=int((kept == NO_LABEL).sum()),
        rejected=int(rejected.sum()),
        flags=tuple((name, int(mask.sum())) for name, mask in pictures.flags.items() if mask.any()),
        sources=tuple(SourceCount(row[0], row[1], of_source[row[0]]) for row in sources if row[0] in of_source),
    )
