"""The language of the window: which there are, which one a person gets, and putting it in force."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator

from winnow.base.paths import resource
from winnow.qt import core_words

ENGLISH = "en"
LANGUAGES: tuple[tuple[str, str], ...] = ((ENGLISH, "English"), ("ko", "한국어"))
"""Code and own name of each."""


def language_for(preferred: str) -> str:
    """Return the code in force where *preferred* ("" for none) is asked for: else the system's first that there is."""
    known = [code for code, _name in LANGUAGES]
    wanted = [preferred, *(name.partition("-")[0] for name in QLocale.system().uiLanguages())]
    return next((code for code in wanted if code in known), ENGLISH)


class Language(QObject):
    """What the application speaks; make one, after the application."""

    def __init__(self, app: QCoreApplication, preferred: str = "") -> None:
        super().__init__(app)
        self._app = app
        self._in_force: list[QTranslator] = []
        self.code = ENGLISH
        self.choose(preferred)

    def choose(self, preferred: str) -> bool:
        """Speak *preferred*, or the system's language where it is ""; return whether that is another one than before.

        Words that are shown already stay as they are: widgets take them up when they are made.
        """
        code, before = language_for(preferred), self.code
        self._remove()
        if code != ENGLISH:
            self._load(f"qtbase_{code}.qm", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        self._load(f"{code}.qm", str(resource("i18n")))  # the English one has the forms of counted nouns
        system = QLocale.system()
        spoken = QLocale(code)
        QLocale.setDefault(system if system.language() == spoken.language() else spoken)
        core_words.forget()
        self.code = code
        return code != before

    def end(self) -> None:
        """Have the application speak the program's own English again."""
        self._remove()
        QLocale.setDefault(QLocale.system())
        core_words.forget()

    def _remove(self) -> None:
        for one in self._in_force:
            self._app.removeTranslator(one)
            one.deleteLater()
        self._in_force.clear()

    def _load(self, name: str, folder: str) -> None:
        made = QTranslator(self)
        if made.load(name, folder):
            self._app.installTranslator(made)
            self._in_force.append(made)
        else:
            made.deleteLater()
