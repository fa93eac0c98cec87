"""How a run is trained: every choice, with its default and where that comes from in `GLOSSARY.md`."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from winnow.base.errors import UserError
from winnow.domain.fit import Fit


class RecipeUnusable(UserError):
    """A recipe's value cannot be trained with."""


class RecipeKind(enum.Enum):
    """Quick: frozen network, head on stored features. Fine-tune: head first, then all weights."""

    QUICK = "quick"
    FINE_TUNE = "fine-tune"


@dataclass(frozen=True, slots=True)
class Augmentation:
    """What training pictures are varied by; every strength 0 means off."""

    min_area: float = 0.5
    """Random resized crop: smallest share of the area; 1 means off."""
    flip: bool = True
    light: float = 0.2
    rotate_degrees: float = 10.0


@dataclass(frozen=True, slots=True)
class Recipe:
    """A run's choices. Learning rates are for AdamW, one-cycle over all steps."""

    kind: RecipeKind = RecipeKind.QUICK
    network: str = "efficientnet-lite0"
    epochs: int = 20
    batch_size: int = 32
    learning_rate: float = 2e-3
    weight_decay: float = 0.01
    warm_up: float = 0.1
    """Share of the steps in which the rate rises."""
    clip_norm: float = 1.0
    early_stop_epochs: int = 0
    """0 means off: a one-cycle that is cut short never anneals."""
    seed: int = 42
    fit: Fit = Fit()
    augmentation: Augmentation = Augmentation()

    def __post_init__(self) -> None:
        if not 1 <= self.epochs <= 10_000:
            raise RecipeUnusable(f"{self.epochs} epochs cannot be trained: choose 1 to 10000.")
        if not 1 <= self.batch_size <= 4096:
            raise RecipeUnusable(f"A batch of {self.batch_size} cannot be trained: choose 1 to 4096.")
        if not 0 < self.learning_rate <= 100:
            raise RecipeUnusable(f"A learning rate of {self.learning_rate} cannot be trained with: choose above 0.")


def default_recipe(kind: RecipeKind, samples: int = 1000) -> Recipe:
    """Return the starting point for *kind* with *samples* training pictures.

    Batch 32, 16 below 500 pictures and never over an eighth of them (Masters
    and Luschi 2018, arXiv 1804.07612); rates and epochs as fastai's
    ``fine_tune`` (base 2e-3, one frozen epoch).
    """
    batch = max(1, min(32 if samples >= 500 else 16, samples // 8))
    if kind is RecipeKind.QUICK:
        return Recipe(kind=kind, epochs=20, batch_size=batch, learning_rate=2e-3)
    return Recipe(kind=kind, epochs=4, batch_size=batch, learning_rate=1e-3)
