"""Training as a generator: values in, events out, the best weights on disk."""

from __future__ import annotations

import math
from collections.abc import Generator

import numpy as np
import numpy.typing as npt
import torch
from torch import nn

from winnow.base.counted import counted
from winnow.base.outcomes import Note
from winnow.domain.preparation import are_unequal, epoch_order
from winnow.domain.recipe import Balance, Recipe, RecipeKind
from winnow.domain.run import DeviceLost, Prepared
from winnow.training import checkpoint
from winnow.training.averaging import Averaged
from winnow.training.batches import Batch, Looked, batches, looks
from winnow.training.checks import BATCH, checked
from winnow.training.datasets import FrameDataset
from winnow.training.epochs import Batches, Epochs, Events, Looks, Phase
from winnow.training.features import features_of
from winnow.training.learning import Learner, Loss, is_device_lost
from winnow.training.networks import Classifier, built
from winnow.training.own_network import keep_copy
from winnow.training.prepared import PreparedPixels
from winnow.training.schedule import by_depth
from winnow.training.spec import TrainingSpec
from winnow.training.squares import flat_squares, squares_in_turn
from winnow.training.team import ALONE, Team
from winnow.training.torch_setup import device_or_cpu, seed_everything, use_thread_of_head, use_threads

_HEAD_RATE = 2.0
"""The head alone learns at twice the rate, as in fastai's ``fine_tune``."""

_LONG_STEPS = 100
"""From so many steps on a run is long enough for it to be checked first."""


def train(spec: TrainingSpec, team: Team = ALONE) -> Events:
    """Train, yielding `Prepared` once, a `StepDone` a batch, an `EpochDone` an epoch, and now and then a `Note`.

    Where it goes on, `Restored` follows `Prepared`.

    As one of a *team* it learns from its share alone, and tells of the whole.
    QUICK may yield ``Progress(unit="features")`` before `Prepared`, the others
    ``Progress(unit="check")``, and all ``Progress(unit="valid")`` between the
    last step and the epoch's end. A `DeviceLost` is the last event where the
    device failed: this process is of no use any more, and another one may go on.

    After each epoch ``best.safetensors`` is what was best so far, by the rule of
    `winnow.domain.kept_epoch`; QUICK writes it once a second. Closing the
    generator leaves it so; before the first epoch's end the weights as they are
    are written. The same spec gives the same numbers, on a CPU bit for bit, also
    where it goes on from a checkpoint. QUICK is too little work for a team: each
    member would do all of it.

    Raises:
        LossNotFinite: the loss ran away.
        MemoryExhausted: not even one picture at a time fits into memory.
        NetworkUnknown, NetworkUntaught, WeightsMissing, SampleUnreadable: as they say.
        ModelUnreadable: the checkpoint to go on from is damaged.
    """
    use_threads(team.threads)
    seed_everything(spec.recipe.seed)
    is_quick = spec.recipe.kind is RecipeKind.QUICK
    # A head on stored features is too little work for a graphics card.
    device, words = device_or_cpu("cpu" if is_quick else spec.recipe.device)
    if words:
        yield Note(words)
    if spec.recipe.own is not None:
        keep_copy(spec.recipe.own, spec.folder)
    network = built(spec.recipe, spec.classes, spec.folder, spec.weights)
    if not spec.goes_on:
        checkpoint.write_card(spec.folder, checkpoint.Card(spec.recipe.network, spec.classes, spec.recipe))
    try:
        if is_quick:
            yield from _quick(spec, network)
        else:
            yield from _on_pictures(spec, placed(network, device), device, team)
    except RuntimeError as error:
        if not is_device_lost(error):
            raise
        yield DeviceLost(str(device), str(error).partition("\n")[0])


def placed(network: Classifier, device: torch.device) -> Classifier:
    """Return *network* on *device* in channels-last order, which is twice as fast on a CPU."""
    # torch's stubs do not know that a module takes it.
    there: Classifier = network.to(device).to(memory_format=torch.channels_last)  # type: ignore[call-overload]
    return there


def _quick(spec: TrainingSpec, network: Classifier) -> Events:
    recipe = spec.recipe
    features = spec.features
    if features is None:
        features = yield from features_of(spec.train, spec.valid, recipe.fit, network)
    use_thread_of_head()
    labels, valid_labels = (torch.tensor([one.label for one in samples]) for samples in (spec.train, spec.valid))
    views = [*squares_in_turn(features[0]), *(spec.views if spec.views is not None else ())]
    every_view = torch.from_numpy(np.stack(views).astype(np.float32))
    valid_inputs, counts = (torch.from_numpy(rows) for rows in flat_squares(features[1]))

    def learned_from(epoch: int) -> Generator[Batch, None, None]:
        drawn = np.random.default_rng((recipe.seed, epoch, 2)).integers(0, len(views), len(labels))
        for chosen in torch.split(torch.from_numpy(_order(spec, epoch)), recipe.batch_size):
            yield every_view[torch.from_numpy(drawn)[chosen], chosen], labels[chosen]

    def looked_at() -> Generator[Looked, None, None]:
        yield valid_inputs, valid_labels, counts

    head = _Head(network)
    average = Averaged(network, recipe.ema) if recipe.ema else None
    shown = head if average is None else _Head(average.network)
    learner = Learner(head, [list(network.head.parameters())], [recipe.learning_rate], recipe, _loss(spec, "cpu"))
    whole = Phase(head, shown, learner, 0, recipe.epochs)
    yield from _run(spec, network, average, torch.device("cpu"), (learned_from, looked_at), [whole])


def _on_pictures(spec: TrainingSpec, network: Classifier, device: torch.device, team: Team) -> Events:
    recipe = spec.recipe
    prepared = None if spec.prepared is None else PreparedPixels(spec.prepared)
    train_set = FrameDataset(spec.train, recipe.fit, recipe.augmentation, recipe.seed, prepared)
    valid_set = FrameDataset(spec.valid, recipe.fit, prepared=prepared)

    def learned_from(epoch: int) -> Generator[Batch, None, None]:
        train_set.set_epoch(epoch)
        own = team.share(_order(spec, epoch), recipe.batch_size)
        count = 0
        for batch in batches(train_set, own, team.share_size(recipe.batch_size)):
            yield batch
            count += 1
        if count < steps_per_epoch(spec):
            # The last batch is smaller than the team: who has nothing of it learns from the others.
            yield batch[0][:0], batch[1][:0]

    def looked_at() -> Generator[Looked, None, None]:
        return looks(valid_set, np.arange(len(valid_set))[team.rank :: team.size], recipe.batch_size)

    if not spec.goes_on and recipe.epochs * steps_per_epoch(spec) >= _LONG_STEPS:
        few = FrameDataset([spec.train[at] for at in _one_of_each(spec)], recipe.fit, prepared=prepared)
        for inputs, labels in batches(few, np.arange(len(few)), len(few)):
            yield from checked(network, recipe, inputs.to(device), labels.to(device), spec.classes)
    average = Averaged(network, recipe.ema) if recipe.ema else None
    phases = _phases(spec, network, average, device, team)
    yield from _run(spec, network, average, device, (learned_from, looked_at), phases, team)


def _phases(
    spec: TrainingSpec, network: Classifier, average: Averaged | None, device: torch.device, team: Team
) -> list[Phase]:
    recipe, loss = spec.recipe, _loss(spec, device)
    shown = network if average is None else average.network
    layers = network.layers()
    if recipe.kind is RecipeKind.SCRATCH:
        learner = Learner(network, layers, [recipe.learning_rate] * len(layers), recipe, loss, team)
        return [Phase(network, shown, learner, 0, recipe.epochs)]
    frozen = min(recipe.frozen_epochs, recipe.epochs)
    head = Learner(network, layers[-1:], [_HEAD_RATE * recipe.learning_rate], recipe, loss, team)
    whole = Learner(network, layers, by_depth(recipe.learning_rate, len(layers)), recipe, loss, team)
    return [
        Phase(_Frozen(network), shown, head, 0, frozen),
        Phase(network, shown, whole, frozen, recipe.epochs - frozen),
    ]


def _run(
    spec: TrainingSpec,
    network: Classifier,
    average: Averaged | None,
    device: torch.device,
    both: tuple[Batches, Looks],
    phases: list[Phase],
    team: Team = ALONE,
) -> Events:
    per_epoch = steps_per_epoch(spec)
    epochs = Epochs(spec, network, average, device, both, per_epoch, team)
    restored = epochs.go_on() if spec.goes_on else None
    yield Prepared(
        spec.recipe.epochs, per_epoch, len(spec.train), len(spec.valid), str(device), epochs_before=epochs.count
    )
    if restored is not None:
        yield restored
    if _is_unequal(spec) and spec.recipe.balance is not Balance.NONE and not spec.goes_on:
        yield Note(_balance_words(spec))
    try:
        for phase in phases:
            network.backbone.requires_grad_(not isinstance(phase.learned, _Frozen))
            yield from epochs.phase(phase)
    except GeneratorExit:
        epochs.end(is_whole=False)
        raise
    except BaseException:
        epochs.save_best()
        raise
    epochs.end(is_whole=True)


def steps_per_epoch(spec: TrainingSpec) -> int:
    """Return how many batches one pass over train has."""
    return math.ceil(len(spec.train) / spec.recipe.batch_size)


def _order(spec: TrainingSpec, epoch: int) -> npt.NDArray[np.intp]:
    labels = np.array([one.label for one in spec.train], np.int64)
    return epoch_order(labels, spec.recipe.balance, spec.recipe.seed, epoch)


def _loss(spec: TrainingSpec, device: torch.device | str) -> Loss:
    return loss_of(spec.recipe, _sizes(spec), device)


def loss_of(recipe: Recipe, sizes: npt.NDArray[np.intp], device: torch.device | str = "cpu") -> Loss:
    """Return what a run by *recipe* loses by; *sizes*, (classes,), are the pictures of each class in train."""
    if recipe.balance is not Balance.WEIGHTS or not are_unequal(sizes.tolist()):
        return Loss(recipe.label_smoothing)
    # All pictures together weigh as much as without weights, and so does each class as any other.
    weights = sizes.sum() / (np.count_nonzero(sizes) * np.maximum(sizes, 1))
    return Loss(recipe.label_smoothing, torch.tensor(weights, dtype=torch.float32, device=device))


def _sizes(spec: TrainingSpec) -> npt.NDArray[np.intp]:
    return np.bincount([one.label for one in spec.train], minlength=spec.classes)


def _is_unequal(spec: TrainingSpec) -> bool:
    return are_unequal(_sizes(spec).tolist())


def _balance_words(spec: TrainingSpec) -> str:
    there = _sizes(spec)
    largest = counted(int(there.max()), "picture")
    words = f"The largest class has {largest} in train and the smallest {there[there > 0].min()}: "
    if spec.recipe.balance is Balance.WEIGHTS:
        return words + "pictures of rare classes count more, so that all classes weigh the same."
    return words + "pictures of rare classes are drawn more often, so that all classes come equally often."


def _one_of_each(spec: TrainingSpec) -> list[int]:
    """Return some samples in which the classes take turns, as far as there are any."""
    by_label: dict[int, list[int]] = {}
    for at, sample in enumerate(spec.train):
        by_label.setdefault(sample.label, []).append(at)
    turns = [rows[turn] for turn in range(BATCH) for rows in by_label.values() if turn < len(rows)]
    return turns[:BATCH]


class _Head(nn.Module):
    """The head alone, from features to logits."""

    def __init__(self, network: Classifier) -> None:
        super().__init__()
        self._network = network

    def forward(self, features: torch.Tensor) -> torch.Tensor:
        return self._network.logits(features)


class _Frozen(nn.Module):
    """The whole network, while its head alone learns."""

    def __init__(self, network: Classifier) -> None:
        super().__init__()
        self._network = network

    def forward(self, pixels: torch.Tensor) -> torch.Tensor:
        logits: torch.Tensor = self._network(pixels)
        return logits
