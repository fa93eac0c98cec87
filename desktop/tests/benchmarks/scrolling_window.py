"""The real window on a large project, scrolled by wheel and by bar; run in a process of its own.

    python scrolling_window.py PROJECT NOTCHES

Prints JSON: seconds from opening the project to the first rows and to a full
screen in Sort, the longest times without a turn of the event loop (ms), how
long this thread worked in the busiest of them, and the memory (MB).
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path

import psutil
from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from winnow.qt.application import create_application
from winnow.qt.controller import Controller
from winnow.qt.grid.view import GridView
from winnow.qt.start import ROOMS

_TICK_MS, _EVENT_MS, _NOTCH, _BAR_STEPS = 10, 8, 120, 300


class Pulse:
    """A timer of 10 ms that remembers how late it was at most, and the most work of this thread between two turns."""

    def __init__(self) -> None:
        self.gaps: list[float] = []
        self.worked: list[float] = []
        self.waited: list[float] = []
        self._last = self._last_work = self._last_wait = 0.0
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)

    def start(self) -> None:
        self.gaps, self.worked, self.waited = [], [], []
        self._last, self._last_work, self._last_wait = time.perf_counter(), time.thread_time(), _waited_s()
        self._timer.start(_TICK_MS)

    def found(self) -> dict[str, float]:
        self._timer.stop()
        gaps = sorted(self.gaps)
        return {
            "worst_ms": gaps[-1] * 1000,
            "p99_ms": gaps[int(len(gaps) * 0.99)] * 1000,
            "worked_ms": max(self.worked) * 1000,
            "own_ms": max(gap - wait for gap, wait in zip(self.gaps, self.waited, strict=True)) * 1000,
        }

    def _beat(self) -> None:
        now, work, wait = time.perf_counter(), time.thread_time(), _waited_s()
        self.gaps.append(now - self._last)
        self.worked.append(work - self._last_work)
        self.waited.append(wait - self._last_wait)
        self._last, self._last_work, self._last_wait = now, work, wait


def _waited_s() -> float:
    """Return how long this thread was ready and had no core, since it began; 0 where the system does not tell."""
    told = Path("/proc/thread-self/schedstat")
    return int(told.read_text().split()[1]) / 1e9 if told.exists() else 0.0


def main(project: str, notches: int) -> None:
    """Measure, and print what was found."""
    app = create_application(["bench"])
    controller = Controller(ROOMS)
    controller.show(None)
    app.processEvents()
    pulse = Pulse()
    pulse.start()
    begin = time.perf_counter()
    controller.open(Path(project))
    _until(lambda: controller.bridge is not None)
    controller.window.show_room("sort")
    grid = controller.window.room("sort").findChild(GridView)
    _until(lambda: len(grid.rows) > 0)
    first = time.perf_counter() - begin
    _until(lambda: _is_full(grid))
    found = {"rows": len(grid.rows), "first_s": first, "full_s": time.perf_counter() - begin, "open": pulse.found()}
    found["idle"] = _measured(pulse, lambda _at: None, 100)
    found["wheel"] = _measured(pulse, lambda _at: _turn(grid), notches)
    bar = grid.verticalScrollBar()
    found["bar"] = _measured(pulse, lambda at: bar.setValue(bar.maximum() * at // _BAR_STEPS), _BAR_STEPS + 1)
    _until(lambda: _is_full(grid))
    found["rss_mb"] = psutil.Process().memory_info().rss / 1e6
    controller.close_project()
    print(json.dumps(found), flush=True)
    os._exit(0)  # without the toolkit's taking down, which is no part of this


def _measured(pulse: Pulse, act: object, times: int) -> dict[str, float]:
    """Call *act* every 8 ms, as a hand would, and return what the pulse felt."""
    pulse.start()
    for at in range(times):
        due = time.perf_counter() + _EVENT_MS / 1000
        act(at)
        while time.perf_counter() < due:
            QApplication.processEvents()
            time.sleep(0.0005)
    return pulse.found()


def _turn(grid: GridView) -> None:
    middle = QPointF(grid.viewport().rect().center())
    event = QWheelEvent(
        middle,
        QPointF(grid.viewport().mapToGlobal(middle.toPoint())),
        QPoint(),
        QPoint(0, -_NOTCH),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(grid.viewport(), event)


def _until(is_so: object) -> None:
    end = time.perf_counter() + 60
    while not is_so():
        if time.perf_counter() > end:
            sys.exit("nothing came for a minute")
        QApplication.processEvents()
        time.sleep(0.0005)


def _is_full(grid: GridView) -> bool:
    top = grid.verticalOffset()
    lines = grid.layout_now.lines_between(top, top + grid.viewport().height())
    keys = [grid.rows.keys[row].tobytes() for line in lines for row in range(line.first, line.last + 1)]
    return bool(keys) and all(grid._pixmaps.get(key) is not None for key in keys)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
