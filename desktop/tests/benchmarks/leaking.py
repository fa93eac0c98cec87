"""A leak that is planted: what a naive split says of the same frames, and what one that keeps groups says."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from figures import Figure, Found, Note, Skipped
from PIL import Image
from preparing import PETS

from winnow.app.commands.framing import SetManyFrames
from winnow.app.pipelines.importing import import_path
from winnow.app.pipelines.labelling import label_by_folder
from winnow.app.pipelines.splitting import check, split
from winnow.app.queries.samples import labelled
from winnow.app.session import Session
from winnow.base.paths import cache_folder
from winnow.domain.dividing import assign
from winnow.domain.frame import Framing, StoredFrame
from winnow.domain.split import Part, Ratios
from winnow.domain.tiling import Tiling, tiled
from winnow.store import images
from winnow.vision.decode import load_rgb
from winnow.vision.embeddings import Embedder, network_input, pixel_features, prepare
from winnow.vision.framing import cut
from winnow.vision.thumbnail import encode

_TWINS, _TILED, _TILES = 200, 100, 5
_SEEDS = 10


def planted() -> Iterator[Found]:
    """200 twins and 500 overlapping tiles: the check is 0, and a naive random split scores higher."""
    if not PETS.is_dir():
        yield Skipped("leak", "planted twins and tiles", "there are no pets here")
        return
    with tempfile.TemporaryDirectory() as made, Session.create(Path(made) / "planted.winnow") as session:
        _plant(session, Path(made) / "pictures")
        result = split(session, Ratios(), 0, 5)
        report = check(session)
        assert report is not None
        crossed = sum(one.pairs + one.parents + one.groups for one in report.borders)
        yield Note(f"{len(result.ids)} frames, {report.pairs_compared} near-duplicate pairs, {len(report.kept)} groups")
        yield Figure("leak", f"what crosses any of {len(report.borders)} borders", crossed, 0, at_most=True, unit="")
        yield from _scores(session)


def _plant(session: Session, folder: Path) -> None:
    photos = sorted(PETS.glob("*/*.jpg"))
    random.Random(7).shuffle(photos)
    chosen = photos[: _TWINS + _TILED]
    for at, path in enumerate(chosen):
        target = folder / path.parent.name
        target.mkdir(parents=True, exist_ok=True)
        with Image.open(path) as picture:
            whole = picture.convert("RGB")
        whole.save(target / f"{at:03d}.jpg", quality=92)
        if at < _TWINS:
            smaller = whole.resize((round(whole.width * 0.8), round(whole.height * 0.8)), Image.Resampling.LANCZOS)
            smaller.save(target / f"{at:03d}-twin.jpg", quality=70)
    for _event in import_path(session, folder):
        pass
    label_by_folder(session)
    named = session.ask(lambda reader: dict(reader.execute("SELECT file, id FROM image WHERE state = 'kept'")))
    framed = {}
    for file, image in named.items():
        if int(Path(file).stem[:3]) >= _TWINS:
            _sha, _kind, width, height = session.ask(images.original_of, image)
            tiles = tiled((width, height), Tiling(2, 3, overlap=0.5)).tiles[:_TILES]
            framed[image] = Framing(tuple(StoredFrame(tile.frame, origin="tile") for tile in tiles))
    session.do(SetManyFrames(framed)).result()


def _scores(session: Session) -> Iterator[Found]:
    rows = session.ask(labelled)
    pictures = np.array([row.image_id for row in rows])
    labels = np.array([row.label_id for row in rows])
    cuts = []
    for row in rows:
        image = load_rgb(session.originals.read(row.sha256, row.format))
        cuts.append(encode(image if row.frame is None else cut(image, row.frame)))
    embedder = Embedder(prepare("efficientnet-lite0", cache_folder() / "networks"), 2)
    kinds = {
        "pixels, nearest neighbour": np.stack([pixel_features(one) for one in cuts]),
        "network features, nearest neighbour": np.stack([embedder.embed(network_input(one)[None])[0] for one in cuts]),
    }
    for name, features in kinds.items():
        naive, honest = [], []
        for seed in range(_SEEDS):
            alone = assign(labels, np.arange(len(labels)), (0.7, 0.15, 0.15), seed)
            naive.append(_nearest(features, labels, alone == 2))
            made = split(session, Ratios(), seed)
            inside = np.isin(pictures, made.ids_of(Part.TEST))
            honest.append(_nearest(features, labels, inside))
        said = [f"{who} {np.mean(of):.1%} (sd {np.std(of):.1%})" for who, of in (("naive", naive), ("kept", honest))]
        yield Note(f"{name}, {_SEEDS} seeds: {', '.join(said)}")
        gain = float(np.mean(naive) - np.mean(honest)) * 100
        yield Figure("leak", f"naive over honest, {name}", gain, 10 if "pixels" in name else 0, unit=" points")


def _nearest(features: np.ndarray, labels: np.ndarray, asked: np.ndarray) -> float:
    """Return how many of *asked* have the label of the nearest of the others."""
    alike = features[asked] @ features[~asked].T
    return float((labels[~asked][alike.argmax(1)] == labels[asked]).mean())
