"""The fits as cards, each with the same frame under it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Signal, Slot
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from winnow.domain.fit import FitMode
from winnow.qt.theme.drawing import draw_box
from winnow.qt.theme.fonts import Type
from winnow.qt.theme.theme import tokens
from winnow.qt.widgets.card import Card
from winnow.qt.widgets.label import Label

EXAMPLE_PX = 224
_SQUARE_PX, _CARD_PX = 110, 122


class _Example(QWidget):
    """A picture with round corners."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._image = QImage()
        self.setFixedSize(QSize(_SQUARE_PX, _SQUARE_PX))

    def show_image(self, image: QImage) -> None:
        self._image = image
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._image.isNull():
            draw_box(painter, QRectF(self.rect()), 4, tokens().colour("ctl"))
            return
        corners = QPainterPath()
        corners.addRoundedRect(QRectF(self.rect()), 4, 4)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setClipPath(corners)
        painter.drawImage(self.rect(), self._image)


class FitCard(Card):
    """One policy: its example over its name."""

    chosen = Signal(object)  # FitMode

    def __init__(self, mode: FitMode, name: str, words: str, parent: QWidget) -> None:
        super().__init__(name, parent, option=True)
        self._mode = mode
        self.setAccessibleDescription(words)
        self.setToolTip(words)
        # As high as the other one of its row, whose name may take two lines.
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.setFixedWidth(_CARD_PX)
        self._example = _Example(self)
        self._name = Label(name, Type.CAPTION, "text", self, wrap=True)
        self._name.setFixedWidth(_SQUARE_PX)
        self._name.setMinimumHeight(self._name.heightForWidth(_SQUARE_PX))
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 7)
        column.setSpacing(5)
        column.addWidget(self._example)
        column.addWidget(self._name)
        column.addStretch()
        self.clicked.connect(self._choose)

    def show_image(self, image: QImage) -> None:
        """Show what the policy makes of the example."""
        self._example.show_image(image)

    def show_chosen(self, chosen: bool) -> None:
        super().show_chosen(chosen)
        self._name.set_tone("link" if chosen else "text")

    @Slot()
    def _choose(self) -> None:
        self.chosen.emit(self._mode)


class FitCards(QWidget):
    """Cards in two columns, one of them chosen."""

    chosen = Signal(object)  # FitMode

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        said = (
            (FitMode.SQUISH, self.tr("Squish"), self.tr("Stretched to the square: nothing is lost, shapes change")),
            (FitMode.CROP, self.tr("Centre crop"), self.tr("The middle: what is at the borders is lost")),
            (
                FitMode.RANDOM_RESIZED_CROP,
                self.tr("Random resized crop"),
                self.tr("Another part each time, for train only; valid and test get the centre crop"),
            ),
            (FitMode.PAD, self.tr("Pad (letterbox)"), self.tr("The whole frame, with the rest of the square filled")),
            (
                FitMode.TILES,
                self.tr("Tiles"),
                self.tr("Squares over the whole frame: train gets one in turn, valid and test get all, which vote"),
            ),
        )
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(8)
        self.cards: dict[FitMode, FitCard] = {}
        for at, (mode, name, words) in enumerate(said):
            card = FitCard(mode, name, words, self)
            card.chosen.connect(self.chosen)
            self.cards[mode] = card
            grid.addWidget(card, at // 2, at % 2)

    def show_chosen(self, mode: FitMode) -> None:
        """Show *mode* as the chosen one."""
        for one, card in self.cards.items():
            card.show_chosen(one is mode)

    def show_examples(self, images: Mapping[FitMode, QImage]) -> None:
        """Show what each policy makes of one frame."""
        for mode, card in self.cards.items():
            card.show_image(images.get(mode, QImage()))
