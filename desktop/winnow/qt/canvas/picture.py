"""The picture on the canvas: halved as often as the zoom needs, and what pads it, where it is seen."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPolygonF

from winnow.base.errors import ContractError
from winnow.domain.frame import Colour, Fill, FillMode, Frame
from winnow.qt.canvas.geometry import corners
from winnow.vision.framing import blurred, cut, mean_colour, surroundings

Pixels = npt.NDArray[np.uint8]

SHARP_SCALE = 2.0
"""From here on pixels are shown as the squares they are."""
_BLURRED_PX = 128
_LEAST_LEVEL_PX = 32


@dataclass(frozen=True, slots=True)
class Patch:
    """A piece of padding: *where* in the picture's pixels, and what is there."""

    where: QRectF
    image: QImage | Colour


class Picture:
    """An upright picture as it came, or reduced, with the size that it has in truth.

    Making one is slow and belongs on a thread of its own; painting is quick.

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
        self.mean = mean_colour(pixels)
        self._levels = [qimage(pixels)]
        while min(self._levels[-1].width(), self._levels[-1].height()) >= 2 * _LEAST_LEVEL_PX:
            self._levels.append(_half(self._levels[-1]))
        self._blurred = qimage(blurred(pixels, (_BLURRED_PX, _BLURRED_PX)))

    @property
    def is_whole(self) -> bool:
        """Whether no pixel was left out."""
        return (self._levels[0].width(), self._levels[0].height()) == self.full_size

    def colour_at(self, x: float, y: float) -> Colour:
        """Return the colour of the pixel at a point of the picture; of the nearest one outside it."""
        level = self._levels[0]
        column = min(max(math.floor(x / self.full_size[0] * level.width()), 0), level.width() - 1)
        row = min(max(math.floor(y / self.full_size[1] * level.height()), 0), level.height() - 1)
        found = level.pixelColor(column, row)
        return found.red(), found.green(), found.blue()

    def paint(self, painter: QPainter, target: QRectF, ratio: float) -> None:
        """Paint the whole picture into *target*; *ratio* is device pixels in a logical one."""
        scale = target.width() * ratio / self._levels[0].width()
        image = self._levels[self._level(scale)]
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, scale < SHARP_SCALE)
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

    def padding(self, frame: Frame, seen: QRectF, scale: float) -> Iterator[Patch]:
        """Yield what pads *frame* where it is *seen* (both in the picture's pixels), upright.

        The same `vision.framing.cut` makes it as makes the sample: a turned
        frame is turned together with its padding.

        Args:
            frame: Its upright surroundings are padded.
            seen: Nothing is made outside it.
            scale: Device pixels for each of the picture: no more is made than the screen shows.
        """
        around = surroundings(frame)
        box = QRectF(QPointF(around.left, around.top), QPointF(around.right, around.bottom))
        mode = frame.fill.mode
        if mode is FillMode.BLUR:
            yield Patch(box, self._blurred)
            return
        if mode in (FillMode.CONSTANT, FillMode.MEAN):
            yield Patch(box, frame.fill.colour if mode is FillMode.CONSTANT else self.mean)
            return
        level = self._levels[self._level(scale * self.full_size[0] / self._levels[0].width())]
        across, down = level.width() / self.full_size[0], level.height() / self.full_size[1]
        pixels = _rgb(level)
        sides = QPolygonF([QPointF(*corner) for corner in corners(frame)])
        for whole_band in _outside(box.intersected(seen), self.full_size):
            # Of a turned frame's surroundings much lies in no frame.
            band = sides.intersected(QPolygonF(whole_band)).boundingRect() if frame.angle % 360 else whole_band
            left, top = math.floor(band.left() * across), math.floor(band.top() * down)
            right, bottom = math.ceil(band.right() * across), math.ceil(band.bottom() * down)
            if left >= right or top >= bottom:
                continue
            made = cut(pixels, Frame(left, top, right, bottom, fill=Fill(mode)))
            where = QRectF(left / across, top / down, (right - left) / across, (bottom - top) / down)
            yield Patch(where, qimage(made))

    def _level(self, scale: float) -> int:
        """Return the smallest copy that has a pixel for each of the screen, where the first is shown at *scale*."""
        level = 0
        # Smooth scaling by less than a half leaves pixels out; each level is half the one before.
        while level + 1 < len(self._levels) and scale * 2 ** (level + 1) <= 1:
            level += 1
        return level


def qimage(pixels: Pixels) -> QImage:
    """Return (H, W, 3) uint8 as a picture of its own, in the format that is painted fastest."""
    height, width = pixels.shape[:2]
    packed = np.ascontiguousarray(pixels)
    borrowed = QImage(packed.data, width, height, 3 * width, QImage.Format.Format_RGB888)
    return borrowed.convertToFormat(QImage.Format.Format_RGB32)


def _rgb(image: QImage) -> Pixels:
    """Return a picture in Format_RGB32 as (H, W, 3) uint8, without copying it; valid as long as it."""
    raw = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine() // 4, 4)
    return raw[:, : image.width(), 2::-1]


def _outside(box: QRectF, size: tuple[int, int]) -> list[QRectF]:
    """Return the parts of *box* that lie past a picture of *size*: above and below, then left and right."""
    width, height = size
    left, top, right, bottom = box.left(), box.top(), box.right(), box.bottom()
    inner_top, inner_bottom = min(max(top, 0), bottom), max(min(bottom, height), top)
    corners = [
        (left, top, right, min(0, bottom)),
        (left, max(height, top), right, bottom),
        (left, inner_top, min(0, right), inner_bottom),
        (max(width, left), inner_top, right, inner_bottom),
    ]
    return [QRectF(QPointF(x, y), QPointF(far, low)) for x, y, far, low in corners if x < far and y < low]


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
