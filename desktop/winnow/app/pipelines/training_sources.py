"""What a run takes from beside the pictures: a network's weights, and features that are computed once and kept."""

from __future__ import annotations

import hashlib
from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from winnow.app.cached import kept_within
from winnow.app.children import in_child
from winnow.app.pipelines.embedding import embed, vectors_of
from winnow.app.pipelines.squares import squares_of
from winnow.app.session import Session
from winnow.base.codec import to_json
from winnow.base.outcomes import Note, Progress, Steps
from winnow.base.paths import networks_folder
from winnow.domain.fit import FitMode
from winnow.domain.recipe import Recipe, RecipeKind
from winnow.store.vectors import Vectors
from winnow.training.samples import Sample
from winnow.training.spec import Features, Taking
from winnow.vision.networks import MODELS


@dataclass(frozen=True, slots=True, eq=False)
class Sources:
    """Features of train and valid, of train's views, and the file of the network's weights; None: not needed."""

    features: tuple[Features, Features] | None = None
    views: Features | None = None
    weights: Path | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Keyed:
    """Samples, and what the features of each are stored under; parallel."""

    samples: tuple[Sample, ...]
    keys: list[bytes]


def sources_of(session: Session, recipe: Recipe, learned: Keyed, looked_at: Keyed) -> Generator[object, None, Sources]:
    """Compute and fetch what is missing, yielding progress, and return it.

    Raises:
        WeightsNotFetched, WeightsDamaged: the network could not be had. And what embedding and decoding raise.
    """
    if recipe.kind is not RecipeKind.QUICK:
        yield from _room_for_pixels()
    if recipe.own is not None or recipe.network not in MODELS or recipe.kind is RecipeKind.SCRATCH:
        return Sources()
    weights = yield from weights_of(recipe.network)
    if recipe.kind is not RecipeKind.QUICK:
        return Sources(weights=weights)
    looked = recipe.fit.for_looking()
    if looked.mode is FitMode.CROP and looked.size == MODELS[recipe.network].edge_px:
        # The same features as Sort's: most are there already, and taking them from thumbnails is quicker.
        yield from embed(session, recipe.network)
        vectors = vectors_of(session, recipe.network)
    else:
        # Of tiles there are the rows of all, no longer those of the middle one.
        what = to_json(looked) + (" all" if looked.mode is FitMode.TILES else "")
        vectors = _vectors(session, recipe, what)
    both = Keyed(learned.samples + looked_at.samples, learned.keys + looked_at.keys)
    yield from _fill(vectors, recipe, weights, both, view=None)
    views = []
    for view in range(recipe.views):
        varied = _vectors(session, recipe, f"{to_json(recipe.fit)} {to_json(recipe.augmentation)} {view}")
        yield from _fill(varied, recipe, weights, learned, view)
        views.append(varied.take(learned.keys))
    take = squares_of if looked.mode is FitMode.TILES else Vectors.take
    features = (take(vectors, learned.keys), take(vectors, looked_at.keys))
    return Sources(features, np.stack(views) if views else None, weights)


def _room_for_pixels() -> Steps:
    for event in kept_within():
        if isinstance(event, Progress):
            yield event


def weights_of(network: str) -> Generator[object, None, Path | None]:
    """Fetch the weights of a network that does not come with the program, unless they are there, and return the file.

    Raises:
        WeightsNotFetched, WeightsDamaged: it could not be had.
    """
    model = MODELS[network]
    if model.weights is None:
        return None
    target = networks_folder() / model.weights.file
    if not target.exists():
        # Imported for a fetch alone: what speaks HTTP takes a fifth of a second, for which the window would wait.
        from winnow.collect.weights import fetch_weights

        megabytes = model.weights.size_bytes / 1e6
        yield Note(f"Fetching {model.words} ({megabytes:.0f} MB, {model.license}) from {model.source}, once.")
        yield from fetch_weights(model.weights.address, target, model.weights.size_bytes, model.weights.sha256_start)
    return target


def _vectors(session: Session, recipe: Recipe, what: str) -> Vectors:
    model = MODELS[recipe.network]
    mark = hashlib.sha256(what.encode()).hexdigest()[:12]
    return Vectors(session.layout.vectors, f"{model.key}-{mark}", model.dim)


def _fill(
    vectors: Vectors, recipe: Recipe, weights: Path | None, wanted: Keyed, view: int | None
) -> Generator[object, None, None]:
    """Compute what *vectors* lack; what was done is kept on stopping."""
    missing = set(vectors.missing(wanted.keys))
    if not missing:
        return
    lacking = {key: one for one, key in zip(wanted.samples, wanted.keys, strict=True) if key in missing}
    taking = Taking(
        network=recipe.network,
        fit=recipe.fit,
        samples=tuple(lacking.values()),
        keys=tuple(lacking),
        weights=weights,
        folder=networks_folder(),
        view=view,
        augmentation=recipe.augmentation,
    )
    done = 0
    for event in in_child(_take, taking):
        if isinstance(event, tuple):
            keys, rows = event
            vectors.append(keys, rows)
            done += len(missing.intersection(keys))
            yield Progress(done, len(lacking), "features")
        else:
            yield event


def _take(taking: Taking) -> Steps:
    from winnow.training.features import taken

    yield from taken(taking)
