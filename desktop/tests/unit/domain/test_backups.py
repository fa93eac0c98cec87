"""Which backups stay, over a year, in a crash loop, and while the clock jumps."""

from __future__ import annotations

import datetime
import random

from winnow.domain.backups import DAILY, MONTHLY, NEWEST, WEEKLY, BackupStamp, project_clock, to_keep

DAY = 86_400.0
HOUR = 3_600.0


class Year:
    """A project whose backups are made and thinned as time goes by; *offset_s* is what the clock is wrong by."""

    def __init__(self) -> None:
        self.now = datetime.datetime(2026, 1, 1, 8, tzinfo=datetime.UTC)
        self.offset = datetime.timedelta()
        self.previous: BackupStamp | None = None
        self.wall = ""
        self.there: list[tuple[BackupStamp, datetime.datetime]] = []
        self.made = 0

    def back_up(self) -> None:
        wall = (self.now + self.offset).isoformat()
        self.made += 1
        self.previous = BackupStamp(self.made, *project_clock(self.previous, self.wall, wall))
        self.wall = wall
        self.there.append((self.previous, self.now))
        keep = to_keep(stamp for stamp, _made in self.there)
        self.there = [one for one in self.there if one[0].number in keep]

    def work(self, days: float, every_s: float = HOUR / 2, hours_a_day: float = 4) -> None:
        """Work for some hours of each day, with a backup every *every_s*."""
        for _day in range(round(days)):
            for _ in range(round(hours_a_day * HOUR / every_s)):
                self.back_up()
                self.now += datetime.timedelta(seconds=every_s)
            self.now += datetime.timedelta(hours=24 - hours_a_day)

    def ages(self) -> list[float]:
        newest = self.there[-1][1]
        return [(newest - made).total_seconds() for _stamp, made in self.there]


def test_a_year_of_work_leaves_two_days_twelve_days_ten_weeks_and_nine_months() -> None:
    year = Year()
    year.work(365)
    ages = year.ages()
    recent = [age for age in ages if age <= 2 * DAY]
    older = [age for age in ages if age > 2 * DAY]
    assert year.made == 365 * 8
    assert len(recent) >= 2 * 8
    assert len(older) == DAILY + WEEKLY + MONTHLY
    # From the newest on: a day apart, then a week, then a month.
    gaps = [round((b - a) / DAY) for a, b in zip(sorted(older), sorted(older)[1:], strict=False)]
    assert set(gaps[: DAILY - 1]) == {1}
    assert set(gaps[DAILY : DAILY + WEEKLY - 1]) == {7}
    assert set(gaps[DAILY + WEEKLY :]) <= {28, 35}  # of those that were kept a week apart
    assert max(ages) > 330 * DAY


def test_at_every_day_of_the_year_each_of_the_last_days_has_one() -> None:
    year = Year()
    for day in range(120):
        year.work(1, every_s=HOUR)
        days = {made.date() for _stamp, made in year.there}
        wanted = min(day + 1, 2 + DAILY)
        assert {year.there[-1][1].date() - datetime.timedelta(days=back) for back in range(wanted)} <= days


def test_a_crash_loop_drives_no_old_backup_out() -> None:
    calm, crashing = Year(), Year()
    for year, times in ((calm, 1), (crashing, 500)):
        year.work(60)
        for _ in range(times):
            year.back_up()
            year.now += datetime.timedelta(seconds=1)
    old = {stamp.number for (stamp, _made), age in zip(calm.there, calm.ages(), strict=True) if age > 3 * DAY}
    assert old <= {stamp.number for stamp, _made in crashing.there}


def test_a_clock_that_jumps_by_years_loses_no_backup() -> None:
    """The same work with a clock that is set wrong and right again keeps the very same backups."""
    for seed in range(5):
        chance = random.Random(seed)
        right, wrong = Year(), Year()
        for day in range(60):
            wrong.offset = datetime.timedelta(days=chance.choice([0, 0, 3650, -3650]) if day else 0)
            for year in (right, wrong):
                year.work(1, every_s=HOUR)
        kept_right = {stamp.number for stamp, _made in right.there}
        kept_wrong = {stamp.number for stamp, _made in wrong.there}
        # A gap that cannot be told counts as none, so that at most more is kept.
        assert kept_right <= kept_wrong


def test_the_newest_stay_whatever_their_age() -> None:
    stamps = [BackupStamp(number, 0.0) for number in range(1, 9)] + [BackupStamp(9, 10_000 * DAY)]
    assert {9, 8, 7, 6, 5} <= to_keep(stamps)
    assert NEWEST == 5
    assert to_keep([]) == frozenset()
