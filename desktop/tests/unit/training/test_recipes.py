"""What a recipe's choices do: networks, schedules, losses, checks, faults."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Iterator

import numpy as np
import pytest
import torch
from torch import nn
from unit.training.sets import spec

from winnow.app.own_networks import NetworkFileUnfit, own_network, read_network_file, trusted
from winnow.base.outcomes import Note
from winnow.domain.recipe import Balance, OptimiserKind, Recipe, RecipeKind, RecipeUnusable, Schedule, default_recipe
from winnow.domain.run import DeviceLost, EpochDone, Prepared, StepDone
from winnow.training import TrainingSpec, checkpoint, train
from winnow.training.checks import checked
from winnow.training.learning import Learner, Loss, LossNotFinite
from winnow.training.networks import NetworkUntaught, SizeUnfit, WeightsMissing, build
from winnow.training.own_network import OwnNetworkRefused, OwnNetworkUnfit
from winnow.training.torch_setup import device_or_cpu


def of(kind: type, events: list[object]) -> list:
    return [event for event in events if isinstance(event, kind)]


def notes(events: list[object]) -> str:
    return "\n".join(event.text for event in of(Note, events))


def features(run: TrainingSpec, noise: float = 0.005) -> tuple[np.ndarray, np.ndarray]:
    """Return made features by which the classes can be told apart."""
    random, made = np.random.default_rng(0), []
    for some in (run.train, run.valid):
        rows = random.normal(0, noise, (len(some), 1280)).astype(np.float32)
        rows[np.arange(len(some)), [one.label for one in some]] += 1
        made.append(rows / np.linalg.norm(rows, axis=1, keepdims=True))
    return made[0], made[1]


def test_from_scratch_learns_two_colours(tmp_path):
    run = spec(tmp_path, RecipeKind.SCRATCH, epochs=6, learning_rate=3e-3)
    events = list(train(run))
    assert of(StepDone, events)[0].loss == pytest.approx(math.log(2), abs=1e-4)
    assert max(one.valid_accuracy for one in of(EpochDone, events)) == 1.0
    trained, _card = checkpoint.load(run.folder)
    statistics = [value for name, value in trained.state_dict().items() if name.endswith("running_mean")]
    assert any(bool(value.abs().max() > 0) for value in statistics), "it learns what to normalise by"


@pytest.mark.parametrize("size", [8, 32, 100])
def test_small_networks_take_every_size(size):
    for name in ("small-cnn", "resnet-18"):
        network = build(name, 3, size, pretrained=False).eval()
        assert network(torch.zeros(2, 3, size, size)).shape == (2, 3)
        assert sum(len(group) for group in network.layers()) == len(list(network.parameters()))


def test_what_has_no_weights_to_start_from_is_refused_with_words(tmp_path):
    run = spec(tmp_path, RecipeKind.FINE_TUNE, network="small-cnn")
    with pytest.raises(NetworkUntaught, match="From scratch"):
        list(train(run))
    with pytest.raises(WeightsMissing, match="connection to the internet"):
        build("resnet-50", 2, 224, weights=tmp_path / "gone.pth")
    with pytest.raises(SizeUnfit, match="224"):
        build("vit-b-16", 2, 128, pretrained=False)


def test_layers_follow_the_blocks_of_the_author():
    groups = build("resnet-50", 2, 64, pretrained=False).layers()
    assert len(groups) == 19  # stem's convolution and normalisation, 16 blocks, head
    assert len(build("efficientnet-lite2", 2, 64, pretrained=False).layers()) > 20


@pytest.mark.parametrize("optimiser", OptimiserKind)
@pytest.mark.parametrize("schedule", Schedule)
def test_every_optimiser_and_schedule_learns(tmp_path, optimiser, schedule):
    rate = 0.05 if optimiser is OptimiserKind.SGD else 2e-3
    run = spec(tmp_path, RecipeKind.QUICK, epochs=6, optimiser=optimiser, schedule=schedule, learning_rate=rate)
    events = list(train(dataclasses.replace(run, features=features(run))))
    assert of(EpochDone, events)[-1].valid_accuracy == 1.0
    assert max(one.learning_rate for one in of(StepDone, events)) <= rate


def test_label_smoothing_weights_and_shares_give_what_torch_gives():
    torch.manual_seed(0)
    logits, labels = torch.randn(6, 3), torch.tensor([0, 1, 2, 2, 1, 2])
    weights = torch.tensor([3.0, 1.0, 0.5])
    loss = Loss(0.1, weights)
    wanted = nn.functional.cross_entropy(logits, labels, weight=weights, label_smoothing=0.1)
    assert float(loss.summed(logits, labels) / loss.weight(labels)) == pytest.approx(float(wanted), abs=1e-6)
    shares = nn.functional.one_hot(labels, 3).float()
    assert loss.weight(shares) == pytest.approx(loss.weight(labels))
    assert float(loss.summed(logits, shares)) == pytest.approx(float(loss.summed(logits, labels)), abs=1e-5)


def unequal(run: TrainingSpec) -> TrainingSpec:
    """Leave a quarter of the second class."""
    second = [at for at, one in enumerate(run.train) if one.label == 1][3:]
    train_part = tuple(one for at, one in enumerate(run.train) if at not in second)
    return dataclasses.replace(run, train=train_part)


@pytest.mark.parametrize(
    ("balance", "words"),
    [(Balance.WEIGHTS, "count more"), (Balance.SAMPLING, "drawn more often"), (Balance.NONE, None)],
)
def test_unequal_classes_are_said_and_evened_out(tmp_path, balance, words):
    run = unequal(spec(tmp_path, RecipeKind.QUICK, epochs=3, balance=balance))
    events = list(train(dataclasses.replace(run, features=features(run))))
    said = notes(events)
    assert ("12 pictures in train and the smallest 3" in said and words in said) if words else said == ""
    # Nothing known yet, all classes weigh the same: the first loss stays the logarithm of their number.
    assert of(StepDone, events)[0].loss == pytest.approx(math.log(2), abs=1e-4)


def test_equal_classes_are_left_alone(tmp_path):
    one, other = (
        spec(tmp_path / kind.value, RecipeKind.QUICK, balance=kind) for kind in (Balance.WEIGHTS, Balance.NONE)
    )
    first, second = (list(train(dataclasses.replace(run, features=features(run)))) for run in (one, other))
    assert [step.loss for step in of(StepDone, first)] == [step.loss for step in of(StepDone, second)]
    assert notes(first) == ""


def test_an_epoch_of_quick_draws_from_views_and_the_picture_itself(tmp_path):
    run = spec(tmp_path, RecipeKind.QUICK, epochs=5, views=1)
    plain = features(run, noise=0.0)
    # The view says the opposite, so nothing can be learned for certain.
    opposite = plain[0][:, [1, 0, *range(2, 1280)]]
    both = list(train(dataclasses.replace(run, features=plain, views=opposite[None])))
    without = list(train(dataclasses.replace(run, features=plain, folder=tmp_path / "without")))
    assert of(EpochDone, without)[-1].train_accuracy == 1.0
    assert of(EpochDone, both)[-1].train_accuracy < 0.9


def test_a_moving_average_is_what_valid_sees_and_the_run_keeps(tmp_path):
    run = spec(tmp_path, RecipeKind.QUICK, epochs=3, ema=0.9, schedule=Schedule.CONSTANT)
    run = dataclasses.replace(run, features=features(run, noise=0.2))
    averaged = list(train(run))
    plain = list(
        train(dataclasses.replace(run, recipe=dataclasses.replace(run.recipe, ema=0.0), folder=tmp_path / "b"))
    )
    assert [one.loss for one in of(StepDone, averaged)] == [one.loss for one in of(StepDone, plain)]
    assert of(EpochDone, averaged)[-1].valid_loss != of(EpochDone, plain)[-1].valid_loss
    heads = [checkpoint.load(folder)[0].head.weight for folder in (run.folder, tmp_path / "b")]
    assert not torch.equal(*heads)


@pytest.mark.parametrize("kind", [RecipeKind.QUICK, RecipeKind.SCRATCH])
def test_a_rate_beyond_all_measure_stops_within_twenty_steps_and_keeps_what_was_best(tmp_path, kind):
    run = spec(tmp_path, kind, epochs=30, learning_rate=1e6, clip_norm=0.0, batch_size=1, schedule=Schedule.CONSTANT)
    run = dataclasses.replace(run, features=features(run, noise=0.2)) if kind is RecipeKind.QUICK else run
    events: list[object] = []
    with pytest.raises(LossNotFinite, match=r"The loss ran away in epoch .* with a lower one, such as 1e\+05"):
        events += _heard(train(run), events)
    bad = [one for one in of(StepDone, events) if one.loss > 100]
    assert len(bad) <= 20
    if of(EpochDone, events):
        checkpoint.load(run.folder)


def _heard(steps: Iterator[object], events: list[object]) -> list[object]:
    """Put every event into *events*, also those before an error."""
    for event in steps:
        events.append(event)
    return []


def test_a_device_that_is_not_there_falls_back_with_words(tmp_path):
    run = spec(tmp_path, RecipeKind.SCRATCH, epochs=1, device="cuda:7")
    events = list(train(run))
    assert "'cuda:7' is not there" in notes(events)
    assert of(Prepared, events)[0].device == "cpu"
    assert device_or_cpu("cpu") == (torch.device("cpu"), "")


def test_a_device_that_is_lost_ends_the_process_and_another_goes_on(tmp_path, monkeypatch):
    whole = spec(tmp_path, RecipeKind.SCRATCH, epochs=3)
    expected = [one.loss for one in of(StepDone, list(train(whole)))]
    run = dataclasses.replace(whole, folder=tmp_path / "lost")
    learn, count = Learner.learn, iter(range(100))

    def failing(self, *args):
        if next(count) == 5:
            raise torch.AcceleratorError("CUDA error: an illegal memory access was encountered\nmore")
        return learn(self, *args)

    monkeypatch.setattr("winnow.training.keeping._EVERY_S", 0.0)
    monkeypatch.setattr(Learner, "learn", failing)
    before = list(train(run))
    assert before[-1] == DeviceLost("cpu", "CUDA error: an illegal memory access was encountered")
    monkeypatch.setattr(Learner, "learn", learn)
    after = list(train(dataclasses.replace(run, goes_on=True)))
    assert [one.loss for one in of(StepDone, before)][:3] + [one.loss for one in of(StepDone, after)] == expected


def test_a_long_run_is_checked_first_and_stays_as_it_is(tmp_path):
    run = spec(tmp_path, RecipeKind.SCRATCH, epochs=34)  # 102 steps
    steps = train(run)
    events = []
    for event in steps:
        events.append(event)
        if isinstance(event, StepDone):
            break
    steps.close()
    said = notes(events)
    assert "Check passed: the first loss is 0.693" in said
    assert "Check passed: 8 pictures can be learned by heart" in said
    assert of(StepDone, events)[0].loss == pytest.approx(math.log(2), abs=1e-4)


def test_the_check_tells_pictures_that_cannot_be_learned():
    torch.manual_seed(0)
    network = build("small-cnn", 2, 32, pretrained=False)
    before = {name: value.clone() for name, value in network.state_dict().items()}
    recipe = default_recipe(RecipeKind.SCRATCH)
    same = torch.zeros(8, 3, 32, 32)
    said = notes(list(checked(network, recipe, same, torch.arange(8) % 2, 2)))
    assert "Check failed: 8 pictures cannot be learned by heart (50% right" in said
    assert all(torch.equal(value, before[name]) for name, value in network.state_dict().items())


OWN = """
from torch import nn

class Block(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.convolution = nn.Conv2d(3, width, 3, padding=1)

    def forward(self, pixels):
        return self.convolution(pixels).relu().mean((2, 3))

class Mine(nn.Module):
    def __init__(self, classes):
        super().__init__()
        self.block = Block(16)
        self.last = nn.Linear(16, classes)

    def forward(self, pixels):
        return self.last(self.block(pixels))
"""


def test_a_network_of_ones_own_is_trained_once_it_is_trusted(tmp_path):
    path = tmp_path / "mine.py"
    path.write_text(OWN)
    file = read_network_file(path)
    assert (file.classes, file.is_trusted) == (("Block", "Mine"), False)
    run = spec(tmp_path, RecipeKind.SCRATCH, epochs=8, own=own_network(file, "Mine"), learning_rate=0.02)
    with pytest.raises(OwnNetworkRefused, match="not trusted on this computer"):
        list(train(run))
    trusted(file)
    assert read_network_file(path).is_trusted
    assert of(EpochDone, list(train(run)))[-1].valid_accuracy == 1.0
    # The copy in the run's folder is what the weights belong to.
    path.write_text("raise SystemExit")
    network, _card = checkpoint.load(run.folder)
    assert network(torch.zeros(1, 3, 32, 32)).shape == (1, 2)
    (run.folder / "network.py").write_text(OWN + "\n# changed")
    with pytest.raises(OwnNetworkRefused, match="not the file any more that was trusted"):
        checkpoint.load(run.folder)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (OWN.replace("nn.Linear(16, classes)", "nn.Linear(16, 1000)"), "end in an nn.Linear with as many outputs"),
        (OWN.replace("def __init__(self, classes)", "def __init__(self, classes, more)"), "failed when it was built"),
        (OWN.replace(".mean((2, 3))", ".mean(2)"), "failed when it was built|Before its last layer"),
        (OWN + "\nraise ValueError('oh')", "failed when it was run: ValueError: oh"),
    ],
)
def test_a_network_of_ones_own_that_does_not_work_is_explained(tmp_path, text, words):
    path = tmp_path / "mine.py"
    path.write_text(text)
    file = trusted(read_network_file(path))
    with pytest.raises(OwnNetworkUnfit, match=words):
        list(train(spec(tmp_path, RecipeKind.SCRATCH, own=own_network(file, "Mine"))))


def test_a_file_without_a_network_is_refused_unread(tmp_path):
    path = tmp_path / "mine.py"
    path.write_text("import os\nos.remove('everything')\nclass Plain: pass")
    with pytest.raises(NetworkFileUnfit, match=r"no class that is an nn\.Module"):
        read_network_file(path)
    path.write_text("def (")
    with pytest.raises(NetworkFileUnfit, match="is no Python"):
        read_network_file(path)


def test_values_that_cannot_be_trained_with_are_named():
    with pytest.raises(RecipeUnusable, match=r"0 as the number of epochs .* choose 1 to 10000"):
        Recipe(epochs=0)
    with pytest.raises(RecipeUnusable, match="learning rate"):
        Recipe(learning_rate=math.nan)


@pytest.mark.parametrize(("edge", "size"), [(32, 32), (80, 64), (500, 128), (0, 128)])
def test_from_scratch_the_input_is_about_as_large_as_the_pictures(edge, size):
    assert default_recipe(RecipeKind.SCRATCH, 5000, edge).fit.size == size
