"""Test: one look at the part that nothing has learned from, and what can be known without it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QComboBox, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from winnow.app.jobs import Job
from winnow.app.pipelines.suspecting import find_suspects
from winnow.app.pipelines.testing import test
from winnow.app.queries.suspects import Suspected
from winnow.app.queries.tests import TestFrame, TestView, view_of_test
from winnow.base.outcomes import Failed
from winnow.domain.changes import Changes, Topic
from winnow.domain.ids import RunId
from winnow.qt.bridge import Bridge
from winnow.qt.core_words import core_words
from winnow.qt.counting import counted
from winnow.qt.jobs.board import RunningJob
from winnow.qt.rooms.test.looking_room import LookingRoom
from winnow.qt.rooms.test.numbers import numbers_of
from winnow.qt.rooms.test.strip import feed
from winnow.qt.rooms.test.words import marks_of
from winnow.qt.widgets.button import Button, Role
from winnow.qt.widgets.empty_state import EmptyState
from winnow.qt.widgets.inspector import InspectorPane
from winnow.qt.widgets.offered import offered_by

_TOPICS = (
    Topic.RUNS,
    Topic.TESTS,
    Topic.LABELS,
    Topic.IMAGES,
    Topic.FRAMES,
    Topic.SPLIT,
    Topic.STUDIES,
    Topic.CLUSTERS,
)
_SOON_MS = 250
_EMPTY, _SEALED, _RESULT, _REVIEW = range(4)


class TestRoom(LookingRoom):
    """Choose a run, answer one question, read what the test part says, and put right what is wrong."""

    __test__ = False  # not a test class, whatever pytest thinks

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self._reviews = self._looks_again = False
        self._job: RunningJob | None = None
        self._judged_id = 0
        self._folds_job: RunningJob | None = None
        self.runs = QComboBox(self)
        self.runs.setAccessibleName(self.tr("Run"))
        self.runs.setMinimumWidth(120)
        self.copy_button = Button(self.tr("Copy numbers"), self, icon_name="copy")
        self.report_button = Button(self.tr("Go to report"), self, Role.PRIMARY, "file")
        self.report_button.setToolTip(self.tr("Export writes the report, with the result of the run chosen there"))
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MS)
        self._stack = QStackedWidget(self)
        self.setAcceptDrops(True)
        self._lay_out()
        self._connect()
        self.enter()

    def next_control(self) -> QWidget:
        return self.sealed.open_button

    def enter(self) -> None:
        self._bridge.ask("test.view", self._show, view_of_test, self._chosen_id)

    def review_labels(self) -> None:
        self._begin_review()

    def leave(self) -> None:
        self.looking.rest()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        number = event.key() - Qt.Key.Key_1.value
        if event.matches(QKeySequence.StandardKey.Paste):
            self.trying.take(offered_by(QGuiApplication.clipboard().mimeData()))
        elif 0 <= number < len(self.explain.label_buttons) and self._looked_at is not None:
            self._fix(number)
        elif event.key() == Qt.Key.Key_K and isinstance(self._looked_at, Suspected):
            self._keep(self._looked_at)
        elif event.key() == Qt.Key.Key_X and isinstance(self._looked_at, Suspected):
            self._reject(self._looked_at)
        elif event.key() == Qt.Key.Key_Escape and self._reviews:
            self._end_review()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._view is not None and self._view.chosen is not None and event.source() is None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.trying.take(offered_by(event.mimeData()))

    def _lay_out(self) -> None:
        self.toolbar.add_action(self.runs)
        self.toolbar.add_action(self.copy_button)
        self.toolbar.add_action(self.report_button)
        self._stack.addWidget(
            EmptyState(
                self.tr("Nothing to test yet"),
                self.tr("Train a run first. The test part stays sealed until you open it here."),
                self,
                icon_name="test",
                buttons=[self.way_to("train")],
            )
        )
        for page in (self.sealed, self.result, self.review):
            area = QScrollArea(self)
            area.setWidgetResizable(True)
            area.setWidget(page)
            self._stack.addWidget(area)
        self.set_body(self._stack)
        inspector = InspectorPane(self)
        held = QVBoxLayout()
        held.setSpacing(14)
        for pane in (self.facts, self.explain, self.try_pane):
            held.addWidget(pane)
        held.addStretch(1)
        inspector.column.addLayout(held)
        self.set_inspector(inspector)
        self.explain.hide()

    def _connect(self) -> None:
        self._bridge.changed.connect(self._refresh)
        self._bridge.jobs.changed.connect(self._show_can_open)
        self._soon.timeout.connect(self.enter)
        self.runs.activated.connect(self._choose_at)
        self.copy_button.clicked.connect(self._copy)
        self.report_button.clicked.connect(self._go_to_report)
        self.sealed.run_chosen.connect(self._choose)
        self.sealed.open_wanted.connect(self._open)
        self.sealed.labels_wanted.connect(self._begin_review)
        self.facts.folds_wanted.connect(self._go_to_folds)
        self.result.again_wanted.connect(self._look_again)
        self.result.suspects.review_wanted.connect(self._begin_review)
        self.review.back_wanted.connect(self._end_review)
        for box in (self.result.suspects, self.review.box):
            box.run_wanted.connect(self._run_folds)

    @Slot(object)
    def _refresh(self, changes: Changes) -> None:
        # While a run trains there is news several times a second, and this reads every labelled frame.
        if changes.touches(*_TOPICS) and not self.is_away and not self._soon.isActive():
            self._soon.start()

    def _show(self, view: TestView) -> None:
        self._view = view
        self._show_runs(view)
        for button in (self.copy_button, self.report_button):
            button.setEnabled(view.opening is not None)
        if view.chosen is None:
            self._reviews = False
            self.toolbar.show_words("")
            self._stack.setCurrentIndex(_EMPTY)
            self.facts.hide()
            self.explain.hide()
            self.trying.show_run(None, (), is_sealed=True)
            return
        if view.chosen.run.id != self._chosen_id:
            self._chosen_id = view.chosen.run.id
            self._forget_looked_at()
        said = self.tr("{0} that no run has learned from") if view.openings else self.tr("{0}, sealed")
        self.toolbar.show_words(said.format(counted(view.chosen.test_images, "frames")))
        self.trying.show_run(RunId(self._chosen_id), self._marks(), is_sealed=not view.openings)
        marks = marks_of([(label.id, label.name) for label in view.labels], view.labels)
        runs = len(view.runs)
        note = self.tr("A change here marks all {0} runs out of date.", n=runs)
        self.explain.show_labels(marks, note.format(runs))
        self._show_pages(view)

    def _show_pages(self, view: TestView) -> None:
        if self._judged_id and self._is_over():
            self._judged_id = 0
        # The opening is logged before the first frame is read. Until the result is there the page does not turn what
        # is going on into something that was there before.
        if view.chosen is None or view.chosen.run.id != self._judged_id:
            self.sealed.show_view(view)
        self.facts.show_view(view)
        self.result.show_view(view)
        is_running = self._folds_job is not None and not self._folds_job.view.state.is_over
        for box in (self.result.suspects, self.review.box):
            box.show_suspects(view.suspects, view.labels, is_running)
            feed(self._bridge, box.strip)
        is_opened = view.opening is not None and not self._looks_again
        page = _REVIEW if self._reviews else _RESULT if is_opened else _SEALED
        self._stack.setCurrentIndex(page)
        self.facts.setVisible(page == _SEALED)
        self._show_can_open()
        if page == _RESULT and self._looked_at is None and self.result.strip.shown and self.isVisible():
            self.result.strip.step(1)
        elif self._reviews:
            self._show_next_suspect()
        elif isinstance(self._looked_at, TestFrame):
            self._say_frame(
                view.frames[self._looked_at.row] if self._looked_at.row < len(view.frames) else self._looked_at
            )

    def _show_runs(self, view: TestView) -> None:
        self.runs.setVisible(bool(view.runs))
        self.runs.clear()
        for one in view.runs:
            self.runs.addItem(one.run.name, int(one.run.id))
        if view.chosen is not None:
            self.runs.setCurrentIndex(self.runs.findData(int(view.chosen.run.id)))

    @Slot(int)
    def _choose_at(self, index: int) -> None:
        self._choose(int(self.runs.itemData(index)))

    @Slot(int)
    def _choose(self, run_id: int) -> None:
        self._chosen_id = run_id
        self._looks_again = False
        self._forget_looked_at()
        self.enter()

    @Slot()
    def _show_can_open(self) -> None:
        is_over = self._is_over()
        if is_over and self._judged_id:
            self.enter()
        chosen = None if self._view is None else self._view.chosen
        images = 0 if chosen is None else chosen.test_images
        why = "" if images else self.tr("The split of this run has no test part")
        self.sealed.show_can_open(is_over and images > 0, why)

    @Slot()
    def _open(self) -> None:
        if self._view is None or self._view.chosen is None:
            return
        run = self._view.chosen.run
        job = Job(self.tr("Test of {0}").format(run.name), partial(test, self._bridge.session, run.id))
        self._job = self._bridge.jobs.start(job)
        self._job.ended.connect(self._take_end)
        self._judged_id = int(run.id)
        self.sealed.show_opening()
        self._show_can_open()

    def _is_over(self) -> bool:
        # A job that is stopped while it waits never says that it ended; the board tells of both.
        return self._job is None or self._job.view.state.is_over

    @Slot(object)
    def _take_end(self, outcome: object) -> None:
        if isinstance(outcome, Failed):
            self.sealed.show_failure(core_words(str(outcome.error)))
        else:
            self._looks_again = False
        self.enter()

    @Slot()
    def _look_again(self) -> None:
        self._looks_again = True
        self.enter()

    @Slot()
    def _begin_review(self) -> None:
        self._reviews = True
        self._forget_looked_at()
        self._stack.setCurrentIndex(_REVIEW)
        self.facts.hide()
        self.review.box.strip.setFocus()
        self._show_next_suspect()

    @Slot()
    def _end_review(self) -> None:
        self._reviews = False
        self._forget_looked_at()
        if self._view is not None:
            self._show_pages(self._view)

    @Slot()
    def _run_folds(self) -> None:
        job = Job(self.tr("Look for wrong labels"), partial(find_suspects, self._bridge.session))
        self._folds_job = self._bridge.jobs.start(job)
        self._folds_job.ended.connect(self._end_folds)
        for box in (self.result.suspects, self.review.box):
            box.run_button.setEnabled(False)

    @Slot(object)
    def _end_folds(self, outcome: object) -> None:
        if isinstance(outcome, Failed):
            self.review.say(core_words(str(outcome.error)))
        self.enter()

    @Slot()
    def _copy(self) -> None:
        found = self.result.level()
        if found is not None and self._view is not None and self._view.chosen is not None:
            QGuiApplication.clipboard().setText(numbers_of(self._view.chosen.run.name, *found))

    @Slot()
    def _go_to_report(self) -> None:
        self.room_wanted.emit("export")

    @Slot()
    def _go_to_folds(self) -> None:
        self.room_wanted.emit("train")
