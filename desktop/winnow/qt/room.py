"""What the window asks of a room."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from winnow.qt.widgets.button import Button, Role
from winnow.qt.widgets.inspector import InspectorPane
from winnow.qt.widgets.offered import Offered
from winnow.qt.widgets.room_toolbar import RoomToolbar
from winnow.qt.words import room_words

_ICONS = {"collect": "collect", "sort": "sort", "split": "split", "train": "train"}
"""Of the rooms that an empty one leads to."""


class RoomWidget(QWidget):
    """A room: its toolbar over its body, with an inspector on the right if it has one.

    A subclass fills `toolbar`, gives its body to `set_body` and its inspector
    to `set_inspector`, and adds its actions to `room_actions`: the window puts
    them into the command palette, and they act only while the room is shown.
    """

    room_wanted = Signal(str)  # key of the room that the person should go to
    steps_changed = Signal()  # what `steps` says
    review_wanted = Signal()  # the person wants to go through the suspected labels
    editing_wanted = Signal(object)  # tuple of ids: pictures whose frames the person wants to edit
    preferred = Signal(object)  # Preferences that hold from now on: a room that shows any of them takes them over
    looks_changed = Signal(str)  # how the person set the room's own looks, for `look_as_before`

    offered = Signal(object)  # Offered: something dropped here that the room for collecting should take

    inspector_open_at_first = True

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = title
        self.is_away = False
        """Whether another room is shown that the person came to from here: what changes is asked for on entering."""
        self.toolbar = RoomToolbar(title, self)
        self.inspector: InspectorPane | None = None
        self.room_actions: list[QAction] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.toolbar)
        self._below = QHBoxLayout()
        self._below.setSpacing(0)
        column.addLayout(self._below, 1)

    def way_to(self, key: str) -> Button:
        """Return a button that leads to the room *key*, for where this one has nothing to show without it."""
        button = Button(self.tr("Go to {0}").format(room_words(key)), self, Role.PRIMARY, _ICONS[key])
        button.clicked.connect(partial(self._lead, key))
        return button

    def _lead(self, key: str, _checked: bool = False) -> None:
        self.room_wanted.emit(key)

    def set_body(self, body: QWidget) -> None:
        """Put *body* under the toolbar; once."""
        self._below.insertWidget(0, body, 1)

    def set_inspector(self, inspector: InspectorPane) -> None:
        """Put *inspector* on the right; once."""
        self.inspector = inspector
        self._below.addWidget(inspector)
        inspector.setVisible(self.inspector_open_at_first)

    def take(self, found: Offered) -> None:
        """Take what was dropped or pasted anywhere in the window; only the room where pictures come in does."""

    def edit(self, ids: tuple[int, ...], first: int = 0) -> None:
        """Go through the pictures *ids*, beginning with *first*; only the room where frames are edited does."""

    def next_control(self) -> QWidget | None:
        """Return the control for what is to be done next in this room, for the guide to point at."""
        return None

    def review_labels(self) -> None:
        """Go through the suspected labels; only the room that has their review does."""

    def seek_picture(self, image_id: int) -> None:
        """Show the picture *image_id* as the selected one; only the room where pictures are sorted does."""

    def seek_label(self, name: str) -> None:
        """Show the pictures of the label *name*; only the room where pictures are sorted does."""

    def look_as_before(self, looks: str) -> None:
        """Look as `looks_changed` said in an earlier window; only a room that has such looks does."""

    def steps(self) -> tuple[str, str]:
        """Say in words what undo and redo mean in this room before anything kept; empty where they mean nothing here.

        Only a room with drafts has such steps.
        """
        return "", ""

    def step(self, by: int) -> None:
        """Take the last step that `steps` speaks of back (-1), or do it again (1)."""

    def enter(self) -> None:
        """The room is shown from now on: ask again for what may have changed."""

    def leave(self) -> None:
        """Another room is shown from now on: stop what only serves the eye."""


@dataclass(frozen=True, slots=True)
class RoomEntry:
    """A room as the window knows it before it is made; *make* is called when it is first shown."""

    key: str
    title: str
    icon_name: str
    make: Callable[[QWidget], RoomWidget]
