"""How padding is filled: the kind, and the colour or the doubled edge that belongs to it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QColorDialog, QHBoxLayout, QVBoxLayout, QWidget

from winnow.domain.frame import Colour, Fill, FillMode
from winnow.qt.looking_only import changes_project
from winnow.qt.theme.drawing import draw_box
from winnow.qt.theme.fonts import Type
from winnow.qt.theme.theme import tokens
from winnow.qt.widgets.button import Button, Size
from winnow.qt.widgets.label import Label
from winnow.qt.widgets.segmented import Segmented


class Swatch(QAbstractButton):
    """A colour that can be chosen otherwise."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colour = QColor(0, 0, 0)
        self.setFixedSize(self.sizeHint())
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(self.tr("Choose the colour"))
        self.setToolTip(self.tr("Choose the colour"))

    def sizeHint(self) -> QSize:
        return QSize(24, 24)

    def show_colour(self, colour: Colour) -> None:
        """Show *colour*."""
        self._colour = QColor(*colour)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        draw_box(QPainter(self), QRectF(self.rect()), 6, self._colour, tokens().colour("line-strong"))


class FillField(QWidget):
    """Five kinds side by side; under them what the chosen one leaves open."""

    fill_wanted = Signal(object)  # Fill
    eyedropper_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fill = Fill()
        self.kind = Segmented(
            [
                (FillMode.CONSTANT.value, self.tr("Colour")),
                (FillMode.EDGE.value, self.tr("Edge")),
                (FillMode.REFLECT.value, self.tr("Reflect")),
                (FillMode.BLUR.value, self.tr("Blur")),
                (FillMode.MEAN.value, self.tr("Mean")),
            ],
            self,
            stretch=True,
        )
        self.kind.setAccessibleName(self.tr("Fill"))
        self.doubled = QCheckBox(self.tr("Edge pixels twice (symmetric)"), self)
        self._swatch = Swatch(self)
        self._hex = Label("", Type.SMALL, "text-2", self)
        pick = Button(self.tr("From the picture"), self, icon_name="eyedropper", size=Size.SMALL)
        for control in (self.kind, self.doubled, self._swatch, pick):
            changes_project(control)
        pick.setToolTip(self.tr("Click a point of the picture to take its colour") + "  I")
        self._colour = QWidget(self)
        row = QHBoxLayout(self._colour)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._swatch)
        row.addWidget(self._hex, 1)
        row.addWidget(pick)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for widget in (self.kind, self._colour, self.doubled):
            column.addWidget(widget)
        self.kind.chosen.connect(self._choose)
        self.doubled.toggled.connect(self._double)
        self._swatch.clicked.connect(self._open_dialog)
        pick.clicked.connect(self._pick)
        self.show_fill(self._fill)

    def show_fill(self, fill: Fill) -> None:
        """Show *fill*."""
        self._fill = fill
        is_symmetric = fill.mode is FillMode.SYMMETRIC
        self.kind.choose(FillMode.REFLECT.value if is_symmetric else fill.mode.value)
        self.doubled.blockSignals(True)
        self.doubled.setChecked(is_symmetric)
        self.doubled.blockSignals(False)
        self.doubled.setVisible(fill.mode in (FillMode.REFLECT, FillMode.SYMMETRIC))
        self._colour.setVisible(fill.mode is FillMode.CONSTANT)
        self._swatch.show_colour(fill.colour)
        self._hex.setText("#{:02X}{:02X}{:02X}".format(*fill.colour))

    @Slot(str)
    def _choose(self, key: str) -> None:
        self.fill_wanted.emit(Fill(FillMode(key), self._fill.colour))

    @Slot(bool)
    def _double(self, is_doubled: bool) -> None:
        mode = FillMode.SYMMETRIC if is_doubled else FillMode.REFLECT
        self.fill_wanted.emit(Fill(mode, self._fill.colour))

    @Slot()
    def _open_dialog(self, _checked: bool = False) -> None:
        dialog = QColorDialog(QColor(*self._fill.colour), self)
        dialog.colorSelected.connect(self._take)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(QColor)
    def _take(self, colour: QColor) -> None:
        self.fill_wanted.emit(Fill(FillMode.CONSTANT, (colour.red(), colour.green(), colour.blue())))

    @Slot()
    def _pick(self, _checked: bool = False) -> None:
        self.eyedropper_wanted.emit()
