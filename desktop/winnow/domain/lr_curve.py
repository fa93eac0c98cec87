"""Sweeps of the learning rate, and what can be read from them; pure, so that a window can smooth them otherwise."""

from __future__ import annotations

import enum
import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from winnow.base.counted import counted

Row = npt.NDArray[np.float64]

SMOOTHING = 0.03
"""Standard deviation of the smoothing, as a share of the sweep."""
FEWEST_BATCHES = 5
"""With fewer in an epoch a sweep shows the same few batches again and again, and finds what fits those."""
FEWEST_POINTS = 15
_FALL = 0.1
"""So much of its height at the start must the median fall; less is what smoothed batches do by chance."""
_AGREEMENT = 10.0
_LEVELS = 20
"""So many falls can be told from each other over the height of a curve."""


class Mark(enum.Enum):
    """A way to read a rate from a curve. Sources: fastai's ``valley``, ``steep`` and ``minimum``."""

    VALLEY = "valley"
    """In the middle of the longest fall."""
    STEEP = "steep"
    """Where the loss falls fastest over the logarithm of the rate."""
    MINIMUM = "minimum"
    """A tenth of where the loss is lowest."""


class NoRate(enum.Enum):
    """Why a sweep gives no number."""

    TOO_FEW_BATCHES = "too-few-batches"
    DIVERGED_EARLY = "diverged-early"
    """It was over before there was a curve."""
    NEVER_FELL = "never-fell"


@dataclass(frozen=True, slots=True)
class LrPoint:
    """While a sweep runs: the loss of one batch, before the step at this rate."""

    seed: int
    rate: float
    loss: float


@dataclass(frozen=True, slots=True)
class LrSweep:
    """One seed's sweep: parallel rates (ascending) and losses of single batches, in nats."""

    seed: int
    rates: tuple[float, ...]
    losses: tuple[float, ...]
    stopped_at: float | None
    """The rate at which it was too high; None: it reached its end."""


@dataclass(frozen=True, slots=True)
class LrMark:
    """What one reading gave: the median over the seeds, and their range."""

    mark: Mark
    rate: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class LrFound:
    """The sweeps and what is read from them; *rates*, *median*, *low* and *high* are parallel and smoothed."""

    sweeps: tuple[LrSweep, ...]
    rates: tuple[float, ...]
    median: tuple[float, ...]
    low: tuple[float, ...]
    high: tuple[float, ...]
    lowest: tuple[tuple[float, float], ...]
    """(loss, rate) where each sweep's smoothed loss is lowest."""
    marks: tuple[LrMark, ...]
    """Empty where there is no number."""
    why_none: NoRate | None
    classes: int
    batch_size: int
    batches: int
    """In an epoch."""

    @property
    def suggested(self) -> float | None:
        """The valley's rate, None where there is no number."""
        return next((mark.rate for mark in self.marks if mark.mark is Mark.VALLEY), None)

    @property
    def guessing_loss(self) -> float:
        """What a network loses that holds all classes for equally likely."""
        return math.log(self.classes)

    @property
    def disagreement(self) -> float:
        """The highest mark over the lowest; 1 where there are none."""
        rates = [mark.rate for mark in self.marks]
        return max(rates) / min(rates) if rates else 1.0

    @property
    def agrees(self) -> bool:
        """Whether the marks lie within one power of ten."""
        return self.disagreement <= _AGREEMENT

    def words(self) -> str:
        """Say what was found in a sentence or two."""
        if self.why_none is NoRate.TOO_FEW_BATCHES:
            return (
                f"Too few batches: an epoch has {self.batches} of {self.batch_size}, and a sweep needs at least "
                f"{FEWEST_BATCHES}. Choose a smaller batch or add pictures."
            )
        if self.why_none is NoRate.DIVERGED_EARLY:
            return "The loss ran away within the first steps. Start the sweep at a lower rate."
        if self.why_none is NoRate.NEVER_FELL or self.suggested is None:
            return "The loss never fell, at no rate. Look at the labels, or let the sweep reach further."
        valley = next(mark for mark in self.marks if mark.mark is Mark.VALLEY)
        seeds = counted(len(self.sweeps), "seed")
        said = f"{valley.rate:.2g}, the valley ({valley.low:.2g} to {valley.high:.2g} over {seeds})."
        others = ", ".join(f"{mark.mark.value} {mark.rate:.2g}" for mark in self.marks if mark is not valley)
        agrees = "within a power of ten" if self.agrees else f"they differ {self.disagreement:.0f}-fold: try the lower"
        return f"{said} {others}; {agrees}."


def read(
    sweeps: Sequence[LrSweep], classes: int, batch_size: int, batches: int, smoothing: float = SMOOTHING
) -> LrFound:
    """Return what *sweeps* show, smoothed by *smoothing* of the sweep's length (0 to 0.2)."""
    smooth = [smoothed(sweep.losses, smoothing) for sweep in sweeps]
    lowest = tuple(
        (float(row.min()), sweep.rates[int(row.argmin())])
        for sweep, row in zip(sweeps, smooth, strict=True)
        if len(row)
    )
    longest = max(sweeps, key=lambda sweep: len(sweep.rates)).rates if sweeps else ()
    table = np.full((len(sweeps), len(longest)), np.nan)
    for at, row in enumerate(smooth):
        table[at, : len(row)] = row
    # A sweep that ended before is above all others from there on: the median must not fall because of it.
    filled = np.where(np.isnan(table), np.inf, table)
    median = np.median(filled, axis=0) if len(sweeps) else np.empty(0)
    shown = np.isfinite(median)
    high = np.where(np.isinf(filled), -np.inf, filled).max(0, initial=-np.inf)
    why = _why_none(median[shown], batches)
    return LrFound(
        sweeps=tuple(sweeps),
        rates=tuple(rate for rate, there in zip(longest, shown, strict=True) if there),
        median=_tuple(median[shown]),
        low=_tuple(filled.min(0, initial=np.inf)[shown]),
        high=_tuple(high[shown]),
        lowest=lowest,
        marks=() if why else _marks(sweeps, smooth),
        why_none=why,
        classes=classes,
        batch_size=batch_size,
        batches=batches,
    )


def smoothed(losses: Sequence[float], smoothing: float) -> Row:
    """Return *losses* under a Gaussian of *smoothing* times 100 steps; centred, so that no fall comes late.

    An average over what came before, as fastai and others take, moves every
    mark to the right. At the ends the weights of what is there are used.
    """
    row = np.asarray(losses, np.float64)
    if smoothing <= 0 or len(row) < 3:
        return row
    at = np.arange(len(row))
    weights = np.exp(-0.5 * ((at[:, None] - at[None, :]) / max(1e-9, smoothing * 100)) ** 2)
    found: Row = weights @ row / weights.sum(1)
    return found


def _why_none(median: Row, batches: int) -> NoRate | None:
    if batches < FEWEST_BATCHES:
        return NoRate.TOO_FEW_BATCHES
    if len(median) < FEWEST_POINTS:
        return NoRate.DIVERGED_EARLY
    if median.min() > (1 - _FALL) * median[0]:
        return NoRate.NEVER_FELL
    return None


def _marks(sweeps: Sequence[LrSweep], smooth: Sequence[Row]) -> tuple[LrMark, ...]:
    found = []
    for mark, reading in ((Mark.VALLEY, _valley), (Mark.STEEP, _steep), (Mark.MINIMUM, _minimum)):
        rates = [reading(np.asarray(sweep.rates), row) for sweep, row in zip(sweeps, smooth, strict=True)]
        low, high = min(rates), max(rates)
        # Between two middle seeds: of rates, the geometric mean.
        middle = float(np.exp(np.median(np.log(rates))))
        found.append(LrMark(mark, min(max(middle, low), high), low, high))
    return tuple(found)


def _valley(rates: Row, losses: Row) -> float:
    """Return the rate in the middle of the longest fall. Source: fastai's ``valley``."""
    start, end = _longest_fall(losses)
    return float(rates[start + (end - start) // 2])


def _longest_fall(losses: Row) -> tuple[int, int]:
    """Return first and last index of the longest falling subsequence.

    Other than fastai's, a fall counts from a fortieth of the curve's height
    on: at the smallest rates every loss is lower than the one before, by
    nothing that matters, and the middle would lie far to the left.
    """
    losses = losses[: int(losses.argmin()) + 1]
    level = np.round((losses - losses.min()) / max(1e-12, float(losses[0] - losses.min())) * _LEVELS)
    length = np.ones(len(level), np.int64)
    start = np.arange(len(level))
    for at in range(1, len(level)):
        above = np.flatnonzero(level[:at] > level[at])
        if len(above):
            # The latest of the longest: where the curve is flat, the fall begins at its end.
            best = above[np.flatnonzero(length[above] == length[above].max())[-1]]
            length[at], start[at] = length[best] + 1, start[best]
    end = int(length.argmax())
    return int(start[end]), end


def _steep(rates: Row, losses: Row) -> float:
    """Return the rate of the fastest fall left of the minimum; what comes after is running away and back."""
    end = max(2, int(losses.argmin()) + 1)
    slope = np.gradient(losses[:end], np.log(rates[:end]))
    return float(rates[int(slope.argmin())])


def _minimum(rates: Row, losses: Row) -> float:
    return float(rates[int(losses.argmin())] / 10)


def _tuple(row: Row) -> tuple[float, ...]:
    return tuple(float(one) for one in row)
