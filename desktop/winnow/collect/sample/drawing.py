"""One picture: an animal in a place, in some light."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageDraw, ImageFilter

from winnow.base.errors import ContractError
from winnow.collect.sample.cats import CAT_HEIGHTS, cat_portrait, cat_walking
from winnow.collect.sample.coats import Coat, Pose, choose_coat
from winnow.collect.sample.dogs import DOG_HEIGHTS, dog_portrait, dog_walking
from winnow.collect.sample.pen import Pen
from winnow.collect.sample.scenery import noise, scenery

KINDS = ("cat", "dog")

_POSES: dict[str, dict[Pose, tuple[float, float]]] = {"cat": CAT_HEIGHTS, "dog": DOG_HEIGHTS}

_WIDEST_SHEET_PX = 900


def draw(kind: str, rng: np.random.Generator, size: tuple[int, int] = (480, 400)) -> Image.Image:
    """Draw one animal.

    Args:
        kind: One of `KINDS`.
        rng: All chance comes from it: the same state gives the same picture.
        size: (width, height) in pixels.

    Returns:
        An RGB picture of *size*.

    Raises:
        ContractError: *kind* is not one of `KINDS`.
    """
    if kind not in KINDS:
        raise ContractError(f"'{kind}' is not one of {', '.join(KINDS)}")
    enlarge = min(2.0, _WIDEST_SHEET_PX / max(size))
    sheet = (max(64, round(size[0] * enlarge)), max(64, round(size[1] * enlarge)))
    place = scenery(sheet, rng)
    animal = Image.new("RGBA", sheet)
    poses = _POSES[kind]
    pose = list(poses)[rng.choice(len(poses), p=(0.54, 0.36, 0.1))]
    _stand(pose, poses[pose], animal, place, choose_coat(kind, rng), rng)
    picture = _lit(place, animal, rng).resize(size, Image.Resampling.LANCZOS)
    return _photographed(picture, rng)


def _stand(
    pose: Pose,
    reach: tuple[float, float],
    animal: Image.Image,
    place: Image.Image,
    coat: Coat,
    rng: np.random.Generator,
) -> None:
    """Draw *pose* on *animal* where there is room for it, and its shadow on *place*."""
    width, height = animal.size
    top, bottom = reach
    portrait = pose in (cat_portrait, dog_portrait)
    units_wide = 3.0 if portrait else 6.0
    room = min(height / (bottom - top), width / units_wide)
    scale = room * rng.uniform(0.8, 1.1 if portrait else 0.96)
    mirrored = bool(rng.random() < 0.5)
    x = width * rng.uniform(0.45, 0.55)
    if pose in (cat_walking, dog_walking):
        x += (-0.4 if mirrored else 0.4) * scale
    if portrait:
        y = height * rng.uniform(0.48, 0.58)
    else:
        y = min(height * rng.uniform(0.88, 0.97), height * 0.5 + scale * (bottom - top) * 0.55) - bottom * scale
        _cast_shadow(place, (x, y + bottom * scale), scale, rng)
    tilt = rng.normal(0, 5 if portrait else 1.5)
    pose(Pen(animal, (x, y), scale, tilt, mirrored), coat, rng)


def _cast_shadow(place: Image.Image, foot: tuple[float, float], scale: float, rng: np.random.Generator) -> None:
    width, height = place.size
    shadow = Image.new("L", (width // 4, height // 4))
    x, y, reach = foot[0] / 4, foot[1] / 4, scale / 4
    oval = (x - 2.1 * reach, y - 0.32 * reach, x + 2.1 * reach, y + 0.22 * reach)
    ImageDraw.Draw(shadow).ellipse(oval, fill=int(rng.integers(90, 160)))
    soft = shadow.filter(ImageFilter.GaussianBlur(reach * 0.16)).resize(place.size)
    place.paste((22, 18, 24), (0, 0, width, height), soft)


def _lit(place: Image.Image, animal: Image.Image, rng: np.random.Generator) -> Image.Image:
    """Lay *animal* over *place*, its fur textured, round in the light of one side."""
    cover = animal.getchannel("A")
    width, height = animal.size
    small = cover.resize((width // 4, height // 4), Image.Resampling.BOX)
    soft = np.asarray(small.filter(ImageFilter.GaussianBlur(width / 70)).resize(animal.size), np.float32) / 255
    aside = np.clip(np.arange(width) + rng.choice((-1, 1)) * width // 40, 0, width - 1)
    below = np.clip(np.arange(height) + height // 45, 0, height - 1)
    fall = soft - soft[np.ix_(below, aside)]
    light = 0.72 + 0.3 * soft - 0.5 * np.clip(fall, -0.5, 0.5)
    fur = 0.055 * noise((width, height), 2.2, rng) + 0.035 * noise((width, height), 7, rng)
    body = np.asarray(animal, np.float32)[..., :3] * (light + fur)[..., None]
    lit = Image.fromarray(np.clip(body, 0, 255).astype(np.uint8))
    return Image.composite(lit, place, cover.filter(ImageFilter.GaussianBlur(0.7)))


def _photographed(picture: Image.Image, rng: np.random.Generator) -> Image.Image:
    """Give *picture* an exposure, a white balance, corners in shadow and the grain of a sensor."""
    pixels = np.asarray(picture, np.float32)
    height, width = pixels.shape[:2]
    warmth = rng.normal(0, 0.03)
    gain = rng.uniform(0.82, 1.12) * np.array([1 + warmth, 1.0, 1 - warmth], np.float32)
    grain = rng.standard_normal((min(height, 256), min(width, 256), 1), np.float32) * rng.uniform(1, 4)
    tiled = np.tile(grain, (-(-height // grain.shape[0]), -(-width // grain.shape[1]), 1))[:height, :width]
    lit = pixels * gain * _corners(width, height, rng) + tiled
    return Image.fromarray(np.clip(lit, 0, 255).astype(np.uint8))


def _corners(width: int, height: int, rng: np.random.Generator) -> npt.NDArray[np.float32]:
    across = np.linspace(-1, 1, width, dtype=np.float32)[None, :] ** 2
    down = np.linspace(-1, 1, height, dtype=np.float32)[:, None] ** 2
    depth = np.float32(rng.uniform(0.0, 0.14))
    return (1 - depth * (across + down))[..., None]
