"""A trained model as a folder that works without Winnow; it leaves only if it says the same there."""

from __future__ import annotations

import importlib.util
import json
import shutil
import sys
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import numpy.typing as npt

from winnow.base.errors import ContractError, UserError
from winnow.base.files import write_atomically
from winnow.base.outcomes import Progress
from winnow.domain.model_format import ModelFormat
from winnow.exporting.names import safe_name
from winnow.exporting.staging import staged

Probabilities = npt.NDArray[np.float32]
Writer = Callable[[Path, Sequence[str]], None]
"""Writes a model to the file that it is given, with the labels in the order of its outputs."""

MOST_DIFFERENCE = 1e-4
"""How far probabilities may differ between the trained network and the exported model."""

_EXAMPLE = Path(__file__).with_name("predict.py")
_NEEDS = {
    ModelFormat.ONNX: "onnxruntime",
    ModelFormat.TORCH: "torch",
    ModelFormat.SAFETENSORS: "torch safetensors",
}
_TOLD = {
    ModelFormat.ONNX: "the network for ONNX Runtime; scaling and softmax are inside",
    ModelFormat.TORCH: "the same as a program, for torch.export.load",
    ModelFormat.SAFETENSORS: "the weights; network.py builds the network for them from config.json",
}
_README = """\
{name}
{underline}
An image classifier trained with Winnow {version}. It tells apart: {labels}.

{files}

    pip install {needs} numpy Pillow
    python predict.py PICTURE...

Input "pixels": (n, {size}, {size}, 3) uint8 RGB, upright, fitted as model.json says ({mode}).
Output "probabilities": (n, {count}) float32.{votes}

On {pictures} pictures predict.py gave the same probabilities as the training program
to {difference:.1e} (at most {most:.0e} is allowed).
"""


_VOTES = "\nOf the tiles of a picture all are looked at, and the mean of their probabilities counts."


@dataclass(frozen=True, slots=True)
class ModelExported:
    """The model is in *folder*; its probabilities differ from the run's by at most *max_abs_difference*."""

    folder: Path
    pictures: int
    max_abs_difference: float
    """Over all formats."""
    differences: tuple[tuple[ModelFormat, float], ...] = ()
    """Of each format."""


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
    target: Path,
    labels: Sequence[str],
    writers: Mapping[ModelFormat, Writer],
    pictures: Sequence[Path],
    expected: Probabilities,
) -> Generator[object, None, None]:
    """Write a model to the new folder *target*; yield `Progress` in "pictures", then `ModelExported`.

    Every picture goes through the exported ``predict.py`` by each format,
    which decodes and fits by itself as the file's own words say: what is
    compared is what somebody else will get, not the network alone.

    Args:
        name: What its files are called.
        target: Appears when all is written and proved.
        labels: In the order of the network's outputs.
        writers: For each format that is wanted, what writes it.
        pictures: At least one, looked at as a whole.
        expected: (pictures, labels) what the trained network says of them.

    Raises:
        ParityFailed: a probability differs by more than 1e-4; *target* is not made.
        TargetTaken: *target* exists and is not an empty folder.
        ExportFailed: the disk did not take it.
    """
    if not writers or not pictures or expected.shape != (len(pictures), len(labels)):
        raise ContractError(f"{expected.shape} probabilities for {len(pictures)} pictures of {len(labels)} labels")
    stem = safe_name(name)
    with staged(target) as folder, _no_compiled_code():
        shutil.copyfile(_EXAMPLE, folder / "predict.py")
        example = _module(folder / "predict.py")
        differences: list[tuple[ModelFormat, float]] = []
        # In this order whatever was asked for: the lightest comes first.
        for wanted in [one for one in ModelFormat if one in writers]:
            file = folder / _file_of(wanted, stem)
            yield Progress(len(differences) * len(pictures), len(writers) * len(pictures), "pictures")
            writers[wanted](file, labels)
            model = example.Model(file)
            before = len(differences) * len(pictures)
            difference = yield from _proved(model, pictures, expected, before, len(writers) * len(pictures))
            differences.append((wanted, difference))
        largest = max(difference for _format, difference in differences)
        _write_words(folder, stem, model.facts, [one for one, _ in differences], len(pictures), largest)
    yield ModelExported(target, len(pictures), largest, tuple(differences))


def _file_of(wanted: ModelFormat, stem: str) -> str:
    # The weights have the name that libraries look for.
    return {ModelFormat.ONNX: f"{stem}.onnx", ModelFormat.TORCH: f"{stem}.pt2"}.get(wanted, "model.safetensors")


def _proved(
    model: Any, pictures: Sequence[Path], expected: Probabilities, before: int, in_all: int
) -> Generator[object, None, float]:
    """Return the largest difference between *expected* and what *model*, of the example, says."""
    largest = 0.0
    for at, (path, row) in enumerate(zip(pictures, expected, strict=True), start=1):
        difference = float(np.abs(model.predict([path])[0] - row).max())
        # Not "greater than": nothing that is no number may pass.
        if not difference <= MOST_DIFFERENCE:
            raise ParityFailed(path, difference)
        largest = max(largest, difference)
        yield Progress(before + at, in_all, "pictures")
    return largest


@contextmanager
def _no_compiled_code() -> Iterator[None]:
    """Leave no compiled code beside exported examples that are run."""
    written, sys.dont_write_bytecode = sys.dont_write_bytecode, True
    try:
        yield
    finally:
        sys.dont_write_bytecode = written


def _module(path: Path) -> ModuleType:
    """Run the exported example's code as a module."""
    spec = importlib.util.spec_from_file_location("exported_predict", path)
    if spec is None or spec.loader is None:
        raise ContractError(f"{path} is no Python file")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _write_words(
    folder: Path, stem: str, facts: dict[str, Any], formats: Sequence[ModelFormat], pictures: int, difference: float
) -> None:
    card = {
        "name": stem,
        **facts,
        "input": "pixels: (n, size, size, 3) uint8 RGB",
        "output": "probabilities: (n, labels) float32",
        "parity": {"pictures": pictures, "max_abs_difference": difference},
    }
    write_atomically(folder / "model.json", json.dumps(card, ensure_ascii=False, indent=2).encode())
    told = [(_file_of(one, stem), _TOLD[one]) for one in formats]
    told += [
        ("model.json", "labels in the order of the output, and how pictures are fitted"),
        ("predict.py", "a runnable example"),
    ]
    width = max(len(name) for name, _ in told)
    words = _README.format(
        name=stem, underline="=" * len(stem), version=facts["winnow_version"], labels=", ".join(facts["labels"]),
        files="\n".join(f"  {name:<{width}}  {what}" for name, what in told), needs=_NEEDS[formats[0]],
        size=facts["fit"]["size"], mode=facts["fit"]["mode"], count=len(facts["labels"]), pictures=pictures,
        difference=difference, most=MOST_DIFFERENCE, votes=_VOTES if facts["fit"]["mode"] == "tiles" else "",
    )  # fmt: skip
    write_atomically(folder / "README.txt", words.encode())
