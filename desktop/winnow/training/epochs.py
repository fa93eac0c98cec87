"""Epoch after epoch: learn, look at valid, keep the best."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Generator
from contextlib import closing
from dataclasses import dataclass

import numpy as np
import torch
from torch import nn

from winnow.base.counted import counted
from winnow.base.outcomes import Note, Progress
from winnow.domain.kept_epoch import is_kept
from winnow.domain.recipe import RecipeKind, Schedule
from winnow.domain.run import EpochDone, Restored, StepDone
from winnow.training.augmentation import mixed
from winnow.training.averaging import Averaged
from winnow.training.batches import Batch, Looked, voted
from winnow.training.checkpoint import State
from winnow.training.keeping import Keeper, Tensors, of_average, of_optimiser
from winnow.training.learning import Learner, LossNotFinite
from winnow.training.networks import Classifier
from winnow.training.schedule import share_of_peak
from winnow.training.spec import TrainingSpec
from winnow.training.team import ALONE, Team

Events = Generator[object, None, None]
Batches = Callable[[int], Generator[Batch, None, None]]
"""From the epoch's number (from 1) to its batches."""
Looks = Callable[[], Generator[Looked, None, None]]
"""To all of valid, some at a time."""

_BAD_STEPS = 20
_BAD_LOSS = 100.0
"""A loss of so many times the first one is as bad as none."""


@dataclass(frozen=True, slots=True, eq=False)
class Phase:
    """Some epochs with one optimiser under one schedule, after *before* epochs of the run."""

    learned: nn.Module
    """From inputs to logits; it learns."""
    shown: nn.Module
    """The same, as valid looks at it: *learned*, or its moving average."""
    learner: Learner
    before: int
    epochs: int


class Epochs:
    """A run under way: where it stands, what was best, and how to go on by a phase of some epochs."""

    def __init__(
        self,
        spec: TrainingSpec,
        network: Classifier,
        average: Averaged | None,
        device: torch.device,
        batches: tuple[Batches, Looks],
        steps_per_epoch: int,
        team: Team = ALONE,
    ) -> None:
        """*batches* are those of train and of valid, as the phases' parts take them; of *team*, this member's share."""
        self._recipe = spec.recipe
        self._network = network
        self._average = average
        self._device = device
        self._batches = batches
        self._team = team
        self._steps_per_epoch = steps_per_epoch
        self._classes = spec.classes
        self._valid = len(spec.valid)
        self._is_quick = spec.recipe.kind is RecipeKind.QUICK
        self._keeper = Keeper(spec.folder, network, head_only=self._is_quick, keeps_last=spec.keeps_last)
        self._history: tuple[EpochDone, ...] = ()
        self._restored: Tensors | None = None
        self._step = 0
        self._piece = spec.recipe.batch_size
        self._bad_steps = 0
        self._is_stopped_early = False

    @property
    def count(self) -> int:
        """How many epochs are done."""
        return len(self._history)

    def go_on(self) -> Restored | None:
        """Stand where the last checkpoint was written, and return what was done then; None where there is none."""
        found = self._keeper.go_on()
        if found is None:
            return None
        state, self._restored = found
        self._history, self._step, self._piece = state.history, state.step, state.piece
        if self._average is not None:
            self._average.network.load_state_dict(of_average(self._restored), strict=not self._is_quick)
        return Restored(state.history, state.steps)

    def phase(self, phase: Phase) -> Events:
        """Train for what is left of *phase*; yields events as `loop.train`."""
        end = phase.before + phase.epochs
        if self.count >= end or self._is_stopped_early:
            return
        if self._restored is not None and self.count > phase.before:
            phase.learner.take_back(of_optimiser(self._restored))
        self._restored = None
        while self.count < end and not self._is_stopped_early:
            yield from self._epoch(phase)
            yield from self._early_stop()

    def end(self, is_whole: bool) -> None:
        """Write what is not written yet; see `Keeper.end`."""
        self._keeper.end(is_whole, self._average)

    def save_best(self) -> None:
        """Write the best weights, if there are any that are not written yet."""
        self._keeper.save_best()

    def _epoch(self, phase: Phase) -> Events:
        started = time.monotonic()
        epoch = self.count + 1
        # Whatever an epoch draws depends on its number alone, so that a run can go on from any of them.
        torch.manual_seed(seed_of(self._recipe.seed, epoch))
        set_mode(self._network, self._recipe.kind)
        losses = [one.valid_loss for one in self._history[phase.before :]]
        loss_sum, right, seen, steps = 0.0, 0.0, 0, list[StepDone]()
        with closing(self._batches[0](epoch)) as train:
            for inputs, labels in train:
                at = self._step - phase.before * self._steps_per_epoch
                share = share_of_peak(self._recipe, at, phase.epochs, self._steps_per_epoch, losses)
                step, count = yield from self._learned(phase.learner, inputs, labels, share)
                loss_sum, right = loss_sum + step.loss * count, right + step.accuracy * count
                seen += count
                steps.append(step)
                yield step
        self._team.agree(self._network)
        valid_loss, valid_accuracy = yield from self._looked_at(phase.shown)
        done = EpochDone(
            epoch=epoch,
            step=self._step,
            train_loss=loss_sum / seen,
            train_accuracy=right / seen,
            valid_loss=valid_loss,
            valid_accuracy=valid_accuracy,
            seconds=time.monotonic() - started,
            is_best=is_kept(self._history, valid_accuracy, valid_loss, self._valid),
        )
        self._history = (*self._history, done)
        state = State(self._history, self._step, self._piece, tuple(steps))
        self._keeper.epoch_done(state, phase.learner, self._average)
        yield done

    def _learned(
        self, learner: Learner, inputs: torch.Tensor, labels: torch.Tensor, share: float
    ) -> Generator[object, None, tuple[StepDone, int]]:
        """Return what the step gave, and from how many samples, of all members of the team."""
        placed, wanted = self._mixed(inputs.to(self._device), labels.to(self._device))
        learned = learner.learn(placed, wanted, share, self._piece)
        self._step += 1
        rate = learner.rate * share
        if learned.piece < self._piece:
            self._piece = learned.piece
            yield Note(self._memory_words(len(labels)))
        self._judge(learned.loss, rate, inputs)
        if self._average is not None:
            self._average.follow(self._network, self._step)
        return StepDone(self._step, learned.loss, learned.accuracy, rate), learned.count

    def _mixed(self, inputs: torch.Tensor, labels: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        if self._is_quick or not (self._recipe.mixup or self._recipe.cutmix):
            return inputs, labels
        seed = seed_of(self._recipe.seed, self._step, 1)
        return mixed(inputs, labels, self._classes, self._recipe.mixup, self._recipe.cutmix, seed)

    def _memory_words(self, batch: int) -> str:
        same = "with nearly the same result" if self._recipe.kind is RecipeKind.SCRATCH else "with the same result"
        return (
            f"There is not enough memory for {counted(batch, 'picture')} at a time: each batch is learned in pieces of "
            f"{self._piece} from now on, {same}, so the learning rate stays {self._recipe.learning_rate:g}."
        )

    def _judge(self, loss: float, rate: float, inputs: torch.Tensor) -> None:
        """Raise `LossNotFinite` at once where the loss is none, and after some steps where it is beyond all measure."""
        if not math.isfinite(loss):
            cause = ""
            if not bool(torch.isfinite(inputs).all()):
                cause = "A picture or its features hold what is no number: run 'winnow doctor' on the project."
            raise LossNotFinite(self.count + 1, self._step, rate, cause)
        self._bad_steps = self._bad_steps + 1 if loss > _BAD_LOSS * math.log(self._classes) else 0
        if self._bad_steps >= _BAD_STEPS:
            raise LossNotFinite(self.count + 1, self._step, rate)

    def _looked_at(self, part: nn.Module) -> Generator[object, None, tuple[float, float]]:
        """Return the mean loss and the accuracy of *part* on valid."""
        self._network.eval()
        part.eval()
        epoch = self.count + 1
        loss, right, seen = 0.0, 0, 0
        with closing(self._batches[1]()) as valid:
            for inputs, labels, counts in valid:
                wanted = labels.to(self._device)
                with torch.inference_mode():
                    # In pieces that are known to fit: learning needs more memory than looking.
                    logits = torch.cat(
                        [part(some.to(self._device)) for some in torch.split(inputs, self._most_at_once())]
                    )
                    said = voted(logits, counts)
                    loss += float(nn.functional.nll_loss(said, wanted, reduction="sum"))
                    right += int((said.argmax(1) == wanted).sum())
                seen += len(labels)
                yield Progress(seen, 0, "valid")
        all_loss, all_right, all_seen = self._team.totals(loss, right, seen)
        if not math.isfinite(all_loss):
            raise LossNotFinite(epoch, self._step, self._recipe.learning_rate)
        return all_loss / all_seen, all_right / all_seen

    def _most_at_once(self) -> int:
        """Return how many samples fit; features take next to no memory, and all of valid comes as one batch there."""
        return 1 << 20 if self._is_quick else self._piece

    def _early_stop(self) -> Events:
        patience = self._recipe.early_stop_epochs
        best = max(one.epoch for one in self._history if one.is_best)
        if not patience or self.count - best < patience or self.count >= self._recipe.epochs:
            return
        self._is_stopped_early = True
        words = f"Stopped early: no epoch since number {best} was better."
        if self._recipe.schedule in (Schedule.ONE_CYCLE, Schedule.COSINE):
            words += (
                f" The learning rate had not come down yet, as it does by the end of this schedule: "
                f"a run of {counted(max(1, best), 'epoch')} may well be better than this one."
            )
        yield Note(words)


def seed_of(*numbers: int) -> int:
    """Return a seed of 32 bits that depends on all *numbers*, and on their order."""
    return int(np.random.SeedSequence(numbers).generate_state(1)[0])


def set_mode(network: nn.Module, kind: RecipeKind) -> None:
    """Let the network learn, but normalise by what it was pretrained with, where it was.

    Its running statistics follow new weights too slowly for a run of a
    few hundred steps, and batches are small; besides, only so does a
    batch teach the same in pieces. Source: Keras guide "Transfer learning
    and fine-tuning".
    """
    network.train()
    if kind is RecipeKind.SCRATCH:
        return
    for module in network.modules():
        if isinstance(module, nn.BatchNorm2d):
            module.eval()
