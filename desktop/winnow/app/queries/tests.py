"""The runs that can be tested, and what their looks at the test part gave."""

from __future__ import annotations

from dataclasses import dataclass

from winnow.app.queries.samples import fingerprint_of, labelled
from winnow.domain.ids import SplitId
from winnow.domain.run import Run, RunState, TestResult
from winnow.domain.split import Part
from winnow.store import runs, splits
from winnow.store.database import Reader


@dataclass(frozen=True, slots=True)
class TestableRun:
    """A run with weights."""

    __test__ = False  # not a test class, whatever pytest thinks

    run: Run
    test_images: int
    openings: int
    """Looks at the test part of its split, by any run."""
    result: TestResult | None
    out_of_date: bool
    """Pictures, frames or labels have changed since it was trained."""


def testable_runs(connection: Reader) -> tuple[TestableRun, ...]:
    """Return the ended runs that have an epoch behind them, newest first."""
    per_split: dict[SplitId, tuple[int, int, str]] = {}
    found = []
    for run in runs.all_runs(connection):
        if not run.epochs or run.state is RunState.RUNNING:
            continue
        if run.split_id not in per_split:
            split = splits.get(connection, run.split_id)
            per_split[run.split_id] = (
                split.count(Part.TEST),
                len(splits.openings(connection, run.split_id)),
                fingerprint_of(labelled(connection, split)),
            )
        images, openings, fingerprint = per_split[run.split_id]
        result = splits.latest_result(connection, run.id)
        found.append(TestableRun(run, images, openings, result, run.fingerprint != fingerprint))
    return tuple(found)
