"""The dialogue about an error that nobody expected: what is safe, the details to send, and how to go on."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from winnow.qt.theme.fonts import Type
from winnow.qt.widgets.button import Button, Role
from winnow.qt.widgets.label import Label

_WIDTH_PX, _DETAILS_PX = 560, 150


class FailureDialog(QDialog):
    """Shows one error; *details* are plain text, in English, as they are logged."""

    reopen_wanted = Signal()

    def __init__(self, details: str, has_project: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Something went wrong"))
        self.setFixedWidth(_WIDTH_PX)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 20)
        column.setSpacing(8)
        column.addWidget(Label(self.tr("Something went wrong in Winnow"), Type.HEADING, parent=self, wrap=True))
        safe = self.tr("What you did last may not have happened. All that was saved before it is safe.")
        column.addWidget(Label(safe, tone="text-2", parent=self, wrap=True))
        self._details = QPlainTextEdit(details, self)
        self._details.setReadOnly(True)
        self._details.setFixedHeight(_DETAILS_PX)
        self._details.setFont(self.font())
        self._details.setAccessibleName(self.tr("Details of the error"))
        column.addWidget(self._details)
        stays = self.tr("The details are in the log on this computer too. Nothing is sent to anybody.")
        column.addWidget(Label(stays, Type.SMALL, "text-2", self, wrap=True))
        column.addSpacing(6)
        self.copy_button = Button(self.tr("Copy details"), self, Role.QUIET, "copy")
        self.copy_button.clicked.connect(self._copy)
        self.go_on_button = Button(self.tr("Go on"), self, Role.PLAIN)
        self.go_on_button.clicked.connect(self.reject)
        self.reopen_button = Button(self.tr("Reopen project"), self, Role.PRIMARY)
        self.reopen_button.clicked.connect(self._reopen)
        self.reopen_button.setVisible(has_project)
        (self.reopen_button if has_project else self.go_on_button).setDefault(True)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.copy_button)
        row.addStretch()
        row.addWidget(self.go_on_button)
        row.addWidget(self.reopen_button)
        column.addLayout(row)

    @Slot()
    def _copy(self, _checked: bool = False) -> None:
        QGuiApplication.clipboard().setText(self._details.toPlainText())

    @Slot()
    def _reopen(self, _checked: bool = False) -> None:
        self.accept()
        self.reopen_wanted.emit()
