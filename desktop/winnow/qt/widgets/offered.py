"""What a drop or a paste holds: files, addresses, pictures."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage

_PICTURE_TYPES = ("image/png", "image/jpeg", "image/webp", "image/gif", "image/bmp", "image/tiff", "image/avif")
_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
_DRAGGED_PICTURE = re.compile(r"""<img\b[^>]*?\bsrc\s*=\s*["']([^"']+)""", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Offered:
    """One drop or paste; at most one of its parts is used, in this order."""

    paths: tuple[Path, ...] = ()
    """Files and folders of this computer."""
    addresses: tuple[str, ...] = ()
    picture: bytes = b""
    """An encoded picture as another program gave it, not looked at yet."""
    pixels: QImage | None = None
    """A picture that the system has decoded itself, such as a screenshot."""

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to take."""
        return not self.paths and not self.addresses and not self.picture and self.pixels is None


def offered_by(data: QMimeData) -> Offered:
    """Return what can be taken from *data*; local files win over addresses, addresses over pictures.

    A picture that is dragged out of a browser comes with its address, which
    is worth more than its pixels: it says where the picture came from.
    """
    paths = tuple(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())
    if paths:
        return Offered(paths=paths)
    addresses = tuple(dict.fromkeys(_addresses(data)))
    if addresses:
        return Offered(addresses=addresses)
    for kind in _PICTURE_TYPES:
        if data.hasFormat(kind):
            return Offered(picture=bytes(data.data(kind).data()))
    if data.hasImage():
        pixels = data.imageData()
        return Offered(pixels=pixels if isinstance(pixels, QImage) and not pixels.isNull() else None)
    return Offered()


def _addresses(data: QMimeData) -> Iterator[str]:
    if data.hasHtml() and (dragged := _DRAGGED_PICTURE.search(data.html())) is not None:
        source = html.unescape(dragged.group(1))
        if _ADDRESS.fullmatch(source):
            yield source
            return
    for url in data.urls():
        if url.scheme() in ("http", "https"):
            yield url.toString()
    if not data.hasUrls() and data.hasText():
        yield from _ADDRESS.findall(data.text())
