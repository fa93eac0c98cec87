"""The canvas of Edit: one picture, its frames, and the hands that move the active one."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QKeyEvent, QKeySequence, QMouseEvent, QPainter
from PySide6.QtWidgets import QWidget

from winnow.domain.frame import Colour, Fill, Frame
from winnow.domain.reshaping import shaped
from winnow.qt.accessible import tell_role
from winnow.qt.canvas.geometry import Handle, moved
from winnow.qt.canvas.grip import Grip, Keys, Turning, grip_at
from winnow.qt.canvas.painting import CanvasFrame, Scene, other_at, outline, paint_scene
from winnow.qt.canvas.picture import Picture
from winnow.qt.canvas.pills import paint_pills, paint_tile_pills
from winnow.qt.canvas.tile_painting import CanvasTile, TileScene
from winnow.qt.canvas.view import PictureView
from winnow.qt.canvas.viewport import Viewport
from winnow.qt.theme.theme import current_theme

_CLICK_PX = 3
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_TURNS = {Qt.Key.Key_BracketLeft: 1, Qt.Key.Key_BracketRight: -1}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_REDO = (QKeySequence("Ctrl+Y"), QKeySequence("Ctrl+Shift+Z"))
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


class FrameCanvas(PictureView):
    """Shows a picture with its frames and drafts changes of the active one; nothing is changed but the draft."""

    frame_changed = Signal(Frame)  # the draft is another one now
    accepted = Signal(Frame)  # Enter
    cancelled = Signal()  # Escape, while nothing is held: the draft is the frame that was shown
    back_wanted = Signal()  # Backspace
    frame_picked = Signal(int)  # another frame was clicked
    tile_picked = Signal(int)
    tiles_ended = Signal(bool)  # True by Enter: add them; False by Escape: drop them
    colour_picked = Signal(object)  # Colour under the pointer, after `pick_colour`
    step_wanted = Signal(int)  # -1: take a step of the draft back, 1: do it again

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._frames: tuple[CanvasFrame, ...] = ()
        self._active = 0
        self._draft: Frame | None = None
        self._tiles: TileScene | None = None
        self._aspect: float | None = None
        self._input_size = 0
        self._has_thirds = True
        self._picks_colour = False
        self._has_steps = (False, False)
        self._grip: Grip | None = None
        self._pressed = QPointF()
        self._hovered: Handle | Turning | None = None
        self.setAccessibleName(self.tr("Frame canvas"))
        tell_role(self, QAccessible.Role.Canvas)
        words = self.tr("Arrows move the frame, brackets turn it; Enter accepts, Backspace goes back, Escape cancels.")
        self.setAccessibleDescription(words)

    @property
    def frame(self) -> Frame | None:
        """The active frame as it is drafted."""
        return self._draft

    @property
    def is_dragging(self) -> bool:
        """Whether a hand holds the frame."""
        return self._grip is not None

    def show_made(self, picture: Picture) -> None:
        self._frames, self._draft, self._tiles, self._picks_colour = (), None, None, False
        self._let_go()
        super().show_made(picture)

    def show_frames(self, frames: Sequence[CanvasFrame], active: int = 0) -> None:
        """Show *frames*, the one at *active* with handles; what is held of it stays held."""
        is_other = len(frames) != len(self._frames)
        self._frames = tuple(frames)
        self._active = min(max(active, 0), max(len(self._frames) - 1, 0))
        draft = self._frames[self._active].frame if self._frames else None
        if draft != self._draft:
            self._let_go()
        self._draft = draft
        if self._is_fitted and is_other:
            # Not at every change: what a hand or an arrow key moves must not make the picture jump.
            self.fit()
        self.update()

    def show_tiles(self, tiles: Sequence[CanvasTile], picked: int = 0) -> None:
        """Show *tiles* in place of the frames, the one at *picked* in accent; none shows the frames again."""
        self._tiles = TileScene(tiles, picked) if tiles else None
        self._let_go()
        if self._is_fitted:
            self.fit()
        self.update()

    def set_aspect(self, aspect: float | None) -> None:
        """Keep the frame in *aspect* (width divided by height) from now on; None leaves it free."""
        self._aspect = aspect
        if aspect is not None and self._draft is not None and self._picture is not None:
            self._change(shaped(self._draft, aspect, self._picture.full_size))

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

    def pick_colour(self) -> None:
        """Let the next click say which colour lies under it; Escape ends that."""
        self._picks_colour = True
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setFocus()

    def set_steps(self, back: bool, on: bool) -> None:
        """Say whether the draft has steps to take back, or to do again: then undo and redo mean those."""
        self._has_steps = (back, on)

    def event(self, event: QEvent) -> bool:
        # The window has these keys, too; while a draft has steps they belong to it.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._step_of(event):
            event.accept()
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        if self._begin_pan(event):
            return
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
        elif self._picks_colour and self._picture is not None:
            self._picks_colour = False
            self.colour_picked.emit(self._colour_at(at))
        elif self._tiles is not None:
            number = self._tiles.at(self._view, at)
            if number is not None:
                self.tile_picked.emit(number)
        elif self._draft is not None:
            self._pressed = at
            hold = grip_at(self._draft, self._view, at)
            if hold is not None:
                self._grip = Grip(self._draft, hold, self._view.to_picture((at.x(), at.y())))
                self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        if self._pan(at):
            return
        if self._grip is not None and self._picture is not None:
            keys = Keys.of(event.modifiers())
            to = self._view.to_picture((at.x(), at.y()))
            self._change(self._grip.drag(to, self._aspect, self._picture.full_size, self._view.scale, keys))
        else:
            self._hover(at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        was_pan, was_grip = self._pan_from is not None, self._grip
        self._let_go()
        self._hover(event.position())
        if was_pan or event.button() != Qt.MouseButton.LeftButton or self._tiles is not None:
            return
        is_click = (event.position() - self._pressed).manhattanLength() < _CLICK_PX
        if is_click and (was_grip is None or was_grip.hold is Handle.INSIDE):
            self._pick_frame(event.position())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = self._step_of(event)
        if step:
            self.step_wanted.emit(step)
        elif not self._use_view_key(event) and not self._use_frame_key(event.key(), event.modifiers()):
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

    def _area(self) -> tuple[float, float, float, float]:
        whole = QRectF(0, 0, *self._picture.full_size) if self._picture is not None else QRectF(0, 0, 1, 1)
        if self._tiles is not None:
            whole = whole.united(self._tiles.area)
        elif self._draft is not None:
            for frame in (self._draft, *(one.frame for one in self._frames)):
                whole = whole.united(outline(frame, Viewport()).boundingRect())
        return whole.left(), whole.top(), whole.right(), whole.bottom()

    def _paint_over(self, painter: QPainter, picture: Picture) -> None:
        tokens = current_theme().tokens
        frames = list(self._frames) if self._tiles is None else []
        if frames and self._draft is not None:
            frames[self._active] = replace(frames[self._active], frame=self._draft)
        held = self._grip.hold if self._grip is not None else self._hovered
        scene = Scene(
            picture,
            self._view,
            tuple(frames),
            self._active,
            self._has_thirds,
            held if isinstance(held, Handle) else None,
            isinstance(held, Turning),
            self.devicePixelRatioF(),
        )
        paint_scene(painter, scene, tokens)
        if self._tiles is not None:
            self._tiles.paint(painter, self._view, tokens)
            paint_tile_pills(painter, self, self._view, self._tiles, self._input_size)
        elif self._draft is not None:
            paint_pills(painter, self, self._view, self._draft, picture.full_size, self._input_size)

    def _step_of(self, event: QKeyEvent) -> int:
        """Return -1 where a key takes a step of the draft back, 1 where it does it again, otherwise 0."""
        back, on = self._has_steps
        if back and event.matches(QKeySequence.StandardKey.Undo):
            return -1
        is_redo = event.matches(QKeySequence.StandardKey.Redo) or QKeySequence(event.keyCombination()) in _REDO
        return 1 if on and is_redo else 0

    def _use_view_key(self, event: QKeyEvent) -> bool:
        """Do what a key means for the view; False where it means nothing."""
        key, ctrl = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key == Qt.Key.Key_Space and not ctrl:
            if not event.isAutoRepeat():
                self._is_space_held = True
                self.setCursor(Qt.CursorShape.OpenHandCursor)
        elif (key == Qt.Key.Key_0 and ctrl) or (key == Qt.Key.Key_F and not ctrl):
            self.fit()
        elif key == Qt.Key.Key_Z and not ctrl:
            self.zoom_to(1.0)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_in()
        elif key == Qt.Key.Key_Minus:
            self.zoom_out()
        elif key == Qt.Key.Key_Escape and self._picks_colour:
            self._picks_colour = False
            self.unsetCursor()
        else:
            return False
        return True

    def _use_frame_key(self, key: int, keys: Qt.KeyboardModifier) -> bool:
        """Do what *key* means for the frame; False where it means nothing."""
        if self._tiles is not None and key in (*_ENTER, Qt.Key.Key_Escape):
            self.tiles_ended.emit(key != Qt.Key.Key_Escape)
            return True
        if self._draft is None or self._tiles is not None or keys & Qt.KeyboardModifier.ControlModifier:
            return False
        shift = bool(keys & Qt.KeyboardModifier.ShiftModifier)
        arrow = next((by for one, by in _ARROWS.items() if one == key), None)
        turn = next((by for one, by in _TURNS.items() if one == key), None)
        if arrow is not None:
            step = 10 if shift else 1
            self._change(moved(self._draft, arrow[0] * step, arrow[1] * step))
        elif turn is not None:
            angle = math.remainder(self._draft.angle + turn * (0.1 if shift else 1.0), 360)
            self._change(replace(self._draft, angle=round(angle, 1)))
        elif key in _ENTER:
            self._let_go()
            self.accepted.emit(self._draft)
        elif key == Qt.Key.Key_Backspace:
            self.back_wanted.emit()
        elif key == Qt.Key.Key_Escape:
            self._cancel()
        else:
            return False
        return True

    def _cancel(self) -> None:
        held = self._grip
        self._let_go()
        self._change(self._frames[self._active].frame if held is None else held.frame)
        if held is None:
            self.cancelled.emit()

    def _change(self, frame: Frame) -> None:
        if self._draft is None or frame == self._draft:
            return
        self._draft = frame
        self.update()
        self.frame_changed.emit(frame)

    def _colour_at(self, at: QPointF) -> Colour:
        x, y = self._view.to_picture((at.x(), at.y()))
        return self._picture.colour_at(x, y) if self._picture is not None else (0, 0, 0)

    def _let_go(self) -> None:
        self._grip, self._pan_from = None, None
        self.update()

    def _hover(self, at: QPointF) -> None:
        if self._is_space_held or self._picks_colour:
            self.setCursor(Qt.CursorShape.OpenHandCursor if self._is_space_held else Qt.CursorShape.CrossCursor)
            return
        is_framed = self._draft is not None and self._tiles is None
        hovered = grip_at(self._draft, self._view, at) if is_framed and self._draft is not None else None
        if isinstance(hovered, Handle):
            self.setCursor(_CURSORS[hovered])
        else:
            self.setCursor(Qt.CursorShape.CrossCursor if hovered is not None else Qt.CursorShape.ArrowCursor)
        if hovered is not self._hovered:
            self._hovered = hovered
            self.update()

    def _pick_frame(self, at: QPointF) -> None:
        number = other_at(self._frames, self._active, self._view, at)
        if number is not None:
            self.frame_picked.emit(number)
