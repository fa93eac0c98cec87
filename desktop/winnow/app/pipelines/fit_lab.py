"""The quick test of the fits: features under each, and how well a linear classifier tells classes apart by them."""

from __future__ import annotations

from collections.abc import Generator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
import numpy.typing as npt

from winnow.app.children import in_child
from winnow.app.pipelines.embedding import DEFAULT_MODEL, embed, vectors_of
from winnow.app.pipelines.squares import squares_of
from winnow.app.queries.samples import SampleRow, current_split, learnable
from winnow.app.session import Session
from winnow.base.counted import counted
from winnow.base.errors import UserError
from winnow.base.outcomes import Progress
from winnow.base.paths import networks_folder
from winnow.domain.fit import Fit, FitMode, random_box
from winnow.domain.fit_lab import PolicyScore
from winnow.domain.split import Split
from winnow.store.thumbnails import Thumbnails
from winnow.store.vectors import Vectors
from winnow.training.spec import Features
from winnow.training.squares import keyed_squares, mean_of_squares, squares_in_turn
from winnow.vision import thumbnail as thumbnails
from winnow.vision.embeddings import MODELS, Embedder, prepare
from winnow.vision.framing import resized, views

Pixels = npt.NDArray[np.uint8]
Ids = npt.NDArray[np.int64]

MOST_FRAMES = 1000
_AT_ONCE = 32
_SQUISH, _PAD = FitMode.SQUISH.value, FitMode.PAD.value
_TILES = "all-tiles"
_THREADS = 2
_SEED = 42


@dataclass(frozen=True, slots=True, eq=False)
class _Embedded:
    """Keys and rows for each kind of features, and of how many pictures they are."""

    rows: dict[str, tuple[list[bytes], Features]]
    pictures: int


class TooFewForFits(UserError):
    """There are not enough frames to compare the fits on."""

    def __init__(self, found: int) -> None:
        self.found = found
        super().__init__(f"Only {counted(found, 'frame')} can be compared. Label and divide at least 20 first.")


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
    random = f"{FitMode.RANDOM_RESIZED_CROP.value}-{round(100 * min_area)}"
    kept = {name: _vectors(session, name) for name in (_SQUISH, _PAD, random, _TILES)}
    wanted: dict[bytes, list[str]] = {}
    for name, vectors in kept.items():
        for key in vectors.missing(keys):
            wanted.setdefault(bytes(key), []).append(name)
    done, cache = 0, session.layout.cache / "thumbnails.db"
    for event in in_child(_features_in_child, cache, wanted, min_area, networks_folder()):
        if isinstance(event, _Embedded):
            for name, (some, found) in event.rows.items():
                kept[name].append(some, found)
            done += event.pictures
            yield Progress(done, len(wanted), "features")
        else:
            yield event
    centre = vectors_of(session).take(keys)
    taken = {name: vectors.take(keys) for name, vectors in kept.items() if name != _TILES}
    tiles = squares_of(kept[_TILES], keys)
    views = (centre, taken[random], taken[_SQUISH], taken[_PAD])
    yield from in_child(_scores_in_child, views, tiles, labels, _groups(split, rows))


def _chosen(rows: list[SampleRow], session: Session) -> list[SampleRow]:
    """Return at most `MOST_FRAMES` rows that have features, the same ones each time."""
    lacking = set(vectors_of(session).missing([row.key for row in rows]))
    there = [row for row in rows if row.key not in lacking]
    if len(there) <= MOST_FRAMES:
        return there
    chosen = np.random.default_rng(_SEED).permutation(len(there))[:MOST_FRAMES]
    return [there[at] for at in np.sort(chosen)]


def _vectors(session: Session, name: str) -> Vectors:
    model = MODELS[DEFAULT_MODEL]
    return Vectors(session.layout.vectors, f"{model.key}-{name}", model.dim)


def _features_in_child(
    cache: Path, wanted: dict[bytes, list[str]], min_area: float, folder: Path
) -> Generator[object, None, None]:
    model = prepare(DEFAULT_MODEL, folder)
    there = Thumbnails(cache, writable=False)
    embedder = Embedder(model, 1)
    keys = list(wanted)
    with ThreadPoolExecutor(_THREADS) as pool:
        for start in range(0, len(keys), _AT_ONCE):
            found = there.get(keys[start : start + _AT_ONCE])
            asked = [(key, jpeg, wanted[key]) for key, jpeg in found.items()]
            shares = [asked[at::_THREADS] for at in range(_THREADS)]
            parts = [one for some in pool.map(partial(_embedded, min_area, embedder), shares) for one in some]
            if parts:
                yield _together(parts)


def _embedded(
    min_area: float, embedder: Embedder, share: list[tuple[bytes, bytes, list[str]]]
) -> list[tuple[bytes, dict[str, Features]]]:
    """Return, for each picture's key, the features of all squares of each kind that is wanted, (squares, dim)."""
    edge = MODELS[DEFAULT_MODEL].edge_px
    found = []
    for key, jpeg, names in share:
        image = thumbnails.decode(jpeg)
        # Under several policies a square picture is the same: it is embedded once.
        seen: dict[bytes, Features] = {}
        rows: dict[str, Features] = {}
        for name in names:
            some = []
            for square in _squares(name, key, image, min_area, edge):
                mark = square.tobytes()
                if mark not in seen:
                    seen[mark] = embedder.embed(square[None])
                some.append(seen[mark])
            rows[name] = np.concatenate(some)
        found.append((key, rows))
    return found


def _squares(name: str, key: bytes, image: Pixels, min_area: float, edge: int) -> list[Pixels]:
    if name.startswith(FitMode.RANDOM_RESIZED_CROP.value):
        random = np.random.default_rng(list(key[:8]))
        return [resized(image, (edge, edge), random_box(image.shape[1], image.shape[0], min_area, random))]
    return views(image, Fit(FitMode.TILES if name == _TILES else FitMode(name), edge))


def _together(parts: list[tuple[bytes, dict[str, Features]]]) -> _Embedded:
    rows: dict[str, tuple[list[bytes], Features]] = {}
    for name in {name for _key, some in parts for name in some}:
        keys = [key for key, some in parts if name in some]
        found = [some[name] for _key, some in parts if name in some]
        joined = np.concatenate(found)
        rows[name] = keyed_squares(keys, joined, [len(one) for one in found]) if name == _TILES else (keys, joined)
    return _Embedded(rows, len(parts))


def _scores_in_child(
    kinds: tuple[Features, Features, Features, Features], tiles: Features, labels: Ids, groups: Ids
) -> Generator[object, None, None]:
    from winnow.training.fit_lab import told_right

    centre, random, squish, pad = kinds
    # What is learned from, and what is looked at: as in training, where chance is for train only.
    tried = {
        FitMode.SQUISH: ((squish,), squish),
        FitMode.CROP: ((centre,), centre),
        FitMode.PAD: ((pad,), pad),
        FitMode.RANDOM_RESIZED_CROP: ((centre, random), centre),
        FitMode.TILES: (_two_in_turn(tiles), mean_of_squares(tiles)),
    }
    score = partial(told_right, labels=labels, groups=groups)
    yield tuple(
        PolicyScore(mode, int(score(learned, looked_at).sum()), len(labels))
        for mode, (learned, looked_at) in tried.items()
    )


def _two_in_turn(tiles: Features) -> tuple[Features, ...]:
    """Return each frame's first and second tile: as many as the random parts learn from."""
    return tuple(squares_in_turn(tiles)[:2])


def _groups(split: Split, rows: list[SampleRow]) -> Ids:
    group_of = dict(zip(split.ids.tolist(), split.groups.tolist(), strict=True))
    return np.array([group_of[int(row.image_id)] for row in rows], np.int64)
