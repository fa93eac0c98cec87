"""The review of suspected labels: all of them, one after another, by keys."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from winnow.qt.rooms.test.suspects_box import SuspectsBox
from winnow.qt.theme.fonts import Type
from winnow.qt.widgets.banner import WarningBanner
from winnow.qt.widgets.button import Button, Role, Size
from winnow.qt.widgets.label import Label

_LINES = 12


class ReviewPage(QWidget):
    """Leads back to where it was opened from."""

    back_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back_button = Button(self.tr("Back"), self, Role.QUIET, "chevron-left", Size.SMALL, key="Esc")
        self.box = SuspectsBox(_LINES, self)
        self._failure = WarningBanner("", parent=self, tone="bad")
        self._failure.hide()
        keys = self.tr("Arrows walk, 1–9 give the right label, K keeps the one it has, X rejects the picture.")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 24)
        column.setSpacing(12)
        row = QHBoxLayout()
        row.addWidget(self.back_button)
        row.addWidget(Label(keys, Type.SMALL, "text-2", self), 1)
        column.addLayout(row)
        column.addWidget(self._failure)
        column.addWidget(self.box)
        column.addStretch(1)
        self.back_button.clicked.connect(self.back_wanted)

    def say(self, words: str) -> None:
        """Say what went wrong."""
        self._failure.show_words(self.tr("The folds could not be run"), words)
        self._failure.show()
