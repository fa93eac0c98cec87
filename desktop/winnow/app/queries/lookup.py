"""What people call something by, a name or a number, found in the project."""

from __future__ import annotations

from winnow.base.errors import UserError
from winnow.domain.ids import ImageId, LabelId, RunId, SourceId
from winnow.domain.label import Label
from winnow.domain.run import Run
from winnow.domain.source import Source
from winnow.store import clusterings, labels, runs, sources
from winnow.store.database import Reader


class NoClusteringYet(UserError):
    """Something needs a clustering, and there is none."""

    def __init__(self) -> None:
        super().__init__("There are no clusters yet. Make some first (by 'winnow cluster').")


class ClusterUnknown(UserError):
    """The clustering that is shown has no cluster of a number."""

    def __init__(self, number: int, k: int) -> None:
        self.number, self.k = number, k
        super().__init__(f"There is no cluster {number}: choose 1 to {k}.")


class LabelUnknown(UserError):
    """The project has no label of a name."""

    def __init__(self, name: str, known: list[str]) -> None:
        self.name = name
        there = ", ".join(known) or "none yet"
        super().__init__(f"There is no label {name!r}. Choose one of these: {there}.")


def cluster_images(connection: Reader, number: int) -> tuple[int, ...]:
    """Return the kept pictures of cluster *number*, counted from 1, of the clustering that is shown.

    Raises:
        NoClusteringYet, ClusterUnknown: as they say.
    """
    clustering = clusterings.current(connection)
    if clustering is None:
        raise NoClusteringYet
    if not 1 <= number <= clustering.k:
        raise ClusterUnknown(number, clustering.k)
    kept = {row[0] for row in connection.execute("SELECT id FROM image WHERE state = 'kept'")}
    return tuple(int(image) for image in clustering.ids[clustering.clusters == number - 1] if int(image) in kept)


def folder_images(connection: Reader) -> dict[str, list[ImageId]]:
    """Return the kept pictures that came from a folder within their source, by that folder's name."""
    found: dict[str, list[ImageId]] = {}
    for image, folder in connection.execute(
        "SELECT id, folder FROM image WHERE state = 'kept' AND folder <> '' ORDER BY folder, id"
    ):
        found.setdefault(folder, []).append(ImageId(image))
    return found


def label_called(connection: Reader, name: str) -> Label:
    """Return the label *name*.

    Raises:
        LabelUnknown: there is none.
    """
    found = labels.by_name(connection, name)
    if found is None:
        raise LabelUnknown(name, [label.name for label in labels.all_labels(connection)])
    return found


def label_id_of(connection: Reader, name: str) -> LabelId | None:
    """Return the number of the label *name*, None where there is no such label."""
    found = labels.by_name(connection, name)
    return None if found is None else found.id


def all_labels(connection: Reader) -> list[Label]:
    """Return every label, in the order of their keys."""
    return labels.all_labels(connection)


def run_numbered(connection: Reader, number: int) -> Run:
    """Return a run by its number.

    Raises:
        ItemUnknown: there is none.
    """
    return runs.get(connection, RunId(number))


def all_runs(connection: Reader) -> list[Run]:
    """Return the runs of the table, newest first."""
    return runs.all_runs(connection)


def all_sources(connection: Reader, only: set[SourceId] | None = None) -> list[Source]:
    """Return the sources with their funnels; of *only* these where it is given."""
    return [source for source in sources.all_sources(connection) if only is None or source.id in only]
