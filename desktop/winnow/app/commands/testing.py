"""Commands about the test part and about labels that were doubted."""

from __future__ import annotations

from dataclasses import dataclass

from winnow.app.commands.command import Command, journalled
from winnow.domain.ids import RunId, SplitId
from winnow.store import judgements, splits
from winnow.store.database import Tx


@journalled
@dataclass(frozen=True, slots=True)
class OpenTest:
    """Look at a split's test part for a run; logged before anything is read, and nobody can take it back."""

    split_id: int
    run_id: int

    def apply(self, tx: Tx) -> None:
        splits.log_opening(tx, SplitId(self.split_id), RunId(self.run_id))

    def count(self) -> int:
        return 1


@journalled
@dataclass(frozen=True, slots=True)
class VouchForLabel:
    """Say of a frame, by its content key in hex, that a doubted label is right; or take that back."""

    key: str
    label_id: int
    is_right: bool = True

    def apply(self, tx: Tx) -> Command:
        before = judgements.set_vouched(tx, (bytes.fromhex(self.key), self.label_id), self.is_right)
        return VouchForLabel(self.key, self.label_id, before)

    def count(self) -> int:
        return 1
