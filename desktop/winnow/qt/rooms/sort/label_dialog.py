"""The dialogue about one label: its name, and a colour of its own; it warns, and forbids no colour."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QColorDialog, QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from winnow.domain.class_colours import ClassColours, Doubts, colours_of, doubts
from winnow.domain.colour import ColourUnusable, Eyes, clean_colour
from winnow.domain.label import Label as ClassLabel
from winnow.domain.label import LabelNameUnusable, clean_name, letters
from winnow.qt.rooms.sort.swatches import ClassOnGrounds, Swatches
from winnow.qt.theme.fonts import Type
from winnow.qt.widgets.button import Button, Role
from winnow.qt.widgets.form import FormRow, SectionHeading
from winnow.qt.widgets.label import Label

_WIDTH_PX = 372
_HEX_PX = 92
_OFFERED = 18
"""Of the set: two full rows, the first of which are told apart by everybody."""
_MOST_NAMED = 2


class LabelDialog(QDialog):
    """Asks how *label*, one of *known*, is to be called and shown; changes nothing itself."""

    kept = Signal(object)  # ClassLabel as it is to be

    def __init__(
        self, label: ClassLabel, known: Sequence[ClassLabel], colours: ClassColours, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Name and colour of a label"))
        self.setFixedWidth(_WIDTH_PX)
        self._label, self._colours = label, colours
        self._others = [one for one in known if one.id != label.id]
        self._own = label.colour
        self.name_field = QLineEdit(label.name, self)
        self.name_field.selectAll()
        self.name_row = FormRow(self.tr("Name"), self.name_field, self)
        self.swatches = Swatches(colours.colours[:_OFFERED], self)
        self.hex_field = QLineEdit(self)
        self.hex_field.setFixedWidth(_HEX_PX)
        self.hex_field.setAccessibleName(self.tr("Colour as # and six digits"))
        self.other_button = Button(self.tr("Other…"), self, Role.PLAIN)
        self.set_button = Button(self.tr("As in the set"), self, Role.QUIET, "reset")
        self._seen = ClassOnGrounds(self)
        self._warning = Label("", Type.SMALL, "warn", self, wrap=True)
        self.keep_button = Button(self.tr("Keep"), self, Role.PRIMARY)
        self.keep_button.setDefault(True)
        self._lay_out()
        self._show_used()
        self._show()
        self.name_field.textChanged.connect(self._look)
        self.hex_field.textEdited.connect(self._type)
        self.swatches.chosen.connect(self._take)
        self.other_button.clicked.connect(self._ask_other)
        self.set_button.clicked.connect(self._use_set)
        self.keep_button.clicked.connect(self._keep)

    @property
    def warning(self) -> str:
        """What speaks against the colour, in words; empty: nothing."""
        return self._warning.text()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 22, 28, 20)
        column.setSpacing(8)
        column.addWidget(self.name_row)
        column.addSpacing(6)
        column.addWidget(SectionHeading(self.tr("Colour"), self._colours.name, self, Type.SMALL))
        column.addWidget(self.swatches)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.hex_field)
        row.addWidget(self.other_button)
        row.addStretch()
        row.addWidget(self.set_button)
        column.addLayout(row)
        column.addWidget(self._seen)
        # Room for two lines at all times: nothing jumps while colours are tried.
        self._warning.setMinimumHeight(2 * Type.SMALL.line_px)
        column.addWidget(self._warning)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addStretch()
        leave = Button(self.tr("Cancel"), self, Role.PLAIN)
        leave.clicked.connect(self.reject)
        foot.addWidget(leave)
        foot.addWidget(self.keep_button)
        column.addLayout(foot)

    def _show_used(self) -> None:
        marks = letters([one.name for one in self._others])
        shown = colours_of(self._others, self._colours)
        self.swatches.show_used(
            {value: (mark, one.name) for value, mark, one in zip(shown, marks, self._others, strict=True)}
        )

    @property
    def _value(self) -> str:
        return self._own or self._of_set()

    def _of_set(self) -> str:
        return colours_of([ClassLabel(self._label.id, "", self._label.position)], self._colours)[0]

    def _show(self, with_field: bool = True) -> None:
        """Show the colour as it is now; not in the field while somebody types there."""
        self.swatches.show_chosen(self._value)
        if with_field:
            self.hex_field.setText(self._value)
        self.set_button.setEnabled(bool(self._own))
        others = zip([one.name for one in self._others], colours_of(self._others, self._colours), strict=True)
        self._warning.setText(self._doubt_words(doubts(self._value, list(others))))
        self._look()

    @Slot()
    def _look(self, _text: str = "") -> None:
        """Say whether the name can be used."""
        wrong, name = self._wrong_name()
        self.name_row.show_wrong(wrong)
        self.keep_button.setEnabled(not wrong and self._is_colour(self.hex_field.text()))
        shown = [*(one.name for one in self._others), name or self._label.name]
        self._seen.show_class(self._value, letters(shown)[-1], shown[-1])

    def _wrong_name(self) -> tuple[str, str]:
        """Return what is wrong with the name, and the name."""
        try:
            name = clean_name(self.name_field.text())
        except LabelNameUnusable:
            return self.tr("A name has 1 to 100 letters."), ""
        if any(one.name == name for one in self._others):
            return self.tr("Another label is called that."), name
        return "", name

    def _is_colour(self, text: str) -> bool:
        try:
            clean_colour(text)
        except ColourUnusable:
            return False
        return True

    def _doubt_words(self, found: Doubts) -> str:
        hard = [name for name, eyes in found.like if eyes is Eyes.ALL]
        some = [name for name, eyes in found.like if eyes is not Eyes.ALL]
        said = []
        if hard:
            said.append(self.tr("Hard to tell from {0}.").format(self._named(hard)))
        if some:
            said.append(self.tr("Some colour-blind people cannot tell it from {0}.").format(self._named(some)))
        if "light" in found.grounds:
            said.append(self.tr("Hard to see on a light background."))
        if "dark" in found.grounds:
            said.append(self.tr("Hard to see on a dark background."))
        return " ".join(said)

    def _named(self, names: Sequence[str]) -> str:
        shown = ", ".join(f"“{name}”" for name in names[:_MOST_NAMED])
        more = len(names) - _MOST_NAMED
        return self.tr("{0} and {1} more").format(shown, more) if more > 0 else shown

    @Slot(str)
    def _take(self, value: str, with_field: bool = True) -> None:
        self._own = "" if value == self._of_set() else value
        self._show(with_field)

    @Slot(str)
    def _type(self, text: str) -> None:
        if self._is_colour(text):
            self._take(clean_colour(text), with_field=False)
        else:
            self._look()

    @Slot()
    def _use_set(self, _checked: bool = False) -> None:
        self._own = ""
        self._show()

    @Slot()
    def _ask_other(self, _checked: bool = False) -> None:
        dialog = QColorDialog(QColor(self._value), self)
        dialog.colorSelected.connect(self._take_other)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(QColor)
    def _take_other(self, colour: QColor) -> None:
        self._take(colour.name().upper())

    @Slot()
    def _keep(self, _checked: bool = False) -> None:
        _wrong, name = self._wrong_name()
        self.accept()
        self.kept.emit(ClassLabel(self._label.id, name, self._label.position, self._own))
