"""What one look at the test part gave: accuracy, confusions, each class."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from winnow.domain.run import TestResult
from winnow.qt.figures import count_words
from winnow.qt.theme.drawing import draw_box
from winnow.qt.theme.fonts import Type, font
from winnow.qt.theme.theme import tokens
from winnow.qt.widgets.form import SectionHeading, Separator
from winnow.qt.widgets.label import ElidedLabel, Label


def percent_words(share: float) -> str:
    """Return a share, 0 to 1, as ``96.0 %``."""
    return f"{100 * share:.1f} %"


def interval_words(interval: tuple[float, float]) -> str:
    """Return an interval of shares as ``91.0–98.3 %``."""
    low, high = interval
    return f"{100 * low:.1f}–{100 * high:.1f} %"


class ResultView(QWidget):
    """One result; made anew for each."""

    def __init__(self, result: TestResult, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        total = sum(map(sum, result.confusion))
        right = sum(row[at] for at, row in enumerate(result.confusion))
        column.addWidget(Label(self.tr("Accuracy"), Type.SMALL, "text-2", self))
        column.addWidget(Label(percent_words(result.accuracy), Type.FIGURE, parent=self))
        column.addWidget(
            Label(
                self.tr("{0} of {1} right · 95 % interval {2}").format(
                    count_words(right), count_words(total), interval_words(result.interval)
                ),
                Type.SMALL,
                "text-2",
                self,
            )
        )
        column.addWidget(Separator(self))
        column.addWidget(SectionHeading(self.tr("Confusion"), self.tr("rows: true, columns: said"), self))
        column.addWidget(_Confusion(result, self), 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(SectionHeading(self.tr("Per class"), self.tr("95 % intervals (Wilson)"), self))
        column.addWidget(_PerClass(result.per_class, self))


class _Confusion(QWidget):
    """Counts in cells; the more of a true class, the bluer."""

    def __init__(self, result: TestResult, parent: QWidget) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(6)
        last = len(result.labels) + 1
        grid.addWidget(Label(self.tr("true \\ said"), Type.SMALL, "text-2", self), 0, 0)
        grid.addWidget(Label(self.tr("images"), Type.SMALL, "text-2", self), 0, last)
        for at, (name, row) in enumerate(zip(result.labels, result.confusion, strict=True), 1):
            grid.addWidget(ElidedLabel(name, Type.BODY, parent=self), 0, at)
            grid.addWidget(Label(name, Type.BODY, parent=self), at, 0)
            whole = sum(row)
            for said_at, count in enumerate(row):
                cell = _Cell(count, count / whole if whole else 0.0, self)
                cell.setAccessibleName(
                    self.tr("true {0}, said {1}: {2}").format(name, result.labels[said_at], count_words(count))
                )
                grid.addWidget(cell, at, said_at + 1)
            grid.addWidget(Label(count_words(whole), Type.BODY, "text-2", self), at, last)


class _Cell(QWidget):
    """A count over its share of the true class."""

    def __init__(self, count: int, share: float, parent: QWidget) -> None:
        super().__init__(parent)
        self._count, self._share = count, share
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(96, 64)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, now = QPainter(self), tokens()
        full = self._share >= 0.5
        fill = "accent-fill" if full else "accent-soft" if self._count else "ctl"
        draw_box(painter, QRectF(self.rect()), 6, now.colour(fill))
        painter.setPen(now.colour("on-accent" if full else "text"))
        painter.setFont(font(Type.HEADING))
        middle = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(self.rect().adjusted(0, 0, 0, -18), middle, count_words(self._count))
        painter.setFont(font(Type.CAPTION))
        painter.drawText(self.rect().adjusted(0, 24, 0, 0), middle, percent_words(self._share))


class _PerClass(QWidget):
    """Precision, recall and F1 of each label."""

    def __init__(self, rows: tuple[dict[str, Any], ...], parent: QWidget) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(7)
        heads = (self.tr("Class"), self.tr("Images"), self.tr("Precision"), self.tr("Recall"), self.tr("F1"))
        for at, head in enumerate(heads):
            grid.addWidget(Label(head, Type.SMALL, "text-2", self), 0, at)
            grid.setColumnStretch(at, 1)
        for at, row in enumerate(rows):
            grid.addWidget(Separator(self), 2 * at + 1, 0, 1, len(heads))
            words = (
                str(row["label"]),
                count_words(int(row["n"])),
                _with_interval(row["precision"], row["precision_interval"]),
                _with_interval(row["recall"], row["recall_interval"]),
                percent_words(float(row["f1"])),
            )
            for column, said in enumerate(words):
                grid.addWidget(Label(said, Type.BODY, parent=self), 2 * at + 2, column)


def _with_interval(share: float, interval: tuple[float, float]) -> str:
    return f"{percent_words(share)}  ({interval_words((interval[0], interval[1]))})"
