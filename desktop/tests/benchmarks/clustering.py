"""Large projects: 100,000 made-up features are clustered and k is scored, watched and stopped; 20,000 are ranked."""

from __future__ import annotations

import hashlib
import statistics
import tempfile
import time
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import Any

import numpy as np
from figures import Figure, Found, Note, load

_IMAGES = 100_000
_RANKED = 20_000
_DIM = 1280
_GAP_S = 0.5
"""Between two events, of a job that promises one each 100 ms; the rest is for a busy machine."""


def clustering() -> Iterator[Found]:
    """100,000 × 1280 by MiniBatchKMeans and the k plot: always attentive, stopped within a second."""
    from winnow.app.pipelines.choosing_k import suggest_k
    from winnow.app.pipelines.clustering import cluster
    from winnow.app.queries.similar import similar
    from winnow.app.session import Session

    with tempfile.TemporaryDirectory(prefix="bench-", suffix=".winnow", dir=Path.cwd()) as folder:
        for images in (_RANKED, _IMAGES):
            with Session.create(Path(folder) / str(images)) as session:
                _fill(session, images)
                if images == _RANKED:
                    took = [_timed(lambda: similar(session, [7, 8, 9])) for _ in range(7)]
                    yield Figure("Sort", f"similar of {images}", statistics.median(took) * 1000, 100, True, " ms")
                    continue

                def by_mini_batches() -> Generator[object, None, None]:
                    return cluster(session, 12, method="MiniBatchKMeans")

                def k_plot() -> Generator[object, None, None]:
                    return suggest_k(session, range(2, 13), restarts=3)

                yield from _watched("MiniBatchKMeans", by_mini_batches)
                yield from _watched("k plot", k_plot)


def _watched(what: str, make: Callable[[], Generator[object, None, None]]) -> Iterator[Found]:
    began = before = time.perf_counter()
    gap = 0.0
    for _event in make():
        now = time.perf_counter()
        gap, before = max(gap, now - before), now
    yield Note(f"{what} of {_IMAGES} x {_DIM} on {load()}: {time.perf_counter() - began:.1f} s")
    yield Figure("Sort", f"{what}, longest silence", gap, _GAP_S, True, " s")
    stopped = []
    for after_s in (1.0, 3.0, 6.0):
        steps = make()
        began = time.perf_counter()
        for _event in steps:
            if time.perf_counter() - began > after_s:
                break
        stopped.append(_timed(steps.close))
    yield Figure("Sort", f"{what}, slowest of 3 stops", max(stopped), 1.0, True, " s")


def _timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _fill(session: Any, images: int) -> None:
    """Put made-up pictures in twenty clouds into the project, with thumbnails' keys but no files."""
    from winnow.app.pipelines.embedding import vectors_of

    keys = [hashlib.sha256(str(number).encode()).digest() for number in range(images)]

    def work(tx: Any) -> None:
        tx.connection.execute(
            "INSERT INTO source (id, kind, name, address, state, added_at) VALUES (1, 'folder', 'f', 'f', 'done', '')"
        )
        tx.connection.executemany(
            "INSERT INTO image (source_id, file, address, state, sha256, format, width, height, size_bytes,"
            " content_key, found_at) VALUES (1, ?, ?, 'kept', ?, 'jpeg', 300, 300, 1, ?, '')",
            ((f"{at}.jpg", str(at), key.hex(), key) for at, key in enumerate(keys)),
        )

    session.record(work).result()
    session.thumbnails.put((key, b"-") for key in keys)
    random = np.random.default_rng(0)
    centres = random.standard_normal((20, _DIM)).astype(np.float32)
    vectors = vectors_of(session)
    for start in range(0, images, 10_000):
        some = keys[start : start + 10_000]
        rows = centres[random.integers(0, 20, len(some))] + random.standard_normal((len(some), _DIM), np.float32)
        vectors.append(some, rows / np.linalg.norm(rows, axis=1, keepdims=True).astype(np.float32))
