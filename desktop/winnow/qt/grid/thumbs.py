"""A few small pictures in rows, to be looked at and picked: similar ones, samples of a cluster, of a cell."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QFocusEvent, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from winnow.app.grid_rows import NO_LABEL, Mark
from winnow.app.queries.pictures import Glimpses, glimpses
from winnow.qt.accessible import tell_role
from winnow.qt.bridge import Bridge
from winnow.qt.grid.painting import AROUND_PX, CellPainter
from winnow.qt.grid.thumbnail import squares
from winnow.qt.theme.theme import current_theme
from winnow.qt.widgets.label import plain_tip

_RADIUS_PX = 4


@dataclass(frozen=True, slots=True)
class Small:
    """One of them: the picture's id, the key of its thumbnail, and what is drawn over it."""

    id: int
    key: bytes
    name: str = ""
    label: int = NO_LABEL
    """The label's position."""
    marks: int = 0


@dataclass(frozen=True, slots=True)
class Smalls:
    """Some of them, with the letters of the labels by position."""

    pictures: tuple[Small, ...] = ()
    letters: tuple[str, ...] = field(default=())


class Thumbs(QWidget):
    """Squares of *edge_px* in *columns*; arrows walk, Enter, Space or a click picks one."""

    picked = Signal(int)  # id

    def __init__(self, parent: QWidget, columns: int = 4, edge_px: int = 64, gap_px: int = 4) -> None:
        super().__init__(parent)
        self._columns, self._edge, self._gap = columns, edge_px, gap_px
        self._lines = 0
        self._shown = Smalls()
        self._images: dict[bytes, QPixmap] = {}
        self._wrong: frozenset[int] = frozenset()
        self._chosen: frozenset[int] = frozenset()
        self._current = 0
        self._by_keyboard = False
        self._cells: CellPainter | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        tell_role(self, QAccessible.Role.List)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        current_theme().changed.connect(self._redress)

    @property
    def edge_px(self) -> int:
        """The edge of a square, in logical pixels."""
        return self._edge

    @property
    def pictures(self) -> tuple[Small, ...]:
        """What is shown."""
        return self._shown.pictures

    @property
    def missing_keys(self) -> list[bytes]:
        """The keys whose pictures are not here yet."""
        return list(dict.fromkeys(one.key for one in self._shown.pictures if one.key not in self._images))

    def show_columns(self, columns: int, lines: int = 0) -> None:
        """Show so many beside each other, and no more than *lines* lines (0: all)."""
        if (columns, lines) != (self._columns, self._lines):
            self._columns, self._lines = columns, lines
            self.updateGeometry()
            self.update()

    def show_smalls(self, shown: Smalls) -> None:
        """Show these; their pictures come by `show_images`."""
        if shown.letters != self._shown.letters:
            self._cells = None
        self._shown = shown
        self._current = min(self._current, max(0, len(shown.pictures) - 1))
        keys = {one.key for one in shown.pictures}
        self._images = {key: image for key, image in self._images.items() if key in keys}
        self.setAccessibleDescription(self.tr("{0} pictures", n=len(shown.pictures)).format(len(shown.pictures)))
        self.updateGeometry()
        self.update()

    def show_images(self, images: dict[bytes, QImage]) -> None:
        """Have the squares of some keys."""
        for key, image in images.items():
            pixmap = QPixmap.fromImage(image)
            pixmap.setDevicePixelRatio(self.devicePixelRatioF())
            self._images[key] = pixmap
        self.update()

    def show_wrong(self, ids: frozenset[int]) -> None:
        """Cross *ids* out."""
        self._wrong = ids
        self.update()

    def show_chosen(self, ids: frozenset[int]) -> None:
        """Draw *ids* as selected."""
        self._chosen = ids
        self.update()

    def spot(self, at: int) -> QRect:
        """Return where the picture number *at*, from 0, lies."""
        line, column = divmod(at, self._columns)
        pitch = self._edge + self._gap
        return QRect(AROUND_PX + column * pitch, AROUND_PX + line * pitch, self._edge, self._edge)

    def sizeHint(self) -> QSize:
        lines = max(1, -(-self._count() // self._columns))
        pitch = self._edge + self._gap
        return QSize(self._columns * pitch - self._gap + 2 * AROUND_PX, lines * pitch - self._gap + 2 * AROUND_PX)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = self._at(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and at >= 0:
            self._current, self._by_keyboard = at, False
            self.picked.emit(self._shown.pictures[at].id)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = self._at(event.position().toPoint())
        self.setToolTip(plain_tip(self._shown.pictures[at].name) if at >= 0 else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        count = self._count()
        by = {
            Qt.Key.Key_Left.value: -1,
            Qt.Key.Key_Right.value: 1,
            Qt.Key.Key_Up.value: -self._columns,
            Qt.Key.Key_Down.value: self._columns,
        }.get(event.key())
        self._by_keyboard = True
        if by is not None and 0 <= self._current + by < count:
            self._current += by
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and count:
            self.picked.emit(self._shown.pictures[self._current].id)
        elif by is None:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._by_keyboard = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._cells is None:
            letters = self._shown.letters
            self._cells = CellPainter(current_theme().tokens, self._edge, self.devicePixelRatioF(), letters)
        for at, one in enumerate(self._shown.pictures[: self._count()]):
            box = self.spot(at)
            if one.id in self._chosen:
                self._cells.selection(painter, box.x(), box.y(), True, 2)
            elif at == self._current and self._by_keyboard and self.hasFocus():
                self._cells.selection(painter, box.x(), box.y(), False, 2)
            marks = one.marks | (int(Mark.REJECTED) if one.id in self._wrong else 0)
            image = self._images.get(one.key)
            self._cells.picture(painter, box.x(), box.y(), image, bool(marks & Mark.REJECTED))
            self._cells.signs(painter, box.x(), box.y(), one.label, marks)

    def _at(self, spot: QPoint) -> int:
        return next((at for at in range(self._count()) if self.spot(at).contains(spot)), -1)

    def _count(self) -> int:
        """Return how many there is room for."""
        there = len(self._shown.pictures)
        return min(there, self._columns * self._lines) if self._lines else there

    @Slot()
    def _redress(self) -> None:
        self._cells = None
        self.update()


def feed(bridge: Bridge, thumbs: Thumbs, shown: Smalls) -> None:
    """Show *shown* in *thumbs* and have what is missing read and decoded off the GUI thread."""
    thumbs.show_smalls(shown)
    missing = thumbs.missing_keys
    if missing:
        edge = round(thumbs.edge_px * thumbs.devicePixelRatioF())
        read = bridge.session.thumbnails.get
        bridge.fetch(f"smalls-{id(thumbs)}", thumbs.show_images, squares, read, missing, edge, _RADIUS_PX)


def ask_and_feed(bridge: Bridge, thumbs: Thumbs, ids: Sequence[int], then: Callable[[int], None] | None = None) -> None:
    """Show the pictures *ids*, whether the view has them or not; *then* is told how many there are."""
    bridge.ask(f"glimpses-{id(thumbs)}", partial(_arrive, bridge, thumbs, then), glimpses, [int(one) for one in ids])


def _arrive(bridge: Bridge, thumbs: Thumbs, then: Callable[[int], None] | None, found: Glimpses) -> None:
    shown = tuple(
        Small(one.id, one.key, one.name, one.label, int(Mark.REJECTED) * one.is_rejected) for one in found.pictures
    )
    if then is not None:
        then(len(shown))
    feed(bridge, thumbs, Smalls(shown, found.letters))
