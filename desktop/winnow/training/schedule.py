"""Learning rates over steps and over layers, as pure functions."""

from __future__ import annotations

import math

_START = 1 / 25
_END = 1e-5
_DEPTH_RATIO = 100.0


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


def by_depth(rate: float, layers: int) -> list[float]:
    """Return the peak rates of *layers* groups: *rate* for the last, falling geometrically to a 100th for the first.

    Source: fastai's ``fine_tune``, ``lr_mult=100``.
    """
    return [rate * _DEPTH_RATIO ** ((at + 1 - layers) / max(1, layers - 1)) for at in range(layers)]


def _cosine(start: float, end: float, share: float) -> float:
    return end + (start - end) * (1 + math.cos(math.pi * share)) / 2
