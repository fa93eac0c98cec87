"""The run that is going on: what it reported so far, in words and for the plots."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, Signal

from winnow.base.outcomes import Note, Progress
from winnow.domain.run import EpochDone, Prepared, StepDone
from winnow.qt.core_words import core_words
from winnow.qt.figures import clock_words, count_words
from winnow.qt.rooms.train.curves_page import CurvesPage


class LiveRun(QObject):
    """Takes a run's events one by one; its curve grows as they come."""

    named = Signal(int)  # the run's id, when it is known

    def __init__(self, page: CurvesPage, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self.run_id = 0
        self.clear()

    def clear(self) -> None:
        """No run is going on."""
        self.run_id = 0
        self._prepared: Prepared | None = None
        self._step = 0
        self._best = 0.0
        self._note = ""
        self._began = 0.0
        self._first = 0

    def take(self, event: object) -> bool:
        """Note *event*, and draw it; False for what says nothing of a run."""
        if isinstance(event, int):
            self.run_id = event
            self.named.emit(event)
        elif isinstance(event, Prepared):
            self._begin(event)
        elif isinstance(event, StepDone):
            self._step = event.step
            self._page.plots.add_step(self.run_id, event)
        elif isinstance(event, EpochDone):
            self._best = max(self._best, event.valid_accuracy)
            self._page.plots.add_epoch(self.run_id, event)
        elif isinstance(event, Progress):
            self._note = self._progress_words(event)
        elif isinstance(event, Note):
            self._note = core_words(event.text)
        else:
            return False
        return True

    def words(self, name: str) -> str:
        """Say how far it is."""
        prepared = self._prepared
        if prepared is None:
            return " · ".join(part for part in (name, self._note or self.tr("getting ready")) if part)
        total = prepared.epochs * prepared.steps_per_epoch
        epoch = min(self._step // max(prepared.steps_per_epoch, 1) + 1, prepared.epochs)
        said = [
            name,
            self.tr("epoch {0} of {1}").format(epoch, prepared.epochs),
            self.tr("step {0} of {1}").format(count_words(self._step), count_words(total)),
        ]
        if self._best:
            said.append(self.tr("best so far {0} %").format(f"{self._best * 100:.1f}"))
        left = self._seconds_left(total)
        if left is not None:
            said.append(self.tr("{0} left").format(clock_words(left)))
        return " · ".join(part for part in said if part)

    def _begin(self, prepared: Prepared) -> None:
        self._prepared, self._note = prepared, ""
        self._step = self._first = prepared.epochs_before * prepared.steps_per_epoch
        self._began = time.monotonic()
        plots = self._page.plots
        if prepared.epochs_before:
            plots.continue_run(self.run_id, prepared.epochs, prepared.steps_per_epoch, prepared.epochs_before)
        else:
            plots.begin_run(self.run_id, prepared.epochs, prepared.steps_per_epoch)

    def _seconds_left(self, total: int) -> float | None:
        done = self._step - self._first
        return None if done < 5 else (time.monotonic() - self._began) / done * (total - self._step)

    def _progress_words(self, progress: Progress) -> str:
        units = {
            "features": self.tr("features of {0} of {1} pictures", n=progress.total),
            "pictures": self.tr("preparing {0} of {1} pictures", n=progress.total),
            "check": self.tr("checking: step {0} of {1}"),
        }
        words = units.get(progress.unit, self.tr("getting ready: {0} of {1}"))
        return words.format(count_words(progress.done), count_words(progress.total)) if progress.total else self._note
