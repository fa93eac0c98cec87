"""Making the application: style, type, colours; nothing of the project's work."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from winnow import __version__
from winnow.qt.accessible import install_roles
from winnow.qt.theme.icons import app_icon
from winnow.qt.theme.theme import Mode, Theme

APP_ID = "winnow"
"""The desktop file's name, by which a Linux desktop finds the icon of a window."""


def create_application(argv: Sequence[str], mode: Mode = Mode.SYSTEM) -> QApplication:
    """Return the one QApplication, dressed in the theme of *mode*; call it once, in the main thread."""
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    QGuiApplication.setDesktopFileName(APP_ID)
    app = QApplication(list(argv))
    app.setApplicationName("Winnow")
    app.setApplicationVersion(__version__)
    app.setStyle("Fusion")
    app.setWindowIcon(app_icon())
    for effect in (Qt.UIEffect.UI_AnimateMenu, Qt.UIEffect.UI_AnimateCombo, Qt.UIEffect.UI_AnimateTooltip):
        app.setEffectEnabled(effect, False)  # nothing moves that nobody moved
    install_roles()
    Theme(app, mode)
    return app
