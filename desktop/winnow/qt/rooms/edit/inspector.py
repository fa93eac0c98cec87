"""The pane on the right of Edit: the frame's panel, or the tiles in its place."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from winnow.qt.rooms.edit.panel import FramePanel
from winnow.qt.rooms.edit.tiles_panel import TilesPanel
from winnow.qt.widgets.inspector import InspectorPane


class EditInspector(InspectorPane):
    """Shows one of two panels."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.frame = FramePanel(self)
        self.tiles = TilesPanel(self)
        self.column.addWidget(self.frame)
        self.column.addWidget(self.tiles)
        self.show_tiles(False)

    def show_tiles(self, shown: bool) -> None:
        """Show the tiles, or the frame again."""
        self.frame.setVisible(not shown)
        self.tiles.setVisible(shown)
