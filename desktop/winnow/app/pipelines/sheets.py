"""A contact sheet and the mean picture of each cluster, to look at and as PNG files."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from winnow.app.queries.lookup import ClusterUnknown, NoClusteringYet
from winnow.app.session import Session
from winnow.base.files import write_atomically
from winnow.base.outcomes import Progress
from winnow.domain.cluster import NOISE, Clustering
from winnow.exporting.names import safe_name
from winnow.store import clusterings
from winnow.store.database import Reader
from winnow.vision.sheet import MeanPicture, contact_sheet, png

COLUMNS = 12
ON_A_SHEET = 96
_AT_ONCE = 64


@dataclass(frozen=True, slots=True)
class SheetsWritten:
    """The files that were written, two for each cluster."""

    files: tuple[Path, ...]


def mean_picture(session: Session, ids: Sequence[int]) -> npt.NDArray[np.uint8]:
    """Return the mean of the thumbnails of *ids*, (256, 256, 3) uint8; those without one are left out."""
    keys, mean = session.ask(_keys), MeanPicture()
    for jpeg in _thumbnails(session, [keys[image] for image in ids if image in keys]):
        mean.add(jpeg)
    return mean.pixels()


def write_sheets(
    session: Session, folder: Path, numbers: Sequence[int] | None = None, words: str = "Cluster {0}"
) -> Generator[object, None, None]:
    """Write a sheet (the 96 most typical) and the mean picture of clusters, by default all; at last `SheetsWritten`.

    Args:
        numbers: Clusters counted from 0. words: What a cluster without a name is called; ``{0}`` is its number from 1.

    Raises:
        NoClusteringYet, ClusterUnknown. OSError: the folder cannot be written.
    """
    current = session.ask(clusterings.current)
    if current is None:
        raise NoClusteringYet
    wanted = _wanted(current, numbers)
    keys = session.ask(_keys)
    written: list[Path] = []
    taken: set[str] = set()
    for done, number in enumerate(wanted):
        members = [keys[image] for image in current.members(number).tolist() if image in keys]
        name = current.names.get(number) or words.format(number + 1)
        stem = safe_name(f"{number + 1:02d} {name}", taken)
        mean, shown = MeanPicture(), []
        for at, jpeg in enumerate(_thumbnails(session, members)):
            mean.add(jpeg)
            if at < ON_A_SHEET:
                shown.append(jpeg)
            yield Progress(done, len(wanted), "clusters")
        if shown:
            for suffix, pixels in ((".png", contact_sheet(shown, COLUMNS)), (" mean.png", mean.pixels())):
                write_atomically(folder / f"{stem}{suffix}", png(pixels))
                written.append(folder / f"{stem}{suffix}")
        yield Progress(done + 1, len(wanted), "clusters")
    yield SheetsWritten(tuple(written))


def _wanted(current: Clustering, numbers: Sequence[int] | None) -> list[int]:
    there = [int(number) for number in np.unique(current.clusters) if number != NOISE]
    for number in numbers or ():
        if number not in there:
            raise ClusterUnknown(number + 1, current.k)
    return there if numbers is None else list(numbers)


def _thumbnails(session: Session, keys: Sequence[bytes]) -> Generator[bytes, None, None]:
    """Yield the thumbnails of *keys* that there are, in their order, a few in memory at a time."""
    for start in range(0, len(keys), _AT_ONCE):
        some = keys[start : start + _AT_ONCE]
        found = session.thumbnails.get(some)
        yield from (found[key] for key in some if key in found)


def _keys(connection: Reader) -> dict[int, bytes]:
    return dict(connection.execute("SELECT id, content_key FROM image WHERE state = 'kept'").fetchall())
