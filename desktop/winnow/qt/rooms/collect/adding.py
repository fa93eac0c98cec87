"""The ways to add a source: a menu, file dialogs, forms."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from winnow.qt.looking_only import changes_project
from winnow.qt.rooms.collect.request_pane import DriveForm, PagesForm, RequestForm, SearchForm
from winnow.qt.theme.icons import icon
from winnow.qt.widgets.file_dialog import ask_once


class Adding(QObject):
    """Makes the menu 'Add source'; says which form is wanted, or which paths were chosen."""

    form_wanted = Signal(str, object)  # title, RequestForm
    paths_chosen = Signal(list)  # of Path

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._parent = parent
        self.actions = (
            self._action("globe", self.tr("Web pages…"), self.add_pages),
            self._action("search", self.tr("Image search…"), self.add_search),
            self._action("list", self.tr("Address list…"), self.add_addresses),
            self._action("cloud", self.tr("Google Drive link…"), self.add_drive),
            self._action("folder", self.tr("Folder…"), self.add_folder),
            self._action("archive", self.tr("Zip or images…"), self.add_files),
            self._action("database", self.tr("CIFAR-10 batches…"), self.add_cifar),
        )

    def menu(self, parent: QWidget) -> QMenu:
        """Return a menu of all ways."""
        made = QMenu(parent)
        made.addActions(self.actions)
        return made

    @Slot()
    def add_pages(self, _checked: bool = False) -> None:
        """Ask for web pages."""
        self._want(self.tr("Web pages"), PagesForm)

    @Slot()
    def add_search(self, _checked: bool = False) -> None:
        """Ask for a search."""
        self._want(self.tr("Image search"), SearchForm)

    @Slot()
    def add_drive(self, _checked: bool = False) -> None:
        """Ask for a Drive link."""
        self._want(self.tr("Google Drive link"), DriveForm)

    @Slot()
    def add_folder(self, _checked: bool = False) -> None:
        """Let the person choose a folder."""
        self._choose(self.tr("Add a folder"), QFileDialog.FileMode.Directory)

    @Slot()
    def add_files(self, _checked: bool = False) -> None:
        """Let the person choose pictures and zip files."""
        self._choose(self.tr("Add images or zip files"), QFileDialog.FileMode.ExistingFiles)

    @Slot()
    def add_addresses(self, _checked: bool = False) -> None:
        """Let the person choose a text or CSV file of addresses."""
        words = self.tr("Address lists (*.txt *.csv)")
        self._choose(self.tr("Add an address list"), QFileDialog.FileMode.ExistingFile, words)

    @Slot()
    def add_cifar(self, _checked: bool = False) -> None:
        """Let the person choose the folder of CIFAR-10 or CIFAR-100 batches."""
        self._choose(self.tr("Add a folder of CIFAR batches"), QFileDialog.FileMode.Directory)

    def _action(self, icon_name: str, words: str, slot: Callable[..., None]) -> QAction:
        action = QAction(icon(icon_name, "text-2"), words, self)
        changes_project(action)
        action.setProperty("icon_name", icon_name)
        action.triggered.connect(slot)
        return action

    def _want(self, title: str, form: type[RequestForm]) -> None:
        self.form_wanted.emit(title, form())

    def _choose(self, title: str, mode: QFileDialog.FileMode, names: str = "") -> None:
        dialog = QFileDialog(self._parent, title)
        dialog.setFileMode(mode)
        if names:
            dialog.setNameFilter(names)
        dialog.filesSelected.connect(self._take)
        ask_once(dialog)

    @Slot(list)
    def _take(self, names: list[str]) -> None:
        self.paths_chosen.emit([Path(name) for name in names])
