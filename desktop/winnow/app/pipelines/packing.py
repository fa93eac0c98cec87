"""A project for another machine: packed into one file, and back."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
import threading
import time
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
_COPIES = "packing-"
_A_DAY_S = 24 * 3600


def pack(session: Session, target: Path) -> Generator[object, None, None]:
    """Pack the whole project into the new file *target*; yield `Progress` in "MB", at last `packing.Packed`.

    The databases are copied as they are at this moment, while work goes on;
    of the cache only the thumbnails come along, so that pictures are seen at
    once elsewhere. Stopping leaves nothing.

    Raises:
        FileTaken: *target* is there already. PackFailed: the disk did not take it.
    """
    stopping = threading.Event()
    _sweep(session.layout.cache)
    try:
        with (
            tempfile.TemporaryDirectory(prefix=_COPIES, dir=session.layout.cache) as name,
            ThreadPoolExecutor(1, thread_name_prefix="winnow-pack") as thread,
        ):
            copies = {
                inside: Path(name, Path(inside).name) for inside in (packing.LABELS, packing.DATABASE, _THUMBNAILS)
            }
            # Before the database: one that is behind it is brought up to date on opening, one that is ahead is not.
            with contextlib.suppress(FileNotFoundError):
                shutil.copyfile(session.layout.labels, copies[packing.LABELS])
            try:
                yield from waited(thread.submit(session.back_up, copies[packing.DATABASE]))
                yield from waited(thread.submit(session.thumbnails.back_up, copies[_THUMBNAILS], stopping.is_set))
            finally:
                stopping.set()
            made = [(inside, path) for inside, path in copies.items() if path.is_file()]
            files = [*made, *packing.files_of(session.layout.folder)]
            yield from packing.pack_files(session.name, files, target)
    except OSError as error:
        raise PackFailed(target, error.strerror or str(error)) from error


def _sweep(cache: Path) -> None:
    """Remove the copies that a program left which died while it packed; no packing takes a day."""
    for left in cache.glob(f"{_COPIES}*"):
        if time.time() - left.stat().st_mtime > _A_DAY_S:
            shutil.rmtree(left, ignore_errors=True)


def unpack(archive: Path, folder: Path) -> Generator[object, None, None]:
    """Unpack the file *archive* into the new project folder *folder*; yield `Progress`, at last `packing.Unpacked`.

    It may come from a stranger: a process of its own reads it, and looks at
    all names before it writes anything.

    Raises:
        PackRefused: it is no packed project, is damaged, or made to harm.
        TargetTaken: *folder* exists and is not empty. UnpackFailed: the disk did not take it.
    """
    yield from in_child(_unpack_in_child, archive, folder)


def _unpack_in_child(archive: Path, folder: Path) -> Steps:
    yield from packing.unpack(archive, folder)
