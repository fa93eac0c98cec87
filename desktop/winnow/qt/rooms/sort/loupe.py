"""The large preview over the grid: the keys stay with the grid, so walking and labelling go on under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from winnow.app.session import Session
from winnow.base.errors import WinnowError
from winnow.qt.bridge import Bridge
from winnow.qt.core_words import core_words
from winnow.qt.theme.drawing import draw_box
from winnow.qt.theme.fonts import Type, font
from winnow.qt.theme.theme import tokens
from winnow.qt.widgets.chip import draw_class_chip

if TYPE_CHECKING:  # decoders are not needed to show the room
    from winnow.vision.decoder import Decoder

_MARGIN_PX, _FOOT_PX = 24, 44


class Loupe(QWidget):
    """Covers its parent; shows one picture as large as fits with its name and label under it."""

    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self._image = QImage()
        self._words = ""
        self._label: tuple[str, int, str] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Large preview"))
        parent.installEventFilter(self)
        self.hide()

    @property
    def image(self) -> QImage:
        """What is shown; null while it is on its way."""
        return self._image

    @property
    def words(self) -> str:
        """What stands under the picture."""
        return self._words

    def show_image(self, image: QImage) -> None:
        """Show *image*."""
        self._image = image
        self.update()

    def show_words(self, words: str, label: tuple[str, int, str] | None) -> None:
        """Say *words* under it, and the label as (letter, position, name)."""
        self._words, self._label = words, label
        self.setAccessibleDescription(words)
        self.update()

    def open(self) -> None:
        """Cover the parent."""
        self.setGeometry(self._over.rect())
        self.raise_()
        self.show()

    @Slot()
    def close_loupe(self) -> None:
        """Go away."""
        if not self.isHidden():
            self.hide()
            self._image = QImage()
            self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self.setGeometry(self._over.rect())
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.close_loupe()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, now = QPainter(self), tokens()
        painter.fillRect(self.rect(), now.colour("canvas"))
        room = self.rect().adjusted(_MARGIN_PX, _MARGIN_PX, -_MARGIN_PX, -_MARGIN_PX - _FOOT_PX)
        if self._image.isNull():
            draw_box(painter, QRectF(room), 8, now.colour("ctl"))
        else:
            size = self._image.size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
            box = QRect(room.topLeft(), size)
            box.moveCenter(room.center())
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(box, self._image)
        self._paint_foot(painter)

    def _paint_foot(self, painter: QPainter) -> None:
        foot = QRect(_MARGIN_PX, self.height() - _FOOT_PX - 8, self.width() - 2 * _MARGIN_PX, 32)
        left = foot.left()
        middle = Qt.AlignmentFlag.AlignVCenter
        if self._label is not None:
            letter, position, name = self._label
            draw_class_chip(painter, QRect(left, foot.center().y() - 8, 16, 16), letter, position)
            painter.setFont(font(Type.NAME))
            painter.setPen(tokens().colour("text"))
            wide = painter.fontMetrics().horizontalAdvance(name)
            painter.drawText(QRect(left + 24, foot.top(), wide + 2, foot.height()), middle, name)
            left += 24 + wide + 16
        painter.setFont(font(Type.SMALL))
        painter.setPen(tokens().colour("text-2"))
        keys = self.tr("Arrows: other pictures \u00b7 digits label \u00b7 Space or Esc: back")
        wide = painter.fontMetrics().horizontalAdvance(keys)
        painter.drawText(foot, middle | Qt.AlignmentFlag.AlignRight, keys)
        room = QRect(left, foot.top(), max(0, foot.right() - wide - 24 - left), foot.height())
        painter.drawText(
            room, middle, painter.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideMiddle, room.width())
        )


class Magnifier(QObject):
    """Fills a loupe: the stored thumbnail at once, the picture itself when it is decoded."""

    def __init__(self, bridge: Bridge, loupe: Loupe) -> None:
        super().__init__(loupe)
        self._bridge = bridge
        self._loupe = loupe
        self._decoder: Decoder | None = None
        self._wanted = 0
        bridge.ended.connect(self._close)

    def show_picture(self, image_id: int, first: QImage) -> None:
        """Show the picture *image_id*, *first* until it is decoded."""
        if image_id != self._wanted or self._loupe.image.isNull():
            self._loupe.show_image(first)
        self._wanted = image_id
        self._bridge.fetch("sort.loupe", self._arrive, _decoded, self._bridge.session, self._opener(), image_id)

    def _opener(self) -> Decoder:
        from winnow.vision.decoder import Decoder

        if self._decoder is None:
            self._decoder = Decoder()
        return self._decoder

    def _arrive(self, found: tuple[int, QImage | str]) -> None:
        image_id, image = found
        if image_id != self._wanted or self._loupe.isHidden():
            return
        if isinstance(image, str):
            self._loupe.show_words(image, None)
        else:
            self._loupe.show_image(image)

    @Slot()
    def _close(self) -> None:
        if self._decoder is not None:
            self._decoder.close()


def _decoded(session: Session, decoder: Decoder, image_id: int) -> tuple[int, QImage | str]:
    """Return (id, picture), or why it cannot be shown."""
    from winnow.app.pipelines.editing import load_picture
    from winnow.qt.canvas.picture import qimage

    try:
        return image_id, qimage(load_picture(session, decoder, image_id).pixels)
    except WinnowError as error:
        return image_id, core_words(str(error))
