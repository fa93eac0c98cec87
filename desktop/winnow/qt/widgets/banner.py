"""A warning in the page, where it concerns something: soft fill, icon, words, an action."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from winnow.qt.theme.drawing import draw_box
from winnow.qt.theme.fonts import Type
from winnow.qt.theme.icons import icon
from winnow.qt.theme.theme import tokens
from winnow.qt.widgets.label import Label


class WarningBanner(QWidget):
    """Says what to look out for; *tone* is warn, bad, good or accent, *action* stands on the right or under it."""

    def __init__(
        self,
        heading: str,
        words: str = "",
        parent: QWidget | None = None,
        tone: str = "warn",
        icon_name: str = "warning",
        action: QWidget | None = None,
        action_below: bool = False,
    ) -> None:
        super().__init__(parent)
        self._tone = tone
        self._icon_name = icon_name
        row = QHBoxLayout(self)
        row.setContentsMargins(36, 10, 12, 10)
        row.setSpacing(12)
        said = QVBoxLayout()
        said.setSpacing(2)
        self._heading = Label(heading, Type.GROUP, parent=self, wrap=True)
        self._words = Label(words, Type.SMALL, parent=self, wrap=True)
        said.addWidget(self._heading)
        said.addWidget(self._words)
        row.addLayout(said, 1)
        if action is not None and action_below:
            said.addSpacing(4)
            said.addWidget(action, 0, Qt.AlignmentFlag.AlignLeft)
        elif action is not None:
            row.addWidget(action, 0, Qt.AlignmentFlag.AlignVCenter)
        self.show_words(heading, words)

    def show_words(self, heading: str, words: str = "") -> None:
        """Say something else."""
        self._heading.setText(heading)
        self._words.setText(words)
        self._words.setVisible(bool(words))
        self.setAccessibleName(heading)
        self.setAccessibleDescription(words)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_box(painter, QRectF(self.rect()), 8, tokens().colour(f"{self._tone}-soft"))
        ink = "link" if self._tone == "accent" else self._tone
        top = 10 if self._words.isVisible() else (self.height() - 16) // 2
        icon(self._icon_name, ink).paint(painter, QRect(12, top, 16, 16))
