"""Feature vectors by content key, in two append-only files.

``NAME-DIM.f32`` holds the rows, ``NAME-DIM.idx`` a 40-byte record for each:
the 32-byte content key, a CRC-32 of the row, 4 bytes of zero. Rows are synced
before their records, so a crash leaves at the most rows without a record,
which the next opening cuts off. Derived data: whatever is damaged, or is no
number, counts as missing and is computed again; `take` never gives it out.
"""

from __future__ import annotations

import os
import zlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from winnow.base.errors import ContractError
from winnow.store.errors import VectorsDamaged, VectorsNoNumbers

_RECORD = np.dtype([("key", "V32"), ("crc", "<u4"), ("spare", "<u4")])


_MOST_ROWS = 4_000_000
"""Far more than pictures that a project can have; their keys alone take half a gigabyte of memory."""


class Vectors:
    """The vectors of one model. One writer at a time; opened anew to see what another one added."""

    def __init__(self, folder: Path, name: str, dim: int) -> None:
        self.dim = dim
        self._rows_path = folder / f"{name}-{dim}.f32"
        self._index_path = folder / f"{name}-{dim}.idx"
        folder.mkdir(parents=True, exist_ok=True)
        self._row_of: dict[bytes, int] = {}
        self._sums = np.empty(0, np.uint32)
        self._count = 0
        self._load()

    def __len__(self) -> int:
        return len(self._row_of)

    def __contains__(self, key: bytes) -> bool:
        return key in self._row_of

    def append(self, keys: Sequence[bytes], rows: npt.NDArray[np.float32]) -> None:
        """Add *rows*, (len(keys), dim) float32; durable before this returns.

        Raises:
            VectorsNoNumbers: NaN or infinity is among them; nothing was added.
        """
        if rows.shape != (len(keys), self.dim) or rows.dtype != np.float32:
            raise ContractError(f"expected ({len(keys)}, {self.dim}) float32, got {rows.shape} {rows.dtype}")
        if not keys:
            return
        rows = np.ascontiguousarray(rows)
        if without := int((~np.isfinite(rows).all(1)).sum()):
            raise VectorsNoNumbers(without)
        records = np.zeros(len(keys), _RECORD)
        records["key"] = [np.void(key) for key in keys]
        records["crc"] = _sums_of(rows)
        _append(self._rows_path, rows.tobytes(), self._count * self.dim * 4)
        _append(self._index_path, records.tobytes(), self._count * _RECORD.itemsize)
        for offset, key in enumerate(keys):
            self._row_of[bytes(key)] = self._count + offset
        self._sums = np.concatenate((self._sums, records["crc"]))
        self._count += len(keys)

    def take(self, keys: Sequence[bytes]) -> npt.NDArray[np.float32]:
        """Return the vectors of *keys*, (len(keys), dim) float32.

        Raises:
            KeyError: one of them is not stored; see `missing`. VectorsDamaged: one was changed since it was written.
        """
        if not keys:
            return np.empty((0, self.dim), np.float32)
        at = [self._row_of[bytes(key)] for key in keys]
        found = np.array(self._rows()[at])
        if damaged := int((~self._are_sound(found, at)).sum()):
            raise VectorsDamaged(self._rows_path, damaged)
        return found

    def cosines(self, keys: Sequence[bytes], queries: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
        """Return the greatest dot product of each of *keys* with one of *queries*, (k, dim): (len(keys),) float32.

        Reads the file in place: nothing is copied, whatever its size.

        Raises:
            KeyError: one of them is not stored; see `missing`.
        """
        if not keys:
            return np.empty(0, np.float32)
        greatest = (np.asarray(self._rows()) @ np.ascontiguousarray(queries.T)).max(1)
        found: npt.NDArray[np.float32] = greatest[[self._row_of[key] for key in keys]]
        return found

    def missing(self, keys: Sequence[bytes]) -> list[bytes]:
        """Return those of *keys* that are not stored as they were written, in their order, each once; reads them."""
        there = [key for key in dict.fromkeys(map(bytes, keys)) if key in self._row_of]
        sound = self._sound_ones([self._row_of[key] for key in there])
        for key, is_sound in zip(there, sound, strict=True):
            if not is_sound:
                del self._row_of[key]
        return list(dict.fromkeys(bytes(key) for key in keys if bytes(key) not in self._row_of))

    def damaged(self) -> int:
        """Count the stored rows that are not as they were written; reads them all."""
        return sum(not is_sound for is_sound in self._sound_ones(list(self._row_of.values())))

    def _rows(self) -> npt.NDArray[np.float32]:
        return np.memmap(self._rows_path, np.float32, "r", shape=(self._count, self.dim))

    def _sound_ones(self, at: Sequence[int]) -> list[bool]:
        """Say of each of the rows *at* whether it is as it was written; in place, for copying them takes far longer."""
        if not at:
            return []
        # A plain array: one that knows its file takes several times as long for each row.
        rows, size = np.asarray(self._rows()), self.dim * 4
        view, sums = rows.data.cast("B"), self._sums.tolist()
        return [
            zlib.crc32(view[one * size : (one + 1) * size]) == sums[one] and bool(np.isfinite(rows[one]).all())
            for one in at
        ]

    def _are_sound(self, found: npt.NDArray[np.float32], at: Sequence[int]) -> npt.NDArray[np.bool_]:
        """Say of each of the rows *found*, numbers *at*, whether its checksum fits and it is made of numbers."""
        sound: npt.NDArray[np.bool_] = (_sums_of(found) == self._sums[at]) & np.isfinite(found).all(1)
        return sound

    def _load(self) -> None:
        sizes = [path.stat().st_size if path.exists() else 0 for path in (self._rows_path, self._index_path)]
        self._count = min(sizes[0] // (self.dim * 4), sizes[1] // _RECORD.itemsize)
        if self._count > _MOST_ROWS:
            self._count = 0  # a file that says more than there can be, in a few bytes on the disk
        if self._count:
            records = np.fromfile(self._index_path, _RECORD, self._count)
            self._row_of = dict(zip(records["key"].tolist(), range(self._count), strict=True))
            self._sums = records["crc"].copy()


def _sums_of(rows: npt.NDArray[np.float32]) -> npt.NDArray[np.uint32]:
    """Return the CRC-32 of each row."""
    view, size = np.ascontiguousarray(rows).data.cast("B"), rows.shape[1] * 4
    return np.fromiter((zlib.crc32(view[at : at + size]) for at in range(0, len(view), size)), np.uint32, len(rows))


def _append(path: Path, content: bytes, at: int) -> None:
    """Write *content* at offset *at*, over whatever an interrupted append left there, and sync."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o644)
    try:
        os.lseek(handle, at, os.SEEK_SET)
        view = memoryview(content)
        while view:
            view = view[os.write(handle, view) :]
        os.ftruncate(handle, at + len(content))
        os.fsync(handle)
    finally:
        os.close(handle)
