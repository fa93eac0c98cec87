"""Studies on the split in force: train and valid only, in a child, kept in the project when they ran to their end."""

from __future__ import annotations

from collections.abc import Generator

from winnow.app.session import Session
from winnow.domain.ids import RunId
from winnow.domain.study import BatchSettings, FoldSettings, LrFinderSettings, MinimaSettings


def find_rate(session: Session, settings: LrFinderSettings) -> Generator[object, None, None]:
    """Sweep the learning rate; yield `Progress` in "steps", `LrPoint`, `LrSweep` a seed, at last the `Study`."""
    raise NotImplementedError
    yield


def map_batches(session: Session, settings: BatchSettings) -> Generator[object, None, None]:
    """Map batch size and rate; yield `Progress` in "runs", a `BatchCell` each, at last the `Study`.

    The head learns on stored features, whatever the recipe's kind.
    """
    raise NotImplementedError
    yield


def run_folds(session: Session, settings: FoldSettings) -> Generator[object, None, None]:
    """Train all folds one after another; yield `Progress`, `FoldEpoch`, a `FoldResult` a fold, at last the `Study`."""
    raise NotImplementedError
    yield


def look_at_minima(session: Session, settings: MinimaSettings) -> Generator[object, None, None]:
    """Train the restarts and look around them; yield `Progress` and at last the `Study`."""
    raise NotImplementedError
    yield


def diagnose(session: Session, run_id: RunId) -> Generator[object, None, None]:
    """Look at a run's history, at what it says of train and valid, and at the pictures; at last `Diagnoses`."""
    raise NotImplementedError
    yield
