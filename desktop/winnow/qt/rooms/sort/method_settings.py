"""The settings of a method of clustering, each with what it means."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from winnow.domain.method import Method, Parameter, Setting
from winnow.qt.core_words import core_words
from winnow.qt.widgets.form import FormRow
from winnow.qt.widgets.label import plain_tip
from winnow.qt.widgets.number_field import NumberField, WholeField

_Field = WholeField | NumberField | QComboBox


class MethodSettings(QWidget):
    """One field for each parameter by scikit-learn's name; what was set of a method is kept while another is shown."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._method: Method | None = None
        self._kept: dict[str, dict[str, Setting]] = {}
        self._fields: dict[str, _Field] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)

    def show_method(self, method: Method) -> None:
        """Show the settings of *method*."""
        if self._method is not None:
            self._kept[self._method.name] = self.values()
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._method, self._fields = method, {}
        kept = self._kept.get(method.name, {})
        for parameter in method.parameters:
            field = self._field(parameter, kept.get(parameter.name, parameter.default))
            row = FormRow(parameter.name, field, self)
            row.setToolTip(plain_tip(core_words(parameter.about)))
            field.setAccessibleDescription(core_words(parameter.about))
            self._fields[parameter.name] = field
            self._column.addWidget(row)

    def field(self, name: str) -> _Field:
        """Return the field of the parameter *name*."""
        return self._fields[name]

    def values(self) -> dict[str, Setting]:
        """Return what is set."""
        return {name: _value(field) for name, field in self._fields.items()}

    def _field(self, parameter: Parameter, value: Setting) -> _Field:
        if parameter.choices:
            choice = QComboBox(self)
            choice.addItems(list(parameter.choices))
            choice.setCurrentText(str(value))
            choice.currentIndexChanged.connect(self._tell)
            return choice
        if isinstance(parameter.default, int):
            whole = WholeField(int(parameter.low), int(parameter.high), self)
            whole.setValue(int(value))
            whole.valueChanged.connect(self._tell)
            return whole
        number = NumberField(parameter.low, parameter.high, _decimals(parameter), self)
        number.setValue(float(value))
        number.valueChanged.connect(self._tell)
        return number

    @Slot()
    def _tell(self) -> None:
        self.changed.emit()


def _value(field: _Field) -> Setting:
    return field.currentText() if isinstance(field, QComboBox) else field.value()


def _decimals(parameter: Parameter) -> int:
    """Return enough places for the default and the least value."""
    least = min(value for value in (abs(float(parameter.default)), parameter.low, 0.01) if value > 0)
    return max(2, len(f"{least:.10f}".rstrip("0").partition(".")[2]))
