"""What is on the disk when the power goes: the writes of a program replayed, without what it had not synced.

The program runs under ``strace``; its writes, syncs, renames and removals in
one folder are read from the trace and done again on a model of a disk. There
a sync makes the content of a file last and, as the file systems do that
Winnow meets, the file's own new entry; an entry that was renamed, removed or
made for a folder lasts once that folder is synced.
"""

from __future__ import annotations

import random
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

_CALLS = "openat,write,pwrite64,ftruncate,fsync,fdatasync,rename,renameat,renameat2,unlink,unlinkat,mkdir,mkdirat,lseek"
_LONGEST = 32_000_000
_SECTOR = 512
_LINE = re.compile(r"^(\d+)\s+(\w+)\((.*)\)\s+= (-?\d+)(?:<.*>)?(?: .*)?$")
_UNFINISHED = re.compile(r"^(\d+)\s+(\w+)\((.*) <unfinished \.\.\.>$")
_RESUMED = re.compile(r"^(\d+)\s+<\.\.\. (\w+) resumed>(.*)$")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_HANDLE = re.compile(r"^(\d+)<([^>]*)>")


class Unsynced(Enum):
    """What became of what was not synced."""

    KEPT = "kept"
    LOST = "lost"
    TORN = "torn"
    ZEROED = "zeroed"


@dataclass(frozen=True, slots=True)
class Call:
    """One call that changed the folder; *path* and *other* are relative to it."""

    kind: str
    path: str
    offset: int = 0
    data: bytes = b""
    other: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """A line that the program printed."""

    words: str


def recorded(command: list[str], folder: Path, trace: Path) -> list[Call | Said]:
    """Run *command* and return, in order, how it changed *folder* and what it said.

    Raises:
        CalledProcessError: the program failed.
    """
    strace = ["strace", "-f", "-y", "-xx", "-s", str(_LONGEST), "-e", f"trace={_CALLS}", "-o", str(trace)]
    subprocess.run([*strace, *command], check=True, capture_output=True, timeout=300)
    return list(_read(trace, str(folder)))


def _whole_lines(trace: Path) -> Iterator[tuple[str, str, int]]:
    """Yield name, arguments and result of each call, at the place where it ended."""
    begun: dict[str, str] = {}
    with trace.open() as lines:
        for line in map(str.rstrip, lines):
            if found := _UNFINISHED.match(line):
                begun[found[1]] = found[3]
                continue
            resumed = _RESUMED.match(line)
            whole = f"{resumed[1]} {resumed[2]}({begun.pop(resumed[1], '')}{resumed[3]}" if resumed else line
            if (found := _LINE.match(whole)) and int(found[4]) >= 0:
                yield found[2], found[3], int(found[4])


class _Trace:
    """Reads calls, and remembers where each open file is written next."""

    def __init__(self, folder: str) -> None:
        self._folder = folder
        self._offsets: dict[str, int] = {}
        self._appending: set[str] = set()

    def read(self, name: str, words: str, result: int) -> Iterator[Call | Said]:
        """Yield what one call did to the folder, or said."""
        texts = [bytes.fromhex(text.replace("\\x", "")) for text in _TEXT.findall(words)]
        handle = _HANDLE.match(words)
        if name == "write" and handle and handle[1] == "1":
            yield from (Said(line) for line in texts[0].decode().splitlines())
        elif handle is not None:
            where = self._inside(_path_of(handle[2]))
            if where is not None:
                yield from self._on_handle(name, handle[1], where, words, texts[0] if texts else b"", result)
        else:
            paths = [self._inside(text.decode(errors="replace")) for text in texts[:2]]
            if paths and paths[0] is not None:
                yield from self._on_path(name, [path or "" for path in paths], words, result)

    def _inside(self, path: str) -> str | None:
        is_mine = path == self._folder or path.startswith(f"{self._folder}/")
        return path.removeprefix(self._folder).lstrip("/") if is_mine else None

    def _on_handle(
        self, name: str, handle: str, where: str, words: str, data: bytes, result: int
    ) -> Iterator[Call | Said]:
        key = f"{handle}:{where}"
        if name == "pwrite64":
            yield Call("write", where, _last_number(words), data[:result])
        elif name == "write":
            at = self._offsets.get(key, 0)
            self._offsets[key] = at + result
            yield Call("write", where, -1 if key in self._appending else at, data[:result])
        elif name == "lseek":
            self._offsets[key] = result
        elif name == "ftruncate":
            yield Call("cut", where, _last_number(words))
        elif name in ("fsync", "fdatasync"):
            yield Call("sync", where)

    def _on_path(self, name: str, paths: list[str], words: str, result: int) -> Iterator[Call | Said]:
        if name.startswith("rename"):
            yield Call("rename", paths[0], other=paths[1])
        elif name.startswith("unlink"):
            yield Call("remove", paths[0])
        elif name.startswith("mkdir"):
            yield Call("folder", paths[0])
        elif name == "openat":
            key = f"{result}:{paths[0]}"
            self._offsets[key] = 0
            (self._appending.add if "O_APPEND" in words else self._appending.discard)(key)
            if "O_CREAT" in words:
                yield Call("create", paths[0])
            if "O_TRUNC" in words:
                yield Call("cut", paths[0], 0)


def _read(trace: Path, folder: str) -> Iterator[Call | Said]:
    reading = _Trace(folder)
    for name, words, result in _whole_lines(trace):
        yield from reading.read(name, words, result)


def _path_of(text: str) -> str:
    return bytes.fromhex(text.replace("\\x", "")).decode() if "\\x" in text else text


def _last_number(words: str) -> int:
    return int(words.rsplit(",", 1)[1])


@dataclass
class _File:
    lasting: bytes = b""
    waiting: list[Call] = field(default_factory=list)

    def content(self, mode: Unsynced, chance: random.Random) -> bytes:
        found = bytearray(self.lasting)
        for call in self.waiting if mode is not Unsynced.LOST else ():
            if call.kind == "cut":
                del found[call.offset :]
                found.extend(bytes(call.offset - len(found)))
                continue
            offset = len(found) if call.offset < 0 else call.offset
            found.extend(bytes(max(0, offset + len(call.data) - len(found))))
            if mode is Unsynced.KEPT:
                found[offset : offset + len(call.data)] = call.data
            elif mode is Unsynced.TORN:
                for at in range(0, len(call.data), _SECTOR):
                    if chance.random() < 0.5:
                        part = call.data[at : at + _SECTOR]
                        found[offset + at : offset + at + len(part)] = part
        return bytes(found)


class Disk:
    """A folder on a disk that loses what was not synced; begins with what is in *folder*, all of it synced."""

    def __init__(self, folder: Path) -> None:
        self._now: dict[str, _File] = {}
        for path in folder.rglob("*"):
            if path.is_file():
                self._now[str(path.relative_to(folder))] = _File(path.read_bytes())
        self._folders = {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_dir()} | {""}
        self._lasting, self._lasting_folders = dict(self._now), set(self._folders)
        self._entries: list[Call] = []

    def do(self, call: Call) -> None:
        """Do what the program did."""
        if call.kind in ("write", "cut"):
            self._now.setdefault(call.path, _File()).waiting.append(call)
        elif call.kind == "sync":
            self._sync(call.path)
        elif call.kind == "folder":
            self._folders.add(call.path)
            self._entries.append(call)
        elif call.kind == "create":
            if call.path not in self._now:
                self._now[call.path] = _File()
                self._entries.append(call)
        elif call.kind == "rename" and call.path in self._now:
            self._now[call.other] = self._now.pop(call.path)
            self._entries.append(call)
        elif call.kind == "remove":
            self._now.pop(call.path, None)
            self._entries.append(call)

    def _sync(self, path: str) -> None:
        if path in self._folders:
            mine = [call for call in self._entries if _parent(call.other or call.path) == path]
            self._entries = [call for call in self._entries if call not in mine]
            for call in mine:
                self._last(call)
            return
        file = self._now.get(path)
        if file is not None:
            file.lasting, file.waiting = file.content(Unsynced.KEPT, random.Random(0)), []
            if path not in self._lasting:
                self._lasting[path] = file
                self._entries = [call for call in self._entries if (call.kind, call.path) != ("create", path)]

    def _last(self, call: Call) -> None:
        if call.kind == "folder":
            self._lasting_folders.add(call.path)
        elif call.kind == "rename":
            self._lasting.pop(call.path, None)
            if call.other in self._now:
                self._lasting[call.other] = self._now[call.other]
        elif call.kind == "remove":
            self._lasting.pop(call.path, None)
        elif call.path in self._now:
            self._lasting[call.path] = self._now[call.path]

    def put_into(self, folder: Path, mode: Unsynced, chance: random.Random) -> None:
        """Write what is there after the power came back."""
        is_all = mode is Unsynced.KEPT
        names = self._now if is_all or mode is not Unsynced.LOST else self._lasting
        folders = self._folders if names is self._now else self._lasting_folders
        for each in sorted(folders):
            (folder / each).mkdir(parents=True, exist_ok=True)
        for path, file in names.items():
            if _parent(path) in folders:
                (folder / path).write_bytes(file.content(mode, chance))


def _parent(path: str) -> str:
    return path.rpartition("/")[0]
