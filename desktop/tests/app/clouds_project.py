"""A project whose pictures have features in clouds, and no files: what sorting needs, in a moment."""

from __future__ import annotations

import hashlib
from pathlib import Path

import numpy as np
import numpy.typing as npt
from unit.clustering.clouds import clouds
from unit.vision.pictures import scene

from winnow.app.pipelines.embedding import vectors_of
from winnow.app.session import Session
from winnow.domain.image import ImageFacts
from winnow.domain.source import SourceKind
from winnow.store import images, sources
from winnow.store.database import Tx
from winnow.store.images import FoundImage
from winnow.vision import thumbnail


def clouds_project(folder: Path, sizes: tuple[int, ...] = (30, 20, 10)) -> tuple[Session, npt.NDArray[np.int64]]:
    """Return the open project with the labels cat and dog, and the cloud of each picture, whose ids begin at 1."""
    features, cloud = clouds(sizes, dim=1280, spread=0.01)
    shas = [hashlib.sha256(str(number).encode()).hexdigest() for number in range(len(cloud))]
    session = Session.create(folder, ["cat", "dog"])

    def work(tx: Tx) -> None:
        source = sources.begin(tx, SourceKind.FOLDER, "pile", "/pile")
        facts = [ImageFacts(sha, "png", 300, 300, 9) for sha in shas]
        images.add(tx, [FoundImage(source, f"{at}.png", f"/pile/{at}", facts=one) for at, one in enumerate(facts)])

    session.record(work).result()
    keys = [row[0] for row in session.ask(lambda reader: reader.execute("SELECT content_key FROM image").fetchall())]
    session.thumbnails.put((key, thumbnail.encode(scene(64, 48, seed=at))) for at, key in enumerate(keys))
    vectors_of(session).append(keys, features)
    return session, cloud


def last(steps):
    """Run a job to its end; return the last thing that it yielded."""
    found = None
    for event in steps:
        found = event
    return found
