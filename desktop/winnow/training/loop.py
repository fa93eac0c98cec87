"""Training as a generator: values in, events out, the best weights on disk."""

from __future__ import annotations

import math
from collections.abc import Generator

import numpy as np
import numpy.typing as npt
import torch
from torch import nn

from winnow.domain.recipe import RecipeKind
from winnow.domain.run import Prepared
from winnow.training import checkpoint
from winnow.training.batches import Batch, batches
from winnow.training.datasets import FrameDataset
from winnow.training.epochs import Epochs, Events
from winnow.training.features import features_of
from winnow.training.learning import Learner
from winnow.training.networks import Classifier, build
from winnow.training.prepared import PreparedPixels
from winnow.training.schedule import by_depth
from winnow.training.spec import TrainingSpec
from winnow.training.torch_setup import device_of, seed_everything, use_threads

_HEAD_RATE = 2.0
"""The head alone learns at twice the rate, as in fastai's ``fine_tune``."""


def train(spec: TrainingSpec) -> Events:
    """Train, yielding `Prepared` once, a `StepDone` a batch, an `EpochDone` an epoch, and now and then a `Note`.

    QUICK may yield ``Progress(unit="features")`` before `Prepared`, and both
    kinds ``Progress(unit="valid")`` between the last step and the epoch's end.
    After each epoch ``best.safetensors`` is what was best so far: the highest
    valid accuracy, of equals the lowest valid loss. Closing the generator
    leaves it so. The same spec gives the same numbers, on a CPU bit for bit.

    Raises:
        LossNotFinite: the loss ran away.
        MemoryExhausted: not even one picture at a time fits into memory.
        NetworkUnknown, DeviceMissing, SampleUnreadable: as they say.
    """
    use_threads()
    seed_everything(spec.recipe.seed)
    device = device_of(spec.recipe.device)
    network = build(spec.recipe.network, spec.classes, spec.recipe.fit.size)
    checkpoint.write_card(spec.folder, checkpoint.Card(spec.recipe.network, spec.classes, spec.recipe))
    if spec.recipe.kind is RecipeKind.QUICK:
        yield from _quick(spec, network)
    else:
        yield from _fine_tuned(spec, _placed(network, device), device)


def _placed(network: Classifier, device: torch.device) -> Classifier:
    # Channels last, which is twice as fast on a CPU; torch's stubs do not know that a module takes it.
    placed: Classifier = network.to(device).to(memory_format=torch.channels_last)  # type: ignore[call-overload]
    return placed


def _quick(spec: TrainingSpec, network: Classifier) -> Events:
    recipe = spec.recipe
    features = spec.features
    if features is None:
        features = yield from features_of(spec.train, spec.valid, recipe.fit, network, spec.embedding_model)
    device = torch.device("cpu")
    yield _prepared(spec, device)
    inputs, valid_inputs = (torch.from_numpy(np.asarray(rows, np.float32)) for rows in features)
    labels, valid_labels = (torch.tensor([one.label for one in samples]) for samples in (spec.train, spec.valid))

    def learned_from(epoch: int) -> Generator[Batch, None, None]:
        for chosen in torch.split(torch.from_numpy(_order(spec, epoch)), recipe.batch_size):
            yield inputs[chosen], labels[chosen]

    def looked_at(_epoch: int) -> Generator[Batch, None, None]:
        yield valid_inputs, valid_labels

    head = _Head(network)
    rates = [recipe.learning_rate]
    learner = Learner(head, [list(network.head.parameters())], rates, recipe.weight_decay, recipe.clip_norm)
    epochs = Epochs(recipe, network, spec.folder, device)
    yield from epochs.phase(head, learner, recipe.epochs, _steps_per_epoch(spec), (learned_from, looked_at))
    epochs.write_last()


def _fine_tuned(spec: TrainingSpec, network: Classifier, device: torch.device) -> Events:
    recipe = spec.recipe
    yield _prepared(spec, device)
    kept = None if spec.prepared is None else PreparedPixels(spec.prepared)
    train_set = FrameDataset(spec.train, recipe.fit, recipe.augmentation, recipe.seed, kept)
    valid_set = FrameDataset(spec.valid, recipe.fit, prepared=kept)

    def learned_from(epoch: int) -> Generator[Batch, None, None]:
        train_set.set_epoch(epoch)
        return batches(train_set, _order(spec, epoch), recipe.batch_size)

    def looked_at(_epoch: int) -> Generator[Batch, None, None]:
        return batches(valid_set, np.arange(len(valid_set)), recipe.batch_size)

    layers = network.layers()
    both = (learned_from, looked_at)
    epochs = Epochs(recipe, network, spec.folder, device, keeps_last=True)
    network.backbone.requires_grad_(False)
    head = Learner(network, layers[-1:], [_HEAD_RATE * recipe.learning_rate], recipe.weight_decay, recipe.clip_norm)
    yield from epochs.phase(network, head, 1, _steps_per_epoch(spec), both)
    network.backbone.requires_grad_(True)
    rates = by_depth(recipe.learning_rate, len(layers))
    whole = Learner(network, layers, rates, recipe.weight_decay, recipe.clip_norm)
    yield from epochs.phase(network, whole, recipe.epochs - 1, _steps_per_epoch(spec), both)


def _steps_per_epoch(spec: TrainingSpec) -> int:
    return math.ceil(len(spec.train) / spec.recipe.batch_size)


def _prepared(spec: TrainingSpec, device: torch.device) -> Prepared:
    return Prepared(spec.recipe.epochs, _steps_per_epoch(spec), len(spec.train), len(spec.valid), str(device))


def _order(spec: TrainingSpec, epoch: int) -> npt.NDArray[np.intp]:
    return np.random.default_rng((spec.recipe.seed, epoch)).permutation(len(spec.train))


class _Head(nn.Module):
    """The head alone, from features to logits."""

    def __init__(self, network: Classifier) -> None:
        super().__init__()
        self._network = network

    def forward(self, features: torch.Tensor) -> torch.Tensor:
        return self._network.logits(features)
