"""What a run keeps on the disk while it goes: the best weights so far, and all it needs to go on."""

from __future__ import annotations

import time
from pathlib import Path

import torch
from torch import nn

from winnow.training import checkpoint
from winnow.training.averaging import Averaged
from winnow.training.learning import Learner
from winnow.training.networks import Classifier

_EVERY_S = 1.0
_NETWORK, _AVERAGE, _OPTIMISER = "network.", "average.", "optimiser."

Tensors = dict[str, torch.Tensor]


class Keeper:
    """Writes after every epoch, but no more than once a second: an epoch of QUICK takes milliseconds.

    With *head_only* the backbone never changes, so the files hold the head
    alone until the run ends; then the best weights are written whole, so that
    they can be used without what the network started from.
    """

    def __init__(self, folder: Path, network: Classifier, head_only: bool, keeps_last: bool = False) -> None:
        """With *keeps_last* the last epoch's weights are written too, when the run is done."""
        self._folder = folder
        self._keeps_last = keeps_last
        self._network = network
        self._head_only = head_only
        self._best: tuple[int, Tensors] | None = None
        self._is_best_written = True
        self._wrote_at = -_EVERY_S

    def epoch_done(self, state: checkpoint.State, learner: Learner, average: Averaged | None) -> None:
        """Take the weights after the last epoch of *state*; `EpochDone.is_best` says whether they are the best."""
        last = state.history[-1]
        shown = self._network if average is None else average.network
        now = time.monotonic()
        is_due = now - self._wrote_at >= _EVERY_S
        if last.is_best:
            self._best = (last.epoch, _copied(self._parts(shown)))
            self._is_best_written = False
        if is_due:
            # The best ones first: a state never speaks of weights that are not there yet.
            self._write_best(whole=False)
            checkpoint.write_state(self._folder, state, self._everything(learner, average))
            self._wrote_at = time.monotonic()

    def end(self, is_whole: bool, average: Averaged | None) -> None:
        """Write what is not written yet; without any epoch (the run was stopped in its first) the weights as they are.

        With *is_whole* the run is done, and needs nothing to go on any more.
        """
        if self._best is None and not (self._folder / checkpoint.BEST).exists():
            self._best = (0, _copied(self._parts(self._network if average is None else average.network)))
            self._is_best_written = False
        self._write_best(whole=True)
        if is_whole and self._keeps_last:
            shown = self._network if average is None else average.network
            checkpoint.write_weights(self._folder / checkpoint.LAST, shown.state_dict(), 0)
        if is_whole:
            (self._folder / checkpoint.STATE).unlink(missing_ok=True)

    def save_best(self) -> None:
        """Write the best weights if they are not written yet; there may be none."""
        self._write_best(whole=True)

    def go_on(self) -> tuple[checkpoint.State, Tensors] | None:
        """Return the last state, its weights taken by the network already; None where there is none."""
        found = checkpoint.read_state(self._folder)
        if found is None:
            return None
        self._network.load_state_dict(_under(_NETWORK, found[1]), strict=not self._head_only)
        if self._head_only:
            # To be written whole in the end, whether a better one comes or not.
            tensors, words = checkpoint.unpacked(self._folder / checkpoint.BEST)
            heads = {name: value for name, value in tensors.items() if name.startswith("head.")}
            self._best = (int(words["epoch"]), heads)
        return found

    def _write_best(self, whole: bool) -> None:
        if self._best is None or (self._is_best_written and not (whole and self._head_only)):
            return
        epoch, tensors = self._best
        if whole and self._head_only:
            tensors = {**self._network.state_dict(), **tensors}
        checkpoint.write_weights(self._folder / checkpoint.BEST, tensors, epoch, is_head=self._head_only and not whole)
        self._is_best_written = True

    def _everything(self, learner: Learner, average: Averaged | None) -> Tensors:
        tensors = {_NETWORK + name: value for name, value in self._parts(self._network).items()}
        tensors |= {_OPTIMISER + name: value for name, value in learner.tensors().items()}
        if average is not None:
            tensors |= {_AVERAGE + name: value for name, value in self._parts(average.network).items()}
        return tensors

    def _parts(self, network: nn.Module) -> Tensors:
        tensors: Tensors = network.state_dict()
        return {name: value for name, value in tensors.items() if not self._head_only or name.startswith("head.")}


def of_network(tensors: Tensors) -> Tensors:
    """Return the part of a state that is the network's weights."""
    return _under(_NETWORK, tensors)


def of_optimiser(tensors: Tensors) -> Tensors:
    """Return the part of a state that the optimiser remembers."""
    return _under(_OPTIMISER, tensors)


def of_average(tensors: Tensors) -> Tensors:
    """Return the part of a state that is the moving average."""
    return _under(_AVERAGE, tensors)


def _under(prefix: str, tensors: Tensors) -> Tensors:
    return {name.removeprefix(prefix): value for name, value in tensors.items() if name.startswith(prefix)}


def _copied(tensors: Tensors) -> Tensors:
    return {name: value.detach().to("cpu", copy=True) for name, value in tensors.items()}
