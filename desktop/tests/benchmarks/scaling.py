"""How the parts of Winnow grow with the number of pictures: 100,000, a million, ten million made rows.

Each measurement runs in a process of its own, so that the memory is its own.
"""

from __future__ import annotations

import itertools
import json
import math
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
from commands import PETS
from figures import Figure, Found, Note, Skipped, load

_SIZES = (100_000, 1_000_000, 10_000_000)
_DIM = 64
"""Of features after a projection: 1,280 numbers of ten million pictures are 51 GB."""
_HASH_WORDS = 4
_TABLES, _BITS = 24, 32
"""Of locality-sensitive hashing: so many tables, each by so many bits of a hash drawn by lot."""
_NOISE = 0.04
_MOST_IN_BUCKET = 64


def scaling() -> Iterator[Found]:
    """Rates of one core; and time, memory and growth of store, near duplicates and MiniBatchKMeans to ten million."""
    yield Note(load())
    yield from _rates()
    for name, about, largest in (
        ("store", "store: label 1,000 pictures, count them by label, read a page", _SIZES[-1]),
        ("exact", "near duplicates, exact: every pair within 24 of 256 bits", 1_000_000),
        ("lsh", "near duplicates by locality-sensitive hashing", _SIZES[-1]),
        ("kmeans", f"MiniBatchKMeans, 100 clusters of {_DIM} numbers", _SIZES[-1]),
    ):
        found = [(size, _alone(name, size)) for size in _SIZES if size <= largest]
        for size, one in found:
            more = "".join(f", {key} {value:.3g}" for key, value in one.items() if key not in ("seconds", "mb"))
            yield Note(f"{about}: {size:,} rows {one['seconds']:.3g} s, {one['mb']:.0f} MB{more}")
        for (small, first), (large, last) in itertools.pairwise(found):
            exponent = math.log(last["seconds"] / first["seconds"]) / math.log(large / small)
            yield Note(f"{name}: from {small:,} to {large:,} the time grows with n to the power of {exponent:.2f}")
        if name == "lsh":
            yield Figure("scale", "of planted near copies found at ten million", found[-1][1]["recall"], 0.95, unit="")


def _rates() -> Iterator[Found]:
    """Say what one core does in a second: decode with all that the import does, embed."""
    if not PETS.is_dir():
        yield Skipped("scale", "rates of one core", "the pets are not on this machine")
        return
    from winnow.vision import decode
    from winnow.vision.embeddings import Embedder, network_input, prepare

    photos = sorted(PETS.rglob("*.jpg"))[:200]
    contents = [photo.read_bytes() for photo in photos]
    began = time.process_time()
    thumbnails = [
        decode.examine(content, photo.name).thumbnail for content, photo in zip(contents, photos, strict=True)
    ]
    examined = time.process_time() - began
    with tempfile.TemporaryDirectory() as folder:
        embedder = Embedder(prepare("efficientnet-lite0", Path(folder)), 1)
        inputs = np.stack([network_input(one) for one in thumbnails])
        began = time.perf_counter()
        embedder.embed(inputs)
        embedded = time.perf_counter() - began
    originals, small = (np.mean([len(one) for one in some]) / 1000 for some in (contents, thumbnails))
    yield Note(
        f"one core: {len(photos) / examined:.0f} photos a second decoded, scored and hashed, "
        f"{len(photos) / embedded:.0f} a second embedded; {originals:.0f} kB an original, {small:.0f} kB a thumbnail"
    )


def _alone(name: str, size: int) -> dict[str, float]:
    ran = subprocess.run(
        [sys.executable, str(Path(__file__)), name, str(size)], capture_output=True, text=True, check=False
    )
    if ran.returncode:
        sys.exit(f"{name} of {size} failed:\n{ran.stderr}")
    found: dict[str, float] = json.loads(ran.stdout.strip().splitlines()[-1])
    return found


def _store(size: int) -> dict[str, float]:
    """Fill a project's own database by SQL, and do what a person does in it."""
    import sqlite3

    from winnow.app.commands.labelling import LabelImages
    from winnow.app.session import Session
    from winnow.domain.source import SourceKind, SourceState
    from winnow.store import sources

    folder = Path(tempfile.mkdtemp(prefix="winnow-scale-"))
    try:
        project = folder / "large.winnow"
        with Session.create(project, ("cat", "dog")) as session:
            source = session.record(lambda tx: sources.begin(tx, SourceKind.FOLDER, "made", "made")).result()
            session.record(lambda tx: sources.end(tx, source, SourceState.DONE)).result()
            database = session.layout.database
        began = time.perf_counter()
        filled = sqlite3.connect(database)
        filled.execute("PRAGMA synchronous = OFF")
        _fill(filled, source, size)
        filled.commit()
        filled.close()
        filling = time.perf_counter() - began
        with Session.open(project) as session:
            began = time.perf_counter()
            first = size // 2
            session.do(LabelImages(tuple(range(first, first + 1000)), 1)).result()
            labelling = time.perf_counter() - began
            began = time.perf_counter()
            session.ask(lambda reader: reader.execute(_COUNTS).fetchall())
            counting = time.perf_counter() - began
            began = time.perf_counter()
            session.ask(lambda reader: reader.execute(_PAGE, (first,)).fetchall())
            paging = time.perf_counter() - began
        return {
            "seconds": labelling + counting + paging,
            "labelling": labelling,
            "counting": counting,
            "paging": paging,
            "filling": filling,
            "gigabytes": database.stat().st_size / 1e9,
        }
    finally:
        shutil.rmtree(folder)


_COUNTS = "SELECT label_id, count(*) FROM image WHERE state = 'kept' GROUP BY label_id"
_PAGE = "SELECT id, file, label_id FROM image WHERE id > ? ORDER BY id LIMIT 500"


def _fill(connection: Any, source: int, size: int) -> None:
    """Add rows as an import would, each with what has no default."""
    columns = connection.execute("PRAGMA table_info(image)").fetchall()
    values = {
        "source_id": str(source),
        "file": "printf('%010d.jpg', n)",
        "address": "printf('%010d', n)",
        "state": "'kept'",
        "sha256": "printf('%064x', n)",
        "content_key": "randomblob(32)",
        "dhash": "randomblob(32)",
        "format": "'jpeg'",
        "width": "2400",
        "height": "1800",
        "size_bytes": "1000000",
    }
    names = [row[1] for row in columns if row[1] in values or (row[3] and row[4] is None and not row[5])]
    shown = [values.get(name, "''") for name in names]
    connection.execute(
        f"WITH RECURSIVE rows(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM rows WHERE n < {size})"
        f" INSERT INTO image ({', '.join(names)}) SELECT {', '.join(shown)} FROM rows"
    )


def _exact(size: int) -> dict[str, float]:
    from winnow.vision.hashes import NEAR_BITS, hash_pairs

    hashes, _copies = _made_hashes(size)
    began = time.perf_counter()
    hash_pairs(hashes.view(np.uint8), NEAR_BITS)
    return {"seconds": time.perf_counter() - began}


def _lsh(size: int) -> dict[str, float]:
    """Sort by some bits of each hash, drawn by lot, once a table; equal ones are compared whole."""
    hashes, copies = _made_hashes(size)
    began = time.perf_counter()
    random = np.random.default_rng(1)
    pairs = []
    for _table in range(_TABLES):
        keys = _keys(hashes, random.permutation(_HASH_WORDS * 64)[:_BITS])
        order = np.argsort(keys, kind="stable")
        ordered = keys[order]
        for step in range(1, _MOST_IN_BUCKET):
            same = np.flatnonzero(ordered[step:] == ordered[:-step])
            if not len(same):
                break
            first, second = order[same], order[same + step]
            near = np.bitwise_count(hashes[first] ^ hashes[second]).sum(1, dtype=np.int64) <= 24
            low, high = np.minimum(first, second)[near], np.maximum(first, second)[near]
            pairs.append(low.astype(np.int64) * size + high)
    found = np.unique(np.concatenate(pairs))
    seconds = time.perf_counter() - began
    planted = copies[:, 0].astype(np.int64) * size + copies[:, 1]
    close = np.bitwise_count(hashes[copies[:, 0]] ^ hashes[copies[:, 1]]).sum(1, dtype=np.int64) <= 24
    return {"seconds": seconds, "recall": float(np.isin(planted[close], found).mean())}


def _keys(hashes: np.ndarray[Any, np.dtype[np.uint64]], bits: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    keys = np.zeros(len(hashes), np.uint32)
    for at, bit in enumerate(bits.tolist()):
        keys |= (((hashes[:, bit // 64] >> np.uint64(bit % 64)) & np.uint64(1)) << np.uint64(at)).astype(np.uint32)
    return keys


def _made_hashes(size: int) -> tuple[np.ndarray[Any, np.dtype[np.uint64]], np.ndarray[Any, np.dtype[np.int64]]]:
    """Return hashes of which a tenth are near copies of others, and the pairs of those."""
    random = np.random.default_rng(0)
    hashes = random.integers(0, 1 << 64, (size, _HASH_WORDS), np.uint64)
    copied = size // 10
    of = random.integers(0, size - copied, copied)
    for start in range(0, copied, 100_000):
        some = slice(start, min(start + 100_000, copied))
        count = some.stop - some.start
        noise = np.packbits(random.random((count, _HASH_WORDS * 64)) < _NOISE, axis=1).view(np.uint64)
        hashes[size - copied + start : size - copied + some.stop] = hashes[of[some]] ^ noise
    return hashes, np.stack([of, np.arange(size - copied, size)], 1)


def _kmeans(size: int) -> dict[str, float]:
    """Cluster rows that lie in a file, as many at once as fit."""
    from sklearn.cluster import MiniBatchKMeans

    random = np.random.default_rng(0)
    centres = random.normal(size=(100, _DIM)).astype(np.float16)
    with tempfile.TemporaryDirectory() as folder:
        rows = np.lib.format.open_memmap(Path(folder) / "rows.npy", "w+", np.float16, (size, _DIM))
        for start in range(0, size, 100_000):
            count = min(100_000, size - start)
            noise = random.normal(scale=0.5, size=(count, _DIM)).astype(np.float16)
            rows[start : start + count] = centres[random.integers(0, 100, count)] + noise
        began = time.perf_counter()
        method = MiniBatchKMeans(100, random_state=0, batch_size=10_000, n_init=1)
        for start in range(0, size, 10_000):
            method.partial_fit(np.asarray(rows[start : start + 10_000], np.float32))
        for start in range(0, size, 10_000):
            method.predict(np.asarray(rows[start : start + 10_000], np.float32))
        return {"seconds": time.perf_counter() - began}


def _peak_mb() -> float:
    """Return the most memory that this process had; what getrusage says includes who started it."""
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) / 1024


_PARTS: dict[str, Callable[[int], dict[str, float]]] = {
    "store": _store,
    "exact": _exact,
    "lsh": _lsh,
    "kmeans": _kmeans,
}

if __name__ == "__main__":
    measured = _PARTS[sys.argv[1]](int(sys.argv[2]))
    measured["mb"] = _peak_mb()
    print(json.dumps(measured))
