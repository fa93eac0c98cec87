"""G7 and G8: the thumbnail cache against files, and our decoding of a thumbnail against the toolkit's."""

from __future__ import annotations

import hashlib
import io
import os
import random
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import corpus
import numpy as np
import simplejpeg
from figures import Figure, Found, Note, Skipped, in_ms, medians
from PIL import Image
from PySide6.QtGui import QImage

from winnow.store.thumbnails import Thumbnails
from winnow.vision import thumbnail
from winnow.vision.framing import shrunk

_KEPT, _SCREENFUL = 10_000, 200


def reading() -> Iterator[Found]:
    """G7: a screenful of 200 thumbnails read from a cold cache, against individual files and one appended file."""
    if not hasattr(os, "posix_fadvise"):
        yield Skipped("G7", "cold reads", "this system cannot be asked to forget what it read")
        return
    jpegs = _thumbnails(20)
    keys = [hashlib.sha256(str(at).encode()).digest() for at in range(_KEPT)]
    chosen = random.Random(7).sample(range(_KEPT), _SCREENFUL)
    # Beside the program, for the system's folder for short-lived files may be in memory.
    with tempfile.TemporaryDirectory(prefix=".bench-", dir=Path.cwd()) as made:
        folder = Path(made)
        store = Thumbnails(folder / "thumbnails.db")
        try:
            for start in range(0, _KEPT, 500):
                store.put((keys[at], jpegs[at % len(jpegs)]) for at in range(start, start + 500))
            files = _written_apart(folder, keys, jpegs)
            pack, places = _written_together(folder, jpegs)
            everything = [path for path in folder.rglob("*") if path.is_file()]
            wanted = [keys[at] for at in chosen]
            took = _cold(
                {
                    "winnow": lambda: store.get(wanted),
                    "files": lambda: [files[at].read_bytes() for at in chosen],
                    "one file": lambda: _read_at(pack, [places[at] for at in chosen]),
                },
                everything,
            )
        finally:
            store.close()
    yield Note(f"{_SCREENFUL} random of {_KEPT:,}, mean {sum(map(len, jpegs)) / len(jpegs) / 1e3:.1f} kB, cold")
    yield Note(in_ms(took))
    yield Figure("G7", "against one appended file", took["winnow"] / took["one file"], 1.5, at_most=True)
    yield Figure("G7", "against individual files", took["winnow"] / took["files"], 1.1, at_most=True)


def decoding() -> Iterator[Found]:
    """G8: a stored thumbnail to a picture that can be painted, against QImage and against a cache of PNG."""
    jpegs = _thumbnails(20)
    pngs = []
    for jpeg in jpegs:
        out = io.BytesIO()
        Image.open(io.BytesIO(jpeg)).save(out, "PNG", compress_level=1)
        pngs.append(out.getvalue())
    took = medians(
        {
            "winnow": lambda: [_drawable(one) for one in jpegs],
            "QImage": lambda: [QImage.fromData(one) for one in jpegs],
            "QImage, PNG": lambda: [QImage.fromData(one) for one in pngs],
        },
        rounds=15,
    )
    yield Note(f"{len(jpegs)} thumbnails, shorter side {thumbnail.SHORTER_PX}: {in_ms(took, len(jpegs))}")
    yield Figure("G8", "decoding against QImage.fromData", took["QImage"] / took["winnow"], 2.5)
    yield Figure("G8", "decoding against a cache of PNG", took["QImage, PNG"] / took["winnow"], 5)


def _thumbnails(count: int) -> list[bytes]:
    whole = (np.asarray(one) for one in corpus.pictures(count))
    return [thumbnail.encode(shrunk(one, thumbnail.SHORTER_PX, thumbnail.LONGER_PX)) for one in whole]


def _drawable(jpeg: bytes) -> QImage:
    pixels = simplejpeg.decode_jpeg(jpeg, "BGRX", fastdct=True)
    height, width = pixels.shape[:2]
    return QImage(pixels.data, width, height, 4 * width, QImage.Format.Format_RGB32)


def _written_apart(folder: Path, keys: Sequence[bytes], jpegs: Sequence[bytes]) -> list[Path]:
    paths = []
    for at, key in enumerate(keys):
        path = folder / "files" / key.hex()[:2] / f"{key.hex()}.jpg"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(jpegs[at % len(jpegs)])
        paths.append(path)
    return paths


def _written_together(folder: Path, jpegs: Sequence[bytes]) -> tuple[Path, list[tuple[int, int]]]:
    path, places = folder / "pack", []
    with path.open("wb") as pack:
        for at in range(_KEPT):
            places.append((pack.tell(), len(jpegs[at % len(jpegs)])))
            pack.write(jpegs[at % len(jpegs)])
    return path, places


def _read_at(path: Path, places: Sequence[tuple[int, int]]) -> list[bytes]:
    with path.open("rb", buffering=0) as pack:
        return [os.pread(pack.fileno(), size, offset) for offset, size in places]


def _cold(variants: Mapping[str, Callable[[], object]], paths: Sequence[Path]) -> dict[str, float]:
    """Return the medians of *variants*; the system forgets *paths* before each."""
    os.sync()
    times: dict[str, list[float]] = {name: [] for name in variants}
    for _ in range(7):
        for name, read in variants.items():
            _forget(paths)
            times[name].append(medians({name: read}, rounds=1, warm=False)[name])
    return {name: sorted(each)[len(each) // 2] for name, each in times.items()}


def _forget(paths: Sequence[Path]) -> None:
    for path in paths:
        at = os.open(path, os.O_RDONLY)
        os.posix_fadvise(at, 0, 0, os.POSIX_FADV_DONTNEED)
        os.close(at)
