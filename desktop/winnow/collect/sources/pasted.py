"""Pictures that come as bytes: pasted from the clipboard, or dropped out of another program."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from winnow.base.outcomes import Note
from winnow.collect.local import LocalPicture, foreign_text
from winnow.domain.source import SourceKind


@dataclass(frozen=True, slots=True)
class PastedSource:
    """Each picture as (name, bytes). All pasting into a project is one source; the same bytes twice are one entry."""

    contents: Sequence[tuple[str, bytes]]

    @property
    def kind(self) -> SourceKind:
        """PASTED."""
        return SourceKind.PASTED

    @property
    def name(self) -> str:
        """What the person knows it by."""
        return "Clipboard"

    @property
    def address(self) -> str:
        """The same for everything that is pasted."""
        return "clipboard:"

    def pictures(self) -> Iterator[LocalPicture | Note]:
        """See `LocalSource.pictures`."""
        there: set[str] = set()
        for name, content in self.contents:
            address = f"clipboard:{hashlib.sha256(content).hexdigest()}"
            if address not in there:
                there.add(address)
                yield LocalPicture(address, foreign_text(name) or "pasted", partial(bytes, content))
