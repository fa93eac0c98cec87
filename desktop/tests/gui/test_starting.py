"""The window comes up before what a project needs is loaded."""

from __future__ import annotations

import os
import subprocess
import sys

_SAY = """
import sys
import winnow.qt.start
{then}
heavy = ("numpy", "PIL", "simplejpeg", "sqlite3", "requests", "pyqtgraph", "onnxruntime", "sklearn", "torch")
print(",".join(name for name in heavy if name in sys.modules))
"""


def loaded(then: str) -> set[str]:
    """Return the heavy libraries that are loaded in a new process after *then*."""
    command = [sys.executable, "-c", _SAY.format(then=then)]
    ran = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    return set(filter(None, ran.stdout.strip().split(",")))


def test_the_start_page_needs_no_heavy_library():
    assert loaded("") == set()


def test_the_rooms_of_pictures_load_neither_decoders_nor_the_network():
    rooms = "import winnow.app.session, winnow.qt.rooms.collect.room, winnow.qt.rooms.sort.room"
    assert loaded(rooms) <= {"numpy", "simplejpeg", "sqlite3"}


_RUN = """
import os
import winnow.qt.start as start
from winnow.qt.rooms.start.page import StartPage

said = []
paint, load = StartPage.paintEvent, start._load
StartPage.paintEvent = lambda page, event: (said.append("painted"), paint(page, event))[1]

def loaded():
    print(*said[:1], "loads", flush=True)
    load()
    os._exit(0)

start._load = loaded
start.run(None)
"""


def test_what_a_project_needs_is_loaded_only_after_the_first_paint(tmp_path):
    there = {**os.environ, "HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", _RUN]
    ran = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60, env=there)
    assert ran.stdout.split() == ["painted", "loads"]
