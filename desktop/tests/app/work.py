"""What child processes are given to do: a spawned one can import this module, but no test."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator
from pathlib import Path

from winnow.base.errors import UserError


def counts(up_to: int, then: str = "") -> Iterator[object]:
    """Count, and end as *then* says."""
    yield from range(up_to)
    if then == "refuse":
        raise UserError("There is nothing to count.")
    if then == "bug":
        raise ZeroDivisionError("a bug")
    if then == "die":
        os.kill(os.getpid(), signal.SIGKILL)


def counts_for_ever(note: Path) -> Iterator[object]:
    """Count until closed, and leave *note* on the way out."""
    number = 0
    try:
        while True:
            yield number
            number += 1
    finally:
        note.write_text("closed")


def counts_and_notes(note: Path) -> Iterator[object]:
    """Count for ever; *note* holds the last number that was counted."""
    number = 0
    while True:
        with note.open("w") as stream:
            stream.write(f"{number}")
        yield number
        number += 1


def doubled(number: int) -> int:
    """Return twice *number*; refuse 13, and die of 99."""
    if number == 13:
        raise UserError("thirteen is not doubled")
    if number == 99:
        os._exit(3)
    return 2 * number


def never_answers(_question: int) -> int:
    """Wait for ever."""
    threading.Event().wait()
    return 0


def answers_when_there(file: Path) -> int:
    """Wait for *file*."""
    while not file.exists():
        threading.Event().wait(0.01)
    return 1


def says_nothing(began: Path) -> Iterator[object]:
    """Leave *began* and give no event, as one that imports a large library."""
    began.touch()
    threading.Event().wait()
    yield 0
