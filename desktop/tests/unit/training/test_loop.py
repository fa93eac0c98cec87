from __future__ import annotations

import dataclasses
import hashlib
import math
import pickle
from pathlib import Path

import numpy as np
import pytest
import torch
from torch import nn
from unit.training.sets import spec

from winnow.base.errors import ContractError
from winnow.base.outcomes import Note, Progress
from winnow.domain.kept_epoch import Why, kept_of
from winnow.domain.recipe import Recipe, RecipeKind
from winnow.domain.run import EpochDone, Prepared, StepDone
from winnow.training import TrainingSpec, checkpoint, learning, train
from winnow.training.evaluation import Predictions, predict
from winnow.training.learning import Learner, LossNotFinite, MemoryExhausted
from winnow.training.networks import NetworkUnknown, build


def of(kind: type, events: list[object]) -> list:
    return [event for event in events if isinstance(event, kind)]


def curve(events: list[object]) -> list[tuple]:
    """Return all numbers of a run but its seconds."""
    steps = [dataclasses.astuple(step) for step in of(StepDone, events)]
    epochs = [dataclasses.astuple(dataclasses.replace(epoch, seconds=0.0)) for epoch in of(EpochDone, events)]
    return steps + epochs


def digest(run: TrainingSpec, name: str = checkpoint.BEST) -> str:
    return hashlib.sha256((run.folder / name).read_bytes()).hexdigest()


@pytest.mark.parametrize("kind", RecipeKind)
def test_a_run_tells_all_of_itself_and_learns(tmp_path, kind):
    run = spec(tmp_path, kind)
    events = list(train(pickle.loads(pickle.dumps(run))))
    assert of(Prepared, events) == [Prepared(3, 3, 24, 8, of(Prepared, events)[0].device)]
    assert [step.step for step in of(StepDone, events)] == list(range(1, 10))
    assert of(StepDone, events)[0].loss == pytest.approx(math.log(2), abs=1e-4)
    epochs = of(EpochDone, events)
    assert [(epoch.epoch, epoch.step) for epoch in epochs] == [(1, 3), (2, 6), (3, 9)]
    assert epochs[0].is_best
    assert epochs[-1].valid_accuracy == 1.0
    assert not (run.folder / checkpoint.STATE).exists()
    assert not list(run.folder.rglob("*.part"))


@pytest.mark.parametrize("kind", RecipeKind)
def test_the_same_seed_gives_the_same_run_bit_for_bit(tmp_path, kind):
    one, other = (spec(tmp_path / name, kind, epochs=2) for name in "ab")
    first, second = list(train(one)), list(train(other))
    assert curve(first) == curve(second)
    assert digest(one) == digest(other)
    another = spec(tmp_path / "c", kind, epochs=2, seed=7)
    assert curve(list(train(another))) != curve(first)


def test_stopping_leaves_the_best_so_far(tmp_path):
    run = spec(tmp_path, RecipeKind.FINE_TUNE, epochs=3)
    steps = train(run)
    for event in steps:
        if isinstance(event, EpochDone):
            break
    kept = digest(run)
    next(steps)
    steps.close()
    assert digest(run) == kept
    *_, predictions = predict(run.folder, run.valid)
    assert isinstance(predictions, Predictions)
    assert predictions.probabilities.sum(1) == pytest.approx(np.ones(8), abs=1e-5)


def test_the_weights_on_the_disk_are_those_of_the_epoch_that_is_kept_and_predict_as_valid_said(tmp_path):
    run = spec(tmp_path, RecipeKind.QUICK, epochs=6)
    epochs = of(EpochDone, list(train(run)))
    found = kept_of(epochs, len(run.valid))
    assert found.why is Why.LOWEST_LOSS  # of eight pictures one more may be luck
    best = found.epoch
    assert checkpoint.unpacked(run.folder / checkpoint.BEST)[1]["epoch"] == str(best.epoch)
    *events, predictions = predict(run.folder, run.valid, batch_size=3)
    assert events == [Progress(done, 8, "samples") for done in (3, 6, 8)]
    right = np.mean(predictions.said == [sample.label for sample in run.valid])
    assert right == best.valid_accuracy
    rows = predictions.probabilities[np.arange(8), [sample.label for sample in run.valid]]
    # Features were taken one picture at a time: not the last bit, but all that shows.
    assert -np.log(rows).mean() == pytest.approx(best.valid_loss, abs=1e-4)


def test_quick_takes_stored_features_and_never_reads_a_picture(tmp_path):
    run = spec(tmp_path, RecipeKind.QUICK)
    random = np.random.default_rng(0)
    features = []
    for samples in (run.train, run.valid):
        rows = random.normal(0, 0.005, (len(samples), 1280)).astype(np.float32)
        rows[np.arange(len(samples)), [sample.label for sample in samples]] += 1
        features.append(rows / np.linalg.norm(rows, axis=1, keepdims=True))
    stored = dataclasses.replace(
        run,
        features=tuple(features),
        train=tuple(dataclasses.replace(one, path=Path("gone")) for one in run.train),
        valid=tuple(dataclasses.replace(one, path=Path("gone")) for one in run.valid),
    )
    events = list(train(stored))
    assert not [event for event in of(Progress, events) if event.unit == "features"]
    assert of(EpochDone, events)[-1].valid_accuracy == 1.0


def test_a_loss_that_runs_away_stops_the_run_and_says_where(tmp_path):
    run = spec(tmp_path, RecipeKind.QUICK)
    features = [np.full((len(samples), 1280), 0.03, np.float32) for samples in (run.train, run.valid)]
    features[0][5] = np.nan
    with pytest.raises(LossNotFinite, match=r"in epoch 1 at step \d, at a learning rate of ") as caught:
        list(train(dataclasses.replace(run, features=tuple(features))))
    assert caught.value.epoch == 1
    assert 1 <= caught.value.step <= 3


def test_early_stop_says_so(tmp_path):
    run = spec(tmp_path, RecipeKind.QUICK, epochs=30, early_stop_epochs=1)
    same = [np.full((len(samples), 1280), 1 / math.sqrt(1280), np.float32) for samples in (run.train, run.valid)]
    events = list(train(dataclasses.replace(run, features=tuple(same))))
    assert len(of(EpochDone, events)) < 30
    assert "Stopped early" in of(Note, events)[-1].text


class Short(nn.Module):
    """A network for which memory lasts for *most* samples at a time."""

    def __init__(self, most: int, error: Exception) -> None:
        super().__init__()
        self.linear = nn.Linear(4, 2)
        self.most, self.error = most, error

    def forward(self, inputs: torch.Tensor) -> torch.Tensor:
        if len(inputs) > self.most:
            raise self.error
        return self.linear(inputs)


ERRORS = (
    torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 20 GiB"),
    RuntimeError("[enforce fail at alloc_cpu.cpp:127] err == 0. DefaultCPUAllocator: can't allocate memory"),
)


@pytest.mark.parametrize("error", ERRORS)
def test_a_batch_that_does_not_fit_into_memory_is_learned_in_pieces_with_the_same_result(error):
    weights = []
    inputs, labels = torch.arange(40.0).reshape(10, 4) / 40, torch.arange(10) % 2
    for most in (10, 3):
        torch.manual_seed(1)
        network = Short(most, error)
        learner = Learner(network, [list(network.parameters())], [1e-2], Recipe())
        learned = [learner.learn(inputs, labels, 1.0, 10) for _ in range(3)]
        assert {one.piece for one in learned} == {10 if most == 10 else 3}
        weights.append(network.linear.weight.detach().clone())
    assert torch.allclose(*weights, atol=1e-6)


def test_half_precision_learns_nearly_the_same(monkeypatch):
    weights = []
    inputs, labels = torch.arange(40.0).reshape(10, 4) / 40, torch.arange(10) % 2
    for precision in (torch.float32, torch.bfloat16):
        monkeypatch.setattr(learning, "_precision", lambda _device, precision=precision: precision)
        torch.manual_seed(1)
        network = Short(10, ERRORS[0])
        learner = Learner(network, [list(network.parameters())], [1e-2], Recipe())
        losses = [learner.learn(inputs, labels, 1.0, 10).loss for _ in range(3)]
        assert losses == sorted(losses, reverse=True)
        weights.append(network.linear.weight.detach().clone())
    assert not torch.equal(*weights)
    assert torch.allclose(*weights, atol=2e-2)


def test_when_not_even_one_sample_fits_it_says_so():
    network = Short(0, ERRORS[0])
    learner = Learner(network, [list(network.parameters())], [1e-2], Recipe())
    with pytest.raises(MemoryExhausted, match="choose a smaller input size"):
        learner.learn(torch.zeros(2, 4), torch.tensor([0, 1]), 1.0, 2)


def test_other_errors_are_not_taken_for_memory():
    network = Short(0, RuntimeError("mat1 and mat2 shapes cannot be multiplied"))
    learner = Learner(network, [list(network.parameters())], [1e-2], Recipe())
    with pytest.raises(RuntimeError, match="shapes"):
        learner.learn(torch.zeros(2, 4), torch.tensor([0, 1]), 1.0, 2)


def test_what_cannot_be_trained_is_refused(tmp_path):
    run = spec(tmp_path, RecipeKind.QUICK)
    with pytest.raises(ContractError):
        dataclasses.replace(run, valid=())
    with pytest.raises(ContractError):
        dataclasses.replace(run, classes=1)
    with pytest.raises(NetworkUnknown, match="Choose one of: efficientnet-lite0"):
        list(train(dataclasses.replace(run, recipe=dataclasses.replace(run.recipe, network="nothing"))))


def test_a_damaged_model_is_named(tmp_path):
    run = spec(tmp_path, RecipeKind.QUICK, epochs=1)
    list(train(run))
    (run.folder / checkpoint.BEST).write_bytes(b"nothing of the kind")
    with pytest.raises(checkpoint.ModelUnreadable, match=r"best\.safetensors cannot be read"):
        list(predict(run.folder, run.valid))
    (run.folder / checkpoint.CARD).unlink()
    with pytest.raises(checkpoint.ModelUnreadable, match=r"model\.json"):
        list(predict(run.folder, run.valid))


def test_fine_tuning_changes_the_backbone_but_not_what_it_normalises_by(tmp_path):
    run = spec(tmp_path, RecipeKind.FINE_TUNE, epochs=2)
    list(train(run))
    trained, card = checkpoint.load(run.folder)
    pretrained = build(card.network, card.classes, card.recipe.fit.size).state_dict()
    changed = {name for name, value in trained.state_dict().items() if not torch.equal(value, pretrained[name])}
    assert any("_conv_stem" in name for name in changed)
    assert not [name for name in changed if "running_" in name]
