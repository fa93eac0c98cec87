"""The real program with somebody at its keys, until it is killed; run in a process of its own.

    python killed_window.py PROJECT

Prints, after each key, its number and a digest of what Sort shows once it shows what the key did.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import driven_window
from driven_window import Wish
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from winnow.app.grid_rows import Mark
from winnow.qt.controller import Controller

KEYS = 60
_REJECTS, _TAKES_BACK = 5, 7
"""Every so many keys a picture is rejected or brought back, and the newest is taken back; the others label."""


def shown(rows: Any) -> str:
    """Return a digest of what *rows* say of every picture."""
    marks = rows.marks & Mark.REJECTED
    said = sorted(zip(rows.ids.tolist(), rows.labels.tolist(), marks.tolist(), strict=True))
    return hashlib.sha256(repr(said).encode()).hexdigest()[:16]


def main(project: Path) -> int:
    """Open the window on *project*, press `KEYS` keys, close it and return the exit code."""
    return driven_window.run(project, _acts)


def _acts(controller: Callable[[], Controller]) -> Iterator[Wish]:
    yield 0.0
    window = controller().window
    yield lambda: controller().bridge is not None
    window.show_room("sort")
    room = window.room("sort")
    yield lambda: len(room.grid.rows) > 0
    ids = sorted(room.grid.rows.ids.tolist())
    for number in range(1, KEYS + 1):
        before = shown(room.grid.rows)
        if number % _TAKES_BACK == 0:
            yield controller().actions.undo.isEnabled
            controller().actions.undo.trigger()
        else:
            at = number % len(ids)
            room.grid.setFocus()
            room.grid.go_to(ids[at])
            is_first = room.grid.rows.labels[room.grid.rows.ids.tolist().index(ids[at])] == 0
            label = Qt.Key.Key_2 if is_first else Qt.Key.Key_1
            QTest.keyClick(room.grid, Qt.Key.Key_X if number % _REJECTS == 0 else label)
        yield lambda before=before: shown(room.grid.rows) != before
        os.write(1, f"{number} {shown(room.grid.rows)}\n".encode())
    window.close()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
