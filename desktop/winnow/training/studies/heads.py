"""A linear head on stored features: its short trainings, its loss, and nothing of the network under it."""

from __future__ import annotations

import math
import time
from collections.abc import Generator, Iterable
from dataclasses import dataclass

import numpy as np
import torch
from torch import nn

from winnow.base.outcomes import Tick
from winnow.domain.kept_epoch import is_kept
from winnow.domain.recipe import Recipe
from winnow.domain.run import EpochDone
from winnow.training.learning import Learner
from winnow.training.loop import loss_of
from winnow.training.schedule import share_of_peak
from winnow.training.spec import Features

TICK_S = 0.05
STOP_AT = 4.0
"""A run is given up when its smoothed loss is so many times its first."""
_SMOOTHING = 0.9


@dataclass(frozen=True, slots=True, eq=False)
class HeadSet:
    """Inputs, (n, dim) float32 about 1 in size, and labels, (n,) int64, of train and of valid."""

    inputs: torch.Tensor
    labels: torch.Tensor
    valid_inputs: torch.Tensor
    valid_labels: torch.Tensor
    classes: int


def head_set(features: tuple[Features, Features], labels: tuple[Iterable[int], Iterable[int]], classes: int) -> HeadSet:
    """Return *features* of train and valid, rows of length 1, as `winnow.training.networks.Classifier` scales them."""
    train, valid = (torch.from_numpy(np.array(rows, np.float32)) * math.sqrt(rows.shape[1]) for rows in features)
    train_labels, valid_labels = (torch.tensor(list(some), dtype=torch.int64) for some in labels)
    return HeadSet(train, train_labels, valid, valid_labels, classes)


def new_head(dim: int, classes: int, start_seed: int | None = None) -> nn.Linear:
    """Return a head that holds all classes for equally likely, or one drawn from *start_seed* as torch draws it."""
    head = nn.Linear(dim, classes)
    source = torch.Generator().manual_seed(start_seed or 0)
    bound = 0.0 if start_seed is None else 1 / math.sqrt(dim)
    for one in head.parameters():
        nn.init.uniform_(one, -bound, bound, generator=source)
    return head


def flat(head: nn.Module) -> torch.Tensor:
    """Return a copy of all numbers of *head*, in the order of its parameters."""
    return nn.utils.parameters_to_vector(head.parameters()).detach().clone()


@dataclass(frozen=True, slots=True, eq=False)
class HeadEpoch:
    """An epoch's report with the head's numbers after it."""

    done: EpochDone
    flat: torch.Tensor


class Diverged(Exception):
    """The loss of a short run passed `STOP_AT` times its start, or became no number."""


def order_of(seed: int, epoch: int, count: int) -> torch.Tensor:
    """Return the order in which an epoch (from 1) takes *count* samples: that of a run."""
    return torch.from_numpy(np.random.default_rng((seed, epoch)).permutation(count))


def head_learner(head: nn.Linear, data: HeadSet, recipe: Recipe, rate: float) -> Learner:
    """Return what teaches *head* as a run by *recipe* would, at the peak *rate*."""
    loss = loss_of(recipe, np.bincount(data.labels.numpy(), minlength=data.classes))
    return Learner(head, [list(head.parameters())], [rate], recipe, loss)


def learned(
    head: nn.Linear, data: HeadSet, recipe: Recipe, seed: int, gives_up: bool = False
) -> Generator[object, None, None]:
    """Train *head* by *recipe*; yield `Tick` and a `HeadEpoch` an epoch.

    Raises:
        Diverged: the loss is no number; with *gives_up* as soon as it runs away.
    """
    learner = head_learner(head, data, recipe, recipe.learning_rate)
    count, size = len(data.labels), recipe.batch_size
    per_epoch = math.ceil(count / size)
    watch, at, told = _Watch(gives_up), 0, time.monotonic()
    history: list[EpochDone] = []
    for epoch in range(1, recipe.epochs + 1):
        valid_losses = [one.valid_loss for one in history]
        began, loss_sum, right = time.monotonic(), 0.0, 0.0
        for chosen in torch.split(order_of(seed, epoch, count), size):
            share = share_of_peak(recipe, at, recipe.epochs, per_epoch, valid_losses)
            one = learner.learn(data.inputs[chosen], data.labels[chosen], share, size)
            watch.see(one.loss)
            at, loss_sum, right = at + 1, loss_sum + one.loss * len(chosen), right + one.accuracy * len(chosen)
            if time.monotonic() - told > TICK_S:
                told = time.monotonic()
                yield Tick()
        seconds = time.monotonic() - began
        valid_loss, valid_right = evaluated(head, data.valid_inputs, data.valid_labels)
        accuracy = valid_right / len(data.valid_labels)
        is_best = is_kept(history, accuracy, valid_loss, len(data.valid_labels))
        history.append(EpochDone(epoch, at, loss_sum / count, right / count, valid_loss, accuracy, seconds, is_best))
        yield HeadEpoch(history[-1], flat(head))


def evaluated(head: nn.Linear, inputs: torch.Tensor, labels: torch.Tensor) -> tuple[float, int]:
    """Return the mean loss, in nats, and how many are right."""
    with torch.inference_mode():
        logits = head(inputs)
        return float(nn.functional.cross_entropy(logits, labels)), int((logits.argmax(1) == labels).sum())


class _Watch:
    """Sees the losses of a run, and gives it up."""

    def __init__(self, gives_up: bool) -> None:
        self._gives_up = gives_up
        self._first = self._smoothed = math.nan

    def see(self, loss: float) -> None:
        if math.isnan(self._first):
            self._first = self._smoothed = loss
        self._smoothed = _SMOOTHING * self._smoothed + (1 - _SMOOTHING) * loss
        if not math.isfinite(loss) or (self._gives_up and self._smoothed > STOP_AT * self._first):
            raise Diverged
