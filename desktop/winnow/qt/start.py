"""The window's composition root: application, rooms, window."""

from __future__ import annotations

import importlib
import sys
import threading
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

from winnow.app.preferences import preferences
from winnow.base.log import start_logging
from winnow.domain.class_colours import class_colours
from winnow.qt.application import create_application
from winnow.qt.bridge import Bridge
from winnow.qt.controller import Controller, MakeRoom
from winnow.qt.failing.failing import Failing
from winnow.qt.garbage import GarbageCollector
from winnow.qt.handed_over import HandedOver
from winnow.qt.language import Language
from winnow.qt.one_window import OneWindow
from winnow.qt.room import RoomWidget
from winnow.qt.theme.theme import current_theme, mode_of
from winnow.qt.watchdog import Watchdog


def _collect(bridge: Bridge, parent: QWidget) -> RoomWidget:
    from winnow.qt.rooms.collect.room import CollectRoom

    return CollectRoom(bridge, parent)


def _sort(bridge: Bridge, parent: QWidget) -> RoomWidget:
    from winnow.qt.rooms.sort.room import SortRoom

    made = SortRoom(bridge, parent)
    made.collect_wanted.connect(partial(made.room_wanted.emit, "collect"))
    return made


def _split(bridge: Bridge, parent: QWidget) -> RoomWidget:
    from winnow.qt.rooms.split.room import SplitRoom

    return SplitRoom(bridge, parent)


def _train(bridge: Bridge, parent: QWidget) -> RoomWidget:
    from winnow.qt.rooms.train.room import TrainRoom

    return TrainRoom(bridge, parent)


def _test(bridge: Bridge, parent: QWidget) -> RoomWidget:
    from winnow.qt.rooms.test.room import TestRoom

    return TestRoom(bridge, parent)


def _export(bridge: Bridge, parent: QWidget) -> RoomWidget:
    from winnow.qt.rooms.export.room import ExportRoom

    return ExportRoom(bridge, parent)


def _edit(bridge: Bridge, parent: QWidget) -> RoomWidget:
    from winnow.qt.rooms.edit.room import EditRoom

    return EditRoom(bridge, parent)


ROOMS: tuple[tuple[str, str, MakeRoom], ...] = (
    ("collect", "collect", _collect),
    ("sort", "sort", _sort),
    ("edit", "edit", _edit),
    ("split", "split", _split),
    ("train", "train", _train),
    ("test", "test", _test),
    ("export", "export", _export),
)
"""Key, icon and maker of each room, in the order of the rail; each is made when it is first shown."""


_SWITCH_S = 0.0005
"""How long another thread of Python goes on while the GUI thread waits to. A redraw waits each time that it comes back
from Qt, a hundred times; with Python's own 5 ms the window was late while pictures came in (`poe bench busy`)."""


class _FirstPaint(QObject):
    """Loads ahead once *window* is painted as a whole: until then nothing of Python runs beside its painting."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._window.removeEventFilter(self)
            QTimer.singleShot(0, _load_ahead)  # when what lies in the window is painted, too
        return False


def _load_ahead() -> None:
    """Load what a project and its rooms need while the person looks at the start page, off the GUI thread.

    To import a room where it is first shown holds the window for up to half a second.
    """
    threading.Thread(target=_load, name="winnow-load", daemon=True).start()


def _load() -> None:
    rooms = (f"winnow.qt.rooms.{key}.room" for key, _icon, _make in ROOMS)
    for name in ("winnow.app.session", "winnow.app.queries.grid", "simplejpeg", *rooms):
        importlib.import_module(name)


def _made(garbage: GarbageCollector) -> Controller:
    made = Controller(ROOMS)
    garbage.follow(made.window)
    return made


def run(project: Path | None) -> int:
    """Open the window, on *project* or on the start page, and return the exit code when it is closed."""
    start_logging()
    wanted = preferences()
    app = create_application(sys.argv, mode_of(wanted.theme))
    current_theme().choose_classes(class_colours(wanted.class_colours))
    garbage = GarbageCollector(app)
    shown = OneWindow(partial(_made, garbage), Language(app, wanted.language))
    failing = Failing(lambda: shown.controller, app)
    HandedOver(app, lambda: shown.controller)
    _FirstPaint(shown.controller.window)
    shown.controller.show(project)
    watchdog = Watchdog(app)
    code = app.exec()
    watchdog.end()
    shown.controller.close_project()
    failing.end()
    garbage.end()
    return code
