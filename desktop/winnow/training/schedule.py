"""Learning rates over steps and over layers, as pure functions."""

from __future__ import annotations

import math
from collections.abc import Sequence

from winnow.domain.recipe import Recipe, Schedule

_START = 1 / 25
_END = 1e-5
_DROP = 0.1
_DEPTH_RATIO = 100.0


def share_of_peak(recipe: Recipe, step: int, epochs: int, steps_per_epoch: int, losses: Sequence[float]) -> float:
    """Return the share of the peak rate at *step* (from 0) of a phase of *epochs*.

    Args:
        recipe: Says which schedule, and its choices.
        step: Counted within the phase.
        epochs: The phase's length.
        steps_per_epoch: Batches in one.
        losses: The phase's valid losses so far, which PLATEAU goes by.
    """
    steps = epochs * steps_per_epoch
    if recipe.schedule is Schedule.ONE_CYCLE:
        return one_cycle(step, steps, recipe.warm_up)
    if recipe.schedule is Schedule.COSINE:
        return warmed_cosine(step, steps, recipe.warm_up)
    if recipe.schedule is Schedule.STEP:
        return _DROP ** (step // (recipe.period() * steps_per_epoch))
    if recipe.schedule is Schedule.RESTARTS:
        period = recipe.period() * steps_per_epoch
        # The last cycle may be cut short by the end of the run; then it is as long as what is left.
        length = min(period, steps - step // period * period)
        return _cosine(1.0, _END, step % period / max(1, length - 1))
    if recipe.schedule is Schedule.PLATEAU:
        return _DROP ** drops(losses, recipe.plateau_epochs)
    return 1.0


def one_cycle(step: int, steps: int, warm_up: float) -> float:
    """Return the share of the peak rate at *step* (from 0) of *steps*.

    It rises along a cosine from 1/25 over the share *warm_up* of the steps,
    then falls along a cosine to 1e-5. Source: Smith 2018 (arXiv 1803.09820)
    in fastai's form, ``fit_one_cycle``.
    """
    rising = max(0, min(steps - 1, round(warm_up * steps)))
    if step < rising:
        return _cosine(_START, 1.0, step / rising)
    return _cosine(1.0, _END, (step - rising) / max(1, steps - 1 - rising))


def warmed_cosine(step: int, steps: int, warm_up: float) -> float:
    """Return the share of the peak rate at *step* (from 0) of *steps*: evenly up, then down along a cosine.

    Source: Loshchilov and Hutter 2017 (arXiv 1608.03983) without restarts; Goyal et al. 2017 (arXiv 1706.02677)
    for the warm-up.
    """
    rising = max(0, min(steps - 1, round(warm_up * steps)))
    if step < rising:
        return (step + 1) / (rising + 1)
    return _cosine(1.0, _END, (step - rising) / max(1, steps - 1 - rising))


def drops(losses: Sequence[float], patience: int) -> int:
    """Count how often *losses* had not fallen for *patience* epochs, counted anew after each time."""
    count, best, since = 0, math.inf, 0
    for loss in losses:
        if loss < best:
            best, since = loss, 0
            continue
        since += 1
        if since >= patience:
            count, since = count + 1, 0
    return count


def by_depth(rate: float, layers: int) -> list[float]:
    """Return the peak rates of *layers* groups: *rate* for the last, falling geometrically to a 100th for the first.

    Source: fastai's ``fine_tune``, ``lr_mult=100``.
    """
    return [rate * _DEPTH_RATIO ** ((at + 1 - layers) / max(1, layers - 1)) for at in range(layers)]


def _cosine(start: float, end: float, share: float) -> float:
    return end + (start - end) * (1 + math.cos(math.pi * share)) / 2
