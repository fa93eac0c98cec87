"""The canvas of Edit: one picture, its frames, and the hands that move the active one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from winnow.domain.frame import Fill, Frame
from winnow.qt.canvas.geometry import Handle, moved, padding, shaped
from winnow.qt.canvas.grip import Grip, Keys, Turning, grip_at
from winnow.qt.canvas.painting import CanvasFrame, Scene, outline, paint_pill, paint_scene
from winnow.qt.canvas.picture import Picture, Pixels
from winnow.qt.canvas.viewport import Viewport, fitting
from winnow.qt.figures import count_words
from winnow.qt.theme.theme import current_theme

_MARGIN_PX = 56
_NOTCH = 120
_ZOOM = 1.25
_CLICK_PX = 3
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_CURSORS = {
    Handle.TOP_LEFT: Qt.CursorShape.SizeFDiagCursor,
    Handle.BOTTOM_RIGHT: Qt.CursorShape.SizeFDiagCursor,
    Handle.TOP_RIGHT: Qt.CursorShape.SizeBDiagCursor,
    Handle.BOTTOM_LEFT: Qt.CursorShape.SizeBDiagCursor,
    Handle.LEFT: Qt.CursorShape.SizeHorCursor,
    Handle.RIGHT: Qt.CursorShape.SizeHorCursor,
    Handle.TOP: Qt.CursorShape.SizeVerCursor,
    Handle.BOTTOM: Qt.CursorShape.SizeVerCursor,
    Handle.INSIDE: Qt.CursorShape.SizeAllCursor,
}


class FrameCanvas(QWidget):
    """Shows a picture with its frames and drafts changes of the active one; nothing is changed but the draft."""

    frame_changed = Signal(Frame)  # the draft is another one now
    accepted = Signal(Frame)  # Enter
    cancelled = Signal()  # Escape: the draft is the accepted frame again
    frame_picked = Signal(int)  # another frame was clicked
    zoom_changed = Signal(float)  # pixels of the screen for each of the picture

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture: Picture | None = None
        self._frames: tuple[CanvasFrame, ...] = ()
        self._active = 0
        self._draft: Frame | None = None
        self._aspect: float | None = None
        self._input_size = 0
        self._has_thirds = True
        self._view = Viewport()
        self._is_fitted = True
        self._grip: Grip | None = None
        self._pan_from: QPointF | None = None
        self._pressed = QPointF()
        self._is_space_held = False
        self._hovered: Handle | Turning | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(self.tr("Frame canvas"))
        self.setAccessibleDescription(
            self.tr("Arrow keys move the frame by a pixel, with Shift by ten; Enter accepts, Escape cancels.")
        )
        current_theme().changed.connect(self.update)

    @property
    def frame(self) -> Frame | None:
        """The active frame as it is drafted."""
        return self._draft

    @property
    def zoom(self) -> float:
        """Pixels of the screen for each of the picture."""
        return self._view.scale

    def show_picture(self, pixels: Pixels, full_size: tuple[int, int]) -> None:
        """Show another picture, fitted and without frames.

        Args:
            pixels: (H, W, 3) uint8, sRGB, upright; may be reduced.
            full_size: Its true width and height, which frames count in.
        """
        self._picture = Picture(pixels, full_size)
        self._let_go()
        self._frames, self._draft = (), None
        self.fit()

    def show_frames(self, frames: Sequence[CanvasFrame], active: int = 0) -> None:
        """Show *frames* as accepted, the one at *active* with handles."""
        self._frames = tuple(frames)
        self._active = min(max(active, 0), max(len(self._frames) - 1, 0))
        self._draft = self._frames[self._active].frame if self._frames else None
        self._let_go()
        if self._is_fitted:
            self.fit()
        self.update()

    def set_aspect(self, aspect: float | None) -> None:
        """Keep the frame in *aspect* (width divided by height) from now on; None leaves it free."""
        self._aspect = aspect
        if aspect is not None and self._draft is not None:
            self._change(shaped(self._draft, aspect))

    def set_fill(self, fill: Fill) -> None:
        """Fill what lies past the picture with *fill*."""
        if self._draft is not None:
            self._change(replace(self._draft, fill=fill))

    def set_frame(self, frame: Frame) -> None:
        """Take *frame* as the draft: an angle typed, a flip, a suggestion."""
        self._change(frame)

    def set_input_size(self, edge_px: int) -> None:
        """Say what the frame becomes: the network's square of *edge_px*."""
        self._input_size = edge_px
        self.update()

    def set_thirds(self, shown: bool) -> None:
        """Show or hide the lines at the thirds."""
        self._has_thirds = shown
        self.update()

    def fit(self) -> None:
        """Show the picture and the whole frame."""
        if self._picture is None:
            return
        left, top, right, bottom = 0, 0, *self._picture.full_size
        if self._draft is not None:
            polygon = outline(self._draft, Viewport()).boundingRect()
            left, top = min(left, int(polygon.left())), min(top, int(polygon.top()))
            right, bottom = max(right, int(polygon.right())), max(bottom, int(polygon.bottom()))
        self._see(fitting((left, top, right, bottom), (self.width(), self.height()), _MARGIN_PX), is_fitted=True)

    def zoom_to(self, scale: float) -> None:
        """Show the picture *scale* times as large as it is, about the canvas's middle."""
        self._see(self._view.zoomed(scale / self._view.scale, (self.width() / 2, self.height() / 2)))

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = current_theme().tokens
        painter = QPainter(self)
        painter.fillRect(self.rect(), tokens.colour("canvas"))
        if self._picture is None:
            return
        frames = list(self._frames)
        if self._draft is not None:
            frames[self._active] = replace(frames[self._active], frame=self._draft)
        held = self._grip.hold if self._grip is not None else self._hovered
        scene = Scene(
            self._picture,
            self._view,
            tuple(frames),
            self._active,
            self._has_thirds,
            held if isinstance(held, Handle) else None,
            isinstance(held, Turning),
        )
        paint_scene(painter, scene, tokens, self.devicePixelRatioF())
        if self._draft is not None:
            self._paint_pills(painter, self._draft)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._is_fitted:
            self.fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        at = event.position()
        self._see(self._view.zoomed(_ZOOM ** (event.angleDelta().y() / _NOTCH), (at.x(), at.y())))
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        pans = event.button() == Qt.MouseButton.MiddleButton or self._is_space_held
        if pans:
            self._pan_from = at
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        elif event.button() == Qt.MouseButton.LeftButton and self._draft is not None:
            self._pressed = at
            hold = grip_at(self._draft, self._view, at)
            if hold is not None:
                self._grip = Grip(self._draft, hold, self._view.to_picture((at.x(), at.y())))
                self.update()
        else:
            event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        if self._pan_from is not None:
            by = at - self._pan_from
            self._pan_from = at
            self._see(self._view.panned(by.x(), by.y()))
        elif self._grip is not None and self._picture is not None:
            keys = Keys.of(event.modifiers())
            to = self._view.to_picture((at.x(), at.y()))
            self._change(self._grip.drag(to, self._aspect, self._picture.full_size, self._view.scale, keys))
        else:
            self._hover(at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        was_pan, was_grip = self._pan_from is not None, self._grip
        self._let_go()
        self._hover(event.position())
        if was_pan or event.button() != Qt.MouseButton.LeftButton:
            return
        is_click = (event.position() - self._pressed).manhattanLength() < _CLICK_PX
        if is_click and (was_grip is None or was_grip.hold is Handle.INSIDE):
            self._pick_frame(event.position())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._use_key(event.key(), event.modifiers(), event.isAutoRepeat()):
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._is_space_held = False
            self._hover(QPointF(self.mapFromGlobal(self.cursor().pos())))
        else:
            event.ignore()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.FontChange):
            self.update()

    def _use_key(self, key: int, keys: Qt.KeyboardModifier, repeats: bool) -> bool:
        """Do what *key* means here; False where it means nothing."""
        ctrl = bool(keys & Qt.KeyboardModifier.ControlModifier)
        arrow = next((by for one, by in _ARROWS.items() if one == key), None)
        if key == Qt.Key.Key_Space:
            if not repeats:
                self._is_space_held = True
                self.setCursor(Qt.CursorShape.OpenHandCursor)
        elif (key == Qt.Key.Key_0) or (key == Qt.Key.Key_F and not ctrl):
            self.fit()
        elif ctrl and key == Qt.Key.Key_1:
            self.zoom_to(1.0)
        elif self._draft is None:
            return False
        elif arrow is not None and not ctrl:
            step = 10 if keys & Qt.KeyboardModifier.ShiftModifier else 1
            self._change(moved(self._draft, arrow[0] * step, arrow[1] * step))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._let_go()
            self.accepted.emit(self._draft)
        elif key == Qt.Key.Key_Escape:
            self._cancel()
        else:
            return False
        return True

    def _cancel(self) -> None:
        self._let_go()
        self._change(self._frames[self._active].frame)
        self.cancelled.emit()

    def _change(self, frame: Frame) -> None:
        if self._draft is None or frame == self._draft:
            return
        self._draft = frame
        self.update()
        self.frame_changed.emit(frame)

    def _see(self, view: Viewport, is_fitted: bool = False) -> None:
        self._is_fitted = is_fitted
        zooms = view.scale != self._view.scale
        self._view = view
        self.update()
        if zooms:
            self.zoom_changed.emit(view.scale)

    def _let_go(self) -> None:
        self._grip, self._pan_from = None, None
        self.update()

    def _hover(self, at: QPointF) -> None:
        if self._is_space_held:
            self.setCursor(Qt.CursorShape.OpenHandCursor)
            return
        hovered = grip_at(self._draft, self._view, at) if self._draft is not None else None
        if isinstance(hovered, Handle):
            self.setCursor(_CURSORS[hovered])
        else:
            self.setCursor(Qt.CursorShape.CrossCursor if hovered is not None else Qt.CursorShape.ArrowCursor)
        if hovered is not self._hovered:
            self._hovered = hovered
            self.update()

    def _pick_frame(self, at: QPointF) -> None:
        """Pick the smallest other frame at *at*."""
        here = [
            (outline(one.frame, self._view).boundingRect(), number)
            for number, one in enumerate(self._frames)
            if number != self._active and outline(one.frame, self._view).containsPoint(at, Qt.FillRule.OddEvenFill)
        ]
        if here:
            self.frame_picked.emit(min(here, key=lambda one: one[0].width() * one[0].height())[1])

    def _paint_pills(self, painter: QPainter, frame: Frame) -> None:
        tokens = current_theme().tokens
        width, height = frame.size
        box = outline(frame, self._view).boundingRect()
        y = min(max(box.bottom() + 24, 40), self.height() - 24)
        x = min(max(box.center().x(), 90), max(self.width() - 90, 90))
        words = f"{count_words(width)} × {count_words(height)}"
        if self._input_size:
            words += f" → {self._input_size} × {self._input_size}"
        paint_pill(painter, QPointF(x, y), [(words, "text")], tokens)
        parts = self._position_words(frame)
        plate = paint_pill(painter, QPointF(-4000, 0), parts, tokens)
        paint_pill(painter, QPointF(12 + plate.width() / 2, self.height() - 28), parts, tokens)

    def _position_words(self, frame: Frame) -> list[tuple[str, str]]:
        """Return where the frame lies and how far it pads, as (words, token)."""
        parts = [
            ("x ", "text-2"),
            (f"{count_words(frame.left)}    ", "text"),
            ("y ", "text-2"),
            (count_words(frame.top), "text"),
        ]
        if frame.angle % 360:
            return [*parts, (f"    {frame.angle:.1f}°".replace("-", "−"), "text")]
        out = padding(frame, self._picture.full_size) if self._picture is not None else (0, 0, 0, 0)
        sides = (self.tr("left"), self.tr("top"), self.tr("right"), self.tr("bottom"))
        reaching = [(side, by) for side, by in zip(sides, out, strict=True) if by]
        for at, (side, by) in enumerate(reaching):
            lead = "    " + self.tr("pads") + " " if at == 0 else " · "
            parts += [(f"{lead}{side} ", "text-2"), (count_words(by), "text")]
        return [*parts, (" px", "text")] if reaching else parts
