"""A run from the split to its stored curve and weights, and what it says of the test part."""

from __future__ import annotations

import time
from collections.abc import Generator, Mapping
from functools import partial
from pathlib import Path

import numpy as np

from winnow.app.children import in_child
from winnow.app.pipelines.embedding import embed, vectors_of
from winnow.app.queries.samples import SampleRow, current_split, fingerprint_of, labelled, labels_in_use
from winnow.app.session import Session
from winnow.base.clock import now_utc
from winnow.base.errors import UserError
from winnow.base.outcomes import Steps
from winnow.domain.fit import Fit
from winnow.domain.ids import LabelId, RunId
from winnow.domain.recipe import Recipe, RecipeKind
from winnow.domain.run import EpochDone, Prepared, Run, RunState, StepDone, TestResult
from winnow.domain.split import Part, Split
from winnow.store import runs, splits
from winnow.store.database import Tx
from winnow.store.runs import RunLabels
from winnow.training.evaluation import Predictions, accuracy, confusion, per_class, predict, rows_of
from winnow.training.samples import Sample
from winnow.training.spec import TrainingSpec

_RECORD_S = 0.5


class RunWithoutWeights(UserError):
    """A run ended before its first epoch did."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name} was stopped before its first epoch ended, so it has no weights. Choose another run.")


class TestPartEmpty(UserError):
    """The split has no test part."""

    __test__ = False

    def __init__(self) -> None:
        super().__init__("The split of this run has no test part. Make a split with one, and train again.")


def run_training(spec: TrainingSpec) -> Steps:
    """Import torch and train; what the child process runs."""
    from winnow.training.loop import train

    yield from train(spec)


def train(session: Session, recipe: Recipe, name: str = "") -> Generator[object, None, None]:
    """Train on the split in force; yield the run's `RunId`, then its events. Training code never sees the test part.

    Raises:
        NoSplitYet: see `current_split`; and what training raises.
    """
    split = session.ask(current_split)
    rows = [row for row in session.ask(labelled, split) if row.part is not None]
    used = session.ask(labels_in_use, rows)
    features = None
    if recipe.kind is RecipeKind.QUICK and recipe.fit == Fit():
        yield from embed(session)
        features = vectors_of(session, recipe.network)
    pairs = RunLabels(tuple((int(label.id), label.name) for label in used))
    run_id = session.record(lambda tx: runs.add(tx, name, recipe, split.id, pairs, fingerprint_of(rows))).result()
    yield run_id
    parts = {part: [row for row in rows if row.part is part] for part in (Part.TRAIN, Part.VALID)}
    both = parts[Part.TRAIN] + parts[Part.VALID]
    stored = None
    if features is not None and not features.missing([row.key for row in both]):
        train_keys, valid_keys = ([row.key for row in parts[part]] for part in (Part.TRAIN, Part.VALID))
        stored = (features.take(train_keys), features.take(valid_keys))
    order = {label.id: index for index, label in enumerate(used)}
    spec = TrainingSpec(
        recipe=recipe,
        train=_samples(session, parts[Part.TRAIN], order),
        valid=_samples(session, parts[Part.VALID], order),
        classes=len(used),
        folder=session.layout.run(run_id),
        features=stored,
    )
    yield from _recorded(session, run_id, spec)


def _recorded(session: Session, run_id: RunId, spec: TrainingSpec) -> Generator[object, None, None]:
    began, state, error = time.monotonic(), RunState.STOPPED, ""
    pending = _Pending(session, run_id, began)
    try:
        for event in in_child(run_training, spec):
            pending.add(event)
            yield event
        state = RunState.DONE
    except Exception as failure:
        state, error = RunState.FAILED, str(failure)
        raise
    finally:
        pending.flush()
        session.record(lambda tx: runs.end(tx, run_id, state, error)).result()


class _Pending:
    """What a run reported and is not stored yet."""

    def __init__(self, session: Session, run_id: RunId, began: float) -> None:
        self._session, self._run_id, self._began = session, run_id, began
        self._prepared: Prepared | None = None
        self._steps: list[StepDone] = []
        self._epochs: list[EpochDone] = []
        self._stored_at = began

    def add(self, event: object) -> None:
        if isinstance(event, Prepared):
            self._prepared = event
        elif isinstance(event, StepDone):
            self._steps.append(event)
        elif isinstance(event, EpochDone):
            self._epochs.append(event)
        if time.monotonic() - self._stored_at > _RECORD_S:
            self.flush()

    def flush(self) -> None:
        now = time.monotonic()
        prepared, steps, epochs = self._prepared, self._steps, self._epochs
        self._prepared, self._steps, self._epochs, self._stored_at = None, [], [], now
        seconds = now - self._began
        self._session.record(lambda tx: runs.record(tx, self._run_id, prepared, steps, epochs, seconds)).result()


def _samples(session: Session, rows: list[SampleRow], order: Mapping[LabelId, int]) -> tuple[Sample, ...]:
    return tuple(
        Sample(session.originals.path(row.sha256, row.format), row.frame, order[LabelId(row.label_id)], row.image_id)
        for row in rows
        if LabelId(row.label_id) in order
    )


def folder_with_weights(session: Session, run: Run) -> Path:
    """Return the folder of a run that has weights.

    Raises:
        RunWithoutWeights: it has none.
    """
    folder = session.layout.run(run.id)
    if not (folder / "best.safetensors").is_file():
        raise RunWithoutWeights(run.name)
    return folder


def test(session: Session, run_id: RunId) -> Generator[object, None, None]:
    """Open the test part for one run, logged before anything is read; yield events, at last the `TestResult`."""
    run = session.ask(runs.get, run_id)
    folder = folder_with_weights(session, run)
    split: Split = session.ask(splits.get, run.split_id)
    rows = [row for row in session.ask(labelled, split) if row.part is Part.TEST]
    samples = _samples(session, rows, {LabelId(label): index for index, (label, _name) in enumerate(run.labels)})
    if not samples:
        raise TestPartEmpty
    opening = session.record(lambda tx: splits.log_opening(tx, split.id, run_id)).result()
    names = tuple(name for _id, name in run.labels)
    for event in in_child(predict, folder, samples):
        if not isinstance(event, Predictions):
            yield event
            continue
        result = _judged(session, run_id, split, samples, names, event)
        session.record(partial(_keep, opening, result)).result()
        yield result


def _keep(opening: int, result: TestResult, tx: Tx) -> None:
    splits.keep_result(tx, opening, result)


def _judged(
    session: Session,
    run_id: RunId,
    split: Split,
    samples: tuple[Sample, ...],
    names: tuple[str, ...],
    predictions: Predictions,
) -> TestResult:
    true = np.array([sample.label for sample in samples], np.int64)
    counts = confusion(true, predictions.said, len(names))
    share, interval = accuracy(counts)
    return TestResult(
        run_id=run_id,
        opened_at=now_utc(),
        openings=len(session.ask(splits.openings, split.id)),
        accuracy=share,
        interval=interval,
        labels=names,
        confusion=tuple(tuple(int(cell) for cell in row) for row in counts),
        per_class=per_class(counts, names),
        predictions=rows_of(samples, predictions),
        fingerprint=fingerprint_of(session.ask(labelled, split)),
    )
