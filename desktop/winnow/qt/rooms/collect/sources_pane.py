"""The left of Collect: a card for each source, and a place to drop or paste more."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from winnow.domain.source import Source, SourceState
from winnow.qt.figures import count_words
from winnow.qt.rooms.collect.source_card import SourceCard
from winnow.qt.theme.fonts import Type
from winnow.qt.widgets.button import Button, Role, Size
from winnow.qt.widgets.drop_target import DropTarget
from winnow.qt.widgets.form import SectionHeading
from winnow.qt.widgets.inspector import SidePane
from winnow.qt.widgets.label import Label

_WIDTH_PX = 300


class SourcesPane(SidePane):
    """Shows sources; emits what the person wants done with them."""

    source_chosen = Signal(object)  # its number, or None: all
    pause_wanted = Signal(int)
    go_on_wanted = Signal(int)
    remove_wanted = Signal(int)
    pause_all_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_WIDTH_PX, parent)
        self._cards: dict[int, SourceCard] = {}
        self._chosen: int | None = None
        self.pause_all_button = Button(self.tr("Pause all"), self, Role.MUTED, "pause", Size.SMALL)
        self.pause_all_button.clicked.connect(self._pause_all)
        self._heading = SectionHeading(self.tr("Sources"), "", self, action=self.pause_all_button)
        held = QWidget()
        self._list = QVBoxLayout(held)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(8)
        self._list.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.viewport().setAutoFillBackground(False)
        scroll.setWidget(held)
        held.setAutoFillBackground(False)
        self.target = DropTarget(self)
        self._lay_out_target()
        self.column.addWidget(self._heading)
        self.column.addWidget(scroll, 1)
        self.column.addWidget(self.target)

    @property
    def cards(self) -> tuple[SourceCard, ...]:
        """The cards from the top."""
        return tuple(self._cards.values())

    def show_sources(self, sources: Sequence[Source], waiting: frozenset[int], chosen: int | None) -> None:
        """Show *sources*, newest first; *waiting*: those whose job is queued; *chosen*: the one that is looked at."""
        self._chosen = chosen
        self._heading.show_words(count_words(len(sources)))
        self.pause_all_button.setVisible(any(source.state is SourceState.RUNNING for source in sources))
        if [int(source.id) for source in sources] != list(self._cards):
            self._build(sources)
        for source in sources:
            card = self._cards[int(source.id)]
            card.show_source(source, int(source.id) in waiting)
            card.show_chosen(int(source.id) == chosen)

    def _build(self, sources: Sequence[Source]) -> None:
        # A card that is still there is kept: its buttons may be under the pointer, or have the focus.
        before: Mapping[int, SourceCard] = self._cards
        self._cards = {}
        for at, source in enumerate(sources):
            card = before.get(int(source.id)) or self._made(source)
            self._cards[int(source.id)] = card
            self._list.removeWidget(card)
            self._list.insertWidget(at, card)
        for number, old in before.items():
            if number not in self._cards:
                self._list.removeWidget(old)
                old.hide()
                old.deleteLater()

    def _made(self, source: Source) -> SourceCard:
        card = SourceCard(source, self)
        card.clicked.connect(self._choose)
        card.pause_wanted.connect(self.pause_wanted)
        card.go_on_wanted.connect(self.go_on_wanted)
        card.remove_wanted.connect(self.remove_wanted)
        return card

    def _lay_out_target(self) -> None:
        self.target.setFixedHeight(76)
        inside = QVBoxLayout(self.target)
        inside.setContentsMargins(8, 12, 8, 12)
        inside.setSpacing(2)
        middle = Qt.AlignmentFlag.AlignHCenter
        inside.addWidget(Label(self.tr("Drop or paste here"), Type.BUTTON, parent=self.target), 0, middle)
        words = self.tr("folder, zip, images, address list, link")
        inside.addWidget(Label(words, Type.CAPTION, "text-2", self.target), 0, middle)

    @Slot()
    def _choose(self) -> None:
        card = self.sender()
        if isinstance(card, SourceCard):
            self.source_chosen.emit(None if card.source_id == self._chosen else card.source_id)

    def _pause_all(self, _checked: bool = False) -> None:
        self.pause_all_wanted.emit()
