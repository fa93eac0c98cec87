"""Runs side by side: in what their recipes differ, and whether one is better than chance would make it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from winnow.app.queries.runs import RunComparison
from winnow.qt.rooms.train.words import percent
from winnow.qt.theme.drawing import draw_box
from winnow.qt.theme.fonts import Type
from winnow.qt.theme.theme import tokens
from winnow.qt.widgets.button import IconButton, Size
from winnow.qt.widgets.label import ElidedLabel, Label

_MOST_ROWS = 6


class ComparePanel(QWidget):
    """A row for each field that differs, a column for each run."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.verdict = Label("", Type.SMALL, parent=self, wrap=True)
        self._close = IconButton("reject", self.tr("Close the comparison"), self, size=Size.SMALL)
        self._close.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Label(self.tr("Compare"), Type.GROUP, parent=self), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.verdict, 1)
        head.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self._held: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(14, 6, 8, 8)
        self._column.setSpacing(4)
        self._column.addLayout(head)

    def show_comparison(self, found: RunComparison) -> None:
        """Show *found*, and say what it is worth."""
        self.verdict.setText(self._verdict(found))
        if self._held is not None:
            self._held.hide()
            self._held.deleteLater()
        self._held = QWidget(self)
        grid = QGridLayout(self._held)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(2)
        rows = [("", found.names), (self.tr("Valid"), tuple(self._share(one) for one in found.accuracies))]
        rows += list(found.differences[:_MOST_ROWS])
        for down, (title, values) in enumerate(rows):
            grid.addWidget(Label(title, Type.SMALL, "text-2", self._held), down, 0)
            for across, value in enumerate(values, start=1):
                style = Type.GROUP if down < 2 else Type.SMALL
                grid.addWidget(ElidedLabel(value, style, parent=self._held), down, across)
                grid.setColumnStretch(across, 1)
        self._column.addWidget(self._held)

    def paintEvent(self, event: QPaintEvent) -> None:
        draw_box(QPainter(self), QRectF(self.rect()), 8, tokens().colour("panel"))

    def _share(self, share: float | None) -> str:
        return "–" if share is None else percent(share)

    def _verdict(self, found: RunComparison) -> str:
        if not found.differences:
            return self.tr("The recipes are the same but for their data.")
        points = f"{found.apart * 100:.1f}"
        if not found.same_valid:
            return self.tr("They were not looked at with the same frames, so {0} points apart say little.").format(
                points
            )
        if found.is_tie:
            return self.tr("{0} points apart is within what chance gives: a tie. Folds tell more.").format(points)
        return self.tr("{0} points apart is more than chance gives.").format(points)
