"""What a real crawl brings home besides good pictures, planted on purpose and counted."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFont, ImageOps


@dataclass(frozen=True, slots=True)
class Plan:
    """How many files of each sort a sample of some size has; what is good adds up to the rest."""

    exact_duplicates: int
    near_duplicates: int
    truncated: int
    not_an_image: int
    tiny: int
    animated: int
    cmyk: int
    sixteen_bit: int
    banner: int

    @property
    def extra(self) -> int:
        """Files that are not a drawing of their own."""
        return (
            self.exact_duplicates + self.near_duplicates + self.truncated + self.not_an_image + self.tiny
            + self.animated + self.cmyk + self.sixteen_bit + self.banner
        )  # fmt: skip


def plan_for(n: int) -> Plan:
    """Return what a sample of *n* files has; below 30 files nothing is planted."""
    if n < 30:
        return Plan(0, 0, 0, 0, 0, 0, 0, 0, 0)
    return Plan(
        exact_duplicates=max(1, n // 60),
        near_duplicates=max(3, n // 40),
        truncated=max(1, n // 120),
        not_an_image=1,
        tiny=1,
        animated=1,
        cmyk=1,
        sixteen_bit=1,
        banner=1,
    )


def spoil(files: list[Path], odd: dict[str, Image.Image], plan: Plan, rng: np.random.Generator) -> Iterator[Path]:
    """Write what *plan* asks for beside *files*, and yield each path once it is there.

    Args:
        files: Good pictures that copies are made of; at least as many as there are copies.
        odd: Drawings for the files of rare formats, by the name of their field in `Plan`.
        plan: How many of what.
        rng: Which pictures are copied.
    """
    copies = plan.exact_duplicates + plan.near_duplicates + plan.truncated
    chosen = [files[i] for i in rng.choice(len(files), copies, replace=False)]
    for number in range(plan.exact_duplicates):
        original = chosen.pop()
        yield _write(original.with_name(f"copy-{number + 1}{original.suffix}"), original.read_bytes())
    for number in range(plan.near_duplicates):
        yield _near_duplicate(chosen.pop(), number)
    for number in range(plan.truncated):
        original = chosen.pop()
        cut = original.read_bytes()
        yield _write(original.with_name(f"cut-off-{number + 1}{original.suffix}"), cut[: len(cut) * 3 // 5])
    yield from _oddities(files[0].parent, odd, plan)


def _near_duplicate(original: Path, number: int) -> Path:
    """Write *original* rescaled, recompressed or mirrored, by turns."""
    with Image.open(original) as opened:
        picture = ImageOps.exif_transpose(opened).convert("RGB")
    name, quality = ("smaller", "recompressed", "mirrored")[number % 3], (85, 38, 88)[number % 3]
    if name == "smaller":
        picture = picture.resize((max(100, picture.width * 7 // 10), max(100, picture.height * 7 // 10)))
    elif name == "mirrored":
        picture = ImageOps.mirror(picture)
    target = original.with_name(f"{name}-{number + 1}.jpg")
    picture.save(target, quality=quality)
    return target


def _oddities(folder: Path, odd: dict[str, Image.Image], plan: Plan) -> Iterator[Path]:
    if plan.not_an_image:
        page = b"<!DOCTYPE html>\n<html><head><title>404</title></head><body><h1>Not found</h1></body></html>\n"
        yield _write(folder / "not-found.jpg", page)
    if plan.tiny:
        odd["tiny"].resize((24, 24)).save(folder / "icon.png")
        yield folder / "icon.png"
    if plan.animated:
        first = odd["animated"]
        frames = [first.resize((220, 180)), ImageOps.mirror(first.resize((220, 180)))]
        frames[0].save(folder / "moving.gif", save_all=True, append_images=frames[1:], duration=200, loop=0)
        yield folder / "moving.gif"
    if plan.cmyk:
        odd["cmyk"].convert("CMYK").save(folder / "for-print.jpg", quality=88)
        yield folder / "for-print.jpg"
    if plan.sixteen_bit:
        grey = np.asarray(odd["sixteen_bit"].convert("L"), np.uint16) * 257
        Image.fromarray(grey).save(folder / "sixteen-bit.png")
        yield folder / "sixteen-bit.png"
    if plan.banner:
        yield _banner(folder / "banner.png")


def _banner(target: Path) -> Path:
    picture = Image.new("RGB", (728, 120), (226, 60, 70))
    pen = ImageDraw.Draw(picture)
    pen.rectangle((8, 8, 719, 111), outline=(255, 255, 255), width=3)
    pen.text((364, 60), "SALE  everything for pets  -50 %", (255, 250, 200), ImageFont.load_default(36), anchor="mm")
    picture.save(target)
    return target


def _write(target: Path, data: bytes) -> Path:
    target.write_bytes(data)
    return target


def encode(picture: Image.Image, suffix: str, turned: bool) -> bytes:
    """Encode *picture* for a file that ends in *suffix*; *turned* stores it lying, to be set upright by its EXIF."""
    buffer = io.BytesIO()
    if suffix == ".png":
        picture.save(buffer, "PNG", compress_level=1)
    elif suffix == ".webp":
        picture.save(buffer, "WEBP", quality=82, method=0)
    elif turned:
        exif = Image.Exif()
        exif[0x0112] = 6  # Orientation: turn clockwise by 90 degrees to see it upright
        picture.transpose(Image.Transpose.ROTATE_90).save(buffer, "JPEG", quality=88, exif=exif)
    else:
        picture.save(buffer, "JPEG", quality=88)
    return buffer.getvalue()
