"""Studies of a project: run in a child, kept, stopped at once, and never shown the test part."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import psutil
import pytest
from app.clouds_project import clouds_project, last

from winnow.app.commands.labelling import LabelImages
from winnow.app.jobs import Job, run_inline
from winnow.app.pipelines import studies, training
from winnow.app.pipelines.diagnosing import RunChanged, diagnose
from winnow.app.pipelines.splitting import split
from winnow.app.queries.recipes import starting_recipe
from winnow.app.queries.samples import NoSplitYet, current_split
from winnow.app.queries.studies import latest_study, out_of_fold
from winnow.app.session import Session
from winnow.base.outcomes import Done, Stopped
from winnow.domain.batch_map import BatchCell, BatchMap
from winnow.domain.changes import Changes, Topic
from winnow.domain.diagnosis import Diagnoses, Finding
from winnow.domain.lr_curve import LrFound, LrPoint
from winnow.domain.minima import MinimaFound
from winnow.domain.recipe import RecipeKind
from winnow.domain.run import Run
from winnow.domain.split import Part, Ratios
from winnow.domain.study import (
    BatchSettings,
    FoldResult,
    FoldSettings,
    FoldsFound,
    LrFinderSettings,
    MinimaSettings,
    Study,
    StudyKind,
    StudyUnusable,
)
from winnow.store import runs
from winnow.store.database import Tx
from winnow.vision.hashes import HASH_BYTES


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """A project of two clouds, labelled and split; its pictures have features and no files."""
    made, cloud = clouds_project(tmp_path / "pets.winnow", (60, 60))
    with made:
        for label in (1, 2):
            made.do(LabelImages(tuple(int(at) + 1 for at in np.flatnonzero(cloud == label - 1)), label)).result()
        made.record(_tell_apart).result()
        split(made, Ratios(), 1)
        yield made


def _tell_apart(tx: Tx) -> None:
    """Give each picture a hash of its own: no two are near duplicates."""
    random = np.random.default_rng(0)
    tx.connection.executemany(
        "UPDATE image SET dhash = ? WHERE id = ?", [(random.bytes(HASH_BYTES), at) for at in range(1, 121)]
    )


def recipe(session: Session):
    return session.ask(starting_recipe, RecipeKind.QUICK)


@pytest.mark.usefixtures("inline")
def test_a_sweep_is_kept_and_found_again(session: Session) -> None:
    changes: list[Changes] = []
    session.subscribe(changes.append)
    events: list[object] = []
    settings = LrFinderSettings(recipe(session), seeds=2)
    outcome = run_inline(Job("LR finder", lambda: studies.find_rate(session, settings)), events.append, lambda: False)
    assert outcome == Done()
    study = events[-1]
    assert isinstance(study, Study)
    assert isinstance(study.found, LrFound)
    assert len([event for event in events if isinstance(event, LrPoint)]) > 50
    shown = session.ask(latest_study, StudyKind.LR_FINDER)
    assert shown is not None
    assert shown.study == study
    assert shown.is_current
    assert study.settings == settings
    assert any(one.touches(Topic.STUDIES) for one in changes)
    assert session.ask(latest_study, StudyKind.MINIMA) is None
    session.do(LabelImages((1,), 2)).result()
    shown = session.ask(latest_study, StudyKind.LR_FINDER)
    assert shown is not None
    assert not shown.is_current


@pytest.mark.usefixtures("inline")
def test_a_map_of_a_fine_tune_is_of_its_head_on_stored_features(session: Session) -> None:
    settings = BatchSettings(session.ask(starting_recipe, RecipeKind.FINE_TUNE), (8, 16), (1e-3, 4e-3), 2, 1)
    *events, study = studies.map_batches(session, settings)
    assert isinstance(study.found, BatchMap)
    assert study.settings.recipe.kind is RecipeKind.QUICK
    assert len([event for event in events if isinstance(event, BatchCell)]) == 4
    assert study.found.train_samples + study.found.valid_samples == 120 - session.ask(current_split).count(Part.TEST)


@pytest.mark.usefixtures("inline")
@pytest.mark.parametrize("k_fold", [0, 3])
def test_folds_judge_every_picture_but_those_of_test_once(session: Session, k_fold: int) -> None:
    made = split(session, Ratios(), 1, k_fold)
    *events, study = studies.run_folds(session, FoldSettings(recipe(session), folds=3, epochs=3))
    assert isinstance(study.found, FoldsFound)
    assert len([event for event in events if isinstance(event, FoldResult)]) == 3
    judged = session.ask(out_of_fold, study.id)
    assert judged is not None
    inside = set(made.ids[made.parts != 2].tolist())
    assert sorted(judged.images.tolist()) == sorted(inside)
    assert study.found.test_pictures == 120 - len(inside)
    assert len(set(judged.keys)) == len(judged.images) == study.found.n
    assert {int(one) for one in judged.folds} == {0, 1, 2}
    if k_fold:
        fold_of = dict(zip(made.ids.tolist(), made.folds.tolist(), strict=True))
        assert [fold_of[int(image)] for image in judged.images] == judged.folds.tolist()
    right = (judged.probabilities.argmax(1) == judged.labels).sum()
    assert right == study.found.right
    assert len(judged.mistakes()) == study.found.n - right


@pytest.mark.usefixtures("inline")
def test_minima_of_a_run_are_kept(session: Session) -> None:
    study = last(studies.look_at_minima(session, MinimaSettings(recipe(session), count=2, points=11)))
    assert isinstance(study.found, MinimaFound)
    assert not study.found.stands_in
    shown = session.ask(latest_study, StudyKind.MINIMA)
    assert shown is not None
    assert shown.study == study


@pytest.mark.usefixtures("inline")
def test_a_head_stands_in_for_a_network_that_is_fine_tuned(session: Session) -> None:
    tuned = replace(recipe(session), kind=RecipeKind.FINE_TUNE)
    found = last(studies.look_at_minima(session, MinimaSettings(tuned, count=2, points=11))).found
    assert isinstance(found, MinimaFound)
    assert found.head_only
    assert "its head" in found.limits[0]


@pytest.mark.parametrize(
    "steps",
    [
        lambda session: studies.find_rate(session, LrFinderSettings(recipe(session), steps=10_000, seeds=20)),
        lambda session: studies.map_batches(session, BatchSettings(recipe(session), (4,), epochs=50)),
        lambda session: studies.run_folds(session, FoldSettings(recipe(session), epochs=10_000)),
        lambda session: studies.look_at_minima(session, MinimaSettings(recipe(session), count=20)),
    ],
    ids=["sweeps", "map", "folds", "minima"],
)
def test_a_study_is_told_of_ten_times_a_second_and_stopped_within_one(session: Session, steps) -> None:
    gaps, told = [], time.monotonic()
    running = steps(session)
    began = None
    for event in running:
        now = time.monotonic()
        if began is not None:
            gaps.append(now - told)
        told = now
        if began is None and getattr(event, "unit", "") in ("steps", "runs", "epochs", "restarts"):
            began = now
        if began is not None and now - began > 0.5:
            break
    assert began is not None, "it ended before it could be stopped"
    asked = time.monotonic()
    running.close()
    assert time.monotonic() - asked < 1.0
    assert np.median(gaps) < 0.15
    assert not [child for child in psutil.Process().children() if "resource_tracker" not in " ".join(child.cmdline())]
    assert all(session.ask(latest_study, kind) is None for kind in StudyKind)


def test_without_a_split_it_says_what_to_do(tmp_path: Path) -> None:
    with Session.create(tmp_path / "empty.winnow", ["cat", "dog"]) as empty, pytest.raises(NoSplitYet):
        last(studies.find_rate(empty, LrFinderSettings(recipe(empty))))


def test_settings_that_make_no_sense_are_refused_in_words(session: Session) -> None:
    for make in (
        lambda: LrFinderSettings(recipe(session), lowest=1.0, highest=0.1),
        lambda: BatchSettings(recipe(session), batch_sizes=()),
        lambda: FoldSettings(recipe(session), folds=1),
        lambda: MinimaSettings(recipe(session), points=40),
    ):
        with pytest.raises(StudyUnusable, match="hoose"):
            make()


def test_stopped_before_the_child_is_up_nothing_is_left(session: Session) -> None:
    job = Job("LR finder", lambda: studies.find_rate(session, LrFinderSettings(recipe(session))))
    assert run_inline(job, lambda _event: None, lambda: True) == Stopped()


@pytest.mark.usefixtures("inline")
def test_the_doctor_looks_at_a_run_and_at_its_pictures(session: Session) -> None:
    run_id = next(event for event in training.train(session, recipe(session)) if isinstance(event, int))
    run: Run = session.ask(runs.get, runs.all_runs(session._database.read())[0].id)
    assert run.id == run_id
    found = last(diagnose(session, run.id))
    assert isinstance(found, Diagnoses)
    # 18 pictures in valid are too few, and that is all.
    assert [one.finding for one in found.messages] in ([], [Finding.VALID_TOO_SMALL])
    (kept,) = session.ask(runs.all_runs)
    assert run.diagnoses is None
    assert kept.diagnoses == found
    session.do(LabelImages((1,), 2)).result()
    with pytest.raises(RunChanged, match="changed"):
        last(diagnose(session, run.id))
    assert session.ask(runs.get, run.id).diagnoses == found
    session.record(lambda tx: runs.begin_again(tx, run.id)).result()
    assert session.ask(runs.get, run.id).diagnoses is None
