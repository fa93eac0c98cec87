"""The directory of a ZIP archive from outside, read without being led astray by it."""

from __future__ import annotations

import io
import os
import struct
import zipfile
from collections.abc import Sequence
from pathlib import Path

_UTF8 = 0x800
_LOCAL_HEADER_BYTES = 30


class DirectoryUnreadable(Exception):
    """A file has no directory of a ZIP archive that can be read; its words say why."""


def zip_directory(path: Path, most_bytes: int) -> list[zipfile.ZipInfo]:
    """Return the entries of the archive *path*, whose directory may have *most_bytes* bytes.

    Raises:
        DirectoryUnreadable: see there. OSError: the file cannot be read.
    """
    try:
        with _Sparing(path, most_bytes) as stream, zipfile.ZipFile(stream) as archive:
            return archive.infolist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, LookupError, struct.error, OverflowError) as error:
        raise DirectoryUnreadable(str(error) or "its directory is damaged") from error


def sharing_bytes(entries: Sequence[zipfile.ZipInfo]) -> frozenset[int]:
    """Return the identities of those entries whose bytes overlap with another's."""
    found: set[int] = set()
    widest: zipfile.ZipInfo | None = None
    end = -1
    for entry in sorted(entries, key=lambda one: one.header_offset):
        if widest is not None and entry.header_offset < end:
            found |= {id(entry), id(widest)}
        name_bytes = len(entry.orig_filename.encode() if entry.flag_bits & _UTF8 else entry.orig_filename)
        own_end = entry.header_offset + _LOCAL_HEADER_BYTES + name_bytes + entry.compress_size
        if own_end > end:
            widest, end = entry, own_end
    return frozenset(found)


class _Sparing(io.FileIO):
    """A file that gives no more at a time than a sane directory has."""

    def __init__(self, path: Path, most_bytes: int) -> None:
        super().__init__(path)
        self._most_bytes = most_bytes

    def read(self, size: int | None = -1, /) -> bytes:
        left = os.fstat(self.fileno()).st_size - self.tell()
        if left > self._most_bytes and (size is None or size < 0 or size > self._most_bytes):
            raise zipfile.BadZipFile(f"its directory is larger than {self._most_bytes >> 20} MiB")
        return super().read(-1 if size is None else size) or b""
