"""The dialogues in which the person says where a project is, or shall be."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QDir, QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from winnow.qt.widgets.file_dialog import ask_once


class Choosing(QObject):
    """Shows them over the window; what was chosen is told."""

    create_wanted = Signal(object)  # Path of a project to make
    open_wanted = Signal(object)  # Path of a project to open

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window

    @Slot()
    def choose_new(self) -> None:
        """Ask where a new project shall be."""
        dialog = QFileDialog(self._window, self.tr("New project"), str(Path.home() / "pictures.winnow"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("winnow")
        dialog.fileSelected.connect(self._create)
        ask_once(dialog)

    @Slot()
    def look_for_one(self) -> None:
        """Ask which project to open."""
        self._look_from(Path.home())

    @Slot(object)
    def find(self, path: Path) -> None:
        """Let the person look for the project that is no longer at *path*, from the nearest folder that is there."""
        self._look_from(next((folder for folder in path.parents if folder.is_dir()), Path.home()))

    def _look_from(self, folder: Path) -> None:
        dialog = QFileDialog(self._window, self.tr("Open a project"), str(folder))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setFilter(QDir.Filter.AllDirs | QDir.Filter.NoDotAndDotDot)
        dialog.fileSelected.connect(self._open)
        ask_once(dialog)

    @Slot(str)
    def _create(self, folder: str) -> None:
        self.create_wanted.emit(Path(folder))

    @Slot(str)
    def _open(self, folder: str) -> None:
        self.open_wanted.emit(Path(folder))
