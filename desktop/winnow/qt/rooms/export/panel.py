"""One thing to export: what it is, what will be written, the button, and how it ended."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from winnow.app.jobs import Job
from winnow.app.pipelines.export_into import Exported
from winnow.base.outcomes import Failed
from winnow.qt.bridge import Bridge
from winnow.qt.figures import count_words
from winnow.qt.jobs.board import RunningJob
from winnow.qt.theme.fonts import Type
from winnow.qt.widgets.banner import WarningBanner
from winnow.qt.widgets.button import Button
from winnow.qt.widgets.empty_state import IconDisc
from winnow.qt.widgets.form import Separator
from winnow.qt.widgets.label import Label


class ExportPanel(QFrame):
    """A heading over `column`, which the room fills; below it the end of the last export and its button."""

    def __init__(
        self, bridge: Bridge, title: str, icon_name: str, button_words: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._job: RunningJob | None = None
        self._ready = False
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(IconDisc(icon_name, self))
        said = QVBoxLayout()
        said.setSpacing(2)
        said.addWidget(Label(title, Type.HEADING, parent=self))
        self._words = Label("", Type.SMALL, "text-2", self)
        said.addWidget(self._words)
        head.addLayout(said, 1)
        self.column = QVBoxLayout()
        self.column.setSpacing(10)
        self.done = WarningBanner("", parent=self, tone="good", icon_name="check")
        self.failure = WarningBanner("", parent=self, tone="bad")
        self.done.hide()
        self.failure.hide()
        self.button = Button(button_words, self)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.button)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(14)
        outer.addLayout(head)
        outer.addWidget(Separator(self))
        outer.addLayout(self.column)
        outer.addStretch(1)
        outer.addWidget(self.done)
        outer.addWidget(self.failure)
        outer.addLayout(foot)
        bridge.jobs.changed.connect(self._show_can_start)
        self._show_can_start()

    def show_state(self, words: str, ready: bool) -> None:
        """Say *words* under the title; *ready*: there is something to export."""
        self._words.setText(words)
        self._ready = ready
        self._show_can_start()

    def start(self, job: Job) -> None:
        """Run *job*, and say here how it ends."""
        self.done.hide()
        self.failure.hide()
        self._job = self._bridge.jobs.start(job)
        self._job.stepped.connect(self._take_step)
        self._job.ended.connect(self._take_end)
        self._show_can_start()

    @Slot()
    def _show_can_start(self) -> None:
        # A job that is stopped while it waits never says that it ended; the board tells of both.
        self.button.setEnabled(self._ready and (self._job is None or self._job.view.state.is_over))

    @Slot(object)
    def _take_step(self, event: object) -> None:
        if not isinstance(event, Exported):
            return
        if event.max_abs_difference is None:
            heading = self.tr("{0} pictures written").format(count_words(event.files))
        else:
            heading = self.tr("The exported model agrees on {0} pictures; largest difference {1}").format(
                count_words(event.files), f"{event.max_abs_difference:.1g}"
            )
        self.done.show_words(heading, str(event.folder))
        self.done.show()

    @Slot(object)
    def _take_end(self, outcome: object) -> None:
        if isinstance(outcome, Failed):
            self.failure.show_words(self.tr("Nothing was exported"), str(outcome.error))
            self.failure.show()
