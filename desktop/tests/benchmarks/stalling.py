"""Whether the window is ever late while a run starts and trains, and while long curves are drawn."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from commands import PETS, crash_words, environment, winnow, workplace
from figures import Figure, Found, Note, Skipped, load, medians

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

_RUNS = (("quick", 30), ("fine-tune", 1))
_LATE_MS = 50


def stalls() -> Iterator[Found]:
    """The longest gap of a 10 ms timer from the click on Start to after the end, Quick and Fine-tune."""
    if not PETS.is_dir():
        yield Skipped("stall", "the window while it trains", f"{PETS} is not there")
        return
    child = Path(__file__).with_name("training_window.py")
    with workplace() as home:
        project = home / "pets.winnow"
        winnow(home, "new", str(project))
        winnow(home, "import", str(project), str(PETS), "--label-from-folders")
        winnow(home, "split", str(project))
        for kind, epochs in _RUNS:
            before = load()
            command = [sys.executable, str(child), str(project), kind, str(epochs)]
            with subprocess.Popen(
                command, env=environment(home), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
            ) as ran:
                idle = _felt_beside(ran)
                told, why = ran.communicate()
            if ran.returncode:
                sys.exit(f"The window did not train (exit code {ran.returncode}):\n{told}{why}{crash_words(home)}")
            found = json.loads(told.strip().splitlines()[-1])
            yield Note(f"{kind}, {epochs} epochs, {found['points']} points; {before}")
            yield Note(
                "longest time between turns of a 10 ms timer, less what it waited for a core, most work in one: "
                + ", ".join(_words(act, found[act]) for act in ("start", "run", "after"))
            )
            yield Note(
                "longest time between turns of a process that only sleeps 10 ms, the machine's own: "
                + ", ".join(f"{act} {_longest_ms(idle, found[act]):.0f} ms" for act in ("start", "run", "after"))
            )
            for act in ("start", "run", "after"):
                late = found[act]["worst_ms"]
                yield Figure("stall", f"{kind}, {act}", late, _LATE_MS, at_most=True, unit=" ms")


def curves() -> Iterator[Found]:
    """A redraw of the curves of 1,000,000 steps against one of 1,000."""
    from winnow.domain.run import EpochDone, StepDone
    from winnow.qt.application import create_application
    from winnow.qt.plots.run_plots import RunPlots

    app = create_application(["bench"])
    random = np.random.default_rng(1)
    shown = {}
    for count in (1_000, 1_000_000):
        plots = RunPlots()
        plots.resize(1100, 560)
        plots.show()
        steps = np.stack([np.arange(1, count + 1), random.random(count), random.random(count), np.full(count, 1e-3)], 1)
        each = count // 10
        epochs = [EpochDone(at, at * each, 0.5, 0.8, 0.6, 0.9, 1.0, is_best=at == 5) for at in range(1, 11)]
        plots.show_run(1, epochs, steps)
        plots.set_active(1)
        app.processEvents()
        shown[count] = plots

    def redrawn(plots: RunPlots) -> None:
        last = int(plots._runs[1]._steps.column(0)[-1])
        plots.add_step(1, StepDone(last + 1, 0.5, 0.9, 1e-3))
        plots._redraw()
        plots.grab()

    took = medians({str(count): lambda one=one: redrawn(one) for count, one in shown.items()}, rounds=9)
    began = time.perf_counter()
    shown[1_000_000].set_smoothing(0.8)
    smoothed = time.perf_counter() - began
    yield Note(", ".join(f"{int(count):,} steps {s * 1000:.1f} ms a frame" for count, s in took.items()))
    yield Note(f"smoothing 1,000,000 steps anew: {smoothed * 1000:.0f} ms; {load()}")
    yield Figure("curves", "frame of 1,000,000 steps against 1,000", took["1000000"] / took["1000"], 2.0, at_most=True)


def _felt_beside(ran: subprocess.Popen[str]) -> list[tuple[float, float]]:
    """Sleep 10 ms again and again until *ran* ends; return when each turn ended and how long it took, in seconds."""
    felt, last = [], time.monotonic()
    while ran.poll() is None:
        time.sleep(0.01)
        now = time.monotonic()
        felt.append((now, now - last))
        last = now
    return felt


def _longest_ms(felt: list[tuple[float, float]], act: dict[str, float]) -> float:
    return max((took for at, took in felt if act["began"] <= at <= act["ended"]), default=0.0) * 1000


def _words(act: str, found: dict[str, float]) -> str:
    return f"{act} {found['worst_ms']:.0f} / {found['own_ms']:.0f} / {found['worked_ms']:.0f} ms"
