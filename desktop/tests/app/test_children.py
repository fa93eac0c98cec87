"""Work in a child process: what it yields comes, and every way it may end is told apart."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest
from app.work import counts, counts_and_notes, counts_for_ever, says_nothing

from winnow.app.children import ChildDied, ChildFailed, in_child
from winnow.app.jobs import Job, run_inline
from winnow.base.errors import UserError
from winnow.base.outcomes import Done, Failed, Outcome, Stopped, Tick


def run(*args: object) -> tuple[list[object], Outcome]:
    events: list[object] = []
    outcome = run_inline(Job("Count", lambda: in_child(counts, *args)), events.append, lambda: False)
    return [event for event in events if not isinstance(event, Tick)], outcome


def test_what_the_child_yields_comes_in_order() -> None:
    assert run(5) == ([0, 1, 2, 3, 4], Done())


@pytest.mark.parametrize(
    ("then", "kind", "words"),
    [
        ("refuse", UserError, "nothing to count"),
        ("bug", ChildFailed, "ZeroDivisionError: a bug"),
        pytest.param(
            "die", ChildDied, "ended unexpectedly", marks=pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")
        ),
    ],
)
def test_a_childs_end_is_told_in_words(then: str, kind: type[Exception], words: str) -> None:
    events, outcome = run(2, then)
    assert events == [0, 1]
    assert isinstance(outcome, Failed)
    assert isinstance(outcome.error, kind)
    assert words in str(outcome.error)


def test_stopping_closes_the_generator_in_the_child(tmp_path: Path) -> None:
    seen: list[object] = []
    job = Job("Count", lambda: in_child(counts_for_ever, tmp_path / "note"))
    assert run_inline(job, seen.append, lambda: 3 in seen) == Stopped()
    assert (tmp_path / "note").read_text() == "closed"


def test_a_child_that_has_told_of_nothing_is_not_waited_for(tmp_path: Path) -> None:
    steps = in_child(says_nothing, tmp_path / "began", end_within_s=60)
    while not (tmp_path / "began").exists():
        next(steps)
    began = time.monotonic()
    steps.close()
    assert time.monotonic() - began < 10


def test_a_child_that_is_not_listened_to_waits(tmp_path: Path) -> None:
    steps = in_child(counts_and_notes, tmp_path / "note")
    heard = -1
    for event in steps:
        if isinstance(event, Tick):
            continue
        heard = int(event)
        # It may be as far ahead as the pipe's two, and at work on the next.
        assert int((tmp_path / "note").read_text() or heard) <= heard + 4
        if heard == 200:
            break
    steps.close()
    assert heard == 200
