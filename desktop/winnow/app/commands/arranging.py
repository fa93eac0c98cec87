"""Commands about clusterings and splits, whose results were computed beforehand."""

from __future__ import annotations

from dataclasses import dataclass

from winnow.app.commands.command import Command, journalled
from winnow.domain.cluster import Clustering
from winnow.domain.ids import ClusteringId, SplitId
from winnow.domain.label import clean_name
from winnow.domain.preparation import Preparation
from winnow.domain.split import Split
from winnow.store import clusterings, filters, splits
from winnow.store.database import Tx


@dataclass(frozen=True, slots=True, eq=False)
class AddClustering:
    """Store a clustering and show it."""

    clustering: Clustering

    def apply(self, tx: Tx) -> Command:
        return ShowClustering(clusterings.add(tx, self.clustering)).apply(tx)

    def count(self) -> int:
        return len(self.clustering.ids)


@dataclass(frozen=True, slots=True, eq=False)
class SplitCluster:
    """Store the clustering that splitting one cluster gave, and show it."""

    clustering: Clustering

    def apply(self, tx: Tx) -> Command:
        return AddClustering(self.clustering).apply(tx)

    def count(self) -> int:
        return len(self.clustering.ids)


@dataclass(frozen=True, slots=True, eq=False)
class MergeClusters:
    """Store the clustering that merging two clusters gave, and show it."""

    clustering: Clustering

    def apply(self, tx: Tx) -> Command:
        return AddClustering(self.clustering).apply(tx)

    def count(self) -> int:
        return len(self.clustering.ids)


@journalled
@dataclass(frozen=True, slots=True)
class ShowClustering:
    """Choose which clustering Sort shows (None: none)."""

    clustering_id: int | None

    def apply(self, tx: Tx) -> Command:
        old = clusterings.current_id(tx.connection)
        clusterings.set_current(tx, None if self.clustering_id is None else ClusteringId(self.clustering_id))
        return ShowClustering(old)

    def count(self) -> int:
        return 1


@journalled
@dataclass(frozen=True, slots=True)
class NameCluster:
    """Name one cluster ("": by its number)."""

    clustering_id: int
    cluster: int
    name: str

    def apply(self, tx: Tx) -> Command:
        old = clusterings.rename(tx, ClusteringId(self.clustering_id), self.cluster, self.name)
        return NameCluster(self.clustering_id, self.cluster, old)

    def count(self) -> int:
        return 1


@journalled
@dataclass(frozen=True, slots=True)
class SaveFilter:
    """Save a filter's expression under a name (None: forget it)."""

    name: str
    expression: str | None

    def apply(self, tx: Tx) -> Command:
        name = clean_name(self.name)
        return SaveFilter(name, filters.put(tx, name, self.expression))

    def count(self) -> int:
        return 1


@dataclass(frozen=True, slots=True, eq=False)
class AddSplit:
    """Store a split and put it in force."""

    split: Split

    def apply(self, tx: Tx) -> Command:
        return UseSplit(splits.add(tx, self.split)).apply(tx)

    def count(self) -> int:
        return len(self.split.ids)


@journalled
@dataclass(frozen=True, slots=True)
class UseSplit:
    """Choose the split in force (None: none)."""

    split_id: int | None

    def apply(self, tx: Tx) -> Command:
        old = splits.current_id(tx.connection)
        splits.set_current(tx, None if self.split_id is None else SplitId(self.split_id))
        return UseSplit(old)

    def count(self) -> int:
        return 1


@journalled
@dataclass(frozen=True, slots=True)
class Prepare:
    """Choose how frames are made ready for new runs."""

    preparation: Preparation

    def apply(self, tx: Tx) -> Command:
        old = splits.preparation(tx.connection)
        splits.set_preparation(tx, self.preparation)
        return Prepare(old)

    def count(self) -> int:
        return 1
