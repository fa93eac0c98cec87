"""G5 and G6: the sectioned grid against the toolkit's own list; and the window scrolled through large projects."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import grid
import large_project
from commands import environment, workplace
from figures import Figure, Found, Note, load

from winnow.qt.application import create_application


def scrolling() -> Iterator[Found]:
    """G5, G6: first paint, scroll step, page and resize of 100,000 and 1,000,000 rows against QListView."""
    app = create_application(["bench"])
    many, more = 100_000, 1_000_000
    ours, lists, large = grid.measure_beside([(many, grid.grid), (many, grid.plain_list), (more, grid.grid)])
    yield Note(f"{many:,} and {more:,} rows in 100 sections, window {grid.WIDTH} x {grid.HEIGHT}, {app.platformName()}")
    for name, found in (("grid, 100k", ours), ("QListView, 100k", lists), ("grid, 1M", large)):
        yield Note(f"{name}: " + ", ".join(f"{what} {ms:.1f} ms" for what, ms in found.items()))
    yield Figure("G5", "first paint against QListView", ours["first"] / lists["first"], 0.1, at_most=True)
    yield Figure("G5", "first paint of 1M against 100k", large["first"] / ours["first"], 1.5, at_most=True)
    yield Figure("G6", "scroll step against QListView", ours["step"] / lists["step"], 1.1, at_most=True)
    yield Figure("G6", "page against QListView", ours["page"] / lists["page"], 0.5, at_most=True)
    yield Figure("G6", "resize against QListView", ours["resize"] / lists["resize"], 0.1, at_most=True)


def stalls() -> Iterator[Found]:
    """Projects of 10,000 and 100,000: opening, the longest stall while scrolling with thumbnails arriving, memory."""
    child = Path(__file__).with_name("scrolling_window.py")
    with workplace() as home:
        for count, notches in ((10_000, 1200), (100_000, 1200)):
            project = home / f"{count}.winnow"
            large_project.make(project, count)
            command = [sys.executable, str(child), str(project), str(notches)]
            # A start loads compiled modules and the database's pages; the second is as a person's every other.
            for _ in range(2):
                ran = subprocess.run(command, env=environment(home), capture_output=True, text=True, check=False)
                if ran.returncode:
                    sys.exit(f"The window was not scrolled:\n{ran.stderr}")
            found = json.loads(ran.stdout.strip().splitlines()[-1])
            yield Note(
                f"{count:,} rows, {notches} notches of the wheel, then 300 steps of the bar to the end; {load()}"
            )
            yield Note(
                "longest time between turns of a 10 ms timer, less what it waited for a core, and most work in one: "
                + ", ".join(_words(act, found[act]) for act in _ACTS)
            )
            for act in ("wheel", "bar"):
                yield Figure("scroll", f"longest stall by {act}", found[act]["worst_ms"], 50, at_most=True, unit=" ms")
            yield Figure("scroll", "opened, rows in Sort", found["first_s"], 1, at_most=True, unit=" s")
            yield Figure("scroll", "memory of the window", found["rss_mb"], 600, at_most=True, unit=" MB")


def _words(act: str, found: dict[str, float]) -> str:
    return f"{act} {found['worst_ms']:.0f} / {found['own_ms']:.0f} / {found['worked_ms']:.0f} ms"


_ACTS = ("open", "idle", "wheel", "bar")
