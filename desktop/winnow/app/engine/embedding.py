"""Thumbnails to vectors on a cluster."""

from __future__ import annotations

import tempfile
from collections.abc import Generator, Iterator
from functools import lru_cache
from pathlib import Path

import numpy as np

from winnow.app.children import in_child
from winnow.app.engine.choice import Cluster
from winnow.app.engine.cluster import Finished, mapped
from winnow.base.outcomes import Steps
from winnow.store.thumbnails import Thumbnails
from winnow.vision.embeddings import Embedder, network_input, prepare
from winnow.vision.networks import MODELS

_AT_ONCE = 32

Piece = tuple[list[bytes], list[bytes]]
"""Content keys, and their thumbnails."""


def embedded_on(
    cluster: Cluster, model: str, cache: Path, keys: list[bytes], folder: Path, weights: Path | None
) -> Generator[object, None, None]:
    """Yield (keys, vectors) as they come back from *cluster*, see `mapped`; the thumbnails lie in *cache*.

    The network is made here, in *folder*, and goes to the workers with the
    thumbnails: all of them compute with the same one.
    """
    made: bytes = b""
    for event in in_child(_network, model, folder, weights):
        if isinstance(event, bytes):
            made = event
        else:
            yield event
    for event in mapped(cluster, (_pieces, (cache, keys)), _embedded, made, MODELS[model].edge_px):
        yield event.value if isinstance(event, Finished) else event


def _network(model: str, folder: Path, weights: Path | None) -> Steps:
    yield prepare(model, folder, weights).read_bytes()


def _pieces(cache: Path, keys: list[bytes]) -> Iterator[Piece]:
    thumbnails = Thumbnails(cache, writable=False)
    for start in range(0, len(keys), _AT_ONCE):
        found = thumbnails.get(keys[start : start + _AT_ONCE])
        if found:
            yield list(found), list(found.values())


def _embedded(piece: Piece, network: bytes, edge_px: int) -> Steps:
    keys, thumbnails = piece
    rows = _embedder(network).embed(np.stack([network_input(one, edge_px) for one in thumbnails]))
    yield Finished(len(keys), (keys, rows))


@lru_cache(maxsize=1)
def _embedder(network: bytes) -> Embedder:
    """Load the network, once in each worker."""
    with tempfile.TemporaryDirectory(prefix="winnow-worker-") as folder:
        path = Path(folder) / "network.onnx"
        path.write_bytes(network)
        return Embedder(path, threads=1)
