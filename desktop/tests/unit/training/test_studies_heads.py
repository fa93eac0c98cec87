"""The learning rate finder and the batch study on a head, and folds of it."""

from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from unit.training.sets import spec as pictures
from unit.training.studied import RECIPE, clouds, set_of

from winnow.base.outcomes import Progress
from winnow.domain.batch_map import BatchCell, BatchMap
from winnow.domain.lr_curve import LrFound, LrPoint, LrSweep, NoRate
from winnow.domain.recipe import OptimiserKind, RecipeKind
from winnow.domain.run import EpochDone
from winnow.domain.study import BatchSettings, FoldEpoch, FoldResult, FoldSettings, FoldsRun, LrFinderSettings
from winnow.training import Sample, TrainingSpec
from winnow.training.studies.batch_study import mapped, noise_scale
from winnow.training.studies.folds import run_folds
from winnow.training.studies.heads import Diverged, HeadEpoch, flat, learned, new_head
from winnow.training.studies.lr_finder import find_rate, sweep_head


def of(kind, events):
    return [event for event in events if isinstance(event, kind)]


def spec(parts, recipe=RECIPE, folder=Path("nowhere")):
    """Return a run on features alone: its pictures are not there."""
    samples = [
        tuple(Sample(Path("gone"), None, int(label), at) for at, label in enumerate(some)) for some in parts[1::2]
    ]
    return TrainingSpec(recipe, samples[0], samples[1], 2, folder, (parts[0], parts[2]))


def test_a_sweep_falls_and_runs_away_and_the_rate_it_finds_learns_well():
    parts = clouds(1)
    *events, found = find_rate(spec(parts), LrFinderSettings(RECIPE))
    assert isinstance(found, LrFound)
    assert len(of(LrSweep, events)) == 3
    assert {point.seed for point in of(LrPoint, events)} == {1, 2, 3}
    for sweep in found.sweeps:
        assert sweep.losses[0] == pytest.approx(math.log(2), abs=1e-4)
        assert sweep.rates[0] == pytest.approx(1e-7)
    assert found.suggested is not None
    assert 1e-4 < found.suggested < 0.3
    data = set_of(parts)
    for rate, is_good in ((found.suggested, True), (1e-6, False)):
        head = new_head(48, 2)
        last = of(HeadEpoch, learned(head, data, replace(RECIPE, learning_rate=rate), 1))[-1].done
        assert (last.valid_loss < 0.3) is is_good


def test_the_same_seeds_give_the_same_sweeps():
    run = spec(clouds(1))
    first, second = (list(find_rate(run, LrFinderSettings(RECIPE, seeds=2)))[-1] for _ in range(2))
    assert first == second


def test_too_few_batches_give_no_number_and_no_work():
    recipe = replace(RECIPE, batch_size=100)
    events = list(find_rate(spec(clouds(1), recipe), LrFinderSettings(recipe)))
    (found,) = events
    assert isinstance(found, LrFound)
    assert found.why_none is NoRate.TOO_FEW_BATCHES
    assert found.batches == 4


def test_a_sweep_leaves_the_head_that_is_there_alone():
    data = set_of(clouds(1))
    head = new_head(48, 2, start_seed=3)
    before = flat(head)
    list(sweep_head(data, LrFinderSettings(RECIPE), 1))
    assert torch.equal(flat(head), before)


def test_a_map_has_every_cell_marks_what_diverged_and_measures_the_line():
    recipe = replace(RECIPE, optimiser=OptimiserKind.SGD, clip_norm=0.0)
    rates = tuple(2e-3 * 4.0**power for power in range(7))
    settings = BatchSettings(recipe, (8, 16, 32), rates, epochs=3, seeds=2)
    *events, found = mapped(set_of(clouds(2, apart=2.0)), settings)
    assert isinstance(found, BatchMap)
    assert len(of(BatchCell, events)) == len(found.cells) == 21
    assert of(Progress, events)[-1] == Progress(42, 42, "runs")
    assert found.cell(8, rates[-1]).has_diverged
    assert found.cell(8, rates[-1]).accuracy is None
    assert found.cell(32, rates[2]).accuracy > 0.85
    assert [row.steps for row in found.rows] == [40, 20, 10]
    assert all(row.seconds > 0 for row in found.rows)
    assert found.line is not None
    assert found.line.power > 0.4  # larger batches take larger rates
    assert len(found.noise) == 4
    assert found.suggested_batch in (8, 16, 32)
    assert found.suggested_rate in rates


def test_a_batch_is_never_larger_than_the_set():
    settings = BatchSettings(RECIPE, (16, 500, 1000), (1e-3,), epochs=1, seeds=1)
    *_, found = mapped(set_of(clouds(2, train=40)), settings)
    assert found.batch_sizes == (16, 40)


def test_the_noise_scale_is_that_of_gradients_computed_one_by_one():
    data = set_of(clouds(3, train=60, dim=6, apart=1.0))
    head = new_head(6, 2, start_seed=1)
    gradients = []
    for inputs, label in zip(data.inputs, data.labels, strict=True):
        head.zero_grad()
        torch.nn.functional.cross_entropy(head(inputs[None]), label[None]).backward()
        gradients.append(torch.cat([one.grad.reshape(-1) for one in head.parameters()]).double().numpy())
    rows = np.array(gradients)
    trace = rows.var(axis=0, ddof=1).sum()
    signal = (rows.mean(0) ** 2).sum() - trace / len(rows)
    assert noise_scale(head, data.inputs, data.labels) == pytest.approx(trace / signal, rel=1e-4)


def test_a_mean_gradient_that_is_lost_in_noise_has_no_scale():
    train, labels, _valid, _valid_labels = clouds(4, dim=6, apart=0.0)
    data = set_of((train, labels, train, labels))
    head = new_head(6, 2)
    for _ in of(HeadEpoch, learned(head, data, replace(RECIPE, epochs=30, weight_decay=0.0), 1)):
        pass
    assert noise_scale(head, data.inputs, data.labels) is None


def test_a_loss_that_is_no_number_ends_a_short_run():
    parts = clouds(5)
    parts[0][7] = np.nan
    with pytest.raises(Diverged):
        list(learned(new_head(48, 2), set_of(parts), RECIPE, 1))


def test_each_fold_is_judged_by_what_had_not_learned_from_it(tmp_path):
    train, labels, _valid, _valid_labels = clouds(6, train=100)
    # A frame that is labelled against its neighbours: only who learned it by heart would get it right.
    labels[3] = 1 - labels[3]
    folds = np.arange(100, dtype=np.int8) % 4
    both = (train, labels, train, labels)
    settings = FoldSettings(replace(RECIPE, early_stop_epochs=2), folds=4, epochs=6)
    *events, found = run_folds(spec(both, folder=tmp_path), folds, settings)
    assert isinstance(found, FoldsRun)
    assert len(of(FoldEpoch, events)) == 24
    assert of(FoldResult, events) == list(found.results)
    assert [len(one.epochs) for one in found.results] == [6] * 4
    assert all(isinstance(epoch, EpochDone) for one in found.results for epoch in one.epochs)
    assert [one.n for one in found.results] == [25] * 4
    assert found.probabilities.sum(1) == pytest.approx(np.ones(100), abs=1e-5)
    assert found.probabilities[3].argmax() != labels[3]
    for one in found.results:
        inside = folds == one.fold
        assert one.right == (found.probabilities[inside].argmax(1) == labels[inside]).sum()
        assert one.right == round(one.epochs[-1].valid_accuracy * one.n)
        assert one.loss == pytest.approx(one.epochs[-1].valid_loss, abs=1e-5)
    kept = found.found(labels.astype(np.int32), ((1, "cat"), (2, "dog")), 20)
    assert (kept.n, kept.right) == (100, sum(one.right for one in found.results))
    assert kept.sd_accuracy == pytest.approx(np.std([one.right / 25 for one in found.results], ddof=1))
    assert sum(right for right, _n in kept.per_label) == kept.right
    assert kept.interval[0] < kept.right / 100 < kept.interval[1]


def test_folds_of_a_whole_network_are_judged_by_its_last_epoch(tmp_path):
    run = pictures(tmp_path, RecipeKind.SCRATCH, network="small-cnn")
    both = replace(run, valid=run.train, folder=tmp_path / "folds")
    folds = np.arange(24, dtype=np.int8) // 2 % 2
    *_, found = run_folds(both, folds, FoldSettings(run.recipe, folds=2, epochs=2))
    assert isinstance(found, FoldsRun)
    for one in found.results:
        assert len(one.epochs) == 2
        assert one.right == round(one.epochs[-1].valid_accuracy * 12)
        assert one.loss == pytest.approx(one.epochs[-1].valid_loss, abs=1e-4)
