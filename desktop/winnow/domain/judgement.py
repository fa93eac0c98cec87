"""How good what a network said is: figures with their intervals, curves, calibration, and where it fails."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from winnow.domain.ids import RunId, SplitId
from winnow.domain.run import TestResult

Interval = tuple[float, float]
Curve = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class ClassFigures:
    """One class: shares 0 to 1, each with its 95 % interval."""

    label: str
    n: int
    precision: float
    precision_interval: Interval
    recall: float
    recall_interval: Interval
    f1: float
    f1_interval: Interval


@dataclass(frozen=True, slots=True)
class ClassCurves:
    """One class against all others, as a threshold on its probability falls; thinned to what can be drawn.

    *roc* is (false positive rate, true positive rate), *pr* is (recall,
    precision). A class that is not there, or alone, has no curves and None.
    """

    label: str
    roc: Curve
    roc_area: float | None
    pr: Curve
    pr_area: float | None
    """Average precision: the area under the steps, without interpolating between them."""


@dataclass(frozen=True, slots=True)
class Bin:
    """Samples whose surest class has a probability in *low* to *high*: how sure, and how often right, on average."""

    low: float
    high: float
    n: int
    confidence: float
    accuracy: float


@dataclass(frozen=True, slots=True)
class Reliability:
    """Whether 90 % means 90 %: *error* is the expected calibration error over *bins*, weighted by their samples."""

    bins: tuple[Bin, ...]
    error: float
    log_loss: float


@dataclass(frozen=True, slots=True)
class Calibration:
    """One temperature for all logits, fitted on valid, and what it does to the test part."""

    temperature: float
    """Above 1 it was too sure of itself, below 1 not sure enough."""
    fitted_on: int
    """So many valid samples."""
    is_vague: bool
    """There were no mistakes on valid to weigh sureness by, so it says little."""
    reliability: Reliability


@dataclass(frozen=True, slots=True)
class Level:
    """Everything that is said about *n* things of one kind: frames, or whole pictures by the vote of their frames."""

    n: int
    right: int
    accuracy: float
    interval: Interval
    """95 %, Wilson."""
    balanced_accuracy: float
    """Mean recall of the classes that are there."""
    confusion: tuple[tuple[int, ...], ...]
    """``confusion[true][said]``."""
    classes: tuple[ClassFigures, ...]
    curves: tuple[ClassCurves, ...]
    reliability: Reliability
    calibration: Calibration | None


@dataclass(frozen=True, slots=True)
class Group:
    """The frames of one cluster, source or size."""

    name: str
    n: int
    right: int
    interval: Interval


@dataclass(frozen=True, slots=True)
class Breakdown:
    """Where it fails: accuracy by *kind*, which is cluster, source or size, the worst group first."""

    kind: str
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class Judgement:
    """What one opening of the test part showed, on both levels."""

    labels: tuple[str, ...]
    frames: Level
    pictures: Level
    """Of a picture's frames the mean probability counts."""
    divided_pictures: int
    """So many pictures have frames with different labels, and are no part of *pictures*."""
    breakdowns: tuple[Breakdown, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Judged:
    """What was said of each test frame; parallel rows."""

    keys: tuple[bytes, ...]
    """Content keys of the frames."""
    images: npt.NDArray[np.int64]
    truth: npt.NDArray[np.int32]
    """Indices of the network's outputs: the label at the opening."""
    probabilities: npt.NDArray[np.float32]
    """(n, classes), each row adding up to 1."""

    @property
    def said(self) -> npt.NDArray[np.int64]:
        """The likeliest class of each frame, (n,)."""
        found: npt.NDArray[np.int64] = self.probabilities.argmax(1).astype(np.int64)
        return found

    def mistakes(self) -> npt.NDArray[np.int64]:
        """Return the rows that are wrong, the surest first."""
        said = self.said
        wrong = np.flatnonzero(said != self.truth)
        order: npt.NDArray[np.int64] = wrong[np.argsort(-self.probabilities[wrong, said[wrong]], kind="stable")]
        return order

    def in_cell(self, true: int, said: int) -> npt.NDArray[np.int64]:
        """Return the rows of one cell of the confusion matrix, the surest first."""
        rows = np.flatnonzero((self.truth == true) & (self.said == said))
        order: npt.NDArray[np.int64] = rows[np.argsort(-self.probabilities[rows, said], kind="stable")]
        return order


@dataclass(frozen=True, slots=True, eq=False)
class Opening:
    """One look at the test part, as it is kept; the last three are None where it did not come to its end."""

    id: int
    split_id: SplitId
    run_id: RunId
    opened_at: str
    result: TestResult | None = None
    judgement: Judgement | None = None
    judged: Judged | None = None
