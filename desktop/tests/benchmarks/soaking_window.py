"""The real program, used without a pause: scrolled, sorted, framed, split, trained; run in a process of its own.

    python soaking_window.py PROJECT MINUTES

Prints one line of JSON a round: what the window's process holds after it.
"""

from __future__ import annotations

import gc
import json
import os
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import driven_window
import psutil
from driven_window import Wish
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from winnow.qt.controller import Controller

_NOTCHES, _EVENT_S, _LABELS, _FRAMES = 120, 0.008, 20, 5
_RETRAINED_EVERY = 3
_ROOMS = ("collect", "sort", "edit", "split", "train", "test", "export")


def main(project: Path, minutes: float) -> int:
    """Use the window for *minutes*, close it, and return the exit code."""
    return driven_window.run(project, lambda controller: _acts(controller, project, minutes * 60))


def _acts(controller: Callable[[], Controller], project: Path, seconds: float) -> Iterator[Wish]:
    yield 0.0
    window = controller()
    yield lambda: window.bridge is not None
    began, rounds = time.monotonic(), 0
    while time.monotonic() - began < seconds:
        yield from _sort(window, rounds)
        yield from _edit(window)
        if rounds % _RETRAINED_EVERY == 0:
            yield from _train(window)
        for key in _ROOMS:
            window.window.show_room(key)
            yield 0.2
        yield lambda: not window.bridge.jobs.is_busy()
        yield 0.5
        rounds += 1
        print(json.dumps({"at_s": time.monotonic() - began, "rounds": rounds} | _held(project)), flush=True)
    window.window.close()


def _sort(controller: Controller, rounds: int) -> Iterator[Wish]:
    controller.window.show_room("sort")
    grid = controller.window.room("sort").grid
    yield lambda: len(grid.rows) > 0
    for way in (-120, 120):
        for _notch in range(_NOTCHES):
            turn_wheel(grid.viewport(), way)
            yield _EVENT_S
    for at in range(_LABELS):
        grid.go_to(int(grid.rows.ids[at]))
        QTest.keyClick(grid, Qt.Key.Key_1 if (at + rounds) % 2 else Qt.Key.Key_2)
        yield 0.05
        controller.bridge.undo()  # and back: a key that says what was said already changes nothing
        controller.bridge.redo()
        yield 0.05


def _edit(controller: Controller) -> Iterator[Wish]:
    controller.window.show_room("edit")
    canvas = controller.window.room("edit").canvas
    yield lambda: canvas.frame is not None
    for at in range(_FRAMES):
        middle = canvas.rect().center()
        right = QPoint(middle.x() + round(canvas.frame.size[0] / 2 * canvas.zoom), middle.y())
        QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=right)
        for step in range(1, 11):
            QTest.mouseMove(canvas, right - QPoint(step * (at + 1), 0))
            yield _EVENT_S
        QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=right - QPoint(10 * (at + 1), 0))
        QTest.keyClick(canvas, Qt.Key.Key_Right)
        yield 0.15


def _train(controller: Controller) -> Iterator[Wish]:
    controller.window.show_room("train")
    room = controller.window.room("train")
    yield room.start_button.isEnabled
    room.start_button.click()
    yield lambda: room.line.running is not None
    yield lambda: room.line.running is None


def turn_wheel(widget: QWidget, notches: int) -> None:
    """Turn the wheel over the middle of *widget*, by *notches* of 1/120."""
    middle = QPointF(widget.rect().center())
    event = QWheelEvent(
        middle,
        QPointF(widget.mapToGlobal(middle.toPoint())),
        QPoint(),
        QPoint(0, notches),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


def _held(project: Path) -> dict[str, float]:
    """Return what this process holds: memory of its own (MB), handles, threads, children, objects, files on the way."""
    gc.collect()
    process = psutil.Process()
    handles = process.num_fds() if os.name == "posix" else process.num_handles()
    half = [one for one in project.rglob("*") if one.suffix in (".tmp", ".part")]
    return {
        "memory_mb": process.memory_full_info().uss / 1e6,
        "handles": handles,
        "threads": process.num_threads(),
        "of_python": threading.active_count(),
        "children": len(process.children(recursive=True)),
        "objects": len(gc.get_objects()),
        "widgets": len(QApplication.allWidgets()),
        "temporary": len(half) + len(list(Path(tempfile.gettempdir()).iterdir())),
    }


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), float(sys.argv[2])))
