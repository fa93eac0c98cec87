"""The report: a page for the browser or for paper, and its chapters."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from winnow.app.pipelines.reporting import NEWEST
from winnow.app.queries.exportable import Exportable
from winnow.domain.ids import RunId
from winnow.domain.report import ReportOptions, ReportPart
from winnow.domain.run import Run
from winnow.qt.bridge import Bridge
from winnow.qt.rooms.export.panel import ExportPanel
from winnow.qt.rooms.export.words import report_part_words
from winnow.qt.theme.fonts import Type
from winnow.qt.widgets.form import FormRow, SectionHeading
from winnow.qt.widgets.label import Label
from winnow.qt.widgets.segmented import Segmented

_HTML, _PDF = "html", "pdf"


class ReportPanel(ExportPanel):
    """Chooses `options`."""

    edited = Signal()

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, self.tr("Report"), "file", self.tr("Export report"), parent)
        self.kind = Segmented([(_HTML, self.tr("HTML page")), (_PDF, self.tr("PDF"))], self, stretch=True)
        self.kind.setAccessibleName(self.tr("Format"))
        self.run_field = QComboBox(self)
        self._runs: tuple[Run, ...] = ()
        self.boxes: dict[ReportPart, QCheckBox] = {}
        self.pictures = QCheckBox(self.tr("Thumbnails, never originals"), self)
        self.pictures.setChecked(True)
        self.column.addWidget(SectionHeading(self.tr("Format"), "", self))
        self.column.addWidget(self.kind)
        self.column.addWidget(
            Label(
                self.tr("One file that opens without a network. Of a test that was not opened nothing is told."),
                Type.SMALL,
                "text-2",
                self,
                wrap=True,
            )
        )
        self.column.addWidget(FormRow(self.tr("Result of"), self.run_field, self))
        self.column.addSpacing(4)
        self.column.addWidget(SectionHeading(self.tr("Parts"), "", self))
        for part in ReportPart:
            box = QCheckBox(report_part_words(part), self)
            box.setChecked(True)
            box.toggled.connect(self.edited)
            self.boxes[part] = box
            self.column.addWidget(box)
        self.column.addWidget(self.pictures)
        self.column.addStretch(1)
        self.kind.chosen.connect(self.edited)

    @property
    def options(self) -> ReportOptions:
        """What is ticked."""
        parts = frozenset(part for part, box in self.boxes.items() if box.isChecked())
        return ReportOptions(parts, self.pictures.isChecked())

    @property
    def is_pdf(self) -> bool:
        """Whether it is for paper."""
        return self.kind.key == _PDF

    @property
    def run_id(self) -> RunId:
        """The run whose result it tells; NEWEST for the one that was tested last."""
        return RunId(self.run_field.currentData() or NEWEST)

    def show_found(self, found: Exportable, why_not: str) -> None:
        """Say what it will be, and offer the runs; *why_not* keeps it from being written."""
        if found.runs != self._runs or not self.run_field.count():
            chosen = self.run_field.currentData()
            self._runs = found.runs
            self.run_field.clear()
            self.run_field.addItem(self.tr("the run that was tested last"), int(NEWEST))
            for run in found.runs:
                self.run_field.addItem(run.name, int(run.id))
            self.run_field.setCurrentIndex(max(self.run_field.findData(chosen), 0))
        if not self.options.parts:
            why_not = self.tr("Tick at least one part.")
        self.show_state(self.tr("one PDF file") if self.is_pdf else self.tr("one HTML page"), why_not)
