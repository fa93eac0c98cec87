"""How a project's frames are made ready for every run: fit, variations, and what evens out unequal classes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from winnow.domain.augmentation import Augmentation
from winnow.domain.fit import Fit
from winnow.domain.recipe import Balance, Recipe, RecipeKind

Ids = npt.NDArray[np.int64]

UNEQUAL = 1.5
"""Classes are unequal where the largest has this many times the frames of the smallest."""


@dataclass(frozen=True, slots=True)
class Preparation:
    """What is chosen in Split, and holds for new runs; the fields are those of a `Recipe`."""

    fit: Fit = Fit()
    augmentation: Augmentation = Augmentation()
    mixup: float = 0.0
    cutmix: float = 0.0
    balance: Balance = Balance.WEIGHTS

    def applied(self, recipe: Recipe) -> Recipe:
        """Return *recipe* with these choices; from scratch the input size stays the recipe's own."""
        fit = replace(self.fit, size=recipe.fit.size) if recipe.kind is RecipeKind.SCRATCH else self.fit
        return replace(
            recipe,
            fit=fit,
            augmentation=self.augmentation,
            mixup=self.mixup,
            cutmix=self.cutmix,
            balance=self.balance,
        )


def epoch_order(labels: Ids, balance: Balance, seed: int, epoch: int) -> npt.NDArray[np.intp]:
    """Return the places of training samples in the order in which *epoch* (from 1) has them, (n,).

    Rare classes come as often as others where *balance* wants it and classes
    of *labels*, (n,) class indices, are unequal: then some come twice, others not at all.
    """
    random = np.random.default_rng((seed, epoch))
    sizes = np.bincount(labels)
    if balance is Balance.SAMPLING and are_unequal(sizes.tolist()):
        odds = (1 / np.maximum(sizes, 1))[labels]
        return random.choice(len(labels), len(labels), p=odds / odds.sum()).astype(np.intp)
    return random.permutation(len(labels))


def are_unequal(counts: Sequence[int]) -> bool:
    """Say whether classes of *counts* frames are so unequal that it should be evened out."""
    there = [count for count in counts if count]
    return len(there) > 1 and max(there) >= UNEQUAL * min(there)
