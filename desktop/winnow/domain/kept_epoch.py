"""Which epoch's weights a run keeps, and why: the one rule for every recipe, every engine and every study."""

from __future__ import annotations

import enum
import math
from collections.abc import Sequence
from dataclasses import dataclass

from winnow.domain.proportion import wilson
from winnow.domain.run import EpochDone


class Why(enum.Enum):
    """Why an epoch was kept."""

    HIGHEST = "highest"
    """Its valid accuracy is the highest."""
    LOWEST_LOSS = "lowest-loss"
    """Of several whose accuracy the valid part cannot tell apart, its valid loss is the lowest."""
    NEAR = "near"
    """Its accuracy is not told apart from the highest; a lower loss was there while others were not yet."""


@dataclass(frozen=True, slots=True)
class Kept:
    """The *epoch* that a run kept, out of *alike* whose accuracy *valid* samples do not tell from the *highest*."""

    epoch: EpochDone
    highest: EpochDone
    alike: int
    why: Why
    valid: int

    def words(self) -> str:
        """Say which epoch was kept, and why that one."""
        number = self.epoch.epoch
        if self.why is Why.HIGHEST:
            share = f"{self.epoch.valid_accuracy:.1%}"
            return f"The weights of epoch {number} are kept: its accuracy on valid, {share}, is the highest."
        apart = (
            f"The highest accuracy was {self.highest.valid_accuracy:.1%}, at epoch {self.highest.epoch}, but "
            f"with {self.valid} in valid the difference is no more than chance."
        )
        if self.why is Why.LOWEST_LOSS:
            return (
                f"The weights of epoch {number} are kept: its loss on valid is the lowest of the {self.alike} that "
                f"are equally good. {apart}"
            )
        return f"The weights of epoch {number} are kept: it is one of the {self.alike} that are equally good. {apart}"


def is_kept(before: Sequence[EpochDone], accuracy: float, loss: float, valid: int) -> bool:
    """Say whether a new epoch takes the place of the one that was kept out of those *before*.

    A few pictures more that are right may be luck, and the highest of many
    epochs is luck sooner than any one of them. So an accuracy counts as good as
    the highest one so far where it is within one standard error of it, and of
    such epochs the lower valid loss is kept. Source: the one standard error
    rule of Breiman, Friedman, Olshen and Stone 1984, Classification and
    Regression Trees, chapter 3, with the loss in the place of the simpler tree.

    It depends on the epochs before alone, so that a run that goes on decides as
    one that was not interrupted. *valid* is the number of samples looked at.
    """
    kept = _kept(before)
    if kept is None:
        return True
    least = _least_right(max(accuracy, *(one.valid_accuracy for one in before)), valid)
    if round(accuracy * valid) < least:
        return False
    return round(kept.valid_accuracy * valid) < least or loss < kept.valid_loss


def kept_of(epochs: Sequence[EpochDone], valid: int) -> Kept | None:
    """Return what was kept out of all *epochs* of a run and why; None where there is none yet."""
    kept = _kept(epochs)
    if kept is None or not valid:
        return None
    highest = max(epochs, key=lambda one: one.valid_accuracy)
    least = _least_right(highest.valid_accuracy, valid)
    alike = [one for one in epochs if round(one.valid_accuracy * valid) >= least or one is kept]
    why = Why.NEAR
    if len(alike) > 1 and kept.valid_loss <= min(one.valid_loss for one in alike):
        why = Why.LOWEST_LOSS
    elif kept.valid_accuracy == highest.valid_accuracy:
        why = Why.HIGHEST
    return Kept(kept, highest, len(alike), why, valid)


def _kept(epochs: Sequence[EpochDone]) -> EpochDone | None:
    return next((one for one in reversed(epochs) if one.is_best), None)


def _least_right(highest: float, valid: int) -> int:
    """Return how many must be right for an accuracy to be within one standard error of the *highest*.

    By Wilson's interval with z = 1, which has a width where all are right, in whole pictures.
    """
    return math.floor(wilson(round(highest * valid), valid, 1.0)[0] * valid)
