"""Several processes that train one network together: each learns from its share of every batch, in step."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta

import numpy as np
import numpy.typing as npt
import torch
import torch.distributed as together
from torch import nn

_PATIENCE = timedelta(minutes=10)
"""A member that is not heard of for so long is lost."""


@dataclass(frozen=True, slots=True)
class Team:
    """Member *rank* of *size*, with *threads* cores each; alone unless `join` was called.

    The batch stays the recipe's: it is divided among the members, and their
    gradients are summed, so that a step teaches what it would teach one
    process, and the learning rate stays as it is. Batch normalisation alone
    sees only its member's share.
    """

    rank: int = 0
    size: int = 1
    threads: int | None = None

    def join(self, address: str) -> None:
        """Meet the others at *address*, ``tcp://host:port`` of the member 0; blocks until all are there."""
        together.init_process_group(
            "nccl" if torch.cuda.is_available() else "gloo",
            address,
            _PATIENCE,
            world_size=self.size,
            rank=self.rank,
        )

    def leave(self) -> None:
        """Part from the others."""
        together.destroy_process_group()

    def share(self, order: npt.NDArray[np.intp], batch_size: int) -> npt.NDArray[np.intp]:
        """Return this member's part of each batch of *order*, one after another; `share_size` of each."""
        if self.size == 1:
            return order
        starts = range(0, len(order), batch_size)
        return np.concatenate([order[at : at + batch_size][self.rank :: self.size] for at in starts])

    def share_size(self, batch_size: int) -> int:
        """Return how many of a whole batch are this member's."""
        return len(range(self.rank, batch_size, self.size))

    def totals(self, *numbers: float) -> Sequence[float]:
        """Return each of *numbers* summed over all members."""
        if self.size == 1:
            return numbers
        summed = torch.tensor(numbers, dtype=torch.float64)
        if together.get_backend() == "nccl":
            summed = summed.cuda().float()
        together.all_reduce(summed)
        found: list[float] = summed.tolist()
        return found

    def sum_gradients(self, parameters: Iterable[nn.Parameter]) -> None:
        """Give every member the sum of all members' gradients."""
        if self.size == 1:
            return
        learning = [one for one in parameters if one.requires_grad]
        if not learning:
            return
        grads = [torch.zeros_like(one) if one.grad is None else one.grad for one in learning]
        # As one: a network has hundreds of small tensors.
        flat = torch.cat([one.reshape(-1) for one in grads])
        together.all_reduce(flat)
        for one, grad in zip(learning, torch.split(flat, [one.numel() for one in grads]), strict=True):
            one.grad = grad.view_as(one).clone()

    def agree(self, network: nn.Module) -> None:
        """Give every member the mean of what batch normalisation remembers."""
        if self.size == 1:
            return
        for buffer in network.buffers():
            if buffer.is_floating_point():
                together.all_reduce(buffer)
                buffer.div_(self.size)


ALONE = Team()
