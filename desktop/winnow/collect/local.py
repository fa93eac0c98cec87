"""What sources on this computer name: the values between them and an import."""

from __future__ import annotations

import os
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from winnow.base.counted import counted
from winnow.base.outcomes import Note
from winnow.domain.image import Reason
from winnow.domain.source import SourceKind

MAX_NAME_CHARACTERS = 512
_SYSTEM_FILES = frozenset({"thumbs.db", "ehthumbs.db", "desktop.ini", "__macosx"})


@dataclass(frozen=True, slots=True)
class LocalPicture:
    """One entry of a source: something to read, or with *reason* and *detail* why it is not even read."""

    address: str
    """Unique and stable within the source: what is settled under it is not read again."""
    file: str
    """Its name as it came; text, never a path."""
    read: Callable[[], bytes]
    """Give the bytes, on any thread. Raises PictureRefused or OSError."""
    folder: str = ""
    """The folder within the source that it lies in, "" for none."""
    label: str = ""
    """The true label, where the source itself knows it."""
    opened_as: str = ""
    """The name whose extension its content must suit, where the source encodes it itself; "" for *file*."""
    reason: Reason | None = None
    detail: str = ""


class LocalSource(Protocol):
    """Somewhere on this computer that pictures come from."""

    @property
    def kind(self) -> SourceKind:
        """Which way this is."""

    @property
    def name(self) -> str:
        """What the person knows it by."""

    @property
    def address(self) -> str:
        """Where it is; the same address is the same source, which an import goes on with."""

    def pictures(self) -> Iterator[LocalPicture | Note]:
        """Yield every entry, always in the same order, and notes about what is passed over.

        Raises:
            UserError, OutsideError: the whole source cannot be read.
        """


class Addresses:
    """Makes addresses unique: what comes again gets its number, in the order of the source."""

    def __init__(self) -> None:
        self._seen: Counter[str] = Counter()

    def unique(self, address: str) -> str:
        """Return *address* the first time, ``address#2`` the second."""
        self._seen[address] += 1
        return address if self._seen[address] == 1 else self.unique(f"{address}#{self._seen[address]}")


def path_text(path: Path | str) -> str:
    """Return *path* as text that can be stored: bytes of a name that are no UTF-8 become escapes."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def head_of(path: Path, count: int) -> bytes:
    """Return how the file *path* begins, to tell what it is; nothing where it cannot be read or is no file."""
    try:
        if not path.is_file():
            return b""
        with path.open("rb") as stream:
            return stream.read(count)
    except OSError:
        return b""


def foreign_text(name: str) -> str:
    """Return a name that somebody else chose without what could deceive or break a line, at most 512 characters.

    Control, direction and other invisible characters go; its end stays, for there is the extension.
    """
    seen = "".join(one for one in name if unicodedata.category(one) not in ("Cc", "Cf", "Cs", "Zl", "Zp"))
    return seen[-MAX_NAME_CHARACTERS:]


def is_of_the_system(name: str) -> bool:
    """Say whether a file or folder of this name is hidden, or left there by the system: nobody's picture."""
    return (name.startswith(".") and name.strip(".") != "") or name.casefold() in _SYSTEM_FILES


def passed_over(count: int, where: str) -> Note:
    """Return the note that *count* such files of *where* were passed over."""
    what = counted(count, "hidden or system file")
    return Note(f"{what} of {where} passed over; rename what should come in.")


def refused(address: str, file: str, reason: Reason, detail: str, folder: str = "") -> LocalPicture:
    """Return an entry that is not read, and why."""
    return LocalPicture(address, file, _nothing, folder, reason=reason, detail=detail)


def _nothing() -> bytes:
    return b""
