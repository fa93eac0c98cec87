"""The system's trash, by Qt: the Recycle Bin, macOS's Trash, freedesktop.org's on Linux."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QFile


def to_trash(path: Path) -> None:
    """Move the file at *path* to the trash, whence the system can put it back.

    Raises:
        OSError: the system does not take it, with its own words.
    """
    file = QFile(str(path))
    if not file.moveToTrash():
        raise OSError(None, file.errorString(), str(path))
