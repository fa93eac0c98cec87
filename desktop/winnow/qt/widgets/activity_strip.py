"""The strip at the foot: the one running job, or how the last one ended; all jobs open above it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from winnow.qt.theme.fonts import Type
from winnow.qt.theme.icons import icon
from winnow.qt.widgets.bars import MeterBar
from winnow.qt.widgets.button import Button, IconButton, Role, Size
from winnow.qt.widgets.job_list import JobList
from winnow.qt.widgets.job_view import JobState, JobView
from winnow.qt.widgets.label import ElidedLabel, Label
from winnow.qt.widgets.network_light import NetworkLight


class ActivityStrip(QFrame):
    """28 px high. Shows the jobs it is told of; pause, resume and cancel are wishes."""

    pause_wanted = Signal(str)  # each with the job's id
    resume_wanted = Signal(str)
    cancel_wanted = Signal(str)
    retry_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(28)
        self.setProperty("surface", "panel")
        self.setProperty("edge", "top")
        self.setAccessibleName(self.tr("Activity"))
        self._shown: JobView | None = None
        self._jobs: tuple[JobView, ...] = ()
        self._list: JobList | None = None
        self._running = _Running(self)
        self._ended = _Ended(self)
        self._note = Label("", Type.SMALL, "text-2", self)
        self.network = NetworkLight(self)
        self._all = Button(self.tr("All jobs"), self, Role.MUTED, size=Size.SMALL)
        self._all.set_arrow("chevron-up")
        row = QHBoxLayout(self)
        row.setContentsMargins(7, 1, 4, 0)
        row.setSpacing(12)
        row.addWidget(self._running)
        row.addWidget(self._ended)
        row.addStretch(1)
        row.addWidget(self._note)
        row.addWidget(self.network)
        row.addWidget(self._all)
        self._running.pause.clicked.connect(self._want_pause)
        self._running.cancel.clicked.connect(self._want_cancel)
        self._all.clicked.connect(self.open_list)
        self.show_jobs(())

    def show_jobs(self, jobs: Sequence[JobView], idle_words: str = "") -> None:
        """Show *jobs*, newest last; with none running the last that ended, with none at all *idle_words*."""
        self._jobs = tuple(jobs)
        live = [job for job in self._jobs if not job.state.is_over]
        self._shown = next((job for job in live if job.state is JobState.RUNNING), live[0] if live else None)
        if self._shown is not None:
            self._running.show_job(self._shown)
            said = f"{self._shown.name}, {self._shown.progress_words()}"
        else:
            said = self._ended.show_job(self._jobs[-1] if self._jobs else None, idle_words)
        self._running.setVisible(self._shown is not None)
        self._ended.setVisible(self._shown is None)
        self.setAccessibleDescription(said)
        if self._list is not None:
            self._list.show_jobs(self._jobs)

    def show_note(self, words: str) -> None:
        """Say *words* on the right, such as the speed of all downloads."""
        self._note.setText(words)

    @Slot()
    def open_list(self, _checked: bool = False) -> None:
        """Open the list of all jobs above the strip."""
        self._list = JobList(self)
        self._list.cancel_wanted.connect(self.cancel_wanted)
        self._list.retry_wanted.connect(self.retry_wanted)
        self._list.show_jobs(self._jobs)
        self._list.adjustSize()
        corner = self.mapToGlobal(QPoint(self.width() - self._list.width() - 8, -self._list.height() - 4))
        self._list.move(corner)
        self._list.destroyed.connect(self._forget_list)
        self._list.show()

    @Slot()
    def _forget_list(self) -> None:
        self._list = None

    @Slot()
    def _want_pause(self, _checked: bool = False) -> None:
        if self._shown is not None:
            paused = self._shown.state is JobState.PAUSED
            (self.resume_wanted if paused else self.pause_wanted).emit(self._shown.job_id)

    @Slot()
    def _want_cancel(self, _checked: bool = False) -> None:
        if self._shown is not None:
            self.cancel_wanted.emit(self._shown.job_id)


class _Running(QWidget):
    """Name, bar and figures of the job that runs."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.pause = IconButton("pause", self.tr("Pause"), self, size=Size.SMALL)
        self.cancel = IconButton("reject", self.tr("Cancel"), self, size=Size.SMALL)
        self._name = Label("", Type.CHIP, parent=self)
        self._bar = MeterBar(self)
        self._bar.setFixedWidth(180)
        self._words = Label("", Type.SMALL, "text-2", self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.pause)
        row.addSpacing(-5)
        for widget in (self._name, self._bar, self._words):
            row.addWidget(widget)
        row.addSpacing(-6)
        row.addWidget(self.cancel)

    def show_job(self, job: JobView) -> None:
        paused = job.state is JobState.PAUSED
        self.pause.setVisible(job.can_pause)
        self.pause.set_icon_name("play" if paused else "pause")
        self.pause.say((self.tr("Resume {0}") if paused else self.tr("Pause {0}")).format(job.name))
        self.cancel.say(self.tr("Cancel {0}").format(job.name))
        self._name.setText(job.name)
        self._bar.show_share(job.share)
        self._words.setText(job.progress_words())


class _Ended(QWidget):
    """How the last job ended, or what there is to say without one."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon_name, self._role = "", ""
        self._words = ElidedLabel("", Type.SMALL, "text-2", self)
        row = QHBoxLayout(self)
        row.setContentsMargins(29, 0, 0, 0)
        row.addWidget(self._words)

    def show_job(self, job: JobView | None, idle_words: str) -> str:
        state = job.state if job is not None else JobState.DONE
        words = job.end_words() if job is not None else idle_words
        glyphs = {JobState.FAILED: ("warning", "bad"), JobState.STOPPED: ("stop", "text-2")}
        self._icon_name, self._role = glyphs.get(state, ("check", "good")) if words else ("", "")
        self._words.setText(words)
        self._words.set_tone("bad" if state is JobState.FAILED else "text-2")
        self.update()
        return words

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._icon_name:
            icon(self._icon_name, self._role).paint(QPainter(self), QRect(5, (self.height() - 14) // 2, 14, 14))
