"""The bottom of the Train room: every run in a row."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from winnow.domain.recipe import RecipeKind
from winnow.domain.run import Run, RunState
from winnow.qt.figures import clock_words
from winnow.qt.widgets.label import plain_tip

_NUMBERS = range(2, 7)
_STATE = 7


class RunTableView(QTableWidget):
    """Shows runs, the newest first; one of them is chosen."""

    chosen = Signal(int)  # run id

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 8, parent)
        self._runs: tuple[Run, ...] = ()
        self._kinds = {RecipeKind.QUICK: self.tr("Quick"), RecipeKind.FINE_TUNE: self.tr("Fine-tune")}
        self._states = {
            RunState.RUNNING: self.tr("Running"),
            RunState.DONE: self.tr("Done"),
            RunState.STOPPED: self.tr("Stopped early"),
            RunState.INTERRUPTED: self.tr("Interrupted"),
            RunState.FAILED: self.tr("Failed"),
        }
        self.setHorizontalHeaderLabels(
            [
                self.tr("Name"),
                self.tr("Recipe"),
                self.tr("Epochs"),
                self.tr("Batch"),
                self.tr("Rate"),
                self.tr("Best valid"),
                self.tr("Time"),
                self.tr("State"),
            ]
        )
        for column in range(self.columnCount()):
            self.model().setHeaderData(
                column, Qt.Orientation.Horizontal, _side(column), Qt.ItemDataRole.TextAlignmentRole
            )
        self.setAccessibleName(self.tr("Runs"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(30)
        self.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setHighlightSections(False)
        self.itemSelectionChanged.connect(self._tell)

    def show_runs(self, runs: Sequence[Run], chosen: int) -> None:
        """Show *runs*, with the run of the id *chosen* selected."""
        self._runs = tuple(runs)
        with QSignalBlocker(self):
            self.setRowCount(len(self._runs))
            for row, run in enumerate(self._runs):
                for column, words in enumerate(self._words(run)):
                    item = QTableWidgetItem(words)
                    item.setTextAlignment(_side(column))
                    item.setToolTip(plain_tip(run.error) if column == _STATE else "")
                    self.setItem(row, column, item)
                if run.id == chosen:
                    self.selectRow(row)

    def _words(self, run: Run) -> tuple[str, ...]:
        best = run.best_valid_accuracy
        return (
            run.name,
            f"{self._kinds[run.recipe.kind]} · {run.recipe.network}",
            str(run.recipe.epochs),
            str(run.recipe.batch_size),
            f"{run.recipe.learning_rate:.2e}",
            "–" if best is None else f"{best * 100:.1f} %",
            clock_words(run.seconds),
            self._states[run.state],
        )

    @Slot()
    def _tell(self) -> None:
        rows = self.selectionModel().selectedRows()
        if rows:
            self.chosen.emit(int(self._runs[rows[0].row()].id))


def _side(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column in _NUMBERS else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
