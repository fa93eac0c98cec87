"""What a job yields while it runs, and the one way in which it ends.

A job is a generator: it yields `Progress`, `Note` or values of its own at
least every 100 ms, and knows neither threads nor Qt.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass

Steps = Generator[object, None, None]
"""What a job is: an iterator of events, closed to stop it."""

StepsFactory = Callable[[], Steps]


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a job is: *done* of *total* things; a total of 0 means it is not known yet."""

    done: int
    total: int
    unit: str = "items"


@dataclass(frozen=True, slots=True)
class Workers:
    """How fast the workers of a cluster are: the *rates* of each, in things a second."""

    rates: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Note:
    """Something the person should know, in words; the job goes on."""

    text: str


@dataclass(frozen=True, slots=True)
class Done:
    """The job ran to its end."""


@dataclass(frozen=True, slots=True)
class Stopped:
    """The person stopped it; what it had done is kept."""


@dataclass(frozen=True, slots=True)
class Failed:
    """It ended by *error*; what it had done before is kept."""

    error: Exception


Outcome = Done | Stopped | Failed


@dataclass(frozen=True, slots=True)
class Tick:
    """Nothing new: the job waits for something outside, and gives a chance to stop it."""
