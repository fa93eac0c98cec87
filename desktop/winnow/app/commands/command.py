"""What a command is, and how one is written to the journal and read back."""

from __future__ import annotations

from typing import Protocol, TypeVar

from winnow.base.codec import from_json, to_json
from winnow.base.errors import ContractError
from winnow.store.database import Tx


class Command(Protocol):
    """A change of the project, a frozen dataclass."""

    def apply(self, tx: Tx) -> Command | None:
        """Do it, and return the command that undoes it (None: it cannot be undone)."""

    def count(self) -> int:
        """How many things it concerns, for 'Label 12 images'."""


_KINDS: dict[str, type[Command]] = {}
C = TypeVar("C", bound=type)


def journalled(kind: C) -> C:
    """Register a command class, so that the journal can bring one back by its name."""
    _KINDS[kind.__name__] = kind
    return kind


def written(command: Command) -> tuple[str, str]:
    """Return a command's kind and its JSON."""
    return type(command).__name__, to_json(command)


def read(kind: str, text: str) -> Command:
    """Return the command that `written` wrote.

    Raises:
        ContractError: this program knows no such command.
    """
    if kind not in _KINDS:
        raise ContractError(f"the journal has a command {kind!r} that this program does not know")
    return from_json(_KINDS[kind], text)
