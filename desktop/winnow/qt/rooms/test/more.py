"""Below the first figures: the curves of each class, and where it fails."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from winnow.domain.judgement import Breakdown, ClassCurves, Curve
from winnow.qt.figures import count_words
from winnow.qt.rooms.test.per_class import IntervalBar
from winnow.qt.rooms.test.plots import CurvesPlot
from winnow.qt.rooms.test.words import ClassMark, bounds_words, percent_words
from winnow.qt.theme.fonts import Type
from winnow.qt.widgets.chip import ClassChip, ClusterChip
from winnow.qt.widgets.form import SectionHeading
from winnow.qt.widgets.label import ElidedLabel, Label

_MOST_GROUPS = 6


class CurvesBox(QWidget):
    """ROC and precision against recall, a line for each class."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(30)

    def show_curves(self, curves: tuple[ClassCurves, ...], marks: tuple[ClassMark, ...]) -> None:
        """Show other curves."""
        _clear(self._row)
        pairs = [(one, mark) for one, mark in zip(curves, marks, strict=True) if one.roc]
        roc = [(one.roc, mark, one.roc_area) for one, mark in pairs]
        pr = [(one.pr, mark, one.pr_area) for one, mark in pairs]
        self._row.addWidget(
            self._plot(self.tr("ROC"), self.tr("true against false positive rate"), roc, chance=True), 1
        )
        self._row.addWidget(self._plot(self.tr("Precision and recall"), self.tr("precision over recall"), pr), 1)

    def _plot(
        self, name: str, words: str, curves: list[tuple[Curve, ClassMark, float | None]], chance: bool = False
    ) -> QWidget:
        held = QWidget(self)
        column = QVBoxLayout(held)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(SectionHeading(name, words, held, Type.HEADING))
        drawn = [(curve, mark.index, f"{mark.name} {area or 0:.3f}") for curve, mark, area in curves]
        column.addWidget(CurvesPlot(drawn, name, held, chance))
        legend = QHBoxLayout()
        legend.setSpacing(6)
        for _curve, mark, area in curves[:8]:
            legend.addWidget(ClassChip(mark.letter, mark.index, held))
            said = "–" if area is None else f"{area:.3f}"
            legend.addWidget(Label(self.tr("{0}: area {1}").format(mark.name, said), Type.SMALL, parent=held))
            legend.addSpacing(8)
        legend.addStretch(1)
        column.addLayout(legend)
        return held


class WhereBox(QWidget):
    """Accuracy by cluster, source and size, the worst first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        words = self.tr("accuracy of groups of frames, the worst first; wide intervals say that a group is small")
        column.addWidget(SectionHeading(self.tr("Where it fails"), words, self, Type.HEADING))
        self._row = QHBoxLayout()
        self._row.setSpacing(30)
        column.addLayout(self._row)

    def show_breakdowns(self, breakdowns: tuple[Breakdown, ...]) -> None:
        """Show other groups."""
        _clear(self._row)
        for one in breakdowns:
            self._row.addWidget(self._table(one), 1)

    def _table(self, breakdown: Breakdown) -> QWidget:
        held = QWidget(self)
        grid = QGridLayout(held)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(7)
        names = {"cluster": self.tr("Cluster"), "source": self.tr("Source"), "size": self.tr("Shorter side, pixels")}
        grid.addWidget(Label(names.get(breakdown.kind, breakdown.kind), Type.GROUP, parent=held), 0, 0, 1, 4)
        for at, group in enumerate(breakdown.groups[:_MOST_GROUPS], 1):
            share = group.right / group.n
            grid.addWidget(self._name(breakdown.kind, group.name, held), at, 0)
            grid.addWidget(Label(percent_words(share), Type.NAME, parent=held), at, 1, Qt.AlignmentFlag.AlignRight)
            bar = IntervalBar(share, group.interval, 0.0, held)
            bar.setToolTip(self.tr("95 % interval {0}").format(bounds_words(group.interval)))
            grid.addWidget(bar, at, 2)
            said = self.tr("{0} of {1}").format(count_words(group.right), count_words(group.n))
            grid.addWidget(Label(said, Type.SMALL, "text-2", held), at, 3, Qt.AlignmentFlag.AlignRight)
        rest = len(breakdown.groups) - _MOST_GROUPS
        if rest > 0:
            words = Label(self.tr("and {0} better ones", n=rest).format(rest), Type.CAPTION, "text-2", held)
            grid.addWidget(words, _MOST_GROUPS + 1, 0, 1, 4)
        grid.setColumnStretch(2, 1)
        grid.setRowStretch(_MOST_GROUPS + 2, 1)
        return held

    def _name(self, kind: str, name: str, parent: QWidget) -> QWidget:
        if kind == "cluster" and name:
            return ClusterChip(int(name), parent, 16)
        label = ElidedLabel(name or self.tr("none"), Type.BODY, parent=parent, mode=Qt.TextElideMode.ElideMiddle)
        label.setMaximumWidth(110)
        return label


def _clear(row: QHBoxLayout) -> None:
    while (item := row.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
