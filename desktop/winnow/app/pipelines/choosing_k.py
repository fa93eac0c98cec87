"""How many clusters fit the pictures of a project."""

from __future__ import annotations

from collections.abc import Generator, Sequence

from winnow.app.children import in_child
from winnow.app.pipelines.embedding import EMBEDDING, FeatureTable, features
from winnow.app.session import Session
from winnow.clustering.choosing import choose_k
from winnow.clustering.threads import leave_a_core

DEFAULT_KS = range(2, 13)
DEFAULT_RESTARTS = 10
_KILLED_AFTER_S = 0.3


def suggest_k(
    session: Session,
    ks: Sequence[int] = DEFAULT_KS,
    features_name: str = EMBEDDING,
    restarts: int = DEFAULT_RESTARTS,
    seed: int = 0,
) -> Generator[object, None, None]:
    """Score K-Means for each of *ks*; yield `Progress`, the `KScores` of each k, at last the `KChoice`.

    Raises:
        TooFewImages, FeaturesUnknown, NothingToCluster.
    """
    table = yield from features(session, features_name)
    yield from in_child(_choose_in_child, table, tuple(ks), restarts, seed, end_within_s=_KILLED_AFTER_S)


def _choose_in_child(
    table: FeatureTable, ks: tuple[int, ...], restarts: int, seed: int
) -> Generator[object, None, None]:
    leave_a_core()
    yield (yield from choose_k(table.rows(), table.name, ks, restarts, seed))
