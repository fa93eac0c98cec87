"""The runs as a table with a radio button each."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QRadioButton, QWidget

from winnow.app.queries.tests import Folds, TestableRun
from winnow.domain.run import RunState
from winnow.qt.recipe_words import recipe_kind_words
from winnow.qt.rooms.test.words import percent_words
from winnow.qt.theme.drawing import draw_box
from winnow.qt.theme.fonts import Type
from winnow.qt.theme.theme import tokens
from winnow.qt.widgets.chip import Chip
from winnow.qt.widgets.label import ElidedLabel, Label

_ROW_PX = 36


class RunChoice(QWidget):
    """Made anew for each table; the run that leads on valid says so."""

    chosen = Signal(int)  # run id

    def __init__(
        self,
        rows: tuple[TestableRun, ...],
        chosen_id: int,
        best_id: int,
        folds: Folds | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.buttons: dict[int, QRadioButton] = {}
        self._group = QButtonGroup(self)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(10, 0, 10, 0)
        self._grid.setHorizontalSpacing(20)
        self._grid.setVerticalSpacing(0)
        right = Qt.AlignmentFlag.AlignRight
        heads = (
            (self.tr("Run"), Qt.AlignmentFlag.AlignLeft),
            (self.tr("Recipe"), Qt.AlignmentFlag.AlignLeft),
            (self.tr("Valid"), right),
            (self.tr("Right"), right),
            (self.tr("Folds"), right),
            (self.tr("Test"), right),
            (self.tr("State"), Qt.AlignmentFlag.AlignLeft),
        )
        for at, (head, side) in enumerate(heads):
            self._grid.addWidget(Label(head, Type.SMALL, "text-2", self), 0, at, side)
        self._grid.setColumnStretch(1, 1)
        self._grid.setRowMinimumHeight(0, 24)
        self._chosen_row = 0
        for at, row in enumerate(rows, 1):
            self._add(at, row, best_id, folds)
            if row.run.id == chosen_id:
                self._chosen_row = at
                self.buttons[row.run.id].setChecked(True)
        self._group.idClicked.connect(self.chosen)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._chosen_row:
            box = QRectF(self._grid.cellRect(self._chosen_row, 0)).adjusted(-10, 0, 0, 0)
            box.setRight(self.width())
            draw_box(QPainter(self), box, 6, tokens().colour("accent-soft"))

    def _add(self, at: int, row: TestableRun, best_id: int, folds: Folds | None) -> None:
        run, middle = row.run, Qt.AlignmentFlag.AlignVCenter
        button = QRadioButton(run.name.replace("&", "&&"), self)
        self._group.addButton(button, run.id)
        self.buttons[run.id] = button
        self._grid.addWidget(button, at, 0, middle)
        words = f"{recipe_kind_words(run.recipe.kind)} · {run.recipe.network}"
        self._grid.addWidget(ElidedLabel(words, Type.BODY, "text-2", self), at, 1, middle)
        valid = run.best_valid_accuracy
        right = "–" if valid is None else f"{round(valid * run.valid_samples)}/{run.valid_samples}"
        same = folds is not None and folds.network == run.recipe.network
        figures = (
            ("–" if valid is None else percent_words(valid), Type.NAME, "text"),
            (right, Type.BODY, "text-2"),
            (folds_words(folds) if same and folds is not None else "–", Type.BODY, "text"),
            (self.tr("sealed") if row.result is None else percent_words(row.result.accuracy), Type.BODY, "text-2"),
        )
        for column, (said, style, tone) in enumerate(figures, 2):
            label = Label(said, style, tone, self)
            self._grid.addWidget(label, at, column, middle | Qt.AlignmentFlag.AlignRight)
        self._grid.addWidget(self._state(row, best_id), at, 6, middle)
        self._grid.setRowMinimumHeight(at, _ROW_PX)

    def _state(self, row: TestableRun, best_id: int) -> Chip:
        if row.out_of_date:
            return Chip(self.tr("Out of date"), self, "warn", "warning")
        if row.run.id == best_id:
            return Chip(self.tr("Best on valid"), self, "accent-on-row")
        words = {
            RunState.DONE: self.tr("Done"),
            RunState.STOPPED: self.tr("Stopped early"),
            RunState.INTERRUPTED: self.tr("Interrupted"),
            RunState.FAILED: self.tr("Failed"),
        }
        return Chip(words.get(row.run.state, row.run.state.value), self)


def folds_words(folds: Folds) -> str:
    """Return the folds' mean and standard deviation as ``96.4 ± 0.9 %``."""
    return f"{100 * folds.found.mean_accuracy:.1f} ± {100 * folds.found.sd_accuracy:.1f} %"
