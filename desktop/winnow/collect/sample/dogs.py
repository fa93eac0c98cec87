"""Dogs: hanging ears, a long muzzle with a large nose, often the tongue out. One unit is about half a head's width."""

from __future__ import annotations

import numpy as np

from winnow.collect.sample.coats import INK, WHITE, Coat, Pattern, Pose
from winnow.collect.sample.pen import Pen, blend, mirror, smooth

_TONGUE = (222, 106, 116)
_FLOPPY = ((-0.55, -0.9), (-1.0, -0.78), (-1.32, -0.1), (-1.3, 0.65), (-1.02, 0.85), (-0.8, 0.4), (-0.72, -0.2))
_LONG = ((-0.5, -0.85), (-0.95, -0.75), (-1.3, 0.1), (-1.38, 1.1), (-1.1, 1.45), (-0.82, 1.0), (-0.7, -0.1))
_TIPPED = ((-0.85, -0.35), (-0.98, -1.05), (-0.75, -1.2), (-1.25, -0.72), (-1.3, -0.5), (-0.9, -0.75), (-0.3, -0.9))
_HEAD = (
    (0, -1.0), (0.5, -0.92), (0.82, -0.5), (0.84, 0.0), (0.68, 0.5), (0.5, 0.95), (0, 1.1),
    (-0.5, 0.95), (-0.68, 0.5), (-0.84, 0.0), (-0.82, -0.5), (-0.5, -0.92),
)  # fmt: skip


def dog_face(pen: Pen, coat: Coat, rng: np.random.Generator) -> None:
    """Draw a dog's head from the front, its middle at the origin."""
    ear = coat.mark if coat.pattern in (Pattern.PATCHES, Pattern.PLAIN) else coat.shade
    shape = (_FLOPPY, _LONG, _TIPPED)[rng.choice(3, p=(0.5, 0.35, 0.15))]
    if shape is _TIPPED:
        _ears(pen, shape, blend(ear, INK, 0.15))
    pen.blob(_HEAD, coat.base)
    _face_marks(pen, coat)
    if shape is not _TIPPED:
        _ears(pen, shape, ear)
    if rng.random() < 0.55:
        pen.blob(((-0.26, 0.75), (-0.3, 1.05), (0, 1.2), (0.3, 1.05), (0.26, 0.75)), (92, 40, 44))
        pen.blob(((-0.19, 0.85), (-0.2, 1.25), (0, 1.45), (0.2, 1.25), (0.19, 0.85)), _TONGUE)
        pen.stroke(((0, 0.9), (0, 1.25)), 0.03, blend(_TONGUE, INK, 0.3))
    muzzle = coat.mark if coat.pattern is Pattern.POINTS else coat.light
    pen.blob(
        (
            (-0.3, 0.08),
            (-0.5, 0.45),
            (-0.5, 0.78),
            (-0.2, 0.9),
            (0, 0.8),
            (0.2, 0.9),
            (0.5, 0.78),
            (0.5, 0.45),
            (0.3, 0.08),
        ),
        muzzle,
    )
    pen.blob(((-0.26, 0.18), (0, 0.1), (0.26, 0.18), (0.2, 0.38), (0, 0.46), (-0.2, 0.38)), (26, 22, 24))
    pen.oval((-0.07, 0.19), (0.09, 0.035), (128, 122, 126))
    for x in (-1.0, 1.0):
        pen.stroke(((0, 0.46), (0.02 * x, 0.72), (0.22 * x, 0.84), (0.42 * x, 0.72)), 0.045, INK)
        for dot in ((0.24, 0.55), (0.34, 0.62), (0.26, 0.67)):
            pen.oval((dot[0] * x, dot[1]), (0.018, 0.018), blend(muzzle, INK, 0.6))
    _eyes(pen, coat, rng)


def _ears(pen: Pen, shape: tuple[tuple[float, float], ...], colour: tuple[int, int, int]) -> None:
    for side in (list, mirror):
        pen.blob(side(shape), blend(colour, INK, 0.18))
        pen.blob([(x * 0.97 + 0.0, y * 0.95 - 0.03) for x, y in side(shape)], colour)


def _face_marks(pen: Pen, coat: Coat) -> None:
    with pen.inside(smooth(_HEAD)) as skin:
        if coat.pattern is Pattern.PATCHES:
            skin.oval((0.42, -0.28), (0.45, 0.58), coat.mark, 10)
        elif coat.pattern is Pattern.BIB:
            skin.blob(((0, -1.0), (0.14, -0.4), (0.2, 0.1), (0.6, 1.2), (-0.6, 1.2), (-0.2, 0.1), (-0.14, -0.4)), WHITE)
        elif coat.pattern is Pattern.POINTS:
            for x in (-0.36, 0.36):
                skin.oval((x, -0.5), (0.14, 0.09), coat.mark)
        else:
            skin.oval((0, -0.2), (0.16, 0.55), blend(coat.base, coat.light, 0.4))


def _eyes(pen: Pen, coat: Coat, rng: np.random.Generator) -> None:
    look = rng.uniform(-0.03, 0.03)
    for x in (-0.38, 0.38):
        pen.oval((x, -0.17), (0.19, 0.17), blend(coat.base, INK, 0.5))
        pen.oval((x, -0.16), (0.155, 0.15), coat.eye)
        pen.oval((x + look, -0.16), (0.09, 0.095), (12, 10, 10))
        pen.oval((x - 0.05 + look, -0.22), (0.045, 0.045), WHITE)
        lid = 1 if x > 0 else -1
        pen.stroke(((x - 0.17 * lid, -0.3), (x, -0.37), (x + 0.2 * lid, -0.28)), 0.05, blend(coat.base, INK, 0.4))


def dog_portrait(pen: Pen, coat: Coat, rng: np.random.Generator) -> None:
    """Draw head and shoulders; the shoulders run out of the picture below."""
    pen.blob(((-0.6, 0.2), (-1.25, 1.4), (-1.7, 3.2), (1.7, 3.2), (1.25, 1.4), (0.6, 0.2)), coat.shade)
    pen.blob(((-0.5, 0.7), (-0.75, 1.7), (-0.4, 3.0), (0.4, 3.0), (0.75, 1.7), (0.5, 0.7)), coat.light)
    _collar(pen, coat, 1.28)
    dog_face(pen, coat, rng)


_BODY = (
    (-0.6, 0.4),
    (-1.15, 1.3),
    (-1.3, 2.4),
    (-1.5, 3.2),
    (-0.9, 3.5),
    (0.9, 3.5),
    (1.5, 3.2),
    (1.3, 2.4),
    (1.15, 1.3),
    (0.6, 0.4),
)


def dog_sitting(pen: Pen, coat: Coat, rng: np.random.Generator) -> None:
    """Draw a dog that sits and looks out of the picture; its paws stand at y = 3.5."""
    feet = WHITE if coat.pattern is Pattern.BIB else coat.mark if coat.pattern is Pattern.POINTS else coat.base
    wag = rng.uniform(-0.2, 0.3)
    pen.stroke(((1.0, 3.1), (1.7, 2.9), (2.1, 2.3 - wag)), 0.38, coat.shade, 0.16)
    pen.blob(_BODY, coat.base)
    with pen.inside(smooth(_BODY)) as skin:
        for x in (-1.0, 1.0):
            skin.oval((1.15 * x, 3.0), (0.62, 0.75), coat.shade, 10 * x)
        if coat.pattern is Pattern.PATCHES:
            skin.oval((-0.95, 1.7), (0.7, 0.75), coat.mark, -20)
        skin.blob(((-0.4, 0.7), (-0.65, 1.5), (-0.3, 2.4), (0.3, 2.4), (0.65, 1.5), (0.4, 0.7)), coat.light)
    for x in (-0.5, 0.5):
        pen.blob(
            ((x - 0.34, 1.7), (x - 0.3, 3.1), (x - 0.38, 3.5), (x + 0.38, 3.5), (x + 0.3, 3.1), (x + 0.34, 1.7)),
            coat.base,
        )
        pen.oval((x, 3.38), (0.42, 0.2), feet)
        for toe in (-0.14, 0.14):
            pen.stroke(((x + toe, 3.32), (x + toe, 3.52)), 0.04, INK)
    pen.stroke(((0, 2.2), (0, 3.2)), 0.06, coat.shade)
    _collar(pen, coat, 1.15)
    dog_face(pen, coat, rng)


_TORSO = (
    (-1.7, -0.3),
    (-1.95, 0.5),
    (-1.6, 1.15),
    (-0.6, 1.3),
    (0.6, 0.95),
    (1.4, 1.05),
    (1.9, 0.7),
    (1.85, -0.1),
    (1.2, -0.4),
    (-0.4, -0.35),
)
_PROFILE = (
    (0.5, -0.95),
    (0.9, -0.4),
    (0.7, 0.5),
    (0.1, 0.75),
    (-0.6, 0.62),
    (-1.3, 0.6),
    (-1.42, 0.2),
    (-1.25, -0.05),
    (-0.55, -0.2),
    (-0.3, -0.75),
)


def dog_walking(pen: Pen, coat: Coat, rng: np.random.Generator) -> None:
    """Draw a dog that walks to the left, and mostly looks out of the picture; its paws stand at y = 2.7."""
    feet = WHITE if coat.pattern is Pattern.BIB else coat.mark if coat.pattern is Pattern.POINTS else coat.base
    wag = rng.uniform(-0.3, 0.4)
    pen.stroke(((1.75, 0.1), (2.3, -0.35), (2.6, -0.95 - wag)), 0.36, coat.base, 0.14)
    step = rng.uniform(0.1, 0.4)
    for x, lean, colour in (
        (-1.0, step, coat.shade),
        (1.25, -step, coat.shade),
        (-1.5, -step, coat.base),
        (1.55, step, coat.base),
    ):
        pen.stroke(((x, 0.6), (x + lean * 0.4, 1.7), (x + lean, 2.55)), 0.58, colour, 0.36)
        pen.oval((x + lean - 0.14, 2.57), (0.34, 0.16), feet if colour == coat.base else blend(feet, coat.shade, 0.4))
    pen.blob(((-2.4, -1.0), (-2.2, 0.0), (-1.7, 0.9), (-0.9, 0.4), (-1.1, -0.6), (-1.7, -1.3)), coat.base)
    pen.blob(_TORSO, coat.base)
    with pen.inside(smooth(_TORSO)) as skin:
        skin.oval((-0.3, 1.35), (1.6, 0.4), coat.light)
        if coat.pattern is Pattern.PATCHES:
            skin.oval((0.7, 0.1), (0.85, 0.6), coat.mark, 8)
        if coat.pattern is Pattern.POINTS:
            skin.oval((0.1, -0.4), (1.4, 0.55), blend(coat.base, INK, 0.35))
    if coat.collar:
        pen.stroke(((-2.3, -0.25), (-1.8, -0.05), (-1.25, -0.45)), 0.2, coat.collar)
    if rng.random() < 0.7:
        dog_face(pen.moved((-1.95, -0.85), 0.95, rng.uniform(-8, 8)), coat, rng)
    else:
        _profile(pen.moved((-2.15, -1.15), 0.9, rng.uniform(-12, 8)), coat, rng)


def _profile(pen: Pen, coat: Coat, rng: np.random.Generator) -> None:
    """Draw a dog's head that looks to the left."""
    if rng.random() < 0.5:
        pen.blob(((-0.95, 0.5), (-1.05, 0.95), (-0.9, 1.15), (-0.72, 0.95), (-0.7, 0.5)), _TONGUE)
    pen.blob(_PROFILE, coat.base)
    with pen.inside(smooth(_PROFILE)) as skin:
        muzzle = coat.mark if coat.pattern is Pattern.POINTS else coat.light
        skin.blob(((-0.5, -0.3), (-0.35, 0.2), (-0.5, 0.9), (-1.6, 0.9), (-1.6, -0.2)), muzzle)
        if coat.pattern is Pattern.PATCHES:
            skin.oval((-0.05, -0.3), (0.4, 0.45), coat.mark)
    pen.oval((-1.33, 0.03), (0.2, 0.17), (26, 22, 24))
    pen.oval((-1.38, -0.03), (0.06, 0.04), (128, 122, 126))
    pen.stroke(((-1.3, 0.42), (-0.9, 0.46), (-0.5, 0.36)), 0.045, INK)
    pen.oval((-0.3, -0.28), (0.16, 0.15), blend(coat.base, INK, 0.5))
    pen.oval((-0.32, -0.28), (0.11, 0.11), coat.eye)
    pen.oval((-0.34, -0.28), (0.06, 0.065), (12, 10, 10))
    pen.oval((-0.37, -0.32), (0.03, 0.03), WHITE)
    ear = coat.mark if coat.pattern in (Pattern.PATCHES, Pattern.PLAIN) else coat.shade
    long = rng.uniform(0.5, 1.0)
    hanging = (
        (0.1, -0.85),
        (0.65, -0.75),
        (0.85, 0.0),
        (0.7, 0.35 + 0.5 * long),
        (0.35, 0.4 + 0.45 * long),
        (0.2, 0.0),
    )
    pen.blob(hanging, blend(ear, INK, 0.18))
    pen.blob([(x * 0.94 + 0.02, y * 0.94 - 0.04) for x, y in hanging], ear)


def _collar(pen: Pen, coat: Coat, y: float) -> None:
    if coat.collar:
        pen.stroke(((-0.7, y - 0.18), (0, y + 0.1), (0.7, y - 0.18)), 0.2, coat.collar)
        pen.oval((0, y + 0.26), (0.13, 0.14), (232, 196, 84))


DOG_HEIGHTS: dict[Pose, tuple[float, float]] = {
    dog_portrait: (-1.3, 1.7),
    dog_sitting: (-1.3, 3.6),
    dog_walking: (-2.1, 2.8),
}
"""Each pose, and from where to where it reaches, top and bottom."""
