"""What fell out by one cause: a table, since there is no picture to show."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Slot
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from winnow.app.queries.fallen_out import FallenOut
from winnow.domain.image import Reason
from winnow.qt.core_words import core_words
from winnow.qt.rooms.collect.funnel import cause_words
from winnow.qt.widgets.label import plain_tip
from winnow.qt.widgets.provenance import open_address

_ROW_PX = 28
Index = QModelIndex | QPersistentModelIndex


class _Model(QAbstractTableModel):
    """File, what happened, address; read-only."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.items: tuple[FallenOut, ...] = ()
        self._titles = (self.tr("File"), self.tr("What happened"), self.tr("Address"))

    def show_items(self, items: Sequence[FallenOut]) -> None:
        self.beginResetModel()
        self.items = tuple(items)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.items)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._titles)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._titles[section]
        return None

    def _happened(self, item: FallenOut) -> str:
        if item.cause.reason is Reason.HTTP_STATUS:
            return self.tr("the server answered {0}").format(item.detail)
        return core_words(item.detail) or cause_words(item.cause)

    def data(self, index: Index, role: int = 0) -> Any:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        item = self.items[index.row()]
        text = (item.file, self._happened(item), item.address)[index.column()]
        return plain_tip(text) if role == Qt.ItemDataRole.ToolTipRole else text


class FallenList(QTableView):
    """Rows to read, copy (Ctrl+C) and open (Return: the address, in the browser)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = _Model(self)
        self.setModel(self._model)
        self.setAccessibleName(self.tr("What fell out"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW_PX)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        header.resizeSection(0, 190)
        header.resizeSection(1, 220)
        copy = QAction(self.tr("Copy address"), self)
        copy.setShortcut("Ctrl+C")
        copy.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        copy.triggered.connect(self._copy)
        self.addAction(copy)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.activated.connect(self._open)

    def show_items(self, items: Sequence[FallenOut]) -> None:
        """Show *items*, newest first."""
        self._model.show_items(items)

    @property
    def items(self) -> tuple[FallenOut, ...]:
        """What is shown."""
        return self._model.items

    @Slot()
    def _copy(self, _checked: bool = False) -> None:
        chosen = [self.items[index.row()].address for index in self.selectionModel().selectedRows()]
        if chosen:
            QGuiApplication.clipboard().setText("\n".join(chosen))

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        open_address(self.items[index.row()].address)
