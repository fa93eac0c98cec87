"""Features of what lacks them, and the clustering of features."""

from __future__ import annotations

import os
from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from winnow.app.children import in_child
from winnow.app.commands.arranging import AddClustering
from winnow.app.session import Session
from winnow.base.errors import UserError
from winnow.base.outcomes import Progress
from winnow.base.paths import cache_folder
from winnow.clustering.agreement import agreement
from winnow.clustering.kmeans import cluster_by_kmeans
from winnow.domain.cluster import Clustering
from winnow.domain.ids import ImageId
from winnow.store import frames, images
from winnow.store.database import Reader
from winnow.store.thumbnails import Thumbnails
from winnow.store.vectors import Vectors
from winnow.vision.decoder import Decoder
from winnow.vision.embeddings import MODELS, Embedder, colour_features, network_input, pixel_features, prepare

DEFAULT_MODEL = "efficientnet-lite0"
_AT_ONCE = 16


class NothingToCluster(UserError):
    """There is no picture with features."""

    def __init__(self) -> None:
        super().__init__("There are no pictures to cluster yet. Import some first.")


@dataclass(frozen=True, slots=True)
class Embedded:
    """How many vectors were computed, and of how many numbers each is."""

    count: int
    dim: int


def vectors_of(session: Session, model: str = DEFAULT_MODEL) -> Vectors:
    """Open the stored vectors of *model*."""
    return Vectors(session.layout.vectors, MODELS[model].key, MODELS[model].dim)


def kept_keys(connection: Reader) -> tuple[npt.NDArray[np.int64], list[bytes]]:
    """Return the ids and content keys of what was not rejected, in id order."""
    rows = connection.execute("SELECT id, content_key FROM image WHERE state = 'kept' ORDER BY id").fetchall()
    return np.array([row[0] for row in rows], np.int64), [row[1] for row in rows]


def embed(session: Session, model: str = DEFAULT_MODEL) -> Generator[object, None, None]:
    """Compute the vectors that are missing; yield `Progress`, at last `Embedded`. What was done is kept on stopping."""
    yield from make_thumbnails(session)
    vectors = vectors_of(session, model)
    _ids, keys = session.ask(kept_keys)
    missing = vectors.missing(keys)
    done = 0
    if missing:
        cache = session.layout.cache / "thumbnails.db"
        for event in in_child(_embed_in_child, model, cache, missing, cache_folder() / "networks"):
            if isinstance(event, tuple):
                some, rows = event
                vectors.append(some, rows)
                done += len(some)
                yield Progress(done, len(missing), "images")
            else:
                yield event
    yield Embedded(done, vectors.dim)


def _embed_in_child(model: str, cache: Path, keys: list[bytes], folder: Path) -> Generator[object, None, None]:
    embedder = Embedder(prepare(model, folder), os.cpu_count() or 1)
    thumbnails = Thumbnails(cache, writable=False)
    for start in range(0, len(keys), _AT_ONCE):
        some = keys[start : start + _AT_ONCE]
        found = thumbnails.get(some)
        there = [key for key in some if key in found]
        if there:
            yield there, embedder.embed(np.stack([network_input(found[key]) for key in there]))


def make_thumbnails(session: Session) -> Generator[object, None, None]:
    """Make the thumbnails that are missing: of edited frames, and of all when the cache was deleted."""
    ids, keys = session.ask(kept_keys)
    missing = set(session.thumbnails.missing(keys))
    if not missing:
        return
    wanted = [(ImageId(int(image)), key) for image, key in zip(ids, keys, strict=True) if key in missing]
    with Decoder() as decoder:
        for done, (image, key) in enumerate(wanted, start=1):
            session.thumbnails.put([(key, thumbnail_of(session, decoder, image))])
            yield Progress(done, len(wanted), "thumbnails")


def thumbnail_of(session: Session, decoder: Decoder, image: ImageId) -> bytes:
    """Return a new thumbnail of a picture's first frame."""
    sha256, kind, width, height = session.ask(images.original_of, image)
    framed = session.ask(frames.frames_of, image)
    content = session.originals.read(sha256, kind)
    if framed and not framed[0].frame.is_whole(width, height):
        return decoder.frame_thumbnail(content, framed[0].frame)
    return decoder.examine(content, sha256).thumbnail


def cluster(session: Session, k: int, features: str = "embedding", seed: int = 0) -> Generator[object, None, None]:
    """Cluster what was not rejected by K-Means, store it and show it; yield events, at last the `Clustering`."""
    ids, keys = session.ask(kept_keys)
    if not len(ids):
        raise NothingToCluster
    if features == "embedding":
        yield from embed(session)
        vectors = vectors_of(session)
        there = [key in vectors for key in keys]
        ids, keys = ids[there], [key for key, is_there in zip(keys, there, strict=True) if is_there]
        matrix = vectors.take(keys)
    else:
        yield from make_thumbnails(session)
        found = session.thumbnails.get(keys)
        measure = colour_features if features == "colour" else pixel_features
        matrix = np.stack([measure(found[key]) for key in keys])
    for event in in_child(cluster_by_kmeans, ids, matrix, features, k, seed):
        if isinstance(event, Clustering):
            session.do(AddClustering(event)).result()
        yield event


def against_labels(session: Session, clustering: Clustering) -> Generator[object, None, None]:
    """Yield at last the dict of `agreement` with the labels there are; nothing where fewer than two are used."""
    labels = dict(session.ask(_label_of))
    there = np.array([int(image) in labels for image in clustering.ids])
    known = np.array([labels[int(image)] for image in clustering.ids[there]], np.int64)
    if len(np.unique(known)) >= 2:
        yield from in_child(_agreement_in_child, clustering.clusters[there], known)


def _agreement_in_child(
    clusters: npt.NDArray[np.int32], labels: npt.NDArray[np.int64]
) -> Generator[object, None, None]:
    yield agreement(clusters, labels)


def _label_of(connection: Reader) -> list[tuple[int, int]]:
    return connection.execute("SELECT id, label_id FROM image WHERE label_id IS NOT NULL").fetchall()
