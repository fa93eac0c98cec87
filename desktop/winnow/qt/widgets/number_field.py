"""Fields for numbers: Qt's spin boxes, indented as other fields are.

A style sheet that draws the arrows of a spin box takes away its padding too,
so the text is indented here; rooms use these in place of Qt's own.
"""

from __future__ import annotations

from PySide6.QtWidgets import QDoubleSpinBox, QSpinBox, QWidget

_INDENT_PX = 7


class WholeField(QSpinBox):
    """A whole number from *least* to *most*; *unit* stands behind it."""

    def __init__(self, least: int, most: int, parent: QWidget | None = None, unit: str = "") -> None:
        super().__init__(parent)
        self.setRange(least, most)
        self.setSuffix(f" {unit}" if unit else "")
        self.setKeyboardTracking(False)
        self.lineEdit().setTextMargins(_INDENT_PX, 0, 0, 0)


class NumberField(QDoubleSpinBox):
    """A number from *least* to *most* with *decimals* figures behind the point; *unit* stands behind it."""

    def __init__(self, least: float, most: float, decimals: int, parent: QWidget | None = None, unit: str = "") -> None:
        super().__init__(parent)
        self.setDecimals(decimals)
        self.setRange(least, most)
        self.setSuffix(f" {unit}" if unit else "")
        self.setKeyboardTracking(False)
        self.lineEdit().setTextMargins(_INDENT_PX, 0, 0, 0)
