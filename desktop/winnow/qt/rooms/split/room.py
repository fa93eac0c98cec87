"""Split: who learns from what."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from winnow.app.pipelines.splitting import split
from winnow.app.queries.division import Division, SplitFacts, division
from winnow.app.session import Session
from winnow.domain.changes import Changes, Topic
from winnow.domain.split import Ratios, Split, SplitImpossible
from winnow.qt.bridge import Bridge
from winnow.qt.figures import count_words
from winnow.qt.room import RoomWidget
from winnow.qt.rooms.split.facts import SplitFactsView
from winnow.qt.rooms.split.parts_bar import PartsBar
from winnow.qt.theme.fonts import Type
from winnow.qt.widgets.banner import WarningBanner
from winnow.qt.widgets.button import Button, Role
from winnow.qt.widgets.empty_state import EmptyState
from winnow.qt.widgets.form import FormRow, SectionHeading
from winnow.qt.widgets.label import Label
from winnow.qt.widgets.number_field import WholeField
from winnow.qt.words import room_words

_LARGEST_SEED = 2**31 - 1


def _split_or_refusal(session: Session, ratios: Ratios, seed: int) -> Split | SplitImpossible:
    try:
        return split(session, ratios, seed)
    except SplitImpossible as refusal:
        return refusal


class SplitRoom(RoomWidget):
    """Shares and a seed above, the split in force below."""

    inspector_open_at_first = False

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(room_words("split"), parent)
        self._bridge = bridge
        self._shown_split: SplitFacts | None = None
        self.split_button = Button(self.tr("Split"), self, Role.PRIMARY)
        self.split_button.clicked.connect(self._split)
        self.toolbar.add_action(self.split_button)
        self.bar = PartsBar(self)
        self.train_field = WholeField(1, 99, self, "%")
        self.valid_field = WholeField(1, 99, self, "%")
        self.test_field = WholeField(0, 98, self, "%")
        self.seed_field = WholeField(0, _LARGEST_SEED, self)
        self.refusal = WarningBanner("", parent=self, tone="bad")
        self.refusal.hide()
        self._facts_place = QVBoxLayout()
        self._facts: QWidget | None = None
        self._stack = QStackedWidget(self)
        self._stack.addWidget(
            EmptyState(
                self.tr("Nothing to split yet"),
                self.tr("Label pictures in Sort first. They are divided here into those to learn from and those not."),
                self,
                icon_name="split",
            )
        )
        self._stack.addWidget(self._body())
        self.set_body(self._stack)
        self._show_ratios(Ratios())
        self.bar.dragged.connect(self._show_ratios)
        self.train_field.valueChanged.connect(self._take_train)
        self.valid_field.valueChanged.connect(self._take_valid)
        self.test_field.valueChanged.connect(self._take_test)
        bridge.changed.connect(self._refresh)
        self.enter()

    def enter(self) -> None:
        self._bridge.ask("split.division", self._show, division)

    def _body(self) -> QWidget:
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        held = QWidget()
        column = QVBoxLayout(held)
        column.setContentsMargins(24, 16, 24, 24)
        column.setSpacing(14)
        column.addWidget(
            SectionHeading(
                self.tr("Who learns from what"),
                self.tr("classes in proportion, near duplicates together"),
                held,
                Type.HEADING,
            )
        )
        column.addWidget(self.bar)
        row = QHBoxLayout()
        row.setSpacing(12)
        for name, field in (
            (self.tr("Train"), self.train_field),
            (self.tr("Valid"), self.valid_field),
            (self.tr("Test"), self.test_field),
            (self.tr("Seed"), self.seed_field),
        ):
            row.addWidget(FormRow(name, field, held))
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.refusal)
        self.hint = Label(self.tr("There is no split yet."), Type.BODY, "text-2", held)
        column.addWidget(self.hint)
        column.addLayout(self._facts_place)
        column.addStretch(1)
        area.setWidget(held)
        return area

    @Slot(object)
    def _refresh(self, changes: Changes) -> None:
        if changes.touches(Topic.IMAGES, Topic.LABELS, Topic.SPLIT):
            self.enter()

    def _show(self, found: Division) -> None:
        self._stack.setCurrentIndex(1 if found.labelled or found.split else 0)
        self.split_button.setEnabled(found.labelled > 0)
        self.toolbar.show_words(
            self.tr("{0} labelled images · {1} unlabelled and {2} rejected stay out").format(
                count_words(found.labelled), count_words(found.unlabelled), count_words(found.rejected)
            )
        )
        if found.split == self._shown_split:
            return
        made_anew = found.split is not None and (
            self._shown_split is None
            or (found.split.ratios, found.split.seed) != (self._shown_split.ratios, self._shown_split.seed)
        )
        self._shown_split = found.split
        if self._facts is not None:
            self._facts_place.removeWidget(self._facts)
            self._facts.deleteLater()
            self._facts = None
        self.hint.setVisible(found.split is None)
        self.split_button.setText(self.tr("Split") if found.split is None else self.tr("Split again"))
        if found.split is not None:
            self._facts = SplitFactsView(found.split, self)
            self._facts_place.addWidget(self._facts)
            if made_anew:
                self._show_ratios(found.split.ratios)
                self.seed_field.setValue(found.split.seed)

    @Slot(object)
    def _show_ratios(self, ratios: Ratios) -> None:
        self.bar.show_ratios(ratios)
        for field, share in (
            (self.train_field, ratios.train),
            (self.valid_field, ratios.valid),
            (self.test_field, ratios.test),
        ):
            field.blockSignals(True)
            field.setValue(share)
            field.blockSignals(False)

    @Slot(int)
    def _take_train(self, train: int) -> None:
        test = min(self.bar.ratios.test, 99 - train)
        self._show_ratios(Ratios(train, 100 - train - test, test))

    @Slot(int)
    def _take_valid(self, valid: int) -> None:
        test = min(self.bar.ratios.test, 99 - valid)
        self._show_ratios(Ratios(100 - valid - test, valid, test))

    @Slot(int)
    def _take_test(self, test: int) -> None:
        valid = min(self.bar.ratios.valid, 99 - test)
        self._show_ratios(Ratios(100 - valid - test, valid, test))

    @Slot()
    def _split(self) -> None:
        self.refusal.hide()
        self.split_button.setEnabled(False)
        self._bridge.fetch(
            "split.split",
            self._take_split,
            _split_or_refusal,
            self._bridge.session,
            self.bar.ratios,
            self.seed_field.value(),
        )

    def _take_split(self, made: Split | SplitImpossible) -> None:
        self.split_button.setEnabled(True)
        if isinstance(made, SplitImpossible):
            self.refusal.show_words(self.tr("These pictures cannot be split so"), str(made))
            self.refusal.show()
