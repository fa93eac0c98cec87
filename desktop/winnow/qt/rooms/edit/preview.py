"""What the network gets, at its own size, with the flips and turns beside it."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from winnow.qt.looking_only import changes_project
from winnow.qt.theme.drawing import draw_box
from winnow.qt.theme.theme import tokens
from winnow.qt.widgets.button import IconButton, Role
from winnow.qt.widgets.form import SectionHeading

_MOST_PX = 224
_RADIUS_PX = 6
_GAP_PX = 4


class NetworkInput(QWidget):
    """The network's square, a pixel for each of the screen's where it is no larger than 224; several side by side."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._images: tuple[QImage, ...] = ()
        self.setFixedSize(self.sizeHint())
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("What the network gets"))

    @property
    def images(self) -> tuple[QImage, ...]:
        """What is shown."""
        return self._images

    def show_images(self, images: tuple[QImage, ...]) -> None:
        """Show *images* in rows, in their order; none leaves the place empty."""
        self._images = images
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(_MOST_PX, _MOST_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_box(painter, QRectF(self.rect()), _RADIUS_PX, tokens().colour("ctl"))
        for place, image in zip(self._places(), self._images, strict=True):
            self._paint(painter, place, image)

    def _places(self) -> list[QRectF]:
        """Return the cell of each image: the largest that hold all of them side by side."""
        count = len(self._images)
        along = math.ceil(math.sqrt(count))
        edge = (_MOST_PX - (along - 1) * _GAP_PX) / max(1, along)
        above = (_MOST_PX - math.ceil(count / max(1, along)) * (edge + _GAP_PX) + _GAP_PX) / 2
        return [
            QRectF(at % along * (edge + _GAP_PX), above + at // along * (edge + _GAP_PX), edge, edge)
            for at in range(count)
        ]

    def _paint(self, painter: QPainter, place: QRectF, image: QImage) -> None:
        edge = min(image.width(), place.width())
        target = QRectF(0, 0, edge, edge)
        target.moveCenter(place.center())
        corners = QPainterPath()
        corners.addRoundedRect(target, _RADIUS_PX, _RADIUS_PX)
        painter.setClipPath(corners)
        is_scaled = image.width() != round(edge * self.devicePixelRatioF())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, is_scaled)
        painter.drawImage(target, image)


class PreviewGroup(QWidget):
    """Heading, the network's square, and what turns the frame over."""

    flip_x_wanted = Signal()
    flip_y_wanted = Signal()
    quarter_wanted = Signal()  # a quarter turn, counter-clockwise

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.input = NetworkInput(self)
        self._size = ""
        self._heading = SectionHeading(self.tr("What the network gets"), "", self)
        flip_x = IconButton("flip-x", self.tr("Mirror left to right"), self, "H", role=Role.PLAIN)
        changes_project(flip_x)
        flip_y = IconButton("flip-y", self.tr("Mirror top to bottom"), self, "V", role=Role.PLAIN)
        changes_project(flip_y)
        quarter = IconButton("rotate", self.tr("Turn by a quarter"), self, "R", role=Role.PLAIN)
        changes_project(quarter)
        flip_x.clicked.connect(self._flip_x)
        flip_y.clicked.connect(self._flip_y)
        quarter.clicked.connect(self._turn)
        side = QVBoxLayout()
        side.setSpacing(8)
        for button in (flip_x, flip_y, quarter):
            side.addWidget(button)
        side.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.input, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(side)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._heading)
        column.addLayout(row)

    def show_size(self, edge_px: int) -> None:
        """Say how large the network's square is."""
        self._size = f"{edge_px} × {edge_px}"
        self._say()

    def show_squares(self, images: tuple[QImage, ...]) -> None:
        """Show what the network gets: one square, or all the tiles that it looks at."""
        self.input.show_images(images)
        self._say()

    def _say(self) -> None:
        count = len(self.input.images)
        tiles = self.tr("{0} tiles of {1}", n=count).format(count, self._size)
        self._heading.show_words(tiles if count > 1 else self._size)

    @Slot()
    def _flip_x(self, _checked: bool = False) -> None:
        self.flip_x_wanted.emit()

    @Slot()
    def _flip_y(self, _checked: bool = False) -> None:
        self.flip_y_wanted.emit()

    @Slot()
    def _turn(self, _checked: bool = False) -> None:
        self.quarter_wanted.emit()
