"""What the network sees: the squares of one real batch, with the letters of their classes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from winnow.domain.split import Part
from winnow.qt.theme.drawing import draw_box
from winnow.qt.theme.fonts import Type, font
from winnow.qt.theme.theme import class_colour, letter_on_class, tokens
from winnow.qt.widgets.button import Button
from winnow.qt.widgets.form import SectionHeading
from winnow.qt.widgets.segmented import Segmented

_COLUMNS, _GAP, _EDGE_PX, _RADIUS_PX, _LETTER_PX = 9, 8, 104, 4, 18


@dataclass(frozen=True, slots=True, eq=False)
class Square:
    """One picture as the network gets it, with the mark and the place of its class."""

    image: QImage
    mark: str
    position: int


class BatchGrid(QWidget):
    """Squares in rows, as many across as there is room for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._squares: tuple[Square, ...] = ()
        self._waiting = ""
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(self.tr("One batch as the network gets it"))

    @property
    def squares(self) -> tuple[Square, ...]:
        """What is shown."""
        return self._squares

    def show_squares(self, squares: Sequence[Square]) -> None:
        """Show *squares*."""
        self._squares, self._waiting = tuple(squares), ""
        self.updateGeometry()
        self.update()

    def show_waiting(self, words: str) -> None:
        """Say *words* in place of squares that are not there yet; those there are stay."""
        self._waiting = words
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        across, edge = self._layout(width)
        rows = max(1, -(-max(len(self._squares), 1) // across))
        return rows * (edge + _GAP) - _GAP

    def sizeHint(self) -> QSize:
        return QSize(_COLUMNS * (_EDGE_PX + _GAP), self.heightForWidth(max(self.width(), 480)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    def _layout(self, width: int) -> tuple[int, int]:
        """Return how many are side by side, and their edge."""
        across = min(_COLUMNS, max(3, (width + _GAP) // (88 + _GAP)))
        return across, max(32, (width + _GAP) // across - _GAP)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, now = QPainter(self), tokens()
        across, edge = self._layout(self.width())
        if not self._squares:
            draw_box(painter, QRectF(self.rect()), 8, now.colour("ctl"))
            painter.setPen(now.colour("text-2"))
            painter.setFont(font(Type.BODY))
            wrapped = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect().adjusted(16, 4, -16, -4), wrapped, self._waiting)
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for at, square in enumerate(self._squares):
            left, top = at % across * (edge + _GAP), at // across * (edge + _GAP)
            self._draw(painter, QRect(left, top, edge, edge), square)

    def _draw(self, painter: QPainter, box: QRect, square: Square) -> None:
        painter.save()
        corners = QPainterPath()
        corners.addRoundedRect(QRectF(box), _RADIUS_PX, _RADIUS_PX)
        painter.setClipPath(corners)
        # Enlarged without smoothing: a pixel of a small input is one, and is seen as one.
        is_smaller = square.image.width() < box.width() * self.devicePixelRatioF()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, not is_smaller)
        painter.drawImage(box, square.image)
        chip = QRect(box.left(), box.bottom() + 1 - _LETTER_PX, _LETTER_PX, _LETTER_PX)
        painter.fillRect(chip, class_colour(square.position))
        painter.setPen(letter_on_class(square.position))
        painter.setFont(font(Type.LETTER))
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, square.mark)
        painter.restore()


class SeenPane(QWidget):
    """Heading, which part, another batch, and the grid."""

    wanted = Signal()  # part or turn is another one now

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.turn = 0
        self._part = Segmented(
            [(Part.TRAIN.value, self.tr("Train")), (Part.VALID.value, self.tr("Valid"))], self, dense=True
        )
        self._part.setAccessibleName(self.tr("Part that the batch is of"))
        self.another_button = Button(self.tr("Another batch"), self, icon_name="refresh")
        self.grid = BatchGrid(self)
        action = QWidget(self)
        row = QHBoxLayout(action)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._part)
        row.addWidget(self.another_button)
        self._heading = SectionHeading(self.tr("What the network sees"), "", self, Type.HEADING, action)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._heading)
        column.addWidget(self.grid)
        self._part.chosen.connect(self._choose_part)
        self.another_button.clicked.connect(self._turn_over)

    @property
    def part(self) -> Part:
        """Which part is shown."""
        return Part(self._part.key)

    def choose_part(self, part: Part) -> None:
        """Show *part* from now on."""
        self._part.choose(part.value)
        self.wanted.emit()

    def say(self, shown: int, whole: int, edge_px: int, squares: int) -> None:
        """Say how much of the batch is shown: *shown* frames of *whole*, as so many *squares*."""
        words = self.tr("one real train batch") if self.part is Part.TRAIN else self.tr("one real valid batch")
        if whole:
            words = self.tr("{0}, first {1} of {2} · {3} × {3}").format(words, shown, whole, edge_px)
        if squares > shown:
            tiles = self.tr("all tiles of each; the mean of what the network says of them counts")
            words = f"{words} · {tiles}"
        self._heading.show_words(words)

    @Slot(str)
    def _choose_part(self, _key: str) -> None:
        self.wanted.emit()

    @Slot()
    def _turn_over(self) -> None:
        self.turn += 1
        self.wanted.emit()
