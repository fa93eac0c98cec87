"""What is done to whole sections: by the buttons of their headers, and by keys to the one that the keyboard is in."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QObject, QPoint, QRect, Signal, Slot

from winnow.app.grid_rows import Section, SectionKey
from winnow.app.queries.grid import SortView
from winnow.domain.spot_check import Purity
from winnow.qt.bridge import Bridge
from winnow.qt.grid.headers import SectionAction
from winnow.qt.rooms.sort.arranging import Arranging
from winnow.qt.rooms.sort.check_panel import CheckPanel
from winnow.qt.rooms.sort.grid_page import GridPage
from winnow.qt.rooms.sort.labelling import Ids, Labelling

_ENOUGH_LABELS = 5
"""With fewer labels than these a cluster is not called mixed for them."""


class SectionWork(QObject):
    """Turns wishes about sections into those about their pictures."""

    sheet_wanted = Signal(object)  # Section of a cluster
    picture_wanted = Signal(int)

    def __init__(self, bridge: Bridge, page: GridPage, labelling: Labelling, arranging: Arranging) -> None:
        super().__init__(page)
        self._page, self._grid = page, page.grid
        self._labelling, self._arranging = labelling, arranging
        self._view: SortView | None = None
        self.check_panel = CheckPanel(bridge, page)
        self.check_panel.hide()
        self._grid.section_action.connect(self._act)
        self._grid.section_renamed.connect(self._rename)
        panel = self.check_panel
        panel.closed.connect(self._close_check)
        panel.label_wanted.connect(self._label_checked)
        panel.split_wanted.connect(self._split_checked)
        panel.picture_wanted.connect(self.picture_wanted)
        panel.sheet_wanted.connect(self._sheet_checked)

    def show_view(self, view: SortView) -> None:
        """Act on what *view* shows from now on; a closer look goes on at the same cluster."""
        self._view = view
        checked = self.check_panel.section
        if checked is not None and self._page.panel is self.check_panel:
            section = self._keyed(checked.key)
            if section is not None and section.cluster is not None:
                self.check_panel.show_section(section, view)
            else:
                self._page.open_panel(None)

    def section(self) -> Section | None:
        """Return the section that the keyboard is in, or the first one."""
        sections = self._grid.rows.sections
        return self._keyed(self._grid.current_section()) or (sections[0] if sections else None)

    @Slot()
    def select(self, _checked: bool = False) -> None:
        """Select all pictures of that section."""
        section = self.section()
        if section is not None:
            self._grid.set_section_open(section.key, True)
            self._grid.select_ids(self._ids(section.key))

    @Slot()
    def split(self, _checked: bool = False) -> None:
        """Ask into how many pieces its cluster is to be split."""
        section = self.section()
        if section is not None and section.cluster is not None:
            self._arranging.open_split_menu(section, self._beside())

    @Slot()
    def merge(self, _checked: bool = False) -> None:
        """Ask what its cluster is to be merged into."""
        section = self.section()
        if section is not None and section.cluster is not None:
            self._arranging.open_merge_menu(section, self._grid.rows.sections, self._beside())

    @Slot()
    def check(self, _checked: bool = False) -> None:
        """Look closer at its cluster, or end that."""
        section = self.section()
        if self._page.panel is self.check_panel and (section is None or section == self.check_panel.section):
            self._close_check()
        elif section is not None:
            self._look_closer(section)

    @Slot()
    def sheet(self, _checked: bool = False) -> None:
        """Make a contact sheet of its cluster."""
        section = self.section()
        if section is not None and section.cluster is not None:
            self.sheet_wanted.emit(section)

    @Slot()
    def collapse(self, _checked: bool = False) -> None:
        """Close all sections, or open them."""
        self._grid.toggle_all_sections()

    @Slot(object, object, QPoint)
    def _act(self, key: SectionKey, action: SectionAction, at: QPoint) -> None:
        section = self._keyed(key)
        if section is None:
            return
        if action is SectionAction.LABEL_AS:
            self._open_label_menu(section, at)
        elif action is SectionAction.REJECT:
            self._labelling.reject(self._ids(key))
        elif action is SectionAction.CHECK:
            self._look_closer(section)
        elif action is SectionAction.SPLIT_FURTHER:
            self._arranging.open_split_menu(section, at)
        else:
            self._arranging.open_merge_menu(section, self._grid.rows.sections, at)

    def _open_label_menu(self, section: Section, at: QPoint) -> None:
        """Offer the labels; for a mixed cluster splitting comes first."""
        menu = self._labelling.open_menu(self._ids(section.key), at)
        if is_mixed(section):
            first = menu.actions()[0]
            menu.insertAction(first, self._arranging.split_action(section, self.tr("Mixed: split further"), menu))
            menu.insertSeparator(first)

    def _look_closer(self, section: Section) -> None:
        if self._view is not None and section.cluster is not None:
            self.check_panel.show_section(section, self._view)
            self._page.open_panel(self.check_panel)

    @Slot()
    def _close_check(self) -> None:
        self._page.open_panel(None)
        self._grid.setFocus()

    @Slot(object)
    def _label_checked(self, key: SectionKey) -> None:
        section = self._keyed(key)
        if section is not None:
            button = self.check_panel.label_button
            self._open_label_menu(section, button.mapToGlobal(button.rect().bottomLeft()))

    @Slot(object)
    def _sheet_checked(self, key: SectionKey) -> None:
        section = self._keyed(key)
        if section is not None:
            self.sheet_wanted.emit(section)

    @Slot(object)
    def _split_checked(self, key: SectionKey) -> None:
        self._arranging.split(self._keyed(key))

    @Slot(object, str)
    def _rename(self, key: SectionKey, name: str) -> None:
        self._arranging.rename(key, self._grid.rows.sections, name)

    def _keyed(self, key: SectionKey | None) -> Section | None:
        return next((one for one in self._grid.rows.sections if one.key == key), None)

    def _ids(self, key: SectionKey) -> Ids:
        section = self._keyed(key)
        if section is None:
            return np.empty(0, np.int64)
        return self._grid.rows.ids[section.first : section.first + section.count]

    def _beside(self) -> QPoint:
        """Return where a menu for the current picture, or for the first section, may open."""
        index = self._grid.currentIndex()
        spot = self._grid.visualRect(index) if index.isValid() else QRect()
        viewport = self._grid.viewport()
        return viewport.mapToGlobal(spot.center() if viewport.rect().intersects(spot) else QPoint(200, 40))


def is_mixed(section: Section) -> bool:
    """Say whether the labels of a cluster's pictures contradict each other too much to label it whole."""
    counts = [count for _, count in section.label_counts]
    if section.cluster is None or sum(counts) < _ENOUGH_LABELS:
        return False
    return Purity(max(counts), sum(counts)).is_mixed
