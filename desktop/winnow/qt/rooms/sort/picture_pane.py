"""The right of Sort: the current picture, and buttons that label the selection."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QGridLayout, QSizePolicy, QWidget

from winnow.app.queries.grid import PictureFacts
from winnow.domain.label import Label as ClassLabel
from winnow.domain.label import letters
from winnow.qt.figures import count_words
from winnow.qt.theme.drawing import draw_box
from winnow.qt.theme.fonts import Type
from winnow.qt.theme.icons import icon
from winnow.qt.theme.theme import tokens
from winnow.qt.widgets.form import SectionHeading
from winnow.qt.widgets.inspector import InspectorPane
from winnow.qt.widgets.label import ElidedLabel, Label
from winnow.qt.widgets.label_button import LabelButton
from winnow.qt.widgets.provenance import ProvenanceRows

_PREVIEW_PX = 164
_ICON_PX = 24
_MOST_KEYS = 9


class Preview(QWidget):
    """The whole picture, as large as fits; an icon where there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def is_empty(self) -> bool:
        """Whether there is no picture to see."""
        return self._image.isNull()

    def show_image(self, image: QImage) -> None:
        """Show *image*; a null one shows the icon."""
        self._image = image
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(268, _PREVIEW_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_box(painter, QRectF(self.rect()), 6, tokens().colour("ctl"))
        if self._image.isNull():
            middle = QRect(0, 0, _ICON_PX, _ICON_PX)
            middle.moveCenter(self.rect().center())
            icon("image", "text-3").paint(painter, middle)
            return
        size = self._image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        left, top = (self.width() - size.width()) / 2, (self.height() - size.height()) / 2
        painter.drawImage(QRectF(left, top, size.width(), size.height()), self._image)


class PicturePane(InspectorPane):
    """About the current picture; its buttons concern the whole selection."""

    label_wanted = Signal(int)  # number of the key, from 1
    reject_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.preview = Preview(self)
        self._file = ElidedLabel("", Type.GROUP, parent=self, mode=Qt.TextElideMode.ElideMiddle)
        self._words = Label("", Type.CAPTION, "text-2", self, wrap=True)
        self._heading = SectionHeading(self.tr("Label"), parent=self)
        self._buttons = QButtonGroup(self)
        self._buttons.setExclusive(False)
        self._offers = QWidget(self)
        self._table = QGridLayout(self._offers)
        self._table.setContentsMargins(0, 0, 0, 0)
        self._table.setSpacing(6)
        self._facts = ProvenanceRows(self)
        for widget in (self.preview, self._file, self._words, self._heading, self._offers, self._facts):
            self.column.addWidget(widget)
        self.column.addStretch()
        self._buttons.idClicked.connect(self._click)
        self.show_picture(None)
        self.show_selected(0)

    @property
    def file_words(self) -> str:
        """The name that is shown."""
        return self._file.text()

    def button(self, number: int) -> QAbstractButton:
        """Return the button of the key *number*; that of 0 rejects."""
        return self._buttons.button(number)

    def show_labels(self, known: Sequence[ClassLabel]) -> None:
        """Offer *known* in the order of their keys, then rejecting and a new label."""
        for old in self._buttons.buttons():
            self._buttons.removeButton(old)
            self._table.removeWidget(old)
            old.deleteLater()
        made: list[tuple[int, LabelButton]] = []
        marks = letters([label.name for label in known])
        for number, (label, letter) in enumerate(zip(known, marks, strict=True), start=1):
            key = str(number) if number <= _MOST_KEYS else ""
            made.append((number, LabelButton(label.name, key, (letter, label.position), self._offers)))
        made.append((0, LabelButton(self.tr("Reject"), "X", "reject", self._offers)))
        number = len(known) + 1
        key = str(number) if number <= _MOST_KEYS else ""
        made.append((number, LabelButton(self.tr("New label\u2026"), key, "plus", self._offers, outlined=True)))
        for at, (number, button) in enumerate(made):
            self._buttons.addButton(button, number)
            self._table.addWidget(button, *divmod(at, 2))

    def show_selected(self, count: int) -> None:
        """Say how many pictures the buttons concern."""
        self._heading.show_words(self.tr("applies to {0}").format(count_words(count)) if count else "")
        self._offers.setEnabled(count > 0)

    def show_picture(self, facts: PictureFacts | None) -> None:
        """Show what is known of a picture; None: none is selected."""
        self._facts.setVisible(facts is not None)
        self._heading.setVisible(facts is not None)
        self._offers.setVisible(facts is not None)
        if facts is None:
            self.preview.show_image(QImage())
            self._file.setText(self.tr("No picture selected"))
            self._words.setText(self.tr("A selected picture shows here: large, with its label and where it came from."))
            return
        self._file.setText(facts.file)
        size = self.tr("{0} \u00d7 {1} \u00b7 {2} KB").format(
            count_words(facts.width), count_words(facts.height), count_words(max(1, round(facts.size_bytes / 1000)))
        )
        state = self.tr("rejected") if facts.is_rejected else facts.label or self.tr("unlabelled")
        self._words.setText(f"{size} \u00b7 {state}")
        self._facts.show_facts(facts.source, facts.provenance)

    @Slot(int)
    def _click(self, number: int) -> None:
        if number == 0:
            self.reject_wanted.emit()
        else:
            self.label_wanted.emit(number)
