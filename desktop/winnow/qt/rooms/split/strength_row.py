"""One thing that varies pictures: a switch, its name, its strength."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSlider, QWidget

from winnow.qt.looking_only import changes_project
from winnow.qt.theme.fonts import Type
from winnow.qt.theme.theme import tokens
from winnow.qt.widgets.label import ElidedLabel, Label
from winnow.qt.widgets.switch import Switch

_SLIDER_PX, _FIGURE_PX, _STEPS = 78, 36, 100


class StrengthRow(QWidget):
    """*most* is the strength at the slider's right end, *usual* the one that switching on begins with."""

    changed = Signal()

    def __init__(
        self, name: str, most: float, usual: float, words: str = "{0:.1f}", parent: QWidget | None = None
    ) -> None:
        """*words* formats the strength."""
        super().__init__(parent)
        self._most, self._usual, self._words = most, usual, words
        self.switch = Switch(name, self)
        self.slider = QSlider(Qt.Orientation.Horizontal, self)
        self.slider.setRange(1, _STEPS)
        self.slider.setFixedWidth(_SLIDER_PX)
        self.slider.setAccessibleName(self.tr("{0}: strength").format(name))
        for control in (self.switch, self.slider):
            changes_project(control)
        self._figure = Label("", Type.SMALL, "text", self)
        self._figure.setFixedWidth(_FIGURE_PX)
        self._figure.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._name = ElidedLabel(name, Type.BODY, "text", self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.switch)
        row.addWidget(self._name, 1)
        row.addWidget(self.slider)
        row.addWidget(self._figure)
        self.show_strength(0.0)
        self.switch.toggled.connect(self._tell)
        self.slider.valueChanged.connect(self._tell)

    @property
    def strength(self) -> float:
        """What is chosen; 0 where it is off."""
        return round(self.slider.value() * self._most / _STEPS, 4) if self.switch.isChecked() else 0.0

    def show_strength(self, strength: float) -> None:
        """Show *strength*; 0 switches it off, and the slider keeps the last one."""
        for widget in (self.switch, self.slider):
            widget.blockSignals(True)
        self.switch.setChecked(strength > 0)
        if strength > 0 or self.slider.value() == self.slider.minimum():
            self.slider.setValue(round((strength or self._usual) / self._most * _STEPS))
        for widget in (self.switch, self.slider):
            widget.blockSignals(False)
        self._show()

    @Slot()
    def _tell(self) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        is_on = self.switch.isChecked()
        self.slider.setVisible(is_on)
        self._figure.setText(self._words.format(self.strength) if is_on else self.tr("off"))
        self._figure.set_tone("text" if is_on else "text-2")
        self.switch.update()


class AreaSlider(QSlider):
    """A share up to the whole: filled from the handle to the right end."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, now = QPainter(self), tokens()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        left, right, middle = 7.0, self.width() - 7.0, self.height() / 2
        at = left + (self.value() - self.minimum()) / (self.maximum() - self.minimum()) * (right - left)
        painter.setBrush(now.colour("ctl-press"))
        painter.drawRoundedRect(QRectF(left, middle - 2, right - left, 4), 2, 2)
        painter.setBrush(now.colour("accent" if self.isEnabled() else "line-strong"))
        painter.drawRect(QRectF(at, middle - 2, right - at, 4))
        is_held = self.isSliderDown() or self.underMouse() or self.hasFocus()
        painter.setBrush(now.colour("knob" if self.isEnabled() else "line-strong"))
        painter.setPen(QPen(now.colour("accent" if is_held else "line-strong"), 2 if self.hasFocus() else 1))
        painter.drawEllipse(QRectF(at - 6.5, middle - 6.5, 13, 13))
