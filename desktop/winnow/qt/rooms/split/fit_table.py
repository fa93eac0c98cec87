"""The fits side by side: what each costs these frames, and how well a quick test told the classes apart."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from winnow.domain.fit import FitMode
from winnow.domain.fit_lab import PolicyCost, PolicyScore, distinguishable
from winnow.qt.looking_only import changes_project
from winnow.qt.theme.fonts import Type
from winnow.qt.widgets.button import Button
from winnow.qt.widgets.form import SectionHeading
from winnow.qt.widgets.label import ElidedLabel, Label

_COLUMNS = 7


class FitTable(QWidget):
    """A row for each policy."""

    compare_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = {
            FitMode.SQUISH: self.tr("Squish"),
            FitMode.CROP: self.tr("Centre crop"),
            FitMode.RANDOM_RESIZED_CROP: self.tr("Random resized crop"),
            FitMode.PAD: self.tr("Pad (letterbox)"),
            FitMode.TILES: self.tr("Tiles"),
        }
        self.compare_button = Button(self.tr("Test them quickly"), self)
        changes_project(self.compare_button)
        self.compare_button.setToolTip(
            self.tr("A linear classifier on stored features, five folds of train and valid; about a minute")
        )
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(0, 3)
        for at in range(1, _COLUMNS):
            self._grid.setColumnStretch(at, 2)
        self._cells: dict[tuple[FitMode, int], Label] = {}
        self._words = Label("", Type.CAPTION, "text-2", self, wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        heading = SectionHeading(
            self.tr("Fit lab"), self.tr("means over train and valid frames"), self, Type.HEADING, self.compare_button
        )
        column.addWidget(heading)
        column.addLayout(self._grid)
        column.addWidget(self._words)
        self._fill_in()
        self.show_scores(())
        self.compare_button.clicked.connect(self._compare)

    def cell(self, mode: FitMode, column: int) -> str:
        """Return what stands in the row of *mode*; columns from 1: lost, padded, distortion, scale, enlarged, right."""
        return self._cells[mode, column].text()

    def show_costs(self, costs: Sequence[PolicyCost]) -> None:
        """Show what each policy does to the frames."""
        for one in costs:
            for at, words in enumerate(
                (
                    f"{one.mean.lost * 100:.1f} %",
                    f"{one.mean.padded * 100:.1f} %",
                    f"{one.mean.distortion:.2f} ×",
                    f"{one.mean.scale:.2f} ×",
                    f"{100 * one.enlarged / max(1, one.frames):.0f} %",
                ),
                start=1,
            ):
                self._cells[one.mode, at].setText(words)

    def show_scores(self, scores: Sequence[PolicyScore]) -> None:
        """Show how each did in the quick test; none leaves the column empty."""
        for mode in self._names:
            self._cells[mode, 6].setText("–")
        for one in scores:
            low, high = one.interval
            self._cells[one.mode, 6].setText(f"{one.accuracy * 100:.1f} % ({low * 100:.1f}–{high * 100:.1f})")
        self._words.setText(self._verdict(scores))

    def show_running(self, is_running: bool, words: str = "") -> None:
        """Show whether the test runs, and *words* about it."""
        self.compare_button.setEnabled(not is_running)
        if words:
            self._words.setText(words)

    def _verdict(self, scores: Sequence[PolicyScore]) -> str:
        if not scores:
            return self.tr("The quick test has not been made on these frames.")
        best = max(scores, key=lambda one: one.accuracy)
        said = self.tr("Out of fold on {0} frames, frozen network; 95 % intervals.", n=best.n).format(best.n)
        if distinguishable(scores):
            return self.tr("{0} is best. {1}").format(self._names[best.mode], said)
        return self.tr("The intervals overlap: so few frames show no difference. {0}").format(said)

    def _fill_in(self) -> None:
        heads = (
            self.tr("Fit"),
            self.tr("Pixels lost"),
            self.tr("Padding"),
            self.tr("Distortion"),
            self.tr("Scale"),
            self.tr("Enlarged"),
            self.tr("Right, out of fold"),
        )
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for at, words in enumerate(heads):
            head = ElidedLabel(words, Type.SMALL, "text-2", self)
            if at:
                head.setAlignment(right)
            self._grid.addWidget(head, 0, at)
        for row, (mode, name) in enumerate(self._names.items(), start=1):
            self._grid.addWidget(Label(name, Type.BODY, parent=self), row, 0)
            for at in range(1, _COLUMNS):
                cell = Label("–", Type.BODY, parent=self)
                cell.setAlignment(right)
                self._cells[mode, at] = cell
                self._grid.addWidget(cell, row, at)

    @Slot()
    def _compare(self) -> None:
        self.compare_wanted.emit()
