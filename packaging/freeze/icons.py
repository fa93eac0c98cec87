"""The program's icon as bitmaps, drawn from its one SVG: PNG for Linux, .ico for Windows, .icns for macOS."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
_ICO = (16, 24, 32, 48, 64, 128, 256)
_ICNS = (16, 32, 64, 128, 256, 512, 1024)


def make_icons(svg: Path, folder: Path, sizes: Sequence[int] = SIZES) -> None:
    """Draw *svg* into *folder* as winnow-N.png for each of *sizes* (pixels), winnow.ico and winnow.icns.

    Raises:
        ValueError: it is no SVG. OSError: the disk.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PIL import Image
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    renderer = QSvgRenderer(str(svg))
    if not renderer.isValid():
        raise ValueError(f"{svg} is no SVG")
    folder.mkdir(parents=True, exist_ok=True)
    for size in sorted({*sizes, *_ICO, *_ICNS}):
        drawn = QImage(size, size, QImage.Format.Format_ARGB32)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        renderer.render(painter)
        painter.end()
        if not drawn.save(str(folder / f"winnow-{size}.png")):
            raise OSError(f"{folder} does not take winnow-{size}.png")

    def drawn_at(*edges: int) -> list[Image.Image]:
        return [Image.open(folder / f"winnow-{edge}.png").convert("RGBA") for edge in edges]

    *smaller, largest = drawn_at(*_ICO)
    largest.save(folder / "winnow.ico", sizes=[(edge, edge) for edge in _ICO], append_images=smaller)
    *smaller, largest = drawn_at(*_ICNS)
    largest.save(folder / "winnow.icns", append_images=smaller)
