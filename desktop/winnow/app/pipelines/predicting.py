"""An exported model, or a run, at work on files."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from winnow.app.children import in_child
from winnow.app.pipelines.training import folder_with_weights
from winnow.app.session import Session
from winnow.base.errors import UserError
from winnow.base.machine import cores
from winnow.base.outcomes import Progress, Steps
from winnow.domain.run import Run

_MOST_MEMORY = 2 << 30
"""For a model from elsewhere and its work on one picture; the largest network here takes a quarter of it."""

_OF_A_THREAD = 160 << 20
"""Addresses that each thread sets aside, hardly any of it used: its stack, and its own part of the heap."""


@dataclass(frozen=True, slots=True, eq=False)
class Predicted:
    """What a model says: *probabilities*, (files, labels) float32, each row adding up to 1."""

    labels: tuple[str, ...]
    probabilities: npt.NDArray[np.float32]


class NoModelThere(UserError):
    """A folder holds no model that is used here, or several."""

    def __init__(self, path: Path) -> None:
        self.path = path
        super().__init__(
            f"{path} is no exported model: one .onnx file is expected there, or model.safetensors with config.json. "
            "A .pt2 file is run by the predict.py beside it."
        )


class FileNoPicture(UserError):
    """A file that was to be predicted cannot be read or decoded."""

    def __init__(self, path: Path, why: str) -> None:
        self.path = path
        super().__init__(f"{path} cannot be predicted: {why}")


def model_file(path: Path) -> Path:
    """Return the ONNX file that *path* is or holds, else the weights.

    Raises:
        NoModelThere: it is none.
    """
    found = [path] if path.is_file() else sorted(path.glob("*.onnx")) or sorted(path.glob("*.safetensors"))
    if len(found) != 1 or found[0].suffix not in (".onnx", ".safetensors"):
        raise NoModelThere(path)
    return found[0]


def predict_with_model(model: Path, files: Sequence[Path]) -> Generator[object, None, None]:
    """Yield `Progress`, at last what *model*, of `model_file`, says of *files* as `Predicted`.

    Raises:
        ModelFileUnreadable, WeightsUnusable: it is none of Winnow's. FileNoPicture: one of *files* cannot be decoded.
    """
    yield from in_child(_predict_by_onnx if model.suffix == ".onnx" else _predict_by_weights, model, list(files))


def predict_with_run(session: Session, run: Run, files: Sequence[Path]) -> Generator[object, None, None]:
    """Yield `Progress`, at last what a run of the project says of *files* as `Predicted`.

    Raises:
        RunWithoutWeights: it has none. FileNoPicture: one of *files* cannot be decoded.
    """
    folder = folder_with_weights(session, run)
    yield from in_child(_predict_by_run, folder, tuple(name for _id, name in run.labels), list(files))


def _predict_by_onnx(model: Path, files: Sequence[Path]) -> Steps:
    import onnxruntime  # noqa: F401 - before the limit, for what a library takes is not the file's doing

    from winnow.exporting.predictor import OnnxPredictor

    _bound()
    predictor = OnnxPredictor(model, cores())
    yield from _predicted(predictor.predict, predictor.labels, files)


def _predict_by_run(folder: Path, labels: tuple[str, ...], files: Sequence[Path]) -> Steps:
    from winnow.training.picture_predictor import of_run

    yield from _predicted(of_run(folder).predict, labels, files)


def _predict_by_weights(path: Path, files: Sequence[Path]) -> Steps:
    from winnow.training.picture_predictor import of_weights

    _bound()
    predictor, labels = of_weights(path)
    yield from _predicted(predictor.predict, labels, files)


def _bound() -> None:
    """Let this process take no more memory than a model from elsewhere may need."""
    from winnow.vision.sandbox import bound_memory

    bound_memory(_MOST_MEMORY + cores() * _OF_A_THREAD)


def _predicted(
    predict: Callable[[Sequence[npt.NDArray[np.uint8]]], npt.NDArray[np.float32]],
    labels: tuple[str, ...],
    files: Sequence[Path],
) -> Steps:
    """Let *predict* say what *files* are; they come from outside, so a confined process decodes them."""
    from winnow.vision.decoder import Decoder
    from winnow.vision.refusal import Limits, PictureRefused

    rows = [np.empty((0, len(labels)), np.float32)]
    with Decoder() as decoder:
        for done, file in enumerate(files, start=1):
            try:
                pixels, _scale = decoder.pixels(_beginning(file, Limits().bytes + 1))
            except PictureRefused as error:
                raise FileNoPicture(file, f"{error.detail}.") from error
            except OSError as error:
                raise FileNoPicture(file, f"{error.strerror or error}. Check that it can be read.") from error
            rows.append(predict([pixels]))
            yield Progress(done, len(files), "pictures")
    yield Predicted(labels, np.concatenate(rows))


def _beginning(file: Path, count: int) -> bytes:
    """Return the first *count* bytes: one more than a picture may have is enough to refuse it."""
    with file.open("rb") as stream:
        return stream.read(count)
