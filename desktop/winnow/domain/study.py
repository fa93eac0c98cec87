"""Studies of training on a project's own pictures: what is asked, what was found, how it is kept."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from statistics import fmean, stdev

import numpy as np
import numpy.typing as npt

from winnow.base.errors import UserError
from winnow.domain.batch_map import BatchMap
from winnow.domain.ids import RunId, SplitId, StudyId
from winnow.domain.lr_curve import LrFound
from winnow.domain.minima import MinimaFound
from winnow.domain.proportion import wilson
from winnow.domain.recipe import Recipe, RecipeKind
from winnow.domain.run import EpochDone


class StudyUnusable(UserError):
    """A study's settings cannot be carried out."""


class StudyKind(enum.Enum):
    """What is studied."""

    LR_FINDER = "lr-finder"
    BATCH_SIZE = "batch-size"
    FOLDS = "folds"
    MINIMA = "minima"


class Plane(enum.Enum):
    """Which two directions the loss surface is cut along."""

    RESTARTS = "restarts"
    """The first two principal directions of the solutions."""
    PATH = "path"
    """The first two principal directions of the first restart's way."""
    RANDOM = "random"
    """Two random directions, normalised by filter (Li et al. 2018, arXiv 1712.09913)."""


@dataclass(frozen=True, slots=True)
class LrFinderSettings:
    """Sweeps of the learning rate; the defaults are fastai's, with more seeds."""

    recipe: Recipe
    lowest: float = 1e-7
    highest: float = 10.0
    steps: int = 100
    seeds: int = 3
    """The recipe's seed and those that follow it."""
    stop_at: float = 4.0
    """A sweep ends where its loss is so many times its lowest, and above its first."""

    def __post_init__(self) -> None:
        if not 0 < self.lowest < self.highest:
            raise StudyUnusable(
                f"{self.lowest:g} to {self.highest:g} is no range of learning rates: choose a rising one."
            )
        if not 10 <= self.steps <= 10_000 or not 1 <= self.seeds <= 20 or not self.stop_at > 1:
            raise StudyUnusable("Choose 10 to 10 000 steps, 1 to 20 seeds, and a stop above 1 times the lowest loss.")


@dataclass(frozen=True, slots=True)
class BatchSettings:
    """A grid of short runs of the head on stored features; *rates* empty means eight around the recipe's, × 2."""

    recipe: Recipe
    batch_sizes: tuple[int, ...] = (8, 16, 32, 64, 128)
    rates: tuple[float, ...] = ()
    epochs: int = 5
    seeds: int = 3

    def __post_init__(self) -> None:
        if not self.batch_sizes or min(self.batch_sizes) < 1 or any(not rate > 0 for rate in self.rates):
            raise StudyUnusable("Choose batch sizes of at least 1 and learning rates above 0.")
        if not 1 <= self.epochs <= 1000 or not 1 <= self.seeds <= 20:
            raise StudyUnusable("Choose 1 to 1 000 epochs and 1 to 20 seeds for each cell of the map.")

    def grid_rates(self) -> tuple[float, ...]:
        """Return the rates of the map, ascending."""
        if self.rates:
            return tuple(sorted(set(self.rates)))
        return tuple(self.recipe.learning_rate * 2.0**power for power in range(-3, 5))


@dataclass(frozen=True, slots=True)
class FoldSettings:
    """Every fold by one recipe, for *epochs* epochs without an early stop."""

    recipe: Recipe
    folds: int = 5
    epochs: int = 12

    def __post_init__(self) -> None:
        if not 2 <= self.folds <= 20 or not 1 <= self.epochs <= 10_000:
            raise StudyUnusable("Choose 2 to 20 folds and 1 to 10 000 epochs.")


@dataclass(frozen=True, slots=True)
class MinimaSettings:
    """Restarts of one recipe from several seeds, and where the loss is looked at around them."""

    recipe: Recipe
    run_id: RunId | None = None
    """The run whose recipe it is, for the record."""
    count: int = 6
    plane: Plane = Plane.RESTARTS
    points: int = 41
    """Along each direction; odd, so that the middle is a solution."""
    most_samples: int = 64
    """Of a whole network: so many of train and of valid the losses are means over, at most."""
    most_learned: int = 256
    """Of a whole network that has weights to start from: so many of train each restart learns from, at most."""
    is_whole: bool = False
    """Fine-tuned, the whole network is looked at; otherwise a head in its place. From scratch it always is."""
    stands_in: bool = False
    """The recipe is a head's, in the place of one that fine-tunes."""

    def __post_init__(self) -> None:
        if not 2 <= self.count <= 20 or not 5 <= self.points <= 201 or not self.points % 2:
            raise StudyUnusable("Choose 2 to 20 restarts and an odd number of points from 5 to 201.")


def usual_points(kind: RecipeKind, is_whole: bool = False) -> int:
    """Return how many points along each direction are worth their time: those of a head cost next to nothing."""
    return 11 if is_whole or kind is RecipeKind.SCRATCH else 41


@dataclass(frozen=True, slots=True)
class FoldResult:
    """One fold: the network learned from the others, and *right* of the fold's *n* frames in the last epoch."""

    fold: int
    """From 0."""
    right: int
    n: int
    loss: float
    epochs: tuple[EpochDone, ...]


@dataclass(frozen=True, slots=True)
class FoldsFound:
    """All folds as one study. Standard deviations are of a sample (divided by folds − 1)."""

    folds: tuple[FoldResult, ...]
    mean_accuracy: float
    sd_accuracy: float
    mean_loss: float
    sd_loss: float
    labels: tuple[tuple[int, str], ...]
    """(label id, name) in the order of the network's outputs."""
    per_label: tuple[tuple[int, int], ...]
    """(right, n) of each label, out of fold."""
    interval: tuple[float, float]
    """95 % Wilson interval of the share that was right out of fold."""
    test_pictures: int
    """So many pictures of the test part took no part."""

    @property
    def right(self) -> int:
        """How many frames were right when their own fold was not learned from."""
        return sum(fold.right for fold in self.folds)

    @property
    def n(self) -> int:
        """How many frames were judged, each once."""
        return sum(fold.n for fold in self.folds)


@dataclass(frozen=True, slots=True, eq=False)
class FoldsRun:
    """What running all folds gave: *probabilities*, (n, classes), of each sample by its own fold, samples in order."""

    results: tuple[FoldResult, ...]
    probabilities: npt.NDArray[np.float32]

    def found(
        self, truth: npt.NDArray[np.int32], labels: tuple[tuple[int, str], ...], test_pictures: int
    ) -> FoldsFound:
        """Return it as a study keeps it; *truth*, (n,), are indices into *labels*."""
        right = self.probabilities.argmax(1) == truth
        accuracies, losses = [one.right / one.n for one in self.results], [one.loss for one in self.results]
        return FoldsFound(
            folds=self.results,
            mean_accuracy=fmean(accuracies),
            sd_accuracy=stdev(accuracies),
            mean_loss=fmean(losses),
            sd_loss=stdev(losses),
            labels=labels,
            per_label=tuple((int(right[truth == at].sum()), int((truth == at).sum())) for at in range(len(labels))),
            interval=wilson(int(right.sum()), len(truth)),
            test_pictures=test_pictures,
        )


@dataclass(frozen=True, slots=True, eq=False)
class OutOfFold:
    """What was said of each frame by the network that had not learned from it; parallel rows."""

    keys: tuple[bytes, ...]
    """Content keys of the frames."""
    images: npt.NDArray[np.int64]
    labels: npt.NDArray[np.int32]
    """Indices of the network's outputs."""
    folds: npt.NDArray[np.int8]
    probabilities: npt.NDArray[np.float32]
    """(n, classes), each row adding up to 1."""

    def mistakes(self) -> npt.NDArray[np.int64]:
        """Return the pictures that were taken for another class, the surest first, each once."""
        said = self.probabilities.argmax(1)
        wrong = np.flatnonzero(said != self.labels)
        order = wrong[np.argsort(-self.probabilities[wrong, said[wrong]], kind="stable")]
        return np.array(list(dict.fromkeys(self.images[order].tolist())), np.int64)


StudySettings = LrFinderSettings | BatchSettings | FoldSettings | MinimaSettings
StudyFound = LrFound | BatchMap | FoldsFound | MinimaFound

SETTINGS_OF: dict[StudyKind, type[StudySettings]] = {
    StudyKind.LR_FINDER: LrFinderSettings,
    StudyKind.BATCH_SIZE: BatchSettings,
    StudyKind.FOLDS: FoldSettings,
    StudyKind.MINIMA: MinimaSettings,
}
FOUND_OF: dict[StudyKind, type[StudyFound]] = {
    StudyKind.LR_FINDER: LrFound,
    StudyKind.BATCH_SIZE: BatchMap,
    StudyKind.FOLDS: FoldsFound,
    StudyKind.MINIMA: MinimaFound,
}


@dataclass(frozen=True, slots=True)
class Study:
    """A study as it is kept."""

    id: StudyId
    kind: StudyKind
    settings: StudySettings
    found: StudyFound
    split_id: SplitId
    fingerprint: str
    """Of the frames that took part; another one now means out of date."""
    seconds: float
    made_at: str


@dataclass(frozen=True, slots=True)
class FoldEpoch:
    """While folds run: *fold* (from 0) of *folds* has ended an epoch."""

    fold: int
    folds: int
    epoch: EpochDone
