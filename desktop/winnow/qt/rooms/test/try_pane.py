"""Try it: pictures from anywhere are predicted here, and not kept."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from winnow.app.pipelines.explaining import Tried
from winnow.qt.looking_only import changes_project
from winnow.qt.rooms.test.words import ClassMark, whole_percent
from winnow.qt.theme.fonts import Type
from winnow.qt.theme.icons import icon
from winnow.qt.widgets.button import Button, Role, Size
from winnow.qt.widgets.chip import ClassChip
from winnow.qt.widgets.drop_target import DropTarget
from winnow.qt.widgets.file_dialog import ask_once
from winnow.qt.widgets.form import SectionHeading
from winnow.qt.widgets.label import ElidedLabel, Label

_MOST_ROWS = 50


class TryTarget(DropTarget):
    """A place to drop; it also takes what is pasted while it has the focus."""

    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumHeight(108)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(4)
        middle = Qt.AlignmentFlag.AlignHCenter
        glyph = Label("", parent=self)
        glyph.setPixmap(icon("image", "text-2").pixmap(QSize(20, 20)))
        column.addWidget(glyph, 0, middle)
        title = self.tr("Drop or paste a picture")
        column.addWidget(Label(title, Type.BUTTON, parent=self), 0, middle)
        self._words = Label(words, Type.SMALL, "text-2", self, wrap=True)
        self._words.setAlignment(middle)
        column.addWidget(self._words)
        self.setAccessibleName(title)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.take(QGuiApplication.clipboard().mimeData())
        else:
            super().keyPressEvent(event)

    def say(self, words: str) -> None:
        """Say *words* under the heading."""
        self._words.setText(words)


class TryPane(QWidget):
    """The drop target, and a row for each picture that was tried."""

    paths_wanted = Signal(list)  # of Path
    offered = Signal(object)  # Offered
    picked = Signal(int)  # place of a `Tried`
    adding_wanted = Signal()
    stop_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choose_button = Button(self.tr("Choose…"), self, Role.QUIET, "folder", Size.SMALL)
        menu = QMenu(self)
        self.files_action = menu.addAction(icon("image", "text-2"), self.tr("Pictures…"))
        self.folder_action = menu.addAction(icon("folder", "text-2"), self.tr("Folder…"))
        self.camera_action = menu.addAction(self.tr("Camera"))
        self.camera_action.setEnabled(False)
        # QtMultimedia is no part of the Qt that Winnow ships; better said than left out.
        self.camera_action.setText(self.tr("Camera (not in this build)"))
        self.choose_button.setMenu(menu)
        self.target = TryTarget(self.tr("it is read here and not kept"), self)
        self.state = Label("", Type.SMALL, "text-2", self, wrap=True)
        self.stop_button = Button(self.tr("Stop"), self, icon_name="stop", size=Size.SMALL)
        self.add_button = Button(self.tr("Add to the project"), self, icon_name="plus", size=Size.SMALL)
        changes_project(self.add_button)
        self._rows = QVBoxLayout()
        self._tried: list[Tried] = []
        self._held: list[TriedRow] = []
        self._lay_out()
        self._connect()
        self.clear()

    @property
    def tried(self) -> tuple[Tried, ...]:
        """What was tried since it was cleared."""
        return tuple(self._tried)

    def clear(self) -> None:
        """Forget what was tried."""
        self._tried = []
        for row in self._held:
            row.hide()
            row.deleteLater()
        self._held = []
        self.say("")
        self.add_button.hide()
        self.stop_button.hide()

    def add(self, tried: Tried, marks: tuple[ClassMark, ...]) -> None:
        """Show one more; of many the first fifty get a row, and all are counted."""
        self._tried.append(tried)
        if len(self._held) < _MOST_ROWS:
            row = TriedRow(len(self._tried) - 1, tried, marks, self)
            row.picked.connect(self.picked)
            self._rows.addWidget(row)
            self._held.append(row)
        self.add_button.setVisible(any(one.explained is not None for one in self._tried))

    def say(self, words: str) -> None:
        """Say what goes on, or what was wrong."""
        self.state.setText(words)
        self.state.setVisible(bool(words))

    def say_rest(self, words: str) -> None:
        """Say in the target what trying means now."""
        self.target.say(words)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(SectionHeading(self.tr("Try it"), "", self, action=self.choose_button))
        column.addWidget(self.target)
        column.addWidget(self.state)
        column.addLayout(self._rows)
        row = QHBoxLayout()
        row.addWidget(self.add_button)
        row.addWidget(self.stop_button)
        row.addStretch(1)
        column.addLayout(row)

    def _connect(self) -> None:
        self.target.dropped.connect(self.paths_wanted)
        self.target.offered.connect(self.offered)
        self.add_button.clicked.connect(self.adding_wanted)
        self.stop_button.clicked.connect(self.stop_wanted)
        self.files_action.triggered.connect(self._choose_files)
        self.folder_action.triggered.connect(self._choose_folder)

    @Slot()
    def _choose_files(self) -> None:
        self._choose(QFileDialog.FileMode.ExistingFiles)

    @Slot()
    def _choose_folder(self) -> None:
        self._choose(QFileDialog.FileMode.Directory)

    def _choose(self, mode: QFileDialog.FileMode) -> None:
        dialog = QFileDialog(self, self.tr("Try pictures"))
        dialog.setFileMode(mode)
        dialog.filesSelected.connect(self._take)
        ask_once(dialog)

    @Slot(list)
    def _take(self, names: list[str]) -> None:
        self.paths_wanted.emit([Path(name) for name in names])


class TriedRow(QWidget):
    """One picture: its name and what it was taken for, or why it could not be tried."""

    picked = Signal(int)

    def __init__(self, place: int, tried: Tried, marks: tuple[ClassMark, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self._place = place
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self.button = Button(tried.name.replace("&", "&&"), self, Role.LINK)
        self.button.setMaximumWidth(120)
        self.button.setEnabled(tried.explained is not None)
        self.button.clicked.connect(self._pick)
        row.addWidget(self.button)
        if tried.explained is None:
            row.addWidget(ElidedLabel(tried.why, Type.SMALL, "bad", self), 1)
            return
        at = int(tried.explained.probabilities.argmax())
        row.addStretch(1)
        row.addWidget(ClassChip(marks[at].letter, marks[at].index, self))
        row.addWidget(ElidedLabel(marks[at].name, Type.SMALL, parent=self))
        row.addWidget(Label(whole_percent(float(tried.explained.probabilities[at])), Type.GROUP, parent=self))

    @Slot()
    def _pick(self, _checked: bool = False) -> None:
        self.picked.emit(self._place)
