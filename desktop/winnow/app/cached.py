"""What is kept so that it need not be made again: how much it is, and letting the oldest go.

That are the prepared networks, and the prepared pixels of the projects that were open before. Originals, labels,
frames, embeddings and thumbnails are none of it, and never touched here.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path

from winnow.app.recent import remembered
from winnow.base.machine import cache_bytes
from winnow.base.outcomes import Progress, Steps
from winnow.base.paths import networks_folder
from winnow.store.layout import Layout

IN_USE_S = 3600.0
"""Pixels that were read or written within it are taken for those of a run that goes on, in whatever process."""
_TOLD_EVERY = 500
_used_at = attrgetter("used_at")


@dataclass(frozen=True, slots=True)
class Cached:
    """Bytes of prepared networks, and of the prepared pixels of so many projects."""

    networks_bytes: int = 0
    pixels_bytes: int = 0
    projects: int = 0

    @property
    def size_bytes(self) -> int:
        """All together."""
        return self.networks_bytes + self.pixels_bytes


@dataclass(frozen=True, slots=True)
class _Entry:
    path: Path
    size_bytes: int
    used_at: float


def kept_within(limit_bytes: int | None = None) -> Steps:
    """Remove the pixels used longest ago, of all projects, until all has *limit_bytes*; yield `Cached` at last.

    The limit is by default the person's. What is in use stays, and so do networks: they are few, and asked for again
    and again. What another process removes meanwhile counts as removed. Yields `Progress` on the way.
    """
    limit = cache_bytes() if limit_bytes is None else limit_bytes
    networks = sum(one.size_bytes for one in _files(networks_folder()))
    pixels: list[_Entry] = []
    kept = projects = 0
    for folder in _pixel_folders():
        before = len(pixels)
        for entry in _pixels(folder):
            pixels.append(entry)
            kept += entry.size_bytes
            if len(pixels) % _TOLD_EVERY == 0:
                yield Progress(len(pixels), 0, "files")
        projects += len(pixels) > before
    newest_to_go = time.time() - IN_USE_S
    # Where all is within the limit nothing is put in order: of a hundred thousand files that holds the window up.
    oldest_first = sorted(pixels, key=_used_at) if networks + kept > limit else []
    for at, entry in enumerate(oldest_first):
        if networks + kept <= limit or entry.used_at > newest_to_go:
            break
        if _removed(entry.path):
            kept -= entry.size_bytes
        if at % _TOLD_EVERY == 0:
            yield Progress(at, len(pixels), "files")
    yield Cached(networks, kept, projects if kept else 0)


def cleared() -> Steps:
    """Remove all but pixels in use; events as `kept_within`. Each is made or fetched again when it is next used.

    Raises:
        OSError: a network cannot be removed.
    """
    for entry in _files(networks_folder()):
        entry.path.unlink(missing_ok=True)
    yield from kept_within(0)


def _pixel_folders() -> Iterator[Path]:
    for one in remembered():
        layout = Layout(Path(one.path))
        # A link could lead to somebody else's files: a project may have come from elsewhere.
        if not any(path.is_symlink() for path in (layout.folder, layout.cache, layout.prepared)):
            yield layout.prepared


def _pixels(folder: Path) -> Iterator[_Entry]:
    try:
        with os.scandir(folder) as shelves:
            for shelf in shelves:
                if shelf.is_dir(follow_symlinks=False):
                    yield from _files(Path(shelf.path), ".pixels")
    except OSError:
        return  # gone, or on a disk that is away


def _files(folder: Path, suffix: str = "") -> Iterator[_Entry]:
    try:
        with os.scandir(folder) as entries:
            for one in entries:
                if one.is_file(follow_symlinks=False) and one.name.endswith(suffix):
                    found = one.stat(follow_symlinks=False)
                    yield _Entry(Path(one.path), found.st_size, found.st_mtime)
    except OSError:
        return


def _removed(path: Path) -> bool:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return False  # open in another process, on Windows; or a disk that cannot be written
    return True
