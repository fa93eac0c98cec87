"""The window comes up before what a project needs is loaded."""

from __future__ import annotations

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
