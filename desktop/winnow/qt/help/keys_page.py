"""Every key that does something now, as a page in the place of the room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from winnow.qt.theme.fonts import Type
from winnow.qt.widgets.button import Button, Role
from winnow.qt.widgets.key_cap import KeyCap
from winnow.qt.widgets.label import Label
from winnow.qt.widgets.room_toolbar import RoomToolbar

_COLUMNS = 2
_KEYS_PX = 130


class KeysPage(QWidget):
    """Shows (where it belongs, action) by group; actions without a key are left out."""

    left = Signal()

    def __init__(self, actions: Sequence[tuple[str, QAction]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "bg")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        toolbar = RoomToolbar(self.tr("Keys"), self)
        toolbar.show_words(self.tr("letters and digits act while the pictures have the focus"))
        self.back_button = Button(self.tr("Back"), self, Role.PRIMARY, "chevron-left")
        self.back_button.clicked.connect(self._leave)
        toolbar.add_action(self.back_button)
        held = QWidget()
        column = QVBoxLayout(held)
        column.setContentsMargins(24, 8, 24, 24)
        groups: dict[str, list[QAction]] = {}
        for where, action in actions:
            if not action.shortcut().isEmpty():
                groups.setdefault(where, []).append(action)
        for where, some in groups.items():
            column.addSpacing(12)
            column.addWidget(Label(where, Type.HEADING, parent=held))
            column.addLayout(self._table(some, held))
        column.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(held)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(toolbar)
        whole.addWidget(scroll, 1)

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

    def _leave(self, _checked: bool = False) -> None:
        self.left.emit()


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
