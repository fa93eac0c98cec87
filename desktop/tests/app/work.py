"""Generators for child processes to iterate."""

from __future__ import annotations

import os
import signal
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
