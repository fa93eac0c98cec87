"""Runs in a project: stopped, killed, gone on with, by folds, renamed, deleted and brought back."""

from __future__ import annotations

import dataclasses
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import psutil
import pytest
from app.folders import coloured_project, copy_into
from PIL import Image

from winnow.app.commands.labelling import LabelImages, RejectImages
from winnow.app.commands.training import DeleteRuns, RenameRun
from winnow.app.jobs import Job, run_inline
from winnow.app.pipelines import running, testing, training
from winnow.app.pipelines.emptying import Emptied, empty_deleted_runs
from winnow.app.pipelines.explaining import Asked, explained
from winnow.app.pipelines.importing import import_path
from winnow.app.pipelines.splitting import split
from winnow.app.queries.recipes import offered_networks, recipe_facts, starting_recipe
from winnow.app.queries.runs import run_table, training_data
from winnow.app.queries.samples import NothingToLearn, current_split, learnable
from winnow.app.session import Session
from winnow.base.outcomes import Done, Note, Stopped
from winnow.domain.fit import Fit, FitMode
from winnow.domain.ids import RunId
from winnow.domain.recipe import Recipe, RecipeKind
from winnow.domain.recipe_words import DataFacts
from winnow.domain.run import DeviceLost, EpochDone, Prepared, Run, RunState, StepDone
from winnow.domain.split import Part, Ratios
from winnow.store import runs, splits
from winnow.store.runs import RunLabels
from winnow.training import keeping
from winnow.training.evaluation import predict

_EACH = 20
SCRATCH = Recipe(
    kind=RecipeKind.SCRATCH, network="small-cnn", epochs=4, batch_size=8, learning_rate=3e-3, fit=Fit(FitMode.CROP, 32)
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of two colours, split with three folds."""
    copy_into(tmp_path, _split_in_folds)
    return tmp_path / "pets.winnow"


def _split_in_folds(folder: Path) -> None:
    with Session.open(coloured_project(folder, _EACH)) as session:
        split(session, Ratios(), 1, 3)


@pytest.fixture
def session(project: Path) -> Iterator[Session]:
    with Session.open(project) as opened:
        yield opened


def trained(session: Session, recipe: Recipe, **choices: object) -> Run:
    """Train to the end and return the run."""
    events: list[object] = []
    outcome = run_inline(Job("Train", lambda: training.train(session, recipe, **choices)), events.append, lambda: False)
    assert outcome == Done()
    return session.ask(runs.get, next(RunId(event) for event in events if isinstance(event, int)))


def final(run: Run) -> list[tuple]:
    """Return the numbers of a run's epochs, but the seconds."""
    return [dataclasses.astuple(dataclasses.replace(epoch, seconds=0.0)) for epoch in run.epochs]


def test_a_program_that_was_killed_finds_its_run_and_goes_on_to_the_same_numbers(project: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "winnow", "train", str(project), "--recipe", "from-scratch", "--epochs", "6"]
    command += ["--batch-size", "8", "--size", "32"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True) as process:
        assert process.stderr is not None
        for line in process.stderr:
            if line.startswith("epoch 2"):
                break
        # Both at once, as when the power goes.
        children = psutil.Process(process.pid).children(recursive=True)
        process.kill()
        for child in children:
            child.send_signal(signal.SIGKILL if os.name != "nt" else signal.SIGTERM)
        psutil.wait_procs(children)
    with Session.open(project) as session:
        (killed,) = session.ask(run_table).runs
        assert killed.state is RunState.INTERRUPTED
        assert killed.can_go_on
        assert len(killed.epochs) < 6
        whole = trained(session, killed.recipe)
        events: list[object] = []
        job = Job("Train", lambda: training.resume(session, killed.id))
        assert run_inline(job, events.append, lambda: False) == Done()
        again = session.ask(runs.get, killed.id)
        assert (again.state, whole.state) == (RunState.DONE, RunState.DONE)
        assert final(again) == final(whole)
        steps = [session.ask(runs.curve, run.id) for run in (again, whole)]
        assert np.array_equal(*steps)
        (prepared,) = [event for event in events if isinstance(event, Prepared)]
        assert prepared.epochs_before > 0, "it did not start at the beginning"


@pytest.mark.usefixtures("inline")
def test_a_checkpoint_that_is_ahead_of_what_was_stored_brings_its_epoch_along(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "_EVERY_S", 0.0)
    seen: list[object] = []
    job = Job("Train", lambda: training.train(session, SCRATCH))
    run_inline(job, seen.append, lambda: sum(isinstance(one, EpochDone) for one in seen) == 2)
    (begun,) = session.ask(run_table).runs
    before = session.ask(runs.curve, begun.id)
    # As it stands when the program dies after the checkpoint was written, and before the epoch was stored.
    session.record(lambda tx: runs.cut_back(tx, begun.id, 1, begun.epochs[0].step + 1)).result()
    assert run_inline(Job("Train", lambda: training.resume(session, begun.id)), seen.append, lambda: False) == Done()
    again = session.ask(runs.get, begun.id)
    assert [epoch.epoch for epoch in again.epochs] == [1, 2, 3, 4]
    assert again.epochs[1] == begun.epochs[1]
    steps = session.ask(runs.curve, begun.id)
    assert np.array_equal(steps[: 2 * len(steps) // 4], before[: 2 * len(steps) // 4])
    assert steps[:, 0].tolist() == list(range(1, again.epochs[-1].step + 1))


def test_stopped_before_its_first_epoch_it_says_what_there_is(session: Session) -> None:
    seen: list[object] = []
    job = Job("Train", lambda: training.train(session, SCRATCH))
    assert run_inline(job, seen.append, lambda: any(isinstance(one, StepDone) for one in seen)) == Stopped()
    (run,) = session.ask(run_table).runs
    assert run.state is RunState.STOPPED
    assert "stopped before its first epoch ended" in run.error
    assert training.folder_with_weights(session, run).is_dir()


def test_what_changed_meanwhile_is_not_gone_on_with(session: Session) -> None:
    seen: list[object] = []
    job = Job("Train", lambda: training.train(session, SCRATCH))
    run_inline(job, seen.append, lambda: any(isinstance(one, EpochDone) for one in seen))
    (run,) = session.ask(run_table).runs
    session.do(LabelImages((1,), 2)).result()
    with pytest.raises(training.RunOutOfDate, match="changed since it was stopped"):
        list(training.resume(session, run.id))


@pytest.mark.usefixtures("inline")
def test_what_changes_while_features_are_made_is_not_said_to_be_learned(session: Session) -> None:
    steps = training.train(session, Recipe(epochs=1, batch_size=8))
    assert not isinstance(next(steps), int), "it has begun already"
    session.do(LabelImages((1,), 2)).result()
    list(steps)
    (run,) = session.ask(run_table).runs
    assert session.ask(training_data).is_out_of_date(run)
    session.undo().result()
    assert not session.ask(training_data).is_out_of_date(run)
    # What is looked for is not there: nothing of the seal is broken for it.
    inside = session.ask(current_split).ids_of(Part.TEST)
    session.do(LabelImages(tuple(map(int, inside)), None)).result()
    with pytest.raises(testing.TestPartEmpty):
        list(testing.test(session, run.id))
    assert session.ask(splits.openings, run.split_id) == []


def test_a_part_that_has_nothing_left_is_said(session: Session) -> None:
    inside = session.ask(current_split).ids_of(Part.VALID)
    session.do(RejectImages(tuple(map(int, inside)))).result()
    with pytest.raises(NothingToLearn, match="Make a new split"):
        list(training.train(session, SCRATCH))
    session.undo().result()
    session.do(LabelImages(tuple(range(1, 41)), 1)).result()
    with pytest.raises(NothingToLearn, match="of two labels"):
        list(training.train(session, SCRATCH))
    assert session.ask(run_table).runs == ()


@pytest.mark.usefixtures("inline")
def test_folds_are_runs_of_their_own(session: Session) -> None:
    quick = Recipe(epochs=2, batch_size=8)
    steps = training.train_folds(session, quick, "study")
    prepared = [event for event in steps if isinstance(event, Prepared)]
    table = session.ask(run_table).runs
    assert [(run.name, run.fold, run.state) for run in reversed(table)] == [
        (f"study fold {fold + 1}", fold, RunState.DONE) for fold in range(3)
    ]
    inside = 2 * _EACH - 6  # all but test
    assert sum(one.valid_samples for one in prepared) == inside
    assert {one.train_samples + one.valid_samples for one in prepared} == {inside}
    with pytest.raises(training.FoldUnknown, match="choose 1 to 3"):
        list(training.train(session, quick, fold=3))
    with pytest.raises(training.RunOver, match="is at its end"):
        list(training.resume(session, table[0].id))


@pytest.mark.usefixtures("inline")
def test_runs_are_renamed_deleted_and_brought_back_and_lose_nothing_silently(session: Session) -> None:
    run = trained(session, Recipe(epochs=1, batch_size=8))
    session.do(RenameRun(run.id, "first look ")).result()
    assert session.ask(runs.get, run.id).name == "first look"
    session.do(DeleteRuns((run.id,))).result()
    assert session.ask(run_table).runs == ()
    assert session.undo().result() == "DeleteRuns"
    assert [one.name for one in session.ask(run_table).runs] == ["first look"]
    assert session.undo().result() == "RenameRun"
    assert session.ask(runs.get, run.id).name == run.name
    *_, nothing = empty_deleted_runs(session)
    assert nothing == Emptied(0, 0)
    session.record(lambda tx: runs.begin_again(tx, run.id)).result()
    session.do(DeleteRuns((run.id,))).result()
    weights = session.layout.run(run.id) / "best.safetensors"
    *_, training_still = empty_deleted_runs(session)
    assert training_still == Emptied(0, 0)
    assert weights.is_file()
    session.record(lambda tx: runs.end(tx, run.id, RunState.STOPPED)).result()
    *_, emptied = empty_deleted_runs(session)
    assert isinstance(emptied, Emptied)
    assert (emptied.runs, emptied.freed_bytes > 1000) == (1, True)
    assert not weights.exists()
    with pytest.raises(training.RunWithoutWeights):
        training.folder_with_weights(session, session.ask(runs.get, run.id))


@pytest.mark.usefixtures("inline")
def test_features_of_another_fit_and_of_views_are_taken_once(session: Session) -> None:
    recipe = Recipe(epochs=2, batch_size=8, fit=Fit(FitMode.PAD, 96), views=2)
    first: list[object] = []
    run_inline(Job("Train", lambda: training.train(session, recipe)), first.append, lambda: False)
    again: list[object] = []
    run_inline(Job("Train", lambda: training.train(session, recipe)), again.append, lambda: False)
    taken = [str(getattr(one, "unit", "")) for one in first].count("features")
    assert taken > 0
    assert "features" not in [getattr(one, "unit", "") for one in again]
    one, other = session.ask(run_table).runs
    assert final(one) == final(other)


@pytest.mark.usefixtures("inline")
def test_a_lost_device_is_said_and_the_run_ends_on_the_processor(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    children = iter([[Prepared(4, 3, 24, 8, "cuda"), DeviceLost("cuda", "CUDA error: it fell out")], None])
    real, specs = running.in_child, []

    def one_that_fails(function: object, spec: object, **more: object) -> Iterator[object]:
        specs.append(spec)
        events = next(children)
        return iter(events) if events is not None else real(function, spec, **more)

    monkeypatch.setattr(running, "in_child", one_that_fails)
    run = trained(session, SCRATCH)
    assert run.state is RunState.DONE
    assert len(run.epochs) == 4
    assert "cuda failed (CUDA error: it fell out)" in "\n".join(run.notes)
    assert (specs[1].goes_on, specs[1].recipe.device) == (True, "cpu")


@pytest.mark.usefixtures("inline")
def test_what_a_run_says_is_kept(session: Session) -> None:
    events: list[object] = []
    recipe = dataclasses.replace(SCRATCH, epochs=1, device="cuda:9")
    run_inline(Job("Train", lambda: training.train(session, recipe)), events.append, lambda: False)
    (run,) = session.ask(run_table).runs
    assert run.notes == tuple(event.text for event in events if isinstance(event, Note))
    assert "'cuda:9' is not there" in run.notes[0]


def test_facts_and_starting_points_come_from_the_split(session: Session) -> None:
    facts = session.ask(recipe_facts)
    assert isinstance(facts, DataFacts)
    assert facts.train == sum(size for _name, size in facts.classes)
    assert [name for name, _size in facts.classes] == ["blue", "orange"]
    assert facts.edge_px == 96
    assert session.ask(starting_recipe, RecipeKind.SCRATCH).fit.size == 64
    assert session.ask(starting_recipe, RecipeKind.QUICK).batch_size == facts.train // 8
    names = {one.name: one for one in offered_networks()}
    assert names["small-cnn"].kinds == (RecipeKind.SCRATCH,)
    assert names["resnet-50"].download_bytes > 10**8
    assert names["efficientnet-lite2"].download_bytes == 0


@pytest.mark.usefixtures("inline")
def test_what_only_a_border_tile_shows_is_seen_in_valid_as_in_a_test(tmp_path: Path) -> None:
    noise = np.random.default_rng(3)
    with Session.create(tmp_path / "wide.winnow", ("blue", "orange")) as session:
        for number, (name, colour) in enumerate((("blue", (30, 60, 220)), ("orange", (240, 140, 20))), start=1):
            (tmp_path / "found" / name).mkdir(parents=True)
            for at in range(10):
                pixels = np.clip(128 + noise.integers(-40, 40, (96, 250, 3)), 0, 255).astype(np.uint8)
                pixels[:, :70] = np.clip(np.array(colour) + noise.integers(-30, 30, (96, 70, 3)), 0, 255)
                Image.fromarray(pixels).save(tmp_path / "found" / name / f"{at}.png")
            run_inline(
                Job("Import", lambda name=name: import_path(session, tmp_path / "found" / name)), print, lambda: False
            )
            rows = session.ask(lambda reader: reader.execute("SELECT id FROM image ORDER BY id").fetchall())
            session.do(LabelImages(tuple(row[0] for row in rows[-10:]), number)).result()
        split(session, Ratios(), 1, 0)
        run = trained(session, Recipe(epochs=40, batch_size=4, learning_rate=1e-2, views=0, fit=Fit(FitMode.TILES, 96)))
        best = next(one for one in reversed(run.epochs) if one.is_best)
        assert best.valid_accuracy == 1.0
        division = session.ask(current_split)
        rows = session.ask(learnable, division)
        parts = tuple([row for row in rows if row.part is part] for part in (Part.TRAIN, Part.VALID))
        valid = training.keyed_parts(session, RunLabels(run.labels), parts)[1].samples
        *_, said = predict(session.layout.run(run.id), valid)
        truth = np.array([one.label for one in valid])
        loss = -np.log(said.probabilities[np.arange(len(truth)), truth]).mean()
        assert loss == pytest.approx(best.valid_loss, abs=2e-3)
        answer = explained(Asked(session.layout.run(run.id), path=valid[0].path))
        assert answer.probabilities == pytest.approx(said.probabilities[0], abs=1e-4)
        # Of the tiles it is the coloured one that speaks loudest.
        assert float(np.ptp(answer.pixels.mean((0, 1)))) > 20
