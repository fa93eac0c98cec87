"""The rows of a grid as Qt sees them."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from winnow.app.grid_rows import NO_LABEL, GridRows, Mark

AnyIndex = QModelIndex | QPersistentModelIndex

ItemIdRole = Qt.ItemDataRole.UserRole
_ROOT = QModelIndex()


class GridModel(QAbstractListModel):
    """Item ids in view order. ``data`` never reads a disk or a database."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows = GridRows()

    @property
    def rows(self) -> GridRows:
        """What is shown."""
        return self._rows

    def show(self, rows: GridRows) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def repaint(self, rows: GridRows) -> None:
        """Replace what is known of the same rows in the same order; selection and current row stay."""
        self._rows = rows
        if len(rows):
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a row's name, its id, or its words for a screen reader."""
        if not index.isValid():
            return None
        row = index.row()
        if role == ItemIdRole:
            return int(self._rows.ids[row])
        if role == Qt.ItemDataRole.DisplayRole:
            return self._rows.names[row] if self._rows.names else ""
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._words(row)
        return None

    def _words(self, row: int) -> str:
        """Return name, label and marks, in one line."""
        rows = self._rows
        words = [rows.names[row]] if rows.names else [str(rows.ids[row])]
        label, marks = int(rows.labels[row]), int(rows.marks[row])
        if label != NO_LABEL and label < len(rows.label_names):
            words.append(rows.label_names[label])
        said = {
            Mark.REJECTED: self.tr("rejected"),
            Mark.FLAGGED: self.tr("flagged"),
            Mark.DUPLICATE: self.tr("near duplicate"),
            Mark.EDITED: self.tr("edited"),
        }
        return ", ".join(words + [word for mark, word in said.items() if marks & mark])
