"""What many pictures are made of: rows of a chip, a name, a bar and a count."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from winnow.app.grid_rows import NO_LABEL, Mark
from winnow.app.queries.grid import SortView
from winnow.domain.cluster import NOISE
from winnow.qt.figures import count_words
from winnow.qt.theme.drawing import draw_bar
from winnow.qt.theme.fonts import Type, font
from winnow.qt.theme.theme import class_colour, tokens
from winnow.qt.theme.tokens import cluster_colour
from winnow.qt.widgets.chip import draw_class_chip, draw_cluster_chip
from winnow.qt.widgets.cut_words import CutWords
from winnow.qt.widgets.form import SectionHeading

_ROW_PX, _CHIP_PX, _BAR_PX, _COUNT_PX = 23, 16, 72, 40


@dataclass(frozen=True, slots=True)
class Count:
    """One row; *cluster* (from 1) or *label* (letter, position) decide chip and colour, else it is neutral."""

    name: str
    count: int
    cluster: int | None = None
    label: tuple[str, int] | None = None


@dataclass(frozen=True, slots=True)
class Composition:
    """How many of some pictures are in which cluster and have which label."""

    clusters: tuple[Count, ...] = ()
    labels: tuple[Count, ...] = ()


def composition(view: SortView, ids: npt.NDArray[np.int64], unlabelled: str, rejected: str) -> Composition:
    """Return what *ids*, as far as they are shown, are made of; the most frequent cluster first."""
    rows = np.isin(view.rows.ids, ids)
    numbers, counts = np.unique(view.clusters[rows], return_counts=True)
    by_cluster = sorted(zip(numbers.tolist(), counts.tolist(), strict=True), key=lambda one: -one[1])
    has_clusters = view.arrangement is not None
    clusters = tuple(
        Count(view.titles.get(number, ""), count, None if number == NOISE else number + 1)
        for number, count in by_cluster
        if has_clusters
    )
    is_rejected = (view.rows.marks[rows] & int(Mark.REJECTED)) > 0
    given = view.rows.labels[rows][~is_rejected]
    labels = [
        Count(
            label.name, int((given == label.position).sum()), label=(view.rows.letters[label.position], label.position)
        )
        for label in view.labels
    ]
    labels = [one for one in labels if one.count]
    labels += [Count(unlabelled, int((given == NO_LABEL).sum())), Count(rejected, int(is_rejected.sum()))]
    return Composition(clusters, tuple(labels))


class CountRows(QWidget):
    """A heading over rows; the bars are shares of all."""

    def __init__(self, heading: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(SectionHeading(heading, parent=self))
        self._column.addSpacing(4)
        self._rows = _Rows(self)
        self._column.addWidget(self._rows)

    def show_counts(self, counts: tuple[Count, ...], total: int) -> None:
        """Show *counts* of *total*."""
        self._rows.show_counts(counts, total)
        self.setVisible(bool(counts))

    @property
    def counts(self) -> tuple[Count, ...]:
        """What is shown."""
        return self._rows.counts


class _Rows(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.counts: tuple[Count, ...] = ()
        self._total = 1
        self._words = CutWords(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_counts(self, counts: tuple[Count, ...], total: int) -> None:
        self.counts, self._total = counts, max(1, total)
        said = ", ".join(f"{one.name} {one.count}" for one in counts)
        self.setAccessibleName(said)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, _ROW_PX * len(self.counts))

    def event(self, event: QEvent) -> bool:
        return self._words.hear(event) or super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, now = QPainter(self), tokens()
        self._words.clear()
        has_chips = any(one.cluster is not None or one.label is not None for one in self.counts)
        for at, one in enumerate(self.counts):
            top = at * _ROW_PX
            chip = QRect(0, top + (_ROW_PX - _CHIP_PX) // 2, _CHIP_PX, _CHIP_PX)
            fill: QColor = now.colour("text-3")
            if one.cluster is not None:
                draw_cluster_chip(painter, chip, one.cluster)
                fill = cluster_colour(one.cluster)
            elif one.label is not None:
                draw_class_chip(painter, chip, *one.label)
                fill = class_colour(one.label[1])
            left = _CHIP_PX + 12 if has_chips else 0
            bar_left = self.width() - _COUNT_PX - _BAR_PX
            self._text(painter, QRect(left, top, bar_left - left - 8, _ROW_PX), one.name, Type.BODY, "text")
            bar = QRectF(bar_left, top + _ROW_PX / 2 - 2, _BAR_PX, 4)
            draw_bar(painter, bar, one.count / self._total, fill, now.colour("ctl-press"))
            counted = QRect(self.width() - _COUNT_PX, top, _COUNT_PX, _ROW_PX)
            self._text(painter, counted, count_words(one.count), Type.SMALL, "text-2", Qt.AlignmentFlag.AlignRight)

    def _text(
        self,
        painter: QPainter,
        box: QRect,
        words: str,
        style: Type,
        role: str,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        painter.setFont(font(style))
        painter.setPen(tokens().colour(role))
        self._words.paint(painter, box, words, align)
