"""Making the application: style, type, colours; nothing of the project's work."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFileOpenEvent, QGuiApplication
from PySide6.QtWidgets import QApplication

from winnow import __version__
from winnow.qt.accessible import install_roles
from winnow.qt.theme.icons import app_icon
from winnow.qt.theme.theme import Mode, Theme

APP_ID = "winnow"
"""The desktop file's name, by which a Linux desktop finds the icon of a window."""


class Application(QApplication):
    """Tells what the system hands to the running program: macOS does so for a double click, with no argument."""

    handed_over = Signal(object)  # Path

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QFileOpenEvent) and event.file():
            self.handed_over.emit(Path(event.file()))
            return True
        return super().event(event)


def create_application(argv: Sequence[str], mode: Mode = Mode.SYSTEM) -> Application:
    """Return the one application, dressed in the theme of *mode*; call it once, in the main thread."""
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    QGuiApplication.setDesktopFileName(APP_ID)
    app = Application(list(argv))
    app.setApplicationName("Winnow")
    app.setApplicationVersion(__version__)
    app.setStyle("Fusion")
    app.setWindowIcon(app_icon())
    for effect in (Qt.UIEffect.UI_AnimateMenu, Qt.UIEffect.UI_AnimateCombo, Qt.UIEffect.UI_AnimateTooltip):
        app.setEffectEnabled(effect, False)  # nothing moves that nobody moved
    install_roles()
    Theme(app, mode)
    return app
