"""A project of very many pictures, with clusters and thumbnails, written straight into its store: no decoding."""

from __future__ import annotations

import hashlib
from pathlib import Path

import corpus
import numpy as np

from winnow.app.commands.arranging import AddClustering
from winnow.app.session import Session
from winnow.domain.cluster import Clustering
from winnow.domain.image import ImageFacts
from winnow.domain.source import SourceKind, SourceState
from winnow.store import sources
from winnow.store.images import FoundImage
from winnow.store.images import add as add_images
from winnow.vision import thumbnail
from winnow.vision.framing import shrunk

_AT_ONCE = 2000


def make(folder: Path, count: int, clusters: int = 100) -> None:
    """Make a project of *count* pictures in *folder*; 20 different thumbnails take turns."""
    whole = (np.asarray(one) for one in corpus.pictures(20))
    jpegs = [thumbnail.encode(shrunk(one, thumbnail.SHORTER_PX, thumbnail.LONGER_PX)) for one in whole]
    with Session.create(folder) as session:
        source = session.record(lambda tx: sources.begin(tx, SourceKind.FOLDER, "made", str(folder))).result()
        ids: list[int] = []
        for start in range(0, count, _AT_ONCE):
            numbers = range(start, min(start + _AT_ONCE, count))
            digests = [hashlib.sha256(str(number).encode()).hexdigest() for number in numbers]
            found = [
                FoundImage(source, f"{digest[:12]}.jpg", digest, "", ImageFacts(digest, "jpeg", 2400, 1800, 10**6))
                for digest in digests
            ]
            pairs = [(bytes.fromhex(digest), jpegs[at % len(jpegs)]) for at, digest in enumerate(digests)]
            session.thumbnails.put(pairs)
            ids += session.record(lambda tx, found=found: add_images(tx, found)).result()
        session.record(lambda tx: sources.end(tx, source, SourceState.DONE)).result()
        numbers_of = np.random.default_rng(7).integers(0, clusters, count).astype(np.int32)
        distances = np.random.default_rng(8).random(count, np.float32)
        made = Clustering("KMeans", "embedding", clusters, 7, np.array(ids, np.int64), numbers_of, distances)
        session.do(AddClustering(made)).result()
