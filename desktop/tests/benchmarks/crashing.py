"""Kill -9, power loss and failing calls against the real program, and bugs planted in it that must be found."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from figures import Figure, Found, Note, Skipped, load

sys.path.append(str(Path(__file__).resolve().parents[1]))

from app import crashes
from app.interrupted import JOBS, Jobs, prepared

_KILLS, _STATES, _FAULTS = 200, 1200, 600
_SHARES = {"work": 2, "import": 1, "busy-crawl": 2, "busy-import": 2, "busy-train": 1}
"""Of eight crashes so many are of labelling, framing, splitting and undoing alone, of an import alone, and of a crawl,
an import and a run beside them."""
_PLANTS = {
    "early": "work",
    "normal": "work",
    "original": "import",
    "journal": "work",
    "frontier": "busy-crawl",
    "thumbnail": "busy-import",
    "checkpoint": "busy-train",
    "epochs": "busy-train",
}
"""Bugs put into the program, and the task in which each must be found."""
_FAILING = ("pwrite64", "fsync", "fdatasync", "write", "openat", "rename", "ftruncate")
_HOW = ("error=ENOSPC", "error=EIO", "signal=SIGKILL")
_FOUND_BY_POWER_LOSS_ONLY = ("normal", "original")


def crashing() -> Iterator[Found]:
    """Work lost by 200 kills, 1200 power losses, 600 failing calls (or WINNOW_BENCH_CRASHES per cent); planted bugs."""
    share = int(os.environ.get("WINNOW_BENCH_CRASHES", "100")) / 100
    yield Note(load())
    with tempfile.TemporaryDirectory(prefix="winnow-crash-") as made, ExitStack() as ending:
        jobs = prepared(Path(made), ending)
        yield from _kills(jobs, round(_KILLS * share))
        if shutil.which("strace") is None:
            yield Skipped("crash", "power loss and failing calls", "there is no strace")
            return
        yield from _power(jobs, round(_STATES * share))
        yield from _faults(jobs, round(_FAULTS * share))
        yield from _planted(jobs)


@dataclass(frozen=True, slots=True)
class _Part:
    """Crashes of one task."""

    task: str
    base: Path
    given: Path | str
    place: Path
    count: int
    jobs: Jobs | None


def _part(jobs: Jobs, task: str, count: int) -> _Part:
    is_job = task in JOBS
    base = crashes.base_for(task, jobs.home)
    given = jobs.given(task) if is_job else jobs.home / "pile"
    return _Part(task, base, given, Path(tempfile.mkdtemp(dir=jobs.home)), count, jobs if is_job else None)


def _parts(jobs: Jobs, count: int) -> Iterator[_Part]:
    for task, share in _SHARES.items():
        yield _part(jobs, task, max(1, round(count * share / sum(_SHARES.values()))))


def _kills(jobs: Jobs, count: int) -> Iterator[Found]:
    tally = crashes.Tally()
    for one in _parts(jobs, count):
        tally.add(crashes.killed(one.task, one.base, one.given, one.place, one.count, jobs=one.jobs))
    yield from _told("killed at a random moment", tally)


def _power(jobs: Jobs, count: int) -> Iterator[Found]:
    tally = crashes.Tally()
    for one in _parts(jobs, count // 4):
        tally.add(crashes.replay(one.task, one.base, one.given, one.place, one.count, jobs=one.jobs))
    yield from _told("power lost at a random call", tally)


def _faults(jobs: Jobs, count: int) -> Iterator[Found]:
    tally = crashes.Tally()
    kinds = [f"{call}:{how}" for call in _FAILING for how in _HOW]
    for one in _parts(jobs, count):
        faults = [f"{kinds[turn % len(kinds)]}:when={1 + turn // len(kinds)}" for turn in range(one.count)]
        tally.add(crashes.injected(one.task, one.base, one.given, one.place, faults, one.jobs))
    yield from _told("a call failed or killed", tally)


def _told(what: str, tally: crashes.Tally) -> Iterator[Found]:
    yield Note(f"{what}: {tally.crashes} times, {tally.acknowledged} things acknowledged before")
    for words in tally.wrong[:10]:
        yield Note(words)
    yield Figure("crash", f"{what}, and something lost or harmed", len(tally.wrong), 0, at_most=True, unit="")


def _planted(jobs: Jobs) -> Iterator[Found]:
    found = 0
    for plant, task in _PLANTS.items():
        kill, power = crashes.Tally(), crashes.Tally()
        one = _part(jobs, task, 10)
        kill.add(crashes.killed(task, one.base, one.given, one.place, one.count, plant, jobs=one.jobs))
        one = _part(jobs, task, 10)
        power.add(crashes.replay(task, one.base, one.given, one.place, one.count, plant, jobs=one.jobs))
        found += bool(kill.wrong or power.wrong)
        words = (
            f"wrong after {len(kill.wrong)} of {kill.crashes} kills, {len(power.wrong)} of {power.crashes} power losses"
        )
        yield Note(f"planted '{plant}': {words}")
        if plant in _FOUND_BY_POWER_LOSS_ONLY:
            yield Figure("crash", f"'{plant}' seen by kills alone", len(kill.wrong), 0, at_most=True, unit="")
    yield Figure("crash", "planted bugs found", found, len(_PLANTS), unit="")
