"""Where files, folders and addresses may be dropped."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QRectF, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from winnow.qt.theme.drawing import draw_box, draw_dashed_box
from winnow.qt.theme.theme import tokens
from winnow.qt.widgets.offered import offered_by


class DropTarget(QWidget):
    """A dashed box that takes files and text; what stands in it is the caller's layout."""

    dropped = Signal(list)  # of Path: local files and folders
    offered = Signal(object)  # Offered: addresses, a picture, or nothing of use

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._over = False
        self.setAcceptDrops(True)

    @property
    def is_over(self) -> bool:
        """Whether something that can be dropped is held over it."""
        return self._over

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() or event.mimeData().hasText() or event.mimeData().hasImage():
            event.acceptProposedAction()
            self._show_over(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._show_over(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._show_over(False)
        event.acceptProposedAction()
        self.take(event.mimeData())

    def take(self, data: QMimeData) -> None:
        """Tell what *data*, dropped or pasted, holds."""
        found = offered_by(data)
        if found.paths:
            self.dropped.emit(list(found.paths))
        else:
            self.offered.emit(found)

    def _show_over(self, over: bool) -> None:
        self._over = over
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, now, box = QPainter(self), tokens(), QRectF(self.rect())
        if self._over:
            draw_box(painter, box, 8, now.colour("accent-soft"), now.colour("accent"), 2)
        else:
            draw_dashed_box(painter, box, 8, now.colour("text-3" if self.underMouse() else "line-strong"))
