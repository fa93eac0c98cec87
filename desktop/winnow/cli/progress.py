"""What a command shows while it works: a bar with rate and time left on a terminal, plain lines elsewhere."""

from __future__ import annotations

import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import IO, Any

from winnow.app.jobs import Job, run_inline
from winnow.base.outcomes import Failed, Note, Progress, StepsFactory, Stopped, Tick, Workers

_BAR_CHARACTERS = 24
_BAR_S = 0.1
_LINE_S = 5.0
_RATE_AFTER_S = 0.5


class StoppedByHand(Exception):
    """The person pressed Ctrl-C; the job ended at its next event."""


class Terminal:
    """Runs jobs, and speaks on *words*, by default standard error."""

    def __init__(self, words: IO[str] | None = None) -> None:
        self._words = words or sys.stderr
        self._stopping = threading.Event()
        self._bar = Bar(self._words)

    def say(self, text: str) -> None:
        """Write a line, below the bar if there is one."""
        self._bar.clear()
        print(text, file=self._words, flush=True)

    def run(self, title: str, steps: StepsFactory, on_event: Callable[[Any], None] | None = None) -> Any:
        """Run a job to its end; return the last value of its own that it yielded, None where it yielded none.

        *on_event* is called with each of these.

        Raises:
            StoppedByHand: Ctrl-C. And whatever the job failed by.
        """
        last: list[object] = [None]
        self._bar.begin(title)

        def heard(event: object) -> None:
            if isinstance(event, Progress):
                self._bar.show(event)
            elif isinstance(event, Note):
                self.say(event.text)
            elif isinstance(event, Workers):
                self._bar.workers = event
            elif not isinstance(event, Tick):
                last[0] = event
                if on_event is not None:
                    on_event(event)

        with self._interruptible():
            outcome = run_inline(Job(title, steps), heard, self._stopping.is_set)
        self._bar.clear()
        # A child of ours hears Ctrl-C as well, and may be gone before it is told to end.
        if isinstance(outcome, Stopped) or (isinstance(outcome, Failed) and self._stopping.is_set()):
            raise StoppedByHand
        if isinstance(outcome, Failed):
            raise outcome.error
        return last[0]

    @contextmanager
    def _interruptible(self) -> Iterator[None]:
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        before = signal.signal(signal.SIGINT, lambda _number, _frame: self._stopping.set())
        try:
            yield
        finally:
            signal.signal(signal.SIGINT, before)


class Bar:
    """One job's progress on *stream*."""

    def __init__(self, stream: IO[str]) -> None:
        self._stream = stream
        self._live = stream.isatty()
        self._title = ""
        self._began = self._shown_at = 0.0
        self._from = 0
        self._unit = ""
        self._drawn = 0
        self.workers = Workers(())
        """The last that was heard of a cluster's workers."""

    def begin(self, title: str) -> None:
        """Start anew, for the job *title*."""
        self.workers = Workers(())
        self._title, self._unit, self._shown_at = title, "", time.monotonic()

    def show(self, progress: Progress) -> None:
        """Draw how far the job is; seldom enough not to cost anything."""
        now = time.monotonic()
        if progress.unit != self._unit or progress.done < self._from:
            self._unit, self._began, self._from = progress.unit, now, progress.done
        if now - self._shown_at < (_BAR_S if self._live else _LINE_S):
            return
        self._shown_at = now
        text = describe(self._title, progress, progress.done - self._from, now - self._began)
        text += "".join(f", {name} {rate:.1f}/s" for name, rate in self.workers.rates)
        if self._live:
            self._stream.write("\r" + text.ljust(self._drawn))
            self._drawn = len(text)
        else:
            self._stream.write(text + "\n")
        self._stream.flush()

    def clear(self) -> None:
        """Remove the bar, so that a line can be written."""
        if self._live and self._drawn:
            self._stream.write("\r" + " " * self._drawn + "\r")
            self._stream.flush()
        self._drawn = 0


def describe(title: str, progress: Progress, done: int, seconds: float) -> str:
    """Return the bar's text; the rate is that of the last *done* things in *seconds*."""
    rate = done / seconds if seconds >= _RATE_AFTER_S and done > 0 else 0.0
    speed = f", {rate:.1f}/s" if rate else ""
    if progress.total <= 0:
        return f"{title}: {progress.done} {progress.unit}{speed}"
    share = min(1.0, progress.done / progress.total)
    full = round(share * _BAR_CHARACTERS)
    left = f", {_clock((progress.total - progress.done) / rate)} left" if rate else ""
    bar = "#" * full + "-" * (_BAR_CHARACTERS - full)
    return f"{title} [{bar}] {progress.done}/{progress.total} {progress.unit}{speed}{left}"


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"
