"""Why a picture was taken for what it was: heat, probabilities, and the label to be put right."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSlider, QVBoxLayout, QWidget

from winnow.app.pipelines.explaining import Explained
from winnow.qt.looking_only import changes_project
from winnow.qt.rooms.test.heat_view import GRAD_CAM, OFF, SALIENCY, HeatView
from winnow.qt.rooms.test.prediction import PredictionBars
from winnow.qt.rooms.test.words import ClassMark
from winnow.qt.theme.fonts import Type
from winnow.qt.widgets.chip import ClassChip
from winnow.qt.widgets.form import SectionHeading, Separator
from winnow.qt.widgets.label import ElidedLabel, Label
from winnow.qt.widgets.label_button import LabelButton
from winnow.qt.widgets.segmented import Segmented

_KEYS = 9


class ExplainPane(QWidget):
    """Shows one frame; a click on a class wants the label fixed."""

    label_wanted = Signal(int)  # place of the label, from 0

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = SectionHeading("", "", self)
        self.view = HeatView(self)
        self.modes = Segmented(
            ((OFF, self.tr("Off")), (GRAD_CAM, self.tr("Grad-CAM")), (SALIENCY, self.tr("Pixels"))), self
        )
        self.modes.choose(GRAD_CAM)
        self.modes.setToolTip(
            self.tr("Grad-CAM: parts that spoke for what was said. Pixels: where a change would matter most.")
        )
        self.modes.setAccessibleName(self.tr("Show where it looked"))
        self.strength = QSlider(Qt.Orientation.Horizontal, self)
        self.strength.setRange(0, 100)
        self.strength.setValue(60)
        self.strength.setAccessibleName(self.tr("Strength"))
        self.strength.setToolTip(self.tr("How much of the picture the heat covers"))
        self.bars = PredictionBars(self)
        self.facts = QWidget(self)
        self._truth_chip = ClassChip("", 0, self.facts)
        self._truth = ElidedLabel("", Type.SMALL, parent=self.facts)
        self._where = Label("", Type.SMALL, "text-2", self.facts)
        self.fixing = QWidget(self)
        self._buttons = QVBoxLayout()
        self._note = Label("", Type.CAPTION, "text-2", self.fixing, wrap=True)
        self.label_buttons: list[LabelButton] = []
        self._lay_out()
        self.modes.chosen.connect(self.view.show_mode)
        self.strength.valueChanged.connect(self._show_strength)

    def show_labels(self, marks: tuple[ClassMark, ...], note: str) -> None:
        """Offer the project's labels, in the order of their keys; *note* says what a change does."""
        if [button.text() for button in self.label_buttons] != [mark.name for mark in marks]:
            for button in self.label_buttons:
                button.hide()
                button.deleteLater()
            self.label_buttons = []
            line = QHBoxLayout()
            for at, mark in enumerate(marks):
                if at % 2 == 0:
                    line = QHBoxLayout()
                    line.setSpacing(6)
                    self._buttons.addLayout(line)
                key = str(at + 1) if at < _KEYS else ""
                button = LabelButton(mark.name, key, (mark.letter, mark.index), self.fixing)
                changes_project(button)
                button.setCheckable(True)
                button.clicked.connect(self._want)
                line.addWidget(button)
                self.label_buttons.append(button)
        self._note.setText(note)

    def show_frame(self, heading: str, words: str, truth: ClassMark | None, where: str) -> None:
        """Say which frame it is; its heat comes by `show_explained`. *truth* None: it is no picture of the project."""
        self.heading.show_name(heading)
        self.heading.show_words(words)
        self.facts.setVisible(truth is not None)
        self.fixing.setVisible(truth is not None)
        if truth is not None:
            self._truth_chip.show_class(truth.letter, truth.index)
            self._truth.setText(truth.name)
            self._where.setText(where)
        for at, button in enumerate(self.label_buttons):
            button.setChecked(truth is not None and at == truth.index)

    def show_explained(self, shown: Explained | None, marks: tuple[ClassMark, ...], words: str = "") -> None:
        """Show what the network said, or *words* while or why there is nothing."""
        self.view.show_explained(shown, words)
        self.bars.show_probabilities(marks, None if shown is None else shown.probabilities)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.heading)
        column.addWidget(self.view)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.modes)
        row.addWidget(self.strength, 1)
        column.addLayout(row)
        column.addWidget(SectionHeading(self.tr("Prediction"), "", self))
        column.addWidget(self.bars)
        facts = QHBoxLayout(self.facts)
        facts.setContentsMargins(0, 0, 0, 0)
        facts.setSpacing(6)
        facts.addWidget(Label(self.tr("True label"), Type.SMALL, "text-2", self.facts))
        facts.addWidget(self._truth_chip)
        facts.addWidget(self._truth, 1)
        facts.addWidget(self._where)
        column.addWidget(self.facts)
        fixing = QVBoxLayout(self.fixing)
        fixing.setContentsMargins(0, 4, 0, 0)
        fixing.setSpacing(8)
        fixing.addWidget(SectionHeading(self.tr("Fix the label"), "", self.fixing))
        self._buttons.setSpacing(6)
        fixing.addLayout(self._buttons)
        fixing.addWidget(self._note)
        column.addWidget(self.fixing)
        column.addWidget(Separator(self))

    @Slot(bool)
    def _want(self, _checked: bool = False) -> None:
        button = self.sender()
        if isinstance(button, LabelButton):
            self.label_wanted.emit(self.label_buttons.index(button))

    @Slot(int)
    def _show_strength(self, value: int) -> None:
        self.view.show_strength(value / 100)
