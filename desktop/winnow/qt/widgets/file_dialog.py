"""File dialogues that go when they are answered."""

from __future__ import annotations

from PySide6.QtWidgets import QFileDialog


def ask_once(dialog: QFileDialog) -> None:
    """Open *dialog*; once it is answered it is deleted, or each question would leave one behind in its parent."""
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
