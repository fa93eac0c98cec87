"""A page in the place of a room: a toolbar with the way back over a column that scrolls."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from winnow.qt.widgets.button import Button, Role
from winnow.qt.widgets.room_toolbar import RoomToolbar


class ScrollingPage(QWidget):
    """A subclass fills `column`; `left` says that the person wants to go back."""

    left = Signal()

    def __init__(self, title: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "bg")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        toolbar = RoomToolbar(title, self)
        toolbar.show_words(words)
        self.back_button = Button(self.tr("Back"), self, Role.PRIMARY, "chevron-left")
        self.back_button.clicked.connect(self._leave)
        toolbar.add_action(self.back_button)
        self.held = QWidget()
        self.column = QVBoxLayout(self.held)
        """What stands on the page."""
        self.column.setContentsMargins(24, 12, 24, 24)
        self.column.setSpacing(0)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(self.held)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(toolbar)
        whole.addWidget(scroll, 1)

    def _leave(self, _checked: bool = False) -> None:
        self.left.emit()
