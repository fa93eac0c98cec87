"""Export: the data set as class folders, a run's model as ONNX."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from winnow.app.jobs import Job
from winnow.app.pipelines.export_into import export_data_set_into, export_model_into
from winnow.app.queries.exportable import Exportable, exportable
from winnow.domain.changes import Changes, Topic
from winnow.domain.ids import RunId
from winnow.qt.bridge import Bridge
from winnow.qt.figures import count_words
from winnow.qt.room import RoomWidget
from winnow.qt.rooms.export.panel import ExportPanel
from winnow.qt.theme.fonts import Type
from winnow.qt.widgets.banner import WarningBanner
from winnow.qt.widgets.button import Button
from winnow.qt.widgets.empty_state import EmptyState
from winnow.qt.widgets.form import FactRow, FormRow, SectionHeading, Separator
from winnow.qt.widgets.inspector import InspectorPane
from winnow.qt.widgets.label import Label
from winnow.qt.words import room_words

_EARLIER_SHOWN = 8


class ExportRoom(RoomWidget):
    """A panel for each kind of export; where to is in the inspector."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(room_words("export"), parent)
        self._bridge = bridge
        self._found: Exportable | None = None
        self.toolbar.show_words(self.tr("Originals stay untouched; an export is a copy"))
        self.data_set = ExportPanel(bridge, self.tr("Data set"), "database", self.tr("Export data set"), self)
        self.model = ExportPanel(bridge, self.tr("Model"), "cube", self.tr("Export model"), self)
        self.run_field = QComboBox(self)
        self.folder_field = QLineEdit(str(bridge.session.layout.exports), self)
        self._tree = QWidget(self)
        self._earlier = QWidget(self)
        self.unlicensed = WarningBanner("", parent=self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(
            EmptyState(
                self.tr("Nothing to export yet"),
                self.tr("Label pictures in Sort first. Then the data set and what you train from it go out from here."),
                self,
                icon_name="export",
            )
        )
        self._stack.addWidget(self._body())
        self.set_body(self._stack)
        self.set_inspector(self._where_to())
        self.data_set.button.clicked.connect(self._export_data_set)
        self.model.button.clicked.connect(self._export_model)
        self.folder_field.textChanged.connect(self._show_ready)
        bridge.changed.connect(self._refresh)
        self.enter()

    def enter(self) -> None:
        self._bridge.ask("export.exportable", self._show, exportable)

    def _body(self) -> QWidget:
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        body = QWidget()
        row = QHBoxLayout(body)
        row.setContentsMargins(24, 24, 24, 24)
        row.setSpacing(32)
        self._tree_place = self.data_set.column
        self._tree_place.addWidget(SectionHeading(self.tr("What will be written"), "", self.data_set))
        self._tree_place.addWidget(self._tree)
        self.model.column.addWidget(FormRow(self.tr("Run"), self.run_field, self.model))
        self.model.column.addWidget(SectionHeading(self.tr("Files"), "", self.model))
        for name, fact in (
            ("ONNX", self.tr("the network with its labels and fit rule")),
            ("safetensors", self.tr("the weights")),
            ("predict.py", self.tr("a runnable example")),
            ("README", self.tr("what it is and how it was checked")),
        ):
            self.model.column.addWidget(FactRow(name, fact, self.model, 88, "text-2"))
        self.model.column.addWidget(
            Label(
                self.tr("After writing, valid pictures go through the example; it must say what the run says."),
                Type.SMALL,
                "text-2",
                self.model,
                wrap=True,
            )
        )
        row.addWidget(self.data_set, 1)
        row.addWidget(Separator(body, upright=True))
        row.addWidget(self.model, 1)
        area.setWidget(body)
        return area

    def _where_to(self) -> InspectorPane:
        pane = InspectorPane(self)
        hint = self.tr("Each export makes a new folder in it; nothing is overwritten.")
        pane.column.addWidget(FormRow(self.tr("Where to"), self.folder_field, pane, hint))
        change = Button(self.tr("Change…"), pane, icon_name="folder")
        change.clicked.connect(self._choose_folder)
        pane.column.addWidget(change)
        self.unlicensed.hide()
        pane.column.addWidget(self.unlicensed)
        pane.column.addWidget(Separator(pane))
        pane.column.addWidget(SectionHeading(self.tr("Earlier exports"), "", pane))
        self._earlier_place = QVBoxLayout()
        self._earlier_place.addWidget(self._earlier)
        pane.column.addLayout(self._earlier_place)
        pane.column.addStretch(1)
        return pane

    @Slot(object)
    def _refresh(self, changes: Changes) -> None:
        topics = (Topic.IMAGES, Topic.LABELS, Topic.FRAMES, Topic.SPLIT, Topic.RUNS, Topic.EXPORTS)
        if changes.touches(*topics):
            self.enter()

    def _show(self, found: Exportable) -> None:
        self._found = found
        self._stack.setCurrentIndex(1 if found.frames or found.runs else 0)
        chosen = self.run_field.currentData()
        self.run_field.clear()
        for run in found.runs:
            self.run_field.addItem(self.tr("{0} · epoch {1}").format(run.name, run.best_epoch), int(run.id))
        self.run_field.setCurrentIndex(max(self.run_field.findData(chosen), 0 if found.runs else -1))
        self._tree = self._replaced(self._tree_place, self._tree, self._tree_rows(found))
        self._earlier = self._replaced(self._earlier_place, self._earlier, self._earlier_rows(found))
        self.unlicensed.setVisible(found.without_licence > 0)
        self.unlicensed.show_words(
            self.tr("{0} images have no known licence.").format(count_words(found.without_licence)),
            self.tr("Fine for your own use; think before you pass them on."),
        )
        self._show_ready()

    @Slot()
    def _show_ready(self) -> None:
        if self._found is None:
            return
        has_folder = bool(self.folder_field.text().strip())
        words = self.tr("{0} frames of {1} images").format(
            count_words(self._found.frames), count_words(self._found.images)
        )
        self.data_set.show_state(words, has_folder and self._found.frames > 0)
        has_runs = bool(self._found.runs)
        model_words = self.tr("the weights that were best on valid") if has_runs else self.tr("Train a run first")
        self.model.show_state(model_words, has_folder and has_runs)

    def _tree_rows(self, found: Exportable) -> list[QWidget]:
        rows: list[QWidget] = []
        for part, inside in found.folders:
            if part:
                rows.append(FactRow(f"{part}/", count_words(sum(count for _, count in inside)), self, 150))
            indent = "      " if part else ""
            rows.extend(FactRow(f"{indent}{name}/", count_words(count), self, 150, "text-2") for name, count in inside)
        return rows

    def _earlier_rows(self, found: Exportable) -> list[QWidget]:
        kinds = {"dataset": self.tr("Data set"), "model": self.tr("Model"), "report": self.tr("Report")}
        rows: list[QWidget] = [
            FactRow(kinds.get(one.kind, one.kind), one.folder, self, 64) for one in found.earlier[:_EARLIER_SHOWN]
        ]
        return rows or [Label(self.tr("None yet"), Type.SMALL, "text-2", self)]

    def _replaced(self, place: QVBoxLayout, old: QWidget, rows: list[QWidget]) -> QWidget:
        made = QWidget(self)
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for row in rows:
            column.addWidget(row)
        place.replaceWidget(old, made)
        old.deleteLater()
        return made

    @Slot()
    def _choose_folder(self) -> None:
        dialog = QFileDialog(self, self.tr("Export to"), self.folder_field.text())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self.folder_field.setText)
        dialog.open()

    def _target(self) -> Path:
        return Path(self.folder_field.text().strip()).expanduser()

    @Slot()
    def _export_data_set(self) -> None:
        steps = partial(export_data_set_into, self._bridge.session, self._target())
        self.data_set.start(Job(self.tr("Exporting the data set"), steps))

    @Slot()
    def _export_model(self) -> None:
        run = RunId(self.run_field.currentData())
        name = next(one.name for one in self._found.runs if one.id == run) if self._found else ""
        steps = partial(export_model_into, self._bridge.session, run, name, self._target())
        self.model.start(Job(self.tr("Exporting {0}").format(name), steps))
