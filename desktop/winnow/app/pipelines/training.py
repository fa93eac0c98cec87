"""A run from the split to its stored curve and weights."""

from __future__ import annotations

from collections.abc import Generator, Mapping
from dataclasses import replace
from pathlib import Path

from winnow.app.engine.choice import cluster_of, is_cluster
from winnow.app.pipelines.running import recorded
from winnow.app.pipelines.training_sources import Keyed, Sources, sources_of
from winnow.app.queries.samples import NothingToLearn, SampleRow, current_split, learnable_as_told, subject
from winnow.app.session import Session
from winnow.base.errors import UserError
from winnow.domain.ids import LabelId, RunId
from winnow.domain.recipe import Recipe
from winnow.domain.run import Run
from winnow.domain.split import Part, Split
from winnow.store import runs, splits
from winnow.store.runs import RunLabels
from winnow.training.samples import Sample
from winnow.training.spec import TrainingSpec


class RunWithoutWeights(UserError):
    """A run ended before its first epoch did."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name} was stopped before its first epoch ended, so it has no weights. Choose another run.")


class FoldUnknown(UserError):
    """The split has no fold of a number."""

    def __init__(self, fold: int, folds: int) -> None:
        self.fold, self.folds = fold, folds
        there = f"choose 1 to {folds}" if folds else "make a split with folds in Split first (or by --k-fold)"
        super().__init__(f"The split in force has no fold {fold + 1}: {there}.")


class RunOver(UserError):
    """A run that is to go on is done, or running."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name} is at its end or still running, so it cannot go on. Train a new run with more epochs."
        )


class RunOutOfDate(UserError):
    """What a run learned from is not there any more as it was."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name} cannot go on: pictures, frames or labels changed since it was stopped, so it would learn "
            "from something else than before. What was best is kept. Train a new run."
        )


def train(session: Session, recipe: Recipe, name: str = "", fold: int | None = None) -> Generator[object, None, None]:
    """Train on the split in force; yield the run's `RunId`, then its events. Training code never sees the test part.

    With *fold* (from 0) that fold of train and valid together is looked at, and the others are learned from.

    Raises:
        NoSplitYet, NothingToLearn: see `subject`. FoldUnknown: the split has no such fold. And what training raises.
    """
    _check_engine(recipe)
    learned = session.ask(subject)
    parts = keyed_parts(session, learned.labels, parts_of(learned.split, learned.rows, fold))
    sources = yield from sources_of(session, recipe, *parts)
    run_id = session.record(
        lambda tx: runs.add(tx, name, recipe, learned.split.id, learned.labels, learned.fingerprint, fold)
    ).result()
    yield run_id
    yield from recorded(session, run_id, _spec(session, run_id, recipe, parts, sources))


def train_folds(session: Session, recipe: Recipe, name: str = "") -> Generator[object, None, None]:
    """Train a run for each fold of the split in force, one after another; events as `train`, a `RunId` before each.

    Raises:
        FoldUnknown: the split has no folds. And as `train`.
    """
    split = session.ask(current_split)
    if not split.k_fold:
        raise FoldUnknown(0, 0)
    for fold in range(split.k_fold):
        yield from train(session, recipe, f"{name} fold {fold + 1}" if name else "", fold)


def resume(session: Session, run_id: RunId) -> Generator[object, None, None]:
    """Go on with a run that ended before its time, from its last checkpoint; yield its `RunId`, then its events.

    Raises:
        RunOver: it is done, or still running. RunOutOfDate: the pictures, frames, labels or the split changed since.
    """
    run = session.ask(runs.get, run_id)
    if not run.can_go_on:
        raise RunOver(run.name)
    _check_engine(run.recipe)
    split: Split = session.ask(splits.get, run.split_id)
    rows, told = session.ask(learnable_as_told, split)
    if told != run.fingerprint:
        raise RunOutOfDate(run.name)
    parts = keyed_parts(session, RunLabels(run.labels), parts_of(split, rows, run.fold))
    sources = yield from sources_of(session, run.recipe, *parts)
    session.record(lambda tx: runs.begin_again(tx, run_id)).result()
    yield run_id
    spec = _spec(session, run_id, run.recipe, parts, sources)
    yield from recorded(session, run_id, replace(spec, goes_on=True), run.seconds)


def _check_engine(recipe: Recipe) -> None:
    """Raise before anything is begun where *recipe* names a cluster that cannot be."""
    if is_cluster(recipe.device):
        cluster_of(recipe.device)


def parts_of(split: Split, rows: list[SampleRow], fold: int | None) -> tuple[list[SampleRow], list[SampleRow]]:
    """Return what is learned from and what is looked at; *rows* are those of `learnable`.

    Raises:
        FoldUnknown: the split has no such fold.
    """
    if fold is None:
        return [row for row in rows if row.part is Part.TRAIN], [row for row in rows if row.part is Part.VALID]
    if not 0 <= fold < split.k_fold:
        raise FoldUnknown(fold, split.k_fold)
    fold_of = {int(image): int(number) for image, number in zip(split.ids, split.folds, strict=True)}
    return (
        [row for row in rows if fold_of[int(row.image_id)] != fold],
        [row for row in rows if fold_of[int(row.image_id)] == fold],
    )


def keyed_parts(
    session: Session, labels: RunLabels, parts: tuple[list[SampleRow], list[SampleRow]]
) -> tuple[Keyed, Keyed]:
    """Return what is learned from and what is looked at as samples, whose labels are indices into *labels*.

    Raises:
        NothingToLearn: one of the two is empty.
    """
    if not all(parts):
        raise NothingToLearn
    order = {LabelId(label): index for index, (label, _name) in enumerate(labels.pairs)}
    learned, looked_at = (Keyed(samples_of(session, rows, order), [row.key for row in rows]) for rows in parts)
    return learned, looked_at


def _spec(
    session: Session, run_id: RunId, recipe: Recipe, parts: tuple[Keyed, Keyed], sources: Sources
) -> TrainingSpec:
    return TrainingSpec(
        recipe=recipe,
        train=parts[0].samples,
        valid=parts[1].samples,
        classes=len(session.ask(runs.get, run_id).labels),
        folder=session.layout.run(run_id),
        features=sources.features,
        views=sources.views,
        weights=sources.weights,
        prepared=session.layout.prepared,
    )


def samples_of(session: Session, rows: list[SampleRow], order: Mapping[LabelId, int]) -> tuple[Sample, ...]:
    """Return *rows* as samples; those with a label that *order*, output by label, does not have are left out."""
    return tuple(
        Sample(
            session.originals.path(row.sha256, row.format),
            row.frame,
            order[LabelId(row.label_id)],
            row.image_id,
            row.sha256,
        )
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
