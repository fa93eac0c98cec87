"""Two opened runs on the same frames: McNemar's test and the difference with its interval."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from winnow.app.queries.tests import TestView
from winnow.domain.pairing import PairedChange
from winnow.qt.figures import count_words
from winnow.qt.rooms.test.words import points_words
from winnow.qt.theme.fonts import Type
from winnow.qt.widgets.form import SectionHeading
from winnow.qt.widgets.label import Label

_SURE = 0.05


class CompareBox(QWidget):
    """Shown where another run of the same split was opened too."""

    wanted = Signal(int, int)  # run ids: the shown one, the other one

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown_id = 0
        self.other = QComboBox(self)
        self.other.setAccessibleName(self.tr("Compare with"))
        self.words = Label("", Type.BODY, parent=self, wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(
            SectionHeading(
                self.tr("Compared with another run"), self.tr("McNemar's test on the same frames"), self, Type.HEADING
            )
        )
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.other)
        row.addWidget(self.words, 1)
        column.addLayout(row)
        self.other.activated.connect(self._want)

    def show_runs(self, view: TestView) -> None:
        """Offer the other opened runs of the split."""
        if view.chosen is None:
            return
        chosen = view.chosen.run
        others = [
            one.run
            for one in view.runs
            if one.result is not None and one.run.id != chosen.id and one.run.split_id == chosen.split_id
        ]
        before = self.other.currentData()
        self._shown_id = chosen.id
        self.other.clear()
        for run in others:
            self.other.addItem(run.name, int(run.id))
        self.other.setEnabled(bool(others))
        self.words.setText(
            "" if others else self.tr("No other run of this split was opened: opening one more is counted, too.")
        )
        if others:
            self.other.setCurrentIndex(max(0, self.other.findData(before)))
            self._want(0)

    def show_change(self, change: PairedChange | None) -> None:
        """Say what the two differ by; None: one of them kept no answers."""
        if change is None:
            self.words.setText(self.tr("They cannot be compared: one of them kept no answers. Open it again."))
            return
        low, high = change.interval
        verdict = (
            self.tr("a difference that chance alone rarely makes")
            if change.p_value < _SURE
            else self.tr("no difference that could not be chance")
        )
        self.words.setText(
            self.tr(
                "Of {0} frames only this run is right on {1}, only the other on {2}: {3} points "
                "(95 % interval {4} to {5}), p = {6}, {7}.",
                n=change.n,
            ).format(
                count_words(change.n),
                count_words(change.won),
                count_words(change.lost),
                points_words(change.difference),
                points_words(low),
                points_words(high),
                f"{change.p_value:.2g}",
                verdict,
            )
        )

    @Slot(int)
    def _want(self, _index: int) -> None:
        other = self.other.currentData()
        if other is not None:
            self.wanted.emit(self._shown_id, int(other))
