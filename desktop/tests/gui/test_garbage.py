"""Cycles are freed from the event loop, and nowhere else."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Signal

from winnow.qt.garbage import GarbageCollector


class Ring(QObject):
    """Holds itself."""

    def __init__(self) -> None:
        super().__init__()
        self.itself = self


class Window(QObject):
    """Makes rooms, and lets go of them."""

    room_made = Signal(str)
    rooms_dropped = Signal()


@pytest.fixture
def collector(qapp) -> Iterator[GarbageCollector]:
    made = GarbageCollector(qapp)
    yield made
    made.end()
    made.deleteLater()
    gc.freeze()  # as when the tests began


def test_cycles_go_by_the_timer_alone(collector, qtbot) -> None:
    assert not gc.isenabled()
    left = weakref.ref(Ring())
    [[] for _ in range(5000)]
    assert left() is not None, "nothing looks for cycles while code runs"
    qtbot.waitUntil(lambda: left() is None)
    collector.end()
    assert gc.isenabled()


def test_what_a_room_brings_is_looked_at_again_when_the_rooms_are_gone(collector, qtbot) -> None:
    window = Window()
    collector.follow(window)
    room = weakref.ref(Ring())
    window.room_made.emit("sort")
    collector.collect()
    later = weakref.ref(Ring())
    collector.collect()
    assert later() is None, "what came after the room is looked at as ever"
    assert room() is not None, "what the room brought is set aside"
    window.rooms_dropped.emit()
    qtbot.waitUntil(lambda: room() is None)
