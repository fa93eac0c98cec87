"""Files written so that a crash leaves the old content or the new one, never a mixture."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

TEMPORARY_SUFFIX = ".part"


def sync_folder(folder: Path) -> None:
    """Make the entries of *folder* durable; a no-op where folders cannot be opened (Windows)."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def make_folder(folder: Path) -> None:
    """Make *folder* and those above it where they are missing, each durable before this returns."""
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    for each in missing:
        sync_folder(each.parent)


@contextmanager
def written_atomically(path: Path) -> Iterator[IO[bytes]]:
    """Open a temporary file beside *path*; on a clean exit it is synced and takes its place."""
    make_folder(path.parent)
    name = path.parent / f".{path.name[:40]}-{secrets.token_hex(6)}{TEMPORARY_SUFFIX}"
    # Readable to whom the person's files are: what is exported is for others too.
    handle = os.open(name, os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    try:
        with os.fdopen(handle, "wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        name.replace(path)
    except BaseException:
        name.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def write_atomically(path: Path, content: bytes) -> None:
    """Write *content* to *path*, durable before this returns."""
    with written_atomically(path) as stream:
        stream.write(content)


def sweep_temporary_files(folder: Path) -> int:
    """Remove what interrupted writes left anywhere under *folder*; return how many there were."""
    left = list(folder.rglob(f".*{TEMPORARY_SUFFIX}"))
    for path in left:
        path.unlink(missing_ok=True)
    return len(left)
