"""G9, and the first screenful: the window's start, each time in a new process."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from commands import PETS, environment, winnow, workplace
from figures import Figure, Found, Note, Skipped, in_ms, load, medians

_ROUNDS = 7
_BARE = "import os, PySide6.QtWidgets; os._exit(0)"
_EAGER = "import torch, torchvision, sklearn.cluster"
_WINDOW = """
import os
from PySide6.QtCore import QEvent, QObject, QTimer
from winnow.qt.application import create_application
from winnow.qt.controller import Controller
from winnow.qt.start import ROOMS

class Ends(QObject):
    def eventFilter(self, watched, event):
        if event.type() is QEvent.Type.Paint:
            controller.window.removeEventFilter(self)
            QTimer.singleShot(0, lambda: os._exit(0))  # when all of the window is painted
        return False

app = create_application(["bench"])
controller = Controller(ROOMS)
ends = Ends()
controller.window.installEventFilter(ends)
controller.show(None)
app.exec()
"""
# Looks every 5 ms, so the figure is late by 2.5 ms in the mean.
_SCREENFUL = """
import os, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from winnow.base.log import start_logging
from winnow.qt.application import create_application
from winnow.qt.controller import Controller
from winnow.qt.start import ROOMS

def look():
    from winnow.qt.grid.view import GridView
    for grid in controller.window.findChildren(GridView):
        top = grid.verticalOffset()
        lines = grid.layout_now.lines_between(top, top + grid.viewport().height())
        shown = [grid.rows.keys[row].tobytes() for line in lines for row in range(line.first, line.last + 1)]
        if grid.isVisible() and shown and all(grid._pixmaps.get(key) is not None for key in shown):
            grid.repaint()
            os._exit(0)

start_logging()
app = create_application(["bench"])
controller = Controller(ROOMS)
controller.show(Path(sys.argv[1]))
timer = QTimer()
timer.timeout.connect(look)
timer.start(5)
QTimer.singleShot(60_000, lambda: os._exit(1))
app.exec()
"""
# The compiled operators of torchvision may not fit torch; they are no part of what is timed.
_OPERATORS = """
import torch
library = torch.library.Library("torchvision", "DEF")
for name in ("nms", "qnms"):
    library.define(name + "(Tensor dets, Tensor scores, float iou_threshold) -> Tensor")
import torchvision, sklearn.cluster
"""


def starting() -> Iterator[Found]:
    """G9: start to first paint, against eager imports and the toolkit alone; a project to its first screenful."""
    with workplace() as home:
        eager = next((code for code in (_EAGER, _OPERATORS) if _ran(home, code).returncode == 0), None)
        variants = {"bare": _BARE, "window": _WINDOW, "screenful": _SCREENFUL}
        if eager is None:
            yield Skipped("G9", "against eager imports", "torch, torchvision and scikit-learn cannot all be imported")
        else:
            variants["eager"] = eager + "\n" + _WINDOW
        project = _project(home)
        took = medians(
            {name: lambda code=code: _checked(home, code, project) for name, code in variants.items()}, _ROUNDS
        )
    yield Note(f"new processes, files in the page cache, offscreen, median of {_ROUNDS}, {load()}: {in_ms(took)}")
    if eager is not None:
        yield Figure("G9", "first paint against eager imports", took["window"] / took["eager"], 0.1, at_most=True)
    yield Figure("G9", "first paint against bare QtWidgets", took["window"] / took["bare"], 2.5, at_most=True)
    yield Figure("start", "a project to its first screenful", took["screenful"], 1, at_most=True, unit=" s")


def _project(home: Path) -> Path:
    """Return a project with pictures in clusters: the pets where they are there, else the sample."""
    project = home / "project.winnow"
    if PETS.is_dir():
        winnow(home, "new", str(project))
        winnow(home, "import", str(project), str(PETS))
    else:
        winnow(home, "sample", str(project))
    winnow(home, "cluster", str(project), "--k", "2")
    return project


def _ran(home: Path, code: str, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.run(command, env=environment(home), capture_output=True, timeout=120, check=False)


def _checked(home: Path, code: str, project: Path) -> None:
    ran = _ran(home, code, str(project))
    if ran.returncode:
        sys.exit(f"The window did not start:\n{ran.stderr.decode(errors='replace')}")
