"""What panels are made of: headings, a label over its field, lines between groups."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from winnow.qt.theme.fonts import Type
from winnow.qt.theme.theme import tokens
from winnow.qt.widgets.label import ElidedLabel, Label


class Separator(QWidget):
    """A line of 1 px between groups."""

    def __init__(self, parent: QWidget | None = None, upright: bool = False) -> None:
        super().__init__(parent)
        fixed, grows = QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding
        self.setSizePolicy(fixed if upright else grows, grows if upright else fixed)

    def sizeHint(self) -> QSize:
        return QSize(1, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), tokens().colour("line"))


class SectionHeading(QWidget):
    """The heading of a group: its name, more words beside it, and room for a widget on the right."""

    def __init__(
        self,
        name: str,
        words: str = "",
        parent: QWidget | None = None,
        style: Type = Type.GROUP,
        action: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self._name = Label(name, style, parent=self)
        self._words = ElidedLabel(words, Type.SMALL, "text-2", self)
        row.addWidget(self._name)
        row.addWidget(self._words, 1)
        if action is not None:
            row.addWidget(action)

    def show_words(self, words: str) -> None:
        """Replace the words beside the name."""
        self._words.setText(words)

    def show_name(self, name: str) -> None:
        """Replace the name."""
        self._name.setText(name)


class FormRow(QWidget):
    """A label over its field, 4 apart; a hint or what is wrong under it."""

    def __init__(self, name: str, field: QWidget, parent: QWidget | None = None, hint: str = "") -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._field = field
        self._hint_words = hint
        self._name = Label(name, Type.SMALL, "text-2", self)
        self._name.setBuddy(field)
        self._hint = Label(hint, Type.CAPTION, "text-2", self, wrap=True)
        self._hint.setVisible(bool(hint))
        field.setAccessibleName(name)
        column.addWidget(self._name)
        column.addWidget(field)
        column.addWidget(self._hint)

    @property
    def field(self) -> QWidget:
        """The field under the label."""
        return self._field

    def show_hint(self, words: str) -> None:
        """Say *words* under the field; an empty text leaves nothing there."""
        self._hint_words = words
        self.show_wrong("")

    def show_wrong(self, words: str) -> None:
        """Mark the value as one that cannot be taken, and say why; an empty text takes the mark away."""
        self._field.setProperty("wrong", bool(words))
        self._field.style().unpolish(self._field)
        self._field.style().polish(self._field)
        said = words or self._hint_words
        self._hint.setText(said)
        self._hint.set_tone("bad" if words else "text-2")
        self._hint.setVisible(bool(said))


class FactRow(QWidget):
    """A name and what it is, in two columns; *tone* ``link`` for an address."""

    def __init__(
        self, name: str, fact: str, parent: QWidget | None = None, name_px: int = 64, tone: str = "text"
    ) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        named = Label(name, Type.SMALL, "text-2", self)
        named.setFixedWidth(name_px)
        self._fact = ElidedLabel(fact, Type.SMALL, tone, self, Qt.TextElideMode.ElideMiddle)
        row.addWidget(named)
        row.addWidget(self._fact, 1)

    def show_fact(self, fact: str) -> None:
        """Replace what it is."""
        self._fact.setText(fact)
