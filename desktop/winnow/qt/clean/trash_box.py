"""How much rejected pictures take on the disk, and moving their files to the trash after asking."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QMessageBox, QVBoxLayout, QWidget

from winnow.app.queries.clean import RejectedFiles
from winnow.qt.figures import count_words, size_words
from winnow.qt.looking_only import changes_project
from winnow.qt.theme.fonts import Type
from winnow.qt.widgets.button import Button, Role
from winnow.qt.widgets.form import SectionHeading
from winnow.qt.widgets.label import Label


class TrashBox(QWidget):
    """Nothing moves before the person has read how many files it is, and said yes."""

    empty_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._files = RejectedFiles(0, 0)
        self._question: QMessageBox | None = None
        self._words = Label("", Type.SMALL, "text-2", self, wrap=True)
        self.empty_button = Button(self.tr("Empty rejected\u2026"), self, Role.DESTRUCTIVE, "trash")
        changes_project(self.empty_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(SectionHeading(self.tr("Rejected"), "", self))
        column.addWidget(self._words)
        column.addWidget(self.empty_button)
        column.addStretch()
        self.empty_button.clicked.connect(self._ask)
        self.show_files(self._files)

    @property
    def question(self) -> QMessageBox | None:
        """The question that is open."""
        return self._question

    def show_files(self, files: RejectedFiles) -> None:
        """Say what rejected pictures take on the disk."""
        self._files = files
        words = self.tr("{0} rejected pictures take {1} on the disk.", n=files.count).format(
            count_words(files.count), size_words(files.size_bytes)
        )
        if files.already_gone:
            words += " " + self.tr("The files of {0} more are in the trash; put them back there to use them.").format(
                count_words(files.already_gone)
            )
        self._words.setText(words if files.count or files.already_gone else self.tr("Nothing is rejected."))
        self.empty_button.setEnabled(files.count > 0)

    @Slot()
    def _ask(self, _checked: bool = False) -> None:
        box = QMessageBox(QMessageBox.Icon.Question, self.tr("Empty rejected"), "", parent=self.window())
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(
            self.tr("Move {0} files, {1}, to the system's trash?", n=self._files.count).format(
                count_words(self._files.count), size_words(self._files.size_bytes)
            )
        )
        box.setInformativeText(
            self.tr(
                "The pictures stay listed as rejected. To use one again, put its file back from the trash."
                " Undo does not bring files back."
            )
        )
        move = box.addButton(self.tr("Move to the trash"), QMessageBox.ButtonRole.DestructiveRole)
        move.clicked.connect(self._empty)
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.destroyed.connect(self._forget)
        self._question = box
        box.open()

    @Slot()
    def _empty(self, _checked: bool = False) -> None:
        self.empty_wanted.emit()

    @Slot()
    def _forget(self) -> None:
        self._question = None
