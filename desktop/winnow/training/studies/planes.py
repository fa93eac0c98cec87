"""A plane through the solutions of several restarts, and where things lie on it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch

from winnow.domain.study import Plane
from winnow.training.studies.landscape import Landscape

_MARGIN = 0.25
_TINY = 1e-9

Points = list[tuple[float, float]]


@dataclass(frozen=True, slots=True, eq=False)
class CutPlane:
    """*directions* from *origin*, orthogonal; a step of 1 along either is equally long."""

    origin: torch.Tensor
    directions: tuple[torch.Tensor, torch.Tensor]

    def at(self, point: torch.Tensor) -> tuple[float, float]:
        """Return where *point* lies when it is projected."""
        away = point - self.origin
        x, y = (float(away @ one / (one @ one)) for one in self.directions)
        return x, y

    def off(self, point: torch.Tensor) -> float:
        """Return the distance of *point* from the plane over that from the origin."""
        away = point - self.origin
        x, y = self.at(point)
        left = away - x * self.directions[0] - y * self.directions[1]
        length = float(away.norm())
        return float(left.norm()) / length if length > _TINY else 0.0


def plane_of(
    kind: Plane, landscape: Landscape, solutions: list[torch.Tensor], path: list[torch.Tensor], seed: int
) -> CutPlane:
    """Return the plane of *kind* at the first of *solutions*; *path* leads to that one."""
    origin = solutions[0]
    random = [landscape.normalised(one, origin) for one in random_directions(landscape.parameters, seed)]
    if kind is Plane.RANDOM:
        return CutPlane(origin, _right_angled(random[0], random[1]))
    others = solutions[1:] if kind is Plane.RESTARTS else path[:-1]
    away = torch.stack([one - origin for one in others]) if others else torch.zeros(1, len(origin))
    first, second = principal(away, random)
    # 1 is the typical distance of what is shown.
    unit = max(_TINY, float((away.norm(dim=1) ** 2).mean().sqrt()))
    return CutPlane(origin, (first * unit, second * unit))


def random_directions(parameters: int, seed: int) -> tuple[torch.Tensor, torch.Tensor]:
    """Return two directions drawn from a normal distribution."""
    source = torch.Generator().manual_seed(seed)
    return torch.randn(parameters, generator=source), torch.randn(parameters, generator=source)


def principal(away: torch.Tensor, instead: list[torch.Tensor]) -> tuple[torch.Tensor, torch.Tensor]:
    """Return the two unit vectors that most of the rows of *away* lies along; *instead* is used for what is missing.

    By the rows' products with each other: there are few, and each is long.
    """
    values, vectors = torch.linalg.eigh((away @ away.T).double())
    found: list[torch.Tensor] = []
    for at in range(len(values) - 1, -1, -1):
        if len(found) < 2 and float(values[at]) > _TINY * max(1.0, float(values[-1])):
            one = away.T @ vectors[:, at].float()
            found.append(one / one.norm())
    for one in instead:
        if len(found) < 2:
            left = one - sum((one @ other) * other for other in found)
            found.append(left / left.norm().clamp_min(_TINY))
    return found[0], found[1]


def _right_angled(first: torch.Tensor, second: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    second = second - (second @ first) / (first @ first).clamp_min(_TINY) * first
    return first, second * (first.norm() / second.norm().clamp_min(_TINY))


def axes(shown: Points, points: int) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Return the positions of a grid around all of *shown* (with the origin), equally long on both sides."""
    places = np.array([(0.0, 0.0), *shown])
    low, high = places.min(0), places.max(0)
    middle, half = (low + high) / 2, max(1.0, float((high - low).max()) / 2) * (1 + _MARGIN)
    # The origin is one of the grid's points, so that its loss is the solution's own.
    xs, ys = (_with_zero(np.linspace(one - half, one + half, points)) for one in middle)
    return xs, ys


def _with_zero(row: np.ndarray[tuple[int], np.dtype[np.float64]]) -> tuple[float, ...]:
    moved = row - row[int(np.abs(row).argmin())]
    return tuple(float(one) for one in moved)
