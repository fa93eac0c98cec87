"""Chips: words in a pill, a class by letter, a cluster by number."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from winnow.domain.colour import LIGHT_LETTER
from winnow.qt.theme.drawing import draw_box
from winnow.qt.theme.fonts import Type, font
from winnow.qt.theme.icons import icon
from winnow.qt.theme.theme import class_colour, letter_on_class, tokens
from winnow.qt.theme.tokens import cluster_colour, colour

_LEAST_PX = 6
"""Of a letter; three of them, where classes begin alike, fit into a chip of 16 px."""

_TONES = {
    "plain": ("ctl", "text"),
    "accent": ("accent-soft", "link"),
    "accent-on-row": ("bg", "link"),
    "good": ("good-soft", "good"),
    "warn": ("warn-soft", "warn"),
    "bad": ("bad-soft", "bad"),
}


class Chip(QAbstractButton):
    """Words in a pill; with ``setCheckable(True)`` a filter that can be switched on.

    *tone* is plain, accent, accent-on-row (on a selected row), good, warn or bad.
    """

    def __init__(self, text: str, parent: QWidget | None = None, tone: str = "plain", icon_name: str = "") -> None:
        super().__init__(parent)
        self._tone = tone
        self._icon_name = icon_name
        self.setText(text)
        self.setFont(font(Type.CHIP))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def make_filter(self) -> None:
        """Let it be switched on and off, by mouse and keyboard."""
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def show_chip(self, text: str, tone: str, icon_name: str = "") -> None:
        """Say something else, in another tone."""
        self._tone = tone
        self._icon_name = icon_name
        self.setText(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + 16 + (18 if self._icon_name else 0), 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        now = tokens()
        fill, ink = _TONES["accent" if self.isChecked() else self._tone]
        if self.isCheckable() and not self.isChecked() and self.isEnabled():
            fill = "ctl-press" if self.isDown() else "ctl-hover" if self.underMouse() else fill
        ink = ink if self.isEnabled() else "text-3"
        painter = QPainter(self)
        draw_box(painter, QRectF(self.rect()), 10, now.colour(fill))
        left = 8
        if self._icon_name:
            icon(self._icon_name, ink).paint(painter, QRect(7, 3, 14, 14))
            left += 18
        painter.setPen(now.colour(ink))
        painter.drawText(self.rect().adjusted(left, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self.text())


def draw_class_chip(painter: QPainter, box: QRect, letter: str, index: int) -> None:
    """Draw the class at *index* as *letter* on its colour."""
    _draw_mark(painter, box, 4, letter, class_colour(index), letter_on_class(index), Type.LETTER)


def draw_cluster_chip(painter: QPainter, box: QRect, number: int) -> None:
    """Draw cluster *number* (from 1) white on its colour; *box* is 20 px, 16 in lists."""
    style = Type.NUMBER if box.height() >= 20 else Type.LETTER
    radius = 6 if box.height() >= 20 else 5
    _draw_mark(painter, box, radius, str(number), cluster_colour(number), colour(LIGHT_LETTER), style)


def _draw_mark(
    painter: QPainter, box: QRect, radius_px: int, text: str, fill: QColor, ink: QColor, style: Type
) -> None:
    painter.save()
    draw_box(painter, QRectF(box), radius_px, fill)
    painter.setPen(ink)
    painter.setFont(_fitting(font(style), text, box.width() - 2))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()


def _fitting(wanted: QFont, text: str, width_px: int) -> QFont:
    """Return *wanted*, or the same smaller, so that *text* is no wider than *width_px*."""
    needed = QFontMetrics(wanted).horizontalAdvance(text)
    if needed > width_px:
        wanted.setPixelSize(max(_LEAST_PX, wanted.pixelSize() * width_px // needed))
    return wanted


class ClassChip(QWidget):
    """A class: its letter on its colour, 16 px."""

    def __init__(self, letter: str, index: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(16, 16)
        self.show_class(letter, index)

    def show_class(self, letter: str, index: int) -> None:
        """Show the class at *index* by *letter*."""
        self._letter, self._index = letter, index
        self.setAccessibleName(letter)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        draw_class_chip(QPainter(self), self.rect(), self._letter, self._index)


class ClusterChip(QWidget):
    """A cluster: its number, white on its colour, 20 px or 16 in lists."""

    def __init__(self, number: int, parent: QWidget | None = None, edge_px: int = 20) -> None:
        super().__init__(parent)
        self.setFixedSize(edge_px, edge_px)
        self.show_cluster(number)

    def show_cluster(self, number: int) -> None:
        """Show cluster *number*, from 1."""
        self._number = number
        self.setAccessibleName(self.tr("Cluster {0}").format(number))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        draw_cluster_chip(QPainter(self), self.rect(), self._number)
