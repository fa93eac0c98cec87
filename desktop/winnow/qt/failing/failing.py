"""Catches what nobody caught: in slots, in events of widgets, in threads, and while objects are freed."""

from __future__ import annotations

import logging
import platform
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

import PySide6
from PySide6.QtCore import QObject, Qt, Signal, Slot

from winnow import __version__
from winnow.qt.controller import Controller
from winnow.qt.failing.dialog import FailureDialog

log = logging.getLogger(__name__)
_MOST_KINDS = 200


class Failing(QObject):
    """Python's hooks, from when it is made until `end`.

    An error at one place is told once: a widget that fails while it is
    painted would fail again at every paint. Two dialogues never stand on
    each other.
    """

    _failed = Signal(str)  # the details

    def __init__(self, controller: Callable[[], Controller | None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._known: set[tuple[str, str]] = set()
        self.dialog: FailureDialog | None = None
        # Queued always: a dialogue must not open inside a paint event, nor on another thread.
        self._failed.connect(self._show, Qt.ConnectionType.QueuedConnection)
        self._hooks = (sys.excepthook, threading.excepthook, sys.unraisablehook)
        sys.excepthook = self._caught
        threading.excepthook = self._caught_in_thread
        sys.unraisablehook = self._caught_unraisable

    def end(self) -> None:
        """Let Python tell of errors in its own way again."""
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._hooks

    def _caught(self, kind: type[BaseException], error: BaseException, at: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, at)
            return
        self._take(error, at, threading.current_thread().name)

    def _caught_in_thread(self, caught: threading.ExceptHookArgs) -> None:
        if caught.exc_value is not None:
            self._take(caught.exc_value, caught.exc_traceback, getattr(caught.thread, "name", "a thread"))

    def _caught_unraisable(self, caught: sys.UnraisableHookArgs) -> None:
        if caught.exc_value is not None:
            self._take(caught.exc_value, caught.exc_traceback, threading.current_thread().name)

    def _take(self, error: BaseException, at: TracebackType | None, thread: str) -> None:
        try:
            self._tell(error, at, thread)
        finally:
            # Python keeps the last error with its frames, and so a painter of the event that failed would live on:
            # the next one on the same window ends the process.
            traceback.clear_frames(at)

    def _tell(self, error: BaseException, at: TracebackType | None, thread: str) -> None:
        calls = traceback.extract_tb(at)
        place = (type(error).__name__, f"{calls[-1].filename}:{calls[-1].lineno}" if calls else str(error))
        if place in self._known or len(self._known) >= _MOST_KINDS:
            return
        self._known.add(place)
        log.error("unhandled on thread %s", thread, exc_info=(type(error), error, at))
        said = "".join(traceback.format_exception(type(error), error, at))
        self._failed.emit(f"{said}\n{_context(thread)}")

    @Slot(str)
    def _show(self, details: str) -> None:
        if self.dialog is not None:
            return  # it is in the log; one dialogue at a time
        controller = self._controller()
        if controller is None:
            return
        self.dialog = FailureDialog(details, controller.bridge is not None, controller.window)
        self.dialog.reopen_wanted.connect(self._reopen)
        self.dialog.finished.connect(self._forget)
        self.dialog.open()

    @Slot()
    def _reopen(self) -> None:
        controller = self._controller()
        if controller is not None and controller.bridge is not None:
            folder: Path = controller.bridge.session.layout.folder
            controller.open(folder)

    @Slot()
    def _forget(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None


def _context(thread: str) -> str:
    """Return what a report of the error needs; no names of files or pictures of the person."""
    return (
        f"Winnow {__version__}, Python {platform.python_version()}, Qt {PySide6.__version__},"
        f" {platform.platform()}, thread {thread}"
    )
