"""The data set's second epoch against decoding originals, batches as Split shows them, the quick test of fits."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import corpus
import numpy as np
from figures import Figure, Found, Note, Skipped, in_ms, load, medians

from winnow.app.pipelines.fit_lab import compare_fits
from winnow.app.pipelines.importing import import_path
from winnow.app.pipelines.labelling import label_by_folder
from winnow.app.pipelines.network_view import BatchWish, network_view, seen_batch
from winnow.app.pipelines.splitting import split
from winnow.app.queries.preparing import learnable_part
from winnow.app.session import Session
from winnow.domain.augmentation import Augmentation
from winnow.domain.fit import Fit, FitMode
from winnow.domain.preparation import Preparation
from winnow.domain.split import Part, Ratios

PETS = Path(__file__).resolve().parents[4] / "shared" / "data" / "pets"
_STILL = Augmentation(min_area=0.5, flip=False, light=0, rotate_degrees=0)


def loading() -> Iterator[Found]:
    """The data set: a second epoch from prepared pixels against decoding originals, in one process."""
    from winnow.training import FrameDataset, Sample
    from winnow.training.prepared import PreparedPixels

    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        for name, paths in _pictures(folder):
            samples = [Sample(path, None, 0, at) for at, path in enumerate(paths)]
            for mode, how in ((FitMode.CROP, None), (FitMode.RANDOM_RESIZED_CROP, _STILL)):
                kept = PreparedPixels(folder / f"{name}-{mode.value}")
                plain = FrameDataset(samples, Fit(mode), how)
                ready = FrameDataset(samples, Fit(mode), how, prepared=kept)
                took = medians(
                    {
                        "prepared": lambda one=ready: [one.source(at) for at in range(len(one))],
                        "decoding": lambda one=plain: [one.source(at) for at in range(len(one))],
                    }
                )
                yield Note(f"{len(samples)} {name}, {mode.value}: {in_ms(took, len(samples))}; {load()}")
                yield Figure("G12", f"second epoch, {name}, {mode.value}", took["decoding"] / took["prepared"], 5)
                yield Note(f"{kept.used_bytes() / len(samples) / 1e3:.0f} kB a picture on disk")


def _pictures(folder: Path) -> Iterator[tuple[str, list[Path]]]:
    large = []
    for at, content in enumerate(corpus.encoded(corpus.pictures(24), "JPEG", quality=90)):
        large.append(folder / f"{at}.jpg")
        large[-1].write_bytes(content)
    yield "photos of 4.3 megapixels", large
    if PETS.is_dir():
        yield "pets (crawled, small)", sorted(PETS.glob("*/*.jpg"))[:200]


def seeing() -> Iterator[Found]:
    """What the network sees: from a change to the batch that shows it, and the quick test of the fits on pets."""
    if not PETS.is_dir():
        yield Skipped("Split", "batches", "there are no pets here")
        return
    with tempfile.TemporaryDirectory() as made, Session.create(Path(made) / "pets.winnow") as session:
        for _event in import_path(session, PETS):
            pass
        label_by_folder(session)
        split(session, Ratios(), 1)
        yield from _redrawn(session)
        began = time.monotonic()
        scores: object = ()
        for event in compare_fits(session):
            scores = event
        took = time.monotonic() - began
        assert isinstance(scores, tuple)
        frames = scores[0].n
        for one in scores:
            low, high = one.interval
            yield Note(f"{one.mode.value}: {one.accuracy:.1%} ({low:.1%} to {high:.1%})")
        yield Note(f"{frames} frames, features of all fits computed: {took:.1f} s; {load()}")
        yield Figure("Split", "the fits on 1,000 frames", took / frames * 1000, 60, at_most=True, unit=" s")


def _redrawn(session: Session) -> Iterator[Found]:
    rows, view, times = session.ask(learnable_part, Part.TRAIN), network_view(), []
    try:
        for at in range(12):
            wish = BatchWish(Part.TRAIN, Preparation(augmentation=Augmentation(light=0.05 * at)))
            began = time.monotonic()
            seen_batch(session, view, rows, wish)
            times.append(time.monotonic() - began)
    finally:
        view.close()
    yield Note(f"first batch, with the start of its process: {times[0]:.1f} s; {os.cpu_count()} cores")
    yield Figure("Split", "a change to its batch", float(np.median(times[1:])) * 1000, 200, at_most=True, unit=" ms")
