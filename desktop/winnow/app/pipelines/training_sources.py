"""What a run takes from beside the pictures: a network's weights, and features that are computed once and kept."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path

from winnow.app.pipelines.embedding import embed, vectors_of
from winnow.app.queries.samples import SampleRow
from winnow.app.session import Session
from winnow.domain.fit import Fit
from winnow.domain.recipe import Recipe, RecipeKind
from winnow.training.spec import Features


@dataclass(frozen=True, slots=True, eq=False)
class Sources:
    """Features of train and valid, of train's views, and the file of the network's weights; None: not needed."""

    features: tuple[Features, Features] | None = None
    views: Features | None = None
    weights: Path | None = None


def sources_of(
    session: Session, recipe: Recipe, learned: list[SampleRow], looked_at: list[SampleRow]
) -> Generator[object, None, Sources]:
    """Compute and fetch what is missing, yielding progress, and return it."""
    if recipe.kind is not RecipeKind.QUICK or recipe.fit.for_looking() != Fit().for_looking():
        return Sources()
    yield from embed(session)
    features = vectors_of(session, recipe.network)
    keys = [[row.key for row in rows] for rows in (learned, looked_at)]
    if features.missing(keys[0] + keys[1]):
        return Sources()
    return Sources((features.take(keys[0]), features.take(keys[1])))
