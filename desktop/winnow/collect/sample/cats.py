"""Cats: pointed ears, slit pupils, whiskers, a long tail. One unit is about half a head's width."""

from __future__ import annotations

import numpy as np

from winnow.collect.sample.coats import INK, WHITE, Coat, Pattern, Pose
from winnow.collect.sample.pen import Pen, blend, mirror, smooth

_PINK = (226, 150, 150)
_EAR = ((-0.95, -0.25), (-0.88, -1.44), (-0.82, -1.45), (-0.18, -0.8))
_EAR_INNER = ((-0.82, -0.5), (-0.81, -1.24), (-0.78, -1.24), (-0.36, -0.78))
_HEAD = (
    (0, -0.88), (0.5, -0.82), (0.88, -0.4), (1.0, 0.12), (1.1, 0.42), (0.8, 0.58), (0.45, 0.8), (0, 0.88),
    (-0.45, 0.8), (-0.8, 0.58), (-1.1, 0.42), (-1.0, 0.12), (-0.88, -0.4), (-0.5, -0.82),
)  # fmt: skip


def cat_face(pen: Pen, coat: Coat, rng: np.random.Generator) -> None:
    """Draw a cat's head from the front, its middle at the origin."""
    dark_ends = coat.pattern is Pattern.POINTS
    ear = coat.mark if dark_ends else coat.shade
    for side in (list, mirror):
        pen.shape(side(_EAR), ear)
        pen.shape(side(_EAR_INNER), blend(_PINK, coat.shade, 0.35))
    pen.blob(_HEAD, coat.base)
    _face_marks(pen, coat)
    if dark_ends:
        pen.oval((0, 0.22), (0.55, 0.6), blend(coat.mark, coat.base, 0.25))
    for x in (-0.22, 0.22):
        pen.oval((x, 0.42), (0.3, 0.22), coat.light if not dark_ends else blend(coat.mark, WHITE, 0.2))
    pen.oval((0, 0.64), (0.2, 0.14), coat.light)
    _eyes(pen, coat, rng)
    pen.blob(((-0.15, 0.16), (0, 0.13), (0.15, 0.16), (0.05, 0.29), (0, 0.32), (-0.05, 0.29)), _PINK)
    for x in (-1.0, 1.0):
        pen.stroke(((0, 0.32), (0.03 * x, 0.46), (0.18 * x, 0.52), (0.32 * x, 0.46)), 0.035, INK)
        for rise in (-0.14, 0.0, 0.14):
            whisker = ((0.3 * x, 0.4 + rise * 0.3), (0.85 * x, 0.34 + rise), (1.45 * x, 0.4 + rise * 2))
            pen.stroke(whisker, 0.03, blend(WHITE, coat.base, 0.15), 0.01)


def _face_marks(pen: Pen, coat: Coat) -> None:
    with pen.inside(smooth(_HEAD)) as skin:
        if coat.pattern is Pattern.TABBY:
            for x in (-0.36, -0.12, 0.12, 0.36):
                skin.stroke(((x, -0.9), (x * 0.9, -0.7), (x * 0.75, -0.42)), 0.12, coat.mark, 0.04)
            for x in (-1.0, 1.0):
                for y in (0.0, 0.22, 0.42):
                    skin.stroke(((1.15 * x, y - 0.08), (0.85 * x, y), (0.62 * x, y + 0.06)), 0.1, coat.mark, 0.03)
        elif coat.pattern is Pattern.PATCHES:
            skin.oval((0.55, -0.45), (0.62, 0.62), coat.mark, 20)
            skin.oval((-0.7, -0.85), (0.5, 0.4), blend(coat.mark, (200, 120, 60), 0.5))
        elif coat.pattern is Pattern.BIB:
            skin.blob(((0, -0.55), (0.12, 0.0), (0.5, 0.5), (0.4, 1.0), (-0.4, 1.0), (-0.5, 0.5), (-0.12, 0.0)), WHITE)


def _eyes(pen: Pen, coat: Coat, rng: np.random.Generator) -> None:
    slit, look = rng.uniform(0.05, 0.12), rng.uniform(-0.04, 0.04)
    for x in (-1.0, 1.0):
        almond = (
            (0.17 * x, 0.06),
            (0.32 * x, -0.22),
            (0.52 * x, -0.24),
            (0.7 * x, -0.08),
            (0.52 * x, 0.09),
            (0.3 * x, 0.12),
        )
        outline = smooth(almond)
        pen.blob([(px * 1.0 + (px - 0.44 * x) * 0.18, py + (py + 0.05) * 0.2) for px, py in almond], INK)
        pen.blob(almond, coat.eye)
        with pen.inside(outline) as inner:
            inner.oval((0.44 * x + look, 0.02), (0.2, 0.14), blend(coat.eye, WHITE, 0.3))
            inner.oval((0.44 * x + look, -0.05), (slit, 0.2), (14, 12, 14))
            inner.oval((0.38 * x + look + 0.02, -0.13), (0.05, 0.05), WHITE)


def cat_portrait(pen: Pen, coat: Coat, rng: np.random.Generator) -> None:
    """Draw head and shoulders; the shoulders run out of the picture below."""
    pen.blob(((-0.7, 0.3), (-1.15, 1.3), (-1.5, 3.2), (1.5, 3.2), (1.15, 1.3), (0.7, 0.3)), coat.shade)
    pen.blob(((-0.5, 0.7), (-0.62, 1.6), (-0.3, 3.0), (0.3, 3.0), (0.62, 1.6), (0.5, 0.7)), coat.light)
    if coat.pattern is Pattern.TABBY:
        for x in (-1.0, 1.0):
            for y in (1.3, 1.75, 2.2):
                pen.stroke(((1.4 * x, y + 0.2), (1.0 * x, y), (0.7 * x, y + 0.05)), 0.14, coat.mark, 0.05)
    _collar(pen, coat, 0.98)
    cat_face(pen, coat, rng)


def cat_sitting(pen: Pen, coat: Coat, rng: np.random.Generator) -> None:
    """Draw a cat that sits and looks out of the picture; its paws stand at y = 3.3."""
    feet = coat.mark if coat.pattern is Pattern.POINTS else WHITE if coat.pattern is Pattern.BIB else coat.base
    tail = ((0.9, 3.0), (1.7, 3.15), (2.15, 2.7), (1.95, 2.1), (2.1, 1.6 + rng.uniform(-0.3, 0.2)))
    pen.stroke(tail, 0.36, coat.shade, 0.26)
    pen.blob(tuple(_BODY), coat.base)
    with pen.inside(smooth(_BODY)) as skin:
        skin.oval((0.95, 2.7), (0.7, 0.8), coat.shade, 15)
        skin.oval((-0.95, 2.7), (0.7, 0.8), coat.shade, -15)
        if coat.pattern is Pattern.TABBY:
            for x in (-1.0, 1.0):
                for y in (1.2, 1.65, 2.1, 2.55, 3.0):
                    skin.stroke(((1.5 * x, y - 0.1), (1.05 * x, y), (0.7 * x, y + 0.12)), 0.16, coat.mark, 0.05)
        if coat.pattern is Pattern.PATCHES:
            skin.oval((0.9, 1.6), (0.8, 0.7), coat.mark, 30)
            skin.oval((-1.0, 2.8), (0.5, 0.6), coat.mark)
        skin.oval((0, 1.35), (0.55, 0.8), coat.light)
    for x in (-0.36, 0.36):
        pen.blob(
            ((x - 0.27, 1.9), (x - 0.25, 3.05), (x - 0.32, 3.3), (x + 0.32, 3.3), (x + 0.25, 3.05), (x + 0.27, 1.9)),
            coat.base,
        )
        pen.oval((x, 3.2), (0.33, 0.17), feet)
        pen.stroke(((x - 0.1, 3.15), (x - 0.1, 3.3)), 0.03, INK)
        pen.stroke(((x + 0.1, 3.15), (x + 0.1, 3.3)), 0.03, INK)
    pen.stroke(((0, 2.1), (0, 3.1)), 0.05, coat.shade)
    _collar(pen, coat, 0.85)
    cat_face(pen, coat, rng)


_BODY = (
    (-0.6, 0.4),
    (-0.95, 1.4),
    (-1.4, 2.4),
    (-1.35, 3.1),
    (-0.8, 3.3),
    (0.8, 3.3),
    (1.35, 3.1),
    (1.4, 2.4),
    (0.95, 1.4),
    (0.6, 0.4),
)
_TORSO = (
    (-1.5, 0.0),
    (-1.75, 0.7),
    (-1.3, 1.25),
    (0, 1.2),
    (1.3, 1.3),
    (1.95, 0.9),
    (1.9, 0.1),
    (1.3, -0.25),
    (0, -0.1),
)


def cat_walking(pen: Pen, coat: Coat, rng: np.random.Generator) -> None:
    """Draw a cat that walks to the left, its tail up; its paws stand at y = 2.4."""
    feet = coat.mark if coat.pattern is Pattern.POINTS else WHITE if coat.pattern is Pattern.BIB else coat.base
    sway = rng.uniform(-0.3, 0.3)
    tail = ((1.75, 0.3), (2.4, 0.0), (2.65, -0.8), (2.5, -1.6), (2.85 + sway, -2.1))
    pen.stroke(tail, 0.34, coat.mark if coat.pattern is Pattern.POINTS else coat.base, 0.24)
    step = rng.uniform(0.1, 0.35)
    for x, lean, colour in (
        (-0.9, step, coat.shade),
        (1.2, -step, coat.shade),
        (-1.35, -step, coat.base),
        (1.6, step, coat.base),
    ):
        pen.stroke(((x, 0.8), (x + lean * 0.4, 1.6), (x + lean, 2.25)), 0.46, colour, 0.32)
        pen.oval((x + lean - 0.1, 2.27), (0.27, 0.15), feet if colour == coat.base else blend(feet, coat.shade, 0.4))
    pen.blob(_TORSO, coat.base)
    with pen.inside(smooth(_TORSO)) as skin:
        skin.oval((0.1, 1.35), (1.7, 0.32), coat.light)
        if coat.pattern is Pattern.TABBY:
            for x in np.arange(-1.2, 1.9, 0.45):
                skin.stroke(((x, -0.4), (x + 0.1, 0.2), (x + 0.02, 0.8)), 0.18, coat.mark, 0.05)
        if coat.pattern is Pattern.PATCHES:
            skin.oval((0.9, 0.2), (0.75, 0.6), coat.mark, 10)
            skin.oval((-0.6, -0.1), (0.4, 0.4), coat.mark)
    head = pen.moved((-1.95, -0.35), 0.86, rng.uniform(-8, 8))
    _collar(head, coat, 0.8)
    cat_face(head, coat, rng)


def _collar(pen: Pen, coat: Coat, y: float) -> None:
    if coat.collar:
        pen.stroke(((-0.62, y - 0.12), (0, y + 0.08), (0.62, y - 0.12)), 0.16, coat.collar)
        pen.oval((0, y + 0.2), (0.11, 0.12), (232, 196, 84))


CAT_HEIGHTS: dict[Pose, tuple[float, float]] = {
    cat_portrait: (-1.5, 1.5),
    cat_sitting: (-1.5, 3.4),
    cat_walking: (-2.2, 2.45),
}
"""Each pose, and from where to where it reaches, top and bottom."""
