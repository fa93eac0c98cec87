"""The real program, closed by its window in the middle of something; run in a process of its own.

    python closing_window.py PROJECT MIDDLE

MIDDLE is one of `MIDDLES`. Prints ``closing`` when the window is told to close.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import driven_window
from driven_window import Wish

from winnow.qt.controller import Controller

_SORT, _TRAIN = "sort", "train"


def main(project: Path, middle: str) -> int:
    """Open the window on *project*, close it in the *middle* and return the exit code."""
    on = None if middle == "start page" else project
    return driven_window.run(on, lambda controller: _acts(controller, MIDDLES[middle]))


def _acts(controller: Callable[[], Controller], middle: Callable[[Controller], Iterator[Wish]]) -> Iterator[Wish]:
    yield 0.0
    yield from middle(controller())
    print("closing", flush=True)
    controller().window.close()


def _at_once(_controller: Controller) -> Iterator[Wish]:
    yield 0.0


def _idle(controller: Controller) -> Iterator[Wish]:
    yield lambda: controller.bridge is not None
    yield 1.0


def _all_rooms(controller: Controller) -> Iterator[Wish]:
    yield from _idle(controller)
    for key in ("collect", _SORT, "edit", "split", _TRAIN, "test", "export"):
        controller.window.show_room(key)
        yield 0.3


def _importing(controller: Controller) -> Iterator[Wish]:
    from winnow.app.jobs import Job
    from winnow.app.pipelines.sampling import import_sample

    yield from _idle(controller)
    controller.bridge.jobs.start(Job("sample", partial(import_sample, controller.bridge.session)))
    yield controller.bridge.jobs.is_busy
    yield 0.5


def _clustering(controller: Controller) -> Iterator[Wish]:
    yield from _idle(controller)
    controller.window.show_room(_SORT)
    room = controller.window.room(_SORT)
    yield lambda: len(room.grid.rows) > 0 and room.groups.cluster_button.isEnabled()
    room.groups.cluster_button.click()
    yield controller.bridge.jobs.is_busy
    yield 1.0


def _training(controller: Controller) -> Iterator[Wish]:
    yield from _idle(controller)
    controller.window.show_room(_TRAIN)
    room = controller.window.room(_TRAIN)
    yield room.start_button.isEnabled
    room.start_button.click()
    yield lambda: room.line.running is not None
    yield 3.0


MIDDLES = {
    "start page": _at_once,
    "opening": _at_once,
    "an open project": _idle,
    "all rooms": _all_rooms,
    "importing": _importing,
    "clustering": _clustering,
    "training": _training,
}


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2]))
