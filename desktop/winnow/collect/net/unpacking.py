"""Content encodings, unpacked piece by piece and never further than allowed."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

_PLAIN = frozenset({"", "identity", "none"})
_PACKED = frozenset({"br", "zstd", "compress", "x-compress", "dcb", "dcz"})
_BOMB_RATIO = 60
"""Far above what pages pack to, far below the 1032 that deflate can be made to explode to (zlib's own figure)."""
_PIECE = 1 << 16


class PackedWrongly(Exception):
    """The body is not packed as its header says, or explodes; the message says how."""


class Unpacker:
    """Unpacks gzip and deflate, one layer. What no header announces passes through."""

    def __init__(self, encoding: str) -> None:
        names = [name for part in encoding.lower().split(",") if (name := part.strip()) not in _PLAIN]
        if len(names) > 1:
            raise PackedWrongly(f"it is packed {len(names)} times over")
        name = names[0] if names else ""
        if name in _PACKED:
            raise PackedWrongly(f"it is packed by {name}, which was not asked for")
        self._taken = self._given = 0
        self._is_deflate = name == "deflate"
        # Names that nobody knows (a charset, most often) are ignored, as browsers do.
        self._inflater = zlib.decompressobj(47) if name in ("gzip", "x-gzip", "deflate") else None
        self._begun = b""

    @property
    def is_active(self) -> bool:
        """Whether there is anything to unpack."""
        return self._inflater is not None

    @property
    def is_bomb(self) -> bool:
        """Whether it grew beyond what honest contents do."""
        return self._given > _BOMB_RATIO * max(self._taken, 1)

    def feed(self, data: bytes, most: int) -> Iterator[bytes]:
        """Yield what *data* unpacks to, in small pieces, stopping at the first byte beyond *most*.

        Raises:
            PackedWrongly: it is not packed as announced.
        """
        if self._inflater is None:
            yield data
            return
        self._taken += len(data)
        room = most + 1
        while data and room > 0:
            piece = self._inflated(data, min(room, _PIECE))
            room -= len(piece)
            self._given += len(piece)
            data = self._rest()
            yield piece

    def finish(self) -> None:
        """Check that the packed data was complete.

        Raises:
            PackedWrongly: it ends early.
        """
        if self._inflater is not None and self._taken and not self._inflater.eof:
            raise PackedWrongly("its packed data ends early")

    def _inflated(self, data: bytes, most: int) -> bytes:
        assert self._inflater is not None
        try:
            return self._inflater.decompress(data, most)
        except zlib.error as error:
            if self._is_deflate and not self._given:
                # Half of the servers that say deflate send it without the header that it should have.
                self._is_deflate = False
                self._inflater = zlib.decompressobj(-zlib.MAX_WBITS)
                return self._inflated(data, most)
            raise PackedWrongly(f"its packed data is damaged ({error})") from error

    def _rest(self) -> bytes:
        """Return what is still to be unpacked; a further gzip member counts, trailing rubbish does not."""
        assert self._inflater is not None
        if not self._inflater.eof:
            return self._inflater.unconsumed_tail
        rest = self._inflater.unused_data
        if rest[:2] != b"\x1f\x8b":
            return b""
        self._inflater = zlib.decompressobj(31)
        return rest
