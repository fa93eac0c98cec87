"""The buttons that label the selection, each with its key."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QGridLayout, QVBoxLayout, QWidget

from winnow.domain.label import Label as ClassLabel
from winnow.domain.label import letters
from winnow.qt.figures import count_words
from winnow.qt.widgets.form import SectionHeading
from winnow.qt.widgets.label_button import LabelButton

_MOST_KEYS = 9
_REJECT, _UNLABEL = 0, -2


class LabelOffers(QWidget):
    """Labels in the order of their keys, then rejecting, taking the label away, and a new label."""

    label_wanted = Signal(int)  # number of the key, from 1
    reject_wanted = Signal()
    unlabel_wanted = Signal()
    label_menu_wanted = Signal(int, QPoint)  # id of the label that is pointed at, where on the screen

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._heading = SectionHeading(self.tr("Label"), parent=self)
        self._buttons = QButtonGroup(self)
        self._buttons.setExclusive(False)
        self._offers = QWidget(self)
        self._table = QGridLayout(self._offers)
        self._table.setContentsMargins(0, 0, 0, 0)
        self._table.setSpacing(6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._heading)
        column.addWidget(self._offers)
        self._buttons.idClicked.connect(self._click)
        self.show_labels(())

    def button(self, number: int) -> QAbstractButton:
        """Return the button of the key *number*; that of 0 rejects."""
        return self._buttons.button(number)

    def show_labels(self, known: Sequence[ClassLabel]) -> None:
        """Offer *known*."""
        for old in self._buttons.buttons():
            self._buttons.removeButton(old)
            self._table.removeWidget(old)
            old.hide()
            old.deleteLater()
        made: list[tuple[int, LabelButton]] = []
        marks = letters([label.name for label in known])
        for number, (label, letter) in enumerate(zip(known, marks, strict=True), start=1):
            key = str(number) if number <= _MOST_KEYS else ""
            button = LabelButton(label.name, key, (letter, label.position), self._offers)
            button.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            button.customContextMenuRequested.connect(partial(self._point_at, label.id, button))
            made.append((number, button))
        made.append((_REJECT, LabelButton(self.tr("Reject"), "X", "reject", self._offers)))
        made.append((_UNLABEL, LabelButton(self.tr("Unlabel"), "U", "undo", self._offers)))
        number = len(known) + 1
        key = str(number) if number <= _MOST_KEYS else "L"
        made.append((number, LabelButton(self.tr("New label\u2026"), key, "plus", self._offers, outlined=True)))
        for at, (number, button) in enumerate(made):
            self._buttons.addButton(button, number)
            self._table.addWidget(button, *divmod(at, 2))

    def show_selected(self, count: int) -> None:
        """Say how many pictures the buttons concern."""
        self._heading.show_words(self.tr("applies to {0}").format(count_words(count)) if count else "")
        self._offers.setEnabled(count > 0)

    def _point_at(self, label_id: int, button: LabelButton, at: QPoint) -> None:
        self.label_menu_wanted.emit(label_id, button.mapToGlobal(at))

    @Slot(int)
    def _click(self, number: int) -> None:
        if number == _REJECT:
            self.reject_wanted.emit()
        elif number == _UNLABEL:
            self.unlabel_wanted.emit()
        else:
            self.label_wanted.emit(number)
