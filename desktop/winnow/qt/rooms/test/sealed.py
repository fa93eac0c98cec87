"""The test part while it is sealed: which run, what to check before, how sure the answer can be."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from winnow.app.queries.tests import TestView, best_on_valid
from winnow.domain.proportion import wilson
from winnow.qt.counting import counted
from winnow.qt.figures import count_words
from winnow.qt.looking_only import changes_project
from winnow.qt.rooms.test.checks import CheckList, checks_of
from winnow.qt.rooms.test.covered import CoveredFrames
from winnow.qt.rooms.test.run_choice import RunChoice
from winnow.qt.rooms.test.words import bounds_words, whole_percent
from winnow.qt.theme.drawing import draw_box
from winnow.qt.theme.fonts import Type
from winnow.qt.theme.icons import icon
from winnow.qt.theme.theme import tokens
from winnow.qt.widgets.banner import WarningBanner
from winnow.qt.widgets.button import Button, Role
from winnow.qt.widgets.form import SectionHeading, Separator
from winnow.qt.widgets.label import Label


class _LockDisc(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedSize(40, 40)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_box(painter, QRectF(self.rect()), 20, tokens().colour("accent-soft"))
        icon("lock", "link").paint(painter, self.rect().adjusted(11, 11, -11, -11))


class _Expectation(QWidget):
    """Three facts beside each other on a soft ground."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(16, 12, 16, 12)
        grid.setHorizontalSpacing(16)
        self._facts = []
        for at, head in enumerate((self.tr("What to expect"), self.tr("How sure it can be"), self.tr("Too wide?"))):
            fact = Label("", Type.BODY, parent=self, wrap=True)
            grid.addWidget(Label(head, Type.SMALL, "text-2", self), 0, at)
            grid.addWidget(fact, 1, at, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(at, 1)
            self._facts.append(fact)

    def show_facts(self, *words: str) -> None:
        for fact, said in zip(self._facts, words, strict=True):
            fact.setText(said)

    def paintEvent(self, event: QPaintEvent) -> None:
        draw_box(QPainter(self), QRectF(self.rect()), 8, tokens().colour("panel"))


class SealedPage(QWidget):
    """Asks once more before anything is looked at."""

    run_chosen = Signal(int)
    open_wanted = Signal()
    labels_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choice: RunChoice | None = None
        self.covered = CoveredFrames(self)
        self._heading = Label("", Type.FIGURE, parent=self)
        self._words = Label("", Type.BODY, parent=self, wrap=True)
        self._choice_place = QVBoxLayout()
        self.checks = CheckList(self)
        self._expectation = _Expectation(self)
        self.open_button = Button("", self, Role.PRIMARY, "unlock")
        changes_project(self.open_button)
        self._beside = Label("", Type.SMALL, "text-2", self)
        self.keep_button = Button(self.tr("Not now"), self)
        self.confirm_button = Button(self.tr("Open it"), self, Role.PRIMARY)
        changes_project(self.confirm_button)
        self.question = WarningBanner("", parent=self, action=self._answers(), icon_name="unlock")
        self.failure = WarningBanner("", parent=self, tone="bad")
        self._lay_out()
        self.question.hide()
        self.failure.hide()
        self.open_button.clicked.connect(self._ask_once)
        self.keep_button.clicked.connect(self.question.hide)
        self.confirm_button.clicked.connect(self._open)
        self.checks.labels_wanted.connect(self.labels_wanted)

    def show_view(self, view: TestView) -> None:
        """Show what may be known without looking."""
        if view.chosen is None:
            return
        run, count = view.chosen.run, view.chosen.test_images
        is_sealed = not view.openings
        self._heading.setText(self.tr("The test part is sealed") if is_sealed else self.tr("Not opened for this run"))
        per_label = ", ".join(f"{count_words(n)} {name}" for name, n in view.test_per_label)
        self._words.setText(
            self.tr(
                "{0} that no run has learned from: {1}. The first look is the only honest one. "
                "Looking spends it, and every opening is logged."
            ).format(counted(count, "frames"), per_label)
        )
        self.covered.show_count(count)
        if self.choice is not None:
            self._choice_place.removeWidget(self.choice)
            self.choice.hide()
            self.choice.deleteLater()
        self.choice = RunChoice(view.runs, run.id, best_on_valid(view.runs).run.id, view.folds, self)
        self.choice.chosen.connect(self._choose)
        self._choice_place.addWidget(self.choice)
        self.checks.show_checks(checks_of(view))
        self._expect(view)
        self.open_button.setText(self.tr("Open test part for {0}").format(run.name))
        self._beside.setText(
            self.tr("Asks once more. Then {0} frames are predicted.", n=count).format(count_words(count))
        )

    def show_opening(self) -> None:
        """Say that the part is being opened; what was checked before stays as it was then."""
        self._heading.setText(self.tr("The test part is being opened\u2026"))

    def show_can_open(self, can: bool, why_not: str = "") -> None:
        """Let the part be opened now, or say why it cannot be."""
        self.open_button.setEnabled(can)
        self.open_button.setToolTip(why_not)

    def show_failure(self, words: str) -> None:
        """Say why the part could not be judged."""
        self.failure.show_words(self.tr("The test part could not be judged"), words)
        self.failure.show()

    def _expect(self, view: TestView) -> None:
        assert view.chosen is not None
        run, count = view.chosen.run, view.chosen.test_images
        by_folds = view.folds is not None and view.folds.is_current
        share = (
            view.folds.found.mean_accuracy if view.folds is not None and by_folds else run.best_valid_accuracy or 0.0
        )
        expected = (
            self.tr("About {0}, if the folds are right.")
            if by_folds
            else self.tr("About {0}, as on valid; likely a little less.")
        )
        low, high = wilson(round(share * count), count)
        self._expectation.show_facts(
            expected.format(whole_percent(share)),
            self.tr("{0} frames, {1} right: {2} % (95 % interval).", n=count).format(
                count_words(count), whole_percent(share), bounds_words((low, high))
            ),
            self.tr("Four times the frames halve it: {0}.").format(counted(4 * count, "frames")),
        )

    def _answers(self) -> QWidget:
        answers = QWidget(self)
        row = QHBoxLayout(answers)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.keep_button)
        row.addWidget(self.confirm_button)
        return answers

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 24)
        column.setSpacing(18)
        top = QHBoxLayout()
        said = QVBoxLayout()
        said.setSpacing(14)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(_LockDisc(self))
        head.addWidget(self._heading, 1)
        said.addLayout(head)
        said.addWidget(self._words)
        said.addStretch(1)
        top.addLayout(said, 1)
        top.addSpacing(40)
        top.addWidget(self.covered, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(top)
        column.addWidget(Separator(self))
        only = self.tr("one only: choosing between runs is what the valid part is for")
        column.addWidget(SectionHeading(self.tr("Which run"), only, self, Type.HEADING))
        column.addLayout(self._choice_place)
        column.addWidget(self.checks)
        column.addWidget(self._expectation)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.open_button)
        row.addWidget(self._beside, 1)
        column.addLayout(row)
        column.addWidget(self.question)
        column.addWidget(self.failure)
        column.addStretch(1)

    @Slot(int)
    def _choose(self, run_id: int) -> None:
        self.question.hide()
        self.failure.hide()
        self.run_chosen.emit(run_id)

    @Slot()
    def _ask_once(self) -> None:
        self.failure.hide()
        self.question.show_words(
            f"{self.open_button.text()}?",
            self.tr("The first look is the only honest one. Looking spends it, and every opening is logged."),
        )
        self.question.show()
        self.confirm_button.setFocus()

    @Slot()
    def _open(self) -> None:
        self.question.hide()
        self.open_wanted.emit()
