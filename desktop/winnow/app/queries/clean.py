"""What cleaning shows: pictures against thresholds, copies in groups, and what 'Empty rejected' would move."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

import numpy as np
import numpy.typing as npt

from winnow.app.grid_rows import content_keys
from winnow.collect.sources.licences import code_of
from winnow.domain.cleaning import (
    CHECKS,
    NO_GROUP,
    Check,
    Cleaning,
    Copy,
    KeepRule,
    Numbers,
    Scores,
    keeping_order,
    odd_sizes,
)
from winnow.domain.ids import ImageId, LabelId
from winnow.store import clean
from winnow.store.database import Reader

Ids = npt.NDArray[np.int64]

_AT_ONCE = 2_000
_MEASURED = tuple(check for check in CHECKS if check not in (Check.ODD_SIZE, Check.DOES_NOT_BELONG))


@dataclass(frozen=True, slots=True, eq=False)
class Grouping:
    """A grouping for the grid; parallel arrays, (n,), *ids* ascending, kept and rejected pictures alike.

    *groups* are numbers from 0, `NO_GROUP` for the rest; *places* order the
    pictures inside a group, ascending.
    """

    ids: Ids
    groups: Numbers
    places: npt.NDArray[np.float32]
    checks: tuple[Check, ...] = ()
    """By group number, where groups are checks."""
    is_searched: bool = True
    """False: nothing was compared yet, so that there are no groups says nothing."""


@dataclass(frozen=True, slots=True)
class Around:
    """The pictures nearest to a line: rows of the view, the nearest first."""

    below: tuple[int, ...]
    """These are flagged."""
    above: tuple[int, ...]


@dataclass(frozen=True, slots=True, eq=False)
class QualityView:
    """All scores of one moment: what sliders count by, without asking again. Arrays have one row a picture."""

    ids: Ids
    keys: npt.NDArray[np.uint8]
    """(n, 32) content keys."""
    names: tuple[str, ...]
    is_rejected: npt.NDArray[np.bool_]
    scores: Scores
    """(n, len(CHECKS)), NaN where nothing was measured."""
    cleaning: Cleaning = field(default_factory=Cleaning)
    searched_at: str = ""
    """When the newest search was, UTC; "" before there was one."""

    @property
    def kept(self) -> int:
        """How many pictures are not rejected."""
        return int(np.count_nonzero(~self.is_rejected))

    def column(self, check: Check) -> Scores:
        """Return the scores of one check, (n,)."""
        return self.scores[:, CHECKS.index(check)]

    def flagged(self, check: Check, threshold: float) -> Ids:
        """Return the ids of kept pictures whose score is below *threshold*, the worst first."""
        column = self.column(check)
        rows = np.flatnonzero((column < threshold) & ~self.is_rejected)
        return self.ids[rows[np.argsort(column[rows], kind="stable")]]

    def count(self, check: Check, threshold: float) -> int:
        """Return how many kept pictures *check* flags at *threshold*."""
        return int(np.count_nonzero((self.column(check) < threshold) & ~self.is_rejected))

    def counts(self) -> dict[Check, int]:
        """Return how many kept pictures each check flags by the person's thresholds."""
        return {check: self.count(check, self.cleaning.threshold(check)) for check in CHECKS}

    def unmeasured(self, check: Check) -> int:
        """Return how many kept pictures have no score of *check* yet."""
        return int(np.count_nonzero(np.isnan(self.column(check)) & ~self.is_rejected))

    def around(self, check: Check, threshold: float, most: int) -> Around:
        """Return the kept pictures whose scores are nearest to *threshold*, at most *most* on either side."""
        column = np.where(self.is_rejected, np.nan, self.column(check))
        below, above = np.flatnonzero(column < threshold), np.flatnonzero(column >= threshold)
        below = below[np.argsort(-column[below], kind="stable")][:most]
        above = above[np.argsort(column[above], kind="stable")][:most]
        return Around(tuple(below.tolist()), tuple(above.tolist()))


@dataclass(frozen=True, slots=True)
class CopyGroup:
    """Pictures that are copies of one another, the one that stays first."""

    number: int
    copies: tuple[Copy, ...]
    is_exact: bool
    """All pixels are equal, only the files differ."""
    is_decided: bool = False
    """The person picked the one that stays."""

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels in it, each once."""
        return tuple(dict.fromkeys(copy.label for copy in self.copies if copy.label and not copy.is_rejected))

    @property
    def conflicts(self) -> bool:
        """Whether its pictures have different labels and nobody picked one: no rule touches it."""
        return len(self.labels) > 1 and not self.is_decided

    @property
    def surplus(self) -> tuple[Copy, ...]:
        """Those that the rule would reject."""
        return tuple(copy for copy in self.copies[1:] if not copy.is_rejected)


@dataclass(frozen=True, slots=True)
class CopiesView:
    """All groups in which there is still something to decide, or was."""

    groups: tuple[CopyGroup, ...]
    rule: KeepRule
    searched: int
    """Pictures that the newest search looked at; 0: there was none."""
    unsearched: int
    """Kept pictures that came since."""
    same_bytes: int
    """Files that fell out when they came, for the same file was there."""
    searched_at: str = ""
    """When the newest search was, UTC; "" before there was one."""

    def choosing(self, chosen: frozenset[int]) -> CopiesView:
        """Return the view in which each of *chosen* stays in its group, whatever the rule says."""
        return replace(self, groups=tuple(_chosen_first(group, chosen) for group in self.groups))

    @property
    def open_groups(self) -> tuple[CopyGroup, ...]:
        """The groups that the rule would settle."""
        return tuple(group for group in self.groups if group.surplus and not group.conflicts)

    @property
    def conflicts(self) -> tuple[CopyGroup, ...]:
        """The groups whose labels contradict each other."""
        return tuple(group for group in self.groups if group.conflicts)


def _chosen_first(group: CopyGroup, chosen: frozenset[int]) -> CopyGroup:
    picked = [copy for copy in group.copies if copy.image_id in chosen and not copy.is_rejected]
    if not picked:
        return group
    rest = tuple(copy for copy in group.copies if copy is not picked[0])
    return replace(group, copies=(picked[0], *rest), is_decided=True)


@dataclass(frozen=True, slots=True)
class RejectedFiles:
    """What 'Empty rejected' would move to the system's trash."""

    count: int
    size_bytes: int
    already_gone: int = 0
    """Rejected pictures whose files were moved before."""


def quality_view(connection: Reader) -> QualityView:
    """Return every score of kept and rejected pictures, in the order of their ids."""
    rows = connection.execute(
        "SELECT id, content_key, file, state = 'rejected', quality, width, height FROM image"
        " WHERE state <> 'fell_out' ORDER BY id"
    ).fetchall()
    ids = np.array([row[0] for row in rows], np.int64)
    scores = np.full((len(rows), len(CHECKS)), np.nan, np.float32)
    is_rejected = np.array([row[3] for row in rows], np.bool_)
    # One text is read much faster than many; one of all pictures would hold up the window's thread.
    told = [
        one
        for start in range(0, len(rows), _AT_ONCE)
        for one in json.loads(f"[{','.join(row[4] for row in rows[start : start + _AT_ONCE])}]")
    ]
    for check in _MEASURED:
        name = check.value
        scores[:, CHECKS.index(check)] = [one.get(name, np.nan) for one in told]
    widths, heights = (np.array([row[at] for row in rows], np.int64) for at in (5, 6))
    kept = ~is_rejected
    scores[kept, CHECKS.index(Check.ODD_SIZE)] = odd_sizes(widths[kept], heights[kept])
    found = clean.outliers(connection)
    if found is not None:
        _, here, there = np.intersect1d(ids, found.ids, assume_unique=True, return_indices=True)
        scores[here, CHECKS.index(Check.DOES_NOT_BELONG)] = found.scores[there]
    return QualityView(
        ids=ids,
        keys=content_keys([row[1] for row in rows]),
        names=tuple(row[2] for row in rows),
        is_rejected=is_rejected,
        scores=scores,
        cleaning=clean.cleaning(connection),
        searched_at=clean.searched_at(connection),
    )


def quality_grouping(connection: Reader) -> Grouping:
    """Group pictures by the first check of `CHECKS` that flags them; the worst of each first.

    The plain checks come before the guesses, for a dark picture has no texture
    either. Rejected pictures stay in the group in which they were flagged.
    """
    view = quality_view(connection)
    lines = np.array([view.cleaning.threshold(check) for check in CHECKS], np.float32)
    is_flagged = view.scores < lines
    first = is_flagged.argmax(1) if len(view.ids) else np.empty(0, np.int64)
    groups = np.where(is_flagged.any(1), first, NO_GROUP).astype(np.int32)
    places = np.where(groups == NO_GROUP, 0, view.scores[np.arange(len(first)), first])
    return Grouping(view.ids, groups, places.astype(np.float32), CHECKS)


def copies_view(connection: Reader, rule: KeepRule | None = None) -> CopiesView:
    """Return the groups of copies, each in the order of *rule* (None: the person's)."""
    wanted = rule or clean.cleaning(connection).rule
    found = clean.duplicates(connection)
    kept = {row[0] for row in connection.execute("SELECT id FROM image WHERE state = 'kept'")}
    same_bytes = connection.execute("SELECT count(*) FROM image WHERE reason = 'exact_duplicate'").fetchone()[0]
    if found is None:
        return CopiesView((), wanted, 0, len(kept), same_bytes)
    there = found.groups != NO_GROUP
    by_group: dict[int, list[int]] = {}
    for image, group in zip(found.ids[there].tolist(), found.groups[there].tolist(), strict=True):
        by_group.setdefault(group, []).append(image)
    twin = dict(zip(found.ids.tolist(), found.twins.tolist(), strict=True))
    copies = _copies(connection, {image for ids in by_group.values() for image in ids})
    groups = []
    for number, ids in by_group.items():
        members = [copies[image] for image in ids if image in copies]
        if len(members) > 1:
            twins = {twin[int(copy.image_id)] for copy in members}
            exact = len(twins) == 1 and twins != {NO_GROUP}
            groups.append(CopyGroup(number, keeping_order(members, wanted), exact))
    since = len(kept.difference(found.ids.tolist()))
    return CopiesView(tuple(groups), wanted, len(found.ids), since, same_bytes, clean.searched_at(connection))


def duplicate_grouping(connection: Reader) -> Grouping:
    """Group pictures by the groups of copies, in each the one that stays first; the rest is in none."""
    view = copies_view(connection)
    ids = np.array(
        [row[0] for row in connection.execute("SELECT id FROM image WHERE state <> 'fell_out' ORDER BY id")], np.int64
    )
    groups, places = np.full(len(ids), NO_GROUP, np.int32), np.zeros(len(ids), np.float32)
    for group in view.groups:
        at = np.searchsorted(ids, [copy.image_id for copy in group.copies])
        groups[at], places[at] = group.number, np.arange(len(at))
    return Grouping(ids, groups, places, is_searched=view.searched > 0)


def rejected_files(connection: Reader) -> RejectedFiles:
    """Return how many originals of rejected pictures there are, and how large they are together."""
    found = clean.rejected_originals(connection)
    gone = connection.execute("SELECT count(*) FROM image WHERE state = 'rejected' AND trashed_at <> ''").fetchone()[0]
    return RejectedFiles(len(found), sum(one.size_bytes for one in found), gone)


def _copies(connection: Reader, ids: Iterable[int]) -> dict[int, Copy]:
    rows = connection.execute(
        "SELECT image.id, file, width, height, size_bytes, quality, provenance, coalesce(label.name, ''), content_key,"
        " state = 'rejected', label_id FROM image LEFT JOIN label ON label.id = label_id"
        " WHERE state <> 'fell_out' AND image.id IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(ids)),),
    )
    return {
        row[0]: Copy(
            image_id=ImageId(row[0]),
            file=row[1],
            width=row[2],
            height=row[3],
            size_bytes=row[4],
            sharpness=json.loads(row[5]).get(Check.BLURRY.value, 0.0),
            licence=code_of(json.loads(row[6]).get("licence", "")),
            label=row[7],
            key=row[8],
            is_rejected=bool(row[9]),
            label_id=None if row[10] is None else LabelId(row[10]),
        )
        for row in rows
    }
