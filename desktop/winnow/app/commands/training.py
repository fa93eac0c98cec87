"""Commands about the table of runs."""

from __future__ import annotations

from dataclasses import dataclass

from winnow.app.commands.command import Command, journalled
from winnow.domain.ids import RunId
from winnow.store import runs
from winnow.store.database import Tx


@journalled
@dataclass(frozen=True, slots=True)
class RenameRun:
    """Give a run another name."""

    run_id: int
    name: str

    def apply(self, tx: Tx) -> Command:
        return RenameRun(self.run_id, runs.rename(tx, RunId(self.run_id), self.name.strip()))

    def count(self) -> int:
        return 1


@journalled
@dataclass(frozen=True, slots=True)
class DeleteRuns:
    """Take runs out of the table; their weights stay until the deleted runs are emptied."""

    run_ids: tuple[int, ...]

    def apply(self, tx: Tx) -> Command:
        return BringBackRuns(runs.set_hidden(tx, [RunId(run) for run in self.run_ids], hidden=True))

    def count(self) -> int:
        return len(self.run_ids)


@journalled
@dataclass(frozen=True, slots=True)
class BringBackRuns:
    """Put deleted runs back into the table."""

    run_ids: tuple[int, ...]

    def apply(self, tx: Tx) -> Command:
        return DeleteRuns(runs.set_hidden(tx, [RunId(run) for run in self.run_ids], hidden=False))

    def count(self) -> int:
        return len(self.run_ids)
