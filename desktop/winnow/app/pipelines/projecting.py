"""The map: pictures laid out on a plane by what they look like."""

from __future__ import annotations

from collections.abc import Generator

import numpy as np

from winnow.app.children import in_child
from winnow.app.pipelines.embedding import EMBEDDING, FeatureTable, features
from winnow.app.session import Session
from winnow.base.outcomes import Tick
from winnow.clustering.projecting import TooFewToMap, is_installed, pca
from winnow.clustering.projecting import project as steps
from winnow.clustering.threads import leave_a_core
from winnow.domain.projection import Projection, ProjectionMethod
from winnow.store import projections

_KILLED_AFTER_S = 0.3


def methods_here() -> tuple[ProjectionMethod, ...]:
    """Return the methods that can be used on this machine."""
    return tuple(method for method in ProjectionMethod if is_installed(method))


def project(
    session: Session, method: ProjectionMethod = ProjectionMethod.TSNE, features_name: str = EMBEDDING, seed: int = 0
) -> Generator[object, None, None]:
    """Lay the kept pictures out and keep it; yield first that by PCA (not final), `Progress`, at last the `Projection`.

    PCA itself comes at once, without a child process.

    Raises:
        TooFewToMap, MethodNotInstalled, FeaturesUnknown, NothingToCluster.
    """
    table = yield from features(session, features_name)
    if len(table.ids) < 5:
        raise TooFewToMap(len(table.ids))
    yield Tick()
    is_pca = method is ProjectionMethod.PCA
    first = Projection(ProjectionMethod.PCA, table.name, seed, table.ids, pca(table.rows(), seed), is_pca)
    _keep(session, first)
    yield first
    if is_pca:
        return
    for event in in_child(_project_in_child, table, method, seed, end_within_s=_KILLED_AFTER_S):
        if isinstance(event, np.ndarray):
            made = Projection(method, table.name, seed, table.ids, event)
            _keep(session, made)
            yield made
        else:
            yield event


def _keep(session: Session, projection: Projection) -> None:
    session.record(lambda tx: projections.keep(tx, projection)).result()


def _project_in_child(table: FeatureTable, method: ProjectionMethod, seed: int) -> Generator[object, None, None]:
    leave_a_core()
    yield (yield from steps(table.rows(), method, seed))
