"""A sample of cats and dogs that is made on the spot, with no network, and with a crawl's usual mess in it."""

from __future__ import annotations

import dataclasses
from collections.abc import Generator
from pathlib import Path

import numpy as np

from winnow.base.outcomes import Progress
from winnow.collect.sample.drawing import KINDS, draw
from winnow.collect.sample.mess import encode, plan_for, spoil

_PLACES = ("sofa", "garden", "window", "beach", "park", "kitchen", "porch", "meadow")


def make_sample(folder: Path, n: int = 240, seed: int = 7) -> Generator[Progress, None, None]:
    """Write *n* files below ``folder/cat`` and ``folder/dog``, half each; the same seed writes the same bytes.

    Args:
        folder: Made where it is missing; files of the same names are written over.
        n: How many files in all, what is planted (see `planted`) included.
        seed: What is drawn.

    Yields:
        Progress in pictures after every file.
    """
    plan = plan_for(n)
    drawings = n - plan.extra
    rng = np.random.default_rng(seed)
    files: list[Path] = []
    for number in range(drawings):
        kind = KINDS[number % len(KINDS)]
        files.append(_draw_file(folder / kind, kind, number, rng))
        yield Progress(len(files), n, "pictures")
    odd = {field: draw(KINDS[0], rng) for field in _ODD_FIELDS if getattr(plan, field)}
    for done, _ in enumerate(spoil(files, odd, plan, rng), start=drawings + 1):
        yield Progress(done, n, "pictures")


_ODD_FIELDS = ("animated", "tiny", "cmyk", "sixteen_bit")


def planted(n: int) -> dict[str, int]:
    """Return how many files of each sort `make_sample` writes for *n*.

    The fields of `winnow.collect.sample.mess.Plan`, and ``drawings``: the
    pictures that are neither copies nor odd. They add up to *n*.
    """
    plan = plan_for(n)
    return {"drawings": n - plan.extra, **dataclasses.asdict(plan)}


def _draw_file(folder: Path, kind: str, number: int, rng: np.random.Generator) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    suffix = (".jpg", ".png", ".webp")[rng.choice(3, p=(0.86, 0.06, 0.08))]
    picture = draw(kind, rng, _size(number, rng))
    turned = suffix == ".jpg" and rng.random() < 0.06
    place = _PLACES[rng.integers(len(_PLACES))]
    target = folder / f"{kind}-{place}-{number + 1:04d}{suffix}"
    target.write_bytes(encode(picture, suffix, turned))
    return target


def _size(number: int, rng: np.random.Generator) -> tuple[int, int]:
    """Return (width, height) in pixels: mostly a web page's sizes, one in sixty as a camera gives them."""
    aspect = (4 / 3, 3 / 4, 1.0, 3 / 2, 16 / 9)[rng.choice(5, p=(0.4, 0.16, 0.2, 0.16, 0.08))]
    longest = 3000 if number % 60 == 31 else round(float(rng.triangular(170, 400, 900)))
    if aspect >= 1:
        return longest, max(120, round(longest / aspect))
    return max(120, round(longest * aspect)), longest
