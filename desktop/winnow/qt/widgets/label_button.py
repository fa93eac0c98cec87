"""A button that gives a label: the class's letter, its name, and the key that does the same."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from winnow.qt.theme.drawing import draw_box
from winnow.qt.theme.fonts import Type, font
from winnow.qt.theme.icons import icon
from winnow.qt.theme.theme import tokens
from winnow.qt.widgets.chip import draw_class_chip
from winnow.qt.widgets.key_cap import cap_width, draw_cap
from winnow.qt.widgets.label import plain_tip


class LabelButton(QAbstractButton):
    """Letter on colour, name, key cap; *mark* is a class as (letter, index) or the name of an icon."""

    def __init__(
        self,
        name: str,
        key: str = "",
        mark: tuple[str, int] | str = "",
        parent: QWidget | None = None,
        outlined: bool = False,
    ) -> None:
        super().__init__(parent)
        self._key = key
        self._mark = mark
        self._outlined = outlined
        self.setText(name)
        self.setFont(font(Type.BUTTON))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setToolTip(plain_tip("  ".join(part for part in (name, key) if part)))

    def sizeHint(self) -> QSize:
        cap = cap_width(self._key) + 8 if self._key else 0
        return QSize(32 + self.fontMetrics().horizontalAdvance(self.text()) + cap + 6, 28)

    def minimumSizeHint(self) -> QSize:
        return QSize(72, 28)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, now = QPainter(self), tokens()
        on = self.isChecked()
        if on:
            fill = "accent-soft"
        elif self.isEnabled() and (self.isDown() or self.underMouse()):
            fill = "ctl-press" if self.isDown() else "ctl-hover"
        else:
            fill = "field" if self._outlined else "ctl"
        draw_box(
            painter, QRectF(self.rect()), 6, now.colour(fill), now.colour("line-strong") if self._outlined else None
        )
        ink = now.colour("link" if on else "text" if self.isEnabled() else "text-3")
        left = self._draw_mark(painter)
        right = self.width() - 6
        if self._key:
            cap = QRect(right - cap_width(self._key), 5, cap_width(self._key), 18)
            draw_cap(painter, cap, self._key, now.colour("text-2"), now.colour("field"))
            right = cap.left() - 6
        painter.setPen(ink)
        painter.setFont(self.font())
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, right - left)
        painter.drawText(QRect(left, 0, right - left, 28), Qt.AlignmentFlag.AlignVCenter, shown)

    def _draw_mark(self, painter: QPainter) -> int:
        """Draw the class or the icon; return where the name begins."""
        if isinstance(self._mark, tuple):
            letter, index = self._mark
            draw_class_chip(painter, QRect(6, 6, 16, 16), letter, index)
        elif self._mark:
            icon(self._mark, "text-2" if self.isEnabled() else "text-3").paint(painter, QRect(7, 7, 14, 14))
        else:
            return 10
        return 30
