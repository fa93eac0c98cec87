"""A run's folder on disk: a network's name and choices as JSON, its numbers as safetensors. Nothing is pickled.

Every file of numbers carries a SHA-256 of itself in its header, so that a bit
that flipped on the disk is refused instead of learned from.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import safetensors
import safetensors.torch
import torch

from winnow.base.codec import from_json, to_json
from winnow.base.errors import ContractError, OutsideError
from winnow.base.files import write_atomically, written_atomically
from winnow.base.paths import networks_folder
from winnow.domain.recipe import Recipe
from winnow.domain.run import EpochDone, StepDone
from winnow.training.networks import Classifier, built
from winnow.vision.networks import MODELS

CARD = "model.json"
BEST = "best.safetensors"
"""The weights of the epoch that is kept, see `winnow.domain.kept_epoch`."""
LAST = "last.safetensors"
"""The weights of the last epoch, where they were asked for."""
STATE = "state.safetensors"
"""Everything that a run needs to go on after its last epoch; gone when it is done."""

_MOST_BYTES = 4 << 30
"""The largest network here, with what its optimiser remembers, is a gigabyte."""

_MOST_CLASSES = 1 << 16

_HEAD = "head"
_ENTRY, _SHA256 = "winnow", "sha256"

Tensors = Mapping[str, torch.Tensor]


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


@dataclass(frozen=True, slots=True)
class State:
    """Where a run stood after an epoch: all its epochs so far, its steps, and the largest piece that fitted."""

    history: tuple[EpochDone, ...]
    step: int
    piece: int
    steps: tuple[StepDone, ...] = ()
    """Of the last epoch."""


def write_card(folder: Path, card: Card) -> None:
    """Write what the weights of the run in *folder* are for; before any weights."""
    write_atomically(folder / CARD, to_json(card).encode())


def write_weights(path: Path, weights: Tensors, epoch: int, is_head: bool = False) -> None:
    """Write *weights* with the number of their epoch; a crash leaves what was there before.

    With *is_head* they are the head's alone, and the rest is what the network starts from.
    """
    _write(path, weights, {"epoch": str(epoch), "part": _HEAD if is_head else ""})


def write_state(folder: Path, state: State, tensors: Tensors) -> None:
    """Write what the run in *folder* needs to go on; a crash leaves the state before."""
    _write(folder / STATE, tensors, {"state": to_json(state)})


def read_state(folder: Path) -> tuple[State, dict[str, torch.Tensor]] | None:
    """Return what `write_state` wrote, None where there is nothing.

    Raises:
        ModelUnreadable: it is damaged.
    """
    path = folder / STATE
    if not path.exists():
        return None
    tensors, words = unpacked(path)
    try:
        return from_json(State, words["state"]), tensors
    except (ContractError, KeyError) as error:
        raise ModelUnreadable(path, str(error)) from error


def read_card(folder: Path) -> Card:
    """Return the card of the run in *folder*.

    Raises:
        ModelUnreadable: there is none, or it is damaged.
    """
    path = folder / CARD
    try:
        card = from_json(Card, path.read_text("utf-8"))
        if not 0 < card.classes <= _MOST_CLASSES:
            raise ContractError(f"it is for {card.classes} classes")
        return card
    except (OSError, UnicodeDecodeError, ContractError) as error:
        raise ModelUnreadable(path, str(error)) from error


def load(folder: Path, weights: str = BEST) -> tuple[Classifier, Card]:
    """Return the trained network of the run in *folder*, in evaluation mode on the CPU, and its card.

    Raises:
        ModelUnreadable: there are no weights, or they are damaged.
    """
    card = read_card(folder)
    path = folder / weights
    tensors, words = unpacked(path)
    is_head = words.get("part") == _HEAD
    network = built(card.recipe, card.classes, folder, fetched_weights(card.recipe.network), pretrained=is_head)
    try:
        found = network.load_state_dict(tensors, strict=not is_head)
    except RuntimeError as error:
        raise ModelUnreadable(path, str(error).partition("\n")[0]) from error
    if found.unexpected_keys:
        raise ModelUnreadable(path, f"it has weights of another network ({found.unexpected_keys[0]})")
    # Such a network calls everything the same, without an error that anybody would see.
    if (name := without_numbers(tensors)) is not None:
        raise ModelUnreadable(path, f"its weights are no numbers (the first are {name})")
    return network.eval(), card


def without_numbers(tensors: Tensors) -> str | None:
    """Return the name of the first of *tensors* with NaN or infinity in it, None where there is none."""
    return next((name for name, value in tensors.items() if not bool(torch.isfinite(value).all())), None)


def fetched_weights(network: str) -> Path | None:
    """Return where the weights of *network* lie on this computer; None where they come with the program."""
    model = MODELS.get(network)
    return None if model is None or model.weights is None else networks_folder() / model.weights.file


def packed(tensors: Tensors, words: Mapping[str, str]) -> tuple[bytes, memoryview]:
    """Return a safetensors file of *tensors* in two parts, with *words* and a SHA-256 of it all in its header.

    The same content gives the same bytes: the format writes several entries of
    its header in any order, so all is in one. A large network with what its
    optimiser remembers is a gigabyte, so no part of it is copied needlessly.
    """
    content = safetensors.torch.save(_separate(tensors))
    header = _header(content)
    entry = json.dumps({**words, _SHA256: _digest(content, words)}, sort_keys=True)
    text = json.dumps({"__metadata__": {_ENTRY: entry}, **header}, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    return len(text).to_bytes(8, "little") + text, _body(content)


def unpacked(path: Path) -> tuple[dict[str, torch.Tensor], dict[str, str]]:
    """Return the tensors and words of a file that `packed` made.

    Raises:
        ModelUnreadable: it is not there, or not as it was written.
    """
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise ModelUnreadable(path, f"it is larger than {_MOST_BYTES >> 30} GB, which no network here is")
        content = path.read_bytes()
        tensors = safetensors.torch.load(content)
        words: dict[str, str] = dict(json.loads(_header(content).get("__metadata__", {}).get(_ENTRY, "{}")))
    except OSError as error:
        raise ModelUnreadable(path, error.strerror or str(error)) from error
    except (RuntimeError, ValueError, KeyError, TypeError, AttributeError, safetensors.SafetensorError) as error:
        raise ModelUnreadable(path, str(error).partition("\n")[0]) from error
    said = words.pop(_SHA256, None)
    # What an older version wrote has none.
    if said is not None and said != _digest(content, words):
        raise ModelUnreadable(path, "it is not as it was written; the disk may be failing")
    return tensors, words


def _write(path: Path, tensors: Tensors, words: Mapping[str, str]) -> None:
    with written_atomically(path) as stream:
        for part in packed(tensors, words):
            stream.write(part)


def _separate(tensors: Tensors) -> dict[str, torch.Tensor]:
    """Return *tensors* on the CPU; where two have the same memory, which the format does not know, as copies."""
    found: dict[str, torch.Tensor] = {}
    seen: set[int] = set()
    for name, value in tensors.items():
        plain = value.detach().to("cpu").contiguous()
        found[name] = plain.clone() if plain.untyped_storage().data_ptr() in seen else plain
        seen.add(plain.untyped_storage().data_ptr())
    return found


def _digest(content: bytes, words: Mapping[str, str]) -> str:
    header = _header(content)
    header.pop("__metadata__", None)
    digest = hashlib.sha256(json.dumps([header, dict(words)], sort_keys=True).encode())
    digest.update(_body(content))
    return digest.hexdigest()


def _body(content: bytes) -> memoryview:
    return memoryview(content)[8 + int.from_bytes(content[:8], "little") :]


def _header(content: bytes) -> dict[str, dict[str, str]]:
    header: dict[str, dict[str, str]] = json.loads(content[8 : 8 + int.from_bytes(content[:8], "little")])
    return header
