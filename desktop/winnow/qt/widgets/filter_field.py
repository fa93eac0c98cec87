"""A field that filters what is shown, with a lens and the key that goes to it."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QLineEdit, QWidget

from winnow.qt.theme.icons import icon
from winnow.qt.theme.theme import tokens
from winnow.qt.widgets.key_cap import cap_width, draw_cap


class FilterField(QLineEdit):
    """A line to type in; *key* goes to it from anywhere in its parent, Esc empties it."""

    def __init__(self, words: str, parent: QWidget, key: str = "/") -> None:
        super().__init__(parent)
        self._key = key
        self.setPlaceholderText(words)
        self.setAccessibleName(words)
        self.setTextMargins(18, 0, cap_width(key) + 2 if key else 0, 0)
        self.setToolTip("  ".join(part for part in (words, key) if part))
        if key:
            go = QShortcut(QKeySequence(key), parent)
            go.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            go.activated.connect(self.setFocus)
        leave = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        leave.setContext(Qt.ShortcutContext.WidgetShortcut)
        leave.activated.connect(self.clear)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter, now = QPainter(self), tokens()
        ink = "text-2" if self.isEnabled() else "text-3"
        icon("search", ink).paint(painter, QRect(8, (self.height() - 16) // 2, 16, 16))
        if self._key and not self.text():
            width = cap_width(self._key)
            cap = QRect(self.width() - width - 6, (self.height() - 18) // 2, width, 18)
            draw_cap(painter, cap, self._key, now.colour(ink), now.colour("field"))
