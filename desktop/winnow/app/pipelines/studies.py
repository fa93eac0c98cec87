"""Studies on the split in force: train and valid only, in a child, kept in the project when they ran to their end."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from winnow.app.children import in_child
from winnow.app.engine.choice import LOCAL, cluster_of, is_cluster
from winnow.app.engine.trials import trials_on
from winnow.app.pipelines.embedding import DEFAULT_MODEL
from winnow.app.pipelines.training import keyed_parts
from winnow.app.pipelines.training_sources import Sources, sources_of
from winnow.app.queries.samples import SampleRow, Subject
from winnow.app.queries.samples import subject as subject_in
from winnow.app.session import Session
from winnow.base.errors import UserError
from winnow.base.outcomes import Steps
from winnow.domain.batch_map import BatchMap
from winnow.domain.fit import Fit
from winnow.domain.ids import StudyId
from winnow.domain.lr_curve import LrFound
from winnow.domain.minima import MinimaFound
from winnow.domain.recipe import Recipe, RecipeKind, default_recipe
from winnow.domain.split import PARTS, Part, Split, make_folds
from winnow.domain.study import (
    BatchSettings,
    FoldSettings,
    FoldsRun,
    LrFinderSettings,
    MinimaSettings,
    OutOfFold,
    Study,
    StudyFound,
    StudySettings,
)
from winnow.store import studies
from winnow.store.database import Tx
from winnow.training.spec import TrainingSpec
from winnow.vision.networks import MODELS

END_S = 0.5
"""A study has nothing to save when it is stopped."""


class StudyNotElsewhere(UserError):
    """A study whose trainings read pictures was to be done on other machines."""

    def __init__(self) -> None:
        super().__init__(
            "On other machines a study works with Quick, whose features go there. "
            "Choose Quick, or 'ray' for all cores of this machine, or train the folds as runs (--fold all)."
        )


def find_rate(session: Session, settings: LrFinderSettings) -> Generator[object, None, None]:
    """Sweep the learning rate; yield `Progress` in "steps", `LrPoint`, `LrSweep` a seed, at last the `Study`.

    Raises:
        NoSplitYet: see `current_split`. And what training raises.
    """
    yield from _studied(session, settings, _find_rate, LrFound)


def map_batches(session: Session, settings: BatchSettings) -> Generator[object, None, None]:
    """Map batch size and rate; yield `Progress` in "runs", a `BatchCell` each, at last the `Study`.

    The head learns on stored features, whatever the recipe's kind.

    Raises:
        NoSplitYet: see `current_split`. And what training raises.
    """
    yield from _studied(session, replace(settings, recipe=for_head(settings.recipe)), _map_batches, BatchMap)


def run_folds(session: Session, settings: FoldSettings) -> Generator[object, None, None]:
    """Train all folds one after another; yield `Progress`, `FoldEpoch`, a `FoldResult` a fold, at last the `Study`.

    They are the split's own folds where it has so many, else made for this:
    what belongs together stays in one fold. Test takes no part.

    Raises:
        NoSplitYet: see `current_split`. And what training raises.
    """
    subject, began = session.ask(subject_in), time.monotonic()
    folds = folds_of(subject.split, [int(row.image_id) for row in subject.rows], settings.folds)
    with own_folder() as folder:
        spec = yield from spec_of(session, subject, settings.recipe, (subject.rows, subject.rows), folder)
        here = here_of(settings)
        for event in in_child(_run_folds, spec, folds, here, engine_of(settings), end_within_s=END_S):
            if isinstance(event, FoldsRun):
                truth = np.array([sample.label for sample in spec.train], np.int32)
                judged = OutOfFold(
                    keys=tuple(row.key for row in subject.rows),
                    images=np.array([row.image_id for row in subject.rows], np.int64),
                    labels=truth,
                    folds=folds,
                    probabilities=event.probabilities,
                )
                found = event.found(truth, subject.labels.pairs, subject.split.count(Part.TEST))
                yield _kept(session, subject, settings, found, began, judged)
            else:
                yield event


def look_at_minima(session: Session, settings: MinimaSettings) -> Generator[object, None, None]:
    """Train the restarts and look around them; yield `Progress` and at last the `Study`.

    In the place of a network that is fine-tuned it is a head, unless the whole is asked for.

    Raises:
        NoSplitYet: see `current_split`. And what training raises.
    """
    if settings.recipe.kind is RecipeKind.FINE_TUNE and not settings.is_whole:
        head = for_head(settings.recipe)
        usual = default_recipe(RecipeKind.QUICK)
        head = replace(head, epochs=usual.epochs, learning_rate=usual.learning_rate)
        settings = replace(settings, recipe=head, stands_in=True)
    yield from _studied(session, settings, _look_at_minima, MinimaFound)


def folds_of(split: Split, images: list[int], folds: int) -> npt.NDArray[np.int8]:
    """Return the fold, from 0, of each of *images* (of train or valid): the split's own where it has so many folds.

    Otherwise they are made by the split's rule and seed: stratified, groups whole.

    Raises:
        SplitImpossible: there are fewer groups than folds.
    """
    inside = split.parts != PARTS.index(Part.TEST)
    numbers = split.folds[inside]
    if split.k_fold != folds:
        numbers = make_folds(split.labels[inside], split.groups[inside], folds, split.seed)
    fold_of = dict(zip(split.ids[inside].tolist(), numbers.tolist(), strict=True))
    return np.array([fold_of[image] for image in images], np.int8)


def for_head(recipe: Recipe) -> Recipe:
    """Return *recipe* for the head alone, on the features of its network where that has weights to start from."""
    if recipe.kind is RecipeKind.QUICK and recipe.own is None and recipe.network in MODELS:
        return recipe
    network = recipe.network if recipe.network in MODELS else DEFAULT_MODEL
    fit = Fit(size=MODELS[network].edge_px)
    return replace(recipe, kind=RecipeKind.QUICK, network=network, own=None, fit=fit)


@contextmanager
def own_folder() -> Iterator[Path]:
    """Give a folder for what a study's networks write; it is of no use afterwards."""
    with tempfile.TemporaryDirectory(prefix="winnow-study-") as folder:
        yield Path(folder)


def spec_of(
    session: Session, subject: Subject, recipe: Recipe, parts: tuple[list[SampleRow], list[SampleRow]], folder: Path
) -> Generator[object, None, TrainingSpec]:
    # Views are for a run: in a study every epoch sees the same, so that its curves differ by what is studied alone.
    recipe = replace(recipe, views=0, device=_device_of(recipe))
    keyed = keyed_parts(session, subject.labels, parts)
    sources: Sources = yield from sources_of(session, recipe, *keyed)
    return TrainingSpec(
        recipe=recipe,
        train=keyed[0].samples,
        valid=keyed[1].samples,
        classes=len(subject.labels.pairs),
        folder=folder,
        features=sources.features,
        weights=sources.weights,
        prepared=session.layout.prepared,
    )


S = TypeVar("S", LrFinderSettings, BatchSettings, MinimaSettings)


def _studied(
    session: Session,
    settings: S,
    steps: Callable[[TrainingSpec, S, str], Steps],
    kind: type[LrFound] | type[BatchMap] | type[MinimaFound],
) -> Steps:
    """Run *steps* in a child on train and valid; pass on its events, and keep its finding, a *kind*, as a `Study`."""
    subject, began = session.ask(subject_in), time.monotonic()
    with own_folder() as folder:
        spec = yield from spec_of(session, subject, settings.recipe, subject.parts(), folder)
        for event in in_child(steps, spec, here_of(settings), engine_of(settings), end_within_s=END_S):
            if isinstance(event, kind):
                yield _kept(session, subject, settings, event, began)
            else:
                yield event


def _kept(
    session: Session,
    subject: Subject,
    settings: StudySettings,
    found: StudyFound,
    began: float,
    judged: OutOfFold | None = None,
) -> Study:
    seconds = time.monotonic() - began

    def keep(tx: Tx) -> StudyId:
        return studies.add(tx, settings, found, subject.split.id, subject.fingerprint, seconds, judged)

    return session.ask(studies.get, session.record(keep).result())


T = TypeVar("T", LrFinderSettings, BatchSettings, FoldSettings, MinimaSettings)


def here_of(settings: T) -> T:
    """Return *settings* as each of its trainings takes them, wherever it is done."""
    return replace(settings, recipe=replace(settings.recipe, device=_device_of(settings.recipe)))


def engine_of(settings: StudySettings) -> str:
    """Return the engine that the recipe names, "local" where it names a device of this machine.

    Raises:
        EngineUnknown, EngineMissing: see `cluster_of`. StudyNotElsewhere: its trainings read files.
    """
    if not is_cluster(settings.recipe.device):
        return LOCAL
    cluster = cluster_of(settings.recipe.device)
    if cluster is not None and not cluster.is_here and settings.recipe.kind is not RecipeKind.QUICK:
        raise StudyNotElsewhere
    return settings.recipe.device


def _device_of(recipe: Recipe) -> str:
    return "auto" if is_cluster(recipe.device) else recipe.device


def _find_rate(spec: TrainingSpec, settings: LrFinderSettings, _engine: str) -> Steps:
    from winnow.training.studies.lr_finder import find_rate as steps

    yield from steps(spec, settings)


def _map_batches(spec: TrainingSpec, settings: BatchSettings, engine: str) -> Steps:
    from winnow.training.studies.batch_study import map_batches as steps

    with trials_on(engine) as each:
        yield from steps(spec, settings, each)


def _run_folds(spec: TrainingSpec, folds: npt.NDArray[np.int8], settings: FoldSettings, engine: str) -> Steps:
    from winnow.training.studies.folds import run_folds as steps

    with trials_on(engine) as each:
        yield from steps(spec, folds, settings, each)


def _look_at_minima(spec: TrainingSpec, settings: MinimaSettings, engine: str) -> Steps:
    from winnow.training.studies.minima import look_at_minima as steps

    with trials_on(engine) as each:
        yield from steps(spec, settings, each)
