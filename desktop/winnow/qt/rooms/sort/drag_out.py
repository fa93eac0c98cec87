"""The selection dragged out of the window: the original files, to be copied."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, QPoint, QRect, Qt, QUrl
from PySide6.QtGui import QColor, QDrag, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from winnow.app.queries.originals import original_files
from winnow.qt.bridge import Bridge
from winnow.qt.figures import count_words
from winnow.qt.theme.drawing import draw_box
from winnow.qt.theme.fonts import Type, font
from winnow.qt.theme.theme import tokens

_MOST = 2000
"""Of more files a file manager makes an error of its own."""


class DragOut(QObject):
    """Asks where the files are and begins the drag, unless the button was let go meanwhile."""

    def __init__(self, bridge: Bridge, source: QWidget) -> None:
        super().__init__(source)
        self._bridge = bridge
        self._source = source

    def begin(self, ids: list[int]) -> None:
        """Drag the pictures *ids*."""
        originals = self._bridge.session.originals
        self._bridge.ask("sort.drag", self._drag, original_files, originals, ids[:_MOST])

    def _drag(self, paths: list[Path]) -> None:
        if paths and QApplication.mouseButtons() & Qt.MouseButton.LeftButton:
            self.start(mime_of(paths), len(paths))

    def start(self, data: QMimeData, count: int) -> None:
        """Drag *data* away; returns when it was dropped or given up. Only a copy is offered: originals stay."""
        drag = QDrag(self._source)
        drag.setMimeData(data)
        drag.setPixmap(_sign(self.tr("{0} pictures", n=count).format(count_words(count)), self._source))
        drag.setHotSpot(QPoint(-8, -8))
        drag.exec(Qt.DropAction.CopyAction)


def mime_of(paths: list[Path]) -> QMimeData:
    """Return *paths* as what other programs take for files."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def _sign(words: str, source: QWidget) -> QPixmap:
    """Return a small sign that goes with the pointer."""
    ratio = source.devicePixelRatioF()
    wide = source.fontMetrics().horizontalAdvance(words) + 28
    sign = QPixmap(round(wide * ratio), round(28 * ratio))
    sign.setDevicePixelRatio(ratio)
    sign.fill(QColor(Qt.GlobalColor.transparent))
    painter = QPainter(sign)
    box = QRect(0, 0, wide, 28)
    draw_box(painter, box.toRectF(), 6, tokens().colour("pop"), tokens().colour("pop-line"))
    painter.setFont(font(Type.BUTTON))
    painter.setPen(tokens().colour("text"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
    painter.end()
    return sign
