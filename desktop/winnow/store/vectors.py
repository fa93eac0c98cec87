"""Feature vectors by content key, in two append-only files.

``NAME-DIM.f32`` holds the rows, ``NAME-DIM.idx`` a 40-byte record for each:
the 32-byte content key, a CRC-32 of the row, 4 bytes of zero. Rows are synced
before their records, so a crash leaves at the most rows without a record,
which the next opening cuts off. Derived data: whatever is damaged is left out
and computed again.
"""

from __future__ import annotations

import os
import zlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from winnow.base.errors import ContractError

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
        self._count = 0
        self._load()

    def __len__(self) -> int:
        return len(self._row_of)

    def __contains__(self, key: bytes) -> bool:
        return key in self._row_of

    def append(self, keys: Sequence[bytes], rows: npt.NDArray[np.float32]) -> None:
        """Add *rows*, (len(keys), dim) float32; durable before this returns."""
        if rows.shape != (len(keys), self.dim) or rows.dtype != np.float32:
            raise ContractError(f"expected ({len(keys)}, {self.dim}) float32, got {rows.shape} {rows.dtype}")
        if not keys:
            return
        rows = np.ascontiguousarray(rows)
        records = np.zeros(len(keys), _RECORD)
        records["key"] = [np.void(key) for key in keys]
        records["crc"] = [zlib.crc32(row.tobytes()) for row in rows]
        _append(self._rows_path, rows.tobytes(), self._count * self.dim * 4)
        _append(self._index_path, records.tobytes(), self._count * _RECORD.itemsize)
        for offset, key in enumerate(keys):
            self._row_of[bytes(key)] = self._count + offset
        self._count += len(keys)

    def take(self, keys: Sequence[bytes]) -> npt.NDArray[np.float32]:
        """Return the vectors of *keys*, (len(keys), dim) float32.

        Raises:
            KeyError: one of them is not stored; see `missing`.
        """
        if not keys:
            return np.empty((0, self.dim), np.float32)
        rows = np.memmap(self._rows_path, np.float32, "r", shape=(self._count, self.dim))
        return np.array(rows[[self._row_of[bytes(key)] for key in keys]])

    def cosines(self, keys: Sequence[bytes], queries: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
        """Return the greatest dot product of each of *keys* with one of *queries*, (k, dim): (len(keys),) float32.

        Reads the file in place: nothing is copied, whatever its size.

        Raises:
            KeyError: one of them is not stored; see `missing`.
        """
        if not keys:
            return np.empty(0, np.float32)
        rows = np.memmap(self._rows_path, np.float32, "r", shape=(self._count, self.dim))
        greatest = (np.asarray(rows) @ np.ascontiguousarray(queries.T)).max(1)
        found: npt.NDArray[np.float32] = greatest[[self._row_of[key] for key in keys]]
        return found

    def missing(self, keys: Sequence[bytes]) -> list[bytes]:
        """Return those of *keys* that are not stored, in their order, each once."""
        return list(dict.fromkeys(bytes(key) for key in keys if bytes(key) not in self._row_of))

    def damaged(self) -> int:
        """Count the stored rows whose checksum does not fit; reads them all."""
        if not self._count:
            return 0
        rows = np.memmap(self._rows_path, np.float32, "r", shape=(self._count, self.dim))
        records = np.fromfile(self._index_path, _RECORD, self._count)
        return sum(zlib.crc32(row.tobytes()) != crc for row, crc in zip(rows, records["crc"], strict=True))

    def _load(self) -> None:
        sizes = [path.stat().st_size if path.exists() else 0 for path in (self._rows_path, self._index_path)]
        self._count = min(sizes[0] // (self.dim * 4), sizes[1] // _RECORD.itemsize)
        if self._count > _MOST_ROWS:
            self._count = 0  # a file that says more than there can be, in a few bytes on the disk
        if self._count:
            keys = np.fromfile(self._index_path, _RECORD, self._count)["key"]
            self._row_of = dict(zip(keys.tolist(), range(self._count), strict=True))


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
