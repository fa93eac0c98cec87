"""What the palette offers, and what matches what was typed."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from PySide6.QtGui import QAction, QKeySequence

from winnow.qt.looking_only import why_not

MOST_COMMANDS = 8


class Kind(enum.Enum):
    """The groups, in their order."""

    COMMAND = "command"
    SETTING = "setting"
    LABEL = "label"
    PICTURE = "picture"


@dataclass(frozen=True, slots=True)
class Entry:
    """One row: a command, a label or a picture."""

    kind: Kind
    words: str
    about: str = ""
    keys: str = ""
    icon_name: str = ""
    why_not: str = ""
    """Why it cannot be done now; empty where it can."""
    number: int = 0
    """The label's or the picture's."""
    letter: str = ""
    position: int = -1
    """Of the class whose chip is shown; -1 for none."""
    key: bytes = b""
    """Of a picture's thumbnail."""
    action: QAction | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of a group."""

    words: str
    about: str = ""


Row = Entry | Heading


def commands(actions: Iterable[tuple[str, QAction]]) -> list[Entry]:
    """Return an entry for each (where it belongs, action) that has words, those that can be done first."""
    made = [
        Entry(
            Kind.COMMAND,
            action.text().replace("&", ""),
            where,
            action.shortcut().toString(QKeySequence.SequenceFormat.NativeText),
            str(action.property("icon_name") or "arrow-right"),
            why_not(action) if action.isEnabled() else (action.toolTip() or where),
            action=action,
        )
        for where, action in actions
        if action.text() and action.isVisible()
    ]
    return sorted(made, key=lambda entry: bool(entry.why_not))


def setting_entries(actions: Iterable[QAction]) -> list[Entry]:
    """Return an entry for each action that shows a setting; its section stands behind its name."""
    return [
        Entry(
            Kind.SETTING,
            action.text(),
            str(action.property("where")),
            icon_name=str(action.property("icon_name")),
            action=action,
        )
        for action in actions
    ]


def matching(entries: Sequence[Entry], typed: str) -> list[Entry]:
    """Return the entries in which every word of *typed* is, those that begin with it first."""
    wanted = typed.casefold().split()
    found = [entry for entry in entries if all(word in f"{entry.words} {entry.about}".casefold() for word in wanted)]
    first = wanted[0] if wanted else ""
    return sorted(found, key=lambda entry: (bool(entry.why_not), not entry.words.casefold().startswith(first)))


def parts(text: str, typed: str) -> list[tuple[str, bool]]:
    """Split *text* into (piece, whether it is what was typed), to draw what matched in bold."""
    word = typed.strip()
    at = text.casefold().find(word.casefold()) if word else -1
    # Folding can lengthen a text ('ß'), and then the places do not agree.
    if at < 0 or len(text.casefold()) != len(text):
        return [(text, False)]
    end = at + len(word)
    return [piece for piece in ((text[:at], False), (text[at:end], True), (text[end:], False)) if piece[0]]
