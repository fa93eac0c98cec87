"""One of several, side by side: a segmented control, and tabs with a line under them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QFontMetrics, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from winnow.qt.accessible import tell_role
from winnow.qt.theme.drawing import draw_box
from winnow.qt.theme.fonts import Type, font
from winnow.qt.theme.icons import icon
from winnow.qt.theme.theme import tokens
from winnow.qt.widgets.label import plain_tip

_INNER_PX = 4
"""What stays free of words in a part."""


class _Choice(QWidget):
    """Parts in a row of which one is chosen, by mouse, arrow keys, Home and End."""

    chosen = Signal(str)  # the key of the part that the person chose

    def __init__(self, parts: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys: list[str] = []
        self._words: list[str] = []
        self._at = 0
        self._hovered = -1
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        tell_role(self, QAccessible.Role.PageTabList)
        self.show_parts(parts)

    def show_parts(self, parts: Sequence[tuple[str, str]]) -> None:
        """Show (key, words) from the left; the first is chosen unless the chosen one is still there."""
        before = self.key
        self._keys = [key for key, _ in parts]
        self._words = [words for _, words in parts]
        self._at = self._keys.index(before) if before in self._keys else 0
        self._tell()
        self.updateGeometry()
        self.update()

    @property
    def key(self) -> str:
        """The key of the chosen part; empty where there are none."""
        return self._keys[self._at] if self._keys else ""

    def choose(self, key: str) -> None:
        """Show the part *key* as chosen; nothing is emitted."""
        self._at = self._keys.index(key)
        self._tell()
        self.update()

    def part_rect(self, key: str) -> QRect:
        """Return where the part *key* lies, in this widget's pixels."""
        return self._rects()[self._keys.index(key)]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = len(self._keys) - 1
        wanted = {
            Qt.Key.Key_Left.value: max(self._at - 1, 0),
            Qt.Key.Key_Right.value: min(self._at + 1, last),
            Qt.Key.Key_Home.value: 0,
            Qt.Key.Key_End.value: last,
        }.get(event.key())
        if wanted is None:
            super().keyPressEvent(event)
        else:
            self._take(wanted)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = self._index_at(event)
        if event.button() == Qt.MouseButton.LeftButton and at >= 0:
            self._take(at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self._index_at(event))

    def leaveEvent(self, event: object) -> None:
        self._hover(-1)

    def _hover(self, at: int) -> None:
        if at != self._hovered:
            self._hovered = at
            self.update()

    def _index_at(self, event: QMouseEvent) -> int:
        spot = event.position().toPoint()
        return next((at for at, rect in enumerate(self._rects()) if rect.contains(spot)), -1)

    def _take(self, at: int) -> None:
        if at != self._at and self._keys:
            self._at = at
            self._tell()
            self.update()
            self.chosen.emit(self.key)

    def _tell(self) -> None:
        """Let a screen reader say which one is chosen."""
        self.setAccessibleDescription(self._words[self._at] if self._words else "")

    def _rects(self) -> list[QRect]:
        """Return where the parts lie; each kind lays them out in its own way."""
        raise NotImplementedError

    def _ink(self, at: int) -> str:
        if not self.isEnabled():
            return "text-3"
        return "text" if at in (self._at, self._hovered) else "text-2"


class Segmented(_Choice):
    """A segmented control, 28 px high, 26 where *dense*; parts share its width where it is stretched.

    A part with an entry in *icons* (key to name) shows that icon. Its words are the tooltip then, as
    those of a part are that has no room for them.
    """

    def __init__(
        self,
        parts: Sequence[tuple[str, str]],
        parent: QWidget | None = None,
        dense: bool = False,
        stretch: bool = False,
        icons: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        self._height = 26 if dense else 28
        self._stretch = stretch
        self._icons = icons
        super().__init__(parts, parent)
        self.setFont(font(Type.BODY if not dense else Type.SMALL))
        if stretch:
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(sum(self._widths()) + 4, self._height)

    def minimumSizeHint(self) -> QSize:
        return QSize(sum(max(width - 16, 20) for width in self._widths()) + 4, self._height)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            for key, words, box in zip(self._keys, self._words, self._rects(), strict=True):
                is_cut = QFontMetrics(font(Type.BUTTON)).horizontalAdvance(words) > box.width() - _INNER_PX
                if box.contains(event.pos()) and (key in self._icons or is_cut):
                    QToolTip.showText(event.globalPos(), plain_tip(words), self)
                    return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, now = QPainter(self), tokens()
        draw_box(painter, QRectF(self.rect()), 6, now.colour("ctl"))
        for at, box in enumerate(self._rects()):
            if at == self._at:
                fill = now.colour("seg-on") if self.isEnabled() else now.colour("ctl")
                draw_box(painter, QRectF(box).adjusted(-1, -1, 1, 1), 5.5, fill, now.colour("line"))
            words = self._words[at]
            if name := self._icons.get(self._keys[at]):
                spot = QRect(box.center().x() - 7, box.center().y() - 7, 16, 16)
                icon(name, self._ink(at)).paint(painter, spot)
                continue
            painter.setFont(font(Type.BUTTON) if at == self._at else self.font())
            painter.setPen(now.colour(self._ink(at)))
            shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, box.width() - _INNER_PX)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, shown)

    def _widths(self) -> list[int]:
        metrics = QFontMetrics(font(Type.BUTTON))
        return [
            29 if key in self._icons else metrics.horizontalAdvance(words) + 24
            for key, words in zip(self._keys, self._words, strict=True)
        ]

    def _rects(self) -> list[QRect]:
        widths = self._widths()
        equal = (self.width() - 4) // max(len(widths), 1)
        if self._stretch and widths and max(widths) - 20 <= equal:
            widths = [equal] * len(widths)
        spare = self.width() - 4 - sum(widths)
        left, rects = 2.0, []
        for width in widths:
            wide = width + spare / max(len(widths), 1)
            rects.append(QRect(round(left), 2, round(left + wide) - round(left), self.height() - 4))
            left += wide
        return rects


class Tabs(_Choice):
    """Tabs, 36 px high, 20 apart, the chosen one with a line under it."""

    def __init__(self, parts: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parts, parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        rects = self._rects()
        return QSize(rects[-1].right() + 1 if rects else 0, 36)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, now = QPainter(self), tokens()
        for at, box in enumerate(self._rects()):
            painter.setFont(font(Type.NAME if at == self._at else Type.BODY))
            painter.setPen(now.colour(self._ink(at)))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._words[at])
            if at == self._at:
                painter.fillRect(QRect(box.x(), self.height() - 2, box.width(), 2), now.colour("accent"))

    def _rects(self) -> list[QRect]:
        metrics, left, rects = QFontMetrics(font(Type.NAME)), 0, []
        for words in self._words:
            width = metrics.horizontalAdvance(words)
            rects.append(QRect(left, 0, width, 36))
            left += width + 20
        return rects
