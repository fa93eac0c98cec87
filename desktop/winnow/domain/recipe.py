"""How a run is trained: every choice, with its default and where that comes from in `GLOSSARY.md`."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from winnow.base.errors import UserError
from winnow.domain.augmentation import Augmentation
from winnow.domain.fit import Fit


class RecipeUnusable(UserError):
    """A recipe's value cannot be trained with."""


class RecipeKind(enum.Enum):
    """Quick: frozen network, head on stored features. Fine-tune: head first, then all weights. From scratch: no
    weights that know anything."""

    QUICK = "quick"
    FINE_TUNE = "fine-tune"
    SCRATCH = "from-scratch"


class OptimiserKind(enum.Enum):
    """How gradients become steps."""

    SGD = "sgd"
    """With Nesterov momentum."""
    ADAM = "adam"
    ADAMW = "adamw"


class Schedule(enum.Enum):
    """How the learning rate goes over a run; all but CONSTANT and PLATEAU know its length."""

    ONE_CYCLE = "one-cycle"
    COSINE = "cosine"
    """Rises over the warm-up, then falls along a cosine."""
    STEP = "step"
    """A tenth after each period."""
    CONSTANT = "constant"
    PLATEAU = "plateau"
    """A tenth when the valid loss has not fallen for some epochs."""
    RESTARTS = "restarts"
    """A cosine that starts again after each period."""


class Balance(enum.Enum):
    """What is done about classes of unequal size."""

    NONE = "none"
    WEIGHTS = "weights"
    """A class counts in the loss by how rare it is."""
    SAMPLING = "sampling"
    """Rare classes are drawn more often."""


@dataclass(frozen=True, slots=True)
class OwnNetwork:
    """A Python file with an ``nn.Module`` class, which a person trusted as it was then."""

    file: str
    class_name: str
    sha256: str
    """Of the file's content; another one is not run."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """A run's choices. What a kind has no use for is kept, and not looked at."""

    kind: RecipeKind = RecipeKind.QUICK
    network: str = "efficientnet-lite0"
    epochs: int = 20
    batch_size: int = 32
    learning_rate: float = 2e-3
    """The highest, of the head where the layers' differ."""
    weight_decay: float = 0.01
    warm_up: float = 0.1
    """Share of the steps in which the rate rises."""
    clip_norm: float = 1.0
    """The longest that a gradient may be; 0 means off."""
    early_stop_epochs: int = 0
    """0 means off: a one-cycle that is cut short never anneals."""
    seed: int = 42
    fit: Fit = Fit()
    augmentation: Augmentation = Augmentation()
    optimiser: OptimiserKind = OptimiserKind.ADAMW
    momentum: float = 0.9
    """Of SGD only."""
    schedule: Schedule = Schedule.ONE_CYCLE
    period_epochs: int = 0
    """Of STEP and RESTARTS; 0 means a third of the run."""
    plateau_epochs: int = 3
    label_smoothing: float = 0.0
    mixup: float = 0.0
    """Alpha of the beta distribution of shares; 0 means off."""
    cutmix: float = 0.0
    """The same for a rectangle of one picture put into another; with both, a coin decides for each batch."""
    ema: float = 0.0
    """Decay a step of the weights' moving average; 0 means off."""
    balance: Balance = Balance.WEIGHTS
    """Does nothing where the largest class has less than 1.5 times the pictures of the smallest."""
    frozen_epochs: int = 1
    """Of FINE_TUNE: so many in which the head alone learns."""
    views: int = 0
    """Of QUICK: so many varied views of each picture whose features are stored as well."""
    device: str = "auto"
    """auto, cpu, cuda, cuda:N or mps."""
    own: OwnNetwork | None = None
    """Instead of *network*."""

    def __post_init__(self) -> None:
        for name, (low, high, unit) in _RANGES.items():
            value = getattr(self, name)
            if not low <= value <= high:
                raise RecipeUnusable(f"{value:g} as {unit} cannot be trained with: choose {low:g} to {high:g}.")
        if not self.learning_rate > 0:
            raise RecipeUnusable(f"A learning rate of {self.learning_rate} cannot be trained with: choose above 0.")

    def period(self) -> int:
        """How many epochs there are between two drops or restarts of the rate."""
        return self.period_epochs or max(1, round(self.epochs / 3))


_RANGES: dict[str, tuple[float, float, str]] = {
    "epochs": (1, 10_000, "the number of epochs"),
    "batch_size": (1, 4096, "the batch size"),
    "learning_rate": (0, 1e9, "the learning rate"),
    "weight_decay": (0, 10, "the weight decay"),
    "warm_up": (0, 1, "the share of the warm-up"),
    "clip_norm": (0, 1e6, "the longest gradient"),
    "early_stop_epochs": (0, 10_000, "the epochs until an early stop"),
    "seed": (0, 2**32 - 1, "the seed"),
    "momentum": (0, 0.9999, "the momentum"),
    "period_epochs": (0, 10_000, "the epochs of a period"),
    "plateau_epochs": (1, 10_000, "the epochs of a plateau"),
    "label_smoothing": (0, 0.9, "the label smoothing"),
    "mixup": (0, 10, "the strength of mixup"),
    "cutmix": (0, 10, "the strength of cutmix"),
    "ema": (0, 0.99999, "the decay of the moving average"),
    "frozen_epochs": (0, 10_000, "the number of frozen epochs"),
    "views": (0, 16, "the number of views"),
}
"""Least, most and words for each number of a recipe."""

_SMALL_PICTURE_PX = 48


def default_recipe(kind: RecipeKind, samples: int = 1000, edge_px: int = 0) -> Recipe:
    """Return the starting point for *kind* with *samples* training pictures of *edge_px* at the shorter side.

    Batch 32, 16 below 500 pictures and never over an eighth of them (Masters
    and Luschi 2018, arXiv 1804.07612); rates and epochs as fastai's
    ``fine_tune`` (base 2e-3, one frozen epoch). From scratch the network takes
    pictures about as large as they are: 32, 64 or 128; *edge_px* 0 means large.
    """
    batch = max(1, min(32 if samples >= 500 else 16, samples // 8))
    if kind is RecipeKind.QUICK:
        return Recipe(kind=kind, epochs=20, batch_size=batch, learning_rate=2e-3)
    if kind is RecipeKind.FINE_TUNE:
        return Recipe(kind=kind, epochs=4, batch_size=batch, learning_rate=1e-3)
    size = 128 if not edge_px or edge_px > 2 * _SMALL_PICTURE_PX else 32 if edge_px <= _SMALL_PICTURE_PX else 64
    # A picture of 32 pixels is not to be rotated or cut as one of 500 is: little is left of it.
    varied = Augmentation(min_area=0.7, rotate_degrees=0.0) if size == 32 else Augmentation()
    return Recipe(
        kind=kind,
        network="small-cnn",
        epochs=20,
        batch_size=max(1, min(64, samples // 8)),
        learning_rate=3e-3,
        fit=Fit(size=size),
        augmentation=varied,
    )
