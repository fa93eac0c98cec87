"""A run's weights on disk: a network's name and choices as JSON, its numbers as safetensors. Nothing is pickled."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import safetensors
import safetensors.torch
import torch

from winnow.base.codec import from_json, to_json
from winnow.base.errors import ContractError, OutsideError
from winnow.base.files import write_atomically
from winnow.domain.recipe import Recipe
from winnow.training.networks import Classifier, build

CARD = "model.json"
BEST = "best.safetensors"
"""The weights of the epoch with the best valid accuracy; of equals, with the lower valid loss."""
LAST = "last.safetensors"


class ModelUnreadable(OutsideError):
    """A run's folder has no weights, or they are damaged."""

    def __init__(self, path: Path, why: str) -> None:
        self.path = path
        super().__init__(f"The model in {path} cannot be read: {why}. Train it again.")


@dataclass(frozen=True, slots=True)
class Card:
    """What must be known to build the network that weights belong to; the recipe holds its fit."""

    network: str
    classes: int
    recipe: Recipe


def write_card(folder: Path, card: Card) -> None:
    """Write what the weights of the run in *folder* are for; before any weights."""
    write_atomically(folder / CARD, to_json(card).encode())


def write_weights(path: Path, weights: Mapping[str, torch.Tensor], epoch: int) -> None:
    """Write *weights* with the number of their epoch; a crash leaves what was there before."""
    tensors = {name: value.detach().contiguous().cpu() for name, value in weights.items()}
    write_atomically(path, safetensors.torch.save(tensors, {"epoch": str(epoch)}))


def read_card(folder: Path) -> Card:
    """Return the card of the run in *folder*.

    Raises:
        ModelUnreadable: there is none, or it is damaged.
    """
    path = folder / CARD
    try:
        return from_json(Card, path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, ContractError) as error:
        raise ModelUnreadable(path, str(error)) from error


def load(folder: Path, weights: str = BEST) -> tuple[Classifier, Card]:
    """Return the trained network of the run in *folder*, in evaluation mode on the CPU, and its card.

    Raises:
        ModelUnreadable: there are no weights, or they are damaged.
    """
    card = read_card(folder)
    network = build(card.network, card.classes, card.recipe.fit.size)
    path = folder / weights
    try:
        network.load_state_dict(safetensors.torch.load(path.read_bytes()))
    except (OSError, RuntimeError, safetensors.SafetensorError) as error:
        raise ModelUnreadable(path, str(error).partition("\n")[0]) from error
    return network.eval(), card
