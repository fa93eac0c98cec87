"""The pages that stand in the place of a room: the preferences, the keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction

from winnow.app.preferences import Preferences, keep, preferences
from winnow.base.errors import OutsideError
from winnow.qt.main_window import MainWindow
from winnow.qt.theme.theme import Mode, current_theme


class NotKept(OutsideError):
    """The preferences hold until the program ends, and could not be written."""

    def __init__(self, why: str) -> None:
        self.why = why
        super().__init__(f"The preferences could not be kept for the next start: {why}")


class Pages(QObject):
    """Shows them when the window wants them, and does what is preferred."""

    refused = Signal(object)  # NotKept

    def __init__(self, window: MainWindow, actions: Callable[[], Sequence[tuple[str, QAction]]]) -> None:
        super().__init__(window)
        self._window = window
        self._actions = actions
        window.preferences_wanted.connect(self.show_preferences)
        window.header.help_wanted.connect(self.show_keys)

    @Slot()
    def show_preferences(self) -> None:
        """Show the preferences in the place of the room, or of the start page."""
        from winnow.qt.preferences.page import PreferencesPage

        page = PreferencesPage(preferences(), self._window)
        page.changed.connect(self._prefer)
        page.left.connect(self._window.close_page)
        self._window.show_page(page)

    @Slot()
    def show_keys(self) -> None:
        """Show which keys do something in the room that is shown, and everywhere."""
        from winnow.qt.help.keys_page import KeysPage

        page = KeysPage(self._actions(), self._window)
        page.left.connect(self._window.close_page)
        self._window.show_page(page)

    @Slot(object)
    def choose_theme(self, mode: Mode) -> None:
        """Take *mode* from now on."""
        self._prefer(replace(preferences(), theme="" if mode is Mode.SYSTEM else mode.value))

    @Slot(object)
    def _prefer(self, wanted: Preferences) -> None:
        current_theme().choose(Mode(wanted.theme or Mode.SYSTEM.value))
        try:
            keep(wanted)
        except OSError as error:
            self.refused.emit(NotKept(str(error)))
