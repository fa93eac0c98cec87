"""Kill -9, power loss and failing calls against the real program, and bugs planted in it that must be found."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from figures import Figure, Found, Note, Skipped, load

sys.path.append(str(Path(__file__).resolve().parents[1]))

from app import crashes

_KILLS, _STATES, _FAULTS = 200, 1200, 600
_SHARE_OF_IMPORT = 4
"""Every fourth crash is one of an import, the others are of labelling, framing, splitting and undoing."""
_FAILING = ("pwrite64", "fsync", "fdatasync", "write", "openat", "rename", "ftruncate")
_HOW = ("error=ENOSPC", "error=EIO", "signal=SIGKILL")
_FOUND_BY_POWER_LOSS_ONLY = ("normal", "original")


def crashing() -> Iterator[Found]:
    """Work lost by 200 kills, 1200 power losses, 600 failing calls (or WINNOW_BENCH_CRASHES per cent); planted bugs."""
    share = int(os.environ.get("WINNOW_BENCH_CRASHES", "100")) / 100
    yield Note(load())
    with tempfile.TemporaryDirectory(prefix="winnow-crash-") as made:
        home = Path(made)
        yield from _kills(home, round(_KILLS * share))
        if shutil.which("strace") is None:
            yield Skipped("crash", "power loss and failing calls", "there is no strace")
            return
        yield from _power(home, round(_STATES * share))
        yield from _faults(home, round(_FAULTS * share))
        yield from _planted(home)


def _parts(home: Path, count: int) -> Iterator[tuple[str, Path, Path, Path, int]]:
    """Yield task, project, pictures, a folder of its own and how many crashes, for both tasks."""
    for task, number in (("import", count // _SHARE_OF_IMPORT), ("work", count - count // _SHARE_OF_IMPORT)):
        base = crashes.base_for(task, home)
        yield task, base, home / "pile", Path(tempfile.mkdtemp(dir=home)), max(1, number)


def _kills(home: Path, count: int) -> Iterator[Found]:
    tally = crashes.Tally()
    for task, base, pile, place, number in _parts(home, count):
        tally.add(crashes.killed(task, base, pile, place, number))
    yield from _told("killed at a random moment", tally)


def _power(home: Path, count: int) -> Iterator[Found]:
    tally = crashes.Tally()
    for task, base, pile, place, number in _parts(home, count // 4):
        tally.add(crashes.replay(task, base, pile, place, number))
    yield from _told("power lost at a random call", tally)


def _faults(home: Path, count: int) -> Iterator[Found]:
    tally = crashes.Tally()
    kinds = [f"{call}:{how}" for call in _FAILING for how in _HOW]
    for task, base, pile, place, number in _parts(home, count):
        faults = [f"{kinds[turn % len(kinds)]}:when={1 + turn // len(kinds)}" for turn in range(number)]
        tally.add(crashes.injected(task, base, pile, place, faults))
    yield from _told("a call failed or killed", tally)


def _told(what: str, tally: crashes.Tally) -> Iterator[Found]:
    yield Note(f"{what}: {tally.crashes} times, {tally.acknowledged} actions acknowledged before")
    for words in tally.wrong[:10]:
        yield Note(words)
    yield Figure("crash", f"{what}, and something lost or harmed", len(tally.wrong), 0, at_most=True, unit="")


def _planted(home: Path) -> Iterator[Found]:
    found = 0
    for plant in ("early", "normal", "original", "journal"):
        task = "import" if plant == "original" else "work"
        base, pile = crashes.base_for(task, home), home / "pile"
        kill, power = crashes.Tally(), crashes.Tally()
        kill.add(crashes.killed(task, base, pile, Path(tempfile.mkdtemp(dir=home)), 10, plant))
        power.add(crashes.replay(task, base, pile, Path(tempfile.mkdtemp(dir=home)), 10, plant))
        found += bool(kill.wrong or power.wrong)
        words = (
            f"wrong after {len(kill.wrong)} of {kill.crashes} kills, {len(power.wrong)} of {power.crashes} power losses"
        )
        yield Note(f"planted '{plant}': {words}")
        if plant in _FOUND_BY_POWER_LOSS_ONLY:
            yield Figure("crash", f"'{plant}' seen by kills alone", len(kill.wrong), 0, at_most=True, unit="")
    yield Figure("crash", "planted bugs found", found, 4, unit="")
