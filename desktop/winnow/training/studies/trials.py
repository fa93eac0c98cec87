"""Trainings of a study that need nothing of each other: done in turn, or wherever who calls the study has them done."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from typing import Any

from winnow.base.outcomes import Steps

Work = Callable[[Any], Steps]
"""From what tells one trial from the others to its events; picklable."""

Each = Callable[[Work, Sequence[Any]], Generator[tuple[Any, object], None, None]]
"""Has some work done for each of several trials; yields the trial and its event, the trials in any order."""


def in_turn(work: Work, trials: Sequence[Any]) -> Generator[tuple[Any, object], None, None]:
    """Do the trials here, one after another."""
    for trial in trials:
        for event in work(trial):
            yield trial, event
