"""A card that says what a study suggests, with the button that puts it into the recipe."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from winnow.qt.looking_only import changes_project
from winnow.qt.theme.drawing import draw_box
from winnow.qt.theme.fonts import Type
from winnow.qt.theme.theme import tokens
from winnow.qt.widgets.button import Button, Role
from winnow.qt.widgets.label import Label


class UseCard(QWidget):
    """A caption, a figure with a word beside it, a sentence, a button."""

    used = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._caption = Label("", Type.SMALL, "text-2", self)
        self._figure = Label("", Type.FIGURE, parent=self)
        self._beside = Label("", Type.SMALL, "text-2", self)
        self._words = Label("", Type.SMALL, parent=self, wrap=True)
        self.use_button = Button("", self, Role.PRIMARY, "check")
        changes_project(self.use_button)
        self.use_button.clicked.connect(self.used)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._figure)
        row.addWidget(self._beside)
        row.addStretch()
        row.addWidget(self.use_button, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 12)
        column.setSpacing(4)
        column.addWidget(self._caption)
        column.addLayout(row)
        column.addWidget(self._words)

    def show_rate(self, caption: str, figure: str, beside: str, words: str, button: str) -> None:
        """Say what to take."""
        for label, said in (
            (self._caption, caption), (self._figure, figure), (self._beside, beside), (self._words, words)
        ):  # fmt: skip
            label.setText(said)
            label.setVisible(bool(said))
        self.use_button.setText(button)
        self.use_button.setVisible(bool(button))
        self.use_button.updateGeometry()

    def show_nothing(self, words: str) -> None:
        """Say why there is nothing to take."""
        self.show_rate("", "", "", words, "")

    def paintEvent(self, event: QPaintEvent) -> None:
        draw_box(QPainter(self), QRectF(self.rect()), 8, tokens().colour("panel"))
