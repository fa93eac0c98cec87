"""Undo and redo: first the draft of the room that is shown, then what the project keeps; and words for what it did."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Slot

from winnow.domain.journal import JournalState
from winnow.qt.bridge import Bridge
from winnow.qt.main_window import MainWindow
from winnow.qt.window_actions import WindowActions
from winnow.qt.words import command_words

_SAID_MS = 8000


class Undoing(QObject):
    """Answers the header's two buttons and their keys, and tells both what they would do now."""

    def __init__(self, window: MainWindow, actions: WindowActions) -> None:
        super().__init__(window)
        self._window = window
        self._actions = actions
        self._bridge: Bridge | None = None
        self._journal = JournalState()
        self._taken = 0
        """-1 or 1 while a step of the journal is under way; what it was is known when the journal was read again."""
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_SAID_MS)
        self._quiet.timeout.connect(self._hush)
        window.header.undo_wanted.connect(self.undo)
        window.header.redo_wanted.connect(self.redo)
        window.room_shown.connect(self.show_steps)
        window.page_shown.connect(self.show_steps)

    def look_in(self, bridge: Bridge | None) -> None:
        """Step through the project of *bridge* from now on; None: there is none."""
        self._bridge = bridge
        self._taken = 0
        self._hush()
        self.show_journal(JournalState())

    def show_journal(self, state: JournalState) -> None:
        """Take *state* as what the project could take back, and say what was taken back just now."""
        if self._bridge is not None and self._bridge.session.read_only:
            state = JournalState()  # nothing of it can be taken back
        before, self._journal = self._journal, state
        if self._taken and state != before:
            kind, count = (state.redo, state.redo_count) if self._taken < 0 else (state.undo, state.undo_count)
            said = self.tr("Undone: {0}") if self._taken < 0 else self.tr("Done again: {0}")
            self._taken = 0
            if kind:  # else something new was done meanwhile
                self._window.activity.show_note(said.format(command_words(kind, count)))
                self._quiet.start()
        self.show_steps()

    @Slot()
    def show_steps(self) -> None:
        """Say in the header what undo and redo would do now."""
        state = self._journal
        back, on = self._steps()
        back = back or command_words(state.undo, state.undo_count)
        on = on or command_words(state.redo, state.redo_count)
        self._window.header.show_undo(back, on)
        self._actions.undo.setEnabled(bool(back))
        self._actions.redo.setEnabled(bool(on))

    @Slot()
    def undo(self) -> None:
        """Take back the last step of the room's draft; where it has none, the newest command."""
        if self._steps()[0]:
            self._window.room(self._window.room_key).step(-1)
        elif self._bridge is not None:
            self._taken = -1 if self._journal.undo else 0
            self._bridge.undo()

    @Slot()
    def redo(self) -> None:
        """Do the step of the draft again that was taken back last; where there is none, the command."""
        if self._steps()[1]:
            self._window.room(self._window.room_key).step(1)
        elif self._bridge is not None:
            self._taken = 1 if self._journal.redo else 0
            self._bridge.redo()

    def _steps(self) -> tuple[str, str]:
        key = self._window.room_key
        return self._window.room(key).steps() if key and self._bridge is not None else ("", "")

    @Slot()
    def _hush(self) -> None:
        self._quiet.stop()
        self._window.activity.show_note("")
