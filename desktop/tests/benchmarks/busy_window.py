"""The real program at the hand of a person, by turns quiet and while pictures come in and a run trains.

    python busy_window.py PROJECT ADDRESS ROUNDS

ADDRESS is of a server that has the pictures ``TURN/NUMBER.jpg``. Prints a line of JSON for each phase: how long
each act took until it was saved and painted, the turns of the event loop while scrolling and in the whole phase
(ms), and what still ran at its end.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import driven_window
from driven_window import Wish
from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from scrolling_window import Pulse
from soaking_window import turn_wheel

from winnow.app.pipelines.wishes import AddressesWish
from winnow.qt.controller import Controller

PICTURES = 1500
"""In each turn: more than come in while it lasts."""
_LABELS, _NOTCHES, _EPOCHS = 40, 120, 20
_EVENT_S, _APART_S = 0.008, 0.1
_ROOMS = ("collect", "edit", "split", "train", "test", "export", "sort")


class _Eye(QObject):
    """Sees when a widget was painted with what is looked for."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._is_so: Callable[[], bool] | None = None
        self.seen_at = 0.0
        widget.installEventFilter(self)

    def look_for(self, is_so: Callable[[], bool]) -> None:
        self._is_so, self.seen_at = is_so, 0.0

    def has_seen(self) -> bool:
        return self.seen_at > 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Paint and self._is_so is not None and self._is_so():
            self._is_so = None
            QTimer.singleShot(0, self._see)  # when it is painted, and what lies in it
        return False

    @Slot()
    def _see(self) -> None:
        self.seen_at = time.perf_counter()


def main(project: Path, address: str, rounds: int) -> int:
    """Measure *rounds* of both, close the window, and return the exit code."""
    return driven_window.run(project, lambda controller: _acts(controller, address, rounds))


def _acts(controller: Callable[[], Controller], address: str, rounds: int) -> Iterator[Wish]:
    yield 0.0
    window = controller()
    yield lambda: window.bridge is not None
    for key in _ROOMS:
        window.window.show_room(key)
        yield 0.5
    eyes = {key: _Eye(window.window.room(key)) for key in _ROOMS}
    grid_eye = _Eye(window.window.room("sort").grid.viewport())
    for turn in range(rounds):
        for is_busy in (False, True):
            if is_busy:
                yield from _work(window, address, turn)
            found: dict[str, list[float]] = {"saved": [], "labelled": [], "room": []}
            whole, scrolled = Pulse(), Pulse()
            whole.start()
            yield from _label(window, grid_eye, found)
            yield from _change_rooms(window, eyes, found)
            yield from _scroll(window, scrolled)
            felt = {"scroll": scrolled.found(), "whole": whole.found()}
            running = [view.name for view in window.bridge.jobs.views() if not view.state.is_over]
            print(json.dumps({"busy": is_busy, "running": running} | felt | found), flush=True)
            for view in window.bridge.jobs.views():
                window.bridge.jobs.stop(view.job_id)
            yield lambda: not window.bridge.jobs.is_busy()
            yield 1.0
    window.window.close()


def _work(controller: Controller, address: str, turn: int) -> Iterator[Wish]:
    """Begin to crawl and to train, and wait until both are on their way."""
    train, collect = controller.window.room("train"), controller.window.room("collect")
    controller.window.show_room("train")
    yield train.start_button.isEnabled
    train.recipe.kind.choose("fine-tune")
    train.recipe.form.edited.emit("kind")
    train.recipe.epochs.setValue(_EPOCHS)
    train.start_button.click()
    yield lambda: bool(train._live.run_id) and train.plots.point_count(train._live.run_id) > 0
    addresses = "\n".join(f"{address}/{turn}/{number}.jpg" for number in range(PICTURES))
    collect.collecting.collect(AddressesWish(f"turn {turn}", addresses, allow_private=True))
    yield lambda: any(view.done > 0 for view in controller.bridge.jobs.views() if view.total == PICTURES)


def _label(controller: Controller, eye: _Eye, found: dict[str, list[float]]) -> Iterator[Wish]:
    """Label pictures by key, by turns as one and as the other of the labels."""
    controller.window.show_room("sort")
    grid = controller.window.room("sort").grid
    yield lambda: len(grid.rows) > 0
    saved: list[float] = []
    listening = controller.bridge.changed.connect(
        lambda changes: saved.append(time.perf_counter()) if changes.origin == "LabelImages" else None
    )
    grid.setFocus()
    for at in range(_LABELS):
        number = int(grid.rows.ids[at])
        grid.go_to(number)
        yield _APART_S
        wanted = 1 - max(0, int(grid.rows.labels[_row(grid, number)]))
        saved.clear()
        eye.look_for(lambda number=number, wanted=wanted: grid.rows.labels[_row(grid, number)] == wanted)
        pressed = time.perf_counter()
        QTest.keyClick(grid, Qt.Key(Qt.Key.Key_1.value + wanted))
        yield lambda: eye.has_seen() and bool(saved)
        found["saved"].append((saved[0] - pressed) * 1000)
        found["labelled"].append((eye.seen_at - pressed) * 1000)
    controller.bridge.changed.disconnect(listening)


def _row(grid: QWidget, number: int) -> int:
    return grid.rows.ids.tolist().index(number)


def _change_rooms(controller: Controller, eyes: dict[str, _Eye], found: dict[str, list[float]]) -> Iterator[Wish]:
    for key in _ROOMS * 2:
        eyes[key].look_for(lambda: True)
        begun = time.perf_counter()
        controller.window.show_room(key)
        yield eyes[key].has_seen
        found["room"].append((eyes[key].seen_at - begun) * 1000)
        yield _APART_S


def _scroll(controller: Controller, pulse: Pulse) -> Iterator[Wish]:
    grid = controller.window.room("sort").grid
    yield lambda: len(grid.rows) > 0
    pulse.start()
    for way in (-120, 120):
        for _notch in range(_NOTCHES):
            turn_wheel(grid.viewport(), way)
            yield _EVENT_S


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])))
