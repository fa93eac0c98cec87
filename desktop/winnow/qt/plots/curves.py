"""What a run's plots are drawn from: columns that grow, and the lines read off them."""

from __future__ import annotations

import enum
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from winnow.domain.run import EpochDone, StepDone

Floats = npt.NDArray[np.float64]
Line = tuple[Floats, Floats]
"""x and y, both (n,)."""

_FIRST_CAPACITY = 256
_STRETCHES = 1000
"""About as many as a plot has pixels across."""


class Axis(enum.Enum):
    """What runs along x."""

    EPOCHS = "epochs"
    STEPS = "steps"


class Measure(enum.Enum):
    """What a plot shows. Accuracy is a share, 0 to 1."""

    LOSS = "loss"
    ACCURACY = "accuracy"
    RATE = "rate"


class Columns:
    """Rows of *width* numbers; the room doubles when it is full, so that appending stays cheap."""

    def __init__(self, width: int) -> None:
        self._rows = np.empty((_FIRST_CAPACITY, width))
        self._used = 0

    def __len__(self) -> int:
        return self._used

    def append(self, row: Sequence[float]) -> None:
        """Add one row."""
        if self._used == len(self._rows):
            grown = np.empty((2 * len(self._rows), self._rows.shape[1]))
            grown[: self._used] = self._rows
            self._rows = grown
        self._rows[self._used] = row
        self._used += 1

    def column(self, at: int) -> Floats:
        """Return a view of one column, (n,)."""
        return self._rows[: self._used, at]


@dataclass(frozen=True, slots=True)
class Lines:
    """What one plot shows of one run; None is not drawn."""

    raw: Line | None
    """Every step."""
    train: Line | None
    valid: Line | None
    best: tuple[float, float] | None


class RunCurve:
    """The curve of one run: its steps, smoothed as asked for, and its epochs.

    Args:
        epochs: As many as are planned.
        steps_per_epoch: To lay steps and epochs on one axis.
    """

    def __init__(self, epochs: int, steps_per_epoch: int, smoothing: float = 0.0) -> None:
        self.epochs_planned = epochs
        self.steps_per_epoch = max(1, steps_per_epoch)
        self._smoothing = smoothing
        self._steps = Columns(4)  # step, loss, accuracy, rate
        self._smooth = Columns(2)  # loss, accuracy
        self._sums = (0.0, 0.0, 0.0)  # of weights, losses, accuracies
        self._epochs = Columns(6)  # epoch, step, train loss and accuracy, valid loss and accuracy
        self._best = -1

    @property
    def point_count(self) -> int:
        """How many points its lines have: two for each step (loss, rate), four for each epoch."""
        return 2 * len(self._steps) + 4 * len(self._epochs)

    def add_step(self, step: StepDone) -> None:
        """Append a step."""
        loss, accuracy = _finite(step.loss), _finite(step.accuracy)
        self._steps.append((step.step, loss, accuracy, step.learning_rate))
        self._smooth.append(self._follow(loss, accuracy))

    def add_epoch(self, epoch: EpochDone) -> None:
        """Append an epoch."""
        if epoch.is_best:
            self._best = len(self._epochs)
        losses = _finite(epoch.train_loss), epoch.train_accuracy, _finite(epoch.valid_loss), epoch.valid_accuracy
        self._epochs.append((epoch.epoch, epoch.step, *losses))

    def smooth(self, smoothing: float) -> None:
        """Smooth the steps by *smoothing*, 0 (not at all) to below 1."""
        self._smoothing = smoothing
        self._sums = (0.0, 0.0, 0.0)
        self._smooth = Columns(2)
        for loss, accuracy in zip(self._steps.column(1).tolist(), self._steps.column(2).tolist(), strict=True):
            self._smooth.append(self._follow(loss, accuracy))

    def end(self, axis: Axis) -> float:
        """Return how far x is planned to go, or has gone."""
        last_step = self._steps.column(0)[-1] if len(self._steps) else 0
        planned = self.epochs_planned * self.steps_per_epoch
        steps = float(max(planned, last_step))
        return steps if axis is Axis.STEPS else steps / self.steps_per_epoch

    def lines(self, measure: Measure, axis: Axis) -> Lines:
        """Return what to draw."""
        x = self._steps.column(0) / (self.steps_per_epoch if axis is Axis.EPOCHS else 1)
        if measure is Measure.RATE:
            return Lines(None, (x, self._steps.column(3)), None, None)
        second = int(measure is Measure.ACCURACY)
        at = self._epoch_x(axis)
        valid = self._epochs.column(4 + second)
        best = (float(at[self._best]), float(valid[self._best])) if self._best >= 0 else None
        if not len(self._steps):
            return Lines(None, (at, self._epochs.column(2 + second)), (at, valid), best)
        raw = (x, self._steps.column(1)) if measure is Measure.LOSS and self._smoothing > 0 else None
        return Lines(raw, (x, self._smooth.column(second)), (at, valid), best)

    def nearest_epoch(self, x: float, axis: Axis) -> tuple[int, float] | None:
        """Return (number, distance) of the epoch that ends nearest to *x*."""
        away = np.abs(self._epoch_x(axis) - x)
        if not len(away):
            return None
        row = int(away.argmin())
        return int(self._epochs.column(0)[row]), float(away[row])

    def epoch(self, number: int) -> EpochDone | None:
        """Return epoch *number*, or None where the run has not got so far."""
        found = np.flatnonzero(self._epochs.column(0) == number)
        if not len(found):
            return None
        row = int(found[-1])
        _, step, train_loss, train_accuracy, valid_loss, valid_accuracy = (
            float(self._epochs.column(at)[row]) for at in range(6)
        )
        losses = train_loss, train_accuracy, valid_loss, valid_accuracy
        return EpochDone(number, int(step), *losses, 0.0, row == self._best)

    def x_of(self, epoch: EpochDone, axis: Axis) -> float:
        """Return where *epoch* ends."""
        return float(epoch.epoch if axis is Axis.EPOCHS else epoch.step)

    def rate_at(self, step: int) -> float | None:
        """Return the learning rate of *step*."""
        at = int(np.searchsorted(self._steps.column(0), step))
        return float(self._steps.column(3)[at]) if at < len(self._steps) else None

    def _epoch_x(self, axis: Axis) -> Floats:
        return self._epochs.column(0 if axis is Axis.EPOCHS else 1)

    def _follow(self, loss: float, accuracy: float) -> tuple[float, float]:
        """Return the weighted mean of all so far, the last weighing most; a diverged loss stays out of it."""
        keep = self._smoothing
        if keep <= 0 or loss != loss:  # noqa: PLR0124 - not a number
            return loss, accuracy
        weight, losses, accuracies = self._sums
        self._sums = (keep * weight + 1, keep * losses + loss, keep * accuracies + accuracy)
        return self._sums[1] / self._sums[0], self._sums[2] / self._sums[0]


def _finite(value: float) -> float:
    """Return *value*, not-a-number for infinities: no axis can show them."""
    return value if abs(value) < float("inf") else float("nan")


def thinned(line: Line, left: float, right: float) -> Line:
    """Return *line* between *left* and *right* with at most two points for each of 1,000 stretches.

    The least and the greatest y of each stretch stay, so that no peak is lost;
    a stretch without numbers stays without. x must ascend.
    """
    first, last = int(np.searchsorted(line[0], left)) - 1, int(np.searchsorted(line[0], right)) + 1
    x, y = line[0][max(first, 0) : last], line[1][max(first, 0) : last]
    each = len(x) // _STRETCHES
    if each < 2:
        return x, y
    whole = _STRETCHES * each
    blocks = y[:whole].reshape(_STRETCHES, each)
    low = np.fmin.reduce(blocks, axis=1)
    high = np.fmax.reduce(blocks, axis=1)
    ends = np.stack([low, high], 1).ravel()
    begins = np.repeat(x[:whole:each], 2)
    return np.concatenate([begins, x[whole:]]), np.concatenate([ends, y[whole:]])
