"""Export: the data set, a run's model and the report, each as a copy outside the project."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from winnow.app.jobs import Job
from winnow.app.pipelines.export_into import (
    discard_unfinished_data_set,
    export_data_set_into,
    export_model_into,
    pack_into,
    print_report_into,
    unfinished_data_set,
    write_report_into,
)
from winnow.app.queries.exportable import Exportable, exportable
from winnow.app.session import Session
from winnow.domain.changes import Changes, Topic
from winnow.qt.bridge import Bridge
from winnow.qt.looking_only import changes_project
from winnow.qt.printing import printed
from winnow.qt.report_wording import report_wording
from winnow.qt.room import RoomWidget
from winnow.qt.rooms.export.data_set_panel import DataSetPanel
from winnow.qt.rooms.export.model_panel import ModelPanel
from winnow.qt.rooms.export.report_panel import ReportPanel
from winnow.qt.rooms.export.where_to import WhereTo
from winnow.qt.widgets.button import Button, Role
from winnow.qt.widgets.empty_state import EmptyState
from winnow.qt.words import room_words


class ExportRoom(RoomWidget):
    """A panel for each kind of export; where to is in the inspector."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(room_words("export"), parent)
        self._bridge = bridge
        self._found: Exportable | None = None
        self.toolbar.show_words(self.tr("Originals stay untouched; an export is a copy"))
        self.open_button = Button(self.tr("Open folder"), self, icon_name="folder")
        self.all_button = Button(self.tr("Export all three"), self, Role.PRIMARY, "export")
        changes_project(self.all_button)
        self.toolbar.add_action(self.open_button)
        self.toolbar.add_action(self.all_button)
        self.data_set = DataSetPanel(bridge, self)
        self.model = ModelPanel(bridge, self)
        self.report = ReportPanel(bridge, self)
        self.where_to = WhereTo(bridge, self)
        self.folder_field, self.run_field = self.where_to.folder_field, self.model.run_field
        self._stack = QStackedWidget(self)
        self._stack.addWidget(
            EmptyState(
                self.tr("Nothing to export yet"),
                self.tr("Label pictures in Sort first. Then the data set and what you train from it go out from here."),
                self,
                icon_name="export",
                buttons=[self.way_to("sort")],
            )
        )
        self._stack.addWidget(self._body())
        self.set_body(self._stack)
        self.set_inspector(self.where_to)
        self._connect()
        self.enter()

    def next_control(self) -> QWidget:
        return self.data_set.button

    def enter(self) -> None:
        self._bridge.ask("export.exportable", self._show, exportable)

    def _connect(self) -> None:
        self.data_set.button.clicked.connect(self._export_data_set)
        self.model.button.clicked.connect(self._export_model)
        self.report.button.clicked.connect(self._export_report)
        self.all_button.clicked.connect(self._export_all)
        self.open_button.clicked.connect(self._open_folder)
        self.data_set.discard_wanted.connect(self._discard)
        self.where_to.pack_wanted.connect(self._pack)
        self.where_to.edited.connect(self._show_ready)
        for panel in (self.data_set, self.model, self.report):
            panel.edited.connect(self._show_ready)
            panel.ending.changed.connect(self._show_ready)
        self._bridge.changed.connect(self._refresh)

    def _body(self) -> QWidget:
        body = QWidget()
        row = QHBoxLayout(body)
        row.setContentsMargins(24, 24, 24, 24)
        row.setSpacing(16)
        for panel in (self.data_set, self.model, self.report):
            row.addWidget(panel, 1)
        return body

    @Slot(object)
    def _refresh(self, changes: Changes) -> None:
        topics = (Topic.IMAGES, Topic.LABELS, Topic.FRAMES, Topic.SPLIT, Topic.RUNS, Topic.EXPORTS)
        if changes.touches(*topics) and not self.is_away:
            self.enter()

    def _show(self, found: Exportable) -> None:
        self._found = found
        self._stack.setCurrentIndex(1 if found.frames or found.runs else 0)
        self.where_to.show_found(found)
        self._show_ready()

    @Slot()
    def _show_ready(self) -> None:
        if self._found is None:
            return
        folder = self.where_to.folder
        why_not = "" if folder is not None else self.tr("Choose a folder to export to.")
        self.data_set.show_found(self._found, self.where_to.leave_out.isChecked(), why_not)
        self.model.show_found(self._found, why_not)
        self.report.show_found(self._found, why_not)
        ready = [panel.is_ready for panel in (self.data_set, self.model, self.report)]
        self.all_button.setEnabled(all(ready))
        self.all_button.setToolTip("" if all(ready) else self.tr("One of the three cannot be exported now."))
        self.where_to.show_can_pack()
        self._ask_unfinished()

    def _ask_unfinished(self) -> None:
        folder = self.where_to.folder
        if folder is not None:
            # A folder on a network may take long to answer.
            work = partial(unfinished_data_set, self._bridge.session, folder)
            self._bridge.fetch("export.unfinished", self._show_unfinished, work)

    def _show_unfinished(self, files: int) -> None:
        self.data_set.show_unfinished(files)

    @Slot()
    def _discard(self) -> None:
        folder = self.where_to.folder
        if folder is not None:
            self._bridge.change(self._show_unfinished, _discarded, self._bridge.session, folder)

    @Slot()
    def _export_data_set(self) -> None:
        if (folder := self.where_to.folder) is not None:
            steps = partial(export_data_set_into, self._bridge.session, folder, self.data_set.options)
            self.data_set.start(Job(self.tr("Exporting the data set"), steps))

    @Slot()
    def _export_model(self) -> None:
        run, folder = self.model.run, self.where_to.folder
        if run is not None and folder is not None:
            steps = partial(
                export_model_into, self._bridge.session, run.id, run.name, folder, formats=self.model.formats
            )
            self.model.start(Job(self.tr("Exporting {0}").format(run.name), steps))

    @Slot()
    def _export_report(self) -> None:
        if (folder := self.where_to.folder) is None:
            return
        told = (self.report.run_id, self.report.options, report_wording())
        if self.report.is_pdf:
            steps = partial(print_report_into, self._bridge.session, folder, printed, *told)
        else:
            steps = partial(write_report_into, self._bridge.session, folder, *told)
        self.report.start(Job(self.tr("Writing the report"), steps))

    @Slot()
    def _export_all(self) -> None:
        for panel in (self.data_set, self.model, self.report):
            panel.button.click()

    @Slot()
    def _pack(self) -> None:
        if (folder := self.where_to.folder) is not None:
            steps = partial(pack_into, self._bridge.session, folder)
            self.where_to.packing.start(Job(self.tr("Packing the project"), steps))

    @Slot()
    def _open_folder(self) -> None:
        if (folder := self.where_to.folder) is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def _discarded(session: Session, folder: Path) -> int:
    discard_unfinished_data_set(session, folder)
    return 0
