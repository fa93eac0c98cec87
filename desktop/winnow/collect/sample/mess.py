"""What a real crawl brings home besides good pictures: made on purpose, as bytes of a file."""

from __future__ import annotations

import io

import numpy as np
from PIL import Image, ImageDraw, ImageFont, ImageOps

from winnow.collect.sample.pen import Pen, Rgb

WEB_PAGE = b"<!DOCTYPE html>\n<html><head><title>404</title></head><body><h1>Not found</h1></body></html>\n"
"""What many servers send for a picture that they no longer have, with status 200."""

_GROUNDS: tuple[Rgb, ...] = ((226, 60, 70), (44, 96, 150), (40, 120, 84), (236, 180, 60), (90, 70, 130))
_STRIPS = ((728, 90), (970, 90), (728, 45))
_SAYINGS = (
    "Home is where\nsomebody waits\nat the door.",
    "Monday.\nI am not getting up.",
    "Lost: one ball.\nFound: four shoes.",
    "Whoever said that\nsleep is for the weak\nnever met us.",
)


def encode(picture: Image.Image, suffix: str, is_turned: bool) -> bytes:
    """Encode *picture* for a file that ends in *suffix*; *is_turned* stores it lying, to be set upright by its EXIF."""
    if suffix == ".png":
        return _saved(picture, "PNG", compress_level=1)
    if suffix == ".webp":
        return _saved(picture, "WEBP", quality=82, method=0)
    if is_turned:
        exif = Image.Exif()
        exif[0x0112] = 6  # Orientation: turn clockwise by 90 degrees to see it upright
        return _saved(picture.transpose(Image.Transpose.ROTATE_90), "JPEG", quality=88, exif=exif)
    return _saved(picture, "JPEG", quality=88)


def cut_off(content: bytes) -> bytes:
    """Return the first three fifths of a file."""
    return content[: len(content) * 3 // 5]


def near_copy(content: bytes, how: str) -> bytes:
    """Return a picture again as JPEG, by *how*: "smaller", "recompressed" or "mirrored"."""
    picture = _opened(content)
    if how == "smaller":
        picture = picture.resize((max(100, picture.width * 7 // 10), max(100, picture.height * 7 // 10)))
    elif how == "mirrored":
        picture = ImageOps.mirror(picture)
    return _saved(picture, "JPEG", quality={"smaller": 85, "recompressed": 38}.get(how, 88))


def reduced(content: bytes, longest_px: int) -> bytes:
    """Return a picture as the JPEG that a page would show of it in small."""
    picture = _opened(content)
    picture.thumbnail((longest_px, longest_px))
    return _saved(picture, "JPEG", quality=80)


def icon(drawing: Image.Image) -> bytes:
    """Return a PNG of 24 x 24 pixels."""
    return _saved(drawing.resize((24, 24)), "PNG")


def animation(drawing: Image.Image) -> bytes:
    """Return a GIF of two frames."""
    first = drawing.resize((220, 180))
    rest = [ImageOps.mirror(first)]
    return _saved(first, "GIF", save_all=True, append_images=rest, duration=200, loop=0)


def for_print(drawing: Image.Image) -> bytes:
    """Return a JPEG in the four colours of a press."""
    return _saved(drawing.convert("CMYK"), "JPEG", quality=88)


def sixteen_bit(drawing: Image.Image) -> bytes:
    """Return a grey PNG of 16 bits a pixel."""
    return _saved(Image.fromarray(np.asarray(drawing.convert("L"), np.uint16) * 257), "PNG")


def banner(rng: np.random.Generator) -> bytes:
    """Return an advertisement as PNG, 8 to 16 times as wide as high."""
    size = _STRIPS[rng.integers(len(_STRIPS))]
    width, height = size
    picture = Image.new("RGB", size, _ground(rng))
    pen = ImageDraw.Draw(picture)
    pen.rectangle((4, 4, width - 5, height - 5), outline=(255, 255, 255), width=2)
    words = f"SALE  everything for pets  -{rng.integers(2, 8) * 10} %"
    middle = (width // 2, height // 2)
    pen.text(middle, words, (255, 250, 200), ImageFont.load_default(min(height // 2, 36)), anchor="mm")
    return _saved(picture, "PNG")


def logo(rng: np.random.Generator) -> bytes:
    """Return a paw in a disc, as PNG with a transparent ground."""
    picture = Image.new("RGBA", (200, 200))
    pen = Pen(picture, (100, 100), 90, float(rng.normal(0, 8)))
    pen.oval((0, 0), (1, 1), _ground(rng))
    pen.oval((0, 0.3), (0.42, 0.34), (255, 255, 255))
    for x, y in ((-0.52, -0.12), (-0.2, -0.46), (0.2, -0.46), (0.52, -0.12)):
        pen.oval((x, y), (0.15, 0.2), (255, 255, 255), x * 30)
    return _saved(picture, "PNG")


def card(rng: np.random.Generator) -> bytes:
    """Return words on a coloured card, as PNG."""
    picture = Image.new("RGB", (600, 420), _ground(rng))
    words = _SAYINGS[rng.integers(len(_SAYINGS))]
    pen = ImageDraw.Draw(picture)
    pen.multiline_text(
        (300, 210), words, (255, 255, 255), ImageFont.load_default(44), anchor="mm", align="center", spacing=16
    )
    return _saved(picture, "PNG")


def _ground(rng: np.random.Generator) -> Rgb:
    """Return a strong colour, of so many that two pictures on it are not the same by chance."""
    red, green, blue = (
        int(value) for value in np.clip(_GROUNDS[rng.integers(len(_GROUNDS))] + rng.integers(-24, 25, 3), 0, 255)
    )
    return red, green, blue


def _opened(content: bytes) -> Image.Image:
    """Return the upright picture of a file that was drawn here."""
    with Image.open(io.BytesIO(content)) as opened:
        return ImageOps.exif_transpose(opened).convert("RGB")


def _saved(picture: Image.Image, name: str, **options: object) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, name, **options)
    return buffer.getvalue()
