"""Runs as the run table shows them, and what a new one would learn from."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from winnow.domain.ids import RunId
from winnow.domain.run import Run
from winnow.domain.split import PARTS, Part
from winnow.store import runs, splits
from winnow.store.database import Reader


@dataclass(frozen=True, slots=True)
class RunTable:
    """Every run, newest first, and the size of the split in force; without one *has_split* is false."""

    runs: tuple[Run, ...]
    has_split: bool
    train: int
    valid: int


@dataclass(frozen=True, slots=True, eq=False)
class RunCurve:
    """A run's *steps*, (n, 4) float64: step, loss, accuracy, learning rate; its epochs are in *run*."""

    run: Run
    steps: npt.NDArray[np.float64]


def run_table(connection: Reader) -> RunTable:
    """Return the runs and the parts' sizes in pictures."""
    found = tuple(runs.all_runs(connection))
    number = splits.current_id(connection)
    if number is None:
        return RunTable(found, has_split=False, train=0, valid=0)
    parts = np.asarray(splits.get(connection, number).parts)
    train, valid = (int((parts == PARTS.index(part)).sum()) for part in (Part.TRAIN, Part.VALID))
    return RunTable(found, has_split=True, train=train, valid=valid)


def run_curve(connection: Reader, run_id: RunId) -> RunCurve:
    """Return what is stored of a run's curve.

    Raises:
        ItemUnknown: there is no such run.
    """
    return RunCurve(runs.get(connection, run_id), runs.curve(connection, run_id))
