"""The buttons over the Train room: start, hold, stop, and the study of the tab."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from winnow.qt.looking_only import changes_project
from winnow.qt.rooms.train.line import WorkLine
from winnow.qt.widgets.button import Button, Role
from winnow.qt.widgets.room_toolbar import RoomToolbar


class TrainActions(QObject):
    """Start and the study's button are wishes; what runs is held and stopped here."""

    start_wanted = Signal()
    study_wanted = Signal()

    def __init__(self, toolbar: RoomToolbar, line: WorkLine, parent: QWidget) -> None:
        super().__init__(parent)
        self._toolbar, self._line = toolbar, line
        self.study = Button("", parent, icon_name="refresh")
        changes_project(self.study)
        self.queue = Button(self.tr("Queue a run"), parent, icon_name="plus")
        changes_project(self.queue)
        self.pause = Button(self.tr("Pause"), parent, icon_name="pause")
        self.stop = Button(self.tr("Stop, keep best"), parent, Role.PRIMARY, icon_name="stop")
        self.start = Button(self.tr("Start run"), parent, Role.PRIMARY, icon_name="play")
        changes_project(self.start)
        self.queue.setToolTip(self.tr("Start a run by this recipe when the running one is over"))
        self.pause.setToolTip(self.tr("Hold the run; it goes on where it is"))
        self.stop.setToolTip(self.tr("End the run; the weights of its best epoch are kept, and it can be resumed"))
        self.actions: list[QAction] = []
        for button, slot in (
            (self.study, self._study),
            (self.queue, self._start),
            (self.pause, self._pause),
            (self.stop, self._stop),
            (self.start, self._start),
        ):
            button.clicked.connect(slot)
            toolbar.add_action(button)
            action = QAction(button.text(), parent)
            action.triggered.connect(button.click)
            if button not in (self.pause, self.stop):
                changes_project(action)
            self.actions.append(action)

    def say(self, words: str) -> None:
        """Say *words* beside the room's name."""
        self._toolbar.show_words(words)

    def show_state(self, can_start: bool, study: str, is_study: bool) -> None:
        """Show the buttons that make sense now; *study* is what the tab's study would do."""
        running, is_run = self._line.running is not None, self._line.runs("run")
        for button, is_shown in (
            (self.study, is_study),
            (self.queue, running),
            (self.pause, running),
            (self.stop, is_run),
            (self.start, not running),
        ):
            button.setVisible(is_shown)
        self.start.setEnabled(can_start)
        self.queue.setEnabled(can_start)
        self.study.setEnabled(can_start)
        for button in (self.start, self.queue, self.study):
            why_not = "" if can_start else self.tr("There is no split yet: make one in Split first")
            if button is not self.queue or why_not:
                button.setToolTip(why_not)
        self.pause.setText(self.tr("Resume") if self._line.is_paused else self.tr("Pause"))
        self.pause.set_icon_name("play" if self._line.is_paused else "pause")
        self.study.setText(study)
        for button, action in zip(
            (self.study, self.queue, self.pause, self.stop, self.start), self.actions, strict=True
        ):
            button.updateGeometry()
            action.setText(button.text())
            # An invisible button cannot be clicked, and its action is not offered.
            action.setEnabled(button.isVisibleTo(self._toolbar) and button.isEnabled())

    @Slot()
    def _start(self, _checked: bool = False) -> None:
        self.start_wanted.emit()

    @Slot()
    def _study(self, _checked: bool = False) -> None:
        self.study_wanted.emit()

    @Slot()
    def _pause(self, _checked: bool = False) -> None:
        self._line.hold()

    @Slot()
    def _stop(self, _checked: bool = False) -> None:
        self._line.stop("run")
