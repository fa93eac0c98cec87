"""One source: what it is, how far it is, how much of it was kept."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from winnow.domain.source import Source, SourceState
from winnow.qt.figures import count_words
from winnow.qt.theme.fonts import Type
from winnow.qt.widgets.bars import MeterBar
from winnow.qt.widgets.card import Card
from winnow.qt.widgets.label import ElidedLabel, Label

_TONES = {
    SourceState.RUNNING: "link",
    SourceState.PAUSED: "text-2",
    SourceState.DONE: "good",
    SourceState.STOPPED: "text-2",
    SourceState.FAILED: "bad",
}


class SourceCard(Card):
    """A source with its state and its kept / found counts."""

    def __init__(self, source: Source, parent: QWidget | None = None) -> None:
        super().__init__(source.name, parent)
        self.source_id = int(source.id)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 10)
        column.setSpacing(4)
        top = QHBoxLayout()
        top.addWidget(ElidedLabel(source.name, Type.NAME, parent=self), 1)
        top.addWidget(Label(self._state_words(source.state), Type.SMALL, _TONES[source.state], self))
        column.addLayout(top)
        column.addWidget(ElidedLabel(source.error or source.address, Type.SMALL, self._tone(source), self))
        bar = MeterBar(self, role="good" if source.state is SourceState.DONE else "accent")
        seen = source.kept + sum(source.fell_out.values())
        bar.show_share(seen / source.found if source.found else 0.0)
        column.addWidget(bar)
        words = self.tr("{0} kept of {1}").format(count_words(source.kept), count_words(source.found))
        column.addWidget(Label(words, Type.SMALL, "text-2", self))

    def _tone(self, source: Source) -> str:
        return "bad" if source.error else "text-2"

    def _state_words(self, state: SourceState) -> str:
        words = {
            SourceState.RUNNING: self.tr("Running"),
            SourceState.PAUSED: self.tr("Paused"),
            SourceState.DONE: self.tr("Done"),
            SourceState.STOPPED: self.tr("Stopped"),
            SourceState.FAILED: self.tr("Failed"),
        }
        return words[state]
