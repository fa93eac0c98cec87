"""The model: which run, as which files."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from winnow.app.queries.exportable import Exportable
from winnow.domain.model_format import ModelFormat
from winnow.domain.run import Run
from winnow.qt.bridge import Bridge
from winnow.qt.rooms.export.panel import ExportPanel
from winnow.qt.rooms.export.words import model_format_words
from winnow.qt.theme.fonts import Type
from winnow.qt.widgets.form import FactRow, FormRow, SectionHeading
from winnow.qt.widgets.label import Label


class ModelPanel(ExportPanel):
    """Chooses a run and its formats."""

    edited = Signal()

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, self.tr("Model"), "cube", self.tr("Export model"), parent)
        self._runs: tuple[Run, ...] = ()
        self.run_field = QComboBox(self)
        self.boxes: dict[ModelFormat, QCheckBox] = {}
        self.column.addWidget(FormRow(self.tr("Run"), self.run_field, self))
        self.column.addSpacing(4)
        self.column.addWidget(SectionHeading(self.tr("Files"), "", self))
        for one, words in (
            (ModelFormat.ONNX, self.tr("one file for ONNX Runtime; needs no torch")),
            (ModelFormat.SAFETENSORS, self.tr("with config.json and the network in plain PyTorch")),
            (ModelFormat.TORCH, self.tr("a program that torch runs as it is")),
        ):
            box = QCheckBox(model_format_words(one), self)
            box.setChecked(one is ModelFormat.ONNX)
            box.setAccessibleDescription(words)
            box.toggled.connect(self.edited)
            self.boxes[one] = box
            self.column.addWidget(box)
            said = Label(words, Type.CAPTION, "text-2", self, wrap=True)
            said.setContentsMargins(22, 0, 0, 2)
            self.column.addWidget(said)
        self.column.addSpacing(4)
        self.column.addWidget(SectionHeading(self.tr("With it"), "", self))
        for name, fact in (
            ("predict.py", self.tr("a runnable example")),
            ("README.txt", self.tr("how to use it")),
        ):
            self.column.addWidget(FactRow(name, fact, self, 88, "text-2"))
        self.column.addSpacing(4)
        self.column.addWidget(SectionHeading(self.tr("Check after writing"), "", self))
        self.column.addWidget(
            Label(
                self.tr(
                    "Valid pictures go through the example of each format. Where it says something else than "
                    "the run does, nothing is exported."
                ),
                Type.SMALL,
                "text-2",
                self,
                wrap=True,
            )
        )
        self.column.addStretch(1)

    @property
    def run(self) -> Run | None:
        """The run that is chosen."""
        chosen = self.run_field.currentData()
        return next((run for run in self._runs if int(run.id) == chosen), None)

    @property
    def formats(self) -> tuple[ModelFormat, ...]:
        """What is ticked."""
        return tuple(one for one in ModelFormat if self.boxes[one].isChecked())

    def show_found(self, found: Exportable, why_not: str) -> None:
        """Show the runs that can be exported."""
        if found.runs != self._runs:
            chosen = self.run_field.currentData()
            self._runs = found.runs
            self.run_field.clear()
            for run in found.runs:
                self.run_field.addItem(self.tr("{0} · epoch {1}").format(run.name, run.best_epoch), int(run.id))
            self.run_field.setCurrentIndex(max(self.run_field.findData(chosen), 0 if found.runs else -1))
        self.run_field.setEnabled(bool(found.runs))
        if not found.runs:
            why_not = self.tr("Train a run first.")
        elif not self.formats:
            why_not = self.tr("Tick at least one kind of file.")
        self.show_state(self.tr("the weights that the run kept"), why_not)
