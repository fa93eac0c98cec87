"""The real window while a run starts and trains; run in a process of its own.

    python training_window.py PROJECT KIND EPOCHS

Prints JSON: what a timer of 10 ms felt from the click on Start to the end of
the starting phase and from there to the end of the run, and the steps seen.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path

from PySide6.QtWidgets import QApplication
from scrolling_window import Pulse

from winnow.qt.application import create_application
from winnow.qt.controller import Controller
from winnow.qt.start import ROOMS

_LONGEST_S = 500


def main(project: str, kind: str, epochs: int) -> None:
    """Measure, and print what was found."""
    app = create_application(["bench"])
    controller = Controller(ROOMS)
    controller.window.resize(1440, 900)
    controller.show(None)
    app.processEvents()
    controller.open(Path(project))
    _until(lambda: controller.bridge is not None)
    controller.window.show_room("train")
    room = controller.window.room("train")
    _until(room.start_button.isEnabled)
    room.recipe.kind.choose(kind)
    room.recipe.form.edited.emit("kind")
    room.recipe.epochs.setValue(epochs)
    _settle(1.0)
    pulse = Pulse()
    pulse.start()
    room.start_button.click()
    _until(lambda: room._live.run_id and room.plots.point_count(room._live.run_id))
    found = {"start": pulse.found()}
    run_id = room._live.run_id
    pulse.start()
    _until(lambda: room.line.running is None)
    found["run"] = pulse.found()
    found["points"] = room.plots.point_count(run_id)
    pulse.start()
    _settle(3.0)  # the doctor looks at the run, the table and the overview are asked again
    found["after"] = pulse.found()
    controller.close_project()
    print(json.dumps(found), flush=True)
    os._exit(0)  # without the toolkit's taking down, which is no part of this


def _until(is_so: object) -> None:
    end = time.perf_counter() + _LONGEST_S
    while not is_so():
        if time.perf_counter() > end:
            sys.exit("nothing came for too long")
        QApplication.processEvents()
        time.sleep(0.0005)


def _settle(seconds: float) -> None:
    end = time.perf_counter() + seconds
    _until(lambda: time.perf_counter() > end)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
