"""Pictures that lie in the project's folder and are not in its database: brought in, with their labels.

A backup is older than the pictures that came after it, and an empty database
has none; the originals and labels.jsonl give both back.
"""

from __future__ import annotations

import hashlib
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from winnow.app.pipelines.importing import import_source
from winnow.app.repairing import original_files
from winnow.app.session import Session
from winnow.base.outcomes import Note
from winnow.collect.local import LocalPicture, path_text
from winnow.domain.changes import Topic
from winnow.domain.source import SourceKind
from winnow.store import restoring
from winnow.store.database import Reader, Tx


@dataclass(frozen=True, slots=True)
class Adopted:
    """How many pictures came in, and how many of them got their label back."""

    pictures: int
    labelled: int


@dataclass(frozen=True, slots=True)
class _Originals:
    """The project's own originals as a source."""

    folder: Path
    files: tuple[Path, ...]
    kind: SourceKind = SourceKind.FOLDER

    @property
    def name(self) -> str:
        return path_text(self.folder.name)

    @property
    def address(self) -> str:
        return path_text(self.folder)

    def pictures(self) -> Iterator[LocalPicture | Note]:
        for file in self.files:
            yield LocalPicture(file.name, file.name, partial(_sound, file))


def adopt_originals(session: Session) -> Generator[object, None, None]:
    """Bring in every original that the database does not know; yield `Progress`, at last `Adopted`."""
    known = session.ask(_known)
    files = tuple(file for file in original_files(session.layout) if file.stem not in known)
    if not files:
        yield Adopted(0, 0)
        return
    before = len(known)
    yield from import_source(session, _Originals(session.layout.originals, files))
    hashes = {file.stem for file in files}
    labelled = session.record(lambda tx: _label(tx, hashes)).result()
    yield Adopted(len(session.ask(_known)) - before, labelled)


def _known(reader: Reader) -> set[str]:
    return {row[0] for row in reader.execute("SELECT sha256 FROM image WHERE state <> 'fell_out'")}


def _label(tx: Tx, hashes: set[str]) -> int:
    changed = restoring.give_labels(tx.connection, hashes)
    tx.touch(Topic.LABELS)
    tx.touch(Topic.IMAGES)
    return changed


def _sound(file: Path) -> bytes:
    content = file.read_bytes()
    if hashlib.sha256(content).hexdigest() != file.stem:
        raise OSError("the file was changed since it came in")
    return content
