"""A switch: on or off, taking effect at once."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from winnow.qt.theme.drawing import draw_box
from winnow.qt.theme.theme import tokens


class Switch(QAbstractButton):
    """28 x 16 px with a knob of 12; *words* say what it switches to who cannot see it."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setAccessibleName(words)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(28, 16)

    def paintEvent(self, event: QPaintEvent) -> None:
        now = tokens()
        if not self.isEnabled():
            track, knob = "ctl", "line-strong"
        elif self.isChecked():
            track, knob = "accent-fill", "on-accent"
        else:
            track, knob = ("text-3" if self.underMouse() else "line-strong"), "knob"
        painter = QPainter(self)
        draw_box(painter, QRectF(0, 0, 28, 16), 8, now.colour(track))
        draw_box(painter, QRectF(14 if self.isChecked() else 2, 2, 12, 12), 6, now.colour(knob))
