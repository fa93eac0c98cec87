"""Cards: a pane that can be chosen as a whole, by mouse or keyboard."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from winnow.qt.theme.drawing import draw_box
from winnow.qt.theme.fonts import Type
from winnow.qt.theme.theme import tokens
from winnow.qt.widgets.label import Label


class Card(QWidget):
    """A bordered pane; what stands in it is the caller's layout. Chosen it is soft blue, as an option with 2 px."""

    clicked = Signal()

    def __init__(self, words: str, parent: QWidget | None = None, option: bool = False) -> None:
        super().__init__(parent)
        self._chosen = False
        self._pressed = False
        self._option = option
        self.setAccessibleName(words)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    @property
    def is_chosen(self) -> bool:
        """Whether it is shown as the chosen one."""
        return self._chosen

    def show_chosen(self, chosen: bool) -> None:
        """Show it as the chosen one, or not."""
        self._chosen = chosen
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = True
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._pressed:
            self._pressed = False
            self.update()
            if self.rect().contains(event.position().toPoint()):
                self.clicked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.clicked.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        now, width = tokens(), 1.0
        fill, border = "bg", "line-strong" if self._option else "line"
        if self._chosen:
            fill, border, width = "accent-soft", "accent", 2.0 if self._option else 1.0
        elif self.isEnabled() and self._pressed:
            fill = "ctl"
        elif self.isEnabled() and self.underMouse():
            border = "text-3"
        draw_box(QPainter(self), QRectF(self.rect()), 8, now.colour(fill), now.colour(border), width)


class OptionCard(Card):
    """One of several options: a name over a few words."""

    def __init__(self, name: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent, option=True)
        self.setAccessibleDescription(words)
        column = QVBoxLayout(self)
        column.setContentsMargins(11, 7, 11, 8)
        column.setSpacing(1)
        self._name = Label(name, Type.BUTTON, parent=self)
        self._words = Label(words, Type.CAPTION, "text-2", self, wrap=True)
        column.addWidget(self._name)
        column.addWidget(self._words)

    def show_words(self, name: str, words: str) -> None:
        """Offer something else."""
        self.setAccessibleName(name)
        self.setAccessibleDescription(words)
        self._name.setText(name)
        self._words.setText(words)

    def show_chosen(self, chosen: bool) -> None:
        super().show_chosen(chosen)
        self._name.set_tone("link" if chosen else "text")
        self._name.set_style(Type.NAME if chosen else Type.BUTTON)
        self._words.set_tone("link" if chosen else "text-2")
