"""Features on a plane. PCA needs numpy only; the others are imported in child processes."""

from __future__ import annotations

import contextlib
import importlib
import importlib.util
import queue
import re
import threading
import warnings
from collections.abc import Callable, Generator
from typing import Any

import numpy as np
import numpy.typing as npt

from winnow.base.errors import UserError
from winnow.base.outcomes import Progress, Tick
from winnow.clustering.making import reduced
from winnow.clustering.threads import leave_a_core
from winnow.domain.projection import ProjectionMethod

Matrix = npt.NDArray[np.float32]

_SKETCH = 10
_PASSES = 8
_DIMS_FIRST = 50
_ROUNDS = 1000
_ROUND = re.compile(r"Iteration (\d+):")


class TooFewToMap(UserError):
    """There are too few pictures to lay out."""

    def __init__(self, images: int) -> None:
        self.images = images
        super().__init__(f"A map needs at least 5 images; there are {images}.")


class MethodNotInstalled(UserError):
    """The optional package is not there."""

    def __init__(self) -> None:
        super().__init__(
            "UMAP is an extra that is not here: take t-SNE. Where Winnow was installed by pip, "
            "'pip install winnow[umap]' adds it; Winnow from an installer comes without it."
        )


def is_installed(method: ProjectionMethod) -> bool:
    """Say whether a method can be used here; asks the disk, imports nothing."""
    return method is not ProjectionMethod.UMAP or importlib.util.find_spec("umap") is not None


def pca(features: Matrix, seed: int = 0) -> Matrix:
    """Return the first two principal components of (n, d) *features*, (n, 2) float32, framed.

    Source: Halko, Martinsson and Tropp 2011, SIAM Review 53, 217-288, algorithm 4.4.
    """
    if len(features) < 2:
        return np.zeros((len(features), 2), np.float32)
    mean = features.mean(0)
    width = min(_SKETCH, *features.shape)
    basis = np.random.default_rng(seed).standard_normal((features.shape[1], width)).astype(np.float32)
    for _ in range(_PASSES):
        spread, _r = np.linalg.qr(features @ basis - mean @ basis)
        basis, _r = np.linalg.qr(features.T @ spread - np.outer(mean, spread.sum(0)))
    _u, _s, turned = np.linalg.svd(features @ basis - mean @ basis, full_matrices=False)
    axes = basis @ turned[:2].T
    # Which way an axis points is chance; the side of its largest number makes the same map every time.
    axes *= np.sign(axes[np.abs(axes).argmax(0), np.arange(axes.shape[1])])
    points = features @ axes - mean @ axes
    if points.shape[1] < 2:
        points = np.hstack([points, np.zeros_like(points)])
    return framed(points)


def project(features: Matrix, method: ProjectionMethod, seed: int) -> Generator[object, None, Matrix]:
    """Yield `Progress`, and return (n, 2) float32 points for (n, d) *features*, framed.

    Raises:
        TooFewToMap, MethodNotInstalled.
    """
    if len(features) < 5:
        raise TooFewToMap(len(features))
    if not is_installed(method):
        raise MethodNotInstalled
    if method is ProjectionMethod.PCA:
        return pca(features, seed)
    few = reduced(features, _DIMS_FIRST, seed)
    start = pca(features, seed)
    fit = _tsne if method is ProjectionMethod.TSNE else _umap
    points = yield from _listened(lambda: fit(few, start, seed))
    return framed(points)


def framed(points: npt.NDArray[Any]) -> Matrix:
    """Return *points* about their middle, the longer side from -1 to 1."""
    low, high = points.min(0), points.max(0)
    reach = float((high - low).max()) / 2
    found: Matrix = ((points - (low + high) / 2) / (reach or 1.0)).astype(np.float32)
    return found


def _tsne(features: Matrix, start: Matrix, seed: int) -> Matrix:
    from sklearn.manifold import TSNE

    found: Matrix = TSNE(
        perplexity=min(30.0, (len(features) - 1) / 3),
        init=start * 1e-4 / max(float(start[:, 0].std()), 1e-12),
        max_iter=_ROUNDS,
        random_state=seed,
        verbose=2,
    ).fit_transform(features)
    return found


def _umap(features: Matrix, _start: Matrix, seed: int) -> Matrix:
    umap = importlib.import_module("umap")  # an optional extra
    found: Matrix = umap.UMAP(n_neighbors=min(15, len(features) - 1), random_state=seed).fit_transform(features)
    return found


class _Rounds:
    """A stream that hears how far t-SNE is from what it prints: it has no other way to tell."""

    def __init__(self, told: queue.SimpleQueue[int]) -> None:
        self._told = told

    def write(self, text: str) -> int:
        """Take note of a round."""
        found = _ROUND.search(text)
        if found:
            self._told.put(int(found[1]))
        return len(text)

    def flush(self) -> None:
        """Nothing waits."""


def _listened(work: Callable[[], Matrix]) -> Generator[object, None, Matrix]:
    """Run *work* on a thread of its own; yield `Progress` by what it prints, and return what it returns."""
    told: queue.SimpleQueue[int] = queue.SimpleQueue()
    found: list[Matrix] = []
    failed: list[Exception] = []

    def run() -> None:
        try:
            with leave_a_core(), contextlib.redirect_stdout(_Rounds(told)), warnings.catch_warnings():
                warnings.simplefilter("ignore")
                found.append(work())
        except Exception as error:  # noqa: BLE001 - raised again on the thread that waits
            failed.append(error)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    while thread.is_alive():
        try:
            yield Progress(told.get(timeout=0.1), _ROUNDS, "rounds")
        except queue.Empty:
            yield Tick()
    if failed:
        raise failed[0]
    return found[0]
