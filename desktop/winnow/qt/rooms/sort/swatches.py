"""Colours to choose one of, each with the letter of the class that has it; and what a class looks like in one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QGridLayout, QSizePolicy, QWidget

from winnow.domain.colour import ink_on
from winnow.qt.theme.drawing import draw_bar, draw_box
from winnow.qt.theme.fonts import Type, font
from winnow.qt.theme.theme import tokens
from winnow.qt.theme.tokens import DARK, LIGHT, colour
from winnow.qt.widgets.label import plain_tip

_EDGE_PX, _GAP_PX, _ACROSS = 28, 8, 9


class Swatch(QAbstractButton):
    """One colour; it has a ring while it is the chosen one."""

    def __init__(self, value: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.value = value
        self.setCheckable(True)
        self.setFixedSize(self.sizeHint())
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        return QSize(_EDGE_PX, _EDGE_PX)

    def show_used(self, letter: str, name: str) -> None:
        """Say that the class *name* is shown in it; empty: none is."""
        self.setText(letter)
        self.setAccessibleName(f"{self.value}, {name}" if name else self.value)
        self.setToolTip(plain_tip(f"{self.value}  {name}".strip()))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, now = QPainter(self), tokens()
        box, radius_px = QRectF(self.rect()), 6
        if self.isChecked():
            draw_box(painter, box, 8, now.colour("accent"))
            draw_box(painter, box.adjusted(2, 2, -2, -2), 6, now.colour("bg"))
            box, radius_px = box.adjusted(4, 4, -4, -4), 4
        edge = now.colour("text-3" if self.underMouse() else "line-strong")
        draw_box(painter, box, radius_px, colour(self.value), edge)
        painter.setPen(colour(ink_on(self.value)))
        painter.setFont(font(Type.LETTER))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())


class Swatches(QWidget):
    """*values* in rows; arrow keys go from one to the next."""

    chosen = Signal(str)  # #RRGGBB

    def __init__(self, values: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        table = QGridLayout(self)
        table.setContentsMargins(0, 0, 0, 0)
        table.setSpacing(_GAP_PX)
        for at, value in enumerate(dict.fromkeys(values)):
            swatch = Swatch(value, self)
            self._group.addButton(swatch)
            table.addWidget(swatch, *divmod(at, _ACROSS))
        table.setColumnStretch(_ACROSS, 1)
        self._group.buttonClicked.connect(self._choose)

    def swatch(self, value: str) -> Swatch | None:
        """Return the one of the colour *value*, if there is one."""
        return next((one for one in self._all() if one.value == value), None)

    def show_used(self, by: Mapping[str, tuple[str, str]]) -> None:
        """Mark those that classes have: (letter, name) by colour."""
        for one in self._all():
            one.show_used(*by.get(one.value, ("", "")))

    def show_chosen(self, value: str) -> None:
        """Put the ring around *value*, or around none where it is not offered."""
        self._group.setExclusive(False)
        for one in self._all():
            one.setChecked(one.value == value)
        self._group.setExclusive(True)

    def _all(self) -> list[Swatch]:
        return [one for one in self._group.buttons() if isinstance(one, Swatch)]

    @Slot(QAbstractButton)
    def _choose(self, button: QAbstractButton) -> None:
        if isinstance(button, Swatch):
            self.chosen.emit(button.value)


class ClassOnGrounds(QWidget):
    """A class as it is seen by day and by night: its letter, its name, a bar, on both grounds at once."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._value, self._letter, self._name = "#000000", "", ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(316, 40)

    def show_class(self, value: str, letter: str, name: str) -> None:
        """Show the class *name* in the colour *value*."""
        self._value, self._letter, self._name = value, letter, name
        self.setAccessibleName(f"{name}, {value}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, half = QPainter(self), (self.width() - _GAP_PX) // 2
        for at, ground in enumerate((LIGHT, DARK)):
            box = QRect(at * (half + _GAP_PX), 0, half, self.height())
            draw_box(painter, QRectF(box), 6, ground.colour("bg"), tokens().colour("line-strong"))
            chip = QRect(box.left() + 12, box.top() + 12, 16, 16)
            draw_box(painter, QRectF(chip), 4, colour(self._value))
            painter.setPen(colour(ink_on(self._value)))
            painter.setFont(font(Type.LETTER))
            painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, self._letter)
            bar = QRectF(box.right() - 52, box.center().y() - 1.5, 40, 4)
            draw_bar(painter, bar, 1.0, colour(self._value), ground.colour("ctl-press"))
            painter.setPen(ground.colour("text"))
            painter.setFont(font(Type.BODY))
            words = QRect(chip.right() + 8, box.top(), int(bar.left()) - chip.right() - 16, box.height())
            shown = painter.fontMetrics().elidedText(self._name, Qt.TextElideMode.ElideRight, words.width())
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, shown)
