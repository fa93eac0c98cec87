"""The funnel: found, kept, and what fell out, by reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from winnow.domain.image import Reason
from winnow.domain.source import Source
from winnow.qt.figures import count_words
from winnow.qt.theme.fonts import Type
from winnow.qt.widgets.bars import MeterBar
from winnow.qt.widgets.form import SectionHeading, Separator
from winnow.qt.widgets.label import Label
from winnow.qt.words import reason_words


class Funnel(QWidget):
    """Bars of one or several sources together; they add up."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)

    def show_sources(self, sources: Sequence[Source], name: str) -> None:
        """Show what became of everything that *sources* have, under *name*."""
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        found = sum(source.found for source in sources)
        kept = sum(source.kept for source in sources)
        fell_out: Counter[Reason] = Counter()
        for source in sources:
            fell_out.update(source.fell_out)
        self._column.addWidget(SectionHeading(self.tr("Funnel"), name, self))
        self._add(self.tr("Found"), found, found, "accent")
        self._add(self.tr("Kept"), kept, found, "accent")
        if fell_out:
            self._column.addWidget(Separator(self))
            words = count_words(fell_out.total())
            self._column.addWidget(SectionHeading(self.tr("What fell out, and why"), words, self))
            for reason in Reason:
                if fell_out[reason]:
                    self._add(reason_words(reason), fell_out[reason], fell_out.total(), "text-3")

    def _add(self, name: str, count: int, of: int, role: str) -> None:
        line = QWidget(self)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 2, 0, 2)
        words = Label(name, Type.SMALL, parent=line)
        words.setFixedWidth(120)
        bar = MeterBar(line, 8, role)
        bar.show_share(count / of if of else 0.0)
        row.addWidget(words)
        row.addWidget(bar, 1)
        row.addWidget(Label(count_words(count), Type.SMALL, parent=line))
        self._column.addWidget(line)
