"""The pages that stand in the place of a room: the preferences, the keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction

from winnow.app.preferences import Preferences, keep, preferences, use
from winnow.base.errors import OutsideError
from winnow.domain.class_colours import class_colours
from winnow.qt.language import LANGUAGES, language_for
from winnow.qt.main_window import MainWindow
from winnow.qt.preferences.cache_keeper import CacheKeeper
from winnow.qt.theme.icons import icon
from winnow.qt.theme.theme import Mode, current_theme, mode_of
from winnow.qt.widgets.scrolling_page import ScrollingPage
from winnow.qt.words import room_words

if TYPE_CHECKING:  # made when it is first shown
    from winnow.app.cached import Cached
    from winnow.app.session import Session
    from winnow.domain.label import Label
    from winnow.qt.bridge import Bridge
    from winnow.qt.preferences.page import PreferencesPage
    from winnow.qt.preferences.picture_preview import Shown


class NotKept(OutsideError):
    """The preferences hold until the program ends, and could not be written."""

    def __init__(self, why: str) -> None:
        self.why = why
        super().__init__(f"The preferences could not be kept for the next start: {why}")


class NotCleared(OutsideError):
    """A file could not be removed."""

    def __init__(self, why: str) -> None:
        self.why = why
        super().__init__(f"Not all that is prepared could be removed: {why}. Close other windows and try again.")


class Pages(QObject):
    """Shows them when the window wants them, and does what is preferred."""

    refused = Signal(object)  # NotKept, NotCleared
    language_wanted = Signal(str)  # its code, "" for the system's: another one than before

    def __init__(
        self,
        window: MainWindow,
        actions: Callable[[], Sequence[tuple[str, QAction]]],
        bridge: Callable[[], Bridge | None],
        languages: Sequence[tuple[str, str]] = LANGUAGES,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._actions = actions
        self._languages = languages
        self._shown: PreferencesPage | None = None
        self._bridge = bridge
        self.cache = CacheKeeper(self)
        self.cache.measured.connect(self._show_cached)
        self.cache.failed.connect(self._say_not_cleared)
        self._setting_actions: list[QAction] = []
        window.preferences_wanted.connect(self.show_preferences)
        window.header.help_wanted.connect(self.show_handbook)
        window.keys_wanted.connect(self.show_keys)

    @Slot()
    def show_preferences(self) -> None:
        """Show the preferences in the place of the room, or of the start page."""
        from winnow.qt.preferences.page import PreferencesPage

        page = PreferencesPage(preferences(), self._languages, self._window)
        page.changed.connect(self._prefer)
        page.clearing_wanted.connect(self.cache.clear)
        self._shown = page
        self._show(page, is_preferences=True)
        self.cache.keep_within()
        if (bridge := self._bridge()) is not None:
            ratio = self._window.devicePixelRatioF()
            bridge.fetch("preferences", self._show_project, _project_in, bridge.session, ratio)

    @Slot()
    def show_setting(self, _checked: bool = False) -> None:
        """Show the preferences at the setting that the sending action names."""
        action = self.sender()
        self.show_preferences()
        if isinstance(action, QAction) and self._shown is not None:
            self._shown.show_setting(str(action.data()))

    def setting_actions(self) -> list[QAction]:
        """Return an action for each setting, which shows it."""
        if not self._setting_actions:
            from winnow.qt.preferences.settings import section_words, settings

            for one in settings():
                action = QAction(icon(one.section.value, "text-2"), one.name, self)
                action.setProperty("icon_name", one.section.value)
                action.setProperty("where", section_words(one.section))
                action.setData(one.key)
                action.triggered.connect(self.show_setting)
                self._setting_actions.append(action)
        return self._setting_actions

    @Slot()
    def show_handbook(self) -> None:
        """Show the handbook at the chapter of the room that is shown."""
        from winnow.qt.help.handbook import Handbook

        self._show(Handbook(self._window.room_key or "first-steps", language_for(preferences().language), self._window))

    @Slot()
    def show_keys(self) -> None:
        """Show which keys do something in the room that is shown, and everywhere."""
        from winnow.qt.help.keys_page import KeysPage

        self._show(KeysPage(self._actions(), self._window))

    @Slot()
    def show_about(self) -> None:
        """Show the version, what the program is made of, and the licences."""
        from winnow.qt.help.about import AboutPage

        self._show(AboutPage(self._window))

    @Slot(object)
    def choose_theme(self, mode: Mode) -> None:
        """Take *mode* from now on."""
        self._prefer(replace(preferences(), theme="" if mode is Mode.SYSTEM else mode.value))

    @Slot(str)
    def choose_language(self, code: str) -> None:
        """Speak the language *code* from now on."""
        self._prefer(replace(preferences(), language=code))

    @property
    def shows_preferences(self) -> bool:
        """Whether they are on the screen."""
        return self._shown is not None and shiboken6.isValid(self._shown) and self._shown.isVisible()

    @Slot(object)
    def _prefer(self, wanted: Preferences) -> None:
        before = preferences()
        current_theme().choose(mode_of(wanted.theme))
        current_theme().choose_classes(class_colours(wanted.class_colours))
        use(wanted)
        try:
            keep(wanted)
        except OSError as error:
            self.refused.emit(NotKept(str(error)))
        for key in self._window.rooms_made():
            self._window.room(key).preferred.emit(wanted)
        if (wanted.cache, wanted.cache_gb) != (before.cache, before.cache_gb):
            self.cache.keep_within()
        if wanted.language != before.language:
            self.language_wanted.emit(wanted.language)

    @Slot(object)
    def _show_cached(self, cached: Cached) -> None:
        if self._shown is not None and shiboken6.isValid(self._shown):
            self._shown.fields.show_cached(cached)

    @Slot(object)
    def _say_not_cleared(self, error: OSError) -> None:
        self.refused.emit(NotCleared(str(error)))
        self.cache.keep_within()

    def _show_project(self, found: tuple[Sequence[Label], Sequence[Shown]]) -> None:
        if self._shown is not None and shiboken6.isValid(self._shown):
            self._shown.show_project(*found)

    def _show(self, page: ScrollingPage, is_preferences: bool = False) -> None:
        room = self._window.room_key
        if room:
            page.show_back(self.tr("Back to {0}").format(room_words(room)))
        page.left.connect(self._window.close_page)
        self._window.show_page(page, is_preferences)


def _project_in(session: Session, ratio: float) -> tuple[Sequence[Label], Sequence[Shown]]:
    from winnow.app.queries.lookup import all_labels
    from winnow.qt.preferences.picture_preview import pictures_of

    return session.ask(all_labels), pictures_of(session, ratio)
