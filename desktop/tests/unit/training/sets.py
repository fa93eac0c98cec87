"""Tiny sets of pictures made in the tests: two classes that differ by colour."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PIL import Image

from winnow.domain.fit import Fit, FitMode
from winnow.domain.recipe import Recipe, RecipeKind
from winnow.training import Sample, TrainingSpec

FIT = Fit(FitMode.CROP, 32)
HUES = ((200, 60, 40), (40, 70, 200))


def samples(folder: Path, count: int = 24, seed: int = 0) -> tuple[Sample, ...]:
    """Return *count* samples of noise around one of two colours, in turn, written to *folder*."""
    random = np.random.default_rng(seed)
    folder.mkdir(parents=True, exist_ok=True)
    made = []
    for at in range(count):
        noise = random.normal(HUES[at % 2], 25, (48, 64, 3)).clip(0, 255).astype(np.uint8)
        path = folder / f"{seed}-{at}.png"
        Image.fromarray(noise).save(path)
        made.append(Sample(path, None, at % 2, at + 1))
    return tuple(made)


def spec(folder: Path, kind: RecipeKind, epochs: int = 3, **choices: object) -> TrainingSpec:
    """Return a run over 24 pictures, 8 more for valid, at 32 pixels."""
    if kind is RecipeKind.SCRATCH:
        choices = {"network": "small-cnn"} | choices
    recipe = Recipe(kind=kind, epochs=epochs, **({"batch_size": 8, "learning_rate": 2e-3, "fit": FIT} | choices))
    pictures = folder / "pictures"
    return TrainingSpec(recipe, samples(pictures), samples(pictures, 8, seed=1), 2, folder / "run")
