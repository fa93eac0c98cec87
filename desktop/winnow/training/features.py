"""Features of samples, for QUICK: those that a run takes itself, and those that are taken once to be kept."""

from __future__ import annotations

import itertools
from collections import deque
from collections.abc import Callable, Generator
from concurrent.futures import Future, ThreadPoolExecutor

import numpy as np
import numpy.typing as npt
import torch

from winnow.base.machine import cores
from winnow.base.outcomes import Progress
from winnow.domain.fit import Fit, FitMode
from winnow.training.datasets import FrameDataset, normalised
from winnow.training.networks import Classifier, build
from winnow.training.samples import Sample
from winnow.training.spec import Features, Taking
from winnow.training.squares import in_squares, keyed_squares
from winnow.training.torch_setup import use_threads
from winnow.vision.embeddings import Embedder, prepare
from winnow.vision.networks import MODELS

Pixels = npt.NDArray[np.uint8]

_AT_ONCE = 16
_AHEAD = 32
"""Pictures that are decoded ahead of the network."""


def features_of(
    train: tuple[Sample, ...], valid: tuple[Sample, ...], fit: Fit, network: Classifier
) -> Generator[object, None, tuple[Features, Features]]:
    """Yield `Progress` in "features" and return those of *train* and *valid*, as `TrainingSpec.features`.

    They are those of *network*'s backbone.
    """
    dataset = FrameDataset((*train, *valid), fit)
    embed = _by_network(network)
    rows = []
    for index in range(len(dataset)):
        rows.append(embed(np.stack(dataset.views(index))))
        yield Progress(index + 1, len(dataset), "features")
    if fit.mode is not FitMode.TILES:
        found = np.concatenate(rows)
        return found[: len(train)], found[len(train) :]
    return in_squares(rows[: len(train)]), in_squares(rows[len(train) :])


def taken(taking: Taking) -> Generator[object, None, None]:
    """Yield (keys, rows) of some samples at a time, rows (n, dim) float32 of length 1, until all are taken.

    A varied view depends on the sample's key and the view's number alone. Of
    a sample that is looked at by several squares the first row has its key,
    the others `square_key`; after the last one comes a row of zeros.

    Raises:
        SampleUnreadable: a file is gone or cannot be read. WeightsMissing, SizeUnfit: the network cannot be built.
    """
    embed = _embedder(taking)
    pool = ThreadPoolExecutor(cores())
    waiting: deque[tuple[bytes, Future[Pixels]]] = deque()
    coming = iter(zip(taking.keys, taking.samples, strict=True))
    try:
        while True:
            for key, sample in itertools.islice(coming, _AHEAD - len(waiting)):
                waiting.append((key, pool.submit(_seen, taking, key, sample)))
            some = [waiting.popleft() for _ in range(min(_AT_ONCE, len(waiting)))]
            if not some:
                return
            squares = [pixels.result() for _, pixels in some]
            keys, rows = [key for key, _ in some], embed(np.concatenate(squares))
            yield keyed_squares(keys, rows, [len(one) for one in squares]) if taking.looks_at_squares else (keys, rows)
    finally:
        pool.shutdown(cancel_futures=True)


def _seen(taking: Taking, key: bytes, sample: Sample) -> Pixels:
    """Return the squares, (n, S, S, 3) uint8."""
    if taking.view is None:
        return np.stack(FrameDataset([sample], taking.fit.for_looking()).views(0))
    varied = FrameDataset([sample], taking.fit, taking.augmentation, seed=int.from_bytes(key[:4], "little"))
    varied.set_epoch(taking.view)
    return varied.seen(0)[None]


def _embedder(taking: Taking) -> Callable[[Pixels], Features]:
    """Return what embeds: ONNX Runtime where the input has the network's own size, else the network itself."""
    if taking.fit.size == MODELS[taking.network].edge_px:
        return Embedder(prepare(taking.network, taking.folder, taking.weights), cores()).embed
    use_threads()
    return _by_network(build(taking.network, 2, taking.fit.size, taking.weights))


def _by_network(network: Classifier) -> Callable[[Pixels], Features]:
    network.eval()

    def embed(pixels: Pixels) -> Features:
        with torch.inference_mode():
            features: Features = network.backbone_features(normalised(pixels)).numpy()
        return features

    return embed
