"""What may be wrong with a run, read from its history, its predictions and its pictures. A pure function of these."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from winnow.domain.diagnosis import Diagnosis, Finding
from winnow.domain.proportion import wilson
from winnow.domain.run import EpochDone

_GUESSING = 0.97
"""A loss above this share of guessing is no better than guessing."""
_RAN_AWAY = 1.5
_AT_CHANCE = 0.2
"""Of the way from chance to all: neighbours that share labels less than this do so hardly more than by chance."""
_ALL = 0.98
_EVEN_FALL = 0.65
_MUCH_LEFT = 0.3
_GAP = 0.1
_RISE = 1.2
_SWING = 0.02
_SWING_PICTURES = 2.0
_FEWEST_EPOCHS = 6
_TELL = 0.1
_APART = 0.7
_SIGMAS = 4.0


@dataclass(frozen=True, slots=True)
class RunFacts:
    """What the doctor looks at; None is what is not known, and nothing is concluded from it."""

    epochs: tuple[EpochDone, ...]
    epoch_rates: tuple[float, ...]
    """The mean learning rate in each of *epochs*."""
    rate: float
    """The peak."""
    highest_loss: float
    """Of all train losses: of the epochs, and of the last steps where it ended by running away. May be infinite."""
    train_sizes: tuple[int, ...]
    valid_sizes: tuple[int, ...]
    """Frames of each class, in the order of the network's outputs."""
    valid_said: tuple[int, ...] | None = None
    """How often each class was said of valid."""
    neighbours: float | None = None
    """Share of train frames that have the label of what looks most like them."""
    parts_auc: float | None = None
    """How well train and valid can be told apart: 0.5 not at all, 1 always."""

    @property
    def guessing(self) -> float:
        """What is lost by holding all classes for equally likely."""
        return math.log(len(self.train_sizes))

    @property
    def train(self) -> int:
        """How many frames it learned from."""
        return sum(self.train_sizes)

    @property
    def valid(self) -> int:
        """How many frames it looked at."""
        return sum(self.valid_sizes)


def diagnose(facts: RunFacts) -> tuple[Diagnosis, ...]:
    """Return what is wrong, the gravest first; empty for a healthy run.

    What explains another finding is said instead of it: a rate that is too
    high makes accuracy swing, and that is not said again.
    """
    found = _rate_too_high(facts)
    if not found and facts.epochs:
        found = _one_class(facts) or _labels_shuffled(facts) or _stuck(facts)
    if not found and facts.epochs:
        found = _rate_too_low(facts) or _parts_differ(facts) or _over_fitting(facts) or _late_variance(facts)
    return tuple(one for one in (found, _valid_too_small(facts)) if one is not None)


def _rate_too_high(facts: RunFacts) -> Diagnosis | None:
    if facts.highest_loss <= _RAN_AWAY * facts.guessing:
        return None
    return _said(Finding.RATE_TOO_HIGH, rate=facts.rate, loss=facts.highest_loss, guessing=facts.guessing)


def _is_at_chance(facts: RunFacts) -> bool:
    """Say whether valid is not told better than by always saying its most frequent class."""
    right = round(max(one.valid_accuracy for one in facts.epochs[-3:]) * facts.valid)
    return wilson(right, facts.valid)[0] <= max(facts.valid_sizes) / facts.valid


def _labels_shuffled(facts: RunFacts) -> Diagnosis | None:
    if facts.neighbours is None or not _is_at_chance(facts):
        return None
    shares = np.array(facts.train_sizes) / facts.train
    chance = float((shares**2).sum())
    if facts.neighbours - chance > _AT_CHANCE * (1 - chance):
        return None
    return _said(Finding.LABELS_SHUFFLED, agreement=facts.neighbours, chance=chance)


def _is_guessing(facts: RunFacts) -> bool:
    return facts.epochs[-1].train_loss >= _GUESSING * facts.guessing


def _stuck(facts: RunFacts) -> Diagnosis | None:
    if not _is_guessing(facts) or not _is_at_chance(facts):
        return None
    loss = facts.epochs[-1].train_loss
    return _said(Finding.STUCK, loss=loss, guessing=facts.guessing, classes=len(facts.train_sizes))


def _one_class(facts: RunFacts) -> Diagnosis | None:
    # Who only guesses says one class as well, for no reason.
    if facts.valid_said is None or not sum(facts.valid_said) or _is_guessing(facts):
        return None
    said = int(np.argmax(facts.valid_said))
    share, true = facts.valid_said[said] / sum(facts.valid_said), facts.valid_sizes[said] / facts.valid
    if share < _ALL or facts.valid - facts.valid_sizes[said] < max(3.0, (1 - _ALL) * facts.valid):
        return None
    return _said(Finding.ONE_CLASS, share=share, true_share=true)


def _rate_too_low(facts: RunFacts) -> Diagnosis | None:
    losses = np.array([facts.guessing, *(one.train_loss for one in facts.epochs)])
    fall = losses[0] - losses[-1]
    if len(facts.epochs) < 3 or losses[-1] < _MUCH_LEFT * losses[0] or fall <= 0:
        return None
    # Over the rates added up, a run that has only begun to learn falls along a straight line, whatever its schedule.
    way = np.concatenate([[0.0], np.cumsum(facts.epoch_rates)])
    middle = np.concatenate([[0.0], (way[:-1] + way[1:]) / 2])
    area = float(np.trapezoid((losses[0] - losses) / fall, middle / middle[-1]))
    if area > _EVEN_FALL:
        return None
    return _said(Finding.RATE_TOO_LOW, rate=facts.rate, first=losses[0], loss=losses[-1])


def _parts_differ(facts: RunFacts) -> Diagnosis | None:
    if facts.parts_auc is None:
        return None
    # Hanley and McNeil 1982: the standard error of an AUC of one half.
    error = math.sqrt((facts.train + facts.valid + 1) / (12 * facts.train * facts.valid))
    if facts.parts_auc < max(_APART, 0.5 + _SIGMAS * error):
        return None
    return _said(Finding.PARTS_DIFFER, auc=facts.parts_auc)


def _over_fitting(facts: RunFacts) -> Diagnosis | None:
    last = facts.epochs[-1]
    lowest = min(one.valid_loss for one in facts.epochs)
    gap = last.train_accuracy - last.valid_accuracy
    error = math.sqrt(max(last.valid_accuracy * (1 - last.valid_accuracy), 1 / facts.valid) / facts.valid)
    if gap < max(_GAP, 2 * error) or last.valid_loss < _RISE * lowest:
        return None
    return _said(
        Finding.OVER_FITTING,
        train=last.train_accuracy,
        valid=last.valid_accuracy,
        lowest=lowest,
        loss=last.valid_loss,
    )


def _late_variance(facts: RunFacts) -> Diagnosis | None:
    late = facts.epochs[-max(3, len(facts.epochs) // 3) :]
    if len(facts.epochs) < _FEWEST_EPOCHS:
        return None
    spread = float(np.std([one.valid_accuracy for one in late], ddof=1))
    if spread < _SWING or spread * facts.valid < _SWING_PICTURES:
        return None
    return _said(Finding.LATE_VARIANCE, epochs=len(late), sd=100 * spread)


def _valid_too_small(facts: RunFacts) -> Diagnosis | None:
    if not facts.epochs or not facts.valid:
        return None
    best = max(one.valid_accuracy for one in facts.epochs)
    # A network that is poor for another reason must not make a set look small.
    if _difference(max(best, 1 - _TELL), facts.valid) < _TELL:
        return None
    return _said(Finding.VALID_TOO_SMALL, n=facts.valid, difference=100 * _difference(best, facts.valid))


def _difference(share: float, n: int) -> float:
    """Return two standard errors of the difference of two shares near *share*, each counted on *n*."""
    share = min(max(share, 1 / n), 1 - 1 / n) if n > 1 else 0.5
    return 2 * math.sqrt(2 * share * (1 - share) / n)


def _said(finding: Finding, **evidence: float) -> Diagnosis:
    return Diagnosis(finding, tuple((name, float(value)) for name, value in evidence.items()))


def rates_of(steps: npt.NDArray[np.float64], epochs: tuple[EpochDone, ...]) -> tuple[float, ...]:
    """Return the mean rate in each of *epochs* from a run's *steps*, (n, 4): step, loss, accuracy, rate."""
    found, before = [], 0
    for one in epochs:
        inside = steps[(steps[:, 0] > before) & (steps[:, 0] <= one.step), 3]
        found.append(float(inside.mean()) if len(inside) else 0.0)
        before = one.step
    return tuple(found)


def highest_loss(steps: npt.NDArray[np.float64], epochs: tuple[EpochDone, ...], has_failed: bool) -> float:
    """Return the highest train loss of *epochs*, and of the last *steps* of a failed run; infinite for no number."""
    losses = [one.train_loss for one in epochs]
    if has_failed and len(steps):
        losses.append(float(np.median(steps[-5:, 1])))
    return max((math.inf if math.isnan(loss) else loss for loss in losses), default=0.0)
