"""ZIP archives, entry by entry and never unpacked: what comes out of one is bytes in memory, its names are text.

The standard library reads the directory only. What it lets pass when it
unpacks (overlapping entries, bombs, entries that hold more than they say) is
stopped here. Directories are no entries; hidden and system files are counted
in a note, everything else is a picture or has a reason.
"""

from __future__ import annotations

import bz2
import io
import os
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Protocol

from winnow.base.errors import UserError
from winnow.base.outcomes import Note
from winnow.base.zip_directory import DirectoryUnreadable, sharing_bytes, zip_directory
from winnow.collect.local import (
    Addresses,
    LocalPicture,
    foreign_text,
    head_of,
    is_of_the_system,
    passed_over,
    path_text,
    refused,
)
from winnow.domain.image import Reason
from winnow.domain.label import MAX_NAME_CHARACTERS
from winnow.domain.source import SourceKind
from winnow.vision.refusal import Limits, PictureRefused

ENTRIES = 20_000
ENTRY_BYTES = Limits().bytes
ALL_BYTES = 20 << 30
RATIO = 200
"""How many times larger than packed an entry may be. Photographs barely shrink; deflate reaches 1,030."""

_DIRECTORY_BYTES = 16 << 20
_CHUNK = 1 << 16
_HEADER = struct.Struct("<4s22xHH")
_STORED, _DEFLATED, _BZIP2 = 0, 8, 12
_ENCRYPTED, _PATCH, _STRONGLY_ENCRYPTED = 0x1, 0x20, 0x40
_NOWHERE = "the archive's directory points to where no file is"
_MAGICS = (b"PK\3\4", b"PK\5\6")


class ArchiveUnreadable(UserError):
    """A file that should be a ZIP archive cannot be read as one."""

    def __init__(self, path: Path, why: str) -> None:
        self.path = path
        super().__init__(f"{path} cannot be opened as a ZIP archive: {why}. Get it again, or unpack it yourself.")


def is_archive(path: Path) -> bool:
    """Say whether *path* is a ZIP archive: by how it begins, or by its name and what it ends with."""
    head = head_of(path, 4)
    return head in _MAGICS or (bool(head) and path.suffix.lower() == ".zip")


@dataclass(frozen=True, slots=True)
class ArchiveSource:
    """Every file within the ZIP archive *path*."""

    path: Path

    @property
    def kind(self) -> SourceKind:
        """ARCHIVE."""
        return SourceKind.ARCHIVE

    @property
    def name(self) -> str:
        """The archive's file name."""
        return path_text(self.path.name)

    @property
    def address(self) -> str:
        """The archive's path."""
        return path_text(self.path)

    def pictures(self) -> Iterator[LocalPicture | Note]:
        """See `LocalSource.pictures`.

        Raises:
            ArchiveUnreadable: it has no directory that can be read.
        """
        entries = [one for one in _directory(self.path) if not one.filename.endswith("/") or one.file_size]
        shared = sharing_bytes(entries)
        addresses = Addresses()
        taken = in_all = hidden = 0
        for entry in entries:
            parts = [foreign_text(part) for part in entry.filename.replace("\\", "/").split("/")]
            if any(map(is_of_the_system, parts)):
                hidden += 1
                continue
            address = addresses.unique(f"{self.address}!/{foreign_text(entry.filename)}")
            file, folder = parts[-1] or "(no name)", _folder(parts)
            problem = _problem(entry, shared)
            if problem is None and taken >= ENTRIES:
                problem = Reason.OVER_LIMIT, f"at most {ENTRIES:,} files of one archive are opened; split it"
            if problem is None and in_all + entry.file_size > ALL_BYTES:
                problem = Reason.OVER_LIMIT, f"at most {ALL_BYTES >> 30} GiB of one archive are unpacked; split it"
            if problem is not None:
                yield refused(address, file, *problem, folder)
                continue
            taken += 1
            in_all += entry.file_size
            yield LocalPicture(address, file, partial(read_entry, self.path, entry), folder)
        if hidden:
            yield passed_over(hidden, self.name)


def read_entry(path: Path, entry: zipfile.ZipInfo) -> bytes:
    """Unpack one entry in memory, never further than to the size that it declares.

    Raises:
        PictureRefused: it is cut off, damaged, larger than it says, or an archive itself.
        OSError: the archive cannot be read.
    """
    with path.open("rb") as stream:
        stream.seek(entry.header_offset)
        head = stream.read(30)
        if len(head) < 30:
            raise PictureRefused(Reason.TRUNCATED, "the archive ends before it")
        magic, name_bytes, extra_bytes = _HEADER.unpack(head)
        if magic != _MAGICS[0]:
            raise PictureRefused(Reason.BROKEN, _NOWHERE)
        stream.seek(name_bytes + extra_bytes, os.SEEK_CUR)
        content = _unpacked(stream, entry)
    if zlib.crc32(content) != entry.CRC:
        raise PictureRefused(Reason.BROKEN, "its checksum is wrong: the archive is damaged")
    if content.startswith(_MAGICS):
        what = "it is an archive within the archive, and those are not opened; unpack it and import its folder"
        raise PictureRefused(Reason.NOT_AN_IMAGE, what)
    return content


class _Unpacker(Protocol):
    @property
    def eof(self) -> bool: ...

    def decompress(self, data: bytes, max_length: int, /) -> bytes: ...


class _Copy:
    """What is stored as it is."""

    eof = True

    def decompress(self, data: bytes, max_length: int, /) -> bytes:
        return data[:max_length]


def _unpacked(stream: io.BufferedReader, entry: zipfile.ZipInfo) -> bytes:
    unpacker: _Unpacker = _Copy()
    if entry.compress_type == _DEFLATED:
        unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
    elif entry.compress_type == _BZIP2:
        unpacker = bz2.BZ2Decompressor()
    found = bytearray()
    left = entry.compress_size
    try:
        while left > 0 and (chunk := stream.read(min(_CHUNK, left))):
            left -= len(chunk)
            # One more than declared, so that a longer one shows; both libraries stop there.
            found += unpacker.decompress(chunk, entry.file_size + 1 - len(found))
            if len(found) > entry.file_size:
                raise PictureRefused(Reason.BROKEN, "it holds more than the archive says: such files are made to harm")
            if unpacker.eof and entry.compress_type != _STORED:
                break
    except (zlib.error, OSError, EOFError, ValueError) as error:
        if isinstance(error, OSError) and error.errno is not None:
            raise
        raise PictureRefused(Reason.BROKEN, f"it cannot be unpacked ({error})") from error
    if len(found) < entry.file_size or not unpacker.eof:
        raise PictureRefused(Reason.TRUNCATED, "the archive holds less of it than it says")
    return bytes(found)


def _problem(entry: zipfile.ZipInfo, shared: frozenset[int]) -> tuple[Reason, str] | None:
    """Say why *entry* is not even unpacked; None where nothing speaks against it."""
    return _unusual(entry) or _lying(entry, shared) or _oversized(entry)


def _unusual(entry: zipfile.ZipInfo) -> tuple[Reason, str] | None:
    kind = stat.S_IFMT(entry.external_attr >> 16) if entry.create_system == 3 else 0
    if kind == stat.S_IFLNK:
        return Reason.REFUSED_ADDRESS, "it is a link to another place, and links are not followed"
    if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        return Reason.NOT_AN_IMAGE, "it is a device or a pipe, not a file"
    if entry.flag_bits & (_ENCRYPTED | _STRONGLY_ENCRYPTED):
        return Reason.UNSUPPORTED, "it is locked with a password; unpack the archive yourself and import the folder"
    if entry.compress_type not in (_STORED, _DEFLATED, _BZIP2) or entry.flag_bits & _PATCH:
        what = f"it is packed by method {entry.compress_type}, which is not opened; unpack the archive yourself"
        return Reason.UNSUPPORTED, what
    return None


def _lying(entry: zipfile.ZipInfo, shared: frozenset[int]) -> tuple[Reason, str] | None:
    if id(entry) in shared:
        return Reason.BROKEN, "it shares its bytes with another entry: such archives are made to harm"
    if entry.header_offset < 0:
        return Reason.BROKEN, _NOWHERE
    return None


def _oversized(entry: zipfile.ZipInfo) -> tuple[Reason, str] | None:
    if entry.file_size > ENTRY_BYTES:
        what = f"it has {entry.file_size / 2**20:,.0f} MiB, and at most {ENTRY_BYTES >> 20} MiB are opened"
        return Reason.TOO_MANY_BYTES, what
    if entry.file_size > RATIO * entry.compress_size:
        return Reason.OVER_LIMIT, f"it unpacks to more than {RATIO} times its size, as no photograph does"
    return None


def _directory(path: Path) -> list[zipfile.ZipInfo]:
    try:
        return zip_directory(path, _DIRECTORY_BYTES)
    except DirectoryUnreadable as error:
        raise ArchiveUnreadable(path, str(error)) from error


def _folder(parts: Sequence[str]) -> str:
    above = [part for part in parts[:-1] if part.strip(". ")]
    return above[-1][:MAX_NAME_CHARACTERS].strip() if above else ""
