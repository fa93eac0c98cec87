"""The quick test of the fits: features under each, and how well a linear classifier tells classes apart by them."""

from __future__ import annotations

from collections.abc import Generator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import numpy as np
import numpy.typing as npt

from winnow.app.children import in_child
from winnow.app.pipelines.embedding import DEFAULT_MODEL, embed, vectors_of
from winnow.app.queries.samples import SampleRow, current_split, learnable
from winnow.app.session import Session
from winnow.base.errors import UserError
from winnow.base.outcomes import Progress
from winnow.base.paths import cache_folder
from winnow.domain.fit import Fit, FitMode, random_box
from winnow.domain.fit_lab import PolicyScore
from winnow.domain.split import Split
from winnow.store.thumbnails import Thumbnails
from winnow.store.vectors import Vectors
from winnow.vision import thumbnail as thumbnails
from winnow.vision.embeddings import MODELS, Embedder, prepare
from winnow.vision.framing import fit, resized, views

Pixels = npt.NDArray[np.uint8]
Ids = npt.NDArray[np.int64]

MOST_FRAMES = 1000
_AT_ONCE = 16
_THREADS = 2
_SEED = 42


class TooFewForFits(UserError):
    """There are not enough frames to compare the fits on."""

    def __init__(self, found: int) -> None:
        self.found = found
        super().__init__(f"Only {found} frames can be compared. Label and divide at least 20 first.")


def compare_fits(session: Session, min_area: float = 0.5) -> Generator[object, None, None]:
    """Yield `Progress` in "features", and at last a tuple of `PolicyScore`. Test is not touched.

    At most 1000 frames of train and valid take part; their features are kept, so that another time is quicker.

    Raises:
        NoSplitYet, TooFewForFits: as they say.
    """
    split = session.ask(current_split)
    yield from embed(session)
    rows = _chosen(session.ask(learnable, split), session)
    labels = np.array([row.label_id for row in rows], np.int64)
    if len(rows) < 20 or len(np.unique(labels)) < 2:
        raise TooFewForFits(len(rows))
    keys = [row.key for row in rows]
    kept = {name: _vectors(session, name) for name in _passes(min_area)}
    missing = {name: vectors.missing(keys) for name, vectors in kept.items()}
    total, done = sum(map(len, missing.values())), 0
    wanted = {name: some for name, some in missing.items() if some}
    cache = session.layout.cache / "thumbnails.db"
    for event in in_child(_features_in_child, cache, wanted, min_area, cache_folder() / "networks"):
        if isinstance(event, tuple):
            name, some, found = event
            kept[name].append(some, found)
            done += len(some)
            yield Progress(done, total, "features")
        else:
            yield event
    centre = vectors_of(session).take(keys)
    taken = {name: vectors.take(keys) for name, vectors in kept.items()}
    yield from in_child(_scores_in_child, centre, taken, labels, _groups(split, rows))


def _chosen(rows: list[SampleRow], session: Session) -> list[SampleRow]:
    """Return at most `MOST_FRAMES` rows that have features, the same ones each time."""
    lacking = set(vectors_of(session).missing([row.key for row in rows]))
    there = [row for row in rows if row.key not in lacking]
    if len(there) <= MOST_FRAMES:
        return there
    chosen = np.random.default_rng(_SEED).permutation(len(there))[:MOST_FRAMES]
    return [there[at] for at in np.sort(chosen)]


def _passes(min_area: float) -> tuple[str, ...]:
    """Return what is computed beside the centre crop, which all else uses."""
    random = f"{FitMode.RANDOM_RESIZED_CROP.value}-{round(100 * min_area)}"
    return (FitMode.SQUISH.value, FitMode.PAD.value, random, FitMode.TILES.value, "middle-tile")


def _vectors(session: Session, name: str) -> Vectors:
    model = MODELS[DEFAULT_MODEL]
    return Vectors(session.layout.vectors, f"{model.key}-{name}", model.dim)


def _features_in_child(
    cache: Path, wanted: dict[str, list[bytes]], min_area: float, folder: Path
) -> Generator[object, None, None]:
    model = prepare(DEFAULT_MODEL, folder)
    there = Thumbnails(cache, writable=False)
    # One network a thread: two at once are quicker than one on two cores.
    embedders = [Embedder(model, 1) for _ in range(_THREADS)]
    with ThreadPoolExecutor(_THREADS) as pool:
        for name, keys in wanted.items():
            for start in range(0, len(keys), _AT_ONCE):
                found = there.get(keys[start : start + _AT_ONCE])
                some = list(found)
                if not some:
                    continue
                shares = [[(key, found[key]) for key in some[at::_THREADS]] for at in range(_THREADS)]
                rows = np.empty((len(some), MODELS[DEFAULT_MODEL].dim), np.float32)
                work = partial(_embedded, name, min_area)
                for at, part in enumerate(pool.map(work, embedders, shares)):
                    rows[at::_THREADS] = part
                yield name, some, rows


def _embedded(
    name: str, min_area: float, embedder: Embedder, share: list[tuple[bytes, bytes]]
) -> npt.NDArray[np.float32]:
    edge = MODELS[DEFAULT_MODEL].edge_px
    squares = [_square(name, key, jpeg, min_area, edge) for key, jpeg in share]
    return embedder.embed(np.stack(squares) if squares else np.empty((0, edge, edge, 3), np.uint8))


def _square(name: str, key: bytes, jpeg: bytes, min_area: float, edge: int) -> Pixels:
    image = thumbnails.decode(jpeg)
    if name == "middle-tile":
        return fit(image, Fit(FitMode.TILES, edge))
    if name == FitMode.TILES.value:
        return views(image, Fit(FitMode.TILES, edge))[0]
    if name.startswith(FitMode.RANDOM_RESIZED_CROP.value):
        random = np.random.default_rng(list(key[:8]))
        return resized(image, (edge, edge), random_box(image.shape[1], image.shape[0], min_area, random))
    return fit(image, Fit(FitMode(name), edge))


def _scores_in_child(
    centre: npt.NDArray[np.float32], taken: dict[str, npt.NDArray[np.float32]], labels: Ids, groups: Ids
) -> Generator[object, None, None]:
    from winnow.training.fit_lab import told_right

    (random,) = [rows for name, rows in taken.items() if name.startswith(FitMode.RANDOM_RESIZED_CROP.value)]
    squish, pad = taken[FitMode.SQUISH.value], taken[FitMode.PAD.value]
    tile, middle = taken[FitMode.TILES.value], taken["middle-tile"]
    # What is learned from, and what is looked at: as in training, where chance is for train only.
    tried = {
        FitMode.SQUISH: ((squish,), squish),
        FitMode.CROP: ((centre,), centre),
        FitMode.PAD: ((pad,), pad),
        FitMode.RANDOM_RESIZED_CROP: ((centre, random), centre),
        FitMode.TILES: ((middle, tile), middle),
    }
    score = partial(told_right, labels=labels, groups=groups)
    yield tuple(
        PolicyScore(mode, int(score(learned, looked_at).sum()), len(labels))
        for mode, (learned, looked_at) in tried.items()
    )


def _groups(split: Split, rows: list[SampleRow]) -> Ids:
    group_of = dict(zip(split.ids.tolist(), split.groups.tolist(), strict=True))
    return np.array([group_of[int(row.image_id)] for row in rows], np.int64)
