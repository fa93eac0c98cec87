"""The list on the left of a page that is read: its parts, one a line, under what finds among them."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListWidget, QListWidgetItem, QWidget

from winnow.qt.widgets.inspector import SidePane


class ContentsList(QListWidget):
    """Lines of *row_px*, called *name* for who does not see it."""

    def __init__(self, name: str, row_px: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row_px = row_px
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.setProperty("sections", True)

    def add(self, words: str, picture: QIcon | None = None) -> QListWidgetItem:
        """Add a line at the end, and return it."""
        item = QListWidgetItem(picture or QIcon(), words, self)
        item.setSizeHint(QSize(0, self._row_px))
        return item

    def pane(self, width_px: int, parent: QWidget, above: QWidget | None = None, inset_px: int = 0) -> SidePane:
        """Return a pane that holds it, *above* it what finds among its lines, *inset_px* from both sides."""
        pane = SidePane(width_px, parent)
        pane.column.setContentsMargins(8, 12, 8, 8)
        if above is not None:
            beside = QHBoxLayout()
            beside.setContentsMargins(inset_px, 0, inset_px, 0)
            beside.addWidget(above)
            pane.column.addLayout(beside)
        pane.column.addWidget(self, 1)
        return pane
