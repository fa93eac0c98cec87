"""A network of the person's own: which file, which class, and whether it is trusted."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from winnow.app.own_networks import QUESTION, NetworkFile, NetworkFileUnfit, own_network, read_network_file, trusted
from winnow.qt.bridge import Bridge
from winnow.qt.widgets.file_dialog import ask_once


class OwnNetworkDialogs(QObject):
    """Asks for a file and, unless it was trusted as it is, whether to trust it; nothing of it is run here."""

    chosen = Signal(object)  # OwnNetwork, or None where the person chose none

    def __init__(self, bridge: Bridge, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge, self._parent = bridge, parent
        self._file: NetworkFile | None = None

    @Slot()
    def ask(self) -> None:
        """Let a Python file be chosen."""
        dialog = QFileDialog(self._parent, self.tr("A network of your own"), str(Path.home()), "Python (*.py)")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.read)
        dialog.rejected.connect(self._refuse)
        ask_once(dialog)

    @Slot(str)
    def read(self, file: str) -> None:
        """Look at the classes of *file*, then ask."""
        self._bridge.fetch("train-own-network", self._take, _read, Path(file))

    def _take(self, found: NetworkFile | NetworkFileUnfit) -> None:
        if isinstance(found, NetworkFileUnfit):
            self._refuse()
            self._box(QMessageBox.Icon.Warning, str(found), QMessageBox.StandardButton.Ok)
            return
        self._file = found
        if found.is_trusted:
            self.chosen.emit(own_network(found))
            return
        words = self.tr("{0}, class {1}").format(found.path, found.classes[-1])
        box = self._box(
            QMessageBox.Icon.Warning,
            f"{words}\n\n{QUESTION}",
            QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.No,
        )
        box.button(QMessageBox.StandardButton.Yes).setText(self.tr("Trust it"))
        box.button(QMessageBox.StandardButton.No).setText(self.tr("Do not"))
        box.accepted.connect(self._trust)
        box.rejected.connect(self._refuse)

    def _box(self, kind: QMessageBox.Icon, words: str, buttons: QMessageBox.StandardButton) -> QMessageBox:
        box = QMessageBox(kind, self.tr("A network of your own"), words, buttons, self._parent)
        box.setDefaultButton(QMessageBox.StandardButton.No)
        box.finished.connect(box.deleteLater)
        box.open()
        return box

    @Slot()
    def _trust(self) -> None:
        if self._file is not None:
            self._bridge.change(self._tell, trusted, self._file)

    def _tell(self, file: NetworkFile) -> None:
        self.chosen.emit(own_network(file))

    @Slot()
    def _refuse(self) -> None:
        self.chosen.emit(None)


def _read(path: Path) -> NetworkFile | NetworkFileUnfit:
    try:
        return read_network_file(path)
    except NetworkFileUnfit as refusal:
        return refusal
