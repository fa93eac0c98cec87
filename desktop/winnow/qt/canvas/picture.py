"""The picture on the canvas: halved as often as the zoom needs, and what pads it, made small."""

from __future__ import annotations

import functools
import math
from dataclasses import replace

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from winnow.base.errors import ContractError
from winnow.domain.frame import Frame
from winnow.vision.framing import cut, shrunk

Pixels = npt.NDArray[np.uint8]

_PROXY_EDGE_PX = 1024
_SHARP_SCALE = 2.0
"""From here on pixels are shown as the squares they are."""


class Picture:
    """An upright picture as it came, or reduced, with the size that it has in truth.

    Args:
        pixels: (H, W, 3) uint8, sRGB.
        full_size: Width and height that frames count in.

    Raises:
        ContractError: *pixels* is not such an array, or the size is empty.
    """

    def __init__(self, pixels: Pixels, full_size: tuple[int, int]) -> None:
        if pixels.ndim != 3 or pixels.shape[2] != 3 or pixels.dtype != np.uint8 or not pixels.size:
            raise ContractError(f"expected (H, W, 3) uint8, got {pixels.shape} {pixels.dtype}")
        if min(full_size) < 1:
            raise ContractError(f"a picture of {full_size} pixels cannot be shown")
        self.full_size = full_size
        self._levels = [qimage(pixels)]
        self._proxy = shrunk(pixels, _PROXY_EDGE_PX, _PROXY_EDGE_PX)
        self._cut = functools.lru_cache(maxsize=2)(self._cut_small)

    def paint(self, painter: QPainter, target: QRectF, ratio: float) -> None:
        """Paint the whole picture into *target*; *ratio* is device pixels in a logical one."""
        scale = target.width() * ratio / self._levels[0].width()
        level, image = 0, self._levels[0]
        # Smooth scaling by less than a half leaves pixels out; each level is half the one before.
        while scale * 2 ** (level + 1) <= 1 and min(image.width(), image.height()) > 1:
            level += 1
            if level == len(self._levels):
                self._levels.append(_half(image))
            image = self._levels[level]
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, scale < _SHARP_SCALE)
        source = _seen(target, QRectF(painter.viewport()), image)
        if source.isEmpty():
            return
        across, down = target.width() / image.width(), target.height() / image.height()
        part = QRectF(
            target.x() + source.x() * across,
            target.y() + source.y() * down,
            source.width() * across,
            source.height() * down,
        )
        painter.drawImage(part, image, source)

    def padded(self, frame: Frame) -> QImage:
        """Return what *frame* cuts, neither turned back nor flipped, at the size of a screen at most.

        The same `vision.framing.cut` makes it as makes the sample.
        """
        return self._cut(replace(frame, flip_x=False, flip_y=False))

    def _cut_small(self, frame: Frame) -> QImage:
        factor = self._proxy.shape[1] / self.full_size[0]
        # A frame far larger than its picture is made smaller still.
        factor = min(factor, _PROXY_EDGE_PX / max(frame.size))
        pixels = shrunk(
            self._proxy,
            max(1, round(min(self.full_size) * factor)),
            max(1, round(max(self.full_size) * factor)),
        )
        return qimage(cut(pixels, frame.scaled(pixels.shape[1] / self.full_size[0])))


def qimage(pixels: Pixels) -> QImage:
    """Return (H, W, 3) uint8 as a picture of its own, in the format that is painted fastest."""
    height, width = pixels.shape[:2]
    packed = np.ascontiguousarray(pixels)
    borrowed = QImage(packed.data, width, height, 3 * width, QImage.Format.Format_RGB888)
    return borrowed.convertToFormat(QImage.Format.Format_RGB32)


def _seen(target: QRectF, screen: QRectF, image: QImage) -> QRectF:
    """Return the part of *image*, in whole pixels, that is seen of it when it covers *target*.

    At 3200 % all of it would be wider than the painter's numbers reach.
    """
    seen = target.intersected(screen)
    if seen.isEmpty():
        return QRectF()
    across, down = image.width() / target.width(), image.height() / target.height()
    left, top = math.floor((seen.left() - target.left()) * across), math.floor((seen.top() - target.top()) * down)
    right, bottom = math.ceil((seen.right() - target.left()) * across), math.ceil((seen.bottom() - target.top()) * down)
    # A pixel more on each side, for the smooth edges.
    grown = QRectF(left - 1, top - 1, right - left + 2, bottom - top + 2)
    return grown.intersected(QRectF(image.rect()))


def _half(image: QImage) -> QImage:
    return image.scaled(
        max(1, image.width() // 2),
        max(1, image.height() // 2),
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
