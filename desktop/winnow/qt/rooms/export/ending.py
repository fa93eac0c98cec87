"""A job of this room where it was started: how far it is, a way to stop it, and how it ended."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from winnow.app.jobs import Job
from winnow.app.pipelines.export_into import Exported
from winnow.base.outcomes import Failed, Note, Stopped
from winnow.qt.bridge import Bridge
from winnow.qt.core_words import core_words
from winnow.qt.figures import count_words
from winnow.qt.jobs.board import RunningJob
from winnow.qt.rooms.export.words import model_format_words
from winnow.qt.theme.fonts import Type
from winnow.qt.widgets.banner import WarningBanner
from winnow.qt.widgets.bars import MeterBar
from winnow.qt.widgets.button import Button, Role, Size
from winnow.qt.widgets.label import ElidedLabel


class Ending(QWidget):
    """Nothing at first; a bar with a stop button while a job runs or waits; then a banner."""

    changed = Signal()  # a job began, or is over

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._job: RunningJob | None = None
        self._exported: Exported | None = None
        self._note = ""
        self._was_running = False
        self.stop_button = Button(self.tr("Stop"), self, Role.QUIET, "stop", Size.SMALL)
        self._bar = MeterBar(self)
        self._far = ElidedLabel("", Type.SMALL, "text-2", self)
        self._progress = QWidget(self)
        self.open_folder_button = Button(self.tr("Open folder"), self, Role.LINK, "folder", Size.SMALL)
        self.open_button = Button(self.tr("Open"), self, Role.LINK, "external", Size.SMALL)
        self.done = WarningBanner(
            "", parent=self, tone="good", icon_name="check", action=self._open_buttons(), action_below=True
        )
        self.failure = WarningBanner("", parent=self, tone="bad")
        self._lay_out()
        self.stop_button.clicked.connect(self._stop)
        self.open_folder_button.clicked.connect(self._open_folder)
        self.open_button.clicked.connect(self._open)
        bridge.jobs.changed.connect(self._look)

    @property
    def is_running(self) -> bool:
        """Whether its job runs or waits."""
        return self._job is not None and not self._job.view.state.is_over

    def start(self, job: Job) -> None:
        """Run *job*, and say here how it ends."""
        self._exported, self._note = None, ""
        self.done.hide()
        self.failure.hide()
        self._job = self._bridge.jobs.start(job)
        self._job.stepped.connect(self._take_step)
        self._job.ended.connect(self._take_end)
        self._look()

    def _open_buttons(self) -> QWidget:
        held = QWidget(self)
        row = QHBoxLayout(held)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.open_folder_button)
        row.addWidget(self.open_button)
        return held

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._far, 1)
        row.addWidget(self.stop_button)
        inside = QVBoxLayout(self._progress)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(4)
        inside.addLayout(row)
        inside.addWidget(self._bar)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self._progress, self.done, self.failure):
            column.addWidget(part)
            part.hide()

    @Slot()
    def _look(self) -> None:
        if self._job is None:
            return
        view = self._job.view
        self._progress.setVisible(self.is_running)
        self._bar.show_share(view.share)
        self._far.setText(view.progress_words())
        if self.is_running != self._was_running:
            self._was_running = self.is_running
            self.stop_button.setEnabled(True)
            self.changed.emit()

    @Slot(object)
    def _take_step(self, event: object) -> None:
        if isinstance(event, Exported):
            self._exported = event
        elif isinstance(event, Note):
            self._note = core_words(event.text)

    @Slot(object)
    def _take_end(self, outcome: object) -> None:
        if isinstance(outcome, Failed):
            self.failure.show_words(self.tr("Nothing was exported"), core_words(str(outcome.error)))
            self.failure.show()
        elif isinstance(outcome, Stopped):
            self.failure.show_words(self.tr("Stopped"), self.tr("Nothing was put into the target folder."))
            self.failure.show()
        elif self._exported is not None:
            self._show_exported(self._exported)
        self._look()

    def _show_exported(self, found: Exported) -> None:
        self.open_button.setVisible(found.folder.is_file() and found.folder.suffix in (".html", ".pdf"))
        lines = [str(found.folder)]
        if found.left_out:
            lines.append(
                self.tr("{0} images of unknown licence were left out.", n=found.left_out).format(
                    count_words(found.left_out)
                )
            )
        lines += [
            self.tr("{0}: largest difference {1}").format(model_format_words(one), f"{difference:.1g}")
            for one, difference in found.differences
        ]
        if self._note:
            lines.append(self._note)
        self.done.show_words(self._heading(found), "\n".join(lines))
        self.done.show()

    def _heading(self, found: Exported) -> str:
        if found.max_abs_difference is not None:
            return self.tr("The exported model agrees on {0} pictures; largest difference {1}", n=found.files).format(
                count_words(found.files), f"{found.max_abs_difference:.1g}"
            )
        if found.folder.suffix in (".html", ".pdf"):
            return self.tr("Report written")
        if found.folder.is_file():
            return self.tr("{0} files packed", n=found.files).format(count_words(found.files))
        return self.tr("{0} pictures written", n=found.files).format(count_words(found.files))

    @Slot()
    def _stop(self) -> None:
        if self._job is not None:
            self.stop_button.setEnabled(False)
            self._bridge.jobs.stop(self._job.view.job_id)

    @Slot()
    def _open_folder(self) -> None:
        if self._exported is not None:
            at = self._exported.folder
            _show(at.parent if at.is_file() else at)

    @Slot()
    def _open(self) -> None:
        if self._exported is not None:
            _show(self._exported.folder)


def _show(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
