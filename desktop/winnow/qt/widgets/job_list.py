"""All jobs: running, waiting, finished and failed, with how far they are or how they ended."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from winnow.qt.theme.drawing import draw_box
from winnow.qt.theme.fonts import Type
from winnow.qt.theme.theme import tokens
from winnow.qt.widgets.bars import MeterBar
from winnow.qt.widgets.button import IconButton, Size
from winnow.qt.widgets.chip import Chip
from winnow.qt.widgets.job_view import JobState, JobView
from winnow.qt.widgets.label import ElidedLabel, Label

_TONES = {
    JobState.RUNNING: "accent",
    JobState.PAUSED: "plain",
    JobState.WAITING: "plain",
    JobState.DONE: "good",
    JobState.STOPPED: "plain",
    JobState.FAILED: "bad",
}


_MOST_PX = 360
_WIDTH = 420


class JobList(QWidget):
    """A popup over the activity strip, newest first; it closes by Esc or a click elsewhere."""

    cancel_wanted = Signal(str)  # each with the job's id
    retry_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setFixedWidth(_WIDTH)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(12, 10, 6, 8)
        outer.setSpacing(6)
        outer.addWidget(Label(self.tr("All jobs"), Type.GROUP, parent=self))
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        outer.addWidget(self._scroll)
        self._held = QWidget(self)
        self._rows: dict[str, _Row] = {}

    def show_jobs(self, jobs: Sequence[JobView]) -> None:
        """Show *jobs*, given newest last; rows of jobs that are there already are kept."""
        if not self._rows or [job.job_id for job in reversed(jobs)] != list(self._rows):
            self._build(jobs)
        for job in jobs:
            self._rows[job.job_id].show_job(job)
        width = _WIDTH - 18
        needed = self._held.heightForWidth(width) if self._held.hasHeightForWidth() else self._held.sizeHint().height()
        self._scroll.setFixedHeight(min(needed, _MOST_PX))

    def _build(self, jobs: Sequence[JobView]) -> None:
        held = self._held = QWidget()
        column = QVBoxLayout(held)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(10)
        self._rows = {}
        for job in reversed(jobs):
            row = _Row(job.job_id, held)
            row.cancel_wanted.connect(self.cancel_wanted)
            row.retry_wanted.connect(self.retry_wanted)
            self._rows[job.job_id] = row
            column.addWidget(row)
        if not jobs:
            column.addWidget(Label(self.tr("No job has run yet."), Type.SMALL, "text-2", held))
        column.addStretch()
        held.setAutoFillBackground(False)
        self._scroll.setWidget(held)
        self._scroll.viewport().setAutoFillBackground(False)

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, super().sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        now = tokens()
        draw_box(QPainter(self), QRectF(self.rect()), 6, now.colour("pop"), now.colour("pop-line"))


class _Row(QWidget):
    """One job: name, state, and what it says."""

    cancel_wanted = Signal(str)
    retry_wanted = Signal(str)

    def __init__(self, job_id: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._job_id = job_id
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        top = QHBoxLayout()
        top.setSpacing(8)
        self._name = ElidedLabel("", Type.BUTTON, parent=self)
        self._name.setMinimumHeight(24)  # as high as the buttons that come and go beside it
        self._chip = Chip("", self)
        self._cancel = IconButton("reject", self.tr("Cancel"), self, size=Size.SMALL)
        self._retry = IconButton("refresh", self.tr("Try again"), self, size=Size.SMALL)
        top.addWidget(self._name, 1)
        for widget in (self._chip, self._retry, self._cancel):
            top.addWidget(widget)
        self._bar = MeterBar(self)
        self._words = Label("", Type.SMALL, "text-2", self, wrap=True)
        column.addLayout(top)
        column.addWidget(self._bar)
        column.addWidget(self._words)
        self._cancel.clicked.connect(self._want_cancel)
        self._retry.clicked.connect(self._want_retry)

    def show_job(self, job: JobView) -> None:
        self._name.setText(job.name)
        self._chip.show_chip(self._state_words(job.state), _TONES[job.state])
        over = job.state.is_over
        self._cancel.setVisible(not over)
        self._cancel.say(self.tr("Cancel {0}").format(job.name))
        self._retry.setVisible(job.state is JobState.FAILED)
        self._retry.say(self.tr("Try {0} again").format(job.name))
        self._bar.setVisible(not over)
        self._bar.show_share(job.share)
        said = " · ".join(part for part in (job.words, job.at) if part) if over else job.progress_words()
        self._words.setText(said)
        self._words.setVisible(bool(said))
        self._words.set_tone("bad" if job.state is JobState.FAILED else "text-2")
        self.updateGeometry()  # before it is shown, nothing else tells the list that the row has grown

    @Slot()
    def _want_cancel(self, _checked: bool = False) -> None:
        self.cancel_wanted.emit(self._job_id)

    @Slot()
    def _want_retry(self, _checked: bool = False) -> None:
        self.retry_wanted.emit(self._job_id)

    def _state_words(self, state: JobState) -> str:
        return {
            JobState.WAITING: self.tr("Waiting"),
            JobState.RUNNING: self.tr("Running"),
            JobState.PAUSED: self.tr("Paused"),
            JobState.DONE: self.tr("Done"),
            JobState.STOPPED: self.tr("Stopped"),
            JobState.FAILED: self.tr("Failed"),
        }[state]
