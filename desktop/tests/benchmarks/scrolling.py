"""G5 and G6: the sectioned grid against the toolkit's own list."""

from __future__ import annotations

import os
from collections.abc import Iterator

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import grid
from figures import Figure, Found, Note

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
