"""The split in force: who sees what, label by label, and whether near duplicates leak."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from winnow.app.queries.division import LabelParts, SplitFacts
from winnow.domain.label import letters
from winnow.qt.figures import count_words
from winnow.qt.theme.fonts import Type
from winnow.qt.widgets.banner import WarningBanner
from winnow.qt.widgets.bars import StackedBar
from winnow.qt.widgets.chip import ClassChip
from winnow.qt.widgets.form import SectionHeading, Separator
from winnow.qt.widgets.label import Label

_ROLES = ("train", "valid", "test-stripe")


class SplitFactsView(QWidget):
    """Everything about one split; made anew for each."""

    def __init__(self, facts: SplitFacts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        if facts.out_of_date:
            column.addWidget(
                WarningBanner(
                    self.tr("This split is out of date"),
                    self.tr("Pictures or labels have changed since it was made. Split again before you train."),
                    self,
                )
            )
        column.addWidget(_PartsTable(facts.counts, self))
        column.addWidget(SectionHeading(self.tr("Per class"), self.tr("in proportion"), self))
        column.addWidget(_ClassBars(facts.per_label, self))
        column.addWidget(self._leak_check(facts))

    def _leak_check(self, facts: SplitFacts) -> WarningBanner:
        sound = facts.crossing_groups == 0
        return WarningBanner(
            self.tr("{0} near-duplicate groups cross a border").format(count_words(facts.crossing_groups)),
            self.tr("{0} groups with {1} images were kept whole.").format(
                count_words(facts.kept_groups), count_words(facts.kept_pictures)
            )
            if sound
            else self.tr("The test part would flatter the network. Split again."),
            self,
            tone="good" if sound else "bad",
            icon_name="check" if sound else "warning",
        )


class _PartsTable(QWidget):
    """A row for each part and one for all."""

    def __init__(self, counts: Sequence[int], parent: QWidget) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(7)
        for at, stretch in enumerate((1, 1, 2, 2, 2)):
            self._grid.setColumnStretch(at, stretch)
        heads = (
            self.tr("Part"),
            self.tr("Images"),
            self.tr("Weights learn from it"),
            self.tr("Training code looks at it"),
            self.tr("You look at it"),
        )
        self._put(0, heads, "text-2", Type.SMALL)
        yes, no, any_time = self.tr("yes"), self.tr("no"), self.tr("any time")
        rows = (
            (self.tr("Train"), yes, yes, any_time),
            (self.tr("Valid"), no, self.tr("to choose and to stop"), any_time),
            (self.tr("Test"), no, self.tr("no, sealed"), self.tr("once, in Test")),
        )
        for at, ((name, *said), count) in enumerate(zip(rows, counts, strict=True)):
            self._put(2 * at + 2, (name, count_words(count), *said), "text", Type.BODY)
        self._put(8, (self.tr("Total"), count_words(sum(counts))), "text", Type.NAME)

    def _put(self, row: int, words: Sequence[str], tone: str, style: Type) -> None:
        for at, said in enumerate(words):
            self._grid.addWidget(Label(said, style, tone, self), row, at)
        if row < 8:
            self._grid.addWidget(Separator(self), row + 1, 0, 1, 5)


class _ClassBars(QWidget):
    """A bar for each label, and its counts."""

    def __init__(self, per_label: Sequence[LabelParts], parent: QWidget) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(2, 1)
        marks = letters([row.label.name for row in per_label])
        for at, (row, mark) in enumerate(zip(per_label, marks, strict=True)):
            bar = StackedBar(self)
            bar.show_parts(tuple(zip(row.counts, _ROLES, strict=True)))
            said = " · ".join(count_words(count) for count in row.counts)
            bar.setAccessibleName(f"{row.label.name}: {said}")
            grid.addWidget(ClassChip(mark, row.label.position, self), at, 0)
            grid.addWidget(Label(row.label.name, Type.BODY, parent=self), at, 1)
            grid.addWidget(bar, at, 2)
            grid.addWidget(Label(said, Type.SMALL, "text-2", self), at, 3)
            grid.addWidget(Label(count_words(sum(row.counts)), Type.NAME, parent=self), at, 4)
