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

from winnow.base.files import write_atomically
from winnow.training import checkpoint
from winnow.training.from_pixels import FromPixels, facts_of

_OPSET = 17


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
    told = facts_of(card, labels)
    size = card.recipe.fit.size
    # The exporter restores the mode of the outermost module, and with it that of all inside.
    graph = onnx.load_model_from_string(_exported(FromPixels(network).eval(), size))
    # ONNX keeps text only: lists and the fit are JSON.
    facts = {
        key: value if isinstance(value, str) else json.dumps(value, ensure_ascii=False) for key, value in told.items()
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
