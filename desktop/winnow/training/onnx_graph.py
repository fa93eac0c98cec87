"""A trained network as one ONNX file that takes pixels as they are and gives probabilities."""

from __future__ import annotations

import json
import tempfile
import warnings
from collections.abc import Sequence
from pathlib import Path

import onnx
import torch
from torch import nn

from winnow import __version__
from winnow.base.codec import to_json
from winnow.base.errors import ContractError
from winnow.base.files import write_atomically
from winnow.training import checkpoint
from winnow.training.networks import Classifier

_OPSET = 17


class _FromPixels(nn.Module):
    """The network between what a picture file gives and what a person reads."""

    def __init__(self, network: Classifier) -> None:
        super().__init__()
        self.network = network

    def forward(self, pixels: torch.Tensor) -> torch.Tensor:
        values = pixels.to(torch.float32).permute(0, 3, 1, 2) / 127.5 - 1
        return torch.softmax(self.network(values), 1)


def write_onnx(folder: Path, target: Path, labels: Sequence[str]) -> None:
    """Write the best network of the run in *folder* to the file *target*.

    Its input "pixels" is (n, S, S, 3) uint8 RGB as the picture's fit gave it;
    scaling is inside, so that it cannot be forgotten. Its output
    "probabilities" is (n, classes). Its metadata are "labels" (a JSON list in
    the order of the output), "fit" (JSON), "network" and "winnow_version".

    Raises:
        ModelUnreadable: the run has no weights.
    """
    network, card = checkpoint.load(folder)
    if len(labels) != card.classes:
        raise ContractError(f"{len(labels)} labels for {card.classes} classes")
    size = card.recipe.fit.size
    # The exporter restores the mode of the outermost module, and with it that of all inside.
    graph = onnx.load_model_from_string(_exported(_FromPixels(network).eval(), size))
    facts = {
        "labels": json.dumps(list(labels), ensure_ascii=False),
        "fit": to_json(card.recipe.fit),
        "network": card.network,
        "winnow_version": __version__,
    }
    onnx.helper.set_model_props(graph, facts)
    onnx.checker.check_model(graph)
    write_atomically(target, graph.SerializeToString())


def _exported(module: nn.Module, size: int) -> bytes:
    with warnings.catch_warnings(), tempfile.TemporaryDirectory() as folder:
        # The exporter's own deprecation: its successor needs a package more and gives the same graph.
        warnings.simplefilter("ignore")
        path = Path(folder) / "network.onnx"
        with torch.no_grad():
            torch.onnx.export(
                module,
                (torch.zeros(1, size, size, 3, dtype=torch.uint8),),
                path,
                input_names=["pixels"],
                output_names=["probabilities"],
                dynamic_axes={"pixels": {0: "n"}, "probabilities": {0: "n"}},
                opset_version=_OPSET,
                dynamo=False,
            )
        return path.read_bytes()
