"""Projects that the system hands to the running program."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Slot

from winnow.qt.application import Application
from winnow.qt.controller import Controller
from winnow.qt.more_windows import open_window


class HandedOver(QObject):
    """Opens what the system hands to *app*: in the window that is there, or in another if it has a project open."""

    def __init__(self, app: Application, shown: Callable[[], Controller]) -> None:
        super().__init__(app)
        self._shown = shown
        app.handed_over.connect(self._open)

    @Slot(object)
    def _open(self, path: Path) -> None:
        controller = self._shown()
        if controller.bridge is None or not open_window(path):
            controller.open(path)
