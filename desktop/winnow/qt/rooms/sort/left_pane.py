"""The left of Sort: grouping and clustering over the filter, in one pane that scrolls."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from winnow.qt.rooms.sort.filter_pane import FilterPane
from winnow.qt.rooms.sort.group_pane import GroupPane
from winnow.qt.theme.fonts import Type
from winnow.qt.widgets.form import Separator
from winnow.qt.widgets.inspector import SidePane
from winnow.qt.widgets.label import Label

_WIDTH_PX = 236
_WIDEST_PX = 300
_PADDING_PX = 16


class LeftPane(SidePane):
    """Both parts, and a sentence instead of use while there is no picture."""

    def __init__(self, room: QWidget) -> None:
        super().__init__(_WIDTH_PX, room)
        self.column.setContentsMargins(0, 0, 1, 0)
        self._panel: QWidget | None = None
        scroll = QScrollArea(self)
        scroll.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click on it leaves the keys to the pictures
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.viewport().setAutoFillBackground(False)
        held = QWidget()
        self.groups = GroupPane(held)
        self.filter = FilterPane(room)
        self._nothing = Label(
            self.tr("These work as soon as the first picture is here."), Type.CAPTION, "text-2", held, wrap=True
        )
        column = QVBoxLayout(held)
        column.setContentsMargins(_PADDING_PX, 14, _PADDING_PX, _PADDING_PX)
        column.setSpacing(14)
        column.addWidget(self.groups)
        column.addWidget(Separator(held))
        column.addWidget(self.filter)
        column.addWidget(self._nothing)
        column.addStretch()
        self._column = column
        scroll.setWidget(held)
        # Afterwards: the scroll area fills what it is given.
        held.setAutoFillBackground(False)
        self.column.addWidget(scroll)
        self._held, self._bar = held, scroll.verticalScrollBar()

    def showEvent(self, event: QShowEvent) -> None:
        # Wide letters need more than is drawn: the scroll bar must not lie over the fields.
        needed = self._held.minimumSizeHint().width() + self._bar.sizeHint().width() + 1
        self.setFixedWidth(max(_WIDTH_PX, min(needed, _WIDEST_PX)))
        super().showEvent(event)

    def show_instead(self, panel: QWidget | None) -> None:
        """Show *panel* in the place of what clusters; None: what clusters."""
        if self._panel is not None:
            self._panel.hide()
        self._panel = panel
        if panel is not None:
            if self._column.indexOf(panel) < 0:
                self._column.insertWidget(1, panel)
            panel.show()
        self.groups.clustering.setVisible(panel is None)

    def add_below(self, widget: QWidget) -> None:
        """Put *widget* under the filter."""
        self._column.insertWidget(self._column.count() - 1, widget)

    def show_empty(self, is_empty: bool) -> None:
        """Say that there is no picture yet, or take that away."""
        self._nothing.setVisible(is_empty)
        self.filter.setEnabled(not is_empty)
