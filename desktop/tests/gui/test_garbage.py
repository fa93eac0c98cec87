"""Cycles are freed from the event loop, and nowhere else."""

from __future__ import annotations

import gc
import weakref

from PySide6.QtCore import QObject

from winnow.qt.garbage import GarbageCollector


class Ring(QObject):
    """Holds itself."""

    def __init__(self) -> None:
        super().__init__()
        self.itself = self


def test_cycles_go_by_the_timer_alone(qapp, qtbot) -> None:
    collector = GarbageCollector(qapp)
    assert not gc.isenabled()
    left = weakref.ref(Ring())
    [[] for _ in range(5000)]
    assert left() is not None, "nothing looks for cycles while code runs"
    qtbot.waitUntil(lambda: left() is None)
    collector.end()
    assert gc.isenabled()
    collector.deleteLater()
