"""A cluster's contact sheet and its mean picture, large over the pictures; written as PNG where the person says."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from winnow.app.grid_rows import GridRows, Section
from winnow.app.jobs import Job
from winnow.app.session import Session
from winnow.qt.bridge import Bridge
from winnow.qt.figures import count_words
from winnow.qt.rooms.sort.steps import sheet_of, sheets_written
from winnow.qt.theme.fonts import Type, font
from winnow.qt.theme.theme import tokens
from winnow.qt.widgets.button import Button, IconButton, Role, Size
from winnow.qt.widgets.chip import ClusterChip
from winnow.qt.widgets.file_dialog import ask_once
from winnow.qt.widgets.label import ElidedLabel, Label

_MEAN_PX, _MARGIN_PX, _HEAD_PX = 192, 24, 52


class SheetView(QWidget):
    """Covers its parent; Esc or the cross closes it."""

    closed = Signal()

    def __init__(self, bridge: Bridge, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._over = parent
        self._cluster = 0
        self.sheet, self.mean = QImage(), QImage()
        self._chip = ClusterChip(1, self)
        self._title = Label("", Type.HEADING, parent=self)
        self._words = ElidedLabel("", Type.SMALL, "text-2", self)
        self.save_button = Button(self.tr("Save as PNG\u2026"), self, Role.PRIMARY, "export", Size.SMALL)
        self.save_all_button = Button(self.tr("All clusters\u2026"), self, icon_name="export", size=Size.SMALL)
        back = IconButton("reject", self.tr("Close"), self, "Esc", Size.SMALL)
        head = QHBoxLayout()
        head.setContentsMargins(16, 12, 12, 0)
        head.setSpacing(8)
        head.addWidget(self._chip)
        head.addWidget(self._title)
        head.addWidget(self._words, 1)
        for button in (self.save_button, self.save_all_button):
            head.addWidget(button)
        head.addWidget(back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(head)
        column.addStretch()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Contact sheet"))
        parent.installEventFilter(self)
        back.clicked.connect(self.close_view)
        self.save_button.clicked.connect(partial(self._choose, False))
        self.save_all_button.clicked.connect(partial(self._choose, True))
        self.hide()

    def open(self, section: Section, rows: GridRows) -> None:
        """Show the sheet of the pictures of *section*, in its order."""
        self._cluster = (section.cluster or 1) - 1
        self._chip.show_cluster(section.cluster or 1)
        self._title.setText(section.title)
        self._words.setText(self.tr("{0} pictures", n=section.count).format(count_words(section.count)))
        self.sheet, self.mean = QImage(), QImage()
        keys = [rows.key(row) for row in range(section.first, section.first + section.count)]
        self._bridge.fetch("sort.sheet", self._show, _painted, self._bridge.session, keys)
        self.setGeometry(self._over.rect())
        self.raise_()
        self.show()
        self.setFocus()

    @Slot()
    def close_view(self, _checked: bool = False) -> None:
        """Go away."""
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def save_in(self, folder: Path, all_clusters: bool = False) -> None:
        """Write the sheet and the mean picture, or those of all clusters, into *folder*."""
        numbers = None if all_clusters else (self._cluster,)
        steps = partial(sheets_written, self._bridge.session, folder, numbers, self.tr("Cluster {0}"))
        self._bridge.jobs.start(Job(self.tr("Contact sheets"), steps))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self.setGeometry(self._over.rect())
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: object) -> None:
        if getattr(event, "key", int)() == Qt.Key.Key_Escape.value:
            self.close_view()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, now = QPainter(self), tokens()
        painter.fillRect(self.rect(), now.colour("bg"))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        top = _HEAD_PX + 8
        mean = QRect(_MARGIN_PX, top + 20, _MEAN_PX, _MEAN_PX)
        painter.setFont(font(Type.SMALL))
        painter.setPen(now.colour("text-2"))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRect(_MARGIN_PX, top - 4, _MEAN_PX, 20), middle, self.tr("Mean picture"))
        painter.fillRect(mean, now.colour("ctl"))
        left = _MARGIN_PX + _MEAN_PX + 24
        room = QRect(left, top + 20, self.width() - left - _MARGIN_PX, self.height() - top - 20 - _MARGIN_PX)
        painter.drawText(QRect(left, top - 4, room.width(), 20), middle, self.tr("Most typical first"))
        if not self.mean.isNull():
            painter.drawImage(mean, self.mean)
        if not self.sheet.isNull():
            size = self.sheet.size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
            painter.drawImage(QRectF(room.x(), room.y(), size.width(), size.height()), self.sheet)

    def _show(self, found: tuple[QImage, QImage]) -> None:
        self.sheet, self.mean = found
        self.update()

    def _choose(self, all_clusters: bool, _checked: bool = False) -> None:
        dialog = QFileDialog(self, self.tr("Where to save the pictures"), str(Path.home()))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(partial(self._save, all_clusters))
        ask_once(dialog)

    def _save(self, all_clusters: bool, folder: str) -> None:
        self.save_in(Path(folder), all_clusters)


def _painted(session: Session, keys: list[bytes]) -> tuple[QImage, QImage]:
    """Return (sheet, mean picture); null ones where no picture has a thumbnail."""
    sheet, mean = sheet_of(session, keys)
    return _image(sheet), _image(mean)


def _image(pixels: npt.NDArray[np.uint8] | None) -> QImage:
    from winnow.qt.canvas.picture import qimage

    return QImage() if pixels is None else qimage(pixels)
