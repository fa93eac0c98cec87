"""How the Train room is laid out: recipe, tabs, runs; it decides nothing."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from winnow.app.queries.runs import RunComparison
from winnow.qt.looking_only import changes_project
from winnow.qt.rooms.train.batch_page import BatchPage
from winnow.qt.rooms.train.compare_panel import ComparePanel
from winnow.qt.rooms.train.curves_page import CurvesPage
from winnow.qt.rooms.train.doctor_panel import DoctorPanel
from winnow.qt.rooms.train.folds_page import FoldsPage
from winnow.qt.rooms.train.lr_page import LrPage
from winnow.qt.rooms.train.minima_page import MinimaPage
from winnow.qt.rooms.train.queue import WaitingBanner
from winnow.qt.rooms.train.recipe_pane import RecipePane
from winnow.qt.rooms.train.study_page import StudyPage
from winnow.qt.rooms.train.table import RunTableView
from winnow.qt.theme.fonts import Type
from winnow.qt.widgets.banner import WarningBanner
from winnow.qt.widgets.button import Button, Role, Size
from winnow.qt.widgets.empty_state import EmptyState
from winnow.qt.widgets.form import SectionHeading
from winnow.qt.widgets.segmented import Tabs

_RUNS_PX = 224


class TrainBody(QStackedWidget):
    """An empty state, or the room."""

    tab_chosen = Signal(str)

    def __init__(self, way_on: QWidget, parent: QWidget) -> None:
        """*way_on* is the button of the empty state."""
        super().__init__(parent)
        self.recipe = RecipePane(self)
        self.curves = CurvesPage(self)
        self.lr, self.batch, self.folds, self.minima = LrPage(self), BatchPage(self), FoldsPage(self), MinimaPage(self)
        self.doctor, self.compare = DoctorPanel(self), ComparePanel(self)
        self.table = RunTableView(self)
        self.tabs = Tabs(
            (
                ("curves", self.tr("Curves")),
                (LrPage.kind.value, self.tr("LR finder")),
                (BatchPage.kind.value, self.tr("Batch size")),
                (FoldsPage.kind.value, self.tr("Folds")),
                (MinimaPage.kind.value, self.tr("Minima")),
            ),
            self,
        )
        self.tabs.setAccessibleName(self.tr("What is shown of the runs"))
        self.compare_button = Button(self.tr("Compare"), self, Role.QUIET, "compare", Size.SMALL)
        self.resume_button = Button(self.tr("Resume"), self, Role.QUIET, "play", Size.SMALL)
        changes_project(self.resume_button)
        self.delete_button = Button(self.tr("Delete"), self, Role.QUIET, "trash", Size.SMALL)
        changes_project(self.delete_button)
        self.compare_button.setToolTip(self.tr("Show several selected runs side by side (Ctrl+click selects more)"))
        self.resume_button.setToolTip(self.tr("Go on with a run that was stopped or interrupted, from its last epoch"))
        self.delete_button.setToolTip(self.tr("Take the selected runs out of the table; undo brings them back  Del"))
        self._banner = WarningBanner("", parent=self, tone="bad")
        self.waiting = WaitingBanner(self)
        self._runs_head = SectionHeading(self.tr("Runs"), parent=self, style=Type.HEADING)
        self._pages = QStackedWidget(self)
        self._lay_out(way_on)
        self.show_possible(compare=False, resume=False, delete=False)
        self.tabs.chosen.connect(self._take_tab)
        self.doctor.closed.connect(self.doctor.hide)
        self.resume_button.clicked.connect(self._resume_chosen)
        self.delete_button.clicked.connect(self._delete_chosen)

    @property
    def tab(self) -> str:
        """The key of the tab that is shown."""
        return self.tabs.key

    @property
    def is_comparing(self) -> bool:
        """Whether runs are shown side by side."""
        return not self.compare.isHidden()

    def pages(self) -> tuple[StudyPage, ...]:
        """Return the tabs of the studies."""
        return self.lr, self.batch, self.folds, self.minima

    def show_ready(self, is_ready: bool) -> None:
        """Show the room, or say what is missing."""
        self.setCurrentIndex(int(is_ready))

    def show_tab(self, key: str) -> None:
        """Show a tab; nothing is emitted."""
        self.tabs.choose(key)
        keys = ("curves", *(page.kind.value for page in self.pages()))
        self._pages.setCurrentIndex(keys.index(key))

    def show_failure(self, heading: str, words: str) -> None:
        """Say what went wrong; an empty heading takes it away."""
        self._banner.show_words(heading, words)
        self._banner.setVisible(bool(heading))

    def show_comparison(self, found: RunComparison | None) -> None:
        """Show runs side by side in place of the doctor's words; None ends it."""
        if found is not None:
            self.compare.show_comparison(found)
        self.compare.setVisible(found is not None)
        self.doctor.setVisible(found is None)

    def show_possible(self, compare: bool, resume: bool, delete: bool) -> None:
        """Let only what is possible be clicked."""
        self.compare_button.setEnabled(compare)
        self.resume_button.setEnabled(resume)
        self.delete_button.setEnabled(delete)

    def say_runs(self, count: int, waiting: int) -> None:
        """Say how many runs there are, and how many wait."""
        words = str(count) if count else ""
        self._runs_head.show_words(self.tr("{0} · {1} waiting").format(words, waiting) if waiting else words)

    @Slot()
    def _resume_chosen(self, _checked: bool = False) -> None:
        if self.table.run_ids:
            self.table.resume_wanted.emit(self.table.run_ids[0])

    @Slot()
    def _delete_chosen(self, _checked: bool = False) -> None:
        self.table.delete_wanted.emit(self.table.run_ids)

    @Slot(str)
    def _take_tab(self, key: str) -> None:
        self.show_tab(key)
        self.tab_chosen.emit(key)

    def _lay_out(self, way_on: QWidget) -> None:
        self.addWidget(
            EmptyState(
                self.tr("Nothing to train on yet"),
                self.tr("Label pictures in Sort and divide them in Split. Then a network can learn from them here."),
                self,
                icon_name="train",
                buttons=[way_on],
            )
        )
        self.compare.hide()
        self._banner.hide()
        first = QWidget(self)
        column = QVBoxLayout(first)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.curves, 1)
        words = QVBoxLayout()
        words.setContentsMargins(16, 0, 16, 8)
        words.addWidget(self.doctor)
        words.addWidget(self.compare)
        column.addLayout(words)
        for page in (first, *self.pages()):
            self._pages.addWidget(page)
        parts = QSplitter(Qt.Orientation.Vertical, self)
        parts.setChildrenCollapsible(False)
        parts.addWidget(self._upper())
        parts.addWidget(self._lower())
        parts.setStretchFactor(0, 1)
        parts.setStretchFactor(1, 0)
        parts.setSizes([600, _RUNS_PX])
        body = QWidget(self)
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.recipe)
        row.addWidget(parts, 1)
        self.addWidget(body)

    def _upper(self) -> QWidget:
        upper = QWidget(self)
        column = QVBoxLayout(upper)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        bar = QFrame(self)
        bar.setProperty("edge", "bottom")
        row = QHBoxLayout(bar)
        row.setContentsMargins(16, 0, 16, 0)
        row.addWidget(self.tabs)
        column.addWidget(bar)
        column.addWidget(self._banner)
        column.addWidget(self.waiting)
        column.addWidget(self._pages, 1)
        return upper

    def _lower(self) -> QWidget:
        lower = QWidget(self)
        column = QVBoxLayout(lower)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(2)
        row = QHBoxLayout()
        row.setContentsMargins(4, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self._runs_head, 1)
        for button in (self.compare_button, self.resume_button, self.delete_button):
            row.addWidget(button)
        column.addLayout(row)
        column.addWidget(self.table, 1)
        return lower
