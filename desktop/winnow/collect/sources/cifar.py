"""CIFAR-10 and CIFAR-100 as their authors give them out: a batch, a folder of batches, or the .tar.gz of it.

Batches are told by their content, and read in the reading process. Their
meta file is no entry; everything else that lies beside them is one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from pathlib import Path, PurePosixPath

from winnow.base.errors import UserError
from winnow.base.outcomes import Note
from winnow.collect.local import Addresses, LocalPicture, foreign_text, head_of, path_text, refused
from winnow.collect.reading.reader import Reads
from winnow.collect.reading.task import ReadingRefused
from winnow.collect.sources import batches, tarred
from winnow.collect.sources.batches import CIFAR_FILE, CifarFile, Options
from winnow.collect.sources.folder import FolderSource
from winnow.domain.image import Reason
from winnow.domain.source import SourceKind
from winnow.vision.sniff import EXTENSIONS

_LOOKED_AT = 2000
_PICTURES = frozenset().union(*EXTENSIONS.values())


class ClassUnknown(UserError):
    """A class was asked for that the data set does not have."""

    def __init__(self, wanted: str, known: frozenset[str]) -> None:
        self.wanted, self.known = wanted, known
        super().__init__(f"There is no class {wanted!r} in it. It has: {', '.join(sorted(known)) or 'none'}.")


def is_cifar(path: Path) -> bool:
    """Say whether *path* is a batch, a tar archive, or a folder with a batch in it or in a folder of it."""
    if path.is_dir():
        files = (one for pattern in ("*", "*/*") for one in path.glob(pattern))
        return any(_may_be_batch(file) for file in islice(files, _LOOKED_AT))
    return _may_be_batch(path) or tarred.is_tar(path)


@dataclass(frozen=True, slots=True)
class CifarSource:
    """The pictures at *path* with their true labels; of *classes* only, where some are named.

    Listing it reads every batch, and holds all pixels in memory: 184 MB for
    the whole of CIFAR-10 or CIFAR-100.
    """

    path: Path
    reads: Reads
    classes: frozenset[str] = field(default=frozenset())

    @property
    def kind(self) -> SourceKind:
        """CIFAR."""
        return SourceKind.CIFAR

    @property
    def name(self) -> str:
        """The folder's or the file's name."""
        return path_text(self.path.name)

    @property
    def address(self) -> str:
        """The path."""
        return path_text(self.path)

    def pictures(self) -> Iterator[LocalPicture | Note]:
        """See `LocalSource.pictures`.

        Raises:
            ClassUnknown: one of *classes* is not there. TarUnreadable: it is damaged.
        """
        found: list[_Batch] = []
        names: dict[str, tuple[str, ...]] = {}
        for one in self._members():
            if not isinstance(one, _Member):
                yield one
                continue
            try:
                held, pixels = self.reads.read(CIFAR_FILE, Options(), one.content, one.file)
            except ReadingRefused as refusal:
                yield refused(one.address, one.file, refusal.reason, refusal.detail)
                continue
            if held.names:
                names[one.folder] = held.names
            else:
                found.append(_Batch(one, held, memoryview(pixels)))
        self._check_classes(found, names)
        for batch in found:
            for picture in batch.pictures(names.get(batch.member.folder, ())):
                if not self.classes or picture.label in self.classes:
                    yield picture

    def _check_classes(self, found: list[_Batch], names: dict[str, tuple[str, ...]]) -> None:
        known = frozenset(name for batch in found for name in batch.names(names.get(batch.member.folder, ())))
        for wanted in sorted(self.classes - known):
            raise ClassUnknown(wanted, known)

    def _members(self) -> Iterator[_Member | LocalPicture | Note]:
        if self.path.is_file() and not _may_be_batch(self.path):
            yield from _of_tar(self.path)
            return
        root = self.path if self.path.is_dir() else self.path.parent
        folder = FolderSource(root)
        beside = folder.files() if self.path.is_dir() else iter((*_meta_beside(self.path), self.path))
        for one in beside:
            if not isinstance(one, Path):
                yield one
            elif _may_be_batch(one):
                yield _of_file(one)
            else:
                yield folder.picture(one)


@dataclass(frozen=True, slots=True)
class _Member:
    """A file of the data set: *folder* is that of its meta file."""

    address: str
    file: str
    folder: str
    content: bytes


@dataclass(frozen=True, slots=True)
class _Batch:
    member: _Member
    held: CifarFile
    pixels: memoryview

    def names(self, told: tuple[str, ...]) -> tuple[str, ...]:
        """Return the names of its classes, by the meta file's *told* where they fit."""
        if len(told) >= self.held.classes:
            return told
        return batches.CIFAR_10 if self.held.classes == 10 else tuple(f"class {one}" for one in range(100))

    def pictures(self, told: tuple[str, ...]) -> Iterator[LocalPicture]:
        """Yield its pictures, each in a folder called like its class."""
        names = self.names(told)
        for number, (label, file) in enumerate(zip(self.held.labels, self.held.files, strict=True)):
            row = self.pixels[number * batches.ROW_BYTES : (number + 1) * batches.ROW_BYTES]
            address = f"{self.member.address}!/{number:05d}"
            name, made = names[label], f"{number:05d}.png"
            yield LocalPicture(address, file or made, partial(batches.png_of, row), name, name, opened_as=made)


def _may_be_batch(path: Path) -> bool:
    if path.suffix.lower() in _PICTURES:
        return False
    return batches.looks_like_cifar(head_of(path, batches.HEAD_BYTES))


def _meta_beside(batch: Path) -> Iterator[Path]:
    return (one for name in ("batches.meta", "meta") if _may_be_batch(one := batch.parent / name) and one != batch)


def _of_file(file: Path) -> _Member | LocalPicture:
    address, name = path_text(file), path_text(file.name)
    try:
        if file.stat().st_size > batches.FILE_BYTES:
            return _too_large(address, name, file.stat().st_size)
        return _Member(address, name, path_text(file.parent), file.read_bytes())
    except OSError as error:
        return refused(address, name, Reason.UNREADABLE, str(error))


def _of_tar(path: Path) -> Iterator[_Member | LocalPicture]:
    addresses = Addresses()
    for entry in tarred.members(path):
        inside = PurePosixPath(foreign_text(entry.name))
        address, name = addresses.unique(f"{path_text(path)}!/{inside}"), inside.name or "(no name)"
        if not entry.is_file:
            what = "it is a link or a device within the archive, and those are not followed"
            yield refused(address, name, Reason.REFUSED_ADDRESS, what)
        elif entry.size > batches.FILE_BYTES or entry.size < 0:
            yield _too_large(address, name, entry.size)
        elif batches.looks_like_cifar(head := entry.content(batches.HEAD_BYTES)):
            content = head + entry.content(entry.size - len(head))
            yield _Member(address, name, str(inside.parent), content)
        else:
            what = "of a tar archive only the batches of CIFAR are read; unpack it and import its folder"
            yield refused(address, name, Reason.NOT_AN_IMAGE, what)


def _too_large(address: str, name: str, size: int) -> LocalPicture:
    what = f"it has {size >> 20} MiB, and a batch has at most {batches.FILE_BYTES >> 20} MiB"
    return refused(address, name, Reason.TOO_MANY_BYTES, what)
