"""A trained network as files for PyTorch: a program of torch.export, or weights with the network that takes them."""

from __future__ import annotations

import json
import shutil
import warnings
from collections.abc import Sequence
from pathlib import Path

import torch

from winnow.base.files import write_atomically, written_atomically
from winnow.training import checkpoint, own_network
from winnow.training.from_pixels import FromPixels, facts_of

FACTS = "winnow.json"
"""The file inside a .pt2 that tells of labels and fit."""
CONFIG = "config.json"
NETWORK = "network.py"
OWN = "own_network.py"

_REBUILT = Path(__file__).with_name("rebuilt.py")
_MOST_AT_ONCE = 4096


def write_program(folder: Path, target: Path, labels: Sequence[str]) -> None:
    """Write the best network of the run in *folder* to the file *target* (.pt2) for ``torch.export.load``.

    Input and output are those of `FromPixels`, for any number of pictures;
    its extra file "winnow.json" tells what `facts_of` gives.

    Raises:
        ModelUnreadable: the run has no weights.
    """
    network, card = checkpoint.load(folder)
    facts = json.dumps(facts_of(card, labels), ensure_ascii=False)
    size = card.recipe.fit.size
    # Two pictures: with one, their number would be taken for fixed.
    example = torch.zeros(2, size, size, 3, dtype=torch.uint8)
    count = torch.export.Dim("n", min=1, max=_MOST_AT_ONCE)
    with warnings.catch_warnings(), torch.no_grad():
        warnings.simplefilter("ignore")
        program = torch.export.export(FromPixels(network).eval(), (example,), dynamic_shapes={"pixels": {0: count}})
        with written_atomically(target) as stream:
            torch.export.save(program, stream, extra_files={FACTS: facts})


def write_weights(folder: Path, target: Path, labels: Sequence[str]) -> None:
    """Write all weights of the best network of the run in *folder* to the file *target* (.safetensors).

    Beside it come config.json (what `facts_of` gives, and what the network is
    built from) and network.py, which builds it without Winnow; of a network of
    the person's own also their file.

    Raises:
        ModelUnreadable: the run has no weights.
    """
    network, card = checkpoint.load(folder)
    own = card.recipe.own
    config = facts_of(card, labels) | {"own_class": own.class_name if own is not None else ""}
    with written_atomically(target) as stream:
        for part in checkpoint.packed(network.state_dict(), {}):
            stream.write(part)
    write_atomically(target.with_name(CONFIG), json.dumps(config, ensure_ascii=False, indent=2).encode())
    shutil.copyfile(_REBUILT, target.with_name(NETWORK))
    if own is not None:
        shutil.copyfile(folder / own_network.FILE, target.with_name(OWN))
