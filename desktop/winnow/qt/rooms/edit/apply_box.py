"""What of this frame other pictures get, and which ones."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from winnow.app.pipelines.framing import ChangeKind
from winnow.qt.figures import count_words
from winnow.qt.looking_only import changes_project
from winnow.qt.theme.fonts import Type
from winnow.qt.widgets.button import Button
from winnow.qt.widgets.label import Label

THIS, SELECTION, CLUSTER, UNEDITED = "this", "selection", "cluster", "unedited"


class TargetBox(QComboBox):
    """Which pictures: all unedited, those of the film strip, those of the cluster, with their counts."""

    def __init__(self, this_words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._this_words = this_words
        self._counts: dict[str, int] = {}
        self.setAccessibleName(self.tr("To which pictures"))
        self.show_targets(0, 0, 0)

    @property
    def count_of_chosen(self) -> int:
        """How many pictures the chosen kind has."""
        return self._counts.get(self.currentData() or "", 0)

    def show_targets(self, selection: int, cluster: int, unedited: int) -> None:
        """Offer so many pictures of each kind; a kind without any is not offered."""
        chosen = self.currentData()
        self._counts = {SELECTION: selection, CLUSTER: cluster, UNEDITED: unedited}
        self.clear()
        if self._this_words:
            self.addItem(self._this_words, THIS)
        for key, words in (
            (UNEDITED, self.tr("All unedited ({0})")),
            (SELECTION, self.tr("The film strip ({0})")),
            (CLUSTER, self.tr("This cluster ({0})")),
        ):
            if self._counts[key]:
                self.addItem(words.format(count_words(self._counts[key])), key)
        self.setCurrentIndex(max(self.findData(chosen), 0))


class ApplyBox(QWidget):
    """Two choices and a button that says how many pictures it concerns."""

    apply_wanted = Signal(object, str)  # ChangeKind, which pictures

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.what = QComboBox(self)
        for kind, words in (
            (ChangeKind.SHAPE, self.tr("Aspect and fill")),
            (ChangeKind.PLACE, self.tr("This frame, in proportion")),
            (ChangeKind.TRIM, self.tr("Trim borders")),
            (ChangeKind.SUBJECT, self.tr("Find subject")),
            (ChangeKind.RESET, self.tr("Whole picture (reset)")),
        ):
            self.what.addItem(words, kind)
        self.to = TargetBox("", self)
        self.button = Button(self.tr("Apply"), self)
        changes_project(self.button)
        name = Label(self.tr("Apply to other pictures"), Type.SMALL, "text-2", self)
        name.setBuddy(self.what)
        self.what.setAccessibleName(self.tr("What to apply"))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.to, 1)
        row.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(name)
        column.addWidget(self.what)
        column.addLayout(row)
        self.button.clicked.connect(self._apply)
        self.to.currentIndexChanged.connect(self._say_count)

    def show_targets(self, selection: int, cluster: int, unedited: int) -> None:
        """Offer so many pictures of each kind; a kind without any is not offered."""
        self.to.show_targets(selection, cluster, unedited)
        self.button.setEnabled(self.to.count() > 0)
        self.button.setToolTip("" if self.to.count() else self.tr("There is no picture that it could be applied to."))

    @Slot(int)
    def _say_count(self, _at: int) -> None:
        words = self.tr("Apply to {0} pictures", n=self.to.count_of_chosen).format(count_words(self.to.count_of_chosen))
        self.button.setAccessibleName(words)

    @Slot()
    def _apply(self, _checked: bool = False) -> None:
        if self.to.currentData():
            self.apply_wanted.emit(self.what.currentData(), self.to.currentData())
