"""Train, valid and test as one bar whose two borders can be dragged."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from winnow.domain.split import Ratios
from winnow.qt.theme.drawing import draw_box
from winnow.qt.theme.fonts import Type, font
from winnow.qt.theme.theme import tokens

_REACH_PX = 10
_INKS = ("on-accent", "text", "text")
_ROLES = ("train", "valid", "test")


class PartsBar(QWidget):
    """Shows wished shares; the fields beside it are its way in for the keyboard."""

    dragged = Signal(object)  # Ratios

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ratios = Ratios()
        self._grabbed: int | None = None
        self._names = (self.tr("Train"), self.tr("Valid"), self.tr("Test"))
        self.setAccessibleName(self.tr("Shares of train, valid and test"))
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def ratios(self) -> Ratios:
        """What is shown."""
        return self._ratios

    def show_ratios(self, ratios: Ratios) -> None:
        """Show *ratios*."""
        self._ratios = ratios
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

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grabbed is None:
            over = self._border_at(event.position()) is not None
            self.setCursor(Qt.CursorShape.SplitHCursor if over else Qt.CursorShape.ArrowCursor)
            return
        wished = self._moved(self._grabbed, round(100 * event.position().x() / max(self.width(), 1)))
        if wished != self._ratios:
            self.show_ratios(wished)
            self.dragged.emit(wished)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grabbed = None

    def _border_at(self, point: QPointF) -> int | None:
        # From the right: where both borders lie together, only the second can move outwards.
        return next((border for border in (1, 0) if abs(point.x() - self.border_x(border)) <= _REACH_PX), None)

    def _moved(self, border: int, at: int) -> Ratios:
        train, test = self._ratios.train, self._ratios.test
        if border == 0:
            train = min(max(at, 1), 99 - test)
        else:
            test = 100 - min(max(at, train + 1), 100)
        return Ratios(train, 100 - train - test, test)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, now, left = QPainter(self), tokens(), 0.0
        shares = (self._ratios.train, self._ratios.valid, self._ratios.test)
        for name, share, role, ink in zip(self._names, shares, _ROLES, _INKS, strict=True):
            width = self.width() * share / 100
            box = QRectF(left, 0, max(width - 2, 0), self.height())
            draw_box(painter, box, 6, now.colour(role))
            words = f"{name}  {share} %"
            painter.setFont(font(Type.NAME))
            painter.setPen(now.colour(ink))
            room = box.adjusted(14, 0, -10, 0)
            elided = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(room.width()))
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, elided)
            left += width
        for border in (0, 1):
            middle = min(self.border_x(border), self.width() - 6) - 1
            draw_box(painter, QRectF(middle - 5, 10, 10, 32), 5, now.colour("bg"), now.colour("line-strong"))
