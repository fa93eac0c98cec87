"""Tar archives, plain or packed by gzip, read from front to end in memory: names are text, links lead nowhere."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, cast

from winnow.base.errors import UserError

ALL_BYTES = 2 << 30
"""Unpacked. CIFAR-10 has 0.18 GB."""

_BLOCK = 512
_CHUNK = 1 << 20
_GZIP = b"\x1f\x8b"


class TarUnreadable(UserError):
    """A file that should be a tar archive cannot be read as one."""

    def __init__(self, path: Path, why: str) -> None:
        self.path = path
        super().__init__(f"{path} cannot be opened as a tar archive: {why}. Get it again, or unpack it yourself.")


@dataclass(frozen=True, slots=True)
class Member:
    """One entry; *content* gives the first so many bytes of it, and may be called once, before the next entry."""

    name: str
    size: int
    is_file: bool
    content: Callable[[int], bytes]


def is_tar(path: Path) -> bool:
    """Say whether *path* begins like a tar archive, within gzip or not."""
    try:
        with _opened(path) as stream:
            return _is_header(stream.read(_BLOCK))
    except (OSError, EOFError, zlib.error):
        return False


def members(path: Path) -> Iterator[Member]:
    """Yield every entry but directories and those that only describe others.

    Raises:
        TarUnreadable: it is damaged, cut off or too large.
    """
    with _opened(path) as stream:
        yield from _walk(_Counted(stream, path))


def _opened(path: Path) -> IO[bytes]:
    with path.open("rb") as stream:
        packed = stream.read(2) == _GZIP
    return cast(IO[bytes], gzip.open(path, "rb")) if packed else path.open("rb")


class _Counted:
    """A stream that ends an archive which unpacks without end."""

    def __init__(self, stream: IO[bytes], path: Path) -> None:
        self._stream = stream
        self.path = path
        self._read = 0

    def read(self, count: int) -> bytes:
        """Return *count* bytes, fewer at the end."""
        self._read += count
        if self._read > ALL_BYTES:
            raise TarUnreadable(self.path, f"it unpacks to more than {ALL_BYTES >> 30} GiB")
        try:
            return self._stream.read(count)
        except (gzip.BadGzipFile, EOFError, zlib.error) as error:
            raise TarUnreadable(self.path, f"it is damaged or cut off ({error})") from error

    def skip(self, count: int) -> None:
        """Pass over *count* bytes."""
        while count > 0:
            piece = self.read(min(_CHUNK, count))
            if not piece:
                raise TarUnreadable(self.path, "it is cut off")
            count -= len(piece)


def _walk(stream: _Counted) -> Iterator[Member]:
    while len(head := stream.read(_BLOCK)) == _BLOCK and head.strip(b"\0"):
        if not _is_header(head):
            raise TarUnreadable(stream.path, "its directory is damaged")
        size = _octal(head[124:136])
        taken = 0

        def content(count: int, size: int = size) -> bytes:
            nonlocal taken
            found = stream.read(min(count, size))
            taken += len(found)
            return found

        kind = head[156:157]
        if kind not in b"5xgLKVM":
            yield Member(_name(head), size, kind in b"0\0", content)
        stream.skip(-size % _BLOCK + size - taken)


def _is_header(head: bytes) -> bool:
    """Check the sum that every header has of itself. Source: POSIX.1-2017, pax, ustar Interchange Format."""
    if len(head) < _BLOCK:
        return False
    return sum(head[:148]) + 8 * 0x20 + sum(head[156:]) == _octal(head[148:156])


def _octal(field: bytes) -> int:
    digits = field.strip(b"\0 ")
    # Larger sizes than eleven digits can say are written in another way, and are beyond every limit here.
    return int(digits, 8) if digits and digits.isdigit() and not digits.strip(b"01234567") else 0 if not digits else -1


def _name(head: bytes) -> str:
    name = head[:100].split(b"\0")[0].decode("utf-8", "backslashreplace")
    prefix = head[345:500].split(b"\0")[0].decode("utf-8", "backslashreplace") if head[257:262] == b"ustar" else ""
    return f"{prefix}/{name}" if prefix else name
