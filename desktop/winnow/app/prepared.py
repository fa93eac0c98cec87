"""Networks that were prepared or fetched: how much they take, and letting go of them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from winnow.base.paths import cache_folder


@dataclass(frozen=True, slots=True)
class PreparedNetworks:
    """Where they lie, and their size; a handful of files."""

    folder: Path
    size_bytes: int


def prepared_networks() -> PreparedNetworks:
    """Return what there is; a folder that is missing holds nothing."""
    folder = cache_folder() / "networks"
    return PreparedNetworks(folder, sum(path.stat().st_size for path in _files(folder)))


def clear_prepared_networks() -> None:
    """Remove them: each is made, or fetched, again when it is next used.

    Raises:
        OSError: a file cannot be removed.
    """
    for path in _files(cache_folder() / "networks"):
        path.unlink(missing_ok=True)


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.iterdir() if path.is_file()] if folder.is_dir() else []
