"""The plate in the canvas's corner: smaller, how large, larger, all of it, thirds."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from winnow.qt.figures import THIN_SPACE
from winnow.qt.widgets.button import Button, IconButton, Role, Size
from winnow.qt.widgets.form import Separator


class ZoomBox(QFrame):
    """Says the zoom in percent, and what the person wants of the view."""

    out_wanted = Signal()
    in_wanted = Signal()
    whole_wanted = Signal()  # fit
    full_wanted = Signal()  # 100 %
    thirds_wanted = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "pop")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        smaller = IconButton("minus", self.tr("Zoom out"), self, "-", Size.SMALL)
        larger = IconButton("plus", self.tr("Zoom in"), self, "+", Size.SMALL)
        whole = IconButton("fit", self.tr("Show everything"), self, "F", Size.SMALL)
        self._percent = Button("", self, Role.QUIET, size=Size.SMALL)
        self._percent.setToolTip(self.tr("Show at 100 %") + "  Z")
        self._percent.setMinimumWidth(56)
        self._thirds = IconButton("grid", self.tr("Lines at the thirds"), self, "D", Size.SMALL)
        self._thirds.setCheckable(True)
        self._thirds.setChecked(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(3, 2, 3, 2)
        row.setSpacing(2)
        for widget in (smaller, self._percent, larger, Separator(self, upright=True), whole, self._thirds):
            row.addWidget(widget)
        smaller.clicked.connect(self._smaller)
        larger.clicked.connect(self._larger)
        whole.clicked.connect(self._whole)
        self._percent.clicked.connect(self._full)
        self._thirds.toggled.connect(self.thirds_wanted)
        self.show_zoom(1.0)

    @Slot(float)
    def show_zoom(self, scale: float) -> None:
        """Say *scale*, pixels of the screen for each of the picture, in percent."""
        self._percent.setText(f"{round(scale * 100)}{THIN_SPACE}%")
        self._percent.setAccessibleName(self.tr("Zoom {0} percent, show at 100").format(round(scale * 100)))
        self.adjustSize()

    @Slot()
    def toggle_thirds(self, _checked: bool = False) -> None:
        """Show or hide the lines at the thirds."""
        self._thirds.toggle()

    @Slot()
    def _smaller(self, _checked: bool = False) -> None:
        self.out_wanted.emit()

    @Slot()
    def _larger(self, _checked: bool = False) -> None:
        self.in_wanted.emit()

    @Slot()
    def _whole(self, _checked: bool = False) -> None:
        self.whole_wanted.emit()

    @Slot()
    def _full(self, _checked: bool = False) -> None:
        self.full_wanted.emit()
