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
_BLOCK = 64
_LEAST_POWER = 1e-200
"""How small a weight may become within a block that is smoothed at once."""
_STRETCHES = 1000
"""About as many as a plot has pixels across."""


class Axis(enum.Enum):
    """What runs along x."""

    EPOCHS = "epochs"
    STEPS = "steps"
    TIME = "time"
    """Minutes of training, pauses left out; within an epoch at an even pace."""


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
        self._peaks: dict[int, Floats] = {}

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

    def extend(self, rows: Floats) -> None:
        """Add (n, width) rows."""
        wanted = self._used + len(rows)
        if wanted > len(self._rows):
            grown = np.empty((max(wanted, 2 * len(self._rows)), self._rows.shape[1]))
            grown[: self._used] = self._rows[: self._used]
            self._rows = grown
        self._rows[self._used : wanted] = rows
        self._used = wanted

    def keep(self, count: int) -> None:
        """Forget all but the first *count* rows."""
        self._used = min(self._used, count)
        self._peaks = {at: peaks[: self._used // _BLOCK] for at, peaks in self._peaks.items()}

    def peaks(self, at: int) -> Floats:
        """Return the least and the greatest of a column in each whole block of rows, (blocks, 2).

        Kept, and extended by what came since: rows never change once they are there.
        """
        known = self._peaks.get(at, np.empty((0, 2)))
        blocks = self._used // _BLOCK
        if blocks > len(known):
            new = self._rows[len(known) * _BLOCK : blocks * _BLOCK, at].reshape(-1, _BLOCK)
            found = np.stack([np.fmin.reduce(new, axis=1), np.fmax.reduce(new, axis=1)], 1)
            known = self._peaks[at] = np.concatenate([known, found])
        return known

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
        self._sums = np.zeros(3)  # of weights, losses, accuracies
        self._epochs = Columns(7)  # epoch, step, train loss and accuracy, valid loss and accuracy, minutes so far
        self._kept: list[int] = []  # rows of the epochs that were the best so far
        self._is_behind = False

    @property
    def point_count(self) -> int:
        """How many points its lines have: two for each step (loss, rate), four for each epoch."""
        return 2 * len(self._steps) + 4 * len(self._epochs)

    def add_step(self, step: StepDone) -> None:
        """Append a step."""
        loss, accuracy = _finite(step.loss), _finite(step.accuracy)
        if not self._is_behind:
            self._smooth.append(self._follow(loss, accuracy))
        self._steps.append((step.step, loss, accuracy, step.learning_rate))

    def add_steps(self, steps: Floats) -> None:
        """Append (n, 4) steps at once: step, loss, accuracy, learning rate."""
        self._steps.extend(np.where(np.isfinite(steps), steps, np.nan))
        self.smooth(self._smoothing)

    def add_epoch(self, epoch: EpochDone) -> None:
        """Append an epoch."""
        if epoch.is_best:
            self._kept.append(len(self._epochs))
        losses = _finite(epoch.train_loss), epoch.train_accuracy, _finite(epoch.valid_loss), epoch.valid_accuracy
        before = self._epochs.column(6)[-1] if len(self._epochs) else 0.0
        self._epochs.append((epoch.epoch, epoch.step, *losses, before + epoch.seconds / 60))

    def cut_back(self, epochs: int) -> None:
        """Forget what came after the first *epochs*: the run does that part again."""
        self._epochs.keep(int(np.searchsorted(self._epochs.column(0), epochs, side="right")))
        self._steps.keep(int(np.searchsorted(self._steps.column(0), epochs * self.steps_per_epoch, side="right")))
        self._kept = [row for row in self._kept if row < len(self._epochs)]
        self.smooth(self._smoothing)

    def smooth(self, smoothing: float) -> None:
        """Smooth the steps by *smoothing*, 0 (not at all) to below 1, when they are drawn next."""
        self._smoothing = smoothing
        self._is_behind = True

    def _catch_up(self) -> None:
        """Smooth all steps anew, if the smoothing changed."""
        if not self._is_behind:
            return
        self._is_behind = False
        self._smooth = Columns(2)
        values = np.stack([self._steps.column(1), self._steps.column(2)], 1)
        if self._smoothing <= 0 or not len(values):
            self._sums = np.zeros(3)
            self._smooth.extend(values)
            return
        known = np.isfinite(values[:, 0])
        sums = [
            decayed(row, self._smoothing)
            for row in (known.astype(np.float64), *(np.where(known, values[:, at], 0.0) for at in range(2)))
        ]
        self._sums = np.array([one[-1] for one in sums])
        with np.errstate(invalid="ignore", divide="ignore"):
            means = [one / sums[0] for one in sums[1:]]
        self._smooth.extend(np.where(known[:, None], np.stack(means, 1), values))

    def end(self, axis: Axis) -> float:
        """Return how far x is planned to go, or has gone."""
        last_step = self._steps.column(0)[-1] if len(self._steps) else 0
        steps = float(max(self.epochs_planned * self.steps_per_epoch, last_step))
        return float(self._on_axis(np.array([steps]), axis)[0])

    def lines(self, measure: Measure, axis: Axis, left: float = -np.inf, right: float = np.inf) -> Lines:
        """Return what to draw between *left* and *right* of the axis, no more points than can be seen."""
        low, high = self._in_steps(left, axis), self._in_steps(right, axis)

        def shown(columns: Columns, column: int) -> Line:
            x, y = seen(self._steps.column(0), columns, column, low, high)
            return self._on_axis(x, axis), y

        if measure is Measure.RATE:
            return Lines(None, shown(self._steps, 3), None, None)
        self._catch_up()
        second = int(measure is Measure.ACCURACY)
        at = self._epoch_x(axis)
        valid = self._epochs.column(4 + second)
        best = (float(at[self._kept[-1]]), float(valid[self._kept[-1]])) if self._kept else None
        if not len(self._steps):
            return Lines(None, (at, self._epochs.column(2 + second)), (at, valid), best)
        raw = shown(self._steps, 1) if measure is Measure.LOSS and self._smoothing > 0 else None
        return Lines(raw, shown(self._smooth, second), (at, valid), best)

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
        return EpochDone(number, int(step), *losses, 0.0, row in self._kept)

    def x_of(self, epoch: EpochDone, axis: Axis) -> float:
        """Return where *epoch* ends."""
        row = int(np.flatnonzero(self._epochs.column(0) == epoch.epoch)[-1])
        return float(self._epoch_x(axis)[row])

    def rate_at(self, step: int) -> float | None:
        """Return the learning rate of *step*."""
        at = int(np.searchsorted(self._steps.column(0), step))
        return float(self._steps.column(3)[at]) if at < len(self._steps) else None

    def _epoch_x(self, axis: Axis) -> Floats:
        return self._epochs.column({Axis.EPOCHS: 0, Axis.STEPS: 1, Axis.TIME: 6}[axis])

    def _clock(self) -> tuple[Floats, Floats]:
        """Return steps and the minutes at them, from 0 to well past the end, at the last epoch's pace."""
        steps = np.concatenate([[0.0], self._epochs.column(1)])
        minutes = np.concatenate([[0.0], self._epochs.column(6)])
        last = steps[-1] - steps[-2] if len(steps) > 1 else 0.0
        pace = (minutes[-1] - minutes[-2]) / last if last > 0 else 0.0
        far = max(steps[-1], self.epochs_planned * self.steps_per_epoch) + 10.0 * self.steps_per_epoch
        return np.append(steps, far), np.append(minutes, minutes[-1] + pace * (far - steps[-1]))

    def _on_axis(self, steps: Floats, axis: Axis) -> Floats:
        if axis is Axis.TIME:
            return np.interp(steps, *self._clock())
        return steps / self.steps_per_epoch if axis is Axis.EPOCHS else steps

    def _in_steps(self, x: float, axis: Axis) -> float:
        if axis is Axis.TIME and np.isfinite(x):
            steps, minutes = self._clock()
            return float(np.interp(x, minutes, steps))
        return x * self.steps_per_epoch if axis is Axis.EPOCHS else x

    def _follow(self, loss: float, accuracy: float) -> tuple[float, float]:
        """Return the weighted mean of all so far, the last weighing most; a diverged loss stays out of it."""
        keep = self._smoothing
        if keep <= 0 or loss != loss:  # noqa: PLR0124 - not a number
            self._sums = keep * self._sums
            return loss, accuracy
        weight, losses, accuracies = self._sums.tolist()
        self._sums = np.array([keep * weight + 1, keep * losses + loss, keep * accuracies + accuracy])
        return float(self._sums[1] / self._sums[0]), float(self._sums[2] / self._sums[0])


def decayed(row: Floats, keep: float) -> Floats:
    """Return, for each number of *row*, (n,), the sum of it and all before, each weighing *keep* less than the next.

    Blocks are summed at once by scaling their numbers; one is so short that no weight in it underflows.
    """
    length = max(1, min(1024, int(np.log(_LEAST_POWER) / np.log(keep))))
    count = -(-len(row) // length)
    padded = np.zeros(count * length)
    padded[: len(row)] = row
    powers = keep ** np.arange(length)
    sums = padded.reshape(count, length) / powers
    np.cumsum(sums, axis=1, out=sums)
    sums *= powers
    # What came before a block weighs less and less inside it.
    before = np.zeros(count)
    last = sums[:, -1].tolist()
    whole = keep**length
    for at in range(1, count):
        before[at] = last[at - 1] + whole * before[at - 1]
    sums += (powers * keep)[None, :] * before[:, None]
    found: Floats = sums.ravel()[: len(row)]
    return found


def seen(x: Floats, columns: Columns, at: int, left: float, right: float) -> Line:
    """Return a column over *x* as `thinned` does, of very many rows by the peaks that are kept of them."""
    first, last = max(int(np.searchsorted(x, left)) - 1, 0), int(np.searchsorted(x, right)) + 1
    last = min(last, len(x))
    if last - first < 2 * _BLOCK * _STRETCHES:
        return thinned((x[first:last], columns.column(at)[first:last]), -np.inf, np.inf)
    begin, end = -(-first // _BLOCK), last // _BLOCK
    peaks = columns.peaks(at)[begin:end]
    each = len(peaks) // _STRETCHES
    whole = len(peaks) // each * each
    low = np.fmin.reduce(peaks[:whole, 0].reshape(-1, each), axis=1)
    high = np.fmax.reduce(peaks[:whole, 1].reshape(-1, each), axis=1)
    begins = np.repeat(x[begin * _BLOCK : (begin + whole) * _BLOCK : each * _BLOCK], 2)
    rest = (begin + whole) * _BLOCK
    tail = thinned((x[rest:last], columns.column(at)[rest:last]), -np.inf, np.inf)
    return np.concatenate([begins, tail[0]]), np.concatenate([np.stack([low, high], 1).ravel(), tail[1]])


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
