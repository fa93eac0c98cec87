"""What is wished of a division: what is kept, and the seed."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QWidget

from winnow.domain.split import Keeping, Origin
from winnow.qt.looking_only import changes_project
from winnow.qt.theme.fonts import Type
from winnow.qt.widgets.button import Button
from winnow.qt.widgets.label import Label
from winnow.qt.widgets.number_field import WholeField

_LARGEST_SEED = 2**31 - 1


class WishRow(QWidget):
    """Check boxes, origins, seed and shuffle in a row; `changed` follows each change by hand."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.classes = QCheckBox(self.tr("Keep classes in proportion"), self)
        self.near = QCheckBox(self.tr("Keep near duplicates together"), self)
        self.origin = QComboBox(self)
        for kind, words in (
            (Origin.NONE, self.tr("Any origin")),
            (Origin.PAGE, self.tr("Pages together")),
            (Origin.FOLDER, self.tr("Folders together")),
        ):
            self.origin.addItem(words, kind.value)
        self.origin.setAccessibleName(self.tr("Keep images of one origin together"))
        self.origin.setToolTip(self.tr("Keep images of one web page, or of one folder or album, together too"))
        self.seed = WholeField(0, _LARGEST_SEED, self)
        self.seed.setValue(42)
        self.seed.setFixedWidth(72)
        self.seed.setAccessibleName(self.tr("Seed"))
        self.shuffle_button = Button(self.tr("Shuffle"), self, icon_name="refresh")
        for control in (self.classes, self.near, self.origin, self.seed, self.shuffle_button):
            changes_project(control)
        self.shuffle_button.setToolTip(self.tr("Divide by the next seed"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.classes)
        row.addWidget(self.near)
        row.addWidget(self.origin)
        row.addStretch(1)
        row.addWidget(Label(self.tr("Seed"), Type.SMALL, "text-2", self))
        row.addWidget(self.seed)
        row.addWidget(self.shuffle_button)
        self.show_keeping(Keeping(), 42)
        self.classes.toggled.connect(self._tell)
        self.near.toggled.connect(self._tell)
        self.origin.currentIndexChanged.connect(self._tell)
        self.seed.valueChanged.connect(self._tell)
        self.shuffle_button.clicked.connect(self._shuffle)

    def keeping(self, test_locked: bool) -> Keeping:
        """Return what is wished."""
        return Keeping(self.classes.isChecked(), self.near.isChecked(), Origin(self.origin.currentData()), test_locked)

    def show_keeping(self, keeping: Keeping, seed: int) -> None:
        """Show what is in force; nothing is emitted."""
        for widget in (self.classes, self.near, self.origin, self.seed):
            widget.blockSignals(True)
        self.classes.setChecked(keeping.classes)
        self.near.setChecked(keeping.near_duplicates)
        self.origin.setCurrentIndex(self.origin.findData(keeping.origin.value))
        self.seed.setValue(seed)
        for widget in (self.classes, self.near, self.origin, self.seed):
            widget.blockSignals(False)

    @Slot()
    def _tell(self) -> None:
        self.changed.emit()

    @Slot()
    def _shuffle(self) -> None:
        self.seed.setValue(self.seed.value() % _LARGEST_SEED + 1)
