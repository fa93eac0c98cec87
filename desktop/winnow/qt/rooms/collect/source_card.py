"""One source: what it is, how far it is, how much of it was kept, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from winnow.domain.source import Source, SourceKind, SourceState
from winnow.qt.core_words import core_words
from winnow.qt.figures import count_words
from winnow.qt.looking_only import changes_project
from winnow.qt.theme.drawing import draw_box
from winnow.qt.theme.fonts import Type
from winnow.qt.theme.icons import icon
from winnow.qt.theme.theme import tokens
from winnow.qt.widgets.bars import MeterBar
from winnow.qt.widgets.button import IconButton, Size
from winnow.qt.widgets.card import Card
from winnow.qt.widgets.chip import Chip
from winnow.qt.widgets.label import ElidedLabel, Label
from winnow.qt.words import source_kind_words

_ICONS = {
    SourceKind.FOLDER: "folder",
    SourceKind.FILES: "image",
    SourceKind.ARCHIVE: "archive",
    SourceKind.CIFAR: "database",
    SourceKind.PASTED: "copy",
    SourceKind.WEB: "globe",
    SourceKind.SEARCH: "search",
    SourceKind.ADDRESSES: "list",
    SourceKind.DRIVE: "cloud",
    SourceKind.SAMPLE: "lamp",
}
_TONES = {
    SourceState.RUNNING: "accent",
    SourceState.PAUSED: "plain",
    SourceState.DONE: "good",
    SourceState.STOPPED: "plain",
    SourceState.FAILED: "bad",
}


class SourceCard(Card):
    """A source with its state and its kept / found counts; it emits what the person wants done."""

    pause_wanted = Signal(int)  # each with the source's number
    go_on_wanted = Signal(int)
    remove_wanted = Signal(int)

    def __init__(self, source: Source, parent: QWidget | None = None) -> None:
        super().__init__(source.name, parent)
        self.source_id = int(source.id)
        self._icon = _KindIcon(self)
        self._name = ElidedLabel("", Type.NAME, parent=self)
        self._state = Chip("", self)
        self._words = ElidedLabel("", Type.SMALL, "text-2", self)
        self._bar = MeterBar(self)
        self._kept = Label("", Type.NAME, parent=self)
        self._of = ElidedLabel("", Type.SMALL, "text-2", self)
        self.pause_button = IconButton("pause", self.tr("Pause"), self, size=Size.SMALL)
        self.go_on_button = IconButton("refresh", self.tr("Go on"), self, size=Size.SMALL)
        changes_project(self.go_on_button)
        self.remove_button = IconButton("reject", self.tr("Remove from this list; what was kept stays"), self)
        changes_project(self.remove_button)
        self._lay_out()
        self.pause_button.clicked.connect(self._pause)
        self.go_on_button.clicked.connect(self._go_on)
        self.remove_button.clicked.connect(self._remove)
        self.show_source(source)

    def show_source(self, source: Source, is_waiting: bool = False) -> None:
        """Show where *source* stands; *is_waiting*: its job is queued behind others."""
        state = source.state
        self._icon.show_icon(_ICONS[source.kind])
        self._name.setText(source.name)
        self._state.show_chip(
            self.tr("Waiting") if is_waiting else self._state_words(state),
            "plain" if is_waiting else _TONES[state],
        )
        kind = source_kind_words(source.kind)
        self._words.setText(kind if source.kind is SourceKind.PASTED else f"{kind} · {core_words(source.address)}")
        failed = state is SourceState.FAILED and bool(source.error)
        seen = source.kept + sum(source.fell_out.values())
        self._bar.setVisible(not failed)
        self._bar.show_share(
            seen / source.found if source.found else 0.0, "good" if state is SourceState.DONE else "accent"
        )
        self._kept.setVisible(not failed)
        self._kept.setText(count_words(source.kept))
        self._of.setText(
            core_words(source.error) if failed else self.tr("kept of {0}").format(count_words(source.found))
        )
        self._of.set_tone("bad" if failed else "text-2")
        self._offer(state, is_waiting)
        if source.kind in (SourceKind.PASTED, SourceKind.SAMPLE) and state is SourceState.DONE:
            self.go_on_button.hide()

    def _offer(self, state: SourceState, is_waiting: bool) -> None:
        runs = state is SourceState.RUNNING or is_waiting
        self.pause_button.setVisible(runs)
        self.pause_button.setEnabled(not is_waiting)
        self.go_on_button.setVisible(not runs)
        if state in (SourceState.PAUSED, SourceState.STOPPED):
            self.go_on_button.set_icon_name("play")
            self.go_on_button.say(self.tr("Go on"))
        elif state is SourceState.FAILED:
            self.go_on_button.set_icon_name("refresh")
            self.go_on_button.say(self.tr("Try again"))
        else:
            self.go_on_button.set_icon_name("refresh")
            self.go_on_button.say(self.tr("Look for more, and try again what could not be fetched"))
        if runs:
            self.remove_button.set_icon_name("stop")
            self.remove_button.say(self.tr("Stop; what was kept stays"))
        else:
            self.remove_button.set_icon_name("reject")
            self.remove_button.say(self.tr("Remove from this list; what was kept stays"))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 8)
        column.setSpacing(6)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        about = QVBoxLayout()
        about.setSpacing(0)
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(self._name, 1)
        first.addWidget(self._state)
        about.addLayout(first)
        about.addWidget(self._words)
        top.addLayout(about, 1)
        column.addLayout(top)
        row = QHBoxLayout()
        row.setSpacing(4)
        self._bar.setFixedWidth(72)
        row.addWidget(self._bar)
        row.addSpacing(4)
        row.addWidget(self._kept)
        row.addWidget(self._of, 1)
        for button in (self.pause_button, self.go_on_button, self.remove_button):
            row.addWidget(button)
        column.addLayout(row)

    def _state_words(self, state: SourceState) -> str:
        words = {
            SourceState.RUNNING: self.tr("Running"),
            SourceState.PAUSED: self.tr("Paused"),
            SourceState.DONE: self.tr("Done"),
            SourceState.STOPPED: self.tr("Stopped"),
            SourceState.FAILED: self.tr("Failed"),
        }
        return words[state]

    def _pause(self, _checked: bool = False) -> None:
        self.pause_wanted.emit(self.source_id)

    def _go_on(self, _checked: bool = False) -> None:
        self.go_on_wanted.emit(self.source_id)

    def _remove(self, _checked: bool = False) -> None:
        self.remove_wanted.emit(self.source_id)


class _KindIcon(QWidget):
    """The kind of a source, on a soft square of 28 px."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._name = "folder"
        self.setFixedSize(28, 28)

    def show_icon(self, name: str) -> None:
        self._name = name
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_box(painter, self.rect().toRectF(), 6, tokens().colour("ctl"))
        icon(self._name, "text-2").paint(painter, QRect(6, 6, 16, 16))
