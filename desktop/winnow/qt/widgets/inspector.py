"""The pane on the right, 300 px wide, about what is selected."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

_WIDTH = 300
_PADDING = 16


class InspectorPane(QFrame):
    """Scrolls what it holds, 268 px wide; shown and hidden as a whole."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("inspector")
        self.setFixedWidth(_WIDTH)
        self.setProperty("surface", "panel")
        self.setProperty("edge", "left")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click on it leaves the keys to the pictures
        self._scroll.viewport().setAutoFillBackground(False)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)
        held = QWidget()
        self.column = QVBoxLayout(held)
        """Where the room puts its groups, 14 apart."""
        self.column.setContentsMargins(_PADDING, 12, _PADDING - 1, _PADDING)
        self.column.setSpacing(14)
        self._scroll.setWidget(held)
        held.setAutoFillBackground(False)


class SidePane(QFrame):
    """A pane on the left of a room, with its line on the right: Sort 236 px, Train 264, Collect 300."""

    def __init__(self, width_px: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(width_px)
        self.setProperty("surface", "panel")
        self.setProperty("edge", "right")
        self.column = QVBoxLayout(self)
        """Where the room puts its groups."""
        self.column.setContentsMargins(_PADDING, 14, _PADDING + 1, _PADDING)
        self.column.setSpacing(10)
