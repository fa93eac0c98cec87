"""The repair dialogue: what is damaged, what can be had back and from when, and the ways to go on."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from winnow.app.repairing import BackupChoice, Outlook
from winnow.qt.dates import time_words
from winnow.qt.figures import count_words
from winnow.qt.theme.fonts import Type
from winnow.qt.widgets.banner import WarningBanner
from winnow.qt.widgets.button import Button, Role
from winnow.qt.widgets.card import OptionCard
from winnow.qt.widgets.label import Label

_WIDTH_PX = 560
_MOST_OFFERED = 40


class Way(Enum):
    """How to go on."""

    BACKUP = "backup"
    ANEW = "anew"
    LOOK = "look"


class RepairDialog(QDialog):
    """Offers what `Outlook` says there is; changes nothing itself."""

    restore_wanted = Signal(object, object)  # Path of the project, number of the backup or None: anew
    look_wanted = Signal(object)  # Path of the project

    def __init__(self, found: Outlook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Bring a project back"))
        self.setFixedWidth(_WIDTH_PX)
        self._found = found
        self._backup = found.backups[0] if found.backups else None
        self._way = Way.ANEW
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 20)
        column.setSpacing(8)
        name = found.folder.stem
        is_damaged = bool(found.found)
        heading = self.tr("“{0}” is damaged") if is_damaged else self.tr("Bring “{0}” back from a backup")
        column.addWidget(Label(heading.format(name), Type.HEADING, parent=self, wrap=True))
        if is_damaged:
            cause = self.tr("A failing disk, or a program that changed the file, may be the cause. What was found: {0}")
            heading = self.tr("Its database cannot be trusted any more")
            column.addWidget(WarningBanner(heading, cause.format(found.found), self, tone="bad"))
        column.addWidget(Label(self._there_words(), tone="text-2", parent=self, wrap=True))
        column.addSpacing(4)
        self.cards = self._cards()
        for card in self.cards.values():
            column.addWidget(card)
            card.clicked.connect(self._choose)
        self.other_button = Button(self.tr("Another backup"), self, Role.QUIET, "undo", arrow=True)
        self.other_button.setMenu(self._other_backups())
        self.other_button.setVisible(len(found.backups) > 1)
        safe = self.tr("The database that is there now is kept beside it under another name. Nothing is deleted.")
        column.addWidget(Label(safe, Type.SMALL, "text-2", self, wrap=True))
        column.addSpacing(6)
        column.addLayout(self._foot())
        self._show_way(next(iter(self.cards)))

    def _there_words(self) -> str:
        found = self._found
        words = self.tr("{0} pictures lie unharmed in its folder.", n=found.originals).format(
            count_words(found.originals)
        )
        if found.labelled:
            more = self.tr(
                "The labels of {0} of them are written down a second time, up to the last one.", n=found.labelled
            )
            words += " " + more.format(count_words(found.labelled))
        return words

    def _cards(self) -> dict[Way, OptionCard]:
        cards: dict[Way, OptionCard] = {}
        if self._backup is not None:
            cards[Way.BACKUP] = OptionCard(self._backup_name(self._backup), self._backup_words(self._backup), self)
        words = self.tr(
            "All pictures of the folder, with their labels. Frames, rejections, splits, clusterings and runs are lost."
        )
        cards[Way.ANEW] = OptionCard(self.tr("Build it anew from the pictures"), words, self)
        if self._found.can_look:
            words = self.tr("Nothing is changed. Some of it may be missing or wrong.")
            cards[Way.LOOK] = OptionCard(self.tr("Open it to look only"), words, self)
        return cards

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.other_button)
        row.addStretch()
        leave = Button(self.tr("Leave it as it is"), self, Role.PLAIN)
        leave.clicked.connect(self.reject)
        self.go_button = Button("", self, Role.PRIMARY)
        self.go_button.setDefault(True)
        self.go_button.clicked.connect(self._go)
        row.addWidget(leave)
        row.addWidget(self.go_button)
        return row

    def _other_backups(self) -> QMenu:
        menu = QMenu(self)
        for one in self._found.backups[:_MOST_OFFERED]:
            words = self.tr("{0} · {1} images, {2} labelled", n=one.images)
            action = menu.addAction(
                words.format(time_words(one.taken_at), count_words(one.images), count_words(one.labelled))
            )
            action.setData(one.number)
        menu.triggered.connect(self._take_backup)
        return menu

    def _backup_name(self, backup: BackupChoice) -> str:
        return self.tr("Bring back the backup of {0}").format(time_words(backup.taken_at))

    def _backup_words(self, backup: BackupChoice) -> str:
        words = self.tr("{0} images, {1} of them labelled.", n=backup.images).format(
            count_words(backup.images), count_words(backup.labelled)
        )
        if backup.labels_after:
            more = self.tr(
                "{0} changes of labels made after it come back too, as do pictures that came later.",
                n=backup.labels_after,
            )
            words += " " + more.format(count_words(backup.labels_after))
        else:
            words += " " + self.tr("Pictures that came later come back too.")
        return words + " " + self.tr("Other work done after it is lost.")

    def _show_way(self, way: Way) -> None:
        self._way = way
        for key, card in self.cards.items():
            card.show_chosen(key is way)
        texts = {
            Way.BACKUP: self.tr("Bring it back"),
            Way.ANEW: self.tr("Build it anew"),
            Way.LOOK: self.tr("Open to look"),
        }
        self.go_button.setText(texts[way])

    @Slot()
    def _choose(self) -> None:
        card = self.sender()
        self._show_way(next(way for way, one in self.cards.items() if one is card))

    @Slot(QAction)
    def _take_backup(self, action: QAction) -> None:
        number = action.data()
        self._backup = next(one for one in self._found.backups if one.number == number)
        self.cards[Way.BACKUP].show_words(self._backup_name(self._backup), self._backup_words(self._backup))
        self._show_way(Way.BACKUP)

    @Slot()
    def _go(self, _checked: bool = False) -> None:
        self.accept()
        if self._way is Way.LOOK:
            self.look_wanted.emit(self._found.folder)
        elif self._way is Way.BACKUP and self._backup is not None:
            self.restore_wanted.emit(self._found.folder, self._backup.number)
        else:
            self.restore_wanted.emit(self._found.folder, None)
