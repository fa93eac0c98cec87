"""The right of Sort: the current picture, or what many selected ones are made of; buttons that label them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from winnow.app.queries.grid import PictureFacts
from winnow.domain.label import Label as ClassLabel
from winnow.qt.figures import count_words
from winnow.qt.grid.thumbs import Thumbs
from winnow.qt.rooms.sort.counts import Composition, CountRows
from winnow.qt.rooms.sort.label_offers import LabelOffers
from winnow.qt.theme.drawing import draw_box
from winnow.qt.theme.fonts import Type
from winnow.qt.theme.icons import icon
from winnow.qt.theme.theme import tokens
from winnow.qt.widgets.button import Button, Role
from winnow.qt.widgets.chip import Chip, ClusterChip
from winnow.qt.widgets.form import SectionHeading
from winnow.qt.widgets.inspector import InspectorPane
from winnow.qt.widgets.label import ElidedLabel, Label
from winnow.qt.widgets.provenance import ProvenanceRows

_PREVIEW_PX = 164
_ICON_PX = 24
_CONTENT_PX = 268
_THUMB_PX = 59
"""Four of them fit beside the scroll bar."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the view knows of the current picture beside its own facts."""

    cluster: int | None = None
    """From 1."""
    cluster_title: str = ""
    flags: tuple[str, ...] = ()
    """In words."""
    copies: int = 0
    """How many near duplicates it has."""
    is_sharp: bool = False
    at: int = 0
    """Which of the selected ones it is, from 1."""


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
        return QSize(_CONTENT_PX, _PREVIEW_PX)

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
        outline = QPainterPath()
        outline.addRoundedRect(QRectF(self.rect()), 6, 6)
        painter.setClipPath(outline)
        painter.drawImage(QRectF(left, top, size.width(), size.height()), self._image)


class PicturePane(InspectorPane):
    """Shows one picture or the sum of many; its buttons concern the whole selection."""

    label_wanted = Signal(int)  # number of the key, from 1
    reject_wanted = Signal()
    unlabel_wanted = Signal()
    picture_wanted = Signal(int)  # one of the small pictures was picked
    all_similar_wanted = Signal()
    clear_wanted = Signal()
    show_in_grid_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.one = _OnePicture(self)
        self.many = _ManyPictures(self)
        self.offers = LabelOffers(self)
        self.below = _BelowOne(self)
        self.samples = _Samples(self)
        for widget in (self.one, self.many, self.offers, self.below, self.samples):
            self.column.addWidget(widget)
        self.column.addStretch()
        self.offers.label_wanted.connect(self.label_wanted)
        self.offers.reject_wanted.connect(self.reject_wanted)
        self.offers.unlabel_wanted.connect(self.unlabel_wanted)
        self.below.similar.picked.connect(self.picture_wanted)
        self.below.all_button.clicked.connect(self.all_similar_wanted)
        self.samples.pictures.picked.connect(self.picture_wanted)
        self.samples.show_button.clicked.connect(self.show_in_grid_wanted)
        self.many.clear_button.clicked.connect(self.clear_wanted)
        self.show_nothing()

    @property
    def preview(self) -> Preview:
        """The picture."""
        return self.one.preview

    @property
    def file_words(self) -> str:
        """The name that is shown."""
        return self.one.file.text()

    def button(self, number: int) -> QAbstractButton:
        """Return the button of the key *number*; that of 0 rejects."""
        return self.offers.button(number)

    def show_labels(self, known: Sequence[ClassLabel]) -> None:
        """Offer *known* in the order of their keys."""
        self.offers.show_labels(known)

    def show_nothing(self) -> None:
        """Say that no picture is selected."""
        self.one.show_facts(None, Surroundings(), 0)
        self._show_parts(one=True, many=False, offers=False)

    def show_picture(self, facts: PictureFacts, around: Surroundings, selected: int) -> None:
        """Show what is known of a picture, one of *selected*."""
        self.one.show_facts(facts, around, selected)
        self.below.show_facts(facts, around)
        self.offers.show_selected(selected)
        self._show_parts(one=True, many=False, offers=True)

    def show_many(self, heading: str, words: str, total: int, of: Composition) -> None:
        """Show what *total* pictures are made of, under *heading* and *words*."""
        self.many.show_counts(heading, words, total, of)
        self.offers.show_selected(total)
        self._show_parts(one=False, many=True, offers=True)

    def _show_parts(self, *, one: bool, many: bool, offers: bool) -> None:
        self.one.setVisible(one)
        self.below.setVisible(one and offers)
        self.many.setVisible(many)
        self.samples.setVisible(many)
        self.offers.setVisible(offers)


class _OnePicture(QWidget):
    """Preview, name, size, cluster."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.preview = Preview(self)
        self.file = ElidedLabel("", Type.NAME, parent=self, mode=Qt.TextElideMode.ElideMiddle)
        self._of = Label("", Type.SMALL, "text-2", self)
        self._size = Label("", Type.SMALL, "text-2", self)
        self._chip = ClusterChip(1, self, 16)
        self._cluster = ElidedLabel("", Type.SMALL, "text-2", self)
        self._hint = Label("", Type.SMALL, "text-2", self, wrap=True)
        named, sized = QHBoxLayout(), QHBoxLayout()
        named.addWidget(self.file, 1)
        named.addWidget(self._of)
        sized.setSpacing(4)
        sized.addWidget(self._size)
        sized.addWidget(self._chip)
        sized.addWidget(self._cluster, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.preview)
        column.addSpacing(6)
        column.addLayout(named)
        column.addLayout(sized)
        column.addWidget(self._hint)

    def show_facts(self, facts: PictureFacts | None, around: Surroundings, selected: int) -> None:
        """Show *facts*; None: nothing is selected."""
        for widget in (self._size, self._cluster):
            widget.setVisible(facts is not None)
        self._hint.setVisible(facts is None)
        self._chip.setVisible(facts is not None and around.cluster is not None)
        self._of.setText("")
        if facts is None:
            self.preview.show_image(QImage())
            self.file.setText(self.tr("No picture selected"))
            self._hint.setText(
                self.tr(
                    "A selected picture shows here: large, with its label, quality, where it came from and its licence."
                )
            )
            return
        self.file.setText(facts.file)
        if selected > 1:
            at, all_of = count_words(around.at), count_words(selected)
            self._of.setText(self.tr("{0} of {1} selected").format(at, all_of))
        self._size.setText(
            self.tr("{0} \u00d7 {1} \u00b7 {2} KB \u00b7").format(
                count_words(facts.width), count_words(facts.height), count_words(max(1, round(facts.size_bytes / 1000)))
            )
        )
        if around.cluster is not None:
            self._chip.show_cluster(around.cluster)
            self._cluster.setText(around.cluster_title)
        else:
            self._cluster.setText(self.tr("rejected") if facts.is_rejected else facts.label or self.tr("unlabelled"))


class _BelowOne(QWidget):
    """Quality, where it came from, and what looks most like it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._chips = _ChipRows(self)
        self._facts = ProvenanceRows(self)
        self.all_button = Button(self.tr("Select all"), self, Role.LINK)
        self.similar_heading = SectionHeading(self.tr("Most similar"), parent=self, action=self.all_button)
        self.similar = Thumbs(self, edge_px=_THUMB_PX)
        self.similar.setAccessibleName(self.tr("Most similar"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(SectionHeading(self.tr("Quality"), parent=self))
        column.addWidget(self._chips)
        column.addSpacing(6)
        column.addWidget(SectionHeading(self.tr("Provenance"), parent=self))
        column.addWidget(self._facts)
        column.addSpacing(6)
        column.addWidget(self.similar_heading)
        column.addWidget(self.similar)

    def show_facts(self, facts: PictureFacts, around: Surroundings) -> None:
        """Show them, but for the similar ones, which come later."""
        chips: list[tuple[str, str, str]] = []
        if around.copies:
            chips.append((self.tr("Near duplicate of {0}").format(count_words(around.copies)), "warn", "copy"))
        chips += [(words, "warn", "warning") for words in around.flags]
        if around.is_sharp:
            chips.append((self.tr("Sharp"), "plain", "check"))
        self._chips.show_chips(chips or [(self.tr("Nothing noticed"), "plain", "check")])
        self._facts.show_facts(facts.source, facts.provenance)

    def show_similar(self, count: int) -> None:
        """Say how many similar ones are shown; none hides them."""
        self.similar_heading.setVisible(count > 0)
        self.similar.setVisible(count > 0)
        self.all_button.setText(self.tr("Select all {0}").format(count_words(count)))


class _ChipRows(QWidget):
    """Chips, wrapped into as many rows as they need."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)

    def show_chips(self, chips: Sequence[tuple[str, str, str]]) -> None:
        """Show (words, tone, icon)."""
        while (item := self._column.takeAt(0)) is not None:
            if (line := item.widget()) is not None:
                line.hide()
                line.deleteLater()
        row: QHBoxLayout | None = None
        used = 0
        for words, tone, name in chips:
            chip = Chip(words, self, tone, name)
            wide = chip.sizeHint().width() + 6
            if row is None or used + wide > _CONTENT_PX:
                line = QWidget(self)
                row, used = QHBoxLayout(line), 0
                row.setContentsMargins(0, 0, 0, 0)
                row.setSpacing(6)
                row.addStretch()
                self._column.addWidget(line)
            row.insertWidget(row.count() - 1, chip)
            used += wide


class _ManyPictures(QWidget):
    """How many, and of what."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.clear_button = Button(self.tr("Clear"), self, Role.LINK)
        self._heading = SectionHeading("", parent=self, style=Type.HEADING, action=self.clear_button)
        self._words = Label("", Type.SMALL, "text-2", self, wrap=True)
        self.clusters = CountRows(self.tr("Clusters"), self)
        self.labels = CountRows(self.tr("Labels so far"), self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for widget in (self._heading, self._words, self.clusters, self.labels):
            column.addWidget(widget)

    def show_counts(self, heading: str, words: str, total: int, of: Composition) -> None:
        """Show *total* pictures by cluster and label."""
        self._heading.show_name(heading)
        self._words.setText(words)
        self._words.setVisible(bool(words))
        self.clusters.show_counts(of.clusters[:6], total)
        self.labels.show_counts(of.labels, total)


class _Samples(QWidget):
    """Some of many pictures."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.show_button = Button(self.tr("Show in grid"), self, Role.LINK)
        self._heading = SectionHeading(self.tr("Pictures"), parent=self, action=self.show_button)
        self.pictures = Thumbs(self, edge_px=_THUMB_PX)
        self.pictures.setAccessibleName(self.tr("Pictures"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._heading)
        column.addWidget(self.pictures)

    def show_count(self, shown: int, total: int) -> None:
        """Say how many of how many are shown."""
        of = self.tr("{0} of {1}").format(count_words(shown), count_words(total))
        self._heading.show_words(of if shown < total else "")
