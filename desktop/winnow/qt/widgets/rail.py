"""The rail on the left: the rooms in the order of the data, each with how far its work is."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QVBoxLayout, QWidget

from winnow.qt.theme.drawing import draw_box, draw_ring
from winnow.qt.theme.fonts import Type, font
from winnow.qt.theme.icons import icon
from winnow.qt.theme.theme import tokens
from winnow.qt.widgets.button import IconButton

_WIDTH = 88
NOTHING_YET = "\u2013"
"""What stands for a count where there is none."""


class RailItem(QAbstractButton):
    """One room, 72 x 76 px: ring and icon over its name and a count."""

    def __init__(self, title: str, icon_name: str, shortcut: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self._shortcut = shortcut
        self._progress: float | None = None
        self._count = NOTHING_YET
        self._out_of_date = False
        self.setText(title)
        self.setCheckable(True)
        self.setFixedSize(72, 76)
        self.setProperty("focus_inset", True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._tell()

    def show_state(self, progress: float | None, count: str = "", out_of_date: bool = False) -> None:
        """Fill the ring by *progress*, 0 to 1 (None: nothing to do yet), and say *count* under the name."""
        self._progress = progress
        self._count = count or NOTHING_YET
        self._out_of_date = out_of_date
        self._tell()
        self.update()

    def _tell(self) -> None:
        self.setAccessibleName(self.text())
        said = [] if self._count == NOTHING_YET else [self._count]
        if self._out_of_date:
            said.append(self.tr("out of date"))
        self.setAccessibleDescription(", ".join(said))
        self.setToolTip("  ".join(part for part in (self.text(), ", ".join(said), self._shortcut) if part))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, now, on = QPainter(self), tokens(), self.isChecked()
        if on:
            draw_box(painter, QRectF(self.rect()), 8, now.colour("accent-soft"))
        elif self.isEnabled() and (self.isDown() or self.underMouse()):
            draw_box(painter, QRectF(self.rect()), 8, now.colour("ctl-press" if self.isDown() else "ctl"))
        self._draw_ring(painter, on)
        name, glyph, count = ("link",) * 3 if on else ("text", "text-2", "text-2")
        if not self.isEnabled():
            name = glyph = count = "text-3"
        icon(self._icon_name, glyph).paint(painter, QRect(27, 15, 18, 18))
        painter.setFont(font(Type.GROUP if on else Type.CHIP))
        painter.setPen(now.colour(name))
        painter.drawText(QRect(0, 44, 72, 16), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.setFont(font(Type.CAPTION))
        painter.setPen(now.colour(count))
        shown = painter.fontMetrics().elidedText(self._count, Qt.TextElideMode.ElideRight, 70)
        painter.drawText(QRect(0, 58, 72, 14), Qt.AlignmentFlag.AlignCenter, shown)

    def _draw_ring(self, painter: QPainter, on: bool) -> None:
        now, share = tokens(), self._progress or 0.0
        fill = "link" if on else "good" if share >= 1 else "accent"
        if on and share >= 1:
            fill = "accent"
        draw_ring(painter, QPointF(36, 24), share, now.colour(fill), now.colour("ctl-press"))
        if self._out_of_date:
            draw_box(painter, QRectF(44, 5, 12, 12), 6, now.colour("accent-soft" if on else "panel"))
            draw_box(painter, QRectF(45, 6, 10, 10), 5, now.colour("warn-mark"))


class Rail(QFrame):
    """The rooms under each other, the chosen one marked; preferences at the foot."""

    chosen = Signal(str)  # key of the room that the person chose
    preferences_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(_WIDTH)
        self.setProperty("surface", "panel")
        self.setProperty("edge", "right")
        self.setAccessibleName(self.tr("Rooms"))
        self._items: dict[str, RailItem] = {}
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(self._tell)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 7, 8)
        column.setSpacing(0)
        self._column = QVBoxLayout()
        self._column.setSpacing(4)
        column.addLayout(self._column)
        column.addStretch()
        self.preferences_button = IconButton("preferences", self.tr("Preferences"), self, "Ctrl+,")
        self.preferences_button.setCheckable(True)
        self.preferences_button.clicked.connect(self._want_preferences)
        column.addWidget(self.preferences_button, 0, Qt.AlignmentFlag.AlignHCenter)

    def add_room(self, key: str, title: str, icon_name: str, shortcut: str = "") -> RailItem:
        """Add a room under those that are there."""
        item = RailItem(title, icon_name, shortcut, self)
        self._items[key] = item
        self._group.addButton(item)
        self._column.addWidget(item)
        return item

    def item(self, key: str) -> RailItem:
        """Return the item of the room *key*."""
        return self._items[key]

    def choose(self, key: str) -> None:
        """Mark the room *key*; nothing is emitted. An empty key marks none."""
        self._group.setExclusive(bool(key))
        for name, item in self._items.items():
            item.setChecked(name == key)
        self.update()

    @Slot(QAbstractButton)
    def _tell(self, button: QAbstractButton) -> None:
        self.update()
        self.chosen.emit(next(key for key, item in self._items.items() if item is button))

    @Slot()
    def _want_preferences(self, _checked: bool = False) -> None:
        # Whether they are shown is for the window to say, by `show_preferences_open`.
        self.preferences_button.setChecked(not self.preferences_button.isChecked())
        self.preferences_wanted.emit()

    def show_preferences_open(self, is_open: bool) -> None:
        """Show whether the preferences are what the window shows."""
        self.preferences_button.setChecked(is_open)

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, 640)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        on = self._group.checkedButton()
        if on is None:
            return
        # The marker stands at the window's edge, outside the item; its left half is cut off.
        painter, box = QPainter(self), on.geometry()
        draw_box(painter, QRectF(-3, box.y() + 12, 6, box.height() - 24), 3, tokens().colour("accent"))
