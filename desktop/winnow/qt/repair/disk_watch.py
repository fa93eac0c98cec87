"""Holds what runs while the project's disk is nearly full: the room left is for what the person does."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from winnow.base.disks import DiskNearlyFull, free_bytes

if TYPE_CHECKING:  # what a project needs is loaded when one is opened
    from winnow.qt.bridge import Bridge

LOW_BYTES = 1 << 30
_EVERY_MS = 5000


class DiskWatch(QObject):
    """Looks again and again while jobs run, off the GUI thread; says it once until there is room again.

    Whoever lets a job go on all the same is not stopped a second time.

    Args:
        bridge: The project, and what runs in it.
        parent: What it ends with.
        free: Gives how much the disk of a folder can still take.
        every_ms: So often it looks.
    """

    said = Signal(object)  # DiskNearlyFull

    def __init__(
        self,
        bridge: Bridge,
        parent: QObject,
        free: Callable[[Path], int | None] = free_bytes,
        every_ms: int = _EVERY_MS,
    ) -> None:
        super().__init__(parent)
        self._bridge, self._free = bridge, free
        self._is_told = False
        timer = QTimer(self)
        timer.timeout.connect(self._look)
        timer.start(every_ms)

    @Slot()
    def _look(self) -> None:
        if self._bridge.jobs.is_busy():
            self._bridge.fetch("disk.free", self._take, self._free, self._bridge.session.layout.folder)

    def _take(self, free: int | None) -> None:
        if free is None:
            return
        if free >= 2 * LOW_BYTES:
            self._is_told = False
        elif free < LOW_BYTES and not self._is_told:
            self._is_told = True
            self._bridge.jobs.pause_all()
            self.said.emit(DiskNearlyFull(self._bridge.session.layout.folder, free))
