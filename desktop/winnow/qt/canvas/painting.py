"""How the canvas looks: scrim, padding, frames, handles, pills."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPainterPath, QPen, QPolygonF

from winnow.domain.frame import FillMode, Frame
from winnow.qt.canvas.geometry import Handle, centre, corners, reaches_out, turned
from winnow.qt.canvas.picture import SHARP_SCALE, Picture
from winnow.qt.canvas.viewport import Viewport
from winnow.qt.theme.drawing import draw_box
from winnow.qt.theme.fonts import Type, font
from winnow.qt.theme.theme import class_colour, letter_on_class
from winnow.qt.theme.tokens import Tokens

HANDLE_PX, GRAB_PX = 10, 20
TURN_PX, TURN_ABOVE_PX = 14, 30
_WHITE = QColor(Qt.GlobalColor.white)
_HALO = QColor(0x11, 0x14, 0x19, round(0.35 * 255))
_THIRDS = QColor(255, 255, 255, round(0.45 * 255))
_TAG_HEIGHT_PX, _TAG_INSET_PX, _LETTER_PX = 20, 9, 16
_PILL_HEIGHT_PX, _PILL_PADDING_PX = 22, 9
SIDES = tuple(one for one in Handle if one is not Handle.INSIDE)


@dataclass(frozen=True, slots=True)
class CanvasFrame:
    """A frame with what its tag says: its label's position (None: no label yet), letter and name."""

    frame: Frame
    label: int | None = None
    letter: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Scene:
    """Everything that one painting of the canvas needs."""

    picture: Picture
    view: Viewport
    frames: tuple[CanvasFrame, ...]
    active: int
    has_thirds: bool = True
    hovered: Handle | None = None
    turns: bool = False
    """The turning handle is hovered."""
    ratio: float = 1.0
    """Device pixels in a logical one."""


def paint_scene(painter: QPainter, scene: Scene, tokens: Tokens) -> None:
    """Paint picture, padding and frames."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    area = picture_area(scene.picture, scene.view)
    scene.picture.paint(painter, area, scene.ratio)
    if not scene.frames:
        return
    frame = scene.frames[scene.active].frame
    whole, inside = QPainterPath(), QPainterPath()
    whole.addRect(area)
    inside.addPolygon(outline(frame, scene.view))
    inside.closeSubpath()
    painter.fillPath(whole.subtracted(inside), tokens.colour("scrim"))
    is_padded = reaches_out(frame, scene.picture.full_size)
    if is_padded:
        _paint_padding(painter, scene, frame, inside.subtracted(whole))
    if is_padded:
        _paint_picture_border(painter, area, inside)
    for number, one in enumerate(scene.frames):
        if number != scene.active:
            _paint_other(painter, scene.view, number, one)
    _paint_active(painter, scene, tokens)


def picture_area(picture: Picture, view: Viewport) -> QRectF:
    """Return where the whole picture is seen."""
    x, y = view.to_screen((0, 0))
    return QRectF(x, y, picture.full_size[0] * view.scale, picture.full_size[1] * view.scale)


def outline(frame: Frame, view: Viewport) -> QPolygonF:
    """Return where a frame's four sides are seen."""
    return QPolygonF([QPointF(*view.to_screen(corner)) for corner in corners(frame)])


def other_at(frames: Sequence[CanvasFrame], active: int, view: Viewport, at: QPointF) -> int | None:
    """Return the smallest frame at *at* on the screen that is not the active one."""
    here = []
    for number, one in enumerate(frames):
        sides = outline(one.frame, view)
        if number != active and sides.containsPoint(at, Qt.FillRule.OddEvenFill):
            box = sides.boundingRect()
            here.append((box.width() * box.height(), number))
    return min(here)[1] if here else None


def handle_points(frame: Frame, view: Viewport) -> dict[Handle, QPointF]:
    """Return where the handles of the sides and corners are seen."""
    return {handle: _on_side(frame, view, handle.value) for handle in SIDES}


def turn_point(frame: Frame, view: Viewport) -> QPointF:
    """Return where the turning handle is seen."""
    above = turned((0, -TURN_ABOVE_PX), frame.angle)
    return _on_side(frame, view, (0, -1)) + QPointF(*above)


def paint_pill(
    painter: QPainter,
    middle: QPointF,
    parts: Sequence[tuple[str, str]],
    tokens: Tokens,
    height_px: int = _PILL_HEIGHT_PX,
) -> QRectF:
    """Paint words on a small plate about *middle*; *parts* are (words, token). Returns the plate."""
    how = font(Type.CAPTION)
    metrics = QFontMetricsF(how)
    width = sum(metrics.horizontalAdvance(words) for words, _ in parts)
    plate = QRectF(0, 0, width + 2 * _PILL_PADDING_PX, height_px)
    plate.moveCenter(middle)
    plate.moveTopLeft(QPointF(round(plate.x()), round(plate.y())))
    draw_box(painter, plate, 6, tokens.colour("pop"), tokens.colour("pop-line"))
    painter.setFont(how)
    x = plate.x() + _PILL_PADDING_PX
    for words, role in parts:
        painter.setPen(tokens.colour(role))
        wide = metrics.horizontalAdvance(words)
        painter.drawText(QRectF(x, plate.y(), wide + 1, plate.height()), Qt.AlignmentFlag.AlignVCenter, words)
        x += wide
    return plate


def _on_side(frame: Frame, view: Viewport, side: tuple[int, int]) -> QPointF:
    (x, y), (width, height) = centre(frame), frame.size
    dx, dy = turned((side[0] * width / 2, side[1] * height / 2), frame.angle)
    return QPointF(*view.to_screen((x + dx, y + dy)))


def _paint_padding(painter: QPainter, scene: Scene, frame: Frame, where: QPainterPath) -> None:
    view = scene.view
    (left, top), (right, bottom) = (
        view.to_picture((corner.x(), corner.y()))
        for corner in (QPointF(painter.viewport().topLeft()), QPointF(painter.viewport().bottomRight()))
    )
    seen = QRectF(QPointF(left, top), QPointF(right, bottom))
    painter.save()
    painter.setClipPath(where)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, view.scale < SHARP_SCALE)
    for patch in scene.picture.padding(frame, seen, view.scale * scene.ratio):
        x, y = view.to_screen((patch.where.x(), patch.where.y()))
        target = QRectF(x, y, patch.where.width() * view.scale, patch.where.height() * view.scale)
        if isinstance(patch.image, QImage):
            if frame.fill.mode is FillMode.BLUR:
                painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(target, patch.image, QRectF(patch.image.rect()))
        else:
            painter.fillRect(target.intersected(QRectF(painter.viewport())), QColor(*patch.image))
    painter.restore()


def _paint_picture_border(painter: QPainter, area: QRectF, inside: QPainterPath) -> None:
    """Mark where the picture ends inside the frame."""
    painter.save()
    painter.setClipPath(inside)
    pen = QPen(_WHITE, 1)
    pen.setDashPattern([5, 4])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(_on_pixels(area))
    painter.restore()


def _paint_other(painter: QPainter, view: Viewport, number: int, one: CanvasFrame) -> None:
    pen = QPen(_WHITE, 1.5, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.RoundCap)
    pen.setDashPattern([0.01, 4 / 1.5])
    painter.setPen(QPen(_HALO, 2.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolygon(outline(one.frame, view))
    painter.setPen(pen)
    painter.drawPolygon(outline(one.frame, view))
    paint_tag(painter, view, number, one)


def _paint_active(painter: QPainter, scene: Scene, tokens: Tokens) -> None:
    one = scene.frames[scene.active]
    frame, view = one.frame, scene.view
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if scene.has_thirds:
        painter.setPen(QPen(_THIRDS, 1))
        for third in (-1 / 3, 1 / 3):
            for near, far in (((third, -1), (third, 1)), ((-1, third), (1, third))):
                painter.drawLine(_share(frame, view, near), _share(frame, view, far))
    sides = outline(frame, view)
    top = turn_point(frame, view)
    for pen in (QPen(_HALO, 4), QPen(_WHITE, 2)):
        painter.setPen(pen)
        painter.drawPolygon(sides)
        painter.drawLine(_on_side(frame, view, (0, -1)), top)
    accent = QPen(tokens.colour("accent"), 2)
    painter.setPen(accent)
    for handle, at in handle_points(frame, view).items():
        painter.setBrush(tokens.colour("accent") if handle is scene.hovered else _WHITE)
        box = QRectF(at.x() - HANDLE_PX / 2, at.y() - HANDLE_PX / 2, HANDLE_PX, HANDLE_PX)
        painter.drawRoundedRect(box, 2, 2)
    painter.setBrush(tokens.colour("accent") if scene.turns else _WHITE)
    painter.drawEllipse(top, TURN_PX / 2, TURN_PX / 2)
    paint_tag(painter, view, scene.active, one)


def _share(frame: Frame, view: Viewport, at: tuple[float, float]) -> QPointF:
    """Return where a point of the frame is seen, (-1, -1) being its upper left corner."""
    (x, y), (width, height) = centre(frame), frame.size
    dx, dy = turned((at[0] * width / 2, at[1] * height / 2), frame.angle)
    return QPointF(*view.to_screen((x + dx, y + dy)))


def paint_tag(painter: QPainter, view: Viewport, number: int, one: CanvasFrame) -> None:
    """Paint the frame's number and label in its upper left corner."""
    if not one.name and number == 0 and one.label is None:
        return
    words = f"{number + 1}  {one.name}".strip()
    metrics = QFontMetricsF(font(Type.CHIP))
    letter = _LETTER_PX + 6 if one.label is not None else 4
    painter.save()
    painter.translate(_on_side(one.frame, view, (-1, -1)))
    painter.rotate(one.frame.angle)
    plate = QRectF(_TAG_INSET_PX, _TAG_INSET_PX, letter + metrics.horizontalAdvance(words) + 12, _TAG_HEIGHT_PX)
    draw_box(painter, plate, 4, QColor(0x14, 0x16, 0x1C, round(0.82 * 255)))
    if one.label is not None:
        chip = QRectF(plate.x() + 2, plate.y() + 2, _LETTER_PX, _LETTER_PX)
        draw_box(painter, chip, 4, class_colour(one.label))
        painter.setPen(letter_on_class(one.label))
        painter.setFont(font(Type.LETTER))
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, one.letter)
    painter.setPen(_WHITE)
    painter.setFont(font(Type.CHIP))
    painter.drawText(plate.adjusted(letter, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, words)
    painter.restore()


def _on_pixels(area: QRectF) -> QRectF:
    """Return *area* moved so that a line of one pixel is sharp."""
    return QRectF(round(area.x()) + 0.5, round(area.y()) + 0.5, round(area.width()) - 1, round(area.height()) - 1)
