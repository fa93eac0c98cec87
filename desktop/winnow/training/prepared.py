"""Cut and reduced pixels on disk, so that no picture is decoded twice."""

from __future__ import annotations

import contextlib
import os
import struct
import threading
import time
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from winnow.base.files import TEMPORARY_SUFFIX
from winnow.base.machine import cache_bytes

Pixels = npt.NDArray[np.uint8]

_HEAD = struct.Struct("<4sIII")
_MAGIC = b"WPX2"
_SUFFIX = ".pixels"
_COUNTED_AGAIN = 64
"""After so many entries the folder is measured again: other processes write to it too."""
_WRITTEN_WITHIN_S = 3600.0


class PreparedPixels:
    """Entries of (h, w, 3) uint8 by key, in files of *folder* that may be deleted at any time.

    It pickles, and serves any number of threads and processes. At most about
    *limit_bytes*, by default what the person allows, are kept: where they are full, entries make room that were
    not used since this was opened. Those in use never do, for an epoch goes
    through all pictures in turn, and what is newest would push out what is
    wanted next. A damaged entry counts as none.
    """

    def __init__(self, folder: Path, limit_bytes: int | None = None) -> None:
        self._folder = folder
        self._limit_bytes = cache_bytes() if limit_bytes is None else limit_bytes
        self._bytes = 0
        self._until_counted = 0
        self._opened_at = time.time()
        self._lock = threading.Lock()

    def __getstate__(self) -> dict[str, Any]:
        return {"_folder": self._folder, "_limit_bytes": self._limit_bytes}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__init__(state["_folder"], state["_limit_bytes"])  # type: ignore[misc]

    def get(self, key: str) -> Pixels | None:
        """Return the entry of *key*, None where there is none."""
        try:
            path = self._path(key)
            content = path.read_bytes()
            os.utime(path)
        except OSError:
            return None
        if len(content) < _HEAD.size:
            return None
        magic, height, width, check = _HEAD.unpack_from(content)
        body = memoryview(content)[_HEAD.size :]
        if magic != _MAGIC or len(body) != height * width * 3 or zlib.adler32(body) != check:
            return None
        return np.frombuffer(body, np.uint8).reshape(height, width, 3)

    def put(self, key: str, pixels: Pixels) -> bool:
        """Keep *pixels*, (h, w, 3) uint8, and say whether there was room; a disk that is full is no error."""
        body = np.ascontiguousarray(pixels).data
        size = _HEAD.size + body.nbytes
        path = self._path(key)
        if not self._has_room(size):
            return False
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary = path.with_name(f".{path.name}.{os.getpid()}-{threading.get_ident()}{TEMPORARY_SUFFIX}")
        try:
            with temporary.open("wb") as stream:
                stream.write(_HEAD.pack(_MAGIC, pixels.shape[0], pixels.shape[1], zlib.adler32(body)))
                stream.write(body)
            temporary.replace(path)
        except OSError:
            temporary.unlink(missing_ok=True)
            return False
        return True

    def used_bytes(self) -> int:
        """Measure the folder."""
        return sum(stat.st_size for _path, stat in self._entries())

    def _has_room(self, size: int) -> bool:
        with self._lock:
            if self._until_counted <= 0:
                self._bytes, self._until_counted = self.used_bytes(), _COUNTED_AGAIN
                if self._bytes + size > self._limit_bytes:
                    self._bytes -= self._forget_unused()
            self._until_counted -= 1
            if self._bytes + size > self._limit_bytes:
                return False
            self._bytes += size
            return True

    def _forget_unused(self) -> int:
        """Remove entries not used since this was opened, oldest first, down to half; return how many bytes they had."""
        removed = 0
        used = sorted((stat.st_mtime, stat.st_size, path) for path, stat in self._entries())
        for when, size, path in used:
            if when >= self._opened_at or self._bytes - removed <= self._limit_bytes // 2:
                break
            path.unlink(missing_ok=True)
            removed += size
        return removed

    def _entries(self) -> Iterator[tuple[Path, os.stat_result]]:
        """Yield what is kept; on the way what a process left half written that died is removed."""
        for path in self._folder.glob(f"*/*{_SUFFIX}*"):
            with contextlib.suppress(OSError):  # another process removed it
                stat = path.stat()
                if path.name.endswith(TEMPORARY_SUFFIX):
                    if stat.st_mtime < self._opened_at - _WRITTEN_WITHIN_S:
                        path.unlink()  # its process died while it wrote
                    continue
                yield path, stat

    def _path(self, key: str) -> Path:
        return self._folder / key[:2] / f"{key}{_SUFFIX}"
