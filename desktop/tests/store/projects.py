"""Small projects' databases, and pictures that need no file."""

from __future__ import annotations

import hashlib
from pathlib import Path

from winnow.domain.changes import Changes
from winnow.domain.ids import ImageId
from winnow.domain.image import ImageFacts
from winnow.domain.source import SourceKind
from winnow.store import images, labels, sources
from winnow.store.database import Database, Tx
from winnow.store.images import FoundImage
from winnow.store.label_journal import LabelJournal
from winnow.store.layout import Layout


def opened(folder: Path, create: bool = False, heard: list[Changes] | None = None) -> Database:
    """Open, or create, the database of the project in *folder*."""
    layout = Layout(folder)
    layout.make()
    listener = (lambda _changes: None) if heard is None else heard.append
    return Database(layout.database, LabelJournal(layout.labels), listener, create)


def sha256_of(number: int) -> str:
    """Return the hash that picture *number* has."""
    return hashlib.sha256(str(number).encode()).hexdigest()


def fill(database: Database, count: int) -> list[ImageId]:
    """Add *count* pictures and the labels cat (1) and dog (2)."""

    def work(tx: Tx) -> list[ImageId]:
        source = sources.begin(tx, SourceKind.FOLDER, "pile", "/pile")
        found = [
            FoundImage(
                source, f"{number}.png", f"/pile/{number}.png", facts=ImageFacts(sha256_of(number), "png", 8, 8, 9)
            )
            for number in range(count)
        ]
        labels.add(tx, "cat")
        labels.add(tx, "dog")
        return images.add(tx, found)

    return database.write(work).result()
