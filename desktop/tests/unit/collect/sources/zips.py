"""ZIP archives written byte by byte, so that they can lie."""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass, replace
from pathlib import Path


@dataclass(frozen=True)
class Entry:
    """One file: *packed* is what lies in the archive, the rest is what the archive says about it."""

    name: bytes
    packed: bytes
    method: int = 0
    size: int = 0
    crc: int = 0
    flags: int = 0x800
    mode: int = 0o100644
    at: int | None = None
    """Where the directory says that it lies; None: where it does."""
    packed_size: int | None = None


def stored(name: str | bytes, content: bytes) -> Entry:
    """Return an honest entry that is not compressed."""
    raw = name if isinstance(name, bytes) else name.encode()
    return Entry(raw, content, size=len(content), crc=zlib.crc32(content))


def deflated(name: str, content: bytes) -> Entry:
    """Return an honest entry, compressed."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = packer.compress(content) + packer.flush()
    return replace(stored(name, content), packed=packed, method=8)


def write_zip(path: Path, *entries: Entry, local: bool = True) -> Path:
    """Write *entries*; without *local* only the directory has them."""
    body, directory = bytearray(), bytearray()
    for one in entries:
        at = len(body) if one.at is None else one.at
        packed_size = len(one.packed) if one.packed_size is None else one.packed_size
        facts = struct.pack("<HHHHIIIH", one.flags, one.method, 0, 33, one.crc, packed_size, one.size, len(one.name))
        if local and one.at is None:
            body += b"PK\3\4" + struct.pack("<H", 20) + facts + struct.pack("<H", 0) + one.name + one.packed
        directory += b"PK\1\2" + struct.pack("<HH", 3 << 8 | 20, 20) + facts
        directory += struct.pack("<HHHHII", 0, 0, 0, 0, one.mode << 16, at) + one.name
    count = min(len(entries), 0xFFFF)
    end = struct.pack("<4sHHHHIIH", b"PK\5\6", 0, 0, count, count, len(directory), len(body), 0)
    path.write_bytes(bytes(body) + bytes(directory) + end)
    return path
