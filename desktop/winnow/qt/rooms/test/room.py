"""Test: one look at the part that nothing has learned from."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QRadioButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from winnow.app.jobs import Job
from winnow.app.pipelines.testing import test
from winnow.app.queries.tests import TestableRun, testable_runs
from winnow.base.outcomes import Failed
from winnow.domain.changes import Changes, Topic
from winnow.qt.bridge import Bridge
from winnow.qt.figures import count_words
from winnow.qt.jobs.board import RunningJob
from winnow.qt.room import RoomWidget
from winnow.qt.rooms.test.result import ResultView, percent_words
from winnow.qt.theme.fonts import Type
from winnow.qt.widgets.banner import WarningBanner
from winnow.qt.widgets.button import Button, Role
from winnow.qt.widgets.chip import Chip
from winnow.qt.widgets.empty_state import EmptyState
from winnow.qt.widgets.form import SectionHeading
from winnow.qt.widgets.label import Label
from winnow.qt.words import room_words


class RunChoice(QWidget):
    """The runs as a table with a radio button each."""

    chosen = Signal(int)  # run id

    def __init__(self, rows: tuple[TestableRun, ...], chosen_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: dict[int, QRadioButton] = {}
        self._group = QButtonGroup(self)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(8)
        heads = (self.tr("Run"), self.tr("Recipe"), self.tr("Best valid"), self.tr("Test"), self.tr("State"))
        for at, head in enumerate(heads):
            grid.addWidget(Label(head, Type.SMALL, "text-2", self), 0, at)
            grid.setColumnStretch(at, 1)
        for at, row in enumerate(rows, 1):
            button = QRadioButton(row.run.name, self)
            button.setChecked(row.run.id == chosen_id)
            self._group.addButton(button, row.run.id)
            self.buttons[row.run.id] = button
            grid.addWidget(button, at, 0)
            valid = row.run.best_valid_accuracy
            words = (
                f"{row.run.recipe.kind.value} · {row.run.recipe.network}",
                "–" if valid is None else percent_words(valid),
                self.tr("sealed") if row.result is None else percent_words(row.result.accuracy),
            )
            for column, said in enumerate(words, 1):
                grid.addWidget(Label(said, Type.BODY, "text-2" if column == 1 else "text", self), at, column)
            grid.addWidget(
                Chip(self.tr("Out of date"), self, "warn") if row.out_of_date else Chip(row.run.state.value, self),
                at,
                4,
            )
        self._group.idClicked.connect(self.chosen)


class TestRoom(RoomWidget):
    """Choose a run, answer one question, read what the test part says."""

    __test__ = False  # not a test class, whatever pytest thinks
    inspector_open_at_first = False

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(room_words("test"), parent)
        self._bridge = bridge
        self._rows: tuple[TestableRun, ...] = ()
        self._chosen_id = 0
        self._job: RunningJob | None = None
        self.choice: RunChoice | None = None
        self.result: ResultView | None = None
        self.open_button = Button("", self, Role.PRIMARY, "lock")
        self.confirm_button = Button(self.tr("Open it"), self, Role.PRIMARY)
        self.keep_button = Button(self.tr("Not now"), self)
        self.question = WarningBanner("", parent=self, action=self._answers())
        self.opened = WarningBanner("", parent=self)
        self.failure = WarningBanner("", parent=self, tone="bad")
        self._choice_place, self._result_place = QVBoxLayout(), QVBoxLayout()
        self._stack = QStackedWidget(self)
        self._stack.addWidget(
            EmptyState(
                self.tr("Nothing to test yet"),
                self.tr("Train a run first. The test part stays sealed until you open it here."),
                self,
                icon_name="test",
            )
        )
        self._stack.addWidget(self._body())
        self.set_body(self._stack)
        for banner in (self.question, self.opened, self.failure):
            banner.hide()
        self.open_button.clicked.connect(self._ask_once)
        self.confirm_button.clicked.connect(self._open)
        self.keep_button.clicked.connect(self.question.hide)
        bridge.changed.connect(self._refresh)
        bridge.jobs.changed.connect(self._show_can_open)
        self.enter()

    def enter(self) -> None:
        self._bridge.ask("test.runs", self._show, testable_runs)

    def _answers(self) -> QWidget:
        answers = QWidget(self)
        row = QHBoxLayout(answers)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.keep_button)
        row.addWidget(self.confirm_button)
        return answers

    def _body(self) -> QWidget:
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        held = QWidget()
        column = QVBoxLayout(held)
        column.setContentsMargins(24, 16, 24, 24)
        column.setSpacing(14)
        column.addWidget(self.opened)
        column.addWidget(self.failure)
        column.addWidget(
            SectionHeading(
                self.tr("Which run"),
                self.tr("one only: choosing between runs is what the valid part is for"),
                held,
                Type.HEADING,
            )
        )
        column.addLayout(self._choice_place)
        row = QHBoxLayout()
        row.addWidget(self.open_button)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.question)
        column.addLayout(self._result_place)
        column.addStretch(1)
        area.setWidget(held)
        return area

    @Slot(object)
    def _refresh(self, changes: Changes) -> None:
        if changes.touches(Topic.RUNS, Topic.TESTS, Topic.LABELS, Topic.IMAGES, Topic.FRAMES):
            self.enter()

    def _show(self, rows: tuple[TestableRun, ...]) -> None:
        self._rows = rows
        self._stack.setCurrentIndex(1 if rows else 0)
        if rows and self._chosen_id not in {row.run.id for row in rows}:
            # The best on valid is the one to test; the newest of equals.
            self._chosen_id = max(rows, key=lambda row: row.run.best_valid_accuracy or 0.0).run.id
        if self.choice is not None:
            self._choice_place.removeWidget(self.choice)
            self.choice.deleteLater()
            self.choice = None
        if rows:
            self.choice = RunChoice(rows, self._chosen_id, self)
            self.choice.chosen.connect(self._choose)
            self._choice_place.addWidget(self.choice)
        self._show_chosen()

    @Slot(int)
    def _choose(self, run_id: int) -> None:
        self._chosen_id = run_id
        self.question.hide()
        self.failure.hide()
        self._show_chosen()

    def _show_chosen(self) -> None:
        if self.result is not None:
            self._result_place.removeWidget(self.result)
            self.result.deleteLater()
            self.result = None
        row = next((row for row in self._rows if row.run.id == self._chosen_id), None)
        if row is None:
            self.toolbar.show_words("")
            return
        images = count_words(row.test_images)
        if row.openings:
            self.toolbar.show_words(self.tr("{0} images that no run has learned from").format(images))
        else:
            self.toolbar.show_words(self.tr("{0} images, sealed").format(images))
        self.open_button.setText(self.tr("Open test part for {0}").format(row.run.name))
        self._show_can_open()
        self.opened.setVisible(row.openings > 0)
        times = self.tr("once") if row.openings == 1 else self.tr("{0} times").format(row.openings)
        self.opened.show_words(
            self.tr("Test part opened {0}").format(times),
            self.tr("Choosing a run by these numbers would make them too good."),
        )
        if row.result is not None:
            self.result = ResultView(row.result, self)
            self._result_place.addWidget(self.result)

    @Slot()
    def _show_can_open(self) -> None:
        # A job that is stopped while it waits never says that it ended; the board tells of both.
        is_over = self._job is None or self._job.view.state.is_over
        images = next((row.test_images for row in self._rows if row.run.id == self._chosen_id), 0)
        self.open_button.setEnabled(is_over and images > 0)

    @Slot()
    def _ask_once(self) -> None:
        row = next(row for row in self._rows if row.run.id == self._chosen_id)
        self.failure.hide()
        self.question.show_words(
            self.tr("Open the test part for {0}?").format(row.run.name),
            self.tr("The first look is the only honest one. Looking spends it, and every opening is logged."),
        )
        self.question.show()
        self.confirm_button.setFocus()

    @Slot()
    def _open(self) -> None:
        row = next(row for row in self._rows if row.run.id == self._chosen_id)
        self.question.hide()
        job = Job(self.tr("Test of {0}").format(row.run.name), partial(test, self._bridge.session, row.run.id))
        self._job = self._bridge.jobs.start(job)
        self._job.ended.connect(self._take_end)
        self._show_can_open()

    @Slot(object)
    def _take_end(self, outcome: object) -> None:
        if isinstance(outcome, Failed):
            self.failure.show_words(self.tr("The test part could not be judged"), str(outcome.error))
            self.failure.show()
        self.enter()
