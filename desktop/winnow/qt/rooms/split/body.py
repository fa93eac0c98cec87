"""The middle of Split: the bar, the table, classes, folds, the check, the fits and the batch, from the top."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from winnow.app.queries.division import Division, SplitFacts
from winnow.domain.borders import Unmet, Why
from winnow.domain.split import Part
from winnow.qt.figures import count_words
from winnow.qt.looking_only import changes_project
from winnow.qt.rooms.split.batch_grid import SeenPane
from winnow.qt.rooms.split.class_bars import ClassBars
from winnow.qt.rooms.split.fit_table import FitTable
from winnow.qt.rooms.split.folds import Folds
from winnow.qt.rooms.split.leak_check import LeakCheck
from winnow.qt.rooms.split.parts_bar import PartsBar
from winnow.qt.rooms.split.who_sees import WhoSees
from winnow.qt.rooms.split.wishes import WishRow
from winnow.qt.theme.fonts import Type
from winnow.qt.widgets.banner import WarningBanner
from winnow.qt.widgets.form import SectionHeading
from winnow.qt.widgets.label import Label


class SplitBody(QScrollArea):
    """Shows one division; everything that needs a split is hidden while there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        held = QWidget()
        self.wishes = WishRow(held)
        self.bar = changes_project(PartsBar(held))
        self.refusal = WarningBanner("", parent=held, tone="bad")
        self.stale = WarningBanner(
            self.tr("This split is out of date"),
            self.tr("Images, frames or labels have changed since it was made. Split again before you train."),
            held,
        )
        self.unmet = WarningBanner(self.tr("Not everything wished can be met"), parent=held)
        self.hint = Label(self.tr("There is no split yet."), Type.BODY, "text-2", held)
        self.table = WhoSees(held)
        self.classes = ClassBars(held)
        self.leaks = LeakCheck(held)
        self.folds = Folds(held)
        self.fits = FitTable(held)
        self.seen = SeenPane(held)
        column = QVBoxLayout(held)
        column.setContentsMargins(24, 16, 24, 24)
        column.setSpacing(12)
        column.addWidget(SectionHeading(self.tr("Who learns from what"), "", held, Type.HEADING))
        for widget in (self.wishes, self.bar, self.refusal, self.stale, self.unmet, self.hint, self.table):
            column.addWidget(widget)
        self._below = QWidget(held)
        column.addWidget(self._below)
        column.addWidget(self.seen)
        column.addSpacing(8)
        column.addWidget(self.fits)
        column.addStretch(1)
        self._lay_out_below()
        self.setWidget(held)
        for banner in (self.refusal, self.stale, self.unmet):
            banner.hide()

    def show_division(self, found: Division) -> None:
        """Show what there is."""
        facts = found.split
        for widget in (self.table, self._below, self.fits, self.seen):
            widget.setVisible(facts is not None)
        self.hint.setVisible(facts is None)
        self.stale.setVisible(facts is not None and facts.out_of_date)
        self.unmet.setVisible(facts is not None and bool(facts.unmet))
        self.bar.show_locked(facts is not None and facts.keeping.test_locked)
        if facts is None:
            return
        self.wishes.show_keeping(facts.keeping, facts.seed)
        self.bar.show_counts(facts.ratios, facts.counts)
        self.table.show_counts(facts.counts, facts.pictures, sum(facts.pictures))
        self.classes.show_labels(facts.per_label)
        self._proportion.show_words(self.tr("stratified") if facts.keeping.classes else self.tr("not in proportion"))
        self.leaks.show_facts(facts)
        self.folds.show_folds(facts.folds, facts.counts[2])
        self.unmet.show_words(
            self.tr("Not everything wished can be met"), " ".join(self._unmet_words(one, facts) for one in facts.unmet)
        )

    def refuse(self, words: str) -> None:
        """Say why these wishes cannot be carried out; nothing takes it away."""
        self.refusal.show_words(self.tr("These pictures cannot be split so"), words)
        self.refusal.setVisible(bool(words))

    def _lay_out_below(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(8)
        self._proportion = SectionHeading(self.tr("Per class"), "", self._below)
        self._proportion.setMinimumHeight(28)
        left.addWidget(self._proportion)
        left.addWidget(self.classes)
        left.addSpacing(4)
        left.addWidget(self.leaks)
        left.addStretch(1)
        right = QVBoxLayout()
        right.addWidget(self.folds)
        right.addStretch(1)
        both = QHBoxLayout(self._below)
        both.setContentsMargins(0, 4, 0, 4)
        both.setSpacing(30)
        both.addLayout(left, 6)
        both.addLayout(right, 5)

    def _unmet_words(self, one: Unmet, facts: SplitFacts) -> str:
        if one.why is Why.FOLD:
            names = {int(row.label.id): row.label.name for row in facts.per_label}
            return self.tr("'{0}' is in {1} of {2} folds only: it has too few groups. Choose fewer folds.").format(
                names.get(one.label, ""), one.reached, round(one.wished)
            )
        names_of = {Part.TRAIN: self.tr("Train"), Part.VALID: self.tr("Valid"), Part.TEST: self.tr("Test")}
        said = self.tr("{0} has {1} frames instead of {2}", n=one.reached).format(
            "" if one.part is None else names_of[one.part], count_words(one.reached), count_words(round(one.wished))
        )
        reasons = {
            Why.GROUP: self.tr("one group of {0} that belong together is larger than the part, and stays whole."),
            Why.LOCKED: self.tr("it is locked."),
        }
        why = reasons.get(one.why, self.tr("groups that belong together are not cut to fit."))
        return f"{said}: {why.format(count_words(one.largest))}"
