"""A stored JPEG becomes the square that the grid paints; runs on the loader's threads."""

from __future__ import annotations

import functools
from collections.abc import Callable

import numpy as np
import numpy.typing as npt
import simplejpeg
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from winnow.vision.thumbnail import is_ours

Read = Callable[[list[bytes]], dict[bytes, bytes]]
"""Gives the stored JPEGs of keys, of those that are there."""


def square(jpeg: bytes, edge_px: int, radius_px: int) -> QImage:
    """Return the middle of *jpeg* as a square with round corners, to be drawn unscaled.

    Args:
        jpeg: One of our own thumbnails.
        edge_px: In device pixels; so is *radius_px*.

    Returns:
        A premultiplied ARGB picture, or a null one where *jpeg* cannot be decoded.
    """
    if not is_ours(jpeg):
        return QImage()
    try:
        # Scaled by the decoder to the next eighth that is still large enough.
        pixels = simplejpeg.decode_jpeg(jpeg, "BGRX", fastdct=True, min_height=edge_px, min_width=edge_px)
    except ValueError:
        return QImage()
    height, width = pixels.shape[:2]
    side = min(height, width)
    borrowed = QImage(pixels.data, width, height, 4 * width, QImage.Format.Format_RGB32)
    middle = borrowed.copy((width - side) // 2, (height - side) // 2, side, side)
    made = middle.scaled(
        edge_px,
        edge_px,
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    ).convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
    _round(made, radius_px)
    return made


def whole(jpeg: bytes) -> QImage:
    """Return all of *jpeg*, one of our own thumbnails; a null picture where it cannot be decoded."""
    if not is_ours(jpeg):
        return QImage()
    try:
        pixels = simplejpeg.decode_jpeg(jpeg, "BGRX", fastdct=True)
    except ValueError:
        return QImage()
    height, width = pixels.shape[:2]
    return QImage(pixels.data, width, height, 4 * width, QImage.Format.Format_RGB32).copy()


def squares(read: Read, keys: list[bytes], edge_px: int, radius_px: int) -> dict[bytes, QImage]:
    """Return the `square` of each of *keys* that *read* has."""
    return {key: square(jpeg, edge_px, radius_px) for key, jpeg in read(keys).items()}


def whole_of(read: Read, key: bytes) -> QImage:
    """Return the picture of *key* as `whole` does; a null one where *read* does not have it."""
    return whole(read([key]).get(key, b""))


def _round(image: QImage, radius_px: int) -> None:
    """Make the corners of a premultiplied *image* transparent, in place."""
    corner = _corner(radius_px)
    edge = image.width()
    pixels = np.frombuffer(image.bits(), np.uint8).reshape(edge, image.bytesPerLine() // 4, 4)
    far = edge - radius_px
    for rows, columns, mask in (
        (slice(0, radius_px), slice(0, radius_px), corner),
        (slice(0, radius_px), slice(far, edge), corner[:, ::-1]),
        (slice(far, edge), slice(0, radius_px), corner[::-1]),
        (slice(far, edge), slice(far, edge), corner[::-1, ::-1]),
    ):
        pixels[rows, columns] = pixels[rows, columns] * mask[..., None]


@functools.cache
def _corner(radius_px: int) -> npt.NDArray[np.float32]:
    """Return how much of each pixel of the upper left corner lies inside the arc, (r, r), 0 to 1."""
    finer = 8
    at = (np.arange(radius_px * finer) + 0.5) / finer - radius_px
    inside = at[:, None] ** 2 + at**2 <= radius_px**2
    shares: npt.NDArray[np.float32] = inside.reshape(radius_px, finer, radius_px, finer).mean((1, 3), np.float32)
    return shares
