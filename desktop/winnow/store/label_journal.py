"""labels.jsonl: a second, append-only copy of every change of a label, outside the database.

One line a change: sequence number, the picture's SHA-256, the label's name
before and after, and a CRC-32 of these, so that a torn or scribbled line is
known for what it is. With the originals it is enough to give every label back.
"""

from __future__ import annotations

import json
import os
import re
import sqlite3
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

_LINE_BYTES = 1 << 16
"""A longer line is none of ours: a label's name is short."""

_BLOCK = 1 << 20
_MOST_AT_THE_END = 32 << 20
"""The last sound line is looked for so far from the end, for that is done at each opening; a torn line is one line."""

MOST_BYTES = 512 << 20
"""Of the file; of a longer one the end is read. A million changes take 150 MB."""

# Without its beginning of a line, so that what is none of ours is passed over as fast as memory is read.
_LINE = re.compile(rb'\{"seq": [0-9]{1,15}, "sha256": "[0-9a-f]{64}", [^\n]*')

_MOST_CHANGES = 1 << 48
"""More than anybody makes; counting on from SQLite's largest number would fail."""

_SHA256 = re.compile("[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class LabelChange:
    """The picture *sha256* had the label named *before* and has *after* (None: unlabelled)."""

    sha256: str
    before: str | None
    after: str | None


class LabelJournal:
    """The file, written on the database's writing thread only."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._written = 0
        self._recorded = 0

    def record(self, connection: sqlite3.Connection, changes: Sequence[LabelChange]) -> None:
        """Note *changes* inside the transaction; `append` writes them to the file once it is committed."""
        for change in changes:
            cursor = connection.execute(
                "INSERT INTO label_log (sha256, before, after) VALUES (?, ?, ?)",
                (change.sha256, change.before, change.after),
            )
            self._recorded = cursor.lastrowid or self._recorded

    def append(self, connection: sqlite3.Connection) -> None:
        """Write what the database has and the file has not, and sync it."""
        if self._recorded <= self._written:
            return
        rows = connection.execute(
            "SELECT seq, sha256, before, after FROM label_log WHERE seq > ? ORDER BY seq", (self._written,)
        ).fetchall()
        if not rows:
            self._recorded = self._written
            return
        handle = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o644)
        size = os.fstat(handle).st_size
        try:
            _write_all(handle, "".join(_line(*row) for row in rows).encode())
            os.fsync(handle)
        except OSError:
            # All of these lines are written again next time, and must not be glued to half a one.
            os.ftruncate(handle, size)
            raise
        finally:
            os.close(handle)
        self._written = self._recorded = rows[-1][0]

    def catch_up(self, connection: sqlite3.Connection) -> None:
        """On opening: close a line torn by a crash, and append what the crash kept out of the file."""
        self._written = _last_sequence(self._path)
        if self._path.exists() and not _ends_with_newline(self._path):
            with self._path.open("ab") as stream:
                stream.write(b"\n")
        self._recorded = connection.execute("SELECT coalesce(max(seq), 0) FROM label_log").fetchone()[0]
        if self._recorded < self._written:
            # The database is an older copy: count on from the file, or it would miss what comes now.
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("DELETE FROM sqlite_sequence WHERE name = 'label_log'")
            connection.execute("INSERT INTO sqlite_sequence (name, seq) VALUES ('label_log', ?)", (self._written,))
            connection.execute("COMMIT")
        self.append(connection)


def read(path: Path) -> Iterator[tuple[int, LabelChange]]:
    """Yield (sequence number, change) of every sound line of *path*; damaged lines are passed over.

    Holds none of it in memory, and passes over what is none of ours quickly; see `MOST_BYTES`.
    """
    if not path.exists():
        return
    with path.open("rb") as stream:
        stream.seek(max(0, os.fstat(stream.fileno()).st_size - MOST_BYTES))
        begun = b""
        while block := stream.read(_BLOCK):
            whole, newline, rest = block.rpartition(b"\n")
            if newline:
                yield from _sound_lines(begun + whole)
                begun = b""
            # What is longer is no line of ours, and is not gathered.
            begun = (begun + rest)[:_LINE_BYTES]
        yield from _sound_lines(begun)


def _last_sequence(path: Path) -> int:
    """Return the number of the last sound line, 0 where there is none: they are in order, so it is the highest."""
    if not path.exists():
        return 0
    with path.open("rb") as stream:
        end = os.fstat(stream.fileno()).st_size
        least = max(0, end - _MOST_AT_THE_END)
        while end > least:
            start = max(least, end - _BLOCK)
            stream.seek(start)
            # A line that begins in this block may end in the next one.
            found = [seq for seq, _change in _sound_lines(stream.read(end - start + _LINE_BYTES))]
            if found:
                return found[-1]
            end = start
    return 0


def _sound_lines(block: bytes) -> Iterator[tuple[int, LabelChange]]:
    for match in _LINE.finditer(block):
        try:
            entry = json.loads(match[0]) if len(match[0]) < _LINE_BYTES else {}
            values = (entry["seq"], entry["sha256"], entry["before"], entry["after"])
            sound = entry["crc"] == _checksum(*values) and _is_likely(*values)
        except (ValueError, KeyError, TypeError, RecursionError):
            continue
        if sound:
            yield values[0], LabelChange(*values[1:])


def _is_likely(seq: object, sha256: object, before: object, after: object) -> bool:
    """Say whether a line with a fitting checksum, which anybody can compute, could be one of ours."""
    if type(seq) is not int or not 0 < seq <= _MOST_CHANGES or not isinstance(sha256, str):
        return False
    return _SHA256.fullmatch(sha256) is not None and all(one is None or isinstance(one, str) for one in (before, after))


def _line(seq: int, sha256: str, before: str | None, after: str | None) -> str:
    crc = _checksum(seq, sha256, before, after)
    return json.dumps({"seq": seq, "sha256": sha256, "before": before, "after": after, "crc": crc}) + "\n"


def _checksum(*values: object) -> int:
    return zlib.crc32(json.dumps(values).encode())


def _write_all(handle: int, content: bytes) -> None:
    view = memoryview(content)
    while view:
        view = view[os.write(handle, view) :]


def _ends_with_newline(path: Path) -> bool:
    with path.open("rb") as stream:
        stream.seek(0, os.SEEK_END)
        if not stream.tell():
            return True
        stream.seek(-1, os.SEEK_END)
        return stream.read(1) == b"\n"
