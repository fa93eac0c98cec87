"""All jobs of a window: which runs, how far it is, how each ended."""

from __future__ import annotations

import time
from dataclasses import replace

from PySide6.QtCore import QObject, QThread, QTime, Signal, Slot

from winnow.app.jobs import Job
from winnow.base.outcomes import Done, Failed, Note, Progress, Stopped, Workers
from winnow.qt.core_words import core_words
from winnow.qt.jobs.worker import Worker
from winnow.qt.widgets.job_view import JobState, JobView

_MOST_REMEMBERED = 50


class RunningJob(QObject):
    """A started job; its signals arrive on the GUI thread."""

    stepped = Signal(object)
    ended = Signal(object)

    def __init__(self, job: Job, job_id: str, parent: QObject) -> None:
        super().__init__(parent)
        self.job = job
        self.view = JobView(job_id, job.title, JobState.WAITING, can_pause=True)
        self._began = 0.0
        self._first_done = 0
        self._thread = QThread(self)
        self._worker = Worker(job)
        self._worker.moveToThread(self._thread)
        self._thread.started.connect(self._worker.run)
        self._worker.stepped.connect(self._take_step)
        self._worker.ended.connect(self._take_end)

    def start(self) -> None:
        """Begin; once."""
        self._began = time.monotonic()
        self.view = replace(self.view, state=JobState.RUNNING)
        self._thread.start(QThread.Priority.LowPriority)

    def stop(self) -> None:
        """Ask it to end; `ended` follows."""
        if self.view.state is JobState.WAITING:
            self.view = replace(self.view, state=JobState.STOPPED)
            self.ended.emit(Stopped())
            return
        self._worker.stop()

    def pause(self) -> None:
        """Hold it, if it runs."""
        if self.view.state is not JobState.RUNNING:
            return
        self._worker.pause()
        self.view = replace(self.view, state=JobState.PAUSED)

    def resume(self) -> None:
        """Let it go on, if it is held."""
        if self.view.state is not JobState.PAUSED:
            return
        self._worker.resume()
        self.view = replace(self.view, state=JobState.RUNNING)

    def wait(self) -> None:
        """Block until its thread is over; for closing only."""
        # Its end may be waiting for this very thread's event loop, which is not running now.
        self._thread.quit()
        self._thread.wait()

    @Slot(object)
    def _take_step(self, event: object) -> None:
        if isinstance(event, Progress):
            self.view = self._paced(event)
        elif isinstance(event, Note):
            self.view = replace(self.view, words=core_words(event.text))
        elif isinstance(event, Workers):
            self.view = replace(self.view, workers=event.rates)
        self.stepped.emit(event)

    @Slot(object)
    def _take_end(self, outcome: object) -> None:
        self._thread.quit()
        self._thread.wait()
        state = JobState.DONE if isinstance(outcome, Done) else JobState.STOPPED
        words = ""
        if isinstance(outcome, Failed):
            state, words = JobState.FAILED, core_words(str(outcome.error))
        at = QTime.currentTime().toString("HH:mm")
        self.view = replace(self.view, state=state, words=words, at=at, seconds_left=None)
        self.ended.emit(outcome)

    def _paced(self, progress: Progress) -> JobView:
        if core_words(progress.unit) != self.view.unit:
            self._began, self._first_done = time.monotonic(), progress.done
        seconds = time.monotonic() - self._began
        rate = (progress.done - self._first_done) / seconds if seconds > 0 else 0.0
        left = (progress.total - progress.done) / rate if rate > 0 and progress.total else None
        return replace(
            self.view,
            done=progress.done,
            total=progress.total,
            unit=core_words(progress.unit),
            rate=rate,
            seconds_left=left,
        )


class JobBoard(QObject):
    """Starts jobs one after another; *at_once* ones, and ones that were held, beside the others."""

    changed = Signal()  # any job's view

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs: list[RunningJob] = []
        self._at_once: set[RunningJob] = set()
        self._count = 0
        self._is_ending = False

    def start(self, job: Job, at_once: bool = False) -> RunningJob:
        """Queue *job*; connect to what is returned before going back to the event loop."""
        self._count += 1
        running = RunningJob(job, str(self._count), self)
        running.stepped.connect(self._tell)
        running.ended.connect(self._go_on)
        self._jobs.insert(0, running)
        if at_once and not self._is_ending:
            self._at_once.add(running)
            running.start()
        else:
            self._start_next()
        self.changed.emit()
        return running

    def views(self) -> list[JobView]:
        """Return every job, newest first."""
        return [running.view for running in self._jobs]

    def is_busy(self) -> bool:
        """Say whether a job runs or waits."""
        return any(not running.view.state.is_over for running in self._jobs)

    @Slot(str)
    def stop(self, job_id: str) -> None:
        """Ask a job to end."""
        for running in self._named(job_id):
            running.stop()
        self.changed.emit()

    @Slot(str)
    def pause(self, job_id: str) -> None:
        """Hold a job."""
        for running in self._named(job_id):
            running.pause()
        self._start_next()
        self.changed.emit()

    def pause_all(self) -> None:
        """Hold what runs; what waits is not begun by that."""
        for running in self._jobs:
            running.pause()
        self.changed.emit()

    @Slot(str)
    def resume(self, job_id: str) -> None:
        """Let a job go on."""
        for running in self._named(job_id):
            running.resume()
        self.changed.emit()

    @Slot(str)
    def retry(self, job_id: str) -> None:
        """Start a failed or stopped job again."""
        for running in self._named(job_id):
            if running.view.state.is_over:
                self.start(running.job)

    def end_all(self) -> None:
        """Stop everything and wait for it; for closing."""
        self._is_ending = True
        jobs = tuple(self._jobs)  # those that end at once are forgotten meanwhile
        for running in jobs:
            running.stop()
        for running in jobs:
            running.wait()

    def _named(self, job_id: str) -> list[RunningJob]:
        return [running for running in self._jobs if running.view.job_id == job_id]

    @Slot(object)
    def _tell(self, _event: object) -> None:
        self.changed.emit()

    @Slot(object)
    def _go_on(self, _outcome: object) -> None:
        over = [running for running in self._jobs if running.view.state.is_over]
        for old in over[_MOST_REMEMBERED:]:
            self._jobs.remove(old)
            self._at_once.discard(old)
            old.deleteLater()
        self._start_next()
        self.changed.emit()

    def _start_next(self) -> None:
        if self._is_ending:
            return
        queued = [running for running in reversed(self._jobs) if running not in self._at_once]
        # One that is held does not keep the others waiting.
        if any(running.view.state is JobState.RUNNING for running in queued):
            return
        waiting = next((running for running in queued if running.view.state is JobState.WAITING), None)
        if waiting is not None:
            waiting.start()
