"""The window of the process: made anew, on the same project and room, when the person chooses another language."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QMessageBox

from winnow.qt.controller import Controller
from winnow.qt.language import LANGUAGES, Language


class OneWindow(QObject):
    """Holds the *controller* of the window that is shown."""

    def __init__(self, make: Callable[[], Controller], language: Language) -> None:
        super().__init__(language)
        self._make = make
        self._language = language
        self.controller = self._made()

    def _made(self) -> Controller:
        made = self._make()
        made.pages.language_wanted.connect(self._speak)
        made.start_page.show_languages(LANGUAGES, self._language.code)
        made.start_page.language_chosen.connect(made.pages.choose_language)
        return made

    @Slot(str)
    def _speak(self, preferred: str) -> None:
        bridge = self.controller.bridge
        if bridge is not None and bridge.jobs.is_busy():
            # A window made anew would end them.
            words = self.tr("A job is running. The language changes when Winnow is started the next time.")
            QMessageBox(QMessageBox.Icon.Information, "Winnow", words, parent=self.controller.window).open()
        elif self._language.choose(preferred):
            QTimer.singleShot(0, self, self.renew)  # the old window is in the middle of telling it

    @Slot()
    def renew(self) -> None:
        """Make the window anew, in the language in force, where the person is now."""
        old, project = self.controller, self._project()
        shows_preferences = old.pages.shows_preferences
        old.window.close_page()  # so that the room under it is the one that is remembered
        old.layout.keep()
        old.close_project()
        self.controller = new = self._made()
        if shows_preferences and project is not None:
            new.project_opened.connect(new.pages.show_preferences, Qt.ConnectionType.SingleShotConnection)
        new.show(project)
        if shows_preferences and project is None:
            new.pages.show_preferences()
        old.window.hide()
        old.window.deleteLater()
        old.deleteLater()

    def _project(self) -> Path | None:
        bridge = self.controller.bridge
        return None if bridge is None else bridge.session.layout.folder
