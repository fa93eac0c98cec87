"""A drop-down field in a narrow place: what is chosen is said whole to who points at it."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QToolTip

from winnow.qt.widgets.label import plain_tip


class DropDown(QComboBox):
    """Shows its words in a tooltip where it has no room for all of them and no tooltip of its own."""

    def event(self, event: QEvent) -> bool:
        if not isinstance(event, QHelpEvent) or self.toolTip() or not self._is_cut():
            return super().event(event)
        QToolTip.showText(event.globalPos(), plain_tip(self.currentText()), self)
        return True

    def _is_cut(self) -> bool:
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        control, part = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(control, option, part, self).width()
        return self.fontMetrics().horizontalAdvance(self.currentText()) > room
