"""A model file at work, without torch."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from winnow.base.codec import from_json
from winnow.base.errors import ContractError, OutsideError
from winnow.domain.fit import Fit
from winnow.domain.label import LabelNameUnusable, clean_name
from winnow.vision.framing import views

Pixels = npt.NDArray[np.uint8]

_NO_MEMORY = re.compile(r"(failed to allocate|bad.alloc)", re.IGNORECASE)


class ModelFileUnreadable(OutsideError):
    """A file is no model of Winnow's, or is damaged."""

    def __init__(self, path: Path, why: str) -> None:
        self.path = path
        super().__init__(f"{path} cannot be used as a model: {why}. Export it again.")


class OnnxPredictor:
    """The model in the ONNX file *path*, on *threads* cores.

    Raises:
        ModelFileUnreadable: it is none of Winnow's, or is damaged.
    """

    def __init__(self, path: Path, threads: int = 1) -> None:
        import onnxruntime
        from onnxruntime.capi import onnxruntime_pybind11_state as failures

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = max(1, threads)
        options.inter_op_num_threads = 1
        options.log_severity_level = 4  # what is wrong is raised; its words would go to the terminal as well
        self._path = path
        self._bad = (
            failures.Fail, failures.InvalidArgument, failures.InvalidGraph, failures.InvalidProtobuf,
            failures.NoSuchFile, failures.NotImplemented, failures.RuntimeException, MemoryError,
        )  # fmt: skip
        try:
            self._session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
            facts = self._session.get_modelmeta().custom_metadata_map
            self.labels = from_json(tuple[str, ...], facts["labels"])
            self.fit = from_json(Fit, facts["fit"])
            if not self.labels or [clean_name(name) for name in self.labels] != list(self.labels):
                raise ContractError("its labels are none that Winnow gives")
        except (*self._bad, ContractError, LabelNameUnusable, KeyError, ValueError) as error:
            raise ModelFileUnreadable(path, _why(error)) from error
        self.network = facts.get("network", "")
        self.version = facts.get("winnow_version", "")

    def predict(self, pictures: Sequence[Pixels]) -> npt.NDArray[np.float32]:
        """Return the probabilities, (n, labels) float32, of *pictures*, each (H, W, 3) uint8 upright sRGB.

        Of tiles all are looked at, and their mean counts.
        """
        rows = [
            np.stack([self._predicted(square) for square in views(picture, self.fit)]).mean(0) for picture in pictures
        ]
        return np.stack(rows) if rows else np.empty((0, len(self.labels)), np.float32)

    def _predicted(self, square: Pixels) -> npt.NDArray[np.float32]:
        try:
            row: npt.NDArray[np.float32] = np.asarray(
                self._session.run(["probabilities"], {"pixels": square[None]})[0]
            )[0]
        except (*self._bad, IndexError, ValueError) as error:
            raise ModelFileUnreadable(self._path, _why(error)) from error
        if row.shape != (len(self.labels),) or row.dtype != np.float32:
            why = f"it gives {row.shape} {row.dtype} numbers for {len(self.labels)} labels"
            raise ModelFileUnreadable(self._path, why)
        if not np.isfinite(row).all():
            raise ModelFileUnreadable(self._path, "it gives NaN or infinity in place of probabilities")
        return row


def _why(error: Exception) -> str:
    """Return what the library says on one line; what it says of memory names places in its own source."""
    if isinstance(error, MemoryError) or _NO_MEMORY.search(str(error)):
        return "it asks for more memory than a model of Winnow's ever takes"
    return str(error).partition("\n")[0]
