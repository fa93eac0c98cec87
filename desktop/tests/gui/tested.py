"""Runs and results as the program keeps them, made up: nothing is trained for them."""

from __future__ import annotations

import numpy as np

from winnow.app.commands.testing import OpenTest
from winnow.app.queries.samples import opened
from winnow.app.session import Session
from winnow.domain.ids import RunId
from winnow.domain.judgement import Judged
from winnow.domain.recipe import Recipe
from winnow.domain.run import EpochDone, RunState, TestResult
from winnow.store import judgements, runs, splits
from winnow.store.database import Tx
from winnow.store.runs import RunLabels
from winnow.training.judging import Grouping, judged


def add_run(session: Session, valid_accuracy: float) -> RunId:
    """Keep a run of one epoch that ended well; no weights are written."""
    split_id = session.ask(splits.current_id)
    assert split_id is not None
    pairs = RunLabels(((1, "cat"), (2, "dog")))
    run = session.record(lambda tx: runs.add(tx, "", Recipe(), split_id, pairs, "")).result()
    epoch = EpochDone(1, 1, 0.5, 0.8, 0.4, valid_accuracy, 1.0, is_best=True)
    session.record(lambda tx: runs.record(tx, run, None, [], [epoch], 1.0)).result()
    session.record(lambda tx: runs.end(tx, run, RunState.DONE)).result()
    return run


def add_result(session: Session, run: RunId) -> None:
    """Open the test part for *run*: it takes the last frame for the other class."""
    split_id = session.ask(splits.current_id)
    assert split_id is not None
    session.do(OpenTest(split_id, run)).result()
    opening = session.ask(judgements.logged, split_id, run)
    rows = session.ask(opened, session.ask(splits.get, split_id), opening)
    truth = np.array([row.label_id - 1 for row in rows], np.int64)
    said = np.where(np.eye(2)[truth] > 0, 0.9, 0.1).astype(np.float32)
    said[-1] = said[-1, ::-1]
    images = np.array([row.image_id for row in rows], np.int64)
    found = Judged(tuple(row.key for row in rows), images, truth.astype(np.int32), said)
    judgement = judged(("cat", "dog"), truth, said, images, None, [Grouping("source", ("a",) * len(rows))])
    frames = judgement.frames
    result = TestResult(
        run, "2026-01-01T00:00:00Z", 1, frames.accuracy, frames.interval, ("cat", "dog"), frames.confusion
    )

    def keep(tx: Tx) -> None:
        splits.keep_result(tx, opening, result)
        judgements.keep(tx, opening, judgement, found)

    session.record(keep).result()
