"""A line over a section's name, to write another one."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from winnow.app.grid_rows import SectionKey
from winnow.domain.label import MAX_NAME_CHARACTERS
from winnow.qt.theme.fonts import Type, font


class NameEditor(QLineEdit):
    """Enter or going elsewhere keeps what was written, Esc does not."""

    named = Signal(object, str)  # section key, what was written; only where it is another name

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._back_to = parent
        self._key: SectionKey = ""
        self._before = ""
        self._is_open = False
        self.setProperty("dense", True)
        self.setFont(font(Type.NAME))
        self.setMaxLength(MAX_NAME_CHARACTERS)
        self.setAccessibleName(self.tr("Name of the section"))
        self.returnPressed.connect(self._take)
        self.hide()

    def open(self, key: SectionKey, name: str, box: QRect) -> None:
        """Ask for another *name* of the section *key*, in *box* of the parent."""
        self._key, self._before, self._is_open = key, name, True
        self.setGeometry(box)
        self.setText(name)
        self.selectAll()
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def close_editor(self) -> None:
        """Keep nothing and go back to where the keys were."""
        if self._is_open:
            self._is_open = False
            self.hide()
            self._back_to.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_editor()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._is_open and event.reason() != Qt.FocusReason.PopupFocusReason:
            self._take()

    @Slot()
    def _take(self) -> None:
        written, is_open = " ".join(self.text().split()), self._is_open
        self.close_editor()
        if is_open and written != self._before:
            self.named.emit(self._key, written)
