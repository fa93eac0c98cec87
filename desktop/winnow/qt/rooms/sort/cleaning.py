"""The panels for cleaning in their places: on the left while the grid is grouped by what they are about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from winnow.app.queries.grid import SortView
from winnow.app.queries.grouping import GroupBy
from winnow.qt.bridge import Bridge
from winnow.qt.rooms.sort.left_pane import LeftPane

if TYPE_CHECKING:  # made when it is first needed: it knows decoders and networks
    from winnow.qt.clean.cleaner import Cleaner


class CleaningPlaces(QObject):
    """Makes the panels when something is rejected, or grouped by duplicates or quality, for the first time."""

    picture_wanted = Signal(int)

    def __init__(self, bridge: Bridge, left: LeftPane) -> None:
        super().__init__(left)
        self._bridge = bridge
        self._left = left
        self.cleaner: Cleaner | None = None
        self._opened_for: GroupBy = "cluster"

    def show_view(self, view: SortView, group_by: GroupBy) -> None:
        """Show the panel that *group_by* is about, or none; offer to empty what is rejected."""
        is_about = group_by in ("duplicates", "quality") and view.in_all > 0
        if self.cleaner is None and (is_about or view.counts.rejected):
            self.cleaner = self._made()
        if self.cleaner is None:
            return
        self.cleaner.trash.setVisible(view.counts.rejected > 0)
        panels = {"duplicates": self.cleaner.copies, "quality": self.cleaner.quality}
        if group_by != self._opened_for:
            self._opened_for = group_by
            self._left.show_instead(panels.get(group_by) if is_about else None)

    def enter(self) -> None:
        """Follow the project from now on."""
        if self.cleaner is not None:
            self.cleaner.enter()

    def leave(self) -> None:
        """Follow it no more."""
        if self.cleaner is not None:
            self.cleaner.leave()

    def _made(self) -> Cleaner:
        from winnow.qt.clean.cleaner import Cleaner

        made = Cleaner(self._bridge, self._left)
        for panel in (made.copies, made.quality):
            panel.hide()
        self._left.add_below(made.trash)
        made.picture_wanted.connect(self.picture_wanted)
        made.enter()
        return made
