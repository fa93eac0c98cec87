"""The right of Split: the fit, its size, and what varies the pictures of train."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from winnow.app.queries.preparing import PreparationFacts
from winnow.domain.augmentation import Augmentation
from winnow.domain.fit import Fit, FitMode
from winnow.domain.frame import Fill, FillMode
from winnow.domain.preparation import Preparation
from winnow.domain.recipe import Balance
from winnow.qt.figures import count_words
from winnow.qt.looking_only import changes_project
from winnow.qt.rooms.split.fit_cards import FitCards
from winnow.qt.rooms.split.strength_row import AreaSlider, StrengthRow
from winnow.qt.theme.fonts import Type
from winnow.qt.widgets.form import SectionHeading, Separator
from winnow.qt.widgets.inspector import InspectorPane
from winnow.qt.widgets.label import Label

SIZES = (32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 384)


class PreparingPane(InspectorPane):
    """Takes a `Preparation` in, gives another one out at each change."""

    changed = Signal(object)  # Preparation

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = Preparation()
        self._heading = SectionHeading(self.tr("Fit"), "", self)
        self.cards = FitCards(self)
        self.edge = QComboBox(self)
        for edge in SIZES:
            self.edge.addItem(f"{edge} × {edge}", edge)
        self.area = AreaSlider(self)
        self.area.setRange(5, 100)
        self._area_figure = Label("", Type.SMALL, "text", self)
        self.fill = QComboBox(self)
        for mode, words in (
            (FillMode.MEAN, self.tr("Mean colour")),
            (FillMode.CONSTANT, self.tr("Black")),
            (FillMode.EDGE, self.tr("Edge")),
            (FillMode.REFLECT, self.tr("Reflect")),
            (FillMode.BLUR, self.tr("Blur")),
        ):
            self.fill.addItem(words, mode.value)
        self._note = Label("", Type.CAPTION, "text-2", self, wrap=True)
        self._enlarging = Label("", Type.CAPTION, "warn", self, wrap=True)
        self.mirror = StrengthRow(self.tr("Mirror"), 1.0, 0.5, parent=self)
        self.rotate = StrengthRow(self.tr("Rotate"), 45.0, 10.0, "±{0:.0f}°", self)
        self.jitter = StrengthRow(self.tr("Colour jitter"), 0.6, 0.2, parent=self)
        self.blur = StrengthRow(self.tr("Blur"), 5.0, 1.0, "{0:.1f} px", self)
        self.erase = StrengthRow(self.tr("Erase a patch"), 1.0, 0.25, parent=self)
        self.mixup = StrengthRow(self.tr("Mix two (mixup)"), 1.0, 0.2, parent=self)
        self.cutmix = StrengthRow(self.tr("Paste one (cutmix)"), 1.0, 1.0, parent=self)
        self.balance = QComboBox(self)
        for kind, words in (
            (Balance.WEIGHTS, self.tr("Weigh rare classes more")),
            (Balance.SAMPLING, self.tr("Draw rare classes more often")),
            (Balance.NONE, self.tr("Leave classes as they are")),
        ):
            self.balance.addItem(words, kind.value)
        self._balance_note = Label("", Type.CAPTION, "text-2", self, wrap=True)
        for control in (self.cards, self.edge, self.area, self.fill, self.balance):
            changes_project(control)
        self._lay_out()
        self._connect()
        self.show_preparation(self._shown)

    @property
    def preparation(self) -> Preparation:
        """What is chosen."""
        return self._shown

    def show_preparation(self, shown: Preparation) -> None:
        """Show what is chosen; nothing is emitted."""
        self._shown = shown
        how = shown.augmentation
        self.cards.show_chosen(shown.fit.mode)
        for box, value in (
            (self.edge, shown.fit.size),
            (self.fill, shown.fit.fill.mode.value),
            (self.balance, shown.balance.value),
        ):
            box.blockSignals(True)
            if box.findData(value) < 0:
                box.addItem(f"{value} × {value}", value)
            box.setCurrentIndex(box.findData(value))
            box.blockSignals(False)
        self.area.blockSignals(True)
        self.area.setValue(round(how.min_area * 100))
        self.area.blockSignals(False)
        for row, strength in (
            (self.mirror, how.flip_share if how.flip else 0.0),
            (self.rotate, how.rotate_degrees),
            (self.jitter, how.light),
            (self.blur, how.blur),
            (self.erase, how.erase),
            (self.mixup, shown.mixup),
            (self.cutmix, shown.cutmix),
        ):
            row.show_strength(strength)
        self._say()

    def show_facts(self, facts: PreparationFacts) -> None:
        """Say how many frames the fit concerns, and how many it enlarges."""
        needing = self.tr("{0} frames need it", n=facts.not_fitting).format(count_words(facts.not_fitting))
        self._heading.show_words(needing if facts.frames else "")
        (now,) = [one for one in facts.costs if one.mode is self._shown.fit.mode]
        words = ""
        if now.enlarged and facts.frames:
            words = self.tr(
                "{0} of {1} frames are smaller than the network's square and are enlarged.", n=now.enlarged
            ).format(count_words(now.enlarged), count_words(facts.frames))
            if facts.typical_edge_px < self._shown.fit.size:
                fitting = max((edge for edge in SIZES if edge <= facts.typical_edge_px), default=SIZES[0])
                said = self.tr("Half of all have a shorter side of {0} px or less: {1} × {1} would enlarge fewer.")
                words += " " + said.format(facts.typical_edge_px, fitting)
        self._enlarging.setText(words)
        self._enlarging.setVisible(bool(words))
        self._balance_note.setText(
            self.tr("The largest class has at least 1.5 times the frames of the smallest, so this counts.")
            if facts.unequal
            else self.tr("Classes are about equal here: this changes nothing.")
        )

    def show_examples(self, images: Mapping[FitMode, QImage]) -> None:
        """Show one frame under each fit."""
        self.cards.show_examples(images)

    def _lay_out(self) -> None:
        self.column.addWidget(self._heading)
        self.column.addWidget(self.cards)
        self._area_figure.setFixedWidth(64)
        self._area_figure.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for name, field, figure in (
            (self.tr("Input size"), self.edge, None),
            (self.tr("Crop area"), self.area, self._area_figure),
            (self.tr("Pad fill"), self.fill, None),
        ):
            self.column.addLayout(self._row(name, field, figure))
        self.column.addWidget(self._note)
        self.column.addWidget(self._enlarging)
        self.column.addWidget(Separator(self))
        self.column.addWidget(SectionHeading(self.tr("Augmentations"), self.tr("train only"), self))
        for row in (self.mirror, self.rotate, self.jitter, self.blur, self.erase, self.mixup, self.cutmix):
            self.column.addWidget(row)
        self.column.addWidget(Separator(self))
        self.column.addWidget(SectionHeading(self.tr("Unequal classes"), "", self))
        self.balance.setAccessibleName(self.tr("Unequal classes"))
        self.column.addWidget(self.balance)
        self.column.addWidget(self._balance_note)
        self.column.addStretch(1)

    def _row(self, name: str, field: QWidget, figure: QWidget | None) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        said = Label(name, Type.SMALL, "text-2", self)
        said.setFixedWidth(72)
        said.setBuddy(field)
        field.setAccessibleName(name)
        row.addWidget(said)
        row.addWidget(field, 1)
        if figure is not None:
            row.addWidget(figure)
        return row

    def _connect(self) -> None:
        self.cards.chosen.connect(self._choose_mode)
        for box in (self.edge, self.fill, self.balance):
            box.currentIndexChanged.connect(self._change)
        self.area.valueChanged.connect(self._change)
        for row in (self.mirror, self.rotate, self.jitter, self.blur, self.erase, self.mixup, self.cutmix):
            row.changed.connect(self._change)

    @Slot(object)
    def _choose_mode(self, mode: FitMode) -> None:
        self._take(replace(self._read(), fit=replace(self._read().fit, mode=mode)))

    @Slot()
    def _change(self) -> None:
        self._take(self._read())

    def _read(self) -> Preparation:
        mirrored = self.mirror.strength
        return Preparation(
            fit=Fit(self._shown.fit.mode, int(self.edge.currentData()), Fill(FillMode(self.fill.currentData()))),
            augmentation=Augmentation(
                min_area=self.area.value() / 100,
                flip=mirrored > 0,
                light=self.jitter.strength,
                rotate_degrees=self.rotate.strength,
                flip_share=mirrored or 0.5,
                blur=self.blur.strength,
                erase=self.erase.strength,
            ),
            mixup=self.mixup.strength,
            cutmix=self.cutmix.strength,
            balance=Balance(self.balance.currentData()),
        )

    def _take(self, wanted: Preparation) -> None:
        if wanted != self._shown:
            self._shown = wanted
            self.cards.show_chosen(wanted.fit.mode)
            self._say()
            self.changed.emit(wanted)

    def _say(self) -> None:
        mode, edge = self._shown.fit.mode, self._shown.fit.size
        self._heading.show_name(self.tr("Fit to {0} × {0}").format(edge))
        self._area_figure.setText(f"{self.area.value()}–100 %")
        for field, is_used in (
            (self.area, mode is FitMode.RANDOM_RESIZED_CROP),
            (self.fill, mode is FitMode.PAD),
        ):
            field.setEnabled(is_used)
        notes = {
            FitMode.SQUISH: self.tr("Train, valid and test alike."),
            FitMode.CROP: self.tr("Train, valid and test: shorter side to {0}, centre {1}."),
            FitMode.PAD: self.tr("Train, valid and test: longer side to {1}, the rest filled."),
            FitMode.RANDOM_RESIZED_CROP: self.tr("Train only. Valid and test: shorter side to {0}, centre crop {1}."),
            FitMode.TILES: self.tr("Train: one after the other. Valid and test: all, which vote by their mean."),
        }
        self._note.setText(notes[mode].format(round(edge / 0.875), edge))
