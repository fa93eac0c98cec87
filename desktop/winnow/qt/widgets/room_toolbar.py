"""The bar over a room: its name, what it is about, its two or three main actions."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from winnow.qt.theme.fonts import Type
from winnow.qt.widgets.label import ElidedLabel, Label


class RoomToolbar(QFrame):
    """44 px high: title, widgets, words; actions on the right."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(44)
        self.setProperty("surface", "bg")
        self.setProperty("edge", "bottom")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 0, 12, 0)
        self._row.setSpacing(8)
        self._row.addWidget(Label(title, Type.HEADING, parent=self))
        self._row.addSpacing(8)
        self._words = ElidedLabel("", Type.SMALL, "text-2", self)
        self._row.addWidget(self._words, 1)
        self._middle = 2

    def show_words(self, words: str) -> None:
        """Say *words* behind the widgets: counts, what is selected."""
        self._words.setText(words)

    def add_widget(self, widget: QWidget) -> None:
        """Put *widget* behind the title and those added before."""
        self._row.insertWidget(self._middle, widget)
        self._row.insertSpacing(self._middle + 1, 8)
        self._middle += 2

    def add_action(self, widget: QWidget) -> None:
        """Put *widget* at the right end; the primary button comes last."""
        self._row.addWidget(widget)
