"""The real program while a run starts and trains; run in a process of its own.

    python training_window.py PROJECT KIND EPOCHS

Prints JSON: what a timer of 10 ms felt from the click on Start to the end of
the starting phase, from there to the end of the run and in the seconds after
it, each with when it began and ended (`time.monotonic`), and the steps seen.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import driven_window
from driven_window import Wish
from scrolling_window import Pulse

from winnow.qt.controller import Controller

_SETTLE_S, _AFTER_S = 3.0, 3.0


def main(project: Path, kind: str, epochs: int) -> int:
    """Measure, print what was found and return the exit code."""
    return driven_window.run(project, partial(_acts, kind=kind, epochs=epochs))


def _acts(controller: Callable[[], Controller], kind: str, epochs: int) -> Iterator[Wish]:
    yield 0.0
    driven = controller()
    driven.window.resize(1440, 900)
    yield lambda: driven.bridge is not None
    driven.window.show_room("train")
    room = driven.window.room("train")
    yield room.start_button.isEnabled
    room.recipe.kind.choose(kind)
    room.recipe.form.edited.emit("kind")
    room.recipe.epochs.setValue(epochs)
    yield _SETTLE_S
    pulse, found, since = Pulse(), {}, time.monotonic()

    def ended(act: str) -> None:
        nonlocal since
        found[act] = pulse.found() | {"began": since, "ended": time.monotonic()}
        since = time.monotonic()
        pulse.start()

    pulse.start()
    room.start_button.click()
    yield lambda: room._live.run_id and room.plots.point_count(room._live.run_id)
    ended("start")
    run_id = room._live.run_id
    yield lambda: room.line.running is None
    ended("run")
    found["points"] = room.plots.point_count(run_id)
    yield _AFTER_S  # the doctor looks at the run, the table and the overview are asked again
    ended("after")
    driven.close_project()
    print(json.dumps(found), flush=True)
    os._exit(0)  # without the toolkit's taking down, which is no part of this


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])))
