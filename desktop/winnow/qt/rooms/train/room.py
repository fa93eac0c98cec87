"""The Train room: recipe on the left, curves in the middle, runs under them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from winnow.app.jobs import Job
from winnow.app.pipelines.training import train
from winnow.app.queries.runs import RunCurve, RunTable, run_curve, run_table
from winnow.base.outcomes import Failed
from winnow.domain.changes import Changes, Topic
from winnow.domain.ids import RunId
from winnow.domain.run import EpochDone, Prepared, RunState, StepDone
from winnow.qt.bridge import Bridge
from winnow.qt.jobs.board import RunningJob
from winnow.qt.room import RoomWidget
from winnow.qt.rooms.train.recipe_pane import RecipePane
from winnow.qt.rooms.train.table import RunTableView
from winnow.qt.widgets.banner import WarningBanner
from winnow.qt.widgets.button import Button, Role
from winnow.qt.widgets.empty_state import EmptyState
from winnow.qt.widgets.form import SectionHeading
from winnow.qt.widgets.job_view import JobState
from winnow.qt.words import room_words

_CURVES_SHOWN = 4
"""As many runs as there are colours for them."""


class TrainRoom(RoomWidget):
    """Starts one run at a time, and shows the curves of the newest ones."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        # pyqtgraph is slow to import, and no other room needs it.
        from winnow.qt.plots.run_plots import RunPlots

        super().__init__(room_words("train"), parent)
        self._bridge = bridge
        self._job: RunningJob | None = None
        self._live = 0
        self._chosen = 0
        self._prepared: Prepared | None = None
        self._step = 0
        self._best = 0.0
        self._table_seen = RunTable((), has_split=False, train=0, valid=0)
        self._loaded: set[int] = set()
        self.recipe = RecipePane(self)
        self.plots = RunPlots(self)
        self.table = RunTableView(self)
        self._banner = WarningBanner("", parent=self, tone="bad")
        self._banner.hide()
        self._heading = SectionHeading(self.tr("Runs"), parent=self)
        self._stack = QStackedWidget(self)
        self.set_body(self._stack)
        self._lay_out()
        self._fill_toolbar()
        bridge.changed.connect(self._note_changes)
        self._ask()

    def enter(self) -> None:
        self._ask()

    def _lay_out(self) -> None:
        self._stack.addWidget(
            EmptyState(
                self.tr("Nothing to train on yet"),
                self.tr("Label pictures in Sort and divide them in Split. Then a network can learn from them here."),
                self,
                icon_name="train",
            )
        )
        below = QWidget(self)
        column = QVBoxLayout(below)
        column.setContentsMargins(16, 8, 12, 8)
        column.setSpacing(4)
        column.addWidget(self._heading)
        column.addWidget(self.table, 1)
        parts = QSplitter(Qt.Orientation.Vertical, self)
        parts.setChildrenCollapsible(False)
        parts.addWidget(self.plots)
        parts.addWidget(below)
        parts.setStretchFactor(0, 3)
        parts.setStretchFactor(1, 1)
        centre = QVBoxLayout()
        centre.setSpacing(0)
        centre.addWidget(self._banner)
        centre.addWidget(parts, 1)
        body = QWidget(self)
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.recipe)
        row.addLayout(centre, 1)
        self._stack.addWidget(body)
        self.table.chosen.connect(self._choose)

    def _fill_toolbar(self) -> None:
        self.start_button = Button(self.tr("Start"), self, Role.PRIMARY)
        self.pause_button = Button(self.tr("Pause"), self, icon_name="pause")
        self.stop_button = Button(self.tr("Stop, keep best"), self, Role.PRIMARY, icon_name="stop")
        for button, slot in (
            (self.pause_button, self._pause),
            (self.stop_button, self._stop),
            (self.start_button, self._start),
        ):
            button.clicked.connect(slot)
            self.toolbar.add_action(button)
            action = QAction(button.text(), self)
            action.triggered.connect(button.click)
            self.room_actions.append(action)
        self._show_running()

    @Slot(object)
    def _note_changes(self, changes: Changes) -> None:
        if changes.touches(Topic.RUNS, Topic.SPLIT, Topic.LABELS, Topic.IMAGES):
            self._ask()

    def _ask(self) -> None:
        self._bridge.ask("train-table", self._show_table, run_table)

    def _show_table(self, table: RunTable) -> None:
        self._table_seen = table
        self._stack.setCurrentIndex(int(table.has_split or bool(table.runs)))
        self.recipe.show_parts(table.train, table.valid)
        self._heading.show_words(str(len(table.runs)))
        shown = [int(run.id) for run in table.runs[:_CURVES_SHOWN]]
        if self._chosen not in [run.id for run in table.runs]:
            self._choose(shown[0] if shown else 0)
        self.table.show_runs(table.runs, self._chosen)
        if self._live and self._live not in shown:
            shown.insert(0, self._live)
        self.plots.show_names({int(run.id): run.name for run in table.runs})
        self.plots.show_order(shown)
        self._loaded &= set(shown)
        for run in table.runs[:_CURVES_SHOWN]:
            if run.id not in self._loaded and run.state is not RunState.RUNNING:
                self._loaded.add(run.id)
                self._bridge.ask(f"train-curve-{run.id}", self._show_curve, run_curve, run.id)
        self._show_running()

    def _show_curve(self, curve: RunCurve) -> None:
        self.plots.show_run(curve.run.id, curve.run.epochs, curve.steps)

    @Slot(int)
    def _choose(self, run_id: int) -> None:
        self._chosen = run_id
        self.plots.set_active(run_id)

    @Slot()
    def _start(self) -> None:
        self._banner.hide()
        self._live, self._prepared, self._step, self._best = 0, None, 0, 0.0
        work = partial(train, self._bridge.session, self.recipe.recipe())
        self._job = self._bridge.jobs.start(Job(self.tr("Training"), work), at_once=True)
        self._job.stepped.connect(self._take)
        self._job.ended.connect(self._end)
        self._show_running()

    @Slot()
    def _pause(self) -> None:
        if self._job is None:
            return
        if self._job.view.state is JobState.PAUSED:
            self._bridge.jobs.resume(self._job.view.job_id)
        else:
            self._bridge.jobs.pause(self._job.view.job_id)
        self._show_running()

    @Slot()
    def _stop(self) -> None:
        if self._job is not None:
            self._bridge.jobs.stop(self._job.view.job_id)

    @Slot(object)
    def _take(self, event: object) -> None:
        if isinstance(event, int):
            self._live = RunId(event)
            self._loaded.add(event)
            self._choose(event)
        elif isinstance(event, Prepared):
            self._prepared = event
            self.plots.begin_run(self._live, event.epochs, event.steps_per_epoch)
        elif isinstance(event, StepDone):
            self._step = event.step
            self.plots.add_step(self._live, event)
        elif isinstance(event, EpochDone):
            self._best = max(self._best, event.valid_accuracy)
            self.plots.add_epoch(self._live, event)
        else:
            return
        self._say_progress()

    @Slot(object)
    def _end(self, outcome: object) -> None:
        if isinstance(outcome, Failed):
            self._banner.show_words(self.tr("The run ended before it was done"), str(outcome.error))
            self._banner.show()
        self._job, self._live = None, 0
        self._show_running()
        self._ask()

    def _say_progress(self) -> None:
        prepared = self._prepared
        if prepared is None:
            self.toolbar.show_words(self.tr("getting ready"))
            return
        epoch = min(self._step // max(prepared.steps_per_epoch, 1) + 1, prepared.epochs)
        self.toolbar.show_words(
            self.tr("epoch {0} of {1} · step {2} of {3} · best so far {4} %").format(
                epoch,
                prepared.epochs,
                self._step,
                prepared.epochs * prepared.steps_per_epoch,
                f"{self._best * 100:.1f}",
            )
        )

    def _show_running(self) -> None:
        running = self._job is not None
        paused = self._job is not None and self._job.view.state is JobState.PAUSED
        self.start_button.setVisible(not running)
        self.start_button.setEnabled(self._table_seen.has_split)
        self.pause_button.setVisible(running)
        self.pause_button.setText(self.tr("Resume") if paused else self.tr("Pause"))
        self.stop_button.setVisible(running)
        if not running:
            best = max((run.best_valid_accuracy or 0.0 for run in self._table_seen.runs), default=0.0)
            self.toolbar.show_words(self.tr("best of all runs {0} %").format(f"{best * 100:.1f}") if best else "")
