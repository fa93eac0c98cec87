"""What the network got, with where it looked laid over it."""

from __future__ import annotations

from functools import cache

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from winnow.app.pipelines.explaining import Explained
from winnow.qt.theme.drawing import draw_box
from winnow.qt.theme.fonts import Type, font
from winnow.qt.theme.theme import tokens

OFF, GRAD_CAM, SALIENCY = "off", "grad-cam", "saliency"

_STOPS = ((0.0, (40, 90, 220)), (0.35, (60, 200, 220)), (0.6, (250, 225, 70)), (1.0, (225, 40, 40)))
"""Cold to hot; what is cold lets the picture through altogether."""


class HeatView(QWidget):
    """A square picture as wide as the pane; *strength*, 0 to 1, is how much of the heat covers it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Explained | None = None
        self._picture = QImage()
        self._heat = QImage()
        self._mode, self._strength = GRAD_CAM, 0.6
        self._words = ""
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def heat(self) -> QImage:
        """The heat as it is laid over the picture; null where there is none."""
        return self._heat

    def show_explained(self, shown: Explained | None, words: str = "") -> None:
        """Show a picture with its heat, or *words* where there is none yet."""
        self._shown, self._words = shown, words
        self._picture = QImage() if shown is None else _picture(shown.pixels)
        self._make_heat()
        self.setAccessibleName(words or self.tr("What the network got, with where it looked"))

    def show_mode(self, mode: str) -> None:
        """Lay *mode* over it: `OFF`, `GRAD_CAM` or `SALIENCY`."""
        self._mode = mode
        self._make_heat()

    def show_strength(self, strength: float) -> None:
        """Cover so much of the picture where it is hottest."""
        self._strength = strength
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return width

    def sizeHint(self) -> QSize:
        return QSize(240, 240)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, now, box = QPainter(self), tokens(), QRectF(self.rect())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self._picture.isNull():
            draw_box(painter, box, 6, now.colour("ctl"))
            painter.setPen(now.colour("text-2"))
            painter.setFont(font(Type.SMALL))
            inner = self.rect().adjusted(16, 16, -16, -16)
            painter.drawText(inner, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._words)
            return
        outline = QPainterPath()
        outline.addRoundedRect(box, 6, 6)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipPath(outline)
        painter.drawImage(box, self._picture)
        if not self._heat.isNull():
            painter.setOpacity(self._strength)
            painter.drawImage(box, self._heat)

    def _make_heat(self) -> None:
        self._heat = QImage()
        if self._shown is not None and self._mode != OFF:
            values = self._shown.grad_cam if self._mode == GRAD_CAM else self._shown.saliency
            self._heat = _picture(_table()[values])
        self.update()


def _picture(pixels: npt.NDArray[np.uint8]) -> QImage:
    """Return (S, S, 3) RGB or (S, S, 4) premultiplied RGBA as a picture of its own memory."""
    height, width, channels = pixels.shape
    kind = QImage.Format.Format_RGB888 if channels == 3 else QImage.Format.Format_RGBA8888_Premultiplied
    whole = np.ascontiguousarray(pixels)
    return QImage(whole.data, width, height, channels * width, kind).copy()


@cache
def _table() -> npt.NDArray[np.uint8]:
    """Return a colour, premultiplied RGBA, for each heat, (256, 4)."""
    at = np.arange(256) / 255
    shares = [stop for stop, _colour in _STOPS]
    colours = np.stack([np.interp(at, shares, [colour[band] for _stop, colour in _STOPS]) for band in range(3)], 1)
    alpha = np.clip(at * 1.6, 0, 1)[:, None]
    found: npt.NDArray[np.uint8] = np.concatenate([colours * alpha, 255 * alpha], 1).round().astype(np.uint8)
    return found
