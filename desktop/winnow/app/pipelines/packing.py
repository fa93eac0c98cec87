"""A project for another machine: packed into one file, and back."""

from __future__ import annotations

import tempfile
import threading
from collections.abc import Generator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from winnow.app.children import in_child
from winnow.app.session import Session
from winnow.app.waiting import waited
from winnow.base.outcomes import Steps
from winnow.exporting import packing
from winnow.exporting.packing import PackFailed

_THUMBNAILS = "cache/thumbnails.db"


def pack(session: Session, target: Path) -> Generator[object, None, None]:
    """Pack the whole project into the new file *target*; yield `Progress` in "MB", at last `packing.Packed`.

    The databases are copied as they are at this moment, while work goes on;
    of the cache only the thumbnails come along, so that pictures are seen at
    once elsewhere. Stopping leaves nothing.

    Raises:
        FileTaken: *target* is there already. PackFailed: the disk did not take it.
    """
    stopping = threading.Event()
    try:
        with (
            tempfile.TemporaryDirectory(prefix=".packing-", dir=session.layout.folder) as name,
            ThreadPoolExecutor(1, thread_name_prefix="winnow-pack") as thread,
        ):
            database, thumbnails = Path(name) / "project.db", Path(name) / "thumbnails.db"
            try:
                yield from waited(thread.submit(session.back_up, database))
                yield from waited(thread.submit(session.thumbnails.back_up, thumbnails, stopping.is_set))
            finally:
                stopping.set()
            copies = [(packing.DATABASE, database), (_THUMBNAILS, thumbnails)]
            files = [*copies, *packing.files_of(session.layout.folder)]
            yield from packing.pack_files(session.name, files, target)
    except OSError as error:
        raise PackFailed(target, error.strerror or str(error)) from error


def unpack(archive: Path, folder: Path) -> Generator[object, None, None]:
    """Unpack the file *archive* into the new project folder *folder*; yield `Progress`, at last `packing.Unpacked`.

    It may come from a stranger: a process of its own reads it, and looks at
    all names before it writes anything.

    Raises:
        PackRefused: it is no packed project, is damaged, or made to harm.
        TargetTaken: *folder* exists and is not empty. ExportFailed: the disk did not take it.
    """
    yield from in_child(_unpack_in_child, archive, folder)


def _unpack_in_child(archive: Path, folder: Path) -> Steps:
    yield from packing.unpack(archive, folder)
