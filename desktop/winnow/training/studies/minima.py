"""Solutions of several restarts, what lies between them, and how steep it is around them."""

from __future__ import annotations

import time
from collections.abc import Generator
from dataclasses import replace
from statistics import fmean, stdev

import numpy as np
import torch

from winnow.base.outcomes import Progress, Tick
from winnow.domain.minima import MinimaFound, Restart, Slice, Surface, barrier
from winnow.domain.recipe import RecipeKind
from winnow.domain.study import MinimaSettings
from winnow.training.spec import TrainingSpec
from winnow.training.studies.heads import TICK_S, HeadEpoch, HeadSet, flat, learned, new_head
from winnow.training.studies.inputs import head_set_of
from winnow.training.studies.landscape import HeadLandscape, Landscape, sharpness
from winnow.training.studies.planes import CutPlane, axes, plane_of, random_directions
from winnow.training.studies.restarts import Solution, learned_from, network_solutions
from winnow.training.studies.trials import Each, in_turn
from winnow.training.torch_setup import use_threads

_SLICE_FROM, _SLICE_TO = -0.5, 1.5
_ITERATIONS = 20


def look_at_minima(spec: TrainingSpec, settings: MinimaSettings, each: Each = in_turn) -> Generator[object, None, None]:
    """Train the restarts and look around them; yield `Progress` in "steps", "minima", "points"; last `MinimaFound`."""
    use_threads()
    if settings.recipe.kind is RecipeKind.QUICK:
        data = yield from head_set_of(spec)
        yield from looked_at(data, settings)
        return
    few = learned_from(spec, settings)
    landscape, solutions = yield from network_solutions(few, settings, each)
    for event in around(landscape, solutions, settings, head_only=False):
        learned_of = (len(few.train), len(spec.train))
        yield replace(event, learned=learned_of) if isinstance(event, MinimaFound) else event


def looked_at(data: HeadSet, settings: MinimaSettings) -> Generator[object, None, None]:
    """Do `look_at_minima` for a head on features that are there; each restart begins at a place of its own."""
    solutions = []
    for number in range(settings.count):
        seed = settings.recipe.seed + number
        head = new_head(data.inputs.shape[1], data.classes, start_seed=seed)
        path = [flat(head)]
        for event in learned(head, data, settings.recipe, seed):
            if isinstance(event, HeadEpoch):
                path.append(event.flat)
            yield Tick()
        solutions.append(Solution(seed, path[-1], tuple(path)))
        yield Progress(number + 1, settings.count, "restarts")
    yield from around(HeadLandscape(data), solutions, settings, head_only=True)


def around(
    landscape: Landscape, solutions: list[Solution], settings: MinimaSettings, head_only: bool
) -> Generator[object, None, None]:
    """Look around *solutions*; yield `Progress` in "minima", then in "points", at last `MinimaFound`."""
    path = list(solutions[0].path)
    plane = plane_of(settings.plane, landscape, [one.point for one in solutions], path, settings.recipe.seed)
    restarts = []
    for one in solutions:
        restarts.append((yield from _restart(landscape, one, plane)))
        yield Progress(len(restarts), len(solutions), "minima")
    slices = []
    for other in solutions[1:]:
        slices.append((yield from _between(landscape, solutions[0], other, settings.points)))
    slices.append((yield from random_slice(landscape, solutions[0].point, settings.points, settings.recipe.seed)))
    surface = yield from _surface(landscape, plane, restarts, path, settings.points)
    accuracies = [one.valid_accuracy for one in restarts]
    yield MinimaFound(
        restarts=tuple(restarts),
        surface=surface,
        slices=tuple(slices),
        head_only=head_only,
        parameters=landscape.parameters,
        train_samples=landscape.samples[0],
        valid_samples=landscape.samples[1],
        curvature_samples=landscape.curvature_samples,
        mean_accuracy=fmean(accuracies),
        sd_accuracy=stdev(accuracies),
        stands_in=settings.stands_in,
    )


def _restart(landscape: Landscape, solution: Solution, plane: CutPlane) -> Generator[object, None, Restart]:
    losses = yield from landscape.losses(solution.point, (), torch.zeros(1, 0))
    right = yield from landscape.right(solution.point)
    gradient = yield from landscape.gradient(solution.point)
    steepest = yield from sharpness(landscape, solution.point, solution.seed, _ITERATIONS)
    train, valid = losses[0].tolist()
    return Restart(
        seed=solution.seed,
        train_loss=train,
        valid_loss=valid,
        valid_accuracy=right / landscape.samples[1],
        right=right,
        sharpness=steepest,
        gradient_norm=float(gradient.norm()),
        at=plane.at(solution.point),
        off_plane=plane.off(solution.point),
    )


def _between(landscape: Landscape, one: Solution, other: Solution, points: int) -> Generator[object, None, Slice]:
    positions = np.unique(np.concatenate([np.linspace(_SLICE_FROM, _SLICE_TO, points).round(9), [0.0, 1.0]]))
    at = torch.from_numpy(positions)[:, None]
    losses = (yield from _paced(landscape, one.point, (other.point - one.point,), at)).numpy()
    return Slice(
        f"{one.seed}-{other.seed}",
        _row(positions),
        _row(losses[:, 0]),
        _row(losses[:, 1]),
        barrier(positions, losses[:, 0]),
        barrier(positions, losses[:, 1]),
    )


def random_slice(landscape: Landscape, point: torch.Tensor, points: int, seed: int) -> Generator[object, None, Slice]:
    """Return the loss from −1 to 1 along a random direction, normalised by filter; *point* is at 0."""
    direction = landscape.normalised(random_directions(landscape.parameters, seed)[0], point)
    positions = np.arange(-(points // 2), points // 2 + 1) / (points // 2)
    losses = (yield from _paced(landscape, point, (direction,), torch.from_numpy(positions)[:, None])).numpy()
    return Slice("random", _row(positions), _row(losses[:, 0]), _row(losses[:, 1]))


def _surface(
    landscape: Landscape, plane: CutPlane, restarts: list[Restart], path: list[torch.Tensor], points: int
) -> Generator[object, None, Surface]:
    way = [plane.at(one) for one in path]
    xs, ys = axes([one.at for one in restarts] + way, points)
    at = torch.tensor([(x, y) for y in ys for x in xs], dtype=torch.float64)
    losses = (yield from _paced(landscape, plane.origin, plane.directions, at)).view(points, points, 2).numpy()
    train, valid = (tuple(_row(row) for row in losses[:, :, part]) for part in (0, 1))
    return Surface(xs, ys, train, valid, tuple(way), _explained(plane, path))


def _explained(plane: CutPlane, path: list[torch.Tensor]) -> float:
    """Return the share of the squared distances along *path* that lies in *plane*."""
    away = [float((one - plane.origin).norm()) ** 2 for one in path]
    off = [(plane.off(one) ** 2) * length for one, length in zip(path, away, strict=True)]
    return 1 - sum(off) / sum(away) if sum(away) else 0.0


def _paced(
    landscape: Landscape, origin: torch.Tensor, directions: tuple[torch.Tensor, ...], at: torch.Tensor
) -> Generator[object, None, torch.Tensor]:
    """Return the losses of `Landscape.losses`, telling now and then how far they are."""
    found, told = [], time.monotonic()
    for done, some in enumerate(torch.split(at, max(1, len(at) // 41)), start=1):
        found.append((yield from landscape.losses(origin, directions, some)))
        if time.monotonic() - told > TICK_S:
            told = time.monotonic()
            yield Progress(min(len(at), done * len(some)), len(at), "points")
    return torch.cat(found)


def _row(numbers: np.ndarray[tuple[int], np.dtype[np.float64]]) -> tuple[float, ...]:
    return tuple(float(one) for one in numbers)
