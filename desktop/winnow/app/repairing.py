"""A project that cannot be opened: what is the matter, what can be had back, and getting it back.

The project is not open meanwhile; its lock is held while something is changed.
Nothing is deleted: a database that gives way is put aside under a name with the date.
"""

from __future__ import annotations

import os
from bisect import bisect_left
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from winnow.app.session import Session
from winnow.base.errors import UserError
from winnow.base.lock import Lock
from winnow.store import label_journal, restoring
from winnow.store.backups import Backup, Backups
from winnow.store.database import Reader
from winnow.store.errors import OnNetworkDisk, ProjectDamaged, ProjectReadOnly, ProjectUnreachable
from winnow.store.foreign import check_folder
from winnow.store.layout import Layout
from winnow.store.restoring import Restored

__all__ = [
    "BackupChoice",
    "NoSuchBackup",
    "OnNetworkDisk",
    "Outlook",
    "ProjectReadOnly",
    "damaged_folder",
    "newest_backup",
    "original_files",
    "outlook",
    "protected_folder",
    "restore",
]


class NoSuchBackup(UserError):
    """A backup was asked for that is not there, or that cannot be read."""

    def __init__(self, folder: Path, number: int) -> None:
        self.folder = folder
        self.number = number
        super().__init__(f"There is no backup {number} of {folder} that can be read. 'winnow doctor' lists those.")


@dataclass(frozen=True, slots=True)
class BackupChoice:
    """A backup to go back to; *labels_after* changes of labels were made after it, and come back with it."""

    number: int
    taken_at: str
    why: str
    images: int
    labelled: int
    labels_after: int


@dataclass(frozen=True, slots=True)
class Outlook:
    """What can be had back of a project; *found* says what is wrong with its database, "" where nothing is known."""

    folder: Path
    found: str
    can_look: bool
    """It can be opened to look at, and nothing else."""
    backups: tuple[BackupChoice, ...]
    """The newest first."""
    originals: int
    """How many pictures lie in the project's folder."""
    labelled: int
    """How many of them have a label by the labels' second copy."""


def damaged_folder(error: BaseException) -> Path | None:
    """Return the folder of the project that *error* says is damaged; None for any other error."""
    return error.path.parent if isinstance(error, ProjectDamaged) else None


def protected_folder(error: BaseException) -> Path | None:
    """Return the folder of the project that could not be opened only because its disk is write-protected, or None."""
    if not isinstance(error, ProjectUnreachable) or os.access(error.folder, os.W_OK):
        return None
    return error.folder if Layout(error.folder).database.is_file() else None


def outlook(folder: Path, error: BaseException | None = None) -> Outlook:
    """Look what can be had back of the project in *folder*, which *error* told of; reads no database.

    Raises:
        ProjectLeadsOutside: a link in it does.
    """
    layout = Layout(folder.resolve())
    check_folder(layout)
    backups = Backups(layout.backups).all()
    # Counted only, and for pictures that are there: the journal of somebody else's project may not fit into memory.
    originals = [path.stem for path in original_files(layout)]
    labelled = dict.fromkeys(originals, False)
    ends = sorted({one.about.last_label for one in backups})
    beyond = [0] * (len(ends) + 1)
    for seq, change in label_journal.read(layout.labels):
        beyond[bisect_left(ends, seq)] += 1
        if change.sha256 in labelled:
            labelled[change.sha256] = change.after is not None
    after = {end: sum(beyond[at + 1 :]) for at, end in enumerate(ends)}
    return Outlook(
        layout.folder,
        error.found if isinstance(error, ProjectDamaged) else "",
        layout.database.is_file() and _can_look(layout),
        tuple(_choice(one, after[one.about.last_label]) for one in backups),
        len(originals),
        sum(labelled.values()),
    )


def restore(folder: Path, number: int | None) -> Restored:
    """Put backup *number* in the place of the database, None: an empty one; the labels given since come with it.

    Pictures that are in the folder and not in the database are brought in by
    `winnow.app.pipelines.adopting.adopt_originals`, once the project is open.

    Raises:
        NoSuchBackup, BackupUnusable, ProjectLeadsOutside: nothing was changed. AlreadyOpen: close it first.
        ProjectUnreachable: the disk.
    """
    layout = Layout(folder.resolve())
    check_folder(layout)
    with _locked(layout):
        chosen = None
        if number is not None:
            chosen = next((one for one in Backups(layout.backups).all() if one.number == number), None)
            if chosen is None:
                raise NoSuchBackup(layout.folder, number)
        return restoring.restore(layout, chosen)


def newest_backup(folder: Path) -> int | None:
    """Return the number of the newest backup that can be read, None where there is none."""
    newest = Backups(Layout(folder.resolve()).backups).newest()
    return None if newest is None else newest.number


def original_files(layout: Layout) -> Iterator[Path]:
    """Yield the pictures in the project's folder: files that are called by a SHA-256, in no order."""
    if not layout.originals.is_dir():
        return
    with os.scandir(layout.originals) as parts:
        folders = [part.path for part in parts if part.is_dir() and len(part.name) == 2]
    for folder in sorted(folders):
        with os.scandir(folder) as files:
            yield from (Path(file.path) for file in files if len(Path(file.name).stem) == 64 and file.is_file())


@contextmanager
def _locked(layout: Layout) -> Iterator[None]:
    try:
        lock = Lock(layout.lock)
        try:
            yield
        finally:
            lock.release()
    except OSError as error:
        raise ProjectUnreachable(layout.folder, error.strerror or str(error), error.errno) from error


def _choice(backup: Backup, after: int) -> BackupChoice:
    about = backup.about
    return BackupChoice(backup.number, about.taken_at, about.why, about.images, about.labelled, after)


def _can_look(layout: Layout) -> bool:
    try:
        with Session.open(layout.folder, read_only=True) as session:
            session.ask(_read_through)
    except Exception:  # noqa: BLE001 - whatever a damaged database does to its reader
        return False
    return True


def _read_through(reader: Reader) -> None:
    for _row in reader.execute("SELECT id, sha256, label_id, state FROM image"):
        pass
