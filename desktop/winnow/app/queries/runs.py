"""Runs as the run table shows them, and what a new one would learn from."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from winnow.app.queries.recipes import OfferedNetwork, offered_networks, recipe_facts, starting_recipe
from winnow.app.queries.samples import fingerprints_in
from winnow.domain.ids import RunId, SplitId
from winnow.domain.label import Label
from winnow.domain.recipe import Recipe, RecipeKind
from winnow.domain.recipe_words import DataFacts, explained
from winnow.domain.run import Run
from winnow.domain.split import PARTS, Part
from winnow.store import labels, runs, splits
from winnow.store.database import Reader


@dataclass(frozen=True, slots=True)
class RunTable:
    """Every run, newest first, and the size of the split in force; without one *has_split* is false."""

    runs: tuple[Run, ...]
    has_split: bool
    train: int
    valid: int


@dataclass(frozen=True, slots=True)
class TrainingData:
    """What the split in force gives to learn from, and which splits are still as they were."""

    facts: DataFacts
    starts: tuple[Recipe, ...]
    """The starting point of each kind."""
    networks: tuple[OfferedNetwork, ...]
    labels: tuple[Label, ...]
    """Every label, in the order of their keys."""
    k_fold: int
    fingerprints: tuple[tuple[SplitId, str], ...]
    """Of each split that a run learned from, of the frames as they are now."""

    def start(self, kind: RecipeKind) -> Recipe:
        """Return the starting point of *kind*."""
        return next(recipe for recipe in self.starts if recipe.kind is kind)

    def is_out_of_date(self, run: Run) -> bool:
        """Say whether pictures, frames or labels changed since *run* learned; of an unknown split it is not known."""
        now = dict(self.fingerprints).get(run.split_id)
        return now is not None and bool(run.fingerprint) and now != run.fingerprint


@dataclass(frozen=True, slots=True, eq=False)
class RunCurve:
    """A run's *steps*, (n, 4) float64: step, loss, accuracy, learning rate; its epochs are in *run*."""

    run: Run
    steps: npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class RunComparison:
    """Runs side by side: (title, a value each) for every field in which their recipes differ."""

    names: tuple[str, ...]
    differences: tuple[tuple[str, tuple[str, ...]], ...]
    accuracies: tuple[float | None, ...]
    is_tie: bool
    """The best is not more than two standard errors of a difference above the least, or valid was not the same."""
    apart: float
    """How far the best is above the least, as a share."""
    same_valid: bool
    """They were looked at with the same frames, so that their accuracies can be compared at all."""


def compare_runs(chosen: Sequence[Run], facts: DataFacts) -> RunComparison:
    """Return in what *chosen* differ, and whether one is better than chance would make it."""
    fields = [{one.title: one.value for one in explained(run.recipe, facts)} for run in chosen]
    titles = dict.fromkeys(title for one in fields for title in one)
    rows = [(title, tuple(one.get(title, "–") for one in fields)) for title in titles]
    known = [(run.best_valid_accuracy, run.valid_samples) for run in chosen if run.best_valid_accuracy is not None]
    shares = [share for share, _ in known]
    apart = max(shares) - min(shares) if shares else 0.0
    n = min((count for _, count in known if count), default=0)
    # As Wilson's interval, never without width: all right of a few is no certainty.
    share = min(max(max(shares, default=0.5), 1 / n), 1 - 1 / n) if n > 1 else 0.5
    error = math.sqrt(2 * share * (1 - share) / n) if n else 1.0
    same = len({(run.split_id, run.fold, run.fingerprint) for run in chosen}) == 1
    return RunComparison(
        names=tuple(run.name for run in chosen),
        differences=tuple(row for row in rows if len(set(row[1])) > 1),
        accuracies=tuple(run.best_valid_accuracy for run in chosen),
        is_tie=not same or apart <= 2 * error,
        apart=apart,
        same_valid=same,
    )


def run_table(connection: Reader) -> RunTable:
    """Return the runs and the parts' sizes in frames."""
    found = tuple(runs.all_runs(connection))
    number = splits.current_id(connection)
    if number is None:
        return RunTable(found, has_split=False, train=0, valid=0)
    parts = np.asarray(splits.get(connection, number).parts)
    train, valid = (int((parts == PARTS.index(part)).sum()) for part in (Part.TRAIN, Part.VALID))
    return RunTable(found, has_split=True, train=train, valid=valid)


def training_data(connection: Reader) -> TrainingData:
    """Return what can be learned from, and the fingerprints of every split that has a run.

    Reads every labelled frame: ask when pictures, frames, labels or splits changed, not while a run reports.
    """
    used = sorted(SplitId(row[0]) for row in connection.execute("SELECT DISTINCT split_id FROM run"))
    number = splits.current_id(connection)
    facts = recipe_facts(connection)
    fingerprints = fingerprints_in(connection, [splits.get(connection, one) for one in used])
    return TrainingData(
        facts=facts,
        starts=tuple(starting_recipe(connection, kind, facts) for kind in RecipeKind),
        networks=offered_networks(),
        labels=tuple(labels.all_labels(connection)),
        k_fold=0 if number is None else splits.get(connection, number).k_fold,
        fingerprints=tuple(zip(used, fingerprints, strict=True)),
    )


def run_curve(connection: Reader, run_id: RunId) -> RunCurve:
    """Return what is stored of a run's curve.

    Raises:
        ItemUnknown: there is no such run.
    """
    return RunCurve(runs.get(connection, run_id), runs.curve(connection, run_id))
