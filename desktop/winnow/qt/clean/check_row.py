"""One check to choose: its name, and how many pictures it flags now."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from winnow.domain.cleaning import Check
from winnow.qt.clean.words import hint_words
from winnow.qt.figures import count_words
from winnow.qt.flag_words import flag_words
from winnow.qt.theme.drawing import draw_box
from winnow.qt.theme.fonts import Type, font
from winnow.qt.theme.theme import tokens
from winnow.qt.widgets.label import plain_tip

_HEIGHT_PX, _PADDING_PX, _RADIUS_PX = 26, 8, 6


class CheckRow(QAbstractButton):
    """Checkable; in an exclusive group the arrow keys walk through the rows."""

    def __init__(self, check: Check, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.check = check
        self._count = ""
        self.setText(flag_words(check.value))
        self.setToolTip(plain_tip(hint_words(check)))
        self.setCheckable(True)
        self.setFont(font(Type.BODY))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_count(0, False)

    def show_count(self, flagged: int, is_unmeasured: bool) -> None:
        """Say how many are flagged; nothing where no picture was measured yet."""
        self._count = "\u2013" if is_unmeasured else count_words(flagged)
        said = self.tr("not searched yet") if is_unmeasured else self.tr("{0} flagged").format(flagged)
        self.setAccessibleName(f"{self.text()}: {said}")
        self.update()

    def sizeHint(self) -> QSize:
        words = self.fontMetrics().horizontalAdvance(self.text() + self._count)
        return QSize(words + 4 * _PADDING_PX, _HEIGHT_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, now = QPainter(self), tokens()
        fill = "accent-soft" if self.isChecked() else "ctl-hover" if self.underMouse() else ""
        border = "accent" if self.hasFocus() else ""
        if fill or border:
            box = QRectF(self.rect())
            draw_box(
                painter,
                box,
                _RADIUS_PX,
                now.colour(fill) if fill else None,
                now.colour(border) if border else None,
            )
        inside = QRect(_PADDING_PX, 0, self.width() - 2 * _PADDING_PX, self.height())
        count_px = self.fontMetrics().horizontalAdvance(self._count)
        painter.setPen(now.colour("text-2"))
        painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._count)
        painter.setPen(now.colour("link" if self.isChecked() else "text"))
        room = inside.width() - count_px - _PADDING_PX
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter, shown)
