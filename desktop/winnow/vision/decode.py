"""Untrusted bytes to pixels. Runs inside the sandboxed worker, see `winnow.vision.decoder`.

The training child calls `load_rgb` on originals that passed the worker before.
"""

from __future__ import annotations

import hashlib
import io
import math
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import PurePath

import numpy as np
import numpy.typing as npt
import simplejpeg

# Imported for their formats: the sandbox can open no module later.
from PIL import AvifImagePlugin, Image, QoiImagePlugin, TiffImagePlugin, WebPImagePlugin  # noqa: F401

from winnow.domain.frame import Frame
from winnow.domain.image import Flag, ImageFacts, Reason
from winnow.vision import progressive, thumbnail
from winnow.vision.container import Ending, ending, webp_size
from winnow.vision.framing import cut, resized, shrunk
from winnow.vision.hashing import dhash
from winnow.vision.quality import scores
from winnow.vision.refusal import DECODER_ERRORS, Limits, PictureRefused, refusal_of
from winnow.vision.sniff import EXTENSIONS, sniff
from winnow.vision.upright import orientation, rgb_of, srgb_of, turned_upright

Pixels = npt.NDArray[np.uint8]
Wanted = Callable[[int, int], int]
"""From a picture's width and height to the shorter side that is wanted, in pixels."""

_OVERSAMPLING = 1.5
"""Decoded larger than wanted by this: a scaled decode alone shows."""

_LIMITS = Limits()

# Pillow checks the frames inside a file by its own limit, which cannot be passed.
Image.MAX_IMAGE_PIXELS = _LIMITS.pixels


@dataclass(frozen=True, slots=True)
class Examined:
    """What the one decode of a picture gave: *thumbnail* is a JPEG of ours."""

    facts: ImageFacts
    thumbnail: bytes


@dataclass(frozen=True, slots=True)
class _Decoded:
    """*pixels* are upright and perhaps reduced; width and height are those of the upright original."""

    pixels: Pixels
    width: int
    height: int
    orientation: int
    flags: frozenset[Flag]

    @property
    def scale(self) -> float:
        return float(max(self.pixels.shape[:2]) / max(self.width, self.height))


def examine(data: bytes, name: str, limits: Limits = _LIMITS) -> Examined:
    """Decode *data* once, at the smallest scale that serves; *name* is the file's name, for its extension only.

    Raises:
        PictureRefused: why it cannot become a picture of the project.
    """
    with _refusing(name):
        limits.check_bytes(len(data))
        kind = sniff(data)
        decoded = _decoded(data, kind, limits, lambda _width, _height: _wanted_px(thumbnail.SHORTER_PX))
        limits.check_kept(decoded.width, decoded.height)
        small = shrunk(decoded.pixels, thumbnail.SHORTER_PX, thumbnail.LONGER_PX)
        flags = decoded.flags
        if PurePath(name).suffix.lower() not in EXTENSIONS[kind]:
            flags |= {Flag.WRONG_EXTENSION}
        facts = ImageFacts(
            sha256=hashlib.sha256(data).hexdigest(),
            format=kind,
            width=decoded.width,
            height=decoded.height,
            size_bytes=len(data),
            orientation=decoded.orientation,
            dhash=dhash(decoded.pixels),
            flags=flags,
            quality=scores(small, decoded.width, decoded.height),
        )
        return Examined(facts, thumbnail.encode(small))


def load_rgb(data: bytes) -> Pixels:
    """Return the whole picture, (H, W, 3) uint8, upright sRGB.

    Raises:
        PictureRefused: it is no picture that is opened, or is broken.
    """
    return load_reduced(data, None)[0]


def load_reduced(data: bytes, shorter_side: int | None) -> tuple[Pixels, float]:
    """Return the picture with its shorter side at least *shorter_side* (None: whole), and reduced / full size.

    A picture that is smaller than that comes whole; the shorter side is
    less than twice as long as was asked for wherever it was longer.

    Raises:
        PictureRefused: it is no picture that is opened, or is broken.
    """
    with _refusing():
        _LIMITS.check_bytes(len(data))
        wanted: Wanted | None = None if shorter_side is None else (lambda _width, _height: shorter_side)
        decoded = _decoded(data, sniff(data), _LIMITS, wanted)
    return decoded.pixels, decoded.scale


def frame_thumbnail(data: bytes, frame: Frame) -> bytes:
    """Return the thumbnail of what *frame*, in pixels of the upright original, cuts out of the picture.

    Raises:
        PictureRefused: it is no picture that is opened, or is broken.
    """
    factor = min(1.0, _wanted_px(thumbnail.SHORTER_PX) / min(frame.size))
    with _refusing():
        _LIMITS.check_bytes(len(data))
        decoded = _decoded(data, sniff(data), _LIMITS, lambda width, height: math.ceil(min(width, height) * factor))
        pixels, scale = decoded.pixels, decoded.scale
        if scale > factor:
            # Before the cut: a frame far larger than its picture would need gigabytes.
            size = max(1, round(decoded.width * factor)), max(1, round(decoded.height * factor))
            pixels, scale = resized(pixels, size), factor
        return thumbnail.encode(cut(pixels, frame.scaled(scale)))


def _wanted_px(shown_px: int) -> int:
    return math.ceil(shown_px * _OVERSAMPLING)


@contextmanager
def _refusing(name: str = "") -> Iterator[None]:
    """Turn whatever decoding raises into one refusal that names the file."""
    try:
        yield
    except DECODER_ERRORS as error:
        refusal = refusal_of(error)
        raise PictureRefused(refusal.reason, refusal.detail, name) from error
    except PictureRefused as refusal:
        raise PictureRefused(refusal.reason, refusal.detail, name) from refusal


@contextmanager
def _opened(data: bytes, kind: str) -> Iterator[Image.Image]:
    """Open *data* as *kind* and nothing else: Pillow would run Ghostscript on an EPS."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        with Image.open(io.BytesIO(data), formats=(kind.upper(),)) as picture:
            yield picture


def _decoded(data: bytes, kind: str, limits: Limits, wanted: Wanted | None) -> _Decoded:
    if kind == "jpeg":
        return _jpeg(data, limits, wanted)
    if kind == "webp":
        # Pillow makes room for the whole canvas before it tells the size.
        limits.check_size(*webp_size(data))
    with _opened(data, kind) as picture:
        limits.check_size(*picture.size)
        picture.load()
        turn = orientation(picture)
        width, height = picture.size
        colours = rgb_of(picture)
        moves = _is_animated(picture)
    end = ending(data, kind)
    if end is Ending.MISSING:
        raise PictureRefused(Reason.TRUNCATED, "the file ends before the picture does")
    factor = 1 if wanted is None else max(1, min(width, height) // max(1, wanted(width, height)))
    pixels = turned_upright(np.asarray(colours.reduce(factor) if factor > 1 else colours), turn)
    flags = {Flag.ANIMATED} if moves else set()
    if end is Ending.FOLLOWED:
        flags.add(Flag.TRAILING_DATA)
    return _facing(pixels, width, height, turn, frozenset(flags))


def _jpeg(data: bytes, limits: Limits, wanted: Wanted | None) -> _Decoded:
    with _opened(data, "jpeg") as picture:
        width, height = picture.size
        limits.check_size(width, height)
        built = progressive.structure(data)
        turn = orientation(picture)
        profile = picture.info.get("icc_profile")
        mode = picture.mode
    eighths = 8 if wanted is None else _eighths(min(width, height), wanted(width, height))
    whole = data[: built.end]
    pixels = None
    if mode in ("RGB", "L"):
        pixels = _by_turbo(progressive.cut(whole, built, eighths), width, height, eighths)
    # What turbo only warns of it refuses: Pillow judges by whether all lines came.
    pixels = _by_pillow(whole, width, height, eighths) if pixels is None else srgb_of(pixels, profile)
    # Several pictures in one file are normal where the format says so (MPO).
    followed = bool(data[built.end :].strip(b"\0\t\r\n ")) and b"MPF\0" not in data[:65536]
    flags = frozenset({Flag.TRAILING_DATA}) if followed else frozenset()
    return _facing(turned_upright(pixels, turn), width, height, turn, flags)


def _eighths(shorter: int, wanted: int) -> int:
    """Return the least n for which n / 8 of *shorter* is at least *wanted*, at most 8."""
    return next((n for n in range(1, 8) if math.ceil(shorter * n / 8) >= wanted), 8)


def _by_turbo(data: bytes, width: int, height: int, eighths: int) -> Pixels | None:
    """Decode at *eighths* / 8; None where turbo has any complaint."""
    size = {"min_width": math.ceil(width * eighths / 8), "min_height": math.ceil(height * eighths / 8)}
    try:
        pixels: Pixels = simplejpeg.decode_jpeg(data, "RGB", **size)
    except DECODER_ERRORS:
        return None
    return pixels


def _by_pillow(data: bytes, width: int, height: int, eighths: int) -> Pixels:
    with _opened(data, "jpeg") as picture:
        if eighths < 8:
            picture.draft(None, (math.ceil(width * eighths / 8), math.ceil(height * eighths / 8)))
        picture.load()
        return np.asarray(rgb_of(picture))


def _facing(pixels: Pixels, width: int, height: int, turn: int, flags: frozenset[Flag]) -> _Decoded:
    if turn >= 5:
        width, height = height, width
    return _Decoded(pixels, width, height, turn, flags)


def _is_animated(picture: Image.Image) -> bool:
    """Say whether there is a second frame. Of a GIF all frames are walked, undecoded: it tells if one is broken."""
    if picture.format == "GIF":
        return int(getattr(picture, "n_frames", 1)) > 1
    return bool(getattr(picture, "is_animated", False))
