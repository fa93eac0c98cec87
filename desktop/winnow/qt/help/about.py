"""What this program is, as a page in the place of the room: its version, what it is made of, and all licences."""

from __future__ import annotations

import logging

from PySide6.QtCore import QCoreApplication, QSize, Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from winnow import __version__
from winnow.base.notices import Component, components, details
from winnow.qt.theme.fonts import Type, code_font
from winnow.qt.theme.icons import app_icon
from winnow.qt.widgets.button import Button
from winnow.qt.widgets.contents_list import ContentsList
from winnow.qt.widgets.label import Label
from winnow.qt.widgets.scrolling_page import ScrollingPage

log = logging.getLogger(__name__)

_LEFT_PX = 300
_ICON_PX = 64
_ROW_PX = 32


class AboutPage(ScrollingPage):
    """Shows each component's licence when it is chosen; the details for a report go to the clipboard."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("AboutPage", "About Winnow"), "", parent)
        self._components = _found()
        self.list = ContentsList(self.tr("What Winnow is made of"), _ROW_PX, self)
        for one in self._components:
            self.list.add(f"{one.name} {one.version}").setToolTip(one.licence)
        self.text = QPlainTextEdit(self)
        self.copy_button = Button(self.tr("Copy details"), self, icon_name="copy")
        self.set_left(self.list.pane(_LEFT_PX, self))
        self._lay_out()
        self.list.currentRowChanged.connect(self._show)
        self.copy_button.clicked.connect(self._copy)
        self.list.setCurrentRow(0)
        self.setFocusProxy(self.list)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(16)
        picture = QLabel(self.held)
        picture.setPixmap(app_icon().pixmap(QSize(_ICON_PX, _ICON_PX), self.devicePixelRatioF()))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Label(f"Winnow {__version__}", Type.DISPLAY, parent=self.held))
        about = self.tr("MIT licence; it collects no usage data and sends none")
        words.addWidget(Label(about, Type.BODY, "text-2", self.held))
        head.addWidget(picture)
        head.addLayout(words, 1)
        head.addWidget(self.copy_button, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(head)
        self.column.addSpacing(16)
        self.licence = Label("", Type.HEADING, parent=self.held, wrap=True)
        self.column.addWidget(self.licence)
        self.column.addSpacing(8)
        self.text.setReadOnly(True)
        self.text.setFont(code_font())
        self.text.setAccessibleName(self.tr("Text of the licence"))
        self.column.addWidget(self.text, 1)

    @Slot(int)
    def _show(self, row: int) -> None:
        one = self._components[row]
        self.licence.setText(f"{one.name}: {one.licence}")
        self.text.setPlainText(one.text or self.tr("Its text comes with the installed program."))

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(details(self._components[1:]))
        self.copy_button.setText(self.tr("Copied"))


def _found() -> list[Component]:
    try:
        return components()
    except (OSError, ValueError, TypeError) as error:
        log.error("the list of what Winnow is made of cannot be read: %s", error)
        return []
