"""Split: who learns from what, and what the network really gets."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QWidget

from winnow.app.commands.arranging import Prepare
from winnow.app.jobs import Job
from winnow.app.pipelines.fit_lab import compare_fits
from winnow.app.pipelines.network_view import BatchWish, View
from winnow.app.pipelines.splitting import checked, split
from winnow.app.queries.division import Division, SplitFacts, division
from winnow.app.queries.preparing import PreparationFacts, preparation_facts
from winnow.app.session import Session
from winnow.base.errors import WinnowError
from winnow.base.outcomes import Failed
from winnow.domain.borders import LeakReport
from winnow.domain.changes import Changes, Topic
from winnow.domain.fit_lab import PolicyScore
from winnow.domain.preparation import Preparation
from winnow.domain.split import Keeping, Ratios, Split
from winnow.qt.bridge import Bridge
from winnow.qt.core_words import core_words
from winnow.qt.counting import counted
from winnow.qt.figures import count_words
from winnow.qt.looking_only import changes_project
from winnow.qt.room import RoomWidget
from winnow.qt.rooms.split.body import SplitBody
from winnow.qt.rooms.split.preparing import PreparingPane
from winnow.qt.rooms.split.seeing import Seeing
from winnow.qt.widgets.button import Button, Role
from winnow.qt.widgets.empty_state import EmptyState
from winnow.qt.words import room_words

_SETTLED_MS = 400
"""A slider that is dragged is one change once it rests so long."""


def _split_or_refusal(
    session: Session, ratios: Ratios, seed: int, k_fold: int, keeping: Keeping
) -> Split | WinnowError:
    try:
        return split(session, ratios, seed, k_fold, keeping)
    except WinnowError as refusal:
        return refusal


class SplitRoom(RoomWidget):
    """Once there is a split, every change of a wish divides again at once; undo takes it back."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None, view: View | None = None) -> None:
        """*view* makes the batches that are shown; None: a child process."""
        super().__init__(room_words("split"), parent)
        self._bridge = bridge
        self._division: Division | None = None
        self._is_wishing = False  # what the body shows was wished since it last showed a division
        self._unsaved: Preparation | None = None
        self._saving = QTimer(self)
        self._saving.setSingleShot(True)
        self._saving.setInterval(_SETTLED_MS)
        self._saving.timeout.connect(self._save)
        bridge.closing.connect(self._save)
        self.body = SplitBody(self)
        self.pane = PreparingPane(self)
        self.seeing = Seeing(bridge, self, view)
        self.split_button = Button(self.tr("Split"), self, Role.PRIMARY)
        changes_project(self.split_button)
        self.lock_button = Button(self.tr("Lock test part"), self, icon_name="lock")
        changes_project(self.lock_button)
        self.lock_button.setCheckable(True)
        self.lock_button.setToolTip(self.tr("The images of test stay the same, whatever else is divided again"))
        self.train_button = Button(self.tr("Go to Train"), self, Role.PRIMARY)
        self.train_button.set_arrow("chevron-right")
        self._stack = QStackedWidget(self)
        self._stack.addWidget(
            EmptyState(
                self.tr("Nothing to split yet"),
                self.tr("Label pictures in Sort first. They are divided here into those to learn from and those not."),
                self,
                icon_name="split",
                buttons=[self.way_to("sort")],
            )
        )
        self._stack.addWidget(self.body)
        self.set_body(self._stack)
        self.set_inspector(self.pane)
        self._add_actions()
        self._connect()
        self.enter()

    @property
    def bar(self) -> QWidget:
        """The bar of the parts."""
        return self.body.bar

    def next_control(self) -> QWidget:
        return self.split_button

    def enter(self) -> None:
        self.seeing.enter()
        self._ask()

    def leave(self) -> None:
        self._save()
        self.seeing.leave()

    def _add_actions(self) -> None:
        for button in (self.lock_button, self.split_button, self.train_button):
            self.toolbar.add_action(button)
        self._offer(self.tr("Split again"), self.split_button)
        self._offer(self.tr("Shuffle the split"), self.body.wishes.shuffle_button)
        self._offer(self.tr("Lock test part"), self.lock_button)
        self._offer(self.tr("Check for leaks again"), self.body.leaks.again_button)
        self._offer(self.tr("See another batch"), self.body.seen.another_button)
        self._offer(self.tr("Test the fits quickly"), self.body.fits.compare_button)

    def _offer(self, words: str, button: Button) -> None:
        action = QAction(words, self)
        action.triggered.connect(button.click)
        self.room_actions.append(action)

    def _connect(self) -> None:
        body = self.body
        self.split_button.clicked.connect(self._split)
        self.lock_button.clicked.connect(self._split)
        self.train_button.clicked.connect(self._go_on)
        body.bar.settled.connect(self._again)
        body.wishes.changed.connect(self._again)
        body.folds.k_chosen.connect(self._again)
        body.leaks.check_wanted.connect(self._check)
        body.leaks.group_wanted.connect(self.editing_wanted)
        body.fits.compare_wanted.connect(self._compare)
        body.seen.wanted.connect(self._wish)
        self.pane.changed.connect(self._prepare)
        self.seeing.seen.connect(self._show_seen)
        self.seeing.failed.connect(body.seen.grid.show_waiting)
        self.seeing.waiting.connect(self._say_waiting)
        self.seeing.examples.connect(self.pane.show_examples)
        self._bridge.changed.connect(self._refresh)

    def _ask(self) -> None:
        self._bridge.ask("split.division", self._show, division)
        self._bridge.ask("split.preparation", self._show_preparation, preparation_facts)

    @Slot(object)
    def _refresh(self, changes: Changes) -> None:
        if self.is_away:
            return
        if changes.origin == Prepare.__name__:
            self._bridge.ask("split.preparation", self._show_preparation, preparation_facts)
        elif changes.touches(Topic.IMAGES, Topic.LABELS, Topic.FRAMES, Topic.SPLIT, Topic.TESTS):
            self._ask()
            self.seeing.look_again()

    def _show(self, found: Division) -> None:
        before = self._division
        self._division = found
        facts = found.split
        is_current = facts is not None and not facts.out_of_date
        self._stack.setCurrentIndex(1 if found.labelled or facts is not None else 0)
        self.pane.setEnabled(facts is not None)
        self.split_button.setEnabled(found.labelled > 0)
        self.split_button.setText(self.tr("Split") if facts is None else self.tr("Split again"))
        self.split_button.setVisible(not is_current)
        self.train_button.setVisible(is_current)
        self.lock_button.setEnabled(facts is not None)
        self.lock_button.setChecked(facts is not None and facts.keeping.test_locked)
        self.toolbar.show_words(self._counted(found))
        if before is not None and before == found and not self._is_wishing:
            return
        self._is_wishing = False
        self.body.show_division(found)
        if facts is not None:
            self._check()

    def _counted(self, found: Division) -> str:
        words = self.tr(
            "{0} of {1} labelled images · {2} unlabelled and {3} rejected stay out", n=found.labelled
        ).format(
            counted(found.frames, "frames"),
            *(count_words(one) for one in (found.labelled, found.unlabelled, found.rejected)),
        )
        if found.split is not None and found.split.openings:
            count = found.split.openings
            words += " · " + self.tr("test opened {0} times", n=count).format(count)
        return words

    @Slot()
    def _again(self) -> None:
        """Divide again where there is a split; the first one is made by its button."""
        self.body.refuse("")
        if self._division is not None and self._division.split is not None:
            self._split()

    @Slot()
    def _split(self) -> None:
        self.body.refuse("")
        self._is_wishing = True
        self.split_button.setEnabled(False)
        self._bridge.change(
            self._take_split,
            _split_or_refusal,
            self._bridge.session,
            self.body.bar.ratios,
            self.body.wishes.seed.value(),
            self.body.folds.k,
            self.body.wishes.keeping(self.lock_button.isChecked()),
        )

    def _take_split(self, made: Split | WinnowError) -> None:
        self.split_button.setEnabled(True)
        if isinstance(made, WinnowError):
            self.body.refuse(core_words(str(made)))
            if self._division is not None and self._division.split is not None:
                self._show_in_force(self._division.split)

    def _show_in_force(self, facts: SplitFacts) -> None:
        """Show the wishes of the split that is still in force."""
        self.body.wishes.show_keeping(facts.keeping, facts.seed)
        self.body.bar.show_counts(facts.ratios, facts.counts)
        self.body.folds.show_folds(facts.folds, facts.counts[2])
        self.lock_button.setChecked(facts.keeping.test_locked)

    @Slot()
    def _check(self) -> None:
        self._bridge.ask("split.check", self._show_report, checked)

    def _show_report(self, report: LeakReport | None) -> None:
        if report is not None and self._division is not None and self._division.split is not None:
            self.body.leaks.show_report(self._division.split, report)

    def _show_preparation(self, facts: PreparationFacts) -> None:
        if self._unsaved is None and facts.preparation != self.pane.preparation:
            self.pane.show_preparation(facts.preparation)
        self.pane.show_facts(facts)
        self.body.fits.show_costs(facts.costs)
        self._wish()

    @Slot(object)
    def _prepare(self, wanted: Preparation) -> None:
        self._wish()
        self._unsaved = wanted
        self._saving.start()

    @Slot()
    def _save(self) -> None:
        self._saving.stop()
        wanted, self._unsaved = self._unsaved, None
        if wanted is not None:
            self._bridge.do(Prepare(wanted))

    @Slot()
    def _wish(self) -> None:
        seen = self.body.seen
        self.seeing.wish(BatchWish(seen.part, self.pane.preparation, seen.turn))

    @Slot(object, int, int)
    def _show_seen(self, squares: tuple[object, ...], frames: int, whole: int) -> None:
        self.body.seen.grid.show_squares(squares)  # type: ignore[arg-type] # a signal carries any object
        self.body.seen.say(frames, whole, self.pane.preparation.fit.size, len(squares))

    @Slot()
    def _say_waiting(self) -> None:
        self.body.seen.grid.show_waiting(self.tr("Making a batch as training would…"))

    @Slot()
    def _compare(self) -> None:
        fits = self.body.fits
        fits.show_running(True, self.tr("Computing features under each fit…"))
        area = self.pane.preparation.augmentation.min_area
        work = partial(compare_fits, self._bridge.session, area)
        job = self._bridge.jobs.start(Job(self.tr("Comparing fits"), work))
        job.stepped.connect(self._take_scores)
        job.ended.connect(self._end_comparing)

    @Slot(object)
    def _take_scores(self, event: object) -> None:
        if isinstance(event, tuple) and event and isinstance(event[0], PolicyScore):
            self.body.fits.show_scores(event)

    @Slot(object)
    def _end_comparing(self, outcome: object) -> None:
        self.body.fits.show_running(False, core_words(str(outcome.error)) if isinstance(outcome, Failed) else "")

    @Slot()
    def _go_on(self) -> None:
        self.room_wanted.emit("train")
