"""A whole project as one file, ``NAME.winnowz``, and back.

It is a ZIP archive whose entries are stored as they are, so that any program
opens it and nothing in it can be larger than it is. ``winnowz.json`` comes
first and says what it is; ``SHA256SUMS`` comes last, with a line for every
file as ``sha256sum --check`` reads it.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import shutil
import stat
import zipfile
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from winnow import __version__
from winnow.base.errors import OutsideError, UserError
from winnow.base.files import written_atomically
from winnow.base.outcomes import Progress
from winnow.base.zip_directory import DirectoryUnreadable, sharing_bytes, zip_directory
from winnow.exporting.names import safe_name
from winnow.exporting.staging import ExportFailed, FileTaken, staged

SUFFIX = ".winnowz"
CARD, SUMS = "winnowz.json", "SHA256SUMS"
DATABASE, LABELS = "project.db", "labels.jsonl"

_FORMAT = 1
_CHUNK = 1 << 20
_MEGABYTE = 1_000_000
_DIRECTORY_BYTES = 256 << 20
_CARD_BYTES = 1 << 16
_NAME_CHARACTERS = 400
_SQLITE = b"SQLite format 3\0"
_OF_A_MOMENT = ("project.lock", "project.db-wal", "project.db-shm", "project.db-journal")
"""They belong to one opening on one computer; from outside they could change what a database says."""


@dataclass(frozen=True, slots=True)
class Packed:
    """The project is in the file *path*."""

    path: Path
    files: int
    size_bytes: int


@dataclass(frozen=True, slots=True)
class Unpacked:
    """A project is in *folder*, every file as it was packed."""

    folder: Path
    files: int


class PackFailed(OutsideError):
    """The disk did not take a packed project; nothing of it was left."""

    def __init__(self, path: Path, why: str) -> None:
        self.path = path
        super().__init__(f"{path} could not be written: {why}. Nothing was left there; the project is as it was.")


class UnpackFailed(OutsideError):
    """The disk did not take an unpacked project; nothing of it was left."""

    def __init__(self, target: Path, why: str) -> None:
        self.target = target
        super().__init__(f"The project could not be unpacked into {target}: {why}. Nothing was left there.")


class PackRefused(UserError):
    """A file is no packed project, or one that is damaged or made to harm; nothing was unpacked."""

    def __init__(self, path: Path, why: str) -> None:
        self.path = path
        super().__init__(f"{path} was not unpacked: {why}. Get or pack it again.")


def files_of(project: Path) -> Iterator[tuple[str, Path]]:
    """Give (name inside, path) of what belongs to the project in the folder *project*, by name.

    Without its databases and labels, which are copied while they are used; without the
    cache and earlier exports, which can be made again; and without what has a
    name that not every system takes.
    """
    for top in sorted(project.iterdir()):
        if top.name in ("cache", "exports", DATABASE, LABELS, *_OF_A_MOMENT):
            continue
        if top.is_file():
            found = [top]
        else:
            # A folder may be a link to another disk; nothing inside it may.
            inside = sorted(top.rglob("*"))
            found = [path for path in inside if path.is_file() and not path.is_symlink()]
        for path in found:
            parts = path.relative_to(project).parts
            if all(safe_name(part) == part for part in parts):
                yield "/".join(parts), path


def pack_files(name: str, files: Sequence[tuple[str, Path]], target: Path) -> Generator[object, None, None]:
    """Write *files*, (name inside, path), to the new file *target*; yield `Progress` in "MB", at last `Packed`.

    A chunk at a time is in memory. Stopping leaves nothing.

    Raises:
        FileTaken: *target* is there already. PackFailed: the disk did not take it, or a file could not be read.
    """
    if target.exists():
        raise FileTaken(target)
    try:
        total = sum(path.stat().st_size for _name, path in files)
        with written_atomically(target) as stream:
            with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
                yield from _filled(archive, name, files, total)
            if target.exists():
                raise FileTaken(target)
        yield Packed(target, len(files), target.stat().st_size)
    except OSError as error:
        raise PackFailed(target, _why(error)) from error


def _filled(
    archive: zipfile.ZipFile, name: str, files: Sequence[tuple[str, Path]], total: int
) -> Generator[object, None, None]:
    card = {"format": _FORMAT, "winnow_version": __version__, "project": name, "files": len(files)}
    archive.writestr(zipfile.ZipInfo(CARD), json.dumps(card, ensure_ascii=False, indent=1))
    sums: list[str] = []
    done = 0
    for inside, path in files:
        digest = hashlib.sha256()
        with path.open("rb") as source, archive.open(zipfile.ZipInfo(inside), "w", force_zip64=True) as sink:
            while chunk := source.read(_CHUNK):
                sink.write(chunk)
                digest.update(chunk)
                done += len(chunk)
                yield Progress(done // _MEGABYTE, max(total, done) // _MEGABYTE, "MB")
        sums.append(f"{digest.hexdigest()}  {inside}\n")
    archive.writestr(zipfile.ZipInfo(SUMS), "".join(sums))


def unpack(archive: Path, target: Path) -> Generator[object, None, None]:
    """Unpack the project in the file *archive* to the new folder *target*; yield `Progress`, at last `Unpacked`.

    All names are looked at before anything is written, every file's hash
    before *target* appears.

    Raises:
        PackRefused: it is no packed project, is damaged, or made to harm.
        TargetTaken: *target* exists and is not an empty folder. UnpackFailed: the disk did not take it.
    """
    try:
        yield from _unpacked(archive, target)
    except ExportFailed as error:
        raise UnpackFailed(target, error.why) from error


def _unpacked(archive: Path, target: Path) -> Generator[object, None, None]:
    if archive.is_file() and not _looks_packed(archive):
        raise PackRefused(archive, "it is no packed project, or is cut off")
    entries = _checked_entries(archive)
    _check_room(archive, entries, target)
    total = sum(entry.file_size for entry in entries)
    done = 0
    with staged(target) as folder, archive.open("rb") as stream, zipfile.ZipFile(stream) as opened:
        sums = _sums_of(archive, opened, entries)
        for entry in entries:
            if entry.filename in (CARD, SUMS):
                continue
            path = folder.joinpath(*entry.filename.split("/"))
            path.parent.mkdir(parents=True, exist_ok=True)
            digest = hashlib.sha256()
            with path.open("xb") as sink:
                for chunk in _content(archive, opened, entry):
                    sink.write(chunk)
                    digest.update(chunk)
                    done += len(chunk)
                    yield Progress(done // _MEGABYTE, total // _MEGABYTE, "MB")
            if digest.hexdigest() != sums[entry.filename]:
                raise PackRefused(archive, f"{entry.filename} in it is not as it was packed")
        with (folder / DATABASE).open("rb") as database:
            if database.read(len(_SQLITE)) != _SQLITE:
                raise PackRefused(archive, "there is no project's database in it")
    yield Unpacked(target, len(sums))


def _looks_packed(archive: Path) -> bool:
    with contextlib.suppress(OSError):
        return zipfile.is_zipfile(archive)
    return False


def _checked_entries(archive: Path) -> list[zipfile.ZipInfo]:
    """Return all entries in the order of the directory; none of them can write outside, or more than it is."""
    try:
        entries = zip_directory(archive, _DIRECTORY_BYTES)
    except DirectoryUnreadable as error:
        raise PackRefused(archive, str(error)) from error
    except OSError as error:
        raise PackRefused(archive, _why(error)) from error
    taken: set[str] = set()
    shared = sharing_bytes(entries)
    for entry in entries:
        problem = _problem(entry, taken) or ("entries in it share their bytes" if id(entry) in shared else "")
        if problem:
            raise PackRefused(archive, problem)
    missing = {CARD, SUMS, DATABASE} - {entry.filename for entry in entries}
    if missing:
        raise PackRefused(archive, f"it is no packed project, for there is no {min(missing)} in it")
    return entries


def _problem(entry: zipfile.ZipInfo, taken: set[str]) -> str:
    name = entry.filename
    kind = stat.S_IFMT(entry.external_attr >> 16) if entry.create_system == 3 else 0
    parts = name.split("/")
    if (
        len(name) > _NAME_CHARACTERS
        or any(safe_name(part) != part for part in parts)
        or name in _OF_A_MOMENT
        or entry.orig_filename != name
    ):
        return f"a file in it has the name {name[:80]!r}, which no packed project has"
    if name.casefold() in taken:
        return f"two files in it have the name {name!r}"
    taken.add(name.casefold())
    if kind not in (0, stat.S_IFREG):
        return f"{name} in it is a link or a device, not a file"
    if entry.compress_type != zipfile.ZIP_STORED or entry.flag_bits & 0x1 or entry.file_size != entry.compress_size:
        return f"{name} in it is compressed or locked, which no packed project is"
    return ""


def _check_room(archive: Path, entries: Sequence[zipfile.ZipInfo], target: Path) -> None:
    needed = sum(entry.file_size for entry in entries)
    # What is stored as it is and shares nothing cannot be more than the file; a directory that says so lies.
    if needed > archive.stat().st_size:
        raise PackRefused(archive, "it says that it holds more than it does")
    above = next((folder for folder in target.absolute().parents if folder.exists()), None)
    free = shutil.disk_usage(above).free if above is not None else needed
    if needed > free:
        why = f"it needs {needed / _MEGABYTE:,.0f} MB, and {free / _MEGABYTE:,.0f} MB are free there"
        raise UnpackFailed(target, f"{why}; free some space, or choose a folder on another disk")


def _sums_of(archive: Path, opened: zipfile.ZipFile, entries: Sequence[zipfile.ZipInfo]) -> dict[str, str]:
    """Return the hash of every file, by name, after the card was found to be one that this version knows."""
    by_name = {entry.filename: entry for entry in entries}
    if by_name[CARD].file_size > _CARD_BYTES or by_name[SUMS].file_size > len(entries) * (_NAME_CHARACTERS * 4 + 80):
        raise PackRefused(archive, f"{CARD} or {SUMS} in it is too long")
    card, sums = (b"".join(_content(archive, opened, by_name[name])) for name in (CARD, SUMS))
    try:
        version = json.loads(card)["format"]
        found = {name: digest for digest, _, name in (line.partition("  ") for line in sums.decode().splitlines())}
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise PackRefused(archive, f"{CARD} or {SUMS} in it cannot be read") from error
    if not isinstance(version, int) or version > _FORMAT:
        raise PackRefused(archive, "a newer Winnow has packed it; update Winnow to open it")
    if set(found) != set(by_name) - {CARD, SUMS}:
        raise PackRefused(archive, f"its files are not those that {SUMS} in it names")
    return found


def _content(archive: Path, opened: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    """Give the content of *entry* in chunks; its checksum is looked at on the way."""
    try:
        source: IO[bytes]
        with opened.open(entry) as source:
            while chunk := source.read(_CHUNK):
                yield chunk
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError) as error:
        raise PackRefused(archive, f"{entry.filename} in it is damaged ({error})") from error


def _why(error: OSError) -> str:
    return error.strerror or str(error)
