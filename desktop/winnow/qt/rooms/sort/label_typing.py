"""L: a label by typing its name, for those past the nine keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from winnow.domain.label import MAX_NAME_CHARACTERS
from winnow.domain.label import Label as ClassLabel
from winnow.qt.theme.fonts import Type, font
from winnow.qt.widgets.label import Label

_WIDTH_PX, _ROW_PX, _MOST_ROWS = 260, 28, 8


class LabelTyping(QFrame):
    """A small pane over the pictures: type, Enter gives the marked label; Esc leaves it."""

    chosen = Signal(str)  # name of a label, known or new
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._names: list[str] = []
        self.setProperty("surface", "pop")
        self.setFixedWidth(_WIDTH_PX)
        self._heading: QLabel = Label("", Type.GROUP, parent=self)
        self.field = QLineEdit(self)
        self.field.setMaxLength(MAX_NAME_CHARACTERS)
        self.field.setPlaceholderText(self.tr("Name of a label"))
        self.field.setAccessibleName(self.tr("Name of a label"))
        self.list = QListWidget(self)
        self.list.setFont(font(Type.BODY))
        self.list.setAccessibleName(self.tr("Labels"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 12)
        column.setSpacing(8)
        for widget in (self._heading, self.field, self.list):
            column.addWidget(widget)
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._match)
        self.list.itemClicked.connect(self._take)
        self.hide()

    def open(self, labels: Sequence[ClassLabel], count: int, at: QPoint) -> None:
        """Ask for a label for *count* pictures; the upper left corner is at *at*."""
        self._names = [label.name for label in labels]
        self._heading.setText(self.tr("Label {0} as").format(count))
        self.field.clear()
        self._match("")
        self.move(at)
        self.raise_()
        self.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def close_pane(self) -> None:
        """Leave everything as it is."""
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down.value: 1, Qt.Key.Key_Up.value: -1}.get(event.key())
            if step is not None:
                last = self.list.count() - 1
                self.list.setCurrentRow(min(max(self.list.currentRow() + step, 0), last))
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.close_pane()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take()
                return True
        if event.type() == QEvent.Type.FocusOut:
            self.close_pane()
        return super().eventFilter(watched, event)

    @Slot(str)
    def _match(self, typed: str) -> None:
        """List the labels that begin so first, then those that have it within, then a new one."""
        wanted = " ".join(typed.split()).casefold()
        begins = [name for name in self._names if name.casefold().startswith(wanted)]
        within = [name for name in self._names if wanted in name.casefold() and name not in begins]
        self.list.clear()
        names = begins + within
        if wanted and wanted not in (name.casefold() for name in self._names):
            names.append(self.tr("New label: {0}").format(" ".join(typed.split())))
        for name in names:
            item = QListWidgetItem(name, self.list)
            item.setSizeHint(QSize(0, _ROW_PX))
        self.list.setCurrentRow(0)
        self.list.setVisible(self.list.count() > 0)
        self.list.setFixedHeight(_ROW_PX * min(max(self.list.count(), 1), _MOST_ROWS) + 2)
        self.adjustSize()

    @Slot()
    def _take(self) -> None:
        row, typed = self.list.currentRow(), " ".join(self.field.text().split())
        if row < 0:
            return
        words = self.list.item(row).text()
        name = words if words in self._names else typed
        self.close_pane()
        if name:
            self.chosen.emit(name)
