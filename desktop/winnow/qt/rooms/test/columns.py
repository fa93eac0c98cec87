"""Three parts of a result side by side, or where that is too narrow the third below the other two."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

_GAP_PX, _BETWEEN_ROWS_PX = 22, 18
_THREE_PX = 900
"""Narrower than this names and intervals would be cut."""


class ThreeColumns(QWidget):
    """*first*, *second* and *third*, the last of which moves."""

    def __init__(self, first: QWidget, second: QWidget, third: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._parts = (first, second, third)
        self._is_narrow = False
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(_GAP_PX)
        self._grid.setVerticalSpacing(_BETWEEN_ROWS_PX)
        for column, share in enumerate((4, 4, 3)):
            self._grid.setColumnStretch(column, share)
        self._grid.addWidget(first, 0, 0)
        self._grid.addWidget(second, 0, 1)
        self._grid.addWidget(third, 0, 2)

    @property
    def is_narrow(self) -> bool:
        """Whether the third part is below the others."""
        return self._is_narrow

    def minimumSizeHint(self) -> QSize:
        # Of two columns: the third makes room before anything is wider than the window.
        first, second, third = (part.minimumSizeHint().width() for part in self._parts)
        return QSize(max(first, third) + _GAP_PX + second, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._place()
        return super().event(event)

    def _place(self) -> None:
        needed = sum(part.minimumSizeHint().width() for part in self._parts) + 2 * _GAP_PX
        is_narrow = self.width() < max(_THREE_PX, needed)
        if is_narrow == self._is_narrow:
            return
        self._is_narrow = is_narrow
        third = self._parts[2]
        self._grid.removeWidget(third)
        if is_narrow:
            self._grid.addWidget(third, 1, 0)
        else:
            self._grid.addWidget(third, 0, 2)
        self._grid.setColumnStretch(2, 0 if is_narrow else 3)
        self._grid.setHorizontalSpacing(_GAP_PX)
        self.updateGeometry()
