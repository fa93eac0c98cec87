"""The real window killed while somebody presses keys: what it had shown as done is there when it is opened again."""

from __future__ import annotations

import os
import random
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from commands import environment
from figures import Figure, Found, Note, load

sys.path.append(str(Path(__file__).resolve().parents[1]))

from app import crashes

_KILLS, _CLOSES_WITHIN_S = 40, 60.0
_WINDOW = Path(__file__).with_name("killed_window.py")


def killing() -> Iterator[Found]:
    """Keys lost by 40 kills of the real window (or WINNOW_BENCH_CRASHES per cent of them)."""
    count = max(2, round(_KILLS * int(os.environ.get("WINNOW_BENCH_CRASHES", "100")) / 100))
    yield Note(load())
    wrong, keys = [], 0
    with tempfile.TemporaryDirectory(prefix="winnow-window-") as made:
        home = Path(made)
        os.environ.update(environment(home))
        base, chance = crashes.made_project(home), random.Random(9)
        whole, _ = _run(base, home, sys.maxsize, 0.0)
        expected = crashes.heard("window", whole).actions
        for turn in range(count):
            lines, project = _run(base, home, chance.randrange(1, len(whole)), chance.random() * 0.05)
            found, pressed = _lost(project, lines, expected)
            keys += pressed
            wrong += [f"kill {turn}: {found}"] if found else []
    yield Note(f"{count} kills, {keys} keys shown as done before")
    for words in wrong[:10]:
        yield Note(words)
    yield Figure("crash", "kills of the window, and a key lost", len(wrong), 0, at_most=True, unit="")
    yield Figure("crash", "keys shown as done in a whole turn", len(expected), 60, unit="")


def _run(base: Path, home: Path, lines: int, more_s: float) -> tuple[list[str], Path]:
    """Drive the window on a copy of *base* and kill it with all its processes after so many *lines*."""
    project = crashes.copied(base, home / "window.winnow")
    more_s = more_s if lines < sys.maxsize else _CLOSES_WITHIN_S
    said, _group = crashes.killed_after([sys.executable, str(_WINDOW), str(project)], lines, more_s, family=True)
    return said, project


def _lost(project: Path, lines: list[str], expected: dict[int, str]) -> tuple[str, int]:
    """Return what of *lines* is not in *project*, and how many there were."""
    from killed_window import shown

    from winnow.app.queries.grid import grid_rows
    from winnow.app.session import Session

    actions = crashes.heard("window", lines).actions
    done = max(actions, default=0)
    with Session.open(project) as session:
        now = shown(session.ask(grid_rows))
    # The one after the last may have been saved before it was shown.
    may_be = {expected.get(done), expected.get(done + 1)}
    return ("" if done == 0 or now in may_be else f"key {done} or one before it is lost"), len(actions)
