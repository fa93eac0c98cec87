"""Whether the window holds more and more the longer it is used."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from closing import labelled_project
from commands import crash_words, environment, winnow, workplace
from figures import Figure, Found, Note, load

_MINUTES, _WARM_SHARE = 10.0, 1 / 3
_GOAL_MB_A_MINUTE = 1.0


def soaking() -> Iterator[Found]:
    """The window used for 10 minutes (or WINNOW_BENCH_SOAK minutes): slope of its memory, handles, threads, files."""
    minutes = float(os.environ.get("WINNOW_BENCH_SOAK", str(_MINUTES)))
    with workplace() as home:
        project = labelled_project(home)
        winnow(home, "split", str(project))
        (home / "temporary").mkdir()
        own = environment(home) | {"TMPDIR": str(home / "temporary"), "TEMP": str(home / "temporary")}
        child = Path(__file__).with_name("soaking_window.py")
        ran = subprocess.run(
            [sys.executable, str(child), str(project), str(minutes)],
            env=own,
            capture_output=True,
            text=True,
            check=False,
        )
        log = "".join(file.read_text("utf-8") for file in (home / "state").rglob("winnow.log"))
        why = ran.stderr + crash_words(home)
    rounds = [json.loads(line) for line in ran.stdout.splitlines() if line.startswith("{")]
    if ran.returncode or len(rounds) < 6:
        sys.exit(f"The window was not used to the end (code {ran.returncode}, {len(rounds)} rounds):\n{why}")
    warm = [one for one in rounds if one["at_s"] >= rounds[-1]["at_s"] * _WARM_SHARE]
    first, last = warm[0], warm[-1]
    yield Note(f"{len(rounds)} rounds in {last['at_s'] / 60:.1f} minutes, the first third is to warm up; {load()}")
    yield Note(", ".join(f"{name} {first[name]:.0f} to {last[name]:.0f}" for name in first if name != "at_s"))
    yield Note(f"{log.count('stood still')} stalls over 200 ms were logged")
    slope = _slope_a_minute(warm, "memory_mb")
    yield Figure("soak", "memory after warm-up", slope, _GOAL_MB_A_MINUTE, at_most=True, unit=" MB a minute")
    for name in ("handles", "threads", "children", "temporary"):
        grown = np.median([one[name] for one in warm[-3:]]) - np.median([one[name] for one in warm[:3]])
        yield Figure("soak", f"more {name}", float(grown), 0, at_most=True, unit="")
    yield Figure("soak", "errors in the log", log.count(" ERROR "), 0, at_most=True, unit="")


def _slope_a_minute(rounds: list[dict[str, float]], name: str) -> float:
    """Return how much *name* grows in a minute, by least squares."""
    return float(np.polyfit([one["at_s"] / 60 for one in rounds], [one[name] for one in rounds], 1)[0])
