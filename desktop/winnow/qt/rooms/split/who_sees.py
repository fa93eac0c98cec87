"""The table of who sees what: a row for each part, what learns from it, what looks at it."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from winnow.app.queries.division import Counts
from winnow.domain.split import PARTS, Part
from winnow.qt.figures import count_words
from winnow.qt.rooms.split.parts_painting import draw_part
from winnow.qt.theme.fonts import Type
from winnow.qt.theme.icons import icon
from winnow.qt.widgets.form import Separator
from winnow.qt.widgets.label import ElidedLabel, Label

_ROW_PX = 33


class _Swatch(QWidget):
    """The colour of a part, 12 px."""

    def __init__(self, part: Part, parent: QWidget) -> None:
        super().__init__(parent)
        self._part = part
        self.setFixedSize(QSize(12, 12))

    def paintEvent(self, event: QPaintEvent) -> None:
        draw_part(QPainter(self), QRectF(self.rect()), 3, self._part)


class _Mark(QWidget):
    """A check or a cross, 16 px."""

    def __init__(self, name: str, role: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._name, self._role = name, role
        self.setFixedSize(QSize(16, 16))

    def paintEvent(self, event: QPaintEvent) -> None:
        icon(self._name, self._role).paint(QPainter(self), QRect(0, 0, 16, 16))


class WhoSees(QWidget):
    """What is true of the three parts, with their counts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(0)
        for at, stretch in enumerate((3, 2, 2, 5, 6, 4)):
            self._grid.setColumnStretch(at, stretch)
            self._grid.setColumnMinimumWidth(at, 48)
        self._frames = [self._figure("text") for _ in range(4)]
        self._images = [self._figure("text-2") for _ in range(4)]
        self._heads()
        yes, no, any_time = ("check", self.tr("yes")), ("reject", self.tr("no")), ("check", self.tr("any time"))
        choosing = ("check", self.tr("to choose and to stop"))
        sealed, once = ("reject", self.tr("no, sealed")), ("reject", self.tr("once, in Test"))
        self._row(1, Part.TRAIN, self.tr("Train"), (yes, yes, any_time))
        self._row(2, Part.VALID, self.tr("Valid"), (no, choosing, any_time))
        self._row(3, Part.TEST, self.tr("Test"), (no, sealed, once))
        self._total()

    def show_counts(self, frames: Counts, images: Counts, labelled: int) -> None:
        """Show how many frames, of how many images, each part has; *labelled* images there are in all."""
        for labels, counts in ((self._frames, frames), (self._images, images)):
            for label, count in zip(labels, (*counts, sum(counts)), strict=True):
                label.setText(count_words(count))
        more = sum(frames) - labelled
        self._note.setText(
            self.tr("{0} more frames than images; frames of one image stay in one part", n=more).format(
                count_words(more)
            )
            if more > 0
            else self.tr("frames of one image stay in one part")
        )

    def _figure(self, tone: str) -> Label:
        label = Label("", Type.BODY, tone, self)
        label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return label

    def _heads(self) -> None:
        heads = (
            self.tr("Part"),
            self.tr("Frames"),
            self.tr("Images"),
            self.tr("Weights learn from it"),
            self.tr("Training code looks at it"),
            self.tr("You look at it"),
        )
        for at, words in enumerate(heads):
            head = ElidedLabel(words, Type.SMALL, "text-2", self)
            if at in (1, 2):
                head.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self._grid.addWidget(head, 0, at)
        self._grid.setRowMinimumHeight(0, 28)
        self._grid.addWidget(Separator(self), 1, 0, 1, 6)

    def _row(self, at: int, part: Part, name: str, said: tuple[tuple[str, str], ...]) -> None:
        row = 2 * at
        self._grid.setRowMinimumHeight(row, _ROW_PX)
        self._grid.addWidget(self._beside(_Swatch(part, self), Label(name, Type.NAME, parent=self)), row, 0)
        self._grid.addWidget(self._frames[PARTS.index(part)], row, 1)
        self._grid.addWidget(self._images[PARTS.index(part)], row, 2)
        for column, (mark, words) in enumerate(said, start=3):
            role = "text" if mark == "check" else "text-2"
            cell = self._beside(_Mark(mark, role, self), ElidedLabel(words, Type.BODY, role, self))
            self._grid.addWidget(cell, row, column)
        self._grid.addWidget(Separator(self), row + 1, 0, 1, 6)

    def _total(self) -> None:
        self._note = ElidedLabel("", Type.SMALL, "text-2", self)
        self._grid.addWidget(Label(self.tr("Total"), Type.NAME, parent=self), 8, 0)
        self._frames[-1].set_style(Type.NAME)
        self._grid.addWidget(self._frames[-1], 8, 1)
        self._grid.addWidget(self._images[-1], 8, 2)
        self._grid.addWidget(self._note, 8, 3, 1, 3)
        self._grid.setRowMinimumHeight(8, 28)

    def _beside(self, mark: QWidget, words: QWidget) -> QWidget:
        held = QWidget(self)
        held.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(held)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(mark)
        row.addWidget(words, 1)
        return held
