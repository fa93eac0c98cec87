"""What a run is asked for; without torch, so that the window can write it and another process train by it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from winnow.base.errors import ContractError
from winnow.domain.augmentation import Augmentation
from winnow.domain.fit import Fit, FitMode
from winnow.domain.recipe import Recipe
from winnow.training.samples import Sample

Features = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class TrainingSpec:
    """Everything a run needs, frozen and picklable: it may be sent to another process."""

    recipe: Recipe
    train: tuple[Sample, ...]
    valid: tuple[Sample, ...]
    classes: int
    folder: Path
    """Where the run's weights go, see `winnow.training.checkpoint`."""
    features: tuple[Features, Features] | None = None
    """Of train and valid, every row of length 1; used by QUICK only.

    (n, dim) each; where samples are looked at by several squares (n, most, dim), zeros where one has fewer.
    """
    views: Features | None = None
    """Of varied views of train, (views, n, dim); used by QUICK only."""
    weights: Path | None = None
    """The file of a network's weights that does not come with the program."""
    prepared: Path | None = None
    """The folder of prepared pixels, see `winnow.training.prepared`; None: everything is decoded each time."""
    goes_on: bool = False
    """Go on from the last checkpoint in *folder*; from the start where there is none."""
    keeps_last: bool = False
    """Keep the last epoch's weights as well, for who must not choose an epoch by valid."""

    def __post_init__(self) -> None:
        if not self.train or not self.valid or self.classes < 2:
            raise ContractError(
                f"{len(self.train)} and {len(self.valid)} samples of {self.classes} classes cannot be trained with"
            )
        if any(not 0 <= sample.label < self.classes for sample in (*self.train, *self.valid)):
            raise ContractError(f"a sample's label is outside 0..{self.classes - 1}")
        if self.features is not None and [len(rows) for rows in self.features] != [len(self.train), len(self.valid)]:
            raise ContractError("there must be one row of features for each sample")


@dataclass(frozen=True, slots=True, eq=False)
class Taking:
    """Samples whose features are to be taken once and kept; *keys* are parallel to *samples*."""

    network: str
    fit: Fit
    samples: tuple[Sample, ...]
    keys: tuple[bytes, ...]
    folder: Path
    """Where prepared networks lie."""
    weights: Path | None = None
    """The file of the network's weights that does not come with the program."""
    view: int | None = None
    """The number of a varied view; None: as they are looked at."""
    augmentation: Augmentation | None = None

    @property
    def looks_at_squares(self) -> bool:
        """Whether a sample has several rows: it is looked at by all its tiles."""
        return self.view is None and self.fit.mode is FitMode.TILES
