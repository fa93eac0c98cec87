"""The window: header bar over rail and rooms over activity strip. It shows rooms and collects wishes."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from winnow.qt.guide.bar import GuideBar
from winnow.qt.room import RoomEntry, RoomWidget
from winnow.qt.widgets.activity_strip import ActivityStrip
from winnow.qt.widgets.focus_ring import FocusRing
from winnow.qt.widgets.header_bar import HeaderBar
from winnow.qt.widgets.offered import offered_by
from winnow.qt.widgets.rail import Rail


class MainWindow(QMainWindow):
    """Shows one room at a time, or a page in their place: the start page, the preferences.

    Rooms are made when they are first shown. The header bar, the rail and the
    activity strip are public: the composition root connects their wishes.
    """

    room_shown = Signal(str)  # its key
    page_shown = Signal()  # a page stands in its place, or does not any more
    room_made = Signal(str)  # its key, before it is first shown
    rooms_dropped = Signal()  # they are gone at the next turn of the event loop
    inspector_toggled = Signal(str, bool)  # by the person: the room's key, whether it is open now
    closing = Signal()  # the person closes it; jobs may be ended now
    preferences_wanted = Signal()
    keys_wanted = Signal()
    search_wanted = Signal()
    offered = Signal(object)  # Offered: what was dropped or pasted anywhere

    def __init__(self, entries: Sequence[RoomEntry], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Winnow")
        self.setMinimumSize(1024, 640)
        self.resize(QSize(1440, 900).boundedTo(self.screen().availableSize()))
        self._entries = {entry.key: entry for entry in entries}
        self._rooms: dict[str, RoomWidget] = {}
        self._key = ""
        self.header = HeaderBar(self)
        self.rail = Rail(self)
        self.activity = ActivityStrip(self)
        self.guide = GuideBar(self)
        self._stack = QStackedWidget(self)
        self._pages = QStackedWidget(self)
        self._start: QWidget | None = None
        self._page: QWidget | None = None
        self.setAcceptDrops(True)
        self._lay_out()
        self._connect()
        FocusRing(self)

    @property
    def room_key(self) -> str:
        """Which room is shown; empty while a page stands in its place."""
        return "" if self._page is not None or self._shows_start() else self._key

    def room(self, key: str) -> RoomWidget:
        """Return the room *key*, made now if nobody has seen it yet."""
        if key not in self._rooms:
            made = self._entries[key].make(self._stack)
            self._rooms[key] = made
            self._stack.addWidget(made)
            self.room_made.emit(key)
        return self._rooms[key]

    def rooms_made(self) -> tuple[str, ...]:
        """Return the keys of the rooms that exist already."""
        return tuple(self._rooms)

    @Slot(str)
    def show_room(self, key: str) -> None:
        """Show the room *key*; not while a project is on its way: those there are belong to the one before."""
        if not self._pages.isEnabled():
            return
        self.close_page()
        room = self.room(key)
        if self._key and self._key != key:
            self._rooms[self._key].leave()
            self._rooms[self._key].is_away = True
        self._key = key
        self._pages.setCurrentIndex(0)
        self._stack.setCurrentWidget(room)
        self.rail.choose(key)
        self._show_inspector_state()
        room.is_away = False
        room.enter()
        self.room_shown.emit(key)

    def show_start(self, page: QWidget) -> None:
        """Show *page* in the place of everything: no project is open. Rooms of the last one are dropped."""
        self.close_page()
        self.drop_rooms()
        if self._start is not page:
            self._start = page
            self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)
        self.setWindowTitle("Winnow")

    def show_waiting(self, is_waiting: bool) -> None:
        """Take no input while a project is on its way; what is shown stays, and goes on being painted."""
        self._pages.setEnabled(not is_waiting)

    def show_project(self, name: str, count_words: str) -> None:
        """Say which project is open."""
        self.header.show_project(name, count_words)
        self.setWindowTitle(f"{name} \u2013 Winnow" if name else "Winnow")

    def show_page(self, page: QWidget, is_preferences: bool = False) -> None:
        """Show *page* in the place of the room or the start page, until `close_page` or Escape."""
        self.close_page()
        self._page = page
        pages = self._pages if self._shows_start() else self._stack
        pages.addWidget(page)
        pages.setCurrentWidget(page)
        page.setFocus()
        if pages is self._pages:
            return
        self.page_shown.emit()
        self.rail.choose("")
        self.rail.show_preferences_open(is_preferences)
        self.header.show_inspector(False, there_is_one=False)

    @Slot()
    def close_page(self) -> None:
        """Take that page away, and show again what it stood in the place of."""
        if self._page is None:
            return
        page, self._page = self._page, None
        for pages in (self._pages, self._stack):
            pages.removeWidget(page)
        page.deleteLater()
        self.rail.show_preferences_open(False)
        if self._start is not None and self._shows_start():
            self._pages.setCurrentWidget(self._start)
        elif self._key:
            self._stack.setCurrentWidget(self._rooms[self._key])
            self.rail.choose(self._key)
            self._show_inspector_state()
            self.page_shown.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        data = event.mimeData()
        # What is dragged within the window is the rooms' own affair.
        if event.source() is None and (data.hasUrls() or data.hasText() or data.hasImage()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.offered.emit(offered_by(event.mimeData()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Not a shortcut: fields and rooms paste things of their own, and come first.
        if event.matches(QKeySequence.StandardKey.Paste):
            self.offered.emit(offered_by(QGuiApplication.clipboard().mimeData()))
        elif event.key() == Qt.Key.Key_Escape and self._page is not None:
            self.close_page()  # what has the focus wants the key for nothing of its own
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.hide()  # what runs may take seconds to end and to save; nobody should look at a frozen window meanwhile
        self.closing.emit()
        super().closeEvent(event)

    def _lay_out(self) -> None:
        project = QWidget(self)
        column = QVBoxLayout(project)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row = QHBoxLayout()
        row.setSpacing(0)
        for at, entry in enumerate(self._entries.values(), start=1):
            self.rail.add_room(entry.key, entry.title, entry.icon_name, f"Ctrl+{at}")
            QShortcut(QKeySequence(f"Ctrl+{at}"), self, partial(self._show_by_key, entry.key))
        row.addWidget(self.rail)
        middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._stack, 1)
        middle.addWidget(self.guide)
        row.addLayout(middle, 1)
        column.addWidget(self.header)
        column.addLayout(row, 1)
        column.addWidget(self.activity)
        self._pages.addWidget(project)
        self.setCentralWidget(self._pages)

    def _connect(self) -> None:
        self.rail.chosen.connect(self.show_room)
        self.rail.preferences_wanted.connect(self.preferences_wanted)
        self.header.search_wanted.connect(self.search_wanted)
        self.header.inspector_wanted.connect(self._open_inspector)
        for keys, wish in (
            ("Ctrl+K", self.search_wanted),
            ("Ctrl+Z", self.header.undo_wanted),
            ("Ctrl+Y", self.header.redo_wanted),
            ("Ctrl+Shift+Z", self.header.redo_wanted),
            ("F1", self.header.help_wanted),
            ("?", self.keys_wanted),
            ("Ctrl+,", self.preferences_wanted),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(wish)
        QShortcut(QKeySequence(Qt.Key.Key_F4), self).activated.connect(self._toggle_inspector)

    def _show_by_key(self, key: str) -> None:
        if not self._shows_start():
            self.show_room(key)

    @Slot(bool)
    def _open_inspector(self, is_open: bool) -> None:
        room = self._rooms.get(self.room_key)
        if room is not None and room.inspector is not None:
            room.inspector.setVisible(is_open)
            self.inspector_toggled.emit(self.room_key, is_open)
        self._show_inspector_state()

    @Slot()
    def _toggle_inspector(self) -> None:
        room = self._rooms.get(self.room_key)
        if room is not None and room.inspector is not None:
            self._open_inspector(room.inspector.isHidden())

    def _show_inspector_state(self) -> None:
        room = self._rooms.get(self._key)
        pane = room.inspector if room is not None else None
        self.header.show_inspector(pane is not None and not pane.isHidden(), pane is not None)

    def _shows_start(self) -> bool:
        return self._pages.currentIndex() != 0

    def drop_rooms(self) -> None:
        """Let go of all rooms: each shows one project only, and is made anew for the next."""
        if self._key:
            self._rooms[self._key].leave()
        for room in self._rooms.values():
            self._stack.removeWidget(room)
            room.deleteLater()
        if self._rooms:
            self.rooms_dropped.emit()
        self._rooms.clear()
        self._key = ""
        self.rail.choose("")
