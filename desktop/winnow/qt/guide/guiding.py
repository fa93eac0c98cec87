"""Joins the guide's line with a window and a project."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QScrollArea, QWidget

from winnow.app.guidance import Advice, advice, hidden_in, hide_in
from winnow.qt.guide.words import advice_words
from winnow.qt.main_window import MainWindow
from winnow.qt.words import room_words

if TYPE_CHECKING:  # not before a project is opened
    from winnow.app.queries.overview import Overview
    from winnow.qt.bridge import Bridge


class Guiding(QObject):
    """Says in each room what to do next, until the person puts it away there; `call_back` shows it again."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._bridge: Bridge | None = None
        self._now: Overview | None = None
        self._hidden: frozenset[str] | None = None
        self._advice: Advice | None = None
        window.room_shown.connect(self._show)
        window.page_shown.connect(self._show)
        window.guide.wanted.connect(self._do)
        window.guide.dismissed.connect(self._dismiss)

    def look_in(self, bridge: Bridge | None) -> None:
        """Guide through the project of *bridge* from now on."""
        self._bridge, self._now, self._hidden = bridge, None, None
        self._window.guide.hide()
        if bridge is not None:
            bridge.ask("guide", self._take_hidden, hidden_in)

    def show_facts(self, now: Overview) -> None:
        """Take what is done already."""
        self._now = now
        self._show()

    @Slot()
    def call_back(self, _checked: bool = False) -> None:
        """Show it in every room again."""
        self._hide(frozenset())

    def _take_hidden(self, rooms: frozenset[str]) -> None:
        self._hidden = rooms
        self._show()

    @Slot()
    def _show(self, _key: str = "") -> None:
        room, bar = self._window.room_key, self._window.guide
        is_off = not room or self._hidden is None or room in self._hidden
        self._advice = None if is_off or self._now is None else advice(room, self._now)
        if self._advice is None:
            bar.hide()
            return
        leads_to = self._advice.leads_to
        if leads_to:
            bar.show_advice(advice_words(self._advice), self.tr("Go to {0}").format(room_words(leads_to)), leads_to)
        else:
            words = "" if self._window.room(room).next_control() is None else self.tr("Show where")
            bar.show_advice(advice_words(self._advice), words, "arrow-right")
        bar.show()

    @Slot()
    def _do(self) -> None:
        if self._advice is None:
            return
        if self._advice.leads_to:
            self._window.show_room(self._advice.leads_to)
            return
        control = self._window.room(self._advice.room).next_control()
        if control is not None:
            # As if it had been reached by the keyboard: it gets the ring that shows where the focus is.
            control.clearFocus()  # where it is there already the ring would not come
            self._window.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
            control.setFocus(Qt.FocusReason.ShortcutFocusReason)
            _scroll_to(control)

    @Slot()
    def _dismiss(self) -> None:
        self._hide((self._hidden or frozenset()) | {self._window.room_key})

    def _hide(self, rooms: frozenset[str]) -> None:
        if self._bridge is not None:
            self._hidden = rooms
            self._show()
            self._bridge.change(None, hide_in, self._bridge.session, rooms)


def _scroll_to(control: QWidget) -> None:
    around = control.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(control)
        around = around.parentWidget()
