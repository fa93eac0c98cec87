"""The theme in force: light, dark, high contrast, or as the system; changed while the window is open."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTemporaryDir, Signal, Slot
from PySide6.QtGui import QColor, QStyleHints
from PySide6.QtWidgets import QApplication

from winnow.base.errors import ContractError
from winnow.base.paths import resource
from winnow.domain.class_colours import OKABE_ITO, ClassColours
from winnow.qt.theme.fonts import font
from winnow.qt.theme.palette import palette
from winnow.qt.theme.style_sheet import GLYPHS, style_sheet
from winnow.qt.theme.tokens import CONTRAST_DARK, CONTRAST_LIGHT, DARK, LIGHT, Tokens


class Mode(Enum):
    """What the person chose."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"
    """High contrast, light or dark as the system is."""


def mode_of(name: str) -> Mode:
    """Return the mode called *name*; as the system for one that is not known."""
    return next((mode for mode in Mode if mode.value == name), Mode.SYSTEM)


class Theme(QObject):
    """Holds the tokens in force and dresses the application in them; one for each application."""

    changed = Signal()  # the tokens are others now; palette and style sheet are set already

    def __init__(self, app: QApplication, mode: Mode = Mode.SYSTEM) -> None:
        super().__init__(app)
        self._app = app
        self._mode = mode
        self._classes = OKABE_ITO
        self._own: Mapping[int, str] = {}
        self._glyphs = QTemporaryDir()
        self._tokens = self._wanted()
        app.styleHints().colorSchemeChanged.connect(self._follow_system)
        self._dress()

    @property
    def mode(self) -> Mode:
        """What was chosen; SYSTEM may mean either."""
        return self._mode

    @property
    def tokens(self) -> Tokens:
        """The colours in force."""
        return self._tokens

    def choose(self, mode: Mode) -> None:
        """Take *mode*, at once."""
        self._mode = mode
        self._refresh()

    @property
    def classes(self) -> ClassColours:
        """The colours of classes in force."""
        return self._classes

    def choose_classes(self, wanted: ClassColours) -> None:
        """Show classes in the colours of *wanted*, at once."""
        self._classes = wanted
        self._refresh()

    def choose_own(self, colours: Mapping[int, str]) -> None:
        """Show the classes at these places in *colours* of their own, at once, and all others in those of the set."""
        self._own = dict(colours)
        self._refresh()

    @Slot()
    def _follow_system(self) -> None:
        self._refresh()

    def _refresh(self) -> None:
        wanted, before = self._wanted(), self._tokens
        if wanted == before:
            return
        self._tokens = wanted
        if wanted.name != before.name:
            self._dress()
        else:  # the style sheet is the same, which alone would have everything painted anew
            for widget in self._app.allWidgets():
                widget.update()
        self.changed.emit()

    def _wanted(self) -> Tokens:
        return replace(self._of_mode(), classes=self._classes.colours, own_classes=self._own)

    def _of_mode(self) -> Tokens:
        hints = self._app.styleHints()
        is_dark = self._mode is Mode.DARK
        if self._mode in (Mode.SYSTEM, Mode.CONTRAST):
            is_dark = hints.colorScheme() == Qt.ColorScheme.Dark
        if self._mode is Mode.CONTRAST or (self._mode is Mode.SYSTEM and _system_wants_contrast(hints)):
            return CONTRAST_DARK if is_dark else CONTRAST_LIGHT
        return DARK if is_dark else LIGHT

    def _dress(self) -> None:
        self._app.setFont(font())
        self._app.setPalette(palette(self._tokens))
        self._app.setStyleSheet(style_sheet(self._tokens, self._write_glyphs()))

    def _write_glyphs(self) -> dict[str, str]:
        """Return the file of each glyph of the style sheet: a sheet can show files only, and recolours none."""
        files = {}
        for glyph, (name, role) in GLYPHS.items():
            drawn = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
            drawn = drawn.replace("currentColor", self._tokens.colour(role).name())
            path = Path(self._glyphs.path()) / f"{glyph}-{self._tokens.name}.svg"
            path.write_text(drawn, encoding="utf-8")
            files[glyph] = path.as_posix()
        return files


def _system_wants_contrast(hints: QStyleHints) -> bool:
    """Say whether the system asks for high contrast; Qt before 6.10 does not know."""
    asked = getattr(hints, "accessibility", None)
    return asked is not None and bool(asked().contrastPreference() == Qt.ContrastPreference.HighContrast)


def current_theme() -> Theme:
    """Return the application's theme, made on first use.

    Raises:
        ContractError: there is no QApplication yet.
    """
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise ContractError("A theme was asked for before the application was made.")
    return app.findChild(Theme, options=Qt.FindChildOption.FindDirectChildrenOnly) or Theme(app)


def tokens() -> Tokens:
    """Return the colours in force, to paint with."""
    return current_theme().tokens


def class_colour(index: int) -> QColor:
    """Return the colour of the class at *index* (from 0) that is in force."""
    return tokens().class_colour(index)


def letter_on_class(index: int) -> QColor:
    """Return the colour of the letter on `class_colour`."""
    return tokens().letter_on_class(index)
