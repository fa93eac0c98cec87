"""A training run: its state, what it reports while it runs, and what remains of it."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field
from typing import Any

from winnow.domain.diagnosis import Diagnoses
from winnow.domain.ids import RunId, SplitId
from winnow.domain.recipe import Recipe


class RunState(enum.Enum):
    """RUNNING in a project that nobody has open means INTERRUPTED; the store says so on opening."""

    RUNNING = "running"
    DONE = "done"
    STOPPED = "stopped"
    INTERRUPTED = "interrupted"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class WaitingRun:
    """A run that was asked for while another one went on: a new one by *recipe*, or one that is *resumed*."""

    recipe: Recipe
    resumed: RunId | None = None


@dataclass(frozen=True, slots=True)
class Prepared:
    """Training knows its size: *steps* in all, *steps_per_epoch* each; a fact for axes and estimates."""

    epochs: int
    steps_per_epoch: int
    train_samples: int
    valid_samples: int
    device: str
    epochs_before: int = 0
    """Done already, where an interrupted run goes on; what is reported after this continues them."""


@dataclass(frozen=True, slots=True)
class StepDone:
    """One batch was learned from; *step* counts from 1 over the whole run."""

    step: int
    loss: float
    accuracy: float
    learning_rate: float


@dataclass(frozen=True, slots=True)
class EpochDone:
    """One pass over train and one look at valid; *epoch* counts from 1. Losses are cross-entropy in nats."""

    epoch: int
    step: int
    train_loss: float
    train_accuracy: float
    valid_loss: float
    valid_accuracy: float
    seconds: float
    is_best: bool
    """When it was done its weights were the best so far, by the rule of `winnow.domain.kept_epoch`: they were kept."""


@dataclass(frozen=True, slots=True)
class Restored:
    """What a run that goes on had done by its checkpoint: every epoch, and the steps of the last one.

    The checkpoint may be on the disk and the program die before it stores the epoch that it was written after.
    """

    epochs: tuple[EpochDone, ...]
    steps: tuple[StepDone, ...]


@dataclass(frozen=True, slots=True)
class DeviceLost:
    """The device failed and the process that used it has to end; the run can go on from its last checkpoint."""

    device: str
    why: str


@dataclass(frozen=True, slots=True)
class Run:
    """A run as the run table shows it."""

    id: RunId
    name: str
    recipe: Recipe
    split_id: SplitId
    state: RunState
    created: str
    seconds: float = 0.0
    best_epoch: int = 0
    """The one whose weights are kept; 0: none yet. The accuracy is that epoch's, which need not be the highest."""
    best_valid_accuracy: float | None = None
    valid_samples: int = 0
    labels: tuple[tuple[int, str], ...] = ()
    """(label id, name) in the order of the network's outputs."""
    error: str = ""
    fingerprint: str = ""
    """Of the samples it learned from; another one now means out of date."""
    epochs: tuple[EpochDone, ...] = ()
    fold: int | None = None
    """The fold of its split that was valid, from 0; None: the split's own valid part."""
    notes: tuple[str, ...] = ()
    """What it told the person while it ran, oldest first."""
    is_deleted: bool = False
    """Out of the table, its weights still there."""
    diagnoses: Diagnoses | None = None
    """What the training doctor said of it; None: it was not looked at since it ended."""

    @property
    def can_go_on(self) -> bool:
        """Whether it ended before its time, so that its last checkpoint is worth going on from."""
        return self.state in (RunState.INTERRUPTED, RunState.STOPPED, RunState.FAILED)


@dataclass(frozen=True, slots=True)
class TestResult:
    """What one opening of the test part gave for one run; ``confusion[true][said]`` counts samples."""

    __test__ = False  # not a test class, whatever pytest thinks

    run_id: RunId
    opened_at: str
    openings: int
    accuracy: float
    interval: tuple[float, float]
    """95 % Wilson score interval of the accuracy."""
    labels: tuple[str, ...]
    confusion: tuple[tuple[int, ...], ...]
    per_class: tuple[dict[str, Any], ...] = field(default=())
    """For each label: label, n, precision, recall, f1 and the Wilson intervals of the first two."""
    predictions: tuple[tuple[int, int, int, float], ...] = ()
    """(image id, true index, said index, probability of what was said), test samples in order."""
    fingerprint: str = ""
