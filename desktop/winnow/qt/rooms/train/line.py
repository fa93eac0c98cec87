"""One run or study at a time; what is asked for meanwhile waits its turn."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot

from winnow.app.jobs import Job
from winnow.base.outcomes import StepsFactory
from winnow.domain.run import WaitingRun
from winnow.qt.jobs.board import JobBoard, RunningJob
from winnow.qt.widgets.job_view import JobState


@dataclass(frozen=True, slots=True)
class Work:
    """A run (key "run") or a study (its kind's value)."""

    key: str
    title: str
    steps: StepsFactory
    run: WaitingRun | None = None
    """As what it is kept while it waits; a study is not."""


class WorkLine(QObject):
    """Two trainings at once would each take twice as long, and spoil what a study measures."""

    began = Signal(object)  # Work
    stepped = Signal(object, object)  # Work, event
    ended = Signal(object, object)  # Work, Done | Stopped | Failed
    changed = Signal()  # what runs or waits

    def __init__(self, jobs: JobBoard, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._running: Work | None = None
        self._job: RunningJob | None = None
        self._waiting: list[Work] = []

    @property
    def running(self) -> Work | None:
        """What runs, or is held."""
        return self._running

    @property
    def waiting(self) -> tuple[Work, ...]:
        """What comes next, the next first."""
        return tuple(self._waiting)

    @property
    def is_paused(self) -> bool:
        """Whether what runs is held."""
        return self._job is not None and self._job.view.state is JobState.PAUSED

    def has(self, key: str) -> bool:
        """Say whether a work of *key* runs or waits."""
        return self.runs(key) or any(one.key == key for one in self._waiting)

    def runs(self, key: str) -> bool:
        """Say whether a work of *key* runs."""
        return self._running is not None and self._running.key == key

    def add(self, work: Work) -> None:
        """Start *work*, or let it wait its turn."""
        self._waiting.append(work)
        self._go_on()
        self.changed.emit()

    def stop(self, key: str) -> None:
        """End what runs of *key*, or take what waits of it out of the line."""
        if self.runs(key) and self._job is not None:
            self._jobs.stop(self._job.view.job_id)
        else:
            self._waiting = [one for one in self._waiting if one.key != key]
        self.changed.emit()

    def clear(self) -> None:
        """Let nothing wait any more."""
        self._waiting = []
        self.changed.emit()

    def hold(self) -> None:
        """Hold what runs, or let it go on."""
        if self._job is None:
            return
        if self.is_paused:
            self._jobs.resume(self._job.view.job_id)
        else:
            self._jobs.pause(self._job.view.job_id)
        self.changed.emit()

    def _go_on(self) -> None:
        if self._running is not None or not self._waiting:
            return
        self._running = self._waiting.pop(0)
        # Beside what else the program does: pictures may still be coming in.
        self._job = self._jobs.start(Job(self._running.title, self._running.steps), at_once=True)
        self._job.stepped.connect(self._take)
        self._job.ended.connect(self._end)
        self.began.emit(self._running)

    @Slot(object)
    def _take(self, event: object) -> None:
        self.stepped.emit(self._running, event)

    @Slot(object)
    def _end(self, outcome: object) -> None:
        over, self._running, self._job = self._running, None, None
        self.ended.emit(over, outcome)
        self._go_on()
        self.changed.emit()
