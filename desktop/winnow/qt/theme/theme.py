"""The theme in force: light, dark, or as the system; changed while the window is open."""

from __future__ import annotations

from enum import Enum
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTemporaryDir, Signal, Slot
from PySide6.QtWidgets import QApplication

from winnow.base.errors import ContractError
from winnow.base.paths import resource
from winnow.qt.theme.fonts import font
from winnow.qt.theme.palette import palette
from winnow.qt.theme.style_sheet import GLYPHS, style_sheet
from winnow.qt.theme.tokens import DARK, LIGHT, Tokens


class Mode(Enum):
    """What the person chose."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Theme(QObject):
    """Holds the tokens in force and dresses the application in them; one for each application."""

    changed = Signal()  # the tokens are others now; palette and style sheet are set already

    def __init__(self, app: QApplication, mode: Mode = Mode.SYSTEM) -> None:
        super().__init__(app)
        self._app = app
        self._mode = mode
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

    @Slot()
    def _follow_system(self) -> None:
        self._refresh()

    def _refresh(self) -> None:
        wanted = self._wanted()
        if wanted is self._tokens:
            return
        self._tokens = wanted
        self._dress()
        self.changed.emit()

    def _wanted(self) -> Tokens:
        if self._mode is Mode.SYSTEM:
            return DARK if self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark else LIGHT
        return DARK if self._mode is Mode.DARK else LIGHT

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
            path = Path(self._glyphs.path()) / f"{glyph}-{'dark' if self._tokens.dark else 'light'}.svg"
            path.write_text(drawn, encoding="utf-8")
            files[glyph] = path.as_posix()
        return files


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
