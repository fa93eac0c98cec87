"""The fits side by side on one project's frames: what each costs, and how well a quick test tells classes apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from winnow.domain.fit import Fit, FitCost, FitMode, cost
from winnow.domain.proportion import wilson

_ROUNDING = 1e-9


@dataclass(frozen=True, slots=True)
class PolicyCost:
    """What one policy does to all frames: the mean cost, the worst distortion, and how many it enlarges."""

    mode: FitMode
    mean: FitCost
    worst_distortion: float
    enlarged: int
    frames: int


@dataclass(frozen=True, slots=True)
class PolicyScore:
    """How many of *n* frames were told right under one policy, each by a classifier that had not seen its group."""

    mode: FitMode
    right: int
    n: int

    @property
    def accuracy(self) -> float:
        """The share that was right; 0 where there was nothing."""
        return self.right / self.n if self.n else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """95 % Wilson interval of the accuracy."""
        return wilson(self.right, self.n)


def costs(sizes: Sequence[tuple[int, int]], like: Fit, min_area: float = 0.5) -> tuple[PolicyCost, ...]:
    """Return what each policy does to frames of *sizes*, (width, height), at the input size of *like*."""
    often = Counter(sizes)
    return tuple(_policy(often, replace(like, mode=mode), min_area) for mode in FitMode)


def _policy(often: Counter[tuple[int, int]], how: Fit, min_area: float) -> PolicyCost:
    total = sum(often.values())
    found = [(cost(width, height, how, min_area), count) for (width, height), count in often.items()]

    def mean(values: Sequence[float]) -> float:
        return sum(value * count for value, (_one, count) in zip(values, found, strict=True)) / max(1, total)

    return PolicyCost(
        how.mode,
        FitCost(
            mean([one.lost for one, _count in found]),
            mean([one.padded for one, _count in found]),
            mean([one.distortion for one, _count in found]),
            mean([one.scale for one, _count in found]),
        ),
        max((one.distortion for one, _count in found), default=1.0),
        sum(count for one, count in found if one.scale > 1 + _ROUNDING),
        total,
    )


def distinguishable(scores: Sequence[PolicyScore]) -> bool:
    """Say whether the best score's interval lies above that of the worst: else so few frames show no difference."""
    if len(scores) < 2:
        return False
    ordered = sorted(scores, key=lambda one: one.accuracy)
    return ordered[-1].interval[0] > ordered[0].interval[1]
