"""One step of learning, in pieces where memory is short."""

from __future__ import annotations

import math
from dataclasses import dataclass

import torch
from torch import nn

from winnow.base.errors import OutsideError, UserError

_MEMORY_WORDS = ("can't allocate memory", "not enough memory", "out of memory")


class LossNotFinite(UserError):
    """Training ran away: the loss is no number any more."""

    def __init__(self, epoch: int, step: int, learning_rate: float) -> None:
        self.epoch, self.step, self.learning_rate = epoch, step, learning_rate
        super().__init__(
            f"The loss became infinite in epoch {epoch} at step {step}, at a learning rate of {learning_rate:.3g}. "
            "What was best before is kept. Train again with a lower learning rate."
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
    """What one batch gave: mean loss in nats, the share that was right, and the largest piece that fitted."""

    loss: float
    accuracy: float
    piece: int


class Learner:
    """The network's part that learns in one phase, with its optimiser: AdamW, a rate for each group of parameters."""

    def __init__(
        self,
        network: nn.Module,
        groups: list[list[nn.Parameter]],
        rates: list[float],
        weight_decay: float,
        clip_norm: float,
    ) -> None:
        """*network* maps inputs to logits; *rates* are the peaks of *groups*."""
        self.rate = rates[-1]
        """The peak of the last group, which stands for the run's rate."""
        self._network = network
        self._clip_norm = clip_norm
        self._peaks = [rate for rate in rates for _ in range(2)]
        self._parameters = [one for group in groups for one in group]
        # Biases and normalisation are not decayed: they do not over-fit, as in fastai.
        self._optimiser = torch.optim.AdamW(
            [
                {"params": [one for one in group if (one.ndim > 1) is decays], "weight_decay": weight_decay * decays}
                for group in groups
                for decays in (False, True)
            ]
        )

    def learn(self, inputs: torch.Tensor, labels: torch.Tensor, share: float, piece: int) -> Learned:
        """Learn from one batch at *share* of the peak rates, at most *piece* samples at a time.

        Gradients are summed over the pieces, so that a batch teaches the same
        however it is cut; a piece that does not fit into memory is halved.

        Raises:
            MemoryExhausted: one sample at a time does not fit.
        """
        while True:
            try:
                loss, right = self._add_gradients(inputs, labels, piece)
            except RuntimeError as error:
                if not _is_memory(error):
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
        if math.isfinite(loss):
            self._step(share)
        return Learned(loss, right / len(labels), piece)

    def _add_gradients(self, inputs: torch.Tensor, labels: torch.Tensor, piece: int) -> tuple[float, int]:
        self._optimiser.zero_grad(set_to_none=True)
        loss, right = 0.0, 0
        for some, wanted in zip(torch.split(inputs, piece), torch.split(labels, piece), strict=True):
            logits = self._network(some)
            part = nn.functional.cross_entropy(logits, wanted, reduction="sum") / len(labels)
            part.backward()  # type: ignore[no-untyped-call]
            loss += float(part.detach())
            right += int((logits.argmax(1) == wanted).sum())
        return loss, right

    def _step(self, share: float) -> None:
        for group, peak in zip(self._optimiser.param_groups, self._peaks, strict=True):
            group["lr"] = peak * share
        if self._clip_norm > 0:
            nn.utils.clip_grad_norm_(self._parameters, self._clip_norm)
        self._optimiser.step()


def _is_memory(error: RuntimeError) -> bool:
    """Say whether *error* is about memory; on the CPU torch raises a bare RuntimeError."""
    if isinstance(error, torch.OutOfMemoryError):
        return True
    return any(words in str(error) for words in _MEMORY_WORDS)
