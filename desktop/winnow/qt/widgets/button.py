"""Buttons: with words, an icon, a key cap or an arrow; and buttons that are an icon only."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QIcon, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QPushButton, QSizePolicy, QWidget

from winnow.qt.theme.drawing import draw_box
from winnow.qt.theme.fonts import Type, font
from winnow.qt.theme.icons import icon
from winnow.qt.theme.theme import tokens
from winnow.qt.widgets.key_cap import cap_width, draw_cap
from winnow.qt.widgets.label import plain_tip


class Role(Enum):
    """What a button is for; the look follows."""

    PRIMARY = "primary"
    PLAIN = "plain"
    QUIET = "quiet"
    OUTLINED = "outlined"
    DESTRUCTIVE = "destructive"
    LINK = "link"
    MUTED = "muted"


class Size(Enum):
    """(height, padding, gap) in pixels."""

    SMALL = (24, 8, 5)
    NORMAL = (28, 11, 6)
    LARGE = (36, 12, 8)


class Button(QPushButton):
    """A button with words. With a menu or as a drop-down it shows an arrow, with *key* a key cap."""

    def __init__(
        self,
        text: str,
        parent: QWidget | None = None,
        role: Role = Role.PLAIN,
        icon_name: str = "",
        size: Size = Size.NORMAL,
        arrow: bool = False,
        key: str = "",
    ) -> None:
        super().__init__(text, parent)
        self._role = role
        self._icon_name = icon_name
        self._size = size
        self._arrow = "chevron-down" if arrow else ""
        self._key = key
        self.setFont(font(self._style()))
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAutoDefault(False)

    def _style(self) -> Type:
        if self._role is Role.MUTED:
            return Type.SMALL if self._size is Size.SMALL else Type.BODY
        return Type.CHIP if self._size is Size.SMALL or self._role is Role.LINK else Type.BUTTON

    def set_role(self, role: Role) -> None:
        """Become a button of *role*."""
        self._role = role
        self.setFont(font(self._style()))
        self.update()

    def set_icon_name(self, name: str) -> None:
        """Show the icon *name*, or none."""
        self._icon_name = name
        self.updateGeometry()
        self.update()

    def set_arrow(self, name: str) -> None:
        """Show the arrow *name* behind the words, or none."""
        self._arrow = name
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        height, padding, gap = self._size.value
        if self._role is Role.LINK:
            padding = 0
        width = 2 * padding + self.fontMetrics().horizontalAdvance(self._words())
        if self._icon_name:
            width += 16 + gap
        if self._arrow_shown():
            width += 14 + gap - 2
        if self._key:
            width += cap_width(self._key) + gap
        return QSize(width, height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        fill, border = self._box()
        if fill is not None or border is not None:
            draw_box(painter, QRectF(self.rect()), 6, fill, border)
        self._draw_inside(painter)

    def _draw_inside(self, painter: QPainter) -> None:
        gap = self._size.value[2]
        spare = self.width() - self.sizeHint().width()
        left = self._size.value[1] if self._role is not Role.LINK else 0
        left += max(spare // 2, 0)
        text, glyph = self._ink()
        mode = QIcon.Mode.Normal if self.isEnabled() else QIcon.Mode.Disabled
        middle = self.height() // 2
        if self._icon_name:
            icon(self._icon_name, glyph).paint(painter, QRect(left, middle - 8, 16, 16), mode=mode)
            left += 16 + gap
        painter.setPen(tokens().colour(text))
        width = self.fontMetrics().horizontalAdvance(self._words())
        shown = self._words()
        if spare < 0:
            shown = self.fontMetrics().elidedText(shown, Qt.TextElideMode.ElideRight, width + spare)
        painter.drawText(QRect(left, 0, width + 2, self.height()), Qt.AlignmentFlag.AlignVCenter, shown)
        left += width + min(spare, 0) + gap
        if self._key:
            cap = QRect(left, middle - 9, cap_width(self._key), 18)
            draw_cap(painter, cap, self._key, tokens().colour(text), None)
            left = cap.right() + gap
        if arrow := self._arrow_shown():
            icon(arrow, glyph).paint(painter, QRect(left - 2, middle - 7, 14, 14), mode=mode)

    def _words(self) -> str:
        return self.text().replace("&&", "\0").replace("&", "").replace("\0", "&")

    def _arrow_shown(self) -> str:
        return self._arrow or ("chevron-down" if self.menu() is not None else "")

    def _box(self) -> tuple[QColor | None, QColor | None]:
        """Return (fill, border) of the state it is in."""
        fill, border = self._box_tokens()
        now = tokens()
        return now.colour(fill) if fill else None, now.colour(border) if border else None

    def _box_tokens(self) -> tuple[str, str]:
        pressed, hovered = self.isDown(), self.underMouse()
        if self._role is Role.LINK or (self._is_bare() and not self.isEnabled()):
            return "", ""
        if not self.isEnabled():
            return "ctl", ""
        if self._role is Role.PRIMARY:
            return "accent-fill-press" if pressed else "accent-fill-hover" if hovered else "accent-fill", ""
        if self._role is Role.DESTRUCTIVE:
            return "bad-soft" if pressed or hovered else "ctl", "bad" if pressed else ""
        if self.isChecked():
            return "accent-soft", ""
        if self._role is Role.OUTLINED:
            return "ctl-press" if pressed else "field", "text-3" if hovered else "line-strong"
        rest = "" if self._is_bare() else "ctl"
        return "ctl-press" if pressed else "ctl-hover" if hovered else rest, ""

    def _is_bare(self) -> bool:
        """Whether it has no fill while nothing happens to it."""
        return self._role in (Role.QUIET, Role.MUTED)

    def _ink(self) -> tuple[str, str]:
        """Return the tokens of (words, icon)."""
        if not self.isEnabled():
            return "text-3", "text-3"
        if self._role is Role.PRIMARY:
            return "on-accent", "on-accent"
        if self._role is Role.DESTRUCTIVE:
            return "bad", "bad"
        if self._role is Role.LINK or self.isChecked():
            return "link", "link"
        return "text-2" if self._role is Role.MUTED else "text", "text-2"


class IconButton(QAbstractButton):
    """A button that is only an icon; its words are its accessible name and, with the shortcut, its tooltip."""

    def __init__(
        self,
        icon_name: str,
        words: str,
        parent: QWidget | None = None,
        shortcut: str = "",
        size: Size = Size.NORMAL,
        role: Role = Role.QUIET,
    ) -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self._shortcut = shortcut
        self._size = size
        self._role = role
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFixedSize(self.sizeHint())
        self.say(words)

    def say(self, words: str, why_not: str = "") -> None:
        """Set what it does, in words; *why_not* is why it cannot be done now."""
        keys = QKeySequence(self._shortcut).toString(QKeySequence.SequenceFormat.NativeText)
        self.setAccessibleName(words)
        said = "  ".join(part for part in (words, keys, why_not) if part)
        self.setToolTip(plain_tip(said) if "<" in said else said)  # a job or a label that it names may hold mark-up

    def set_icon_name(self, name: str) -> None:
        """Show another icon."""
        self._icon_name = name
        self.update()

    def sizeHint(self) -> QSize:
        height = self._size.value[0]
        return QSize(height, height)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, now = QPainter(self), tokens()
        fill = now.colour("ctl") if self._role is Role.PLAIN else None
        role = "text-2"
        if not self.isEnabled():
            role = "text-3"
        elif self.isDown():
            fill = now.colour("ctl-press")
        elif self.isChecked():
            fill, role = now.colour("accent-soft"), "link"
        elif self.underMouse():
            fill, role = now.colour("ctl-hover"), "text"
        if fill is not None:
            draw_box(painter, QRectF(self.rect()), 6, fill)
        edge = 15 if self._size is Size.SMALL else 16
        at = (self.width() - edge) // 2
        icon(self._icon_name, role).paint(painter, QRect(at, at, edge, edge))
