"""The start page: what can be done without a project, and the projects there are."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from winnow.qt.opening import PACKED_SUFFIX
from winnow.qt.rooms.start.actions_pane import ActionsPane
from winnow.qt.rooms.start.covers import Covers
from winnow.qt.rooms.start.project_card import RecentProject
from winnow.qt.rooms.start.projects_pane import ProjectsPane
from winnow.qt.widgets.file_dialog import ask_once


class StartPage(QWidget):
    """Three actions, a drop target, the recent projects; it opens nothing itself."""

    new_wanted = Signal()
    open_wanted = Signal(object)  # Path of a project, or None: let the person look for one
    sample_wanted = Signal()
    find_wanted = Signal(object)  # Path of a project that is no longer there
    restore_wanted = Signal(object)  # Path of a project to bring back from a backup
    dropped = Signal(list)  # of Path: files and folders to start a project from
    offered = Signal(object)  # Offered: addresses or a picture to start a project from
    preferences_wanted = Signal()
    language_chosen = Signal(str)  # its code

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "bg")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.actions_pane = ActionsPane(self)
        self.projects_pane = ProjectsPane(self)
        self.covers = Covers(self)
        self.covers.loaded.connect(self.projects_pane.show_pictures)
        row.addWidget(self.actions_pane)
        row.addWidget(self.projects_pane, 1)
        self._connect()

    def show_projects(self, projects: Sequence[RecentProject]) -> None:
        """Show *projects*, the last opened first."""
        self.projects_pane.show_projects(projects)
        self.covers.load([one.path for one in projects if not one.pictures and not one.is_missing])

    def show_languages(self, languages: Sequence[tuple[str, str]], current: str) -> None:
        """Offer *languages*, (code, name in itself), of which *current* is in use."""
        self.actions_pane.show_languages(languages, current)

    def _connect(self) -> None:
        pane = self.actions_pane
        pane.new_wanted.connect(self.new_wanted)
        pane.open_wanted.connect(self._look_for_one)
        pane.sample_wanted.connect(self.sample_wanted)
        pane.packed_wanted.connect(self._look_for_packed)
        pane.target.dropped.connect(self._take_dropped)
        pane.target.offered.connect(self.offered)
        pane.preferences_wanted.connect(self.preferences_wanted)
        pane.language_chosen.connect(self.language_chosen)
        self.projects_pane.chosen.connect(self.open_wanted)
        self.projects_pane.find_wanted.connect(self.find_wanted)
        self.projects_pane.restore_wanted.connect(self.restore_wanted)
        for keys, wish in (("Ctrl+N", self.new_wanted), ("Ctrl+O", pane.open_wanted)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(wish)

    @Slot()
    def _look_for_one(self) -> None:
        self.open_wanted.emit(None)

    @Slot(list)
    def _take_dropped(self, paths: list[Path]) -> None:
        """A packed project is opened; anything else is what a new project begins with."""
        if len(paths) == 1 and paths[0].suffix == PACKED_SUFFIX:
            self.open_wanted.emit(paths[0])
        else:
            self.dropped.emit(paths)

    @Slot()
    def _look_for_packed(self) -> None:
        packed = self.tr("Packed projects (*{0})").format(PACKED_SUFFIX)
        dialog = QFileDialog(self, self.tr("Open a packed project"), str(Path.home()), packed)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._open_packed)
        ask_once(dialog)

    @Slot(str)
    def _open_packed(self, file: str) -> None:
        self.open_wanted.emit(Path(file))
