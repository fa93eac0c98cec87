"""A trained network between what a picture file gives and what a person reads, and what every model file tells."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import torch
from torch import nn

from winnow import __version__
from winnow.base.codec import to_json
from winnow.base.errors import ContractError
from winnow.training.checkpoint import Card
from winnow.training.networks import Classifier


class FromPixels(nn.Module):
    """From "pixels", (n, S, S, 3) uint8 RGB as the picture's fit gave it, to "probabilities", (n, classes).

    Scaling is inside, so that it cannot be forgotten.
    """

    def __init__(self, network: Classifier) -> None:
        super().__init__()
        self.network = network

    def forward(self, pixels: torch.Tensor) -> torch.Tensor:
        values = pixels.to(torch.float32).permute(0, 3, 1, 2) / 127.5 - 1
        return torch.softmax(self.network(values), 1)


def facts_of(card: Card, labels: Sequence[str]) -> dict[str, Any]:
    """Return what a model file tells: labels in the order of the output, fit, network and winnow_version.

    Raises:
        ContractError: there are more or fewer labels than the network has outputs.
    """
    if len(labels) != card.classes:
        raise ContractError(f"{len(labels)} labels for {card.classes} classes")
    return {
        "labels": list(labels),
        "fit": json.loads(to_json(card.recipe.fit)),
        "network": card.network,
        "winnow_version": __version__,
    }
