"""What pictures look like in the grid with what is chosen: labelled, edited, flagged and rejected."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from winnow.app.grid_rows import Mark
from winnow.qt.grid.painting import RADIUS_PX, CellPainter
from winnow.qt.theme.fonts import Type
from winnow.qt.theme.theme import current_theme, tokens
from winnow.qt.widgets.label import Label

if TYPE_CHECKING:
    from winnow.app.session import Session

EDGE_PX = 90
_GAP_PX, _ACROSS = 8, 2
_MARKS = (0, int(Mark.EDITED), int(Mark.FLAGGED), int(Mark.REJECTED))
"""Of each picture, as a grid would have some of all."""

Shown = tuple[QImage, int]
"""A square of `EDGE_PX`, and the position of its label; -1 for none."""


def pictures_of(session: Session, ratio: float) -> list[Shown]:
    """Return as many pictures of the project as are shown, for a screen of *ratio*; not on the GUI thread."""
    from winnow.app.queries.cover import cover_pictures
    from winnow.qt.grid.thumbnail import square

    wanted = session.ask(cover_pictures, len(_MARKS))
    jpegs = session.thumbnails.get([key for key, _label in wanted])
    edge_px, radius_px = round(EDGE_PX * ratio), round(RADIUS_PX * ratio)
    return [(square(jpegs[key], edge_px, radius_px), label) for key, label in wanted if key in jpegs]


class PicturePreview(QFrame):
    """A heading over a few pictures; hidden where there are none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "ctl")
        self._squares = _Squares(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 14)
        column.setSpacing(2)
        column.addWidget(Label(self.tr("Preview"), Type.BUTTON, parent=self))
        column.addWidget(Label(self.tr("how pictures will look"), Type.CAPTION, "text-2", self))
        column.addSpacing(6)
        column.addWidget(self._squares, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def show_pictures(self, pictures: Sequence[Shown], letters: Sequence[str]) -> None:
        """Show *pictures* with the *letters* of all labels."""
        self._squares.show_pictures(pictures, letters)
        self.setVisible(bool(pictures))


class _Squares(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._pictures: list[tuple[QPixmap, int]] = []
        self._letters: tuple[str, ...] = ()
        self._painter: CellPainter | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Pictures with their labels and marks"))
        current_theme().changed.connect(self._dress)

    def show_pictures(self, pictures: Sequence[Shown], letters: Sequence[str]) -> None:
        self._pictures = [(QPixmap.fromImage(image), label) for image, label in pictures]
        self._letters = tuple(letters)
        self.updateGeometry()
        self._dress()

    def sizeHint(self) -> QSize:
        down = -(-len(self._pictures) // _ACROSS)
        return QSize(_ACROSS * (EDGE_PX + _GAP_PX) - _GAP_PX, max(0, down * (EDGE_PX + _GAP_PX) - _GAP_PX))

    @Slot()
    def _dress(self) -> None:
        self._painter = None
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._painter is None:
            self._painter = CellPainter(tokens(), EDGE_PX, self.devicePixelRatioF(), self._letters)
        painter = QPainter(self)
        for at, ((picture, label), marks) in enumerate(zip(self._pictures, _MARKS, strict=False)):
            x, y = at % _ACROSS * (EDGE_PX + _GAP_PX), at // _ACROSS * (EDGE_PX + _GAP_PX)
            self._painter.picture(painter, x, y, picture, bool(marks & Mark.REJECTED))
            self._painter.signs(painter, x, y, label, marks)
