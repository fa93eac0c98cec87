"""What stands behind an animal: a room, a meadow, the sky, a plain wall."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageDraw, ImageFilter

from winnow.collect.sample.pen import Rgb, blend

Size = tuple[int, int]

_WALLS: tuple[Rgb, ...] = (
    (214, 202, 182),
    (176, 196, 200),
    (206, 180, 170),
    (150, 166, 148),
    (232, 226, 216),
    (120, 128, 150),
)
_WOODS: tuple[Rgb, ...] = ((156, 108, 70), (120, 84, 58), (190, 150, 108), (104, 98, 96))
_CLOTHS: tuple[Rgb, ...] = (
    (176, 66, 58),
    (62, 92, 134),
    (206, 164, 76),
    (92, 124, 96),
    (142, 116, 150),
    (226, 220, 210),
)
_GREENS: tuple[Rgb, ...] = ((98, 142, 62), (126, 158, 74), (72, 120, 66), (156, 160, 88))


def scenery(size: Size, rng: np.random.Generator) -> Image.Image:
    """Return an RGB picture of *size* to stand in front of, its ground in the lower third."""
    place = rng.choice(4, p=(0.34, 0.34, 0.16, 0.16))
    return (_indoors, _meadow, _sky, _plain)[place](size, rng)


def noise(size: Size, cell: float, rng: np.random.Generator) -> npt.NDArray[np.float32]:
    """Return smooth random values, (height, width) float32 of mean 0 and deviation 1, features *cell* pixels large."""
    width, height = size
    small = rng.standard_normal((max(2, round(height / cell)), max(2, round(width / cell))), np.float32)
    grown = Image.fromarray(small).resize(size, Image.Resampling.BICUBIC)
    return np.asarray(grown)


def _gradient(size: Size, top: Rgb, bottom: Rgb) -> Image.Image:
    strip = np.linspace(np.array(top, float), np.array(bottom, float), 64).astype(np.uint8)[:, None]
    return Image.fromarray(strip).resize(size, Image.Resampling.BILINEAR)


def _pick(colours: tuple[Rgb, ...], rng: np.random.Generator) -> Rgb:
    return colours[rng.integers(len(colours))]


def _far(picture: Image.Image, share: float) -> Image.Image:
    """Put *picture* out of focus: blurred at a quarter of its size, which costs a sixteenth."""
    width, height = picture.size
    small = picture.resize((max(8, width // 4), max(8, height // 4)), Image.Resampling.BOX)
    return small.filter(ImageFilter.GaussianBlur(share * width / 4)).resize(picture.size, Image.Resampling.BICUBIC)


def _indoors(size: Size, rng: np.random.Generator) -> Image.Image:
    width, height = size
    wall = _pick(_WALLS, rng)
    picture = _gradient(size, blend(wall, (255, 255, 255), 0.15), blend(wall, (60, 50, 50), 0.15))
    draw = ImageDraw.Draw(picture)
    floor = round(height * rng.uniform(0.62, 0.78))
    if rng.random() < 0.5:
        _window(draw, (round(width * rng.uniform(0.05, 0.6)), round(height * 0.06)), round(height * 0.42), rng)
    if rng.random() < 0.6:
        cloth, left = _pick(_CLOTHS, rng), round(width * rng.uniform(-0.2, 0.5))
        seat = (left, round(floor - height * 0.28), left + round(width * 0.6), floor + round(height * 0.08))
        draw.rounded_rectangle(seat, radius=round(height * 0.05), fill=cloth)
        draw.line(
            (left + width * 0.3, seat[1], left + width * 0.3, seat[3]), fill=blend(cloth, (0, 0, 0), 0.25), width=3
        )
    wood = _pick(_WOODS, rng)
    draw.rectangle((0, floor, width, height), fill=wood)
    for board in range(6):
        y = floor + round((height - floor) * (board / 6) ** 1.5)
        draw.line((0, y, width, y), fill=blend(wood, (20, 12, 8), 0.25), width=max(1, height // 250))
    if rng.random() < 0.5:
        rug = (round(width * 0.08), round(height * 0.8), round(width * 0.92), round(height * 1.05))
        draw.ellipse(rug, fill=_pick(_CLOTHS, rng))
    return _far(picture, rng.uniform(0.004, 0.02))


def _window(draw: ImageDraw.ImageDraw, at: tuple[int, int], edge: int, rng: np.random.Generator) -> None:
    left, top = at
    light: Rgb = _pick(((206, 226, 240), (250, 238, 206), (176, 204, 186)), rng)
    frame: Rgb = (240, 238, 232)
    draw.rectangle((left, top, left + edge, top + edge), fill=frame)
    gap, half = edge // 14, edge // 2
    for x in (left + gap, left + half + gap // 2):
        for y in (top + gap, top + half + gap // 2):
            draw.rectangle((x, y, x + half - gap * 3 // 2, y + half - gap * 3 // 2), fill=light)


def _meadow(size: Size, rng: np.random.Generator) -> Image.Image:
    width, height = size
    green = _pick(_GREENS, rng)
    horizon = round(height * rng.uniform(0.15, 0.55))
    picture = _gradient(size, (168, 200, 228), (226, 232, 226))
    draw = ImageDraw.Draw(picture)
    for _ in range(9):
        x, r = rng.uniform(-0.1, 1.1) * width, rng.uniform(0.08, 0.2) * height
        leaves = blend(_pick(_GREENS, rng), (30, 50, 30), rng.uniform(0.2, 0.5))
        draw.ellipse((x - r, horizon - r * 1.2, x + r, horizon + r * 0.6), fill=leaves)
    ground = _gradient((width, height - horizon), blend(green, (240, 240, 190), 0.2), blend(green, (20, 40, 10), 0.25))
    picture.paste(ground, (0, horizon))
    picture = _far(picture, rng.uniform(0.006, 0.02))
    draw = ImageDraw.Draw(picture)
    for depth in np.sort(rng.uniform(0, 1, 420)):
        y = horizon + (height - horizon) * (0.25 + 0.85 * depth)
        x, tall = rng.uniform(0, width), height * (0.015 + 0.05 * depth)
        blade = blend(green, (230, 236, 150) if rng.random() < 0.5 else (24, 52, 18), rng.uniform(0.1, 0.5))
        draw.line(
            (x, y, x + rng.uniform(-0.5, 0.5) * tall, y - tall),
            fill=blade,
            width=max(1, round(height * 0.004 * (0.5 + depth))),
        )
    for _ in range(rng.integers(0, 14)):
        x, y, r = rng.uniform(0, width), rng.uniform(horizon + (height - horizon) * 0.4, height), height * 0.009
        draw.ellipse((x - r, y - r, x + r, y + r), fill=_pick(((250, 246, 236), (244, 208, 70), (206, 120, 170)), rng))
    return picture


def _sky(size: Size, rng: np.random.Generator) -> Image.Image:
    width, height = size
    top, bottom = ((96, 150, 212), (206, 226, 240)) if rng.random() < 0.7 else ((232, 150, 110), (250, 220, 170))
    picture = _gradient(size, top, bottom)
    clouds = noise(size, width / 4, rng) + 0.5 * noise(size, width / 9, rng)
    cover = Image.fromarray((np.clip(clouds - 0.3, 0, 1) * 220).astype(np.uint8))
    picture.paste((250, 250, 250), (0, 0, width, height), cover)
    ground = round(height * rng.uniform(0.78, 0.88))
    sand = _pick(((206, 184, 142), (120, 150, 84), (170, 160, 150)), rng)
    picture.paste(_gradient((width, height - ground), sand, blend(sand, (40, 30, 20), 0.3)), (0, ground))
    return _far(picture, 0.004)


def _plain(size: Size, rng: np.random.Generator) -> Image.Image:
    colour = _pick((*_WALLS, *_CLOTHS, (245, 245, 245)), rng)
    return _gradient(size, blend(colour, (255, 255, 255), 0.2), blend(colour, (20, 20, 30), 0.18))
