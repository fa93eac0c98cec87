"""The Train room: recipe on the left, curves and studies in the middle, runs under them."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QWidget

from winnow.app.queries.runs import RunTable, TrainingData, compare_runs, run_table, training_data
from winnow.base.errors import UserError
from winnow.base.outcomes import Failed
from winnow.domain.changes import Changes, Topic
from winnow.domain.ids import RunId
from winnow.domain.recipe import Recipe
from winnow.domain.run import Run, WaitingRun
from winnow.qt.bridge import Bridge
from winnow.qt.core_words import core_words
from winnow.qt.room import RoomWidget
from winnow.qt.rooms.train.doctor import Doctor
from winnow.qt.rooms.train.doctor_panel import Remedy
from winnow.qt.rooms.train.layout import TrainBody
from winnow.qt.rooms.train.line import Work, WorkLine
from winnow.qt.rooms.train.live_run import LiveRun
from winnow.qt.rooms.train.own_network import OwnNetworkDialogs
from winnow.qt.rooms.train.queue import RUN, RunQueue
from winnow.qt.rooms.train.shown_runs import ShownRuns
from winnow.qt.rooms.train.studies import Studies
from winnow.qt.rooms.train.table import RunRow
from winnow.qt.rooms.train.toolbar import TrainActions
from winnow.qt.words import room_words

_REPORTS_APART_MS = 400


class TrainRoom(RoomWidget):
    """Starts one run at a time, and shows the curves of the newest ones."""

    inspector_open_at_first = False

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(room_words("train"), parent)
        self._bridge = bridge
        self._chosen = 0
        self._table = RunTable((), has_split=False, train=0, valid=0)
        self._data: TrainingData | None = None
        self.body = TrainBody(self.way_to("split"), self)
        self.set_body(self.body)
        self.recipe, self.table, self.tabs = self.body.recipe, self.body.table, self.body.tabs
        self.plots = self.body.curves.plots
        self.line = WorkLine(bridge.jobs, self)
        self._live = LiveRun(self.body.curves, self)
        self.queue = RunQueue(bridge, self.line, self.body.waiting, self)
        self._shown = ShownRuns(bridge, self.body.curves, self)
        self._doctor = Doctor(bridge, self.body.doctor, self)
        self._own = OwnNetworkDialogs(bridge, self)
        self.studies = Studies(bridge, self.line, self.body, self)
        self.actions_bar = TrainActions(self.toolbar, self.line, self)
        self.start_button, self.pause_button = self.actions_bar.start, self.actions_bar.pause
        self.stop_button, self.study_button = self.actions_bar.stop, self.actions_bar.study
        self.room_actions += self.actions_bar.actions
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_REPORTS_APART_MS)
        self._connect()
        self._show_running()
        self._tell_recipe()
        self._ask_data()
        self._ask_table()

    def next_control(self) -> QWidget:
        return self.start_button

    def enter(self) -> None:
        self._ask_data()
        self._ask_table()
        self.studies.ask()

    def _connect(self) -> None:
        self._bridge.changed.connect(self._note_changes)
        self._later.timeout.connect(self._ask_table)
        self.line.began.connect(self._begin)
        self.line.stepped.connect(self._take)
        self.line.ended.connect(self._end)
        self.line.changed.connect(self._show_running)
        self._live.named.connect(self._choose_live)
        self._live.named.connect(self.queue.note_begun)
        self._shown.changed.connect(self._show_rows)
        self.actions_bar.start_wanted.connect(self.start)
        self.actions_bar.study_wanted.connect(self.studies.start_or_stop)
        self.body.tab_chosen.connect(self._take_tab)
        self.recipe.edited.connect(self._tell_recipe)
        self.preferred.connect(self.recipe.form.offer_devices)
        self.recipe.own_wanted.connect(self._own.ask)
        self._own.chosen.connect(self.recipe.show_own)
        self.studies.rate_wanted.connect(self._take_rate)
        self.studies.power_found.connect(self.recipe.show_power)
        self.studies.editing_wanted.connect(self.editing_wanted)
        self.studies.review_wanted.connect(self.review_wanted)
        self.studies.changed.connect(self._show_running)
        self._doctor.remedy_wanted.connect(self._take_remedy)
        table = self.table
        table.chosen.connect(self._choose)
        table.selected.connect(self._select)
        table.eye_clicked.connect(self._shown.toggle)
        table.renamed.connect(self._rename)
        table.resume_wanted.connect(self.resume)
        table.delete_wanted.connect(self._delete)
        table.recipe_wanted.connect(self._take_recipe_of)
        self.body.compare_button.clicked.connect(self._compare)
        self.body.compare.closed.connect(self._end_comparison)

    @Slot(object)
    def _note_changes(self, changes: Changes) -> None:
        if changes.touches(Topic.SPLIT, Topic.LABELS, Topic.IMAGES, Topic.FRAMES):
            if not self.is_away:
                self.enter()
        elif changes.touches(Topic.RUNS) and not self._later.isActive():
            # A run reports several times a second; the table need not follow every one.
            self._later.start()

    def _ask_data(self) -> None:
        self._bridge.ask("train-data", self._show_data, training_data)

    @Slot()
    def _ask_table(self) -> None:
        self._bridge.ask("train-table", self._show_table, run_table)

    def _show_data(self, data: TrainingData) -> None:
        self._data = data
        self.recipe.show_data(data)
        self.body.folds.show_labels(data.labels, data.k_fold)
        self._tell_recipe()
        self._show_rows()

    def _show_table(self, table: RunTable) -> None:
        is_new_split = {run.split_id for run in table.runs} - {run.split_id for run in self._table.runs}
        self._table = table
        if is_new_split:
            self._ask_data()
        self.body.show_ready(table.has_split or bool(table.runs))
        ids = [int(run.id) for run in table.runs]
        if self._chosen not in ids:
            self._choose(self._live.run_id or (ids[0] if ids else 0))
        self.body.minima.show_runs([(int(run.id), run.name, run.recipe) for run in table.runs])
        self._show_rows()
        self._show_running()

    @Slot()
    def _show_rows(self) -> None:
        runs = self._table.runs
        self._shown.show_runs(runs, self._live.run_id)
        rows = [
            RunRow(run, place, not self._shown.is_visible(int(run.id)), self._is_out_of_date(run))
            for place, run in enumerate(runs)
        ]
        self.table.show_runs(rows, self._chosen)
        self._select(self.table.run_ids)
        self._about_chosen()

    def _is_out_of_date(self, run: Run) -> bool:
        return self._data is not None and self._data.is_out_of_date(run)

    def _run(self, run_id: int) -> Run | None:
        return next((run for run in self._table.runs if run.id == run_id), None)

    @Slot(int)
    def _choose(self, run_id: int) -> None:
        self._chosen = run_id
        self.plots.set_active(run_id)
        self._about_chosen()

    @Slot(int)
    def _choose_live(self, run_id: int) -> None:
        self._choose(run_id)
        self.table.choose(run_id)

    def _about_chosen(self) -> None:
        run = self._run(self._chosen)
        self.body.curves.show_notes(run)
        if self._chosen and self._chosen == self._live.run_id:
            self._doctor.show_live()
        else:
            self._doctor.show_run(run)

    @Slot(object)
    def _select(self, run_ids: tuple[int, ...]) -> None:
        run = self._run(run_ids[0]) if len(run_ids) == 1 else None
        self.body.show_possible(
            compare=len(run_ids) > 1,
            resume=run is not None and run.can_go_on and not self.line.has(RUN),
            delete=bool(run_ids) and self._live.run_id not in run_ids,
        )

    @Slot()
    def start(self) -> None:
        """Start a run by the recipe, or queue it."""
        try:
            recipe = self.recipe.recipe()
        except UserError as refusal:
            self.body.show_failure(self.tr("This recipe cannot be trained"), core_words(str(refusal)))
            return
        self.body.show_failure("", "")
        self.queue.add(WaitingRun(recipe))

    @Slot(int)
    def resume(self, run_id: int) -> None:
        """Go on with a run that ended before its time."""
        run = self._run(run_id)
        if run is not None:
            self.body.show_failure("", "")
            self.queue.add(WaitingRun(run.recipe, RunId(run_id)))

    @Slot(object)
    def _begin(self, work: Work) -> None:
        if work.key == RUN:
            self._live.clear()
            self.body.show_tab("curves")
            self._take_tab("curves")

    @Slot(object, object)
    def _take(self, work: Work, event: object) -> None:
        if work.key == RUN:
            if self._live.take(event):
                self._say_progress()
        else:
            self.studies.take(work.key, event)

    @Slot(object, object)
    def _end(self, work: Work, outcome: object) -> None:
        failed = core_words(str(outcome.error)) if isinstance(outcome, Failed) else ""
        if work.key != RUN:
            self.studies.end(work.key, failed)
            return
        if failed:
            self.body.show_failure(self.tr("The run ended before it was done"), failed)
        over = self._live.run_id
        self._live.clear()
        if over:
            self._doctor.expect(over)
        self._ask_data()
        self._ask_table()

    def _say_progress(self) -> None:
        run = self._run(self._live.run_id)
        words = self._live.words(run.name if run else "")
        if self.line.is_paused:
            words = self.tr("paused · {0}").format(words)
        self.actions_bar.say(words)

    @Slot()
    def _show_running(self) -> None:
        self.actions_bar.show_state(
            can_start=self._table.has_split,
            study=self.studies.action_words(self.body.tab),
            is_study=self.body.tab != "curves",
        )
        self.body.say_runs(len(self._table.runs), len(self.line.waiting))
        if self.line.runs(RUN):
            self._say_progress()
        elif self.line.running is None:
            self.actions_bar.say(self._last_words())

    def _last_words(self) -> str:
        if not self._table.runs:
            return ""
        best = max(self._table.runs, key=lambda run: run.best_valid_accuracy or 0.0)
        if best.best_valid_accuracy is None:
            return ""
        return self.tr("best of all runs {0} %, {1} at epoch {2}").format(
            f"{best.best_valid_accuracy * 100:.1f}", best.name, best.best_epoch
        )

    @Slot(str)
    def _take_tab(self, _key: str) -> None:
        self.studies.enter(self.body.tab)
        self._show_running()

    @Slot()
    def _tell_recipe(self) -> None:
        try:
            self.studies.show_recipe(self.recipe.recipe())
        except UserError:
            return  # the pane itself says what is wrong

    @Slot(float, int)
    def _take_rate(self, rate: float, batch_size: int) -> None:
        self.recipe.show_rate(rate, batch_size or None)

    @Slot(int)
    def _take_recipe_of(self, run_id: int) -> None:
        run = self._run(run_id)
        if run is not None:
            self.recipe.show_recipe(run.recipe)

    @Slot(object)
    def _take_remedy(self, remedy: Remedy) -> None:
        if remedy.room:
            self.room_wanted.emit(remedy.room)
        elif remedy.tab:
            self.body.show_tab(remedy.tab)
            self._take_tab(remedy.tab)
        elif isinstance(remedy.recipe, Recipe):
            self.recipe.show_recipe(remedy.recipe)

    @Slot(int, str)
    def _rename(self, run_id: int, name: str) -> None:
        from winnow.app.commands.training import RenameRun

        self._bridge.do(RenameRun(run_id, name))

    @Slot(object)
    def _delete(self, run_ids: tuple[int, ...]) -> None:
        from winnow.app.commands.training import DeleteRuns

        gone = tuple(run_id for run_id in run_ids if run_id != self._live.run_id)
        if gone:
            self._end_comparison()
            self._bridge.do(DeleteRuns(gone))

    @Slot()
    def _compare(self, _checked: bool = False) -> None:
        run_ids = self.table.run_ids
        chosen = [run for run in self._table.runs if run.id in run_ids]
        if len(chosen) > 1:
            self.body.show_tab("curves")
            self._take_tab("curves")
            self._shown.show_only(run_ids)
            self.body.show_comparison(compare_runs(chosen, self.recipe.facts))

    @Slot()
    def _end_comparison(self) -> None:
        if self.body.is_comparing:
            self.body.show_comparison(None)
            self._shown.show_only(())
