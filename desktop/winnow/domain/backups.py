"""Which backups stay: all of the last two days, then one a day, a week and a month, whatever the clock did.

Backups are ordered by their numbers, never by dates. Ages are counted on a
clock of the project's own, see `project_clock`: a computer's clock that jumps
by years and back makes no backup look old.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

DAILY, WEEKLY, MONTHLY = 12, 10, 9
NEWEST = 5
"""So many of the newest stay in any case."""

_DAY = 86_400.0
_ALL_OF = 2 * _DAY
_LONGEST_GAP = 366 * _DAY
_MONTH = 365.25 * _DAY / 12


@dataclass(frozen=True, slots=True)
class BackupStamp:
    """When a backup was made: its number, ascending, and the project's clock."""

    number: int
    clock: float
    """Seconds."""
    jumps: int = 0
    """How often the computer's clock had been set by then."""


def project_clock(previous: BackupStamp | None, before: str, now: str) -> tuple[float, int]:
    """Return the project's clock at the wall time *now*, in seconds, and how often the computer's was set.

    The first backup sets it to the wall time. Between two backups, made at
    the wall times *before* and *now*, it goes on by what lies between these.
    If that is negative or more than a year, the computer's clock was set: it
    then goes on by less than a day, to the time of day that there is now.
    """
    if previous is None:
        return _seconds(now), 0
    gap = seconds_between(before, now)
    if 0 <= gap <= _LONGEST_GAP:
        return previous.clock + gap, previous.jumps
    return previous.clock + gap % _DAY, previous.jumps + 1


def seconds_between(earlier: str, later: str) -> float:
    """Return the seconds from *earlier* to *later*, both as `winnow.base.clock.now_utc` gives them."""
    return _seconds(later) - _seconds(earlier)


def to_keep(stamps: Iterable[BackupStamp]) -> frozenset[int]:
    """Return the numbers of those that stay."""
    newest_first = sorted(stamps, key=lambda one: one.number, reverse=True)
    kept = {one.number for one in newest_first[:NEWEST]}
    if not newest_first:
        return frozenset()
    now = newest_first[0].clock
    stages = [(_DAY, DAILY), (7 * _DAY, WEEKLY), (_MONTH, MONTHLY)]
    last = newest_first[0]
    for one in newest_first:
        if now - one.clock <= _ALL_OF:
            kept.add(one.number)
            last = one
            continue
        while stages and not stages[0][1]:
            stages.pop(0)
        if not stages:
            break
        length, left = stages[0]
        # The newest of its day, week or month: none that is newer and stays lies in the same one. What lies on
        # both sides of a jump may be days apart: both stay, and count once.
        is_other = one.clock // length != last.clock // length
        if is_other or one.jumps != last.jumps:
            kept.add(one.number)
            last = one
        if is_other:
            stages[0] = (length, left - 1)
    return frozenset(kept)


def _seconds(wall: str) -> float:
    return datetime.datetime.fromisoformat(wall).timestamp()
