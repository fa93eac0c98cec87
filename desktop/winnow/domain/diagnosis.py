"""What the training doctor says of a run: a code, the numbers it rests on, and one thing to do."""

from __future__ import annotations

import enum
from dataclasses import dataclass


class Finding(enum.Enum):
    """What may be wrong with a run."""

    STUCK = "stuck"
    """The loss stays at the logarithm of the number of classes."""
    ONE_CLASS = "one-class"
    """Every picture is taken for the same class."""
    RATE_TOO_HIGH = "rate-too-high"
    RATE_TOO_LOW = "rate-too-low"
    OVER_FITTING = "over-fitting"
    VALID_TOO_SMALL = "valid-too-small"
    LATE_VARIANCE = "late-variance"
    """Valid goes up and down in the last third of the run."""
    LABELS_SHUFFLED = "labels-shuffled"
    PARTS_DIFFER = "parts-differ"
    """Train and valid look as if they were drawn from different pictures."""


_WORDS = {
    Finding.STUCK: (
        "The network only guesses: its loss stayed at {loss:.3f}, and guessing among {classes:.0f} classes gives "
        "{guessing:.3f}.",
        "Find a rate with the LR finder, and look whether the pictures of the classes differ at all.",
    ),
    Finding.ONE_CLASS: (
        "{share:.0%} of the valid pictures are taken for one class, which only {true_share:.0%} of them have.",
        "Balance the classes: weights or sampling in the recipe, or more pictures of the rare ones.",
    ),
    Finding.RATE_TOO_HIGH: (
        "The learning rate of {rate:.2g} is too high: the train loss rose to {loss:.3g}, and guessing gives "
        "{guessing:.3f}.",
        "Train again with a tenth of the rate, or the valley of the LR finder.",
    ),
    Finding.RATE_TOO_LOW: (
        "The learning rate of {rate:.2g} is too low: the loss was still falling at an even pace when the run ended, "
        "from {first:.3f} to {loss:.3f}.",
        "Train again with ten times the rate, or the valley of the LR finder.",
    ),
    Finding.OVER_FITTING: (
        "The network learned the train pictures by heart: {train:.0%} right on train, {valid:.0%} on valid, and the "
        "valid loss rose from {lowest:.3f} to {loss:.3f}.",
        "Add pictures, or stop earlier and vary the pictures more.",
    ),
    Finding.VALID_TOO_SMALL: (
        "Pictures in valid: {n:.0f}, so {difference:.0f} points between two runs may be chance.",
        "Compare runs by folds, or label more pictures.",
    ),
    Finding.LATE_VARIANCE: (
        "In the last {epochs:.0f} epochs the valid accuracy went up and down by {sd:.1f} points (standard deviation), "
        "so which epoch was best is chance.",
        "Let the rate fall to the end (one-cycle or cosine), or choose a larger batch.",
    ),
    Finding.LABELS_SHUFFLED: (
        "The labels look shuffled: {agreement:.0%} of the pictures have the label of what looks most like them, and "
        "chance gives {chance:.0%}.",
        "Check the labels in Sort: by the folders they came from, or by the clusters.",
    ),
    Finding.PARTS_DIFFER: (
        "Train and valid are different pictures: they can be told apart with an AUC of {auc:.2f}, where 0.50 is the "
        "same kind.",
        "Make a new split of all pictures together.",
    ),
}


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """One message; *evidence* holds its numbers by name."""

    finding: Finding
    evidence: tuple[tuple[str, float], ...]

    def words(self) -> str:
        """Say what was found and on what it rests."""
        return _WORDS[self.finding][0].format(**dict(self.evidence))

    def action(self) -> str:
        """Say the one thing to try."""
        return _WORDS[self.finding][1]


@dataclass(frozen=True, slots=True)
class Diagnoses:
    """All messages about a run, empty for a healthy one."""

    messages: tuple[Diagnosis, ...]
