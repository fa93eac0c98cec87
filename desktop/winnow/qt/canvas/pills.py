"""What the canvas says in small plates: sizes, where the frame lies, how far it pads."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPointF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from winnow.domain.frame import Frame
from winnow.qt.canvas.geometry import padding
from winnow.qt.canvas.painting import outline, paint_pill
from winnow.qt.canvas.tile_painting import TileScene
from winnow.qt.canvas.viewport import Viewport
from winnow.qt.figures import count_words
from winnow.qt.theme.theme import current_theme

Parts = list[tuple[str, str]]
"""(words, token)."""

_FAR_AWAY_PX = -4000
_LOW_PX = 28
_CLEAR_PX = 62
_HALF_PX = 90


def paint_pills(
    painter: QPainter, canvas: QWidget, view: Viewport, frame: Frame, picture: tuple[int, int], input_px: int
) -> None:
    """Say the size of *frame* under it, and where it lies in the lower left corner."""
    _paint_size(painter, canvas, view, frame, input_px)
    _paint_low(painter, canvas, position_words(frame, picture))


def paint_tile_pills(painter: QPainter, canvas: QWidget, view: Viewport, scene: TileScene, input_px: int) -> None:
    """Say the size of the tile in hand, which it is, and where it lies."""
    frame = scene.tiles[scene.picked].shown.frame
    _paint_size(painter, canvas, view, frame, input_px, is_inside=True)
    number = _tr("{0} of {1}").format(scene.picked + 1, len(scene.tiles))
    parts = [
        (_tr("tile") + " ", "text-2"),
        (f"{number}    ", "text"),
        ("x ", "text-2"),
        (f"{count_words(frame.left)}    ", "text"),
        ("y ", "text-2"),
        (count_words(frame.top), "text"),
    ]
    _paint_low(painter, canvas, parts)


def position_words(frame: Frame, picture: tuple[int, int]) -> Parts:
    """Return where the frame lies and how far it pads a *picture*, (width, height)."""
    parts = [
        ("x ", "text-2"),
        (f"{count_words(frame.left)}    ", "text"),
        ("y ", "text-2"),
        (count_words(frame.top), "text"),
    ]
    if frame.angle % 360:
        return [*parts, (f"    {frame.angle:.1f}°".replace("-", "−"), "text")]
    sides = (_tr("left"), _tr("top"), _tr("right"), _tr("bottom"))
    reaching = [(side, by) for side, by in zip(sides, padding(frame, picture), strict=True) if by]
    for at, (side, by) in enumerate(reaching):
        lead = "    " + _tr("pads") + " " if at == 0 else " · "
        parts += [(f"{lead}{side} ", "text-2"), (count_words(by), "text")]
    return [*parts, (" px", "text")] if reaching else parts


def _paint_size(
    painter: QPainter, canvas: QWidget, view: Viewport, frame: Frame, input_px: int, is_inside: bool = False
) -> None:
    width, height = frame.size
    box = outline(frame, view).boundingRect()
    y = box.bottom() - 24 if is_inside else box.bottom() + 24
    # Above what lies in the lower corners.
    y = min(max(y, 40), canvas.height() - _CLEAR_PX)
    x = min(max(box.center().x(), _HALF_PX), max(canvas.width() - _HALF_PX, _HALF_PX))
    words = f"{count_words(width)} × {count_words(height)}"
    if input_px:
        words += f" → {input_px} × {input_px}"
    paint_pill(painter, QPointF(x, y), [(words, "text")], current_theme().tokens)


def _paint_low(painter: QPainter, canvas: QWidget, parts: Parts) -> None:
    tokens = current_theme().tokens
    plate = paint_pill(painter, QPointF(_FAR_AWAY_PX, 0), parts, tokens, height_px=30)
    paint_pill(painter, QPointF(12 + plate.width() / 2, canvas.height() - _LOW_PX), parts, tokens, height_px=30)


def _tr(words: str) -> str:
    return QCoreApplication.translate("FrameCanvas", words)
