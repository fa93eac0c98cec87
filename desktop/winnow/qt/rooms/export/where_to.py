"""The right of the Export room: the target folder, licences, what stays here, earlier exports, packing."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from winnow.app.queries.exportable import EarlierExport, Exportable
from winnow.qt.bridge import Bridge
from winnow.qt.counting import counted
from winnow.qt.figures import count_words
from winnow.qt.looking_only import changes_project
from winnow.qt.rooms.export.ending import Ending
from winnow.qt.theme.fonts import Type
from winnow.qt.widgets.banner import WarningBanner
from winnow.qt.widgets.bars import MeterBar
from winnow.qt.widgets.button import Button
from winnow.qt.widgets.file_dialog import ask_once
from winnow.qt.widgets.form import FactRow, FormRow, SectionHeading, Separator
from winnow.qt.widgets.inspector import InspectorPane
from winnow.qt.widgets.label import ElidedLabel, Label
from winnow.qt.widgets.switch import Switch

_EARLIER_SHOWN = 8
_LICENCES_SHOWN = 6


class WhereTo(InspectorPane):
    """Says where exports go and what may be passed on."""

    edited = Signal()  # the folder, or the switch
    pack_wanted = Signal()

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.folder_field = QLineEdit(str(bridge.session.layout.exports), self)
        self.leave_out = Switch(self.tr("Leave them out"), self)
        self.unlicensed = WarningBanner("", parent=self, action=self._switch_row(), action_below=True)
        self.pack_button = Button(self.tr("Pack the project"), self, icon_name="archive")
        changes_project(self.pack_button)
        self.packing = Ending(bridge, self)
        self._licences_heading = SectionHeading(self.tr("Licences"), "", self)
        self._licences, self._left, self._earlier = QWidget(self), QWidget(self), QWidget(self)
        self._lay_out()
        self.folder_field.textChanged.connect(self.edited)
        self.leave_out.toggled.connect(self.edited)
        self.pack_button.clicked.connect(self.pack_wanted)
        self.packing.changed.connect(self.show_can_pack)

    @property
    def folder(self) -> Path | None:
        """The folder that is written; None where none is."""
        text = self.folder_field.text().strip()
        return Path(text).expanduser() if text else None

    def show_found(self, found: Exportable) -> None:
        """Show the licences of what goes out, and what stays."""
        self._licences_heading.show_words(counted(found.images, "images"))
        self._licences = self._replaced(self._licences, self._licence_rows(found))
        self.unlicensed.setVisible(found.without_licence > 0)
        self.unlicensed.show_words(
            self.tr("{0} images have no known licence.", n=found.without_licence).format(
                count_words(found.without_licence)
            ),
            self.tr("Fine for your own use; think before you pass them on."),
        )
        left: list[QWidget] = [
            FactRow(
                self.tr("Unlabelled"),
                counted(found.unlabelled, "images"),
                self,
                96,
            ),
            FactRow(
                self.tr("Rejected"),
                counted(found.rejected, "images"),
                self,
                96,
            ),
        ]
        self._left = self._replaced(self._left, left)
        self._earlier = self._replaced(self._earlier, self._earlier_rows(found.earlier))
        self.show_can_pack()

    def _switch_row(self) -> QWidget:
        held = QWidget(self)
        row = QHBoxLayout(held)
        row.setContentsMargins(0, 4, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.leave_out)
        row.addWidget(Label(self.tr("Leave them out"), Type.SMALL, parent=held))
        row.addStretch(1)
        return held

    def _lay_out(self) -> None:
        column = self.column
        hint = self.tr("Each export makes a new folder or file in it; nothing is overwritten.")
        column.addWidget(FormRow(self.tr("Where to"), self.folder_field, self, hint))
        change = Button(self.tr("Change…"), self, icon_name="folder")
        change.clicked.connect(self._choose_folder)
        column.addWidget(change)
        column.addWidget(Separator(self))
        column.addWidget(self._licences_heading)
        column.addWidget(self._licences)
        self.unlicensed.hide()
        column.addWidget(self.unlicensed)
        column.addWidget(Separator(self))
        column.addWidget(SectionHeading(self.tr("Left out"), "", self))
        column.addWidget(self._left)
        column.addWidget(Separator(self))
        column.addWidget(SectionHeading(self.tr("Earlier exports"), "", self))
        column.addWidget(self._earlier)
        column.addWidget(Separator(self))
        column.addWidget(SectionHeading(self.tr("For another computer"), "", self))
        column.addWidget(
            Label(
                self.tr("The whole project as one file. Drop it on the start page there, or open it from there."),
                Type.SMALL,
                "text-2",
                self,
                wrap=True,
            )
        )
        column.addWidget(self.pack_button)
        column.addWidget(self.packing)
        column.addStretch(1)

    def _licence_rows(self, found: Exportable) -> list[QWidget]:
        most = max((count for _, count in found.licences), default=1)
        return [
            _LicenceRow(licence, count, count / most, self) for licence, count in found.licences[:_LICENCES_SHOWN]
        ] or [Label(self.tr("Nothing goes out yet"), Type.SMALL, "text-2", self)]

    def _earlier_rows(self, earlier: tuple[EarlierExport, ...]) -> list[QWidget]:
        kinds = {"dataset": self.tr("Data set"), "model": self.tr("Model"), "report": self.tr("Report")}
        rows: list[QWidget] = [
            FactRow(kinds.get(one.kind, one.kind), one.folder, self, 64) for one in earlier[:_EARLIER_SHOWN]
        ]
        return rows or [Label(self.tr("None yet"), Type.SMALL, "text-2", self)]

    def _replaced(self, old: QWidget, rows: list[QWidget]) -> QWidget:
        made = QWidget(self)
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for row in rows:
            column.addWidget(row)
        self.column.replaceWidget(old, made)
        old.deleteLater()
        return made

    @Slot()
    def show_can_pack(self) -> None:
        """Let the project be packed where there is a folder for it."""
        has_folder = self.folder is not None
        self.pack_button.setEnabled(has_folder and not self.packing.is_running)
        self.pack_button.setToolTip("" if has_folder else self.tr("Choose a folder to export to."))

    @Slot()
    def _choose_folder(self) -> None:
        dialog = QFileDialog(self, self.tr("Export to"), self.folder_field.text())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self.folder_field.setText)
        ask_once(dialog)


class _LicenceRow(QWidget):
    """A licence, how many pictures have it as a bar, and as a number."""

    def __init__(self, licence: str, count: int, share: float, parent: QWidget) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        name = ElidedLabel(licence or self.tr("Unknown"), Type.SMALL, "text" if licence else "warn", self)
        name.setFixedWidth(96)
        bar = MeterBar(self, 8, "text-3" if licence else "warn")
        bar.show_share(share)
        number = Label(count_words(count), Type.SMALL, parent=self)
        number.setAlignment(Qt.AlignmentFlag.AlignRight)
        number.setMinimumWidth(32)
        row.addWidget(name)
        row.addWidget(bar, 1)
        row.addWidget(number)
