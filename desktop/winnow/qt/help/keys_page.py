"""Every key that does something now, as a page in the place of the room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from winnow.qt.theme.fonts import Type
from winnow.qt.widgets.key_cap import KeyCap
from winnow.qt.widgets.label import Label
from winnow.qt.widgets.scrolling_page import ScrollingPage

_COLUMNS = 2
_KEYS_PX = 130


class KeysPage(ScrollingPage):
    """Shows (where it belongs, action) by group; actions without a key are left out."""

    def __init__(self, actions: Sequence[tuple[str, QAction]], parent: QWidget | None = None) -> None:
        words = QCoreApplication.translate("KeysPage", "letters and digits act while the pictures have the focus")
        super().__init__(QCoreApplication.translate("KeysPage", "Keys"), words, parent)
        groups: dict[str, list[QAction]] = {}
        for where, action in actions:
            if not action.shortcut().isEmpty():
                groups.setdefault(where, []).append(action)
        for at, (where, some) in enumerate(groups.items()):
            self.column.addSpacing(24 if at else 12)
            self.column.addWidget(Label(where, Type.HEADING, parent=self.held))
            self.column.addSpacing(6)
            self.column.addLayout(self._table(some, self.held))
        self.column.addStretch(1)

    def _table(self, actions: Sequence[QAction], parent: QWidget) -> QGridLayout:
        table = QGridLayout()
        table.setHorizontalSpacing(16)
        table.setVerticalSpacing(8)
        rows = -(-len(actions) // _COLUMNS)
        for at, action in enumerate(actions):
            across, down = divmod(at, rows)
            table.addWidget(_caps(action.shortcut(), parent), down, 2 * across)
            table.addWidget(Label(action.text().replace("&", ""), parent=parent), down, 2 * across + 1)
        for across in range(_COLUMNS):
            table.setColumnMinimumWidth(2 * across, _KEYS_PX)
            table.setColumnStretch(2 * across + 1, 1)
        return table


def _caps(keys: QKeySequence, parent: QWidget) -> QWidget:
    held = QWidget(parent)
    row = QHBoxLayout(held)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(4)
    row.addStretch(1)
    text = keys.toString(QKeySequence.SequenceFormat.NativeText)
    for cap in text.replace("++", "+Plus").split("+"):
        row.addWidget(KeyCap("+" if cap == "Plus" else cap, held))
    return held
