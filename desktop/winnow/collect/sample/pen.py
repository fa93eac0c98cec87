"""Drawing with smooth shapes in an animal's own units, wherever it stands and however it is turned."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageDraw

Rgb = tuple[int, int, int]
Point = tuple[float, float]
Points = Sequence[Point]


class Pen:
    """Draws on an RGBA sheet; one unit is *scale* pixels, the origin lies at *at*, x grows to the right, y down."""

    def __init__(self, sheet: Image.Image, at: Point, scale: float, tilt: float = 0.0, mirrored: bool = False) -> None:
        """*tilt* is in degrees, clockwise; *mirrored* turns left and right round before that."""
        self.sheet = sheet
        self.scale = scale
        cos, sin = math.cos(math.radians(tilt)), math.sin(math.radians(tilt))
        side = -1.0 if mirrored else 1.0
        self._matrix = scale * np.array([[side * cos, side * sin], [-sin, cos]])
        self._at = np.array(at)
        self._place = (at, scale, tilt, mirrored)
        self._draw = ImageDraw.Draw(sheet)

    def moved(self, to: Point, scale: float = 1.0, tilt: float = 0.0) -> Pen:
        """Return a pen whose origin lies at *to* of this one, its units *scale* times as large, turned by *tilt*."""
        _, unit, before, mirrored = self._place
        x, y = self._pixels([to])[0]
        return Pen(self.sheet, (x, y), unit * scale, before + (-tilt if mirrored else tilt), mirrored)

    def blob(self, points: Points, colour: Rgb) -> None:
        """Fill the smooth closed curve through *points*."""
        self._fill(_closed(np.asarray(points, float)), colour)

    def shape(self, points: Points, colour: Rgb) -> None:
        """Fill the polygon of *points*, corners and all."""
        self._fill(np.asarray(points, float), colour)

    def oval(self, at: Point, radii: Point, colour: Rgb, turn: float = 0.0) -> None:
        """Fill an ellipse, turned clockwise by *turn* degrees."""
        self._fill(ring(at, radii, turn), colour)

    def stroke(self, points: Points, width: float, colour: Rgb, end_width: float | None = None) -> None:
        """Draw a smooth line with round ends through *points*, *width* units thick, tapering to *end_width*."""
        line = self.pixels_of(_open(np.asarray(points, float)))
        thick = np.linspace(width, width if end_width is None else end_width, len(line)) * self.scale
        for here, there, across in zip(line, line[1:], thick, strict=False):
            self._draw.line((*here, *there), fill=(*colour, 255), width=max(1, round(across)))
        if width * self.scale >= 3:
            for (x, y), r in zip(line, thick / 2, strict=True):
                self._draw.ellipse((x - r, y - r, x + r, y + r), fill=(*colour, 255))

    def inside(self, outline: npt.NDArray[np.float64]) -> Inside:
        """Draw within *outline* only: ``with pen.inside(outline) as clipped: clipped.oval(...)``."""
        return Inside(self, outline)

    def again_on(self, sheet: Image.Image) -> Pen:
        """Return the same pen on another sheet."""
        return Pen(sheet, *self._place)

    def pixels_of(self, points: npt.NDArray[np.float64]) -> list[Point]:
        """Return *points*, (n, 2) in units, as pixels of the sheet."""
        return [(float(x), float(y)) for x, y in self._pixels(points)]

    def _pixels(self, points: npt.ArrayLike) -> npt.NDArray[np.float64]:
        turned: npt.NDArray[np.float64] = np.asarray(points, float) @ self._matrix.T
        turned += self._at
        return turned

    def _fill(self, points: npt.NDArray[np.float64], colour: Rgb) -> None:
        self._draw.polygon(self.pixels_of(points), fill=(*colour, 255))


class Inside:
    """A stencil: what is drawn within the ``with`` block shows only inside the outline."""

    def __init__(self, pen: Pen, outline: npt.NDArray[np.float64]) -> None:
        self._pen = pen
        self._stencil = Image.new("L", pen.sheet.size)
        ImageDraw.Draw(self._stencil).polygon(pen.pixels_of(outline), fill=255)
        self._copy = pen.sheet.copy()

    def __enter__(self) -> Pen:
        return self._pen.again_on(self._copy)

    def __exit__(self, *_error: object) -> None:
        self._pen.sheet.paste(self._copy, (0, 0), self._stencil)


def ring(at: Point, radii: Point, turn: float = 0.0, count: int = 40) -> npt.NDArray[np.float64]:
    """Return *count* points of an ellipse, (count, 2)."""
    angle = np.linspace(0, 2 * np.pi, count, endpoint=False)
    x, y = radii[0] * np.cos(angle), radii[1] * np.sin(angle)
    cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    return np.stack([at[0] + x * cos - y * sin, at[1] + x * sin + y * cos], axis=1)


def smooth(points: Points) -> npt.NDArray[np.float64]:
    """Return the smooth closed curve through *points*, as `Pen.blob` fills it."""
    return _closed(np.asarray(points, float))


def mirror(points: Points) -> list[Point]:
    """Return *points* on the other side of the y axis."""
    return [(-x, y) for x, y in points]


def blend(one: Rgb, other: Rgb, share: float) -> Rgb:
    """Return the colour *share* of the way from *one* to *other*."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue


def _closed(points: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    return _catmull_rom(np.concatenate([points[-1:], points, points[:2]]))


def _open(points: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    return _catmull_rom(np.concatenate([points[:1], points, points[-1:]]), steps=14)


def _catmull_rom(points: npt.NDArray[np.float64], steps: int = 10) -> npt.NDArray[np.float64]:
    """Return the uniform Catmull-Rom spline through all but the first and last of *points* (Catmull, Rom 1974)."""
    t = np.linspace(0, 1, steps)[:, None]
    before, here, there, after = (points[i : len(points) - 3 + i, None] for i in range(4))
    curve = 0.5 * (
        2 * here
        + (there - before) * t
        + (2 * before - 5 * here + 4 * there - after) * t**2
        + (3 * here - before - 3 * there + after) * t**3
    )
    flat: npt.NDArray[np.float64] = curve.reshape(-1, 2)
    return flat
