"""A trained model as a folder that works without Winnow; it leaves only if it says the same there."""

from __future__ import annotations

import importlib.util
import json
import shutil
import sys
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import numpy as np
import numpy.typing as npt

from winnow.base.codec import to_json
from winnow.base.errors import ContractError, UserError
from winnow.base.files import write_atomically
from winnow.base.outcomes import Progress
from winnow.exporting.names import safe_name
from winnow.exporting.predictor import OnnxPredictor
from winnow.exporting.staging import staged

Probabilities = npt.NDArray[np.float32]

MOST_DIFFERENCE = 1e-4
"""How far probabilities may differ between torch and the exported model."""

_EXAMPLE = Path(__file__).with_name("predict.py")
_README = """\
{name}
{underline}
An image classifier trained with Winnow {version}. It tells apart: {labels}.

  {name}.onnx         the network; scaling and softmax are inside
  model.safetensors   the same weights, for PyTorch
  model.json          labels in the order of the output, and how pictures are fitted
  predict.py          a runnable example

    pip install onnxruntime numpy Pillow
    python predict.py PICTURE...

Input "pixels": (n, {size}, {size}, 3) uint8 RGB, upright, fitted as model.json says ({mode}).
Output "probabilities": (n, {count}) float32.

On {pictures} pictures predict.py gave the same probabilities as the training program
to {difference:.1e} (at most {most:.0e} is allowed).
"""


@dataclass(frozen=True, slots=True)
class ModelExported:
    """The model is in *folder*; its probabilities differ from the run's by at most *max_abs_difference*."""

    folder: Path
    pictures: int
    max_abs_difference: float


class ParityFailed(UserError):
    """The exported model does not say what the trained one says, so it was not exported."""

    def __init__(self, picture: Path, difference: float) -> None:
        self.picture, self.difference = picture, difference
        super().__init__(
            f"The exported model says something else than the trained one: for {picture} a probability differs "
            f"by {difference:.2g}, where {MOST_DIFFERENCE:.0e} is allowed. Nothing was exported. Train the run again."
        )


def export_model(
    name: str,
    weights: Path,
    target: Path,
    labels: Sequence[str],
    write_graph: Callable[[Path, Sequence[str]], None],
    pictures: Sequence[Path],
    expected: Probabilities,
) -> Generator[object, None, None]:
    """Write a model to the new folder *target*; yield `Progress` in "pictures", then `ModelExported`.

    Every picture goes through the exported ``predict.py``, which decodes and
    fits by itself as the model's own metadata say: what is compared is what
    somebody else will get, not the network alone.

    Args:
        name: What its ONNX file is called.
        weights: The run's safetensors file.
        target: Appears when all is written and proved.
        labels: In the order of the network's outputs.
        write_graph: Writes the ONNX file to the path it is given, with the labels.
        pictures: At least one, looked at as a whole.
        expected: (pictures, labels) what the trained network says of them.

    Raises:
        ParityFailed: a probability differs by more than 1e-4; *target* is not made.
        TargetTaken: *target* exists and is not an empty folder.
        ExportFailed: the disk did not take it.
    """
    if not pictures or expected.shape != (len(pictures), len(labels)):
        raise ContractError(f"{expected.shape} probabilities for {len(pictures)} pictures of {len(labels)} labels")
    file_name = safe_name(name)
    with staged(target) as folder:
        write_graph(folder / f"{file_name}.onnx", labels)
        shutil.copyfile(weights, folder / "model.safetensors")
        shutil.copyfile(_EXAMPLE, folder / "predict.py")
        difference = yield from _proved(folder, pictures, expected)
        _write_words(folder, file_name, len(pictures), difference)
    yield ModelExported(target, len(pictures), difference)


def _proved(folder: Path, pictures: Sequence[Path], expected: Probabilities) -> Generator[object, None, float]:
    """Return the largest difference between *expected* and what the example in *folder* says."""
    model = _module(folder / "predict.py").Model(folder)
    largest = 0.0
    for at, (path, row) in enumerate(zip(pictures, expected, strict=True), start=1):
        difference = float(np.abs(model.predict([path])[0] - row).max())
        # Not "greater than": nothing that is no number may pass.
        if not difference <= MOST_DIFFERENCE:
            raise ParityFailed(path, difference)
        largest = max(largest, difference)
        yield Progress(at, len(pictures), "pictures")
    return largest


def _module(path: Path) -> ModuleType:
    """Run the exported example's code as a module, without leaving compiled code beside it."""
    spec = importlib.util.spec_from_file_location("exported_predict", path)
    if spec is None or spec.loader is None:
        raise ContractError(f"{path} is no Python file")
    module = importlib.util.module_from_spec(spec)
    written, sys.dont_write_bytecode = sys.dont_write_bytecode, True
    try:
        spec.loader.exec_module(module)
    finally:
        sys.dont_write_bytecode = written
    return module


def _write_words(folder: Path, name: str, pictures: int, difference: float) -> None:
    model = OnnxPredictor(folder / f"{name}.onnx")
    card = {
        "name": name,
        "network": model.network,
        "labels": list(model.labels),
        "fit": json.loads(to_json(model.fit)),
        "input": "pixels: (n, size, size, 3) uint8 RGB",
        "output": "probabilities: (n, labels) float32",
        "winnow_version": model.version,
        "parity": {"pictures": pictures, "max_abs_difference": difference},
    }
    write_atomically(folder / "model.json", json.dumps(card, ensure_ascii=False, indent=2).encode())
    words = _README.format(
        name=name, underline="=" * len(name), version=model.version, labels=", ".join(model.labels),
        size=model.fit.size, mode=model.fit.mode.value, count=len(model.labels), pictures=pictures,
        difference=difference, most=MOST_DIFFERENCE,
    )  # fmt: skip
    write_atomically(folder / "README.txt", words.encode())
