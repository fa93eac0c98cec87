"""What classes look like in the colours that are chosen: those of the open project, else some made-up ones."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from winnow.domain.label import Label as ClassLabel
from winnow.domain.label import letters
from winnow.qt.theme.drawing import draw_box
from winnow.qt.theme.fonts import Type
from winnow.qt.theme.theme import class_colour, current_theme
from winnow.qt.theme.tokens import colour
from winnow.qt.widgets.bars import StackedBar
from winnow.qt.widgets.chip import ClassChip
from winnow.qt.widgets.key_cap import KeyCap
from winnow.qt.widgets.label import ElidedLabel, Label

_MOST = 9
_SWATCH_PX, _GAP_PX = 10, 2


class ClassPreview(QFrame):
    """A line for each class: its letter on its colour, its name, its key; under them a bar of all."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "ctl")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        self._bar = StackedBar(self)
        self._places: tuple[int, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 14)
        column.setSpacing(10)
        column.addWidget(Label(self.tr("Class colours"), Type.BUTTON, parent=self))
        column.addLayout(self._rows)
        column.addWidget(self._bar)
        column.addWidget(
            Label(
                self.tr(
                    "Colours that colour-blind people can tell apart, always with a letter. "
                    "In Sort a label can have one of its own."
                ),
                Type.CAPTION,
                "text-2",
                self,
                wrap=True,
            )
        )
        current_theme().changed.connect(self._colour)
        self.show_names([self.tr("cat"), self.tr("dog"), self.tr("bird")])

    def show_labels(self, labels: Sequence[ClassLabel]) -> None:
        """Show the classes of a project in their order, if it has any."""
        if labels:
            self.show_names([one.name for one in labels], [one.position for one in labels])

    def show_names(self, names: Sequence[str], places: Sequence[int] = ()) -> None:
        """Show classes called *names*, in the order of their keys; *places* give their colours, else their order."""
        while (old := self._rows.takeAt(0)) is not None:
            if (widget := old.widget()) is not None:
                widget.deleteLater()
        self._places = tuple(places or range(len(names)))[:_MOST]
        for at, (letter, name, place) in enumerate(zip(letters(names), names, self._places, strict=False)):
            self._rows.addWidget(self._row(at, letter, name, place))
        self._colour()

    def _row(self, at: int, letter: str, name: str, place: int) -> QWidget:
        made = QWidget(self)
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(ClassChip(letter, place, made))
        row.addWidget(ElidedLabel(name, Type.BODY, parent=made), 1)
        row.addWidget(KeyCap(str(at + 1), made))
        return made

    @Slot()
    def _colour(self) -> None:
        self._bar.show_parts(tuple((1, class_colour(place)) for place in self._places))


def swatches(colours: Sequence[str], scale: float) -> QIcon:
    """Return *colours* side by side, for a screen of *scale* device pixels a pixel."""
    size = QSize(len(colours) * (_SWATCH_PX + _GAP_PX), _SWATCH_PX)
    made = QPixmap(size * scale)
    made.setDevicePixelRatio(scale)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    for at, one in enumerate(colours):
        draw_box(painter, QRectF(at * (_SWATCH_PX + _GAP_PX), 0, _SWATCH_PX, _SWATCH_PX), 2, colour(one))
    painter.end()
    return QIcon(made)
