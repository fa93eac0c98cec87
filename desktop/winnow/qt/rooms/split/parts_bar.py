"""Train, valid and test as one bar whose two borders can be dragged, or moved by the arrow keys."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from winnow.domain.split import PARTS, Part, Ratios
from winnow.qt.accessible import tell_role
from winnow.qt.counting import counted
from winnow.qt.figures import count_words
from winnow.qt.rooms.split.parts_painting import draw_part, draw_words_on
from winnow.qt.theme.drawing import draw_box
from winnow.qt.theme.fonts import Type, font
from winnow.qt.theme.icons import icon
from winnow.qt.theme.theme import tokens

_REACH_PX = 12
_GRIP = QSize(14, 36)


class PartsBar(QWidget):
    """Shows wished shares, and the counts that came of them once there are some.

    Left and right move the border in hand by a per cent, with Shift by five; Up and Down take the other border.
    """

    dragged = Signal(object)  # Ratios, while a border moves
    settled = Signal(object)  # Ratios, once it was let go

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ratios = Ratios()
        self._counts: tuple[int, int, int] | None = None
        self._grabbed: int | None = None
        self._before = self._ratios
        self._in_hand = 0
        self._hovered: int | None = None
        self._is_locked = False
        self._names = {Part.TRAIN: self.tr("Train"), Part.VALID: self.tr("Valid"), Part.TEST: self.tr("Test")}
        self.setAccessibleName(self.tr("Shares of train, valid and test"))
        tell_role(self, QAccessible.Role.Slider)
        self.setToolTip(self.tr("Drag a border, or move it by the arrow keys; Up and Down take the other one"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def ratios(self) -> Ratios:
        """What is shown."""
        return self._ratios

    def show_ratios(self, ratios: Ratios) -> None:
        """Show *ratios*; counts of others are not shown any more."""
        if ratios != self._ratios:
            self._counts = None
        self._ratios = ratios
        self._tell()
        self.update()

    def show_counts(self, ratios: Ratios, counts: tuple[int, int, int]) -> None:
        """Show how many frames came of *ratios*."""
        self._ratios, self._counts = ratios, counts
        self._tell()
        self.update()

    def show_locked(self, is_locked: bool) -> None:
        """Show test as locked: its border has no grip."""
        self._is_locked = is_locked
        self._in_hand = 0
        self.update()

    def border_x(self, border: int) -> float:
        """Where border 0 (train from valid) or 1 (valid from test) is, in pixels."""
        share = self._ratios.train + (self._ratios.valid if border else 0)
        return self.width() * share / 100

    def sizeHint(self) -> QSize:
        return QSize(480, 52)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._grabbed = self._border_at(event.position())
            self._before = self._ratios
            self._in_hand = self._grabbed if self._grabbed is not None else self._in_hand
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grabbed is None:
            self._hover(self._border_at(event.position()))
            return
        self._move(self._grabbed, round(100 * event.position().x() / max(self.width(), 1)))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        was_moved = self._grabbed is not None and self._ratios != self._before
        self._grabbed = None
        self.update()
        if was_moved:
            self.settled.emit(self._ratios)

    def leaveEvent(self, event: object) -> None:
        self._hover(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = 5 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._in_hand = 0 if self._is_locked else 1 - self._in_hand
            self.update()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            share = self._ratios.train + (self._ratios.valid if self._in_hand else 0)
            before = self._ratios
            self._move(self._in_hand, share + (step if event.key() == Qt.Key.Key_Right else -step))
            if self._ratios != before:
                self.settled.emit(self._ratios)
        else:
            super().keyPressEvent(event)

    def _hover(self, border: int | None) -> None:
        if border != self._hovered:
            self._hovered = border
            self.setCursor(Qt.CursorShape.SplitHCursor if border is not None else Qt.CursorShape.ArrowCursor)
            self.update()

    def _borders(self) -> tuple[int, ...]:
        # From the right: where both borders lie together, only the second can move outwards.
        return (0,) if self._is_locked else (1, 0)

    def _border_at(self, point: QPointF) -> int | None:
        return next((one for one in self._borders() if abs(point.x() - self.border_x(one)) <= _REACH_PX), None)

    def _move(self, border: int, at: int) -> None:
        wished = self._moved(border, at)
        if wished != self._ratios:
            self.show_ratios(wished)
            self.dragged.emit(wished)

    def _moved(self, border: int, at: int) -> Ratios:
        train, test = self._ratios.train, self._ratios.test
        if border == 0:
            train = min(max(at, 1), 99 - test)
        else:
            test = 100 - min(max(at, train + 1), 100)
        return Ratios(train, 100 - train - test, test)

    def _shares(self) -> tuple[int, int, int]:
        return self._ratios.train, self._ratios.valid, self._ratios.test

    def _tell(self) -> None:
        said = [f"{self._names[part]} {share} %" for part, share in zip(PARTS, self._shares(), strict=True)]
        self.setAccessibleDescription(", ".join(said))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, left = QPainter(self), 0.0
        for at, (part, share) in enumerate(zip(PARTS, self._shares(), strict=True)):
            width = self.width() * share / 100
            box = QRectF(left, 0, max(width - (2 if at < 2 else 0), 0), self.height())
            draw_part(painter, box, 6, part)
            self._draw_words(painter, box, part, at, share)
            left += width
        for border in self._borders():
            self._draw_grip(painter, border)

    def _draw_words(self, painter: QPainter, box: QRectF, part: Part, at: int, share: int) -> None:
        room = box.adjusted(14, 0, -10, 0)
        count = -1 if self._counts is None else self._counts[at]
        words_of_count = "" if count < 0 else counted(count, "frames") if part is Part.TRAIN else count_words(count)
        if part is Part.TEST and room.width() > 60:
            icon("lock", "text").paint(painter, QRect(round(room.left()), self.height() // 2 - 8, 16, 16))
            room.setLeft(room.left() + 22)
        for words, style in (
            (self._names[part], Type.HEADING),
            (words_of_count, Type.BUTTON),
            (f"{share} %", Type.SMALL),
        ):
            width = QFontMetrics(font(style)).horizontalAdvance(words)
            if not words or width > room.width():
                continue
            painter.setFont(font(style))
            draw_words_on(painter, room, part, words)
            room.setLeft(room.left() + width + 8)

    def _draw_grip(self, painter: QPainter, border: int) -> None:
        now = tokens()
        middle = min(max(self.border_x(border), 8), self.width() - 7) - 1
        box = QRectF(middle - 7, (self.height() - 36) / 2, _GRIP.width(), _GRIP.height())
        is_held = self._grabbed == border
        is_lit = is_held or self._hovered == border or (self.hasFocus() and self._in_hand == border)
        fill = now.colour("accent-soft" if is_held else "bg")
        draw_box(painter, box, 6, fill, now.colour("accent" if is_lit else "line-strong"), 2 if self.hasFocus() else 1)
        painter.setPen(now.colour("text-2"))
        for x in (box.center().x() - 2, box.center().x() + 1):
            painter.drawLine(QPointF(x, box.center().y() - 4), QPointF(x, box.center().y() + 4))
