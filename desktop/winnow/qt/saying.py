"""Says in a box over the window what failed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

_NAME = "said"


def say_failure(window: QWidget, title: str, words: str) -> None:
    """Say *words* under *title* over *window*; once until it is read: a disk that is gone fails every question."""
    if any(box.text() == words for box in window.findChildren(QMessageBox, _NAME)):
        return
    box = QMessageBox(QMessageBox.Icon.Warning, title, "", parent=window)
    box.setObjectName(_NAME)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(words)
    box.open()
