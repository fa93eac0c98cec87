"""What can be undone and redone."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class JournalState:
    """The next step back and forth: the kind of its command and how many images it concerns ("" : none)."""

    undo: str = ""
    undo_count: int = 0
    redo: str = ""
    redo_count: int = 0
