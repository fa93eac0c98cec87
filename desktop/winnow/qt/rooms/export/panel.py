"""One thing to export: what it is, what is chosen, the button, and how it ended."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from winnow.app.jobs import Job
from winnow.qt.bridge import Bridge
from winnow.qt.looking_only import changes_project
from winnow.qt.rooms.export.ending import Ending
from winnow.qt.theme.drawing import draw_box
from winnow.qt.theme.fonts import Type
from winnow.qt.theme.theme import tokens
from winnow.qt.widgets.button import Button
from winnow.qt.widgets.empty_state import IconDisc
from winnow.qt.widgets.form import Separator
from winnow.qt.widgets.label import Label


class ExportPanel(QWidget):
    """A heading over `column`, which a subclass fills and which scrolls; below it the end and the button."""

    def __init__(
        self, bridge: Bridge, title: str, icon_name: str, button_words: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._why_not = self.tr("The project is being read")
        self.setMinimumWidth(248)
        self._words = Label("", Type.SMALL, "text-2", self, wrap=True)
        held = QWidget()
        self.column = QVBoxLayout(held)
        self.column.setContentsMargins(16, 14, 16, 14)
        self.column.setSpacing(8)
        self.ending = Ending(bridge, self)
        self.done, self.failure = self.ending.done, self.ending.failure
        self.button = changes_project(Button(button_words, self))
        self._size = Label("", Type.SMALL, "text-2", self, wrap=True)
        said = QVBoxLayout()
        said.setSpacing(2)
        said.addWidget(Label(title, Type.HEADING, parent=self))
        said.addWidget(self._words)
        head = QHBoxLayout()
        head.setContentsMargins(16, 12, 16, 12)
        head.setSpacing(12)
        head.addWidget(IconDisc(icon_name, self))
        head.addLayout(said, 1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._size, 1)
        foot.addWidget(self.button)
        under = QVBoxLayout()
        under.setContentsMargins(16, 12, 16, 12)
        under.setSpacing(10)
        under.addWidget(self.ending)
        under.addLayout(foot)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.setSpacing(0)
        outer.addLayout(head)
        outer.addWidget(Separator(self))
        outer.addWidget(self._scroll(held), 1)
        outer.addWidget(Separator(self))
        outer.addLayout(under)
        self.ending.changed.connect(self._show_can_start)
        self._show_can_start()

    def _scroll(self, held: QWidget) -> QScrollArea:
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.viewport().setAutoFillBackground(False)
        area.setWidget(held)
        held.setAutoFillBackground(False)
        return area

    @property
    def is_ready(self) -> bool:
        """Whether its button can be pressed."""
        return not self._why_not and not self.ending.is_running

    def show_state(self, words: str, why_not: str, size: str = "") -> None:
        """Say *words* under the title and *size* beside the button; *why_not* keeps it from being exported."""
        self._words.setText(words)
        self._why_not = why_not
        self._size.setText(why_not or size)
        self._show_can_start()

    def start(self, job: Job) -> None:
        """Run *job*, and say here how it ends."""
        self.ending.start(job)

    def paintEvent(self, event: QPaintEvent) -> None:
        draw_box(QPainter(self), QRectF(self.rect()), 8, tokens().colour("bg"), tokens().colour("line"))

    @Slot()
    def _show_can_start(self) -> None:
        self.button.setEnabled(self.is_ready)
        self.button.setToolTip(self._why_not)
