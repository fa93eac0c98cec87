"""The program as a person starts it, with somebody at the mouse: `winnow.qt.start.run`, driven by its event loop."""

from __future__ import annotations

import sys
import time
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

from winnow.qt import start
from winnow.qt.controller import Controller

_STEP_MS, _PATIENCE_S = 5, 150.0

Wish = float | Callable[[], bool]
"""What a driver yields: seconds to let go by, or what must become so."""
Driver = Callable[[Callable[[], Controller]], Iterator[Wish]]


class _Hand(QObject):
    """Goes on with *acts* whenever what they wait for has come; ends the process when it does not come at all."""

    def __init__(self, acts: Iterator[Wish], parent: QObject) -> None:
        super().__init__(parent)
        self._acts = acts
        self._wish: Wish = 0.0
        self._since = time.monotonic()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._step)
        self._timer.start(_STEP_MS)

    @Slot()
    def _step(self) -> None:
        waited = time.monotonic() - self._since
        is_there = self._wish() if callable(self._wish) else waited >= self._wish
        if not is_there:
            if callable(self._wish) and waited > _PATIENCE_S:
                self._give_up()
            return
        try:
            self._wish = next(self._acts)
        except StopIteration:
            self._timer.stop()
        except Exception:  # noqa: BLE001 - whatever it is, nobody goes on any more
            traceback.print_exc()
            self._timer.stop()
            QApplication.exit(3)
        self._since = time.monotonic()

    def _give_up(self) -> None:
        acts = self._acts
        while getattr(acts, "gi_yieldfrom", None) is not None:
            acts = acts.gi_yieldfrom
        where = f", line {acts.gi_frame.f_lineno} of {acts.gi_code.co_filename}" if hasattr(acts, "gi_code") else ""
        print(f"what the hand waits for did not come in {_PATIENCE_S:g} s{where}", file=sys.stderr, flush=True)
        self._timer.stop()
        QApplication.exit(3)


def run(project: Path | None, driver: Driver) -> int:
    """Run the program on *project* until *driver* has closed its window; return its exit code."""
    made: list[Controller] = []

    class Kept(Controller):
        def __init__(self, rooms: object) -> None:
            super().__init__(rooms)
            made.append(self)

    real = start.create_application

    def create(*arguments: object) -> QApplication:
        app = real(*arguments)
        app._hand = _Hand(driver(lambda: made[-1]), app)
        return app

    start.create_application, start.Controller = create, Kept
    return start.run(project)
