"""Joins the palette with a window and a project."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction, QPixmap

from winnow.app.queries.finding import Findings, find
from winnow.qt.bridge import Bridge
from winnow.qt.finder.entries import Entry, Kind, commands, setting_entries
from winnow.qt.finder.panel import FinderPanel
from winnow.qt.main_window import MainWindow

_EDGE_PX = 36
_RADIUS_PX = 4


class Finding(QObject):
    """Opens the palette on Ctrl+K, asks the project, and says what was chosen."""

    label_chosen = Signal(int, str)
    picture_chosen = Signal(int)

    def __init__(
        self,
        window: MainWindow,
        actions: Callable[[], Sequence[tuple[str, QAction]]],
        settings: Callable[[], Sequence[QAction]] = tuple,
    ) -> None:
        super().__init__(window)
        self._settings = settings
        self._window = window
        self._actions = actions
        self._bridge: Bridge | None = None
        self.panel = FinderPanel(window)
        window.search_wanted.connect(self.open)
        self.panel.asked.connect(self._ask)
        self.panel.chosen.connect(self._choose)

    def look_in(self, bridge: Bridge | None) -> None:
        """Look for labels and pictures in the project of *bridge* from now on."""
        self.panel.close_panel()
        self._bridge = bridge

    @Slot()
    def open(self) -> None:
        """Open the palette."""
        self.panel.open(commands(self._actions()), setting_entries(self._settings()))

    @Slot(str)
    def _ask(self, typed: str) -> None:
        if self._bridge is not None:
            self._bridge.ask("finder", self._show, find, typed)

    def _show(self, found: Findings) -> None:
        if self.panel.isHidden() or self._bridge is None:
            return
        self.panel.show_findings(found)
        keys = [one.key for one in found.pictures]
        if keys:
            self._bridge.fetch("finder.pictures", self._show_pictures, self._bridge.session.thumbnails.get, keys)

    def _show_pictures(self, found: dict[bytes, bytes]) -> None:
        # Its libraries are not needed for the window's first paint.
        from winnow.qt.grid.thumbnail import square

        ratio = self.panel.devicePixelRatioF()
        made: dict[bytes, QPixmap] = {}
        for key, jpeg in found.items():
            pixmap = QPixmap.fromImage(square(jpeg, round(_EDGE_PX * ratio), round(_RADIUS_PX * ratio)))
            pixmap.setDevicePixelRatio(ratio)
            made[key] = pixmap
        self.panel.show_pictures(made)

    @Slot(object)
    def _choose(self, entry: Entry) -> None:
        if entry.kind is Kind.LABEL:
            self.label_chosen.emit(entry.number, entry.words)
        else:
            self.picture_chosen.emit(entry.number)
