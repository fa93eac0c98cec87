"""How a project's frames are made ready for every run: fit, variations, and what evens out unequal classes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from winnow.domain.augmentation import Augmentation
from winnow.domain.fit import Fit
from winnow.domain.recipe import Balance, Recipe, RecipeKind

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


def are_unequal(counts: Sequence[int]) -> bool:
    """Say whether classes of *counts* frames are so unequal that it should be evened out."""
    there = [count for count in counts if count]
    return len(there) > 1 and max(there) >= UNEQUAL * min(there)
