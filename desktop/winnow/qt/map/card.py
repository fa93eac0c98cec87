"""The card at the pointer: the picture of a point, and what is known of it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from winnow.qt.theme.drawing import draw_box
from winnow.qt.theme.fonts import Type, font
from winnow.qt.theme.theme import tokens
from winnow.qt.widgets.chip import draw_class_chip, draw_cluster_chip

_WIDTH, _PICTURE = 164, 112
_AWAY_PX = 18


class PointCard(QWidget):
    """Lies beside its point, within its parent; the mouse goes through it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFixedSize(QSize(_WIDTH, _PICTURE + 56))
        self._image = QImage()
        self._words = self._about = ""
        self._cluster, self._letter, self._label = 0, "", -1
        self.hide()

    def show_point(self, at: QPoint, words: str, about: str, cluster: int, letter: str, label: int) -> None:
        """Show what is known of the point at *at*: its label in words, size and source, chips; no picture yet."""
        self._image = QImage()
        self._words, self._about = words, about
        self._cluster, self._letter, self._label = cluster, letter, label
        around = self.parentWidget()
        room = around.rect() if around is not None else self.rect()
        left = (
            at.x() + _AWAY_PX if at.x() + _AWAY_PX + self.width() < room.width() else at.x() - _AWAY_PX - self.width()
        )
        top = min(max(at.y() - self.height() // 3, 4), max(4, room.height() - self.height() - 4))
        self.move(max(4, left), top)
        self.raise_()
        self.show()
        self.update()

    def show_image(self, image: QImage) -> None:
        """Show its picture."""
        self._image = image
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, now = QPainter(self), tokens()
        draw_box(painter, QRectF(self.rect()), 8, now.colour("pop"), now.colour("pop-line"))
        box = QRectF(6, 6, self.width() - 12, _PICTURE)
        draw_box(painter, box, 4, now.colour("ctl"))
        if not self._image.isNull():
            size = self._image.size().scaled(box.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            left, top = box.center().x() - size.width() / 2, box.center().y() - size.height() / 2
            painter.drawImage(QRectF(left, top, size.width(), size.height()), self._image)
        left = 8
        line = QRectF(left, _PICTURE + 10, self.width() - 16, 20)
        if self._cluster:
            draw_cluster_chip(painter, QRectF(left, _PICTURE + 12, 16, 16).toRect(), self._cluster)
            left += 22
        if self._letter:
            draw_class_chip(painter, QRectF(left, _PICTURE + 12, 16, 16).toRect(), self._letter, self._label)
            left += 22
        line.setLeft(left)
        for style, tone, text in ((Type.SMALL, "text", self._words), (Type.CAPTION, "text-2", self._about)):
            painter.setFont(font(style))
            painter.setPen(now.colour(tone))
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, round(line.width()))
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, shown)
            line = QRectF(8, _PICTURE + 30, self.width() - 16, 18)
