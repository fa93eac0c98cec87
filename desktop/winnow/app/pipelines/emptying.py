"""What deleted runs leave behind, removed for good when the person says so."""

from __future__ import annotations

import shutil
from collections.abc import Generator
from dataclasses import dataclass

from winnow.app.session import Session
from winnow.base.outcomes import Progress
from winnow.store import runs


@dataclass(frozen=True, slots=True)
class Emptied:
    """How many runs lost their weights for good, and how many bytes that freed."""

    runs: int
    freed_bytes: int


def empty_deleted_runs(session: Session) -> Generator[object, None, None]:
    """Remove the weights of deleted runs from the disk; yield `Progress`, at last `Emptied`. It cannot be undone.

    One that still trains keeps its own. Their curves stay in the project, so a run that is brought back still shows
    how it went.
    """
    deleted = session.ask(runs.deleted)
    count, freed = 0, 0
    for done, run_id in enumerate(deleted, start=1):
        folder = session.layout.run(run_id)
        # It may have been brought back, and go on, since this began.
        if folder.is_dir() and run_id in session.ask(runs.deleted):
            freed += sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
            shutil.rmtree(folder)
            count += 1
        yield Progress(done, len(deleted), "runs")
    yield Emptied(count, freed)
