"""The command about sources."""

from __future__ import annotations

from dataclasses import dataclass

from winnow.app.commands.command import Command, journalled
from winnow.domain.ids import SourceId
from winnow.store import sources
from winnow.store.database import Tx


@journalled
@dataclass(frozen=True, slots=True)
class HideSource:
    """Take a source's card away, or (*hidden* false) bring it back. What it brought stays in the project."""

    source_id: int
    hidden: bool = True

    def apply(self, tx: Tx) -> Command:
        return HideSource(self.source_id, sources.set_hidden(tx, SourceId(self.source_id), self.hidden))

    def count(self) -> int:
        return 1
