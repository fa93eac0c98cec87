"""G9: the window's start, each time in a new process."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator

from figures import Figure, Found, Note, Skipped, in_ms, medians

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
# The compiled operators of torchvision may not fit torch; they are no part of what is timed.
_OPERATORS = """
import torch
library = torch.library.Library("torchvision", "DEF")
for name in ("nms", "qnms"):
    library.define(name + "(Tensor dets, Tensor scores, float iou_threshold) -> Tensor")
import torchvision, sklearn.cluster
"""


def starting() -> Iterator[Found]:
    """G9: start to first paint, against the same with eager imports and against importing the toolkit alone."""
    with tempfile.TemporaryDirectory() as home:
        eager = next((code for code in (_EAGER, _OPERATORS) if _ran(code, home).returncode == 0), None)
        variants = {"bare": _BARE, "window": _WINDOW}
        if eager is None:
            yield Skipped("G9", "against eager imports", "torch, torchvision and scikit-learn cannot all be imported")
        else:
            variants["eager"] = eager + "\n" + _WINDOW
        took = medians({name: lambda code=code: _checked(code, home) for name, code in variants.items()}, rounds=5)
    yield Note(f"new processes, files in the page cache, start page, offscreen: {in_ms(took)}")
    if eager is not None:
        yield Figure("G9", "first paint against eager imports", took["window"] / took["eager"], 0.1, at_most=True)
    yield Figure("G9", "first paint against bare QtWidgets", took["window"] / took["bare"], 2.5, at_most=True)


def _ran(code: str, home: str) -> subprocess.CompletedProcess[bytes]:
    own = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"), home)
    env = {**os.environ, **own, "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, timeout=120, check=False)


def _checked(code: str, home: str) -> None:
    ran = _ran(code, home)
    if ran.returncode:
        sys.exit(f"The window did not start:\n{ran.stderr.decode(errors='replace')}")
