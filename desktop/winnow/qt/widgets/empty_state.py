"""What a room shows before it has anything: what to do first, in words, and the keys of the room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from winnow.qt.theme.drawing import draw_box
from winnow.qt.theme.fonts import Type
from winnow.qt.theme.icons import icon
from winnow.qt.theme.theme import tokens
from winnow.qt.widgets.drop_target import DropTarget
from winnow.qt.widgets.key_cap import KeyCap
from winnow.qt.widgets.label import Label

_WORDS_PX = 440
_COLUMNS = 3


class IconDisc(QWidget):
    """An icon on a soft disc of 48 px."""

    def __init__(self, icon_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self.setFixedSize(48, 48)

    def sizeHint(self) -> QSize:
        return QSize(48, 48)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_box(painter, QRectF(self.rect()), 24, tokens().colour("accent-soft"))
        icon(self._icon_name, "link").paint(painter, self.rect().adjusted(12, 12, -12, -12))


class EmptyState(QWidget):
    """A drop target with a drawing, a title, words and buttons; under it the keys that work in the room.

    *drawing* is a widget of the room, or else an icon is shown; *keys* are (caps, what they do),
    the caps parted by spaces: ``("Ctrl Z", "undo")``.
    """

    def __init__(
        self,
        title: str,
        words: str,
        parent: QWidget | None = None,
        drawing: QWidget | None = None,
        icon_name: str = "collect",
        buttons: Sequence[QWidget] = (),
        more: QWidget | None = None,
        keys: Sequence[tuple[str, str]] = (),
        keys_heading: str = "",
        keys_words: str = "",
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.addStretch(4)
        self.target = DropTarget(self)
        self.target.setFixedWidth(640)
        inside = QVBoxLayout(self.target)
        inside.setContentsMargins(40, 42, 40, 56)
        inside.setSpacing(0)
        middle = Qt.AlignmentFlag.AlignHCenter
        inside.addWidget(drawing or IconDisc(icon_name, self.target), 0, middle)
        inside.addSpacing(28)
        inside.addWidget(Label(title, Type.FIGURE, parent=self.target), 0, middle)
        inside.addSpacing(6)
        said = Label(words, Type.BODY, "text-2", self.target, wrap=True)
        said.setAlignment(middle)
        said.setFixedWidth(_WORDS_PX)
        inside.addWidget(said, 0, middle)
        if buttons:
            inside.addSpacing(22)
            row = QHBoxLayout()
            row.setSpacing(8)
            row.addStretch()
            for button in buttons:
                row.addWidget(button)
            row.addStretch()
            inside.addLayout(row)
        if more is not None:
            inside.addSpacing(12)
            inside.addWidget(more, 0, middle)
        column.addWidget(self.target, 0, middle)
        if keys:
            column.addSpacing(28)
            column.addWidget(_Keys(keys, keys_heading, keys_words, self), 0, middle)
        column.addStretch(6)


class _Keys(QWidget):
    """A table of keys and what they do, read down its three columns."""

    def __init__(self, keys: Sequence[tuple[str, str]], heading: str, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedWidth(640)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Label(heading, Type.GROUP, parent=self))
        row.addWidget(Label(words, Type.SMALL, "text-2", self))
        row.addStretch()
        column.addLayout(row)
        table = QGridLayout()
        table.setHorizontalSpacing(12)
        table.setVerticalSpacing(10)
        rows = -(-len(keys) // _COLUMNS)
        for at, (caps, does) in enumerate(keys):
            across, down = divmod(at, rows)
            table.addWidget(self._caps(caps), down, across * 2)
            table.addWidget(Label(does, parent=self), down, across * 2 + 1)
        for across in range(_COLUMNS):
            table.setColumnMinimumWidth(across * 2, 62)
            table.setColumnStretch(across * 2 + 1, 1)
        column.addLayout(table)

    def _caps(self, caps: str) -> QWidget:
        held = QWidget(self)
        row = QHBoxLayout(held)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for cap in caps.split():
            row.addWidget(KeyCap(cap, held))
        row.addStretch()
        return held
