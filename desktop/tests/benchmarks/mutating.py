"""Harmed pictures given to the decoder's process: whatever they are, it answers in words and lives on."""

from __future__ import annotations

import io
import os
import random
import time
from collections import Counter
from collections.abc import Iterator

import numpy as np
from figures import Figure, Found, Note, load
from PIL import Image

from winnow.base.errors import UserError
from winnow.vision.decoder import Decoder

_COUNT = 100_000
_FORMATS = ("JPEG", "PNG", "GIF", "WEBP", "BMP", "TIFF", "AVIF")
_EDGE_PX = 48


def mutants() -> Iterator[Found]:
    """100,000 mutants (or WINNOW_BENCH_MUTANTS) of seven formats: deaths, hangs, and errors without words."""
    count = int(os.environ.get("WINNOW_BENCH_MUTANTS", str(_COUNT)))
    whole = [_picture(kind) for kind in _FORMATS]
    ends: Counter[str] = Counter()
    slowest, begin = 0.0, time.monotonic()
    yield Note(load())
    with Decoder() as decoder:
        for seed in range(count):
            kind = seed % len(whole)
            data = mutated(whole[kind], seed)
            started = time.monotonic()
            try:
                decoder.examine(data, f"mutant.{_FORMATS[kind].lower()}")
                ends["decoded"] += 1
            except UserError:
                ends["refused in words"] += 1
            except Exception as error:  # noqa: BLE001 - whatever else it is, it is what is looked for
                ends[type(error).__name__] += 1
                yield Note(f"{_FORMATS[kind]}, seed {seed}: {type(error).__name__}: {error}")
            slowest = max(slowest, time.monotonic() - started)
    told = ", ".join(f"{number} {end}" for end, number in ends.most_common())
    yield Note(f"{told}; {count / (time.monotonic() - begin):.0f} a second")
    others = sum(number for end, number in ends.items() if end not in ("decoded", "refused in words"))
    yield Figure("mutants", "deaths, hangs and errors without words", others, 0, at_most=True, unit="")
    yield Figure("mutants", "the slowest", slowest, 5.5, at_most=True, unit=" s")


def mutated(data: bytes, seed: int) -> bytes:
    """Return *data* with some bytes changed, doubled, dropped or cut off; the same for the same *seed*."""
    chance, harmed = random.Random(seed), bytearray(data)
    for _ in range(chance.randint(1, 8)):
        at, length = chance.randrange(len(harmed)), chance.randint(1, 16)
        way = chance.randrange(5)
        if way == 0:
            harmed[at] ^= 1 << chance.randrange(8)
        elif way == 1:
            harmed[at] = chance.choice((0, 1, 0x7F, 0x80, 0xFF))
        elif way == 2:
            harmed[at:at] = harmed[at : at + length]
        elif way == 3 and len(harmed) > 64:
            del harmed[at : at + length]
        elif len(harmed) > 64:
            del harmed[max(32, at) :]
    return bytes(harmed)


def _picture(kind: str) -> bytes:
    pixels = np.random.default_rng(1).integers(0, 256, (8, 8, 3), dtype=np.uint8)
    stream = io.BytesIO()
    Image.fromarray(pixels).resize((_EDGE_PX, _EDGE_PX)).save(stream, kind)
    return stream.getvalue()
