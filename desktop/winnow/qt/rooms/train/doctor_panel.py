"""What the training doctor says of a run: quiet lines under the plots, each with its evidence and one thing to do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QRect, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from winnow.domain.diagnosis import Diagnosis, Finding
from winnow.domain.recipe import Balance, Recipe, Schedule
from winnow.domain.run import Run
from winnow.qt.core_words import core_words
from winnow.qt.looking_only import changes_project
from winnow.qt.theme.drawing import draw_box
from winnow.qt.theme.fonts import Type
from winnow.qt.theme.icons import icon
from winnow.qt.theme.theme import tokens
from winnow.qt.widgets.button import Button, IconButton, Role, Size
from winnow.qt.widgets.label import ElidedLabel, Label, plain_tip

_MOST_LINES = 3


@dataclass(frozen=True, slots=True)
class Remedy:
    """What a button of the doctor does: a tab or a room to go to, or a recipe for the next run."""

    words: str
    tab: str = ""
    room: str = ""
    recipe: Recipe | None = None


class DoctorPanel(QWidget):
    """One line while all is well; asks to look at a run that was not looked at yet."""

    look_wanted = Signal(int)  # run id
    remedy_wanted = Signal(object)  # Remedy
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._run_id = 0
        self._words = ElidedLabel("", Type.SMALL, "text-2", self)
        self.look_button = Button(self.tr("Examine"), self, size=Size.SMALL)
        changes_project(self.look_button)
        self.look_button.setToolTip(self.tr("Look for what is wrong with this run, and what to do about it"))
        self._close = IconButton("reject", self.tr("Hide the doctor's words"), self, size=Size.SMALL)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Label(self.tr("Training doctor"), Type.GROUP, parent=self))
        head.addWidget(self._words, 1)
        head.addWidget(self.look_button)
        head.addWidget(self._close)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(6)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 5, 8, 5)
        column.setSpacing(4)
        column.addLayout(head)
        column.addLayout(self._lines)
        self.look_button.clicked.connect(self._look)
        self._close.clicked.connect(self.closed)

    def show_coming(self) -> None:
        """A run is going on; the lines go, but not their place, or the curves would jump when it begins and ends."""
        if self.isVisible():
            self.setMinimumHeight(self.height())
        self._begin(0, self.tr("examines the run when it ends."), can_look=False)

    def show_unseen(self, run: Run) -> None:
        """The run was not looked at."""
        self.setMinimumHeight(0)
        self._begin(int(run.id), self.tr("{0} was not examined.").format(run.name), can_look=bool(run.epochs))

    def show_looking(self, run: Run) -> None:
        """The doctor looks at the run now."""
        self._begin(int(run.id), self.tr("examines {0}…").format(run.name), can_look=False)

    def show_found(self, run: Run, messages: Sequence[Diagnosis]) -> None:
        """Show what was found, the first few lines."""
        self.setMinimumHeight(0)
        checks = [note for note in run.notes if note.startswith("Check failed")]
        words = self.tr("found nothing wrong with {0}.").format(run.name) if not messages and not checks else ""
        left = len(messages) - _MOST_LINES
        if left > 0:
            words = self.tr("{0} more: put these right first.").format(left)
        self._begin(int(run.id), words, can_look=False)
        for one in messages[:_MOST_LINES]:
            self._lines.addWidget(_Line(one, self._remedy(one, run), self))
        for note in checks[: max(0, _MOST_LINES - len(messages))]:
            self._lines.addWidget(Label(note, Type.SMALL, parent=self, wrap=True))

    def paintEvent(self, event: QPaintEvent) -> None:
        draw_box(QPainter(self), QRectF(self.rect()), 8, tokens().colour("panel"))

    def _begin(self, run_id: int, words: str, can_look: bool) -> None:
        self._run_id = run_id
        self._words.setText(words)
        self.look_button.setVisible(can_look)
        while (item := self._lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    @Slot()
    def _look(self, _checked: bool = False) -> None:
        self.look_wanted.emit(self._run_id)

    def _remedy(self, one: Diagnosis, run: Run) -> Remedy:
        recipe = run.recipe
        rate = recipe.learning_rate
        schedule = Schedule.ONE_CYCLE
        settles = recipe.schedule in (Schedule.ONE_CYCLE, Schedule.COSINE)
        return {
            Finding.STUCK: Remedy(self.tr("Open the LR finder"), tab="lr-finder"),
            Finding.ONE_CLASS: Remedy(
                self.tr("Draw rare classes more"), recipe=replace(recipe, balance=Balance.SAMPLING)
            ),
            Finding.RATE_TOO_HIGH: Remedy(
                self.tr("Use a tenth of the rate"), recipe=replace(recipe, learning_rate=rate / 10)
            ),
            Finding.RATE_TOO_LOW: Remedy(
                self.tr("Use ten times the rate"), recipe=replace(recipe, learning_rate=rate * 10)
            ),
            Finding.OVER_FITTING: Remedy(
                self.tr("Use {0} epochs", n=max(1, run.best_epoch)).format(max(1, run.best_epoch)),
                recipe=replace(recipe, epochs=max(1, run.best_epoch)),
            ),
            Finding.VALID_TOO_SMALL: Remedy(self.tr("Go to folds"), tab="folds"),
            Finding.LATE_VARIANCE: Remedy(self.tr("Double the batch"), recipe=replace(
                recipe, batch_size=min(4096, recipe.batch_size * 2)
            )) if settles else Remedy(self.tr("Use one-cycle"), recipe=replace(recipe, schedule=schedule)),
            Finding.LABELS_SHUFFLED: Remedy(self.tr("Check the labels"), room="sort"),
            Finding.PARTS_DIFFER: Remedy(self.tr("Split again"), room="split"),
        }[one.finding]  # fmt: skip

    def take(self, remedy: Remedy) -> None:
        """Pass on what a line's button does."""
        self.remedy_wanted.emit(remedy)


class _Line(QWidget):
    """One message and its button."""

    def __init__(self, one: Diagnosis, remedy: Remedy, panel: DoctorPanel) -> None:
        super().__init__(panel)
        self._panel, self._remedy = panel, remedy
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 0, 0, 0)
        row.setSpacing(10)
        words = Label(f"{core_words(one.words())} {core_words(one.action())}", Type.SMALL, parent=self, wrap=True)
        words.setToolTip(plain_tip(", ".join(f"{name} {value:.4g}" for name, value in one.evidence)))
        self.button = Button(remedy.words, self, Role.OUTLINED, size=Size.SMALL)
        row.addWidget(words, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.button.clicked.connect(self._take)

    def paintEvent(self, event: QPaintEvent) -> None:
        icon("warning", "warn").paint(QPainter(self), QRect(2, self.height() // 2 - 8, 16, 16))

    @Slot()
    def _take(self, _checked: bool = False) -> None:
        self._panel.take(self._remedy)
