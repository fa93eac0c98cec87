"""The test part opened for a run: logged, judged in a child, kept."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from functools import partial
from pathlib import Path

import numpy as np

from winnow.app.children import in_child
from winnow.app.commands.testing import OpenTest
from winnow.app.pipelines.training import folder_with_weights, parts_of, samples_of
from winnow.app.queries.samples import SampleRow, learnable, opened, sealed
from winnow.app.queries.tests import groupings_of
from winnow.app.session import Session
from winnow.base.clock import now_utc
from winnow.base.errors import UserError
from winnow.base.outcomes import Steps
from winnow.domain.ids import LabelId, RunId
from winnow.domain.judgement import Judged, Judgement
from winnow.domain.run import Run, TestResult
from winnow.domain.split import Split
from winnow.store import judgements, runs, splits
from winnow.store.database import Tx
from winnow.training.judging import Grouping, Verdict
from winnow.training.samples import Sample


class TestPartEmpty(UserError):
    """The split has no test part, or none of it is labelled any more."""

    __test__ = False  # not a test class, whatever pytest thinks

    def __init__(self) -> None:
        super().__init__("The split of this run has no test part. Make a split with one, and train again.")


def test(session: Session, run_id: RunId) -> Generator[object, None, None]:
    """Open the test part for one run, logged before anything is read; yield events, at last the `TestResult`.

    Raises:
        RunWithoutWeights, TestPartEmpty: as they say; the seal is not touched. And what predicting raises.
    """
    run = session.ask(runs.get, run_id)
    folder = folder_with_weights(session, run)
    split: Split = session.ask(splits.get, run.split_id)
    order = {LabelId(label): index for index, (label, _name) in enumerate(run.labels)}
    # The fingerprint before the rows: what changes while they are judged makes the result out of date.
    count, fingerprint = session.ask(sealed, split, order)
    if not count:
        raise TestPartEmpty
    session.do(OpenTest(split.id, run_id)).result()
    opening = session.ask(judgements.logged, split.id, run_id)
    rows = [row for row in session.ask(opened, split, opening) if LabelId(row.label_id) in order]
    if not rows:
        raise TestPartEmpty
    samples = samples_of(session, rows, order)
    looked_at = parts_of(split, session.ask(learnable, split), run.fold)[1]
    groupings = [Grouping(kind, names) for kind, names in session.ask(groupings_of, rows)]
    names = [name for _id, name in run.labels]
    valid = samples_of(session, looked_at, order)
    for event in in_child(_judge, folder, samples, valid, names, groupings):
        if not isinstance(event, Verdict):
            yield event
            continue
        judged = _judged(rows, samples, event)
        result = _result(session, run, split, event.judgement, judged, fingerprint)
        session.record(partial(_keep, opening, result, event.judgement, judged)).result()
        yield result


test.__test__ = False  # type: ignore[attr-defined] # a pipeline, not a test


def _judge(
    folder: Path,
    samples: Sequence[Sample],
    valid: Sequence[Sample],
    labels: Sequence[str],
    groupings: Sequence[Grouping],
) -> Steps:
    from winnow.training.judging import judge_run

    yield from judge_run(folder, samples, valid, labels, groupings)


def _keep(opening: int, result: TestResult, judgement: Judgement, judged: Judged, tx: Tx) -> None:
    splits.keep_result(tx, opening, result)
    judgements.keep(tx, opening, judgement, judged)


def _judged(rows: list[SampleRow], samples: tuple[Sample, ...], verdict: Verdict) -> Judged:
    return Judged(
        keys=tuple(row.key for row in rows),
        images=np.array([row.image_id for row in rows], np.int64),
        truth=np.array([sample.label for sample in samples], np.int32),
        probabilities=verdict.probabilities,
    )


def _result(
    session: Session, run: Run, split: Split, judgement: Judgement, judged: Judged, fingerprint: str
) -> TestResult:
    frames = judgement.frames
    return TestResult(
        run_id=run.id,
        opened_at=now_utc(),
        openings=len(session.ask(splits.openings, split.id)),
        accuracy=frames.accuracy,
        interval=frames.interval,
        labels=judgement.labels,
        confusion=frames.confusion,
        per_class=tuple(
            {
                "label": one.label,
                "n": one.n,
                "precision": one.precision,
                "recall": one.recall,
                "f1": one.f1,
                "precision_interval": one.precision_interval,
                "recall_interval": one.recall_interval,
                "f1_interval": one.f1_interval,
            }
            for one in frames.classes
        ),
        predictions=tuple(
            (int(image), int(true), int(said), float(row[said]))
            for image, true, said, row in zip(
                judged.images, judged.truth, judged.said, judged.probabilities, strict=True
            )
        ),
        fingerprint=fingerprint,
    )
