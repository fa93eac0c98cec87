"""A class that pictures are told apart by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from winnow.base.errors import UserError
from winnow.domain.ids import LabelId

MAX_NAME_CHARACTERS = 100


class LabelNameUnusable(UserError):
    """A label's name is empty, too long or already taken."""

    def __init__(self, name: str, why: str) -> None:
        self.name = name
        super().__init__(f"The label name {name!r} cannot be used: {why}.")


@dataclass(frozen=True, slots=True)
class Label:
    """A class; *position* (from 0) gives its key and its colour, but where a person gave it a *colour* of its own."""

    id: LabelId
    name: str
    position: int
    colour: str = ""
    """As ``#RRGGBB``; empty: as in the set of class colours."""


def clean_name(name: str) -> str:
    """Return *name* with white space folded.

    Raises:
        LabelNameUnusable: nothing is left, or it is longer than 100 characters.
    """
    folded = " ".join(name.split())
    if not folded or not folded.isprintable():
        raise LabelNameUnusable(name, "it has no printable character" if not folded else "it has control characters")
    if len(folded) > MAX_NAME_CHARACTERS:
        raise LabelNameUnusable(name, f"it is longer than {MAX_NAME_CHARACTERS} characters")
    return folded


def letters(names: Sequence[str]) -> list[str]:
    """Return each name's shortest prefix, capitalised, that no other name shares (at most 3 characters)."""
    found = []
    for name in names:
        others = [other.casefold() for other in names if other != name]
        for length in (1, 2, 3):
            prefix = name[:length]
            if not any(other.startswith(prefix.casefold()) for other in others):
                break
        found.append(prefix[:1].upper() + prefix[1:])
    return found


def by_position(known: Sequence[Label], words: Sequence[str]) -> tuple[str, ...]:
    """Return *words* in a row where each stands at its label's position; removed labels leave holes."""
    found = [""] * (max((label.position for label in known), default=-1) + 1)
    for label, word in zip(known, words, strict=True):
        found[label.position] = word
    return tuple(found)
