"""Features of samples for QUICK, where none are stored."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch

from winnow.base.outcomes import Progress
from winnow.domain.fit import Fit
from winnow.training.datasets import FrameDataset, normalised
from winnow.training.networks import Classifier
from winnow.training.samples import Sample
from winnow.training.spec import Features
from winnow.vision.embeddings import Embedder

Pixels = npt.NDArray[np.uint8]

_EMBEDDER_EDGE_PX = 224


def features_of(
    train: tuple[Sample, ...], valid: tuple[Sample, ...], fit: Fit, network: Classifier, embedding_model: Path | None
) -> Generator[object, None, tuple[Features, Features]]:
    """Yield `Progress` in "features" and return those of *train* and *valid*, (n, dim) each, every row of length 1.

    They are those of *network*'s backbone, by the faster *embedding_model* of
    the same network where the fit has its input size.
    """
    dataset = FrameDataset((*train, *valid), fit)
    embed = _by_network(network)
    if embedding_model is not None and fit.size == _EMBEDDER_EDGE_PX:
        embed = Embedder(embedding_model, os.cpu_count() or 1).embed
    rows = []
    for index in range(len(dataset)):
        rows.append(embed(dataset.pixels(index)[None])[0])
        yield Progress(index + 1, len(dataset), "features")
    found = np.stack(rows)
    return found[: len(train)], found[len(train) :]


def _by_network(network: Classifier) -> Callable[[Pixels], Features]:
    network.eval()

    def embed(pixels: Pixels) -> Features:
        with torch.inference_mode():
            features: Features = network.backbone_features(normalised(pixels)).numpy()
        return features

    return embed
