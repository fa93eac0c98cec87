"""Features of what lacks them: of networks, of colours, of the pixels themselves; each computed once and kept."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from winnow.app.children import in_child
from winnow.app.engine.choice import LOCAL, cluster_of
from winnow.app.engine.embedding import embedded_on
from winnow.app.session import Session
from winnow.base.errors import UserError
from winnow.base.machine import cores
from winnow.base.outcomes import Note, Progress, Tick
from winnow.base.paths import networks_folder
from winnow.collect.weights import fetch_weights
from winnow.domain.ids import ImageId
from winnow.store import frames, images
from winnow.store.database import Reader
from winnow.store.thumbnails import Thumbnails
from winnow.store.vectors import Vectors
from winnow.vision import gpu
from winnow.vision.decoder import Decoder
from winnow.vision.embeddings import (
    COLOUR_DIM,
    PIXEL_DIM,
    Embedder,
    colour_features,
    network_input,
    pixel_features,
    prepare,
    prepared_path,
)
from winnow.vision.networks import MODELS, EmbeddingModel

DEFAULT_MODEL = "efficientnet-lite0"
EMBEDDING, COLOUR, PIXELS = "embedding", "colour", "pixels"
"""Kinds of features; every network's name is one as well, and "embedding" stands for the default one."""

_MEASURES = {COLOUR: (COLOUR_DIM, colour_features), PIXELS: (PIXEL_DIM, pixel_features)}
_MEASURES_VERSION = 1
_AT_ONCE = 16
_AT_ONCE_ON_GPU = 256


class NothingToCluster(UserError):
    """There is no picture with features."""

    def __init__(self) -> None:
        super().__init__("There are no pictures to cluster yet. Import some first.")


class FeaturesUnknown(UserError):
    """There are no features of a name."""

    def __init__(self, name: str) -> None:
        self.name = name
        there = ", ".join([EMBEDDING, COLOUR, PIXELS, *MODELS])
        super().__init__(f"There are no features called {name!r}. Choose one of these: {there}.")


@dataclass(frozen=True, slots=True)
class Embedded:
    """How many vectors were computed, and of how many numbers each is."""

    count: int
    dim: int


@dataclass(frozen=True, slots=True)
class FeatureKind:
    """One kind of features, for choosing; *download_bytes* is what must be fetched before the first use, else 0."""

    name: str
    words: str
    about: str
    dim: int
    license: str = ""
    source: str = ""
    download_bytes: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class FeatureTable:
    """Where the features of pictures lie: parallel *ids*, (n,) int64 ascending, and *keys*. Can go to a child."""

    name: str
    folder: Path
    file: str
    dim: int
    ids: npt.NDArray[np.int64]
    keys: list[bytes]

    def rows(self) -> npt.NDArray[np.float32]:
        """Read them, (n, dim) float32, each of length 1."""
        return Vectors(self.folder, self.file, self.dim).take(self.keys)

    def nearness(self, asked: npt.NDArray[np.bool_]) -> npt.NDArray[np.float32]:
        """Return the cosine of every row to the nearest of those that the mask *asked* says, (n,) float32."""
        vectors = Vectors(self.folder, self.file, self.dim)
        return vectors.cosines(self.keys, vectors.take([self.keys[at] for at in np.flatnonzero(asked)]))

    def only(self, there: npt.NDArray[np.bool_]) -> FeatureTable:
        """Return the part of it that the mask *there* says."""
        if there.all():
            return self
        keys = [key for key, is_there in zip(self.keys, there, strict=True) if is_there]
        return FeatureTable(self.name, self.folder, self.file, self.dim, self.ids[there], keys)


def feature_kinds() -> tuple[FeatureKind, ...]:
    """Return every kind of features that can be chosen, the default one first; asks the disk for what is fetched."""
    networks = []
    for model in MODELS.values():
        fetched = model.weights is None or prepared_path(model.name, networks_folder()).exists()
        size = 0 if fetched or model.weights is None else model.weights.size_bytes
        name = EMBEDDING if model.name == DEFAULT_MODEL else model.name
        networks.append(FeatureKind(name, model.words, model.about, model.dim, model.license, model.source, size))
    return (
        networks[0],
        FeatureKind(COLOUR, "Colour", "Shares of 64 colours; tells scenes, not things.", COLOUR_DIM),
        FeatureKind(PIXELS, "Pixels", "The picture at 16 × 16; what a first try would take.", PIXEL_DIM),
        *networks[1:],
    )


def dim_of(name: str) -> int:
    """Return how many numbers the features *name* are.

    Raises:
        FeaturesUnknown: there is no such kind.
    """
    return _file_of(name)[1]


def vectors_of(session: Session, model: str = DEFAULT_MODEL) -> Vectors:
    """Open the stored vectors of *model*."""
    return Vectors(session.layout.vectors, MODELS[model].key, MODELS[model].dim)


def kept_keys(connection: Reader) -> tuple[npt.NDArray[np.int64], list[bytes]]:
    """Return the ids and content keys of what was not rejected, in id order."""
    rows = connection.execute("SELECT id, content_key FROM image WHERE state = 'kept' ORDER BY id").fetchall()
    return np.array([row[0] for row in rows], np.int64), [row[1] for row in rows]


def _has_kept(connection: Reader) -> bool:
    return connection.execute("SELECT 1 FROM image WHERE state = 'kept' LIMIT 1").fetchone() is not None


def stored_features(session: Session, name: str = EMBEDDING) -> FeatureTable:
    """Return the features *name* of the kept pictures that have them, without computing any.

    Raises:
        FeaturesUnknown: there is no such kind.
    """
    ids, keys = session.ask(kept_keys)
    file, dim = _file_of(name)
    vectors = Vectors(session.layout.vectors, file, dim)
    there = np.fromiter((key in vectors for key in keys), bool, len(keys))
    return FeatureTable(name, session.layout.vectors, file, dim, ids, keys).only(there)


def features(session: Session, name: str = EMBEDDING, engine: str = LOCAL) -> Generator[object, None, FeatureTable]:
    """Compute what is missing of the features *name*, yielding `Progress`, and return those of the kept pictures.

    *engine* is for networks: colours and pixels take less time than sending them would.

    Raises:
        FeaturesUnknown: there is no such kind. NothingToCluster: there is no picture.
    """
    _file_of(name)
    yield Tick()
    if not session.ask(_has_kept):
        raise NothingToCluster
    for event in _measure(session, name) if name in _MEASURES else embed(session, _model_of(name), engine):
        yield Tick() if isinstance(event, Embedded) else event
    return stored_features(session, name)


def embed(session: Session, model: str = DEFAULT_MODEL, engine: str = LOCAL) -> Generator[object, None, None]:
    """Compute the vectors that are missing; yield `Progress`, at last `Embedded`. What was done is kept on stopping.

    On a cluster every batch is kept as it comes back; *engine* as of `cluster_of`.

    Raises:
        FeaturesUnknown: there is no such network. WeightsNotFetched, WeightsDamaged: it could not be had.
        And what `cluster_of` and `mapped` raise.
    """
    cluster = cluster_of(engine)
    if model not in MODELS:
        raise FeaturesUnknown(model)
    yield from make_thumbnails(session)
    yield Tick()
    vectors = vectors_of(session, model)
    yield Tick()
    _ids, keys = session.ask(kept_keys)
    missing = vectors.missing(keys)
    done = 0
    if missing:
        weights = yield from _weights_of(MODELS[model])
        cache = session.layout.cache / "thumbnails.db"
        if cluster is None:
            events = in_child(_embed_in_child, model, cache, missing, networks_folder(), weights)
        else:
            events = embedded_on(cluster, model, cache, missing, networks_folder(), weights)
        done = yield from _appended(vectors, events, len(missing))
    yield Embedded(done, vectors.dim)


def _appended(vectors: Vectors, events: Iterator[object], total: int) -> Generator[object, None, int]:
    """Keep the (keys, rows) that a child sends as they come, yielding `Progress`; return how many there were."""
    done = 0
    for event in events:
        if isinstance(event, tuple):
            some, rows = event
            vectors.append(some, rows)
            done += len(some)
            yield Progress(done, total, "images")
        else:
            yield event
    return done


def _weights_of(model: EmbeddingModel) -> Generator[object, None, Path | None]:
    """Fetch the weights of a network that does not come with the program, unless it was made already."""
    if model.weights is None or prepared_path(model.name, networks_folder()).exists():
        return None
    target = networks_folder() / model.weights.file
    megabytes = model.weights.size_bytes / 1e6
    yield Note(f"Fetching {model.words} ({megabytes:.0f} MB, {model.license}) from {model.source}, once.")
    yield from fetch_weights(model.weights.address, target, model.weights.size_bytes, model.weights.sha256_start)
    return target


def _embed_in_child(
    model: str, cache: Path, keys: list[bytes], folder: Path, weights: Path | None
) -> Generator[object, None, None]:
    embedder, at_once = _embedder(model, folder, weights)
    edge_px = MODELS[model].edge_px
    thumbnails = Thumbnails(cache, writable=False)
    for start in range(0, len(keys), at_once):
        some = keys[start : start + at_once]
        found = thumbnails.get(some)
        there = [key for key in some if key in found]
        if there:
            yield there, embedder.embed(np.stack([network_input(found[key], edge_px) for key in there]))


def _embedder(model: str, folder: Path, weights: Path | None) -> tuple[Embedder | gpu.GpuEmbedder, int]:
    """Return what embeds fastest here, and how many pictures it is given at once."""
    where = gpu.device() if gpu.may_be_there() else None
    if where is not None and (MODELS[model].weights is None or weights is not None):
        return gpu.GpuEmbedder(model, where, weights), _AT_ONCE_ON_GPU
    return Embedder(prepare(model, folder, weights), cores()), _AT_ONCE


def _measure(session: Session, name: str) -> Generator[object, None, None]:
    """Compute the colour or pixel features that are missing, in a child, for decoding would hold the window up."""
    yield from make_thumbnails(session)
    file, dim = _file_of(name)
    vectors = Vectors(session.layout.vectors, file, dim)
    missing = vectors.missing(session.ask(kept_keys)[1])
    done = 0
    if missing:
        events = in_child(_measure_in_child, name, session.layout.cache / "thumbnails.db", missing)
        done = yield from _appended(vectors, events, len(missing))
    yield Embedded(done, dim)


def _measure_in_child(name: str, cache: Path, keys: list[bytes]) -> Generator[object, None, None]:
    _dim, measure = _MEASURES[name]
    thumbnails = Thumbnails(cache, writable=False)
    for start in range(0, len(keys), _AT_ONCE_ON_GPU):
        found = thumbnails.get(keys[start : start + _AT_ONCE_ON_GPU])
        if found:
            yield list(found), np.stack([measure(one) for one in found.values()])


def _file_of(name: str) -> tuple[str, int]:
    """Return what the vectors of the features *name* are stored under, and how long each is."""
    if name in _MEASURES:
        return f"{name}-{_MEASURES_VERSION}", _MEASURES[name][0]
    model = MODELS.get(_model_of(name))
    if model is None:
        raise FeaturesUnknown(name)
    return model.key, model.dim


def _model_of(name: str) -> str:
    return DEFAULT_MODEL if name == EMBEDDING else name


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
