"""The program killed, without power, and with a disk that refuses: a few of what ``poe bench crash`` does at length."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from app import crashes
from app.crashes import Tally, base_for

needs_strace = pytest.mark.skipif(shutil.which("strace") is None, reason="there is no strace")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("crashes")
    for task in ("work", "import"):
        base_for(task, made)
    return made


@pytest.fixture
def tally() -> Tally:
    return Tally()


def test_killed_at_a_random_moment_nothing_is_lost(home: Path, tmp_path: Path, tally: Tally) -> None:
    tally.add(crashes.killed("work", base_for("work", home), home / "pile", tmp_path, 2))
    assert (tally.crashes, tally.wrong) == (2, [])
    assert tally.acknowledged > 0


@needs_strace
@pytest.mark.parametrize("task", ["work", "import"])
def test_without_power_nothing_is_lost(home: Path, tmp_path: Path, tally: Tally, task: str) -> None:
    tally.add(crashes.replay(task, base_for(task, home), home / "pile", tmp_path, 6))
    assert (tally.crashes, tally.wrong) == (24, [])


@needs_strace
def test_a_commit_that_does_not_wait_for_the_disk_is_found(home: Path, tmp_path: Path, tally: Tally) -> None:
    tally.add(crashes.replay("work", base_for("work", home), home / "pile", tmp_path, 3, "normal"))
    assert any("is lost" in words for words in tally.wrong)


@needs_strace
def test_a_call_that_fails_loses_nothing_and_is_said_in_words(home: Path, tmp_path: Path, tally: Tally) -> None:
    # The second that is cut is the cache of thumbnails, when the project is opened.
    faults = ["pwrite64:error=ENOSPC:when=40", "fdatasync:error=EIO:when=7", "ftruncate:error=ENOSPC:when=2"]
    tally.add(crashes.injected("work", base_for("work", home), home / "pile", tmp_path, faults))
    assert (tally.crashes, tally.wrong) == (3, [])
