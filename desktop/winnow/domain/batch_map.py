"""The map of batch size and learning rate: its cells, the best line through it, and what the noise says."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

import numpy as np

_STUDENT_95 = (12.71, 4.30, 3.18, 2.78, 2.57, 2.45, 2.36, 2.31, 2.26, 2.23)
"""Two-sided 95 % quantiles of Student's distribution for 1 to 10 degrees of freedom."""


@dataclass(frozen=True, slots=True)
class BatchCell:
    """One cell: means over the seeds that did not diverge."""

    batch_size: int
    rate: float
    accuracy: float | None
    """On valid, after the last epoch; None: diverged."""
    loss: float | None
    right: float | None
    """Valid frames, a mean over seeds."""
    diverged: int
    """So many seeds were stopped: the loss passed 4 times its start, or was no number."""
    seeds: int

    @property
    def has_diverged(self) -> bool:
        """Whether half of the seeds or more were stopped."""
        return 2 * self.diverged >= self.seeds


@dataclass(frozen=True, slots=True)
class BatchRow:
    """What one batch size gave at its best rate."""

    batch_size: int
    steps: int
    """In an epoch."""
    seconds: float
    """An epoch took, the median over cells and seeds; of the head on stored features."""
    rate: float | None
    """Of the cell with the lowest valid loss; None: all diverged."""
    fitted_rate: float | None
    """Where a parabola through that cell and its neighbours is lowest."""
    accuracy: float | None
    right: float | None
    at_edge: bool
    """The best cell is the first or last of its column: the grid does not reach far enough."""


@dataclass(frozen=True, slots=True)
class NoisePoint:
    """The simple gradient noise scale, in frames: trace of the covariance over the square of the mean gradient.

    Source: McCandlish et al. 2018, arXiv 1812.06162. None: the mean gradient
    is lost in the noise, so the scale is larger than the set can show.
    """

    epoch: int
    scale: float | None
    low: float | None
    high: float | None
    """Range over the seeds that have one; *epoch* 0 is before the first."""


@dataclass(frozen=True, slots=True)
class BestLine:
    """log rate = log anchor + power × log batch through the best of each batch size, with a 95 % interval."""

    power: float
    low: float
    high: float
    rate_at_one: float

    def rate(self, batch_size: float) -> float:
        """Return the line's rate."""
        return float(self.rate_at_one * batch_size**self.power)

    @property
    def nearer(self) -> str:
        """Return "linear" or "square-root"."""
        return "linear" if abs(self.power - 1) < abs(self.power - 0.5) else "square-root"


@dataclass(frozen=True, slots=True)
class BatchMap:
    """The study's result; cells row by row, batch sizes ascending, rates ascending in each."""

    batch_sizes: tuple[int, ...]
    rates: tuple[float, ...]
    cells: tuple[BatchCell, ...]
    rows: tuple[BatchRow, ...]
    noise: tuple[NoisePoint, ...]
    line: BestLine | None
    """None: fewer than three batch sizes have a best rate inside the grid."""
    train_samples: int
    valid_samples: int
    epochs: int
    seeds: int
    recipe_batch: int
    recipe_rate: float
    suggested_batch: int | None
    suggested_rate: float | None

    def cell(self, batch_size: int, rate: float) -> BatchCell:
        """Return the cell of a batch size and a rate of the grid."""
        return self.cells[self.batch_sizes.index(batch_size) * len(self.rates) + self.rates.index(rate)]

    @property
    def runs(self) -> int:
        """How many short runs it took."""
        return len(self.cells) * self.seeds

    @property
    def diverged(self) -> int:
        """How many cells diverged."""
        return sum(cell.has_diverged for cell in self.cells)

    def words(self) -> str:
        """Say the measured power, what a tie is, and what the noise scale means."""
        said = []
        if self.line is None:
            said.append("No power can be measured: fewer than three batch sizes have their best rate inside the grid.")
        else:
            nearer = "the linear rule" if self.line.nearer == "linear" else "the square root"
            said.append(
                f"Measured power {self.line.power:.2f} ({self.line.low:.2f}–{self.line.high:.2f}): nearer {nearer}."
            )
        rights = [row.right for row in self.rows if row.right is not None]
        if rights:
            said.append(
                f"One frame is {100 / self.valid_samples:.1f} points; the batch sizes have "
                f"{min(rights):.0f} to {max(rights):.0f} right of {self.valid_samples}"
                f"{', which is a tie' if _is_tie(rights, self.valid_samples) else ''}."
            )
        said += self._noise_words()
        return " ".join(said)

    def _noise_words(self) -> list[str]:
        scales = [point for point in self.noise if point.scale is not None]
        if not scales or scales[-1].scale is None:
            return []
        scale, epoch = scales[-1].scale, scales[-1].epoch
        if scale >= self.train_samples:
            return [f"From epoch {epoch} on the noise scale is larger than the train part: any batch saves steps."]
        return [
            f"Noise scale {scale:.0f} at epoch {epoch}: up to about {scale:.0f} frames a batch, each more frame still "
            "saves steps; beyond it hardly."
        ]


def _is_tie(rights: Sequence[float], n: int) -> bool:
    """Say whether the difference is within two standard errors of a difference of two shares."""
    share = min(max(max(rights) / n, 1 / n), 1 - 1 / n)
    return max(rights) - min(rights) <= 2 * math.sqrt(2 * share * (1 - share) * n)


def row_of(cells: Sequence[BatchCell], steps: int, seconds: float) -> BatchRow:
    """Return what the *cells* of one batch size (rates ascending) say together."""
    size = cells[0].batch_size
    there = [(at, cell) for at, cell in enumerate(cells) if cell.loss is not None]
    if not there:
        return BatchRow(size, steps, seconds, None, None, None, None, at_edge=False)
    best, cell = min(there, key=lambda one: (one[1].loss, one[1].rate))
    # An edge that is there because the next cell diverged is no fault of the grid's.
    at_edge = len(cells) > 1 and best in (0, len(cells) - 1)
    return BatchRow(
        size, steps, seconds, cell.rate, _lowest_of_parabola(cells, best), cell.accuracy, cell.right, at_edge
    )


def _lowest_of_parabola(cells: Sequence[BatchCell], best: int) -> float:
    """Return where the parabola through the best cell and its neighbours, over the logarithm of the rate, is lowest."""
    around = [(cell.rate, cell.loss) for cell in cells[max(0, best - 1) : best + 2] if cell.loss is not None]
    if len(around) < 3:
        return cells[best].rate
    x = np.log([rate for rate, _loss in around])
    a, b, _c = np.polyfit(x - x[1], [loss for _rate, loss in around], 2)
    if a <= 0:
        return cells[best].rate
    return float(np.exp(np.clip(x[1] - b / (2 * a), x[0], x[2])))


def fit_line(rows: Sequence[BatchRow]) -> BestLine | None:
    """Return the least-squares line through the best rates that lie inside the grid; None for fewer than three."""
    inside = [(row.batch_size, row.fitted_rate) for row in rows if row.fitted_rate is not None and not row.at_edge]
    if len(inside) < 3:
        return None
    x, y = (np.log(np.asarray(one, np.float64)) for one in zip(*inside, strict=True))
    power, offset = (float(one) for one in np.polyfit(x, y, 1))
    left = y - (offset + power * x)
    freedom = len(inside) - 2
    error = math.sqrt(float(left @ left) / freedom / float(((x - x.mean()) ** 2).sum()))
    half = error * _STUDENT_95[min(freedom, len(_STUDENT_95)) - 1]
    return BestLine(power, power - half, power + half, math.exp(offset))


def suggestion(rows: Sequence[BatchRow], valid_samples: int) -> tuple[int | None, float | None]:
    """Return the fastest batch size among those that tie with the best, and its best rate."""
    there = [row for row in rows if row.right is not None and row.rate is not None]
    if not there:
        return None, None
    most = max(row.right or 0.0 for row in there)
    ties = [row for row in there if _is_tie([most, row.right or 0.0], valid_samples)]
    # Timings of equal work differ by chance; within a tenth the smaller batch is taken.
    fastest = min(row.seconds for row in ties)
    chosen = min((row for row in ties if row.seconds <= 1.1 * fastest), key=lambda row: row.batch_size)
    return chosen.batch_size, chosen.rate


def median_seconds(seconds: Sequence[float]) -> float:
    """Return the median, 0 for none."""
    return float(median(seconds)) if seconds else 0.0
