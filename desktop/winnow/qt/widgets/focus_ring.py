"""The ring around the control that has the focus, drawn only after the keyboard was used."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from winnow.qt.theme.drawing import draw_box
from winnow.qt.theme.theme import tokens

# These show their focus themselves: a border, a thicker handle, the current picture.
_OWN = (QLineEdit, QComboBox, QAbstractSpinBox, QPlainTextEdit, QTextEdit, QAbstractItemView, QAbstractSlider)
_OUTSIDE_PX = 3


class FocusRing(QObject):
    """Keeps one ring in *window*; a widget with the property ``focus_inset`` has it inside."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._ring: _Ring | None = None
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    @Slot(QWidget, QWidget)
    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._ring is not None and shiboken6.isValid(self._ring):
            self._ring.hide()
            self._ring.deleteLater()
        self._ring = None
        if not shiboken6.isValid(self._window):
            return  # the program ends, and the focus leaves what is being taken down
        by_keyboard = self._window.testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
        if new is not None and by_keyboard and new.window() is self._window and not isinstance(new, _OWN):
            self._ring = _Ring(new)


class _Ring(QWidget):
    """Lies over *around*, in the same parent, so that it scrolls and is cut with it."""

    def __init__(self, around: QWidget) -> None:
        super().__init__(around.parentWidget())
        self._around = around
        self._inset = bool(around.property("focus_inset"))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        around.installEventFilter(self)
        self._place()
        self.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize) and watched is self._around:
            self._place()
        elif event.type() == QEvent.Type.Hide:
            self.hide()
        return False

    def _place(self) -> None:
        grow = 0 if self._inset else _OUTSIDE_PX
        self.setGeometry(self._around.geometry().adjusted(-grow, -grow, grow, grow))
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        radius = 8.0 if self._inset or isinstance(self._around, QAbstractButton) else 10.0
        draw_box(QPainter(self), QRectF(self.rect()), radius, None, tokens().colour("accent"), 2)
