"""Whether a network is as sure as it is right, and one temperature that makes it so."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from winnow.domain.judgement import Bin, Reliability

Probabilities = npt.NDArray[np.float32]
Indices = npt.NDArray[np.int64]

_COLDEST, _HOTTEST = 0.05, 20.0
_LEAST = 1e-7
"""Probabilities are kept this far from 0: single precision rounds away what is below, and its logarithm with it."""
_MANY = 500
_FEW_BINS, _MANY_BINS = 5, 10


@dataclass(frozen=True, slots=True)
class Temperature:
    """What logits are divided by; *is_vague*: there was no mistake to weigh sureness by, so it says little."""

    value: float
    is_vague: bool


def log_loss(truth: Indices, said: Probabilities) -> float:
    """Return the mean cross-entropy in nats of *said*, (n, classes), 0 for no rows."""
    if not len(truth):
        return 0.0
    likely = np.clip(said[np.arange(len(truth)), truth].astype(np.float64), _LEAST, 1.0)
    return float(-np.log(likely).mean())


def scaled(said: Probabilities, temperature: float) -> Probabilities:
    """Return *said*, (n, classes), as if the logits had been divided by *temperature*."""
    # The logarithm of a softmax is its logits but for a constant of each row, which the next softmax removes.
    logits = np.log(np.clip(said.astype(np.float64), _LEAST, 1.0)) / temperature
    powers = np.exp(logits - logits.max(1, keepdims=True))
    found: Probabilities = (powers / powers.sum(1, keepdims=True)).astype(np.float32)
    return found


def fitted_temperature(truth: Indices, said: Probabilities) -> Temperature:
    """Return the temperature of the least loss on a held-out part.

    Source: Guo et al. 2017, On Calibration of Modern Neural Networks, ICML, section 4.2.

    Args:
        truth: (n,) class indices, at least one.
        said: (n, classes) probabilities that the network gave them.
    """
    from scipy.optimize import minimize_scalar

    bounds = (float(np.log(_COLDEST)), float(np.log(_HOTTEST)))
    found = minimize_scalar(
        lambda power: log_loss(truth, scaled(said, float(np.exp(power)))), bounds=bounds, method="bounded"
    )
    at_end = min(abs(found.x - bounds[0]), abs(found.x - bounds[1])) < 0.01
    return Temperature(float(np.exp(found.x)), bool(at_end or (said.argmax(1) == truth).all()))


def reliability(truth: Indices, said: Probabilities) -> Reliability:
    """Return how sure and how right *said*, (n, classes), is in bins of equal width from 1 / classes to 1.

    Below that the likeliest class cannot be. Ten bins from 500 samples on,
    five for fewer: what a bin says is worth its samples only.
    """
    classes, count = said.shape[1], len(truth)
    bins = _MANY_BINS if count >= _MANY else _FEW_BINS
    edges = np.linspace(1 / classes, 1.0, bins + 1)
    sure, right = said.max(1, initial=0.0), said.argmax(1) == truth
    place = np.clip(np.searchsorted(edges, sure, side="right") - 1, 0, bins - 1)
    found, error = [], 0.0
    for at in range(bins):
        inside = place == at
        n = int(np.count_nonzero(inside))
        confidence = float(sure[inside].mean()) if n else 0.0
        accuracy = float(right[inside].mean()) if n else 0.0
        error += n * abs(confidence - accuracy)
        found.append(Bin(float(edges[at]), float(edges[at + 1]), n, confidence, accuracy))
    return Reliability(tuple(found), error / count if count else 0.0, log_loss(truth, said))
