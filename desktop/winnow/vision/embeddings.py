"""What pictures look like, in numbers: a network's features, colours, and the pixels themselves."""

from __future__ import annotations

import tempfile
import warnings
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import numpy.typing as npt

from winnow.base.errors import ContractError
from winnow.base.files import write_atomically
from winnow.domain.fit import Fit, FitMode
from winnow.vision import thumbnail as thumbnails
from winnow.vision.framing import fit
from winnow.vision.networks import MODELS, EmbeddingModel

Pixels = npt.NDArray[np.uint8]
Features = npt.NDArray[np.float32]

__all__ = [
    "COLOUR_DIM", "MODELS", "PIXEL_DIM", "Embedder", "colour_features", "network_input", "pixel_features", "prepare",
    "prepared_path",
]  # fmt: skip

COLOUR_DIM = 64
PIXEL_DIM = 768

_LEVELS = 4
_PIXEL_EDGE = 16
_OPSET = 17


def prepared_path(name: str, folder: Path) -> Path:
    """Return where the ONNX file of the network *name* lies in *folder*, whether it is there yet or not.

    Raises:
        ContractError: there is no such network.
    """
    return folder / f"{_model(name).key}.onnx"


def prepare(name: str, folder: Path, weights: Path | None = None) -> Path:
    """Return the ONNX file of the network *name* in *folder*; made the first time, which imports torch (seconds).

    Args:
        weights: The file that was fetched for a network that does not come with the program.

    Raises:
        ContractError: there is no such network, or its weights are not there.
        OSError: it cannot be written.
    """
    model = _model(name)
    path = prepared_path(name, folder)
    if not path.exists():
        if model.weights is not None and weights is None:
            raise ContractError(f"the weights of {name!r} were not fetched")
        write_atomically(path, _exported(model, weights))
    return path


def network_input(thumbnail: bytes, edge_px: int = 224) -> Pixels:
    """Return a thumbnail of ours as the network's input, (edge, edge, 3) uint8: the middle, 224 of 256."""
    return fit(thumbnails.decode(thumbnail), Fit(FitMode.CROP, edge_px))


class Embedder:
    """The network of an ONNX file that `prepare` made, on *threads* cores; any number of threads may share it."""

    def __init__(self, path: Path, threads: int) -> None:
        import onnxruntime

        self._threads = max(1, threads)
        options = onnxruntime.SessionOptions()
        # Each picture on one core: threads that share a picture mostly wait for each other, and keep their cores busy.
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
        self._input = self._session.get_inputs()[0].name

    def embed(self, pixels: Pixels) -> Features:
        """Return the features of *pixels*, (n, edge, edge, 3) uint8 sRGB, as (n, dim) float32 of length 1.

        One picture on each core at a time, which is fastest on a CPU.

        Raises:
            ContractError: *pixels* has another shape or type.
        """
        if pixels.ndim != 4 or pixels.shape[3] != 3 or pixels.dtype != np.uint8:
            raise ContractError(f"expected (n, edge, edge, 3) uint8, got {pixels.shape} {pixels.dtype}")
        if not len(pixels):
            return np.empty((0, self._session.get_outputs()[0].shape[1]), np.float32)
        if self._threads == 1 or len(pixels) == 1:
            return np.stack([self._embedded(one) for one in pixels])
        with ThreadPoolExecutor(min(self._threads, len(pixels))) as pool:
            return np.stack(list(pool.map(self._embedded, pixels)))

    def _embedded(self, one: Pixels) -> Features:
        batch = np.ascontiguousarray(one.transpose(2, 0, 1)[None], np.float32) / np.float32(127.5) - np.float32(1)
        features: Features = self._session.run(None, {self._input: batch})[0][0]
        return _unit(features)


def colour_features(thumbnail: bytes) -> Features:
    """Return 64 numbers of length 1: the shares of 4 x 4 x 4 RGB colours in the thumbnail, square-rooted.

    Their dot product is the Bhattacharyya coefficient of the two histograms.
    """
    levels = thumbnails.decode(thumbnail).reshape(-1, 3) // (256 // _LEVELS)
    cells = levels[:, 0].astype(np.int64) * _LEVELS**2 + levels[:, 1] * _LEVELS + levels[:, 2]
    return _unit(np.sqrt(np.bincount(cells, minlength=COLOUR_DIM)).astype(np.float32))


def pixel_features(thumbnail: bytes) -> Features:
    """Return 768 numbers of length 1: the thumbnail at 16 x 16, squashed, less its mean colour; zeros if it is flat."""
    small = fit(thumbnails.decode(thumbnail), Fit(FitMode.SQUISH, _PIXEL_EDGE)).astype(np.float32)
    return _unit((small - small.mean((0, 1))).ravel())


def _model(name: str) -> EmbeddingModel:
    if name not in MODELS:
        raise ContractError(f"there is no network called {name!r}")
    return MODELS[name]


def _unit(vector: Features) -> Features:
    length = float(np.linalg.norm(vector))
    return vector / np.float32(length) if length > 0 else vector


def _exported(model: EmbeddingModel, weights: Path | None) -> bytes:
    with warnings.catch_warnings(), tempfile.TemporaryDirectory() as folder:
        # The exporter's and the weights' own deprecations: none of them is ours to mend.
        warnings.simplefilter("ignore")
        import torch

        # The exporter restores the mode of the outermost module, and with it that of all inside.
        network = (model.build() if weights is None else model.build(weights)).eval()
        # The exporter knows attention step by step, not torch's own short cut through it.
        torch.backends.mha.set_fastpath_enabled(False)
        path = Path(folder) / "network.onnx"
        with torch.no_grad():
            torch.onnx.export(
                network,
                (torch.zeros(1, 3, model.edge_px, model.edge_px),),
                path,
                input_names=["pixels"],
                output_names=["features"],
                dynamic_axes={"pixels": {0: "n"}, "features": {0: "n"}},
                opset_version=_OPSET,
                dynamo=False,
            )
        return path.read_bytes()
