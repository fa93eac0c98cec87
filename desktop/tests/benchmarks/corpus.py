"""Pictures of several megapixels that compress like photographs, made anew for each run."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
from PIL import Image

WIDTH, HEIGHT = 2400, 1800
_PETS = Path(__file__).resolve().parents[4] / "shared" / "data" / "pets"


def pictures(count: int) -> list[Image.Image]:
    """Return *count* pictures, 2400 x 1800: enlarged photographs where there are some, else gradients; both grained."""
    random = np.random.default_rng(7)
    photos = sorted(_PETS.rglob("*.jpg"))[:: max(1, len(list(_PETS.rglob("*.jpg"))) // count)] if _PETS.is_dir() else []
    made = []
    for at in range(count):
        if at < len(photos):
            with Image.open(photos[at]) as photo:
                base = photo.convert("RGB").resize((WIDTH, HEIGHT), Image.Resampling.BICUBIC)
        else:
            coarse = random.integers(0, 256, (12, 16, 3), np.uint8)
            base = Image.fromarray(coarse).resize((WIDTH, HEIGHT), Image.Resampling.BICUBIC)
        grain = random.normal(0, 5, (HEIGHT, WIDTH, 1))
        made.append(Image.fromarray(np.clip(np.asarray(base) + grain, 0, 255).astype(np.uint8)))
    return made


def encoded(images: list[Image.Image], kind: str, **options: object) -> list[bytes]:
    """Return each picture as a file of *kind*, a name that Pillow knows."""
    files = []
    for image in images:
        out = io.BytesIO()
        image.save(out, kind, **options)
        files.append(out.getvalue())
    return files


def described(name: str, files: list[bytes]) -> str:
    """Return how many files there are, and how large."""
    return f"{len(files)} {name} of {WIDTH} x {HEIGHT}, mean {sum(map(len, files)) / len(files) / 1e3:.0f} kB"
