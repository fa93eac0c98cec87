"""One step of learning, in pieces where memory is short."""

from __future__ import annotations

import contextlib
import math
from collections.abc import Mapping
from dataclasses import dataclass

import torch
from torch import nn

from winnow.base.errors import OutsideError, UserError
from winnow.domain.recipe import OptimiserKind, Recipe
from winnow.training.team import ALONE, Team

_MEMORY_WORDS = ("can't allocate memory", "not enough memory", "out of memory")
_DEVICE_WORDS = ("CUDA error", "CUDA driver", "MPS backend", "cuDNN error", "HIP error")


class LossNotFinite(UserError):
    """Training ran away: the loss is no number any more, or beyond all measure."""

    def __init__(self, epoch: int, step: int, learning_rate: float, cause: str = "") -> None:
        self.epoch, self.step, self.learning_rate = epoch, step, learning_rate
        because = cause or (
            f"The rate is too high for these pictures: train again with a lower one, such as {learning_rate / 10:.2g}."
        )
        super().__init__(
            f"The loss ran away in epoch {epoch} at step {step}, at a learning rate of {learning_rate:.3g}. "
            f"{because} What was best before is kept."
        )


class MemoryExhausted(OutsideError):
    """Not even one picture at a time fits into memory."""

    def __init__(self, device: str) -> None:
        self.device = device
        super().__init__(
            f"There is not enough memory on {device} to train with even one picture at a time. "
            "Close other programs or choose a smaller input size, and train again."
        )


@dataclass(frozen=True, slots=True)
class Learned:
    """What one batch of *count* samples gave: mean loss in nats, share that was right, largest piece that fitted."""

    loss: float
    accuracy: float
    piece: int
    count: int


class Loss:
    """Cross-entropy, with classes weighted and labels smoothed as a recipe says.

    Labels are (n,) class indices, or, of pictures that were mixed, (n, classes) shares.
    """

    def __init__(self, smoothing: float = 0.0, class_weights: torch.Tensor | None = None) -> None:
        self._smoothing = smoothing
        self._weights = class_weights

    def summed(self, logits: torch.Tensor, labels: torch.Tensor) -> torch.Tensor:
        """Return the sum over the samples, in nats; divide by `weight` for the mean."""
        return nn.functional.cross_entropy(
            logits, labels, weight=self._weights, reduction="sum", label_smoothing=self._smoothing
        )

    def weight(self, labels: torch.Tensor) -> float:
        """Return what the samples of *labels* weigh together: their number, where classes are not weighted."""
        if self._weights is None:
            return float(len(labels))
        return float((labels @ self._weights if labels.is_floating_point() else self._weights[labels]).sum())


class Learner:
    """The network's part that learns in one phase, with its optimiser and a rate for each group of parameters."""

    def __init__(
        self,
        network: nn.Module,
        groups: list[list[nn.Parameter]],
        rates: list[float],
        recipe: Recipe,
        loss: Loss | None = None,
        team: Team = ALONE,
    ) -> None:
        """*network* maps inputs to logits; *rates* are the peaks of *groups*."""
        self.rate = rates[-1]
        """The peak of the last group, which stands for the run's rate."""
        self._network = network
        self._team = team
        self._clip_norm = recipe.clip_norm
        self._peaks = [rate for rate in rates for _ in range(2)]
        self._parameters = [one for group in groups for one in group]
        self._loss = loss or Loss(recipe.label_smoothing)
        # Biases and normalisation are not decayed: they do not over-fit, as in fastai.
        self._optimiser = _optimiser(
            recipe,
            [
                {
                    "params": [one for one in group if (one.ndim > 1) is decays],
                    "weight_decay": recipe.weight_decay * decays,
                }
                for group in groups
                for decays in (False, True)
            ],
        )
        self._precision = _precision(self._parameters[0].device)
        self._scaler = torch.amp.GradScaler("cuda", enabled=self._precision is torch.float16)

    def learn(self, inputs: torch.Tensor, labels: torch.Tensor, share: float, piece: int) -> Learned:
        """Learn from one batch at *share* of the peak rates, at most *piece* samples at a time; labels as of `Loss`.

        Gradients are summed over the pieces, so that a batch teaches the same
        however it is cut; a piece that does not fit into memory is halved. In a
        team the batch is this member's share, which may be empty, and what is
        returned is of all of it.

        Raises:
            MemoryExhausted: one sample at a time does not fit.
        """
        while True:
            try:
                loss, right = self._add_gradients(inputs, labels, piece)
            except RuntimeError as error:
                if is_device_lost(error) or not is_memory(error):
                    raise
            else:
                break
            # Outside the handler: the error's traceback holds on to the memory.
            if inputs.is_cuda:
                torch.cuda.empty_cache()
            piece = min(piece, len(labels))
            if piece == 1:
                raise MemoryExhausted(str(inputs.device))
            piece = math.ceil(piece / 2)
        loss, all_right, count = self._team.totals(loss, right, len(labels))
        if math.isfinite(loss):
            self._team.sum_gradients(self._parameters)
            self._step(share)
        return Learned(loss, all_right / count, piece, int(count))

    def tensors(self) -> dict[str, torch.Tensor]:
        """Return what the optimiser remembers, by names that can be stored."""
        state: Mapping[int, Mapping[str, object]] = self._optimiser.state_dict()["state"]
        return {
            f"{at}.{name}": value
            for at, remembered in state.items()
            for name, value in remembered.items()
            if isinstance(value, torch.Tensor)
        }

    def take_back(self, tensors: Mapping[str, torch.Tensor]) -> None:
        """Remember again what `tensors` gave."""
        state: dict[int, dict[str, torch.Tensor]] = {}
        for key, value in tensors.items():
            at, _, name = key.partition(".")
            state.setdefault(int(at), {})[name] = value
        self._optimiser.load_state_dict({**self._optimiser.state_dict(), "state": state})

    def _add_gradients(self, inputs: torch.Tensor, labels: torch.Tensor, piece: int) -> tuple[float, int]:
        self._optimiser.zero_grad(set_to_none=True)
        (weight,) = self._team.totals(self._loss.weight(labels))
        loss, right = 0.0, 0
        if not len(labels):
            return loss, right
        for some, wanted in zip(torch.split(inputs, piece), torch.split(labels, piece), strict=True):
            with self._cast(inputs.device):
                logits = self._network(some)
                part = self._loss.summed(logits.float(), wanted) / weight
            self._scaler.scale(part).backward()  # type: ignore[no-untyped-call]
            loss += float(part.detach())
            most = wanted.argmax(1) if wanted.is_floating_point() else wanted
            right += int((logits.argmax(1) == most).sum())
        return loss, right

    def _cast(self, device: torch.device) -> contextlib.AbstractContextManager[object]:
        if self._precision is torch.float32:
            return contextlib.nullcontext()
        return torch.autocast(device.type, dtype=self._precision)

    def _step(self, share: float) -> None:
        for group, peak in zip(self._optimiser.param_groups, self._peaks, strict=True):
            group["lr"] = peak * share
        if self._clip_norm > 0:
            self._scaler.unscale_(self._optimiser)
            nn.utils.clip_grad_norm_(self._parameters, self._clip_norm)
        self._scaler.step(self._optimiser)
        self._scaler.update()


def is_memory(error: RuntimeError) -> bool:
    """Say whether *error* is about memory; on the CPU torch raises a bare RuntimeError."""
    if isinstance(error, torch.OutOfMemoryError):
        return True
    return any(words in str(error) for words in _MEMORY_WORDS)


def is_device_lost(error: RuntimeError) -> bool:
    """Say whether *error* means that the device cannot be used any more by this process."""
    if isinstance(error, torch.OutOfMemoryError):
        return False
    return isinstance(error, torch.AcceleratorError) or any(words in str(error) for words in _DEVICE_WORDS)


def _optimiser(recipe: Recipe, groups: list[dict[str, object]]) -> torch.optim.Optimizer:
    if recipe.optimiser is OptimiserKind.SGD:
        return torch.optim.SGD(groups, lr=recipe.learning_rate, momentum=recipe.momentum, nesterov=recipe.momentum > 0)
    if recipe.optimiser is OptimiserKind.ADAM:
        return torch.optim.Adam(groups, lr=recipe.learning_rate)
    return torch.optim.AdamW(groups, lr=recipe.learning_rate)


def _precision(device: torch.device) -> torch.dtype:
    """Return what a step is computed in: half as many bits on CUDA, where that is faster; elsewhere it is not."""
    if device.type != "cuda":
        return torch.float32
    return torch.bfloat16 if torch.cuda.is_bf16_supported(including_emulation=False) else torch.float16
