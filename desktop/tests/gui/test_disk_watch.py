"""What runs is held while the project's disk is nearly full, and the person is told once."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from gui.projects import make_session
from pytestqt.qtbot import QtBot

from winnow.app.jobs import Job
from winnow.base.outcomes import Progress, Steps
from winnow.qt.bridge import Bridge
from winnow.qt.repair.disk_watch import LOW_BYTES, DiskWatch
from winnow.qt.theme.theme import Theme
from winnow.qt.widgets.job_view import JobState

ROOMY = 4 * LOW_BYTES


class Disk:
    """Has as much room as it is told to."""

    def __init__(self) -> None:
        self.free: int | None = ROOMY
        self.looks = 0

    def __call__(self, _folder: Path) -> int | None:
        self.looks += 1
        return self.free


@pytest.fixture
def bridge(tmp_path: Path) -> Iterator[Bridge]:
    made = Bridge(make_session(tmp_path))
    yield made
    made.close()


def _counting() -> Steps:
    for number in range(100_000):
        time.sleep(0.001)
        yield Progress(number, 100_000, "files")


def test_what_runs_is_held_once_until_there_was_room_again(theme: Theme, bridge: Bridge, qtbot: QtBot) -> None:
    disk, told = Disk(), []
    watch = DiskWatch(bridge, bridge, disk, every_ms=5)
    watch.said.connect(told.append)
    job = bridge.jobs.start(Job("Counting", _counting))

    def looked() -> None:
        before = disk.looks
        qtbot.waitUntil(lambda: disk.looks > before + 2)

    looked()
    disk.free = None  # a disk that does not say
    looked()
    assert job.view.state is JobState.RUNNING
    disk.free = LOW_BYTES // 2
    qtbot.waitUntil(lambda: job.view.state is JobState.PAUSED)
    assert "has only 537 MB left. What was running is held" in str(told[0])
    bridge.jobs.resume(job.view.job_id)
    looked()
    assert job.view.state is JobState.RUNNING
    assert len(told) == 1
    disk.free = ROOMY
    looked()
    disk.free = LOW_BYTES // 2
    qtbot.waitUntil(lambda: job.view.state is JobState.PAUSED)
    assert len(told) == 2
    with qtbot.waitSignal(job.ended):
        job.stop()
