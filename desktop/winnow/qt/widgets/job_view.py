"""What the window knows about a job, and how it says it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QCoreApplication

from winnow.qt.figures import clock_words, count_words, rate_words


class JobState(Enum):
    """Where a job is in its life."""

    WAITING = "waiting"
    RUNNING = "running"
    PAUSED = "paused"
    DONE = "done"
    STOPPED = "stopped"
    FAILED = "failed"

    @property
    def is_over(self) -> bool:
        """Whether nothing more will come of it."""
        return self in (JobState.DONE, JobState.STOPPED, JobState.FAILED)


@dataclass(frozen=True, slots=True)
class JobView:
    """A job as it is shown. *words* are the last note, the result, or the error; *at* the time it ended, in words.

    *total* 0 means not known, *rate* is things a second, *seconds_left* None means not known.
    """

    job_id: str
    name: str
    state: JobState
    done: int = 0
    total: int = 0
    unit: str = ""
    rate: float = 0.0
    seconds_left: float | None = None
    words: str = ""
    at: str = ""
    can_pause: bool = False
    workers: tuple[tuple[str, float], ...] = ()
    """The workers of a cluster, and what each does in a second."""

    @property
    def share(self) -> float:
        """How far it is, 0 to 1."""
        if self.state is JobState.DONE:
            return 1.0
        return min(self.done / self.total, 1.0) if self.total else 0.0

    def progress_words(self) -> str:
        """Return how far it is: ``640 of 1 000 iterations · 52/s · 7 s left``."""
        if self.words and not self.total:
            return self.words
        if self.total:
            far = _tr("{0} of {1} {2}").format(count_words(self.done), count_words(self.total), self.unit)
        else:
            far = f"{count_words(self.done)} {self.unit}" if self.done else ""
        parts = [far.strip()]
        if self.state is JobState.PAUSED:
            parts.append(_tr("paused"))
        elif self.state is JobState.WAITING:
            parts = [_tr("waiting")]
        elif 0 < self.total <= self.done:
            parts.append(_tr("still working"))  # on something that is not counted
        else:
            parts.append(_tr("{0}/s").format(rate_words(self.rate)) if self.rate > 0 else "")
            parts.append(_left(self.seconds_left))
            parts += [_tr("{0}: {1}/s").format(name, rate_words(rate)) for name, rate in self.workers]
        return " · ".join(part for part in parts if part)

    def end_words(self) -> str:
        """Return how it ended: its own words, or its name and outcome; and when."""
        said = self.words
        if self.state is JobState.FAILED:
            said = f"{self.name}: {self.words}" if self.words else _tr("{0} failed").format(self.name)
        elif not said:
            said = self.name if self.state is JobState.DONE else _tr("{0} stopped").format(self.name)
        return f"{said} · {self.at}" if self.at else said


def _left(seconds: float | None) -> str:
    if seconds is None:
        return ""
    if seconds < 60:
        return _tr("{0} s left").format(max(round(seconds), 1))
    return _tr("{0} left").format(clock_words(seconds))


def _tr(text: str) -> str:
    return QCoreApplication.translate("JobView", text)
