"""Pictures in a row with words under them: mistakes, the pictures of a cell, suspected labels."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from winnow.app.grid_rows import NO_LABEL
from winnow.qt.accessible import tell_role
from winnow.qt.bridge import Bridge
from winnow.qt.grid.painting import CellPainter
from winnow.qt.grid.thumbnail import squares
from winnow.qt.rooms.test.words import ClassMark
from winnow.qt.theme.fonts import Type, font
from winnow.qt.theme.theme import current_theme, tokens
from winnow.qt.widgets.chip import draw_class_chip
from winnow.qt.widgets.label import plain_tip

EDGE_PX = 116
_GAP_PX, _AROUND_PX, _RADIUS_PX = 10, 4, 4
_WORDS_PX = 44


@dataclass(frozen=True, slots=True)
class Shown:
    """One picture: the key of its thumbnail, the class that it has, and the words under it.

    *before* and *mark* begin the first line, *figure* ends it, *words* are the second.
    """

    id: int
    key: bytes
    label: int = NO_LABEL
    before: str = ""
    mark: ClassMark | None = None
    figure: str = ""
    words: str = ""
    name: str = ""


class Strip(QWidget):
    """As many beside each other as there is room for; a click or the arrows choose one."""

    picked = Signal(int)  # id of a `Shown`
    opened = Signal(int)  # the same, by a double click or Enter
    widened = Signal()
    """There is room for others: some may be missing."""

    def __init__(self, parent: QWidget | None = None, lines: int = 1) -> None:
        super().__init__(parent)
        self._lines = lines
        self._shown: tuple[Shown, ...] = ()
        self._letters: tuple[str, ...] = ()
        self._images: dict[bytes, QPixmap] = {}
        self._cells: CellPainter | None = None
        self._at = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        tell_role(self, QAccessible.Role.List)
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        current_theme().changed.connect(self._redress)

    @property
    def shown(self) -> tuple[Shown, ...]:
        """What there is, shown or not."""
        return self._shown

    @property
    def chosen(self) -> int:
        """The id of the chosen picture, 0 for none."""
        return self._shown[self._at].id if 0 <= self._at < len(self._shown) else 0

    def show_pictures(self, shown: tuple[Shown, ...], letters: tuple[str, ...]) -> None:
        """Show these; the chosen one stays chosen while it is there."""
        before = self.chosen
        if letters != self._letters:
            self._cells = None
        self._shown, self._letters = shown, letters
        self._at = next((at for at, one in enumerate(shown) if one.id == before), -1)
        keys = {one.key for one in shown}
        self._images = {key: image for key, image in self._images.items() if key in keys}
        self.setAccessibleDescription(self.tr("{0} pictures", n=len(shown)).format(len(shown)))
        self.updateGeometry()
        self.update()

    def choose(self, number: int) -> None:
        """Mark the picture *number* as the chosen one, or none."""
        self._at = next((at for at, one in enumerate(self._shown) if one.id == number), -1)
        self.update()

    def step(self, by: int) -> None:
        """Choose the picture *by* further on, and tell it."""
        if self._shown:
            self._pick(min(max(self._at + by, 0), len(self._shown) - 1))

    def missing_keys(self) -> list[bytes]:
        """Return the keys whose pictures are not here yet, of what is shown."""
        return list(dict.fromkeys(one.key for one in self._shown[: self._room()] if one.key not in self._images))

    def show_images(self, images: dict[bytes, QImage]) -> None:
        """Have the squares of some keys."""
        for key, image in images.items():
            pixmap = QPixmap.fromImage(image)
            pixmap.setDevicePixelRatio(self.devicePixelRatioF())
            self._images[key] = pixmap
        self.update()

    def spot(self, at: int) -> QRect:
        """Return where the picture number *at* lies."""
        line, column = divmod(at, self._columns())
        left, top = column * (EDGE_PX + _GAP_PX), line * (EDGE_PX + _WORDS_PX + _GAP_PX)
        return QRect(_AROUND_PX + left, _AROUND_PX + top, EDGE_PX, EDGE_PX)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        columns = max(1, (width - 2 * _AROUND_PX + _GAP_PX) // (EDGE_PX + _GAP_PX))
        lines = max(1, min(-(-len(self._shown) // columns), self._lines))
        return lines * (EDGE_PX + _WORDS_PX + _GAP_PX) + 2 * _AROUND_PX

    def sizeHint(self) -> QSize:
        return QSize(3 * (EDGE_PX + _GAP_PX), self.heightForWidth(max(self.width(), EDGE_PX)))

    def minimumSizeHint(self) -> QSize:
        return QSize(EDGE_PX + 2 * _AROUND_PX, self.heightForWidth(max(self.width(), EDGE_PX)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()
        if event.size().width() != event.oldSize().width():
            self.widened.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = self._index(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and at >= 0:
            self._pick(at)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._index(event.position().toPoint()) >= 0:
            self.opened.emit(self.chosen)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = self._index(event.position().toPoint())
        self.setToolTip(plain_tip(self._shown[at].name) if at >= 0 else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Left.value: -1,
            Qt.Key.Key_Right.value: 1,
            Qt.Key.Key_Up.value: -self._columns(),
            Qt.Key.Key_Down.value: self._columns(),
        }
        if event.key() in steps and self._shown:
            self.step(steps[event.key()])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.chosen:
            self.opened.emit(self.chosen)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, now = QPainter(self), tokens()
        if self._cells is None:
            self._cells = CellPainter(now, EDGE_PX, self.devicePixelRatioF(), self._letters)
        for at, one in enumerate(self._shown[: self._room()]):
            box = self.spot(at)
            if at == self._at:
                self._cells.selection(painter, box.x(), box.y(), True, 3 if self.hasFocus() else 2)
            self._cells.picture(painter, box.x(), box.y(), self._images.get(one.key), False)
            self._cells.signs(painter, box.x(), box.y(), one.label, 0)
            self._draw_words(painter, box, one)

    def _draw_words(self, painter: QPainter, box: QRect, one: Shown) -> None:
        now = tokens()
        line = QRect(box.x(), box.bottom() + 9, box.width(), 18)
        left = line.left()
        painter.setFont(font(Type.SMALL))
        painter.setPen(now.colour("text-2"))
        middle = Qt.AlignmentFlag.AlignVCenter
        if one.before:
            painter.drawText(line, middle, one.before)
            left += painter.fontMetrics().horizontalAdvance(one.before) + 5
        painter.setFont(font(Type.GROUP))
        figure_px = painter.fontMetrics().horizontalAdvance(one.figure) + 4
        if one.mark is not None:
            draw_class_chip(painter, QRect(left, line.top() + 1, 16, 16), one.mark.letter, one.mark.index)
            left += 21
            painter.setPen(now.colour("text"))
            painter.setFont(font(Type.SMALL))
            room = line.right() - figure_px - left
            name = painter.fontMetrics().elidedText(one.mark.name, Qt.TextElideMode.ElideRight, room)
            painter.drawText(QRectF(left, line.top(), room, 18), middle, name)
        painter.setFont(font(Type.GROUP))
        painter.setPen(now.colour("text"))
        painter.drawText(line, middle | Qt.AlignmentFlag.AlignRight, one.figure)
        painter.setFont(font(Type.CAPTION))
        painter.setPen(now.colour("text-2"))
        words = painter.fontMetrics().elidedText(one.words, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(line.translated(0, 17), middle, words)

    def _pick(self, at: int) -> None:
        self._at = at
        self.update()
        self.picked.emit(self._shown[at].id)

    def _columns(self) -> int:
        return max(1, (self.width() - 2 * _AROUND_PX + _GAP_PX) // (EDGE_PX + _GAP_PX))

    def _room(self) -> int:
        return self._columns() * self._lines

    def _index(self, spot: QPoint) -> int:
        there = min(len(self._shown), self._room())
        return next((at for at in range(there) if self.spot(at).adjusted(0, 0, 0, _WORDS_PX).contains(spot)), -1)

    @Slot()
    def _redress(self) -> None:
        self._cells = None
        self.update()


def feed(bridge: Bridge, strip: Strip) -> None:
    """Have what *strip* is missing read and decoded off the GUI thread."""
    missing = strip.missing_keys()
    if missing:
        edge = round(EDGE_PX * strip.devicePixelRatioF())
        read = bridge.session.thumbnails.get
        bridge.fetch(f"test-strip-{id(strip)}", strip.show_images, squares, read, missing, edge, _RADIUS_PX)
