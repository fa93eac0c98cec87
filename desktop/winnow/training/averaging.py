"""A moving average of a network's weights."""

from __future__ import annotations

import copy

import torch
from torch import nn

from winnow.training.networks import Classifier


class Averaged:
    """A second network that follows the first one slowly.

    The early steps are averaged over fewer, or it would remember the first
    weights for long: the decay of step n is at most (1 + n) / (10 + n), as in
    TensorFlow's ``ExponentialMovingAverage``.
    """

    def __init__(self, network: Classifier, decay: float) -> None:
        self.network = copy.deepcopy(network).requires_grad_(False)
        self._decay = decay

    @torch.no_grad()
    def follow(self, network: nn.Module, step: int) -> None:
        """Take in the weights of *network* after *step* steps."""
        decay = min(self._decay, (1 + step) / (10 + step))
        for kept, value in zip(self.network.state_dict().values(), network.state_dict().values(), strict=True):
            if kept.is_floating_point():
                kept.lerp_(value, 1 - decay)
            else:
                kept.copy_(value)
