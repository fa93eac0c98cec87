"""What the run table paints itself: a run's colour and eye, its state as a chip, three dots."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from winnow.domain.run import RunState
from winnow.qt.theme.drawing import draw_box
from winnow.qt.theme.fonts import Type, font
from winnow.qt.theme.icons import icon
from winnow.qt.theme.theme import tokens

COLOUR, HIDDEN, TONE = (Qt.ItemDataRole.UserRole + at for at in (1, 2, 3))

Index = QModelIndex | QPersistentModelIndex

_TONES = {
    "accent": ("accent-soft", "link"),
    "good": ("good-soft", "good"),
    "warn": ("warn-soft", "warn"),
    "warn-marked": ("warn-soft", "warn"),
    "bad": ("bad-soft", "bad"),
}
_STATE_TONES = {
    RunState.RUNNING: "accent",
    RunState.DONE: "good",
    RunState.STOPPED: "good",
    RunState.INTERRUPTED: "warn",
    RunState.FAILED: "bad",
}


def tone_of(state: RunState) -> str:
    """Return the tone of a state's chip."""
    return _STATE_TONES[state]


class _Painted(QStyledItemDelegate):
    """Draws the cell as the sheet wants it, without words, and something over it."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        bare = QStyleOptionViewItem(option)
        self.initStyleOption(bare, index)
        bare.text = ""
        widget = option.widget
        widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, bare, painter, widget)
        painter.save()
        self._draw(painter, option.rect, index, bool(option.state & QStyle.StateFlag.State_Selected))
        painter.restore()

    def _draw(self, painter: QPainter, box: QRect, index: Index, is_selected: bool) -> None:
        raise NotImplementedError


class EyeMarks(_Painted):
    """The colour of a run's curve, and whether it is shown."""

    def _draw(self, painter: QPainter, box: QRect, index: Index, is_selected: bool) -> None:
        middle = box.center().y()
        is_hidden, colour = bool(index.data(HIDDEN)), QColor(index.data(COLOUR))
        if is_hidden:
            draw_box(painter, QRectF(box.x() + 8.5, middle - 5, 11, 11), 3, None, colour)
        else:
            draw_box(painter, QRectF(box.x() + 8, middle - 5, 12, 12), 3, colour)
        name = "eye-off" if is_hidden else "eye"
        icon(name, "text-3" if is_hidden else "text-2").paint(painter, QRect(box.x() + 28, middle - 7, 16, 16))


class StateChips(_Painted):
    """A state as a pill."""

    def _draw(self, painter: QPainter, box: QRect, index: Index, is_selected: bool) -> None:
        tone = str(index.data(TONE))
        fill, ink = _TONES[tone]
        if tone == "accent" and is_selected:
            fill = "bg"
        painter.setFont(font(Type.CHIP))
        words = str(index.data())
        mark = 18 if tone == "warn-marked" else 0
        width = min(painter.fontMetrics().horizontalAdvance(words) + 16 + mark, box.width() - 4)
        pill = QRect(box.x() + 2, box.center().y() - 9, width, 20)
        draw_box(painter, QRectF(pill), 10, tokens().colour(fill))
        if mark:
            icon("warning", ink).paint(painter, QRect(pill.x() + 7, pill.y() + 3, 14, 14))
        painter.setPen(tokens().colour(ink))
        painter.drawText(pill.adjusted(8 + mark, 0, -4, 0), Qt.AlignmentFlag.AlignVCenter, words)


class MenuMarks(_Painted):
    """Three dots."""

    def _draw(self, painter: QPainter, box: QRect, index: Index, is_selected: bool) -> None:
        at = QRect(box.center().x() - 7, box.center().y() - 7, 16, 16)
        icon("more", "text-2").paint(painter, at, mode=QIcon.Mode.Normal)
