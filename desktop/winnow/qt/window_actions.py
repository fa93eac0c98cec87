"""What can be done in every room: going somewhere, projects, undo, the look."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal, SignalInstance, Slot
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu

from winnow.qt.looking_only import key_changes_project, why_not
from winnow.qt.main_window import MainWindow
from winnow.qt.theme.icons import icon
from winnow.qt.theme.theme import Mode
from winnow.qt.words import room_words

_Then = Callable[..., object] | SignalInstance


class WindowActions(QObject):
    """The actions of a window, for its project menu and its palette; most are shortcuts of the window already."""

    new_wanted = Signal()
    open_wanted = Signal()
    close_wanted = Signal()
    folder_wanted = Signal()
    restore_wanted = Signal()
    theme_wanted = Signal(object)  # Mode
    guide_wanted = Signal()
    about_wanted = Signal()
    window_wanted = Signal()

    def __init__(self, window: MainWindow, room_keys: Sequence[str]) -> None:
        super().__init__(window)
        self._window = window
        self.rooms = [self._room_action(key, at) for at, key in enumerate(room_keys, start=1)]
        header = window.header
        self.undo = self._made(self.tr("Undo"), "undo", header.undo_wanted, "Ctrl+Z")
        self.redo = self._made(self.tr("Redo"), "redo", header.redo_wanted, "Ctrl+Y")
        self.preferences = self._made(self.tr("Preferences"), "preferences", window.preferences_wanted, "Ctrl+,")
        self.help = self._made(self.tr("Handbook"), "help", header.help_wanted, "F1")
        self.keys = self._made(self.tr("Keys of this room"), "help", window.keys_wanted, "?")
        self.guide = self._made(self.tr("Show the guide again"), "lamp", self.guide_wanted)
        self.about = self._made(self.tr("About Winnow"), "info", self.about_wanted)
        self.find = self._made(self.tr("Find images, labels and commands"), "search", window.search_wanted, "Ctrl+K")
        self.new = self._made(self.tr("New project…"), "plus", self.new_wanted)
        self.open = self._made(self.tr("Open project…"), "folder-open", self.open_wanted)
        self.new_window = self._made(self.tr("New window"), "external", self.window_wanted, "Ctrl+Shift+N")
        self.show_folder = self._made(self.tr("Show the project's folder"), "folder", self.folder_wanted)
        self.restore = self._made(self.tr("Restore from a backup…"), "undo", self.restore_wanted)
        key_changes_project(self.restore)
        self.close = self._made(self.tr("Close project"), "reject", self.close_wanted)
        self.quit = self._made(self.tr("Quit"), "stop", window.close, "Ctrl+Q")
        QShortcut(self.new_window.shortcut(), window).activated.connect(self.window_wanted)
        QShortcut(self.quit.shortcut(), window).activated.connect(window.close)
        self.looks = [
            self._look_action(self.tr("Look: as the system"), Mode.SYSTEM),
            self._look_action(self.tr("Look: light"), Mode.LIGHT),
            self._look_action(self.tr("Look: dark"), Mode.DARK),
            self._look_action(self.tr("Look: high contrast"), Mode.CONTRAST),
        ]

    def project_menu(self) -> QMenu:
        """Return the menu under the project's name."""
        menu = QMenu(self._window)
        menu.setToolTipsVisible(True)
        menu.aboutToShow.connect(self._mark)
        menu.addActions([self.new, self.open, self.new_window])
        menu.addSeparator()
        menu.addActions([self.guide, self.show_folder, self.restore, self.close])
        menu.addSeparator()
        menu.addActions([self.about, self.quit])
        return menu

    def offered(self) -> list[tuple[str, QAction]]:
        """Return (where it belongs, action) of everything that can be done now: the room's own first."""
        key = self._window.room_key
        found: list[tuple[str, QAction]] = []
        if key:
            room = self._window.room(key)
            found += [(room.title, action) for action in room.room_actions]
        found += [(self.tr("Room"), action) for action in self.rooms]
        project = (self.new, self.open, self.new_window, self.show_folder, self.restore, self.close)
        found += [(self.tr("Project"), one) for one in project]
        window = (
            self.find,
            self.undo,
            self.redo,
            self.preferences,
            self.help,
            self.keys,
            self.guide,
            self.about,
            self.quit,
        )
        return found + [(self.tr("Window"), action) for action in (*window, *self.looks)]

    @Slot()
    def _mark(self) -> None:
        """Say of what would change the project whether it can; the actions outlive the project."""
        why = why_not(self.restore)
        self.restore.setEnabled(not why)
        self.restore.setToolTip(why)

    def _room_action(self, key: str, at: int) -> QAction:
        words = self.tr("Go to {0}").format(room_words(key))
        action = self._made(words, key, self._go, f"Ctrl+{at}")
        action.setData(key)
        return action

    def _look_action(self, words: str, mode: Mode) -> QAction:
        action = self._made(words, "lamp", self._look)
        action.setData(mode)
        return action

    def _made(
        self, words: str, icon_name: str, then: Callable[..., object] | SignalInstance, keys: str = ""
    ) -> QAction:
        action = QAction(icon(icon_name, "text-2"), words, self)
        action.setProperty("icon_name", icon_name)
        # Shown only: the window has the shortcut itself, and two would be ambiguous.
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(then)
        return action

    def _go(self, _checked: bool = False) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self._window.show_room(str(action.data()))

    def _look(self, _checked: bool = False) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.theme_wanted.emit(action.data())
