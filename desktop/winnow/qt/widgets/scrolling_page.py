"""A page in the place of a room: a toolbar with the way back over a column that scrolls."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from winnow.qt.widgets.button import Button, Role
from winnow.qt.widgets.room_toolbar import RoomToolbar


class ScrollingPage(QWidget):
    """A subclass fills `column`; `left` says that the person wants to go back."""

    left = Signal()

    def __init__(self, title: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "bg")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._toolbar = RoomToolbar(title, self)
        self._toolbar.show_words(words)
        self.back_button = Button(self.tr("Back"), self, Role.PRIMARY, "chevron-left")
        self.back_button.clicked.connect(self._leave)
        self._toolbar.add_action(self.back_button)
        self.held = QWidget()
        self.column = QVBoxLayout(self.held)
        """What stands on the page."""
        self.column.setContentsMargins(24, 12, 24, 24)
        self.column.setSpacing(0)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidget(self.held)
        self._scroll.setProperty("focus_inset", True)
        self.setFocusProxy(self._scroll)
        self._below = QHBoxLayout()
        self._below.setSpacing(0)
        self._below.addWidget(self._scroll, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._toolbar)
        whole.addLayout(self._below, 1)

    def set_left(self, pane: QWidget) -> None:
        """Put *pane* on the left of the column; once."""
        self._below.insertWidget(0, pane)

    def set_right(self, pane: QWidget) -> None:
        """Put *pane* on the right of the column, to scroll with it; once."""
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._scroll.takeWidget(), 1)
        row.addWidget(pane, 0, Qt.AlignmentFlag.AlignTop)
        row.addStretch(0)
        self._scroll.setWidget(both)

    def add_action(self, button: QWidget) -> None:
        """Put *button* before the way back."""
        self._toolbar.add_action(button)
        self._toolbar.add_action(self.back_button)

    def show_back(self, words: str) -> None:
        """Say in *words* where the way back leads."""
        self.back_button.setText(words)

    def show_part(self, part: QWidget, at_top: bool = False) -> None:
        """Scroll to *part* of the column; *at_top*: so that it stands at the top, where there is enough below."""
        if at_top:
            self._scroll.verticalScrollBar().setValue(part.y())
        else:
            self._scroll.ensureWidgetVisible(part)

    def _leave(self, _checked: bool = False) -> None:
        self.left.emit()
