"""Fields of a recipe that are no plain numbers: a learning rate, one of several choices."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from winnow.qt.plots.rates import rate_words
from winnow.qt.widgets.drop_down import DropDown

_FACTOR = 10**0.1


class RateField(QLineEdit):
    """A number above 0 over many powers of ten, typed as 3.54e-4 or 0.000354; the arrow keys go by a tenth of one."""

    changed = Signal(float)  # by the person

    def __init__(self, value: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value = value
        self.setText(_words(value))
        self.editingFinished.connect(self._take)
        self.textEdited.connect(self._mark)

    def value(self) -> float:
        """Return the last value that made sense."""
        return self._value

    def setValue(self, value: float) -> None:
        """Show *value*; nothing is emitted."""
        self._value = value
        self.setText(_words(value))
        self._mark()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = {Qt.Key.Key_Up.value: _FACTOR, Qt.Key.Key_Down.value: 1 / _FACTOR}.get(event.key())
        if by is None:
            super().keyPressEvent(event)
        else:
            self.setText(_words(self._value * by))
            self._take()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._typed() is None:
            self.setValue(self._value)

    @Slot()
    def _take(self) -> None:
        typed = self._typed()
        if typed is not None and rate_words(typed) != rate_words(self._value):
            self._value = typed
            self.setText(_words(typed))
            self.changed.emit(typed)

    @Slot()
    def _mark(self, _text: str = "") -> None:
        wrong = self._typed() is None
        if bool(self.property("wrong")) != wrong:
            self.setProperty("wrong", wrong)
            self.style().unpolish(self)
            self.style().polish(self)

    def _typed(self) -> float | None:
        try:
            found = float(self.text().strip().replace(",", "."))
        except ValueError:
            return None
        return found if 0 < found < 1e9 else None


def _words(rate: float) -> str:
    return f"{rate:g}" if 1 <= rate < 1000 else rate_words(rate)


class ChoiceBox(DropDown):
    """A drop-down of (key, words); the wheel scrolls the pane, not the choice."""

    chosen = Signal(str)  # key, by the person

    def __init__(self, parts: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(4)
        self.show_parts(parts)
        self.activated.connect(self._tell)

    @property
    def key(self) -> str:
        """The key of what is chosen."""
        return str(self.currentData() or "")

    def show_parts(self, parts: Sequence[tuple[str, str]]) -> None:
        """Offer *parts*; what was chosen stays so if it is among them."""
        before = self.key
        self.clear()
        for key, words in parts:
            self.addItem(words, key)
        self.choose(before)

    def choose(self, key: str) -> None:
        """Show *key* as chosen, the first where it is not there; nothing is emitted."""
        self.setCurrentIndex(max(0, self.findData(key)))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    @Slot(int)
    def _tell(self, _at: int) -> None:
        self.chosen.emit(self.key)
