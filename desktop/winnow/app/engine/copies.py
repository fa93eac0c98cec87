"""Copies of what a run learns from, for workers that cannot read the project: tar shards as WebDataset reads them.

They go through the cluster's own memory, or through a folder or object store
that all machines reach (any address that fsspec opens). The project keeps
the truth: nothing is ever written back.
"""

from __future__ import annotations

import hashlib
import io
import tarfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from winnow.app.engine.choice import NotElsewhere
from winnow.training.samples import Sample
from winnow.training.spec import TrainingSpec

_SHARD_BYTES = 64 << 20


@dataclass(frozen=True, slots=True)
class Copies:
    """Where the shards are: addresses, or what Ray knows them by; and the network's first weights, if it has a file."""

    shards: tuple[Any, ...]
    weights: bytes | None


def copied(ray: Any, spec: TrainingSpec, storage: str) -> Copies:
    """Copy the originals of *spec* to the address *storage*, or ("") into the cluster's memory.

    A shard that is in *storage* already is not written again.

    Raises:
        NotElsewhere: the run needs code of the person's own, which other machines must not get unasked.
    """
    if spec.recipe.own is not None:
        raise NotElsewhere
    shards = [_stored(storage, one) if storage else ray.put(one) for one in _shards((*spec.train, *spec.valid))]
    return Copies(tuple(shards), None if spec.weights is None else spec.weights.read_bytes())


def placed(spec: TrainingSpec, copies: Copies, folder: Path) -> TrainingSpec:
    """Unpack *copies* into *folder* on a worker; return *spec* with what lies there."""
    originals = folder / "originals"
    originals.mkdir()
    for one in copies.shards:
        with tarfile.open(fileobj=io.BytesIO(_fetched(one))) as shard:
            shard.extractall(originals, filter="data")
    weights = None
    if copies.weights is not None:
        weights = folder / "weights"
        weights.write_bytes(copies.weights)

    def here(samples: Sequence[Sample]) -> tuple[Sample, ...]:
        return tuple(replace(one, path=originals / one.path.name) for one in samples)

    return replace(spec, train=here(spec.train), valid=here(spec.valid), weights=weights)


def _shards(samples: Sequence[Sample]) -> Iterator[bytes]:
    """Yield tar files of the originals, each once, about 64 MiB each."""
    waiting: list[Path] = []
    size = 0
    for path in dict.fromkeys(one.path for one in samples):
        waiting.append(path)
        size += path.stat().st_size
        if size >= _SHARD_BYTES:
            yield _packed(waiting)
            waiting, size = [], 0
    if waiting:
        yield _packed(waiting)


def _packed(files: Sequence[Path]) -> bytes:
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w") as shard:
        for file in files:
            entry = tarfile.TarInfo(file.name)
            content = file.read_bytes()
            entry.size = len(content)
            shard.addfile(entry, io.BytesIO(content))
    return made.getvalue()


def _stored(storage: str, shard: bytes) -> str:
    import fsspec

    address = f"{storage.rstrip('/')}/{hashlib.sha256(shard).hexdigest()[:32]}.tar"
    files, path = fsspec.core.url_to_fs(address)
    if not files.exists(path):
        with fsspec.open(address, "wb") as stream:
            stream.write(shard)
    return address


def _fetched(shard: Any) -> bytes:
    if isinstance(shard, str):
        import fsspec

        with fsspec.open(shard, "rb") as stream:
            stored: bytes = stream.read()
        return stored
    import ray

    kept: bytes = ray.get(shard)
    return kept
