"""G1 to G4: from a file's bytes to a small picture."""

from __future__ import annotations

import importlib
import io
import math
from collections.abc import Callable, Iterator

import corpus
import simplejpeg
from figures import Figure, Found, Note, Skipped, in_ms, medians
from PIL import Image

from winnow.vision import decode, thumbnail
from winnow.vision.decoders import DecoderPool
from winnow.vision.framing import shrunk

_EDGE = thumbnail.SHORTER_PX
_WANTED = math.ceil(_EDGE * 1.5)
Make = Callable[[bytes], object]


def jpeg() -> Iterator[Found]:
    """G1, G2: JPEG against the same decoder on uncut data, and against Pillow."""
    images = corpus.pictures(10)
    progressive = corpus.encoded(images, "JPEG", quality=90, progressive=True)
    baseline = corpus.encoded(images, "JPEG", quality=90)
    yield Note(corpus.described("progressive JPEGs", progressive))
    took = _times(progressive, {"winnow": _ours, "uncut": _uncut, "pillow": _pillow_box})
    yield Note(in_ms(took, len(images)))
    yield Figure("G1", "progressive JPEG against the same decoder uncut", took["uncut"] / took["winnow"], 1.8)
    yield Figure("G1", "progressive JPEG against Pillow thumbnail(box, gap=1)", took["pillow"] / took["winnow"], 1.7)
    yield Note(corpus.described("baseline JPEGs", baseline))
    took = _times(baseline, {"winnow": _ours, "simplejpeg": _uncut})
    yield Note(in_ms(took, len(images)))
    yield Figure("G1", "baseline JPEG against plain simplejpeg", took["simplejpeg"] / took["winnow"], 0.95)
    mixed = progressive[:4] + baseline[4:]
    took = _times(mixed, {"winnow": _ours, "pillow, whole": _pillow_whole}, rounds=3)
    yield Note(f"4 progressive, 6 baseline: {in_ms(took, len(mixed))}")
    yield Figure("G2", "mixed JPEG against Pillow whole + Lanczos", took["pillow, whole"] / took["winnow"], 4.5)


def other_formats() -> Iterator[Found]:
    """G3: PNG and WebP against pyvips and torchvision, where these are installed."""
    images = corpus.pictures(4)
    for name, files in (
        ("PNG", corpus.encoded(images, "PNG", compress_level=6)),
        ("WebP", corpus.encoded(images, "WEBP", quality=85)),
    ):
        yield Note(corpus.described(f"{name} files", files))
        variants = {"winnow": _ours}
        for library, load in (("pyvips", _pyvips), ("torchvision", _torchvision)):
            try:
                make = load()
                make(files[0])
            except (ImportError, RuntimeError) as error:
                yield Skipped("G3", f"{name} against {library}", f"it cannot be used: {str(error).splitlines()[0]}")
            else:
                variants[library] = make
        if len(variants) == 1:
            continue
        took = _times(files, variants, rounds=3)
        yield Note(in_ms(took, len(files)))
        best = min(took[library] for library in variants if library != "winnow")
        yield Figure("G3", f"{name} against the best of the others", best / took["winnow"], 0.75)


def workers() -> Iterator[Found]:
    """G4: the ingest pass in two worker processes against one."""
    images = corpus.pictures(10)
    files = corpus.encoded(images[:5], "JPEG", quality=90, progressive=True)
    files = (files + corpus.encoded(images[5:], "JPEG", quality=90)) * 3
    yield Note(corpus.described("JPEGs, half of them progressive", files))
    pools = {"one": DecoderPool(1), "two": DecoderPool(2)}
    try:
        took = medians({name: lambda pool=pool: _ingested(pool, files) for name, pool in pools.items()}, rounds=3)
    finally:
        for pool in pools.values():
            pool.close()
    yield Note(in_ms(took, len(files)))
    yield Figure("G4", "two workers against one in the ingest pass", took["one"] / took["two"], 1.5)


def _ingested(pool: DecoderPool, files: list[bytes]) -> None:
    items = [(at, f"{at}.jpg", lambda data=data: data) for at, data in enumerate(files)]
    for _, result in pool.examine_many(items):
        if isinstance(result, Exception):
            raise result


def _times(files: list[bytes], variants: dict[str, Make], rounds: int = 5) -> dict[str, float]:
    """Return the sum over *files* of the median seconds of each variant; they take turns file by file."""
    total = dict.fromkeys(variants, 0.0)
    for data in files:
        took = medians({name: lambda make=make, data=data: make(data) for name, make in variants.items()}, rounds)
        for name, seconds in took.items():
            total[name] += seconds
    return total


def _ours(data: bytes) -> object:
    return shrunk(decode.load_reduced(data, _WANTED)[0], thumbnail.SHORTER_PX, thumbnail.LONGER_PX)


def _uncut(data: bytes) -> object:
    height, width = simplejpeg.decode_jpeg_header(data)[:2]
    eighths = math.ceil(_WANTED * 8 / min(width, height))
    size = {"min_height": math.ceil(height * eighths / 8), "min_width": math.ceil(width * eighths / 8)}
    return shrunk(simplejpeg.decode_jpeg(data, "RGB", **size), thumbnail.SHORTER_PX, thumbnail.LONGER_PX)


def _small_size(image: Image.Image) -> tuple[int, int]:
    factor = _EDGE / min(image.size)
    return round(image.width * factor), round(image.height * factor)


def _pillow_box(data: bytes) -> object:
    image = Image.open(io.BytesIO(data))
    image.thumbnail(_small_size(image), Image.Resampling.BOX, reducing_gap=1)
    return image.convert("RGB")


def _pillow_whole(data: bytes) -> object:
    image = Image.open(io.BytesIO(data)).convert("RGB")
    return image.resize(_small_size(image), Image.Resampling.LANCZOS)


def _pyvips() -> Make:
    vips = importlib.import_module("pyvips")
    return lambda data: vips.Image.thumbnail_buffer(data, 10 * _EDGE, height=_EDGE).numpy()


def _torchvision() -> Make:
    import torch
    from torchvision.io import ImageReadMode, decode_image
    from torchvision.transforms.v2 import functional

    torch.set_num_threads(1)

    def make(data: bytes) -> object:
        whole = decode_image(torch.frombuffer(bytearray(data), dtype=torch.uint8), ImageReadMode.RGB)
        return functional.resize(whole, [_EDGE], antialias=True)

    return make
