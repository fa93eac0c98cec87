"""What stands in the canvas's place where a picture cannot be shown."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from winnow.qt.theme.fonts import Type
from winnow.qt.widgets.empty_state import IconDisc
from winnow.qt.widgets.label import Label

_WIDTH_PX = 420


class RefusedPage(QWidget):
    """Says why, and what can be done."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = Label("", Type.BODY, "text-2", self, wrap=True)
        self._words.setFixedWidth(_WIDTH_PX)
        self._words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        middle = Qt.AlignmentFlag.AlignHCenter
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addStretch(1)
        column.addWidget(IconDisc("image-broken", self), 0, middle)
        column.addWidget(Label(self.tr("This picture cannot be shown"), Type.HEADING, parent=self), 0, middle)
        column.addWidget(self._words, 0, middle)
        column.addStretch(1)

    def show_words(self, words: str) -> None:
        """Say *words*."""
        self._words.setText(words)
