"""Epoch after epoch: learn, look at valid, keep the best."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Generator
from contextlib import closing
from pathlib import Path

import torch
from torch import nn

from winnow.base.outcomes import Note, Progress
from winnow.domain.recipe import Recipe
from winnow.domain.run import EpochDone, StepDone
from winnow.training import checkpoint
from winnow.training.batches import Batch
from winnow.training.learning import Learner, LossNotFinite
from winnow.training.networks import Classifier
from winnow.training.schedule import one_cycle

Events = Generator[object, None, None]
Batches = Callable[[int], Generator[Batch, None, None]]
"""From the epoch's number (from 1) to its batches."""


class Epochs:
    """A run under way: where it stands, what was best, and how to go on by a phase of some epochs."""

    def __init__(
        self, recipe: Recipe, network: Classifier, folder: Path, device: torch.device, keeps_last: bool = False
    ) -> None:
        """With *keeps_last* the last epoch's weights are written too, after each."""
        self._recipe = recipe
        self._network = network
        self._folder = folder
        self._device = device
        self._keeps_last = keeps_last
        self._epoch = 0
        self._step = 0
        self._best = (-1.0, -math.inf)
        self._best_epoch = 0
        self._piece = recipe.batch_size

    def phase(
        self,
        part: nn.Module,
        learner: Learner,
        epochs: int,
        steps_per_epoch: int,
        batches: tuple[Batches, Batches],
    ) -> Events:
        """Train *part* of the network by *learner* under one cycle of the rate; yields events as `loop.train`.

        *batches* are those of train and of valid, inputs of *part*.
        """
        first_step = self._step
        for _ in range(epochs):
            started = time.monotonic()
            self._epoch += 1
            self._set_mode()
            loss_sum, right, seen = 0.0, 0.0, 0
            with closing(batches[0](self._epoch)) as train:
                for inputs, labels in train:
                    share = one_cycle(self._step - first_step, epochs * steps_per_epoch, self._recipe.warm_up)
                    step = yield from self._learned(learner, inputs, labels, share)
                    loss_sum, right = loss_sum + step.loss * len(labels), right + step.accuracy * len(labels)
                    seen += len(labels)
                    yield step
            valid_loss, valid_accuracy = yield from self._looked_at(part, batches[1])
            is_best = self._kept(valid_accuracy, valid_loss)
            if self._keeps_last:
                self.write_last()
            seconds = time.monotonic() - started
            yield EpochDone(
                self._epoch, self._step, loss_sum / seen, right / seen, valid_loss, valid_accuracy, seconds, is_best
            )
            patience = self._recipe.early_stop_epochs
            if patience and self._epoch - self._best_epoch >= patience:
                yield Note(f"Stopped early: no epoch since number {self._best_epoch} was better.")
                return

    def write_last(self) -> None:
        """Write the weights as they are now."""
        checkpoint.write_weights(self._folder / checkpoint.LAST, self._network.state_dict(), self._epoch)

    def _set_mode(self) -> None:
        """Let the network learn, but normalise by what it was pretrained with.

        Its running statistics follow new weights too slowly for a run of a
        few hundred steps, and batches are small; besides, only so does a
        batch teach the same in pieces. Source: Keras guide "Transfer learning
        and fine-tuning".
        """
        self._network.train()
        for module in self._network.modules():
            if isinstance(module, nn.BatchNorm2d):
                module.eval()

    def _learned(
        self, learner: Learner, inputs: torch.Tensor, labels: torch.Tensor, share: float
    ) -> Generator[object, None, StepDone]:
        learned = learner.learn(inputs.to(self._device), labels.to(self._device), share, self._piece)
        self._step += 1
        rate = learner.rate * share
        if learned.piece < self._piece:
            self._piece = learned.piece
            yield Note(
                f"There is not enough memory for {len(labels)} pictures at a time: "
                f"each batch is learned in pieces of {self._piece} from now on, with the same result."
            )
        if not math.isfinite(learned.loss):
            raise LossNotFinite(self._epoch, self._step, rate)
        return StepDone(self._step, learned.loss, learned.accuracy, rate)

    def _looked_at(self, part: nn.Module, batches: Batches) -> Generator[object, None, tuple[float, float]]:
        """Return the mean loss and the accuracy of *part* on valid."""
        self._network.eval()
        loss, right, seen = 0.0, 0, 0
        with closing(batches(self._epoch)) as valid:
            for inputs, labels in valid:
                wanted = labels.to(self._device)
                with torch.inference_mode():
                    logits = part(inputs.to(self._device))
                    loss += float(nn.functional.cross_entropy(logits, wanted, reduction="sum"))
                    right += int((logits.argmax(1) == wanted).sum())
                seen += len(labels)
                yield Progress(seen, 0, "valid")
        if not math.isfinite(loss):
            raise LossNotFinite(self._epoch, self._step, self._recipe.learning_rate)
        return loss / seen, right / seen

    def _kept(self, accuracy: float, loss: float) -> bool:
        """Write the weights if they are the best so far, and say whether they are."""
        is_best = (accuracy, -loss) > self._best
        if is_best:
            self._best, self._best_epoch = (accuracy, -loss), self._epoch
            checkpoint.write_weights(self._folder / checkpoint.BEST, self._network.state_dict(), self._epoch)
        return is_best
