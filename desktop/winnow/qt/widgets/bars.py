"""Bars: how far something is, and what it is made of."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from winnow.qt.theme.drawing import draw_bar
from winnow.qt.theme.theme import tokens


class MeterBar(QWidget):
    """A share of a whole as a bar, 4 px high (progress) or 8 (funnel, predictions); *role* is a token."""

    def __init__(self, parent: QWidget | None = None, height_px: int = 4, role: str = "accent") -> None:
        super().__init__(parent)
        self._share = 0.0
        self._role = role
        self._track = "ctl-press" if height_px <= 4 else "ctl"
        self._height = height_px
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def share(self) -> float:
        """What is shown, 0 to 1."""
        return self._share

    def show_share(self, share: float, role: str = "") -> None:
        """Fill *share*, 0 to 1, of the bar, from now on in the colour of *role* if one is given."""
        self._share = min(max(share, 0.0), 1.0)
        self._role = role or self._role
        self.update()

    def set_track(self, role: str) -> None:
        """Draw the unfilled part in the colour of *role*."""
        self._track = role
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(96, self._height)

    def paintEvent(self, event: QPaintEvent) -> None:
        now = tokens()
        top = (self.height() - self._height) / 2
        box = QRectF(0, top, self.width(), self._height)
        role = self._role if self.isEnabled() else "text-3"
        draw_bar(QPainter(self), box, self._share, now.colour(role), now.colour(self._track))


class StackedBar(QWidget):
    """Counts side by side as one bar with gaps of 1 px, such as the labels of a cluster."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: tuple[tuple[int, QColor | str], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_parts(self, parts: Sequence[tuple[int, QColor | str]]) -> None:
        """Show (count, colour or token) from the left; counts of 0 are left out."""
        self._parts = tuple(part for part in parts if part[0] > 0)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(92, 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_stacked(painter, QRectF(0, (self.height() - 8) / 2, self.width(), 8), self._parts)


def draw_stacked(painter: QPainter, box: QRectF, parts: Sequence[tuple[int, QColor | str]]) -> None:
    """Draw *parts*, (count, colour or token), as one bar in *box* with gaps of 1 px."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    outline = QPainterPath()
    outline.addRoundedRect(box, box.height() / 2, box.height() / 2)
    painter.setClipPath(outline)
    painter.setPen(Qt.PenStyle.NoPen)
    now, total = tokens(), sum(count for count, _ in parts)
    if not total:
        painter.fillRect(box, now.colour("unlabelled"))
    left = box.left()
    for count, fill in parts:
        width = box.width() * count / total
        painter.fillRect(
            QRectF(left, box.top(), max(width - 1, 1), box.height()),
            now.colour(fill) if isinstance(fill, str) else fill,
        )
        left += width
    painter.restore()
