"""What the bar says."""

from __future__ import annotations

import io

from winnow.base.outcomes import Note, Progress, Tick
from winnow.cli.progress import Terminal, describe


def test_it_tells_the_rate_and_the_time_left():
    text = describe("Import", Progress(50, 200, "files"), 50, 10.0)
    assert "50/200 files" in text
    assert "5.0/s" in text
    assert "0:30 left" in text


def test_it_promises_nothing_before_it_knows_the_rate_or_the_total():
    assert "left" not in describe("Import", Progress(1, 200, "files"), 1, 0.1)
    assert describe("Import", Progress(7, 0, "files"), 7, 0.1) == "Import: 7 files"


def test_a_job_gives_its_last_value_and_says_its_notes():
    words = io.StringIO()

    def steps():
        yield Progress(1, 2)
        yield Note("One file was passed over.")
        yield "first"
        yield Tick()
        yield "last"

    heard: list[str] = []
    assert Terminal(words).run("Work", steps, heard.append) == "last"
    assert heard == ["first", "last"]
    assert words.getvalue() == "One file was passed over.\n"
